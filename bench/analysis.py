"""The analysis of a story of usual size: from nothing, and when it is known; and what the models take to load."""

import os
import random
import re
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Final

from bench.programs import NEWSREAD, PYTHON, SEEDS, first_word, reader, run, tell
from bench.table import Line, Row

SENTENCES: Final = 60
_LANGUAGE_MODEL: Final = "from newsread.names.nlp import load; load()"
_ALIGNER: Final = "from newsread.alignment.installed import installed; installed(careful=True, encoding=True)"
_ROUNDS: Final = 5
# A passage that several outlets carry has their number in the margin: then the links are there.
_LINKED: Final = re.compile(r"\b[2-5][=≈~!]")


def measure(home: Path) -> Iterator[Line]:
    """Loading, the sample story by ``newsread align`` and in the reader, and a report."""
    tell("loading")
    bare = run([PYTHON, "-c", "import numpy"], home).seconds
    aligner = run([PYTHON, "-c", _ALIGNER], home).seconds
    language = run([PYTHON, "-c", _LANGUAGE_MODEL], home).seconds
    yield Row("loading the aligner", aligner, "s", None, False, bare, "import numpy")
    yield Row("loading the language model", language, "s", None, False, bare, "import numpy")
    tell("the sample story")
    command = [NEWSREAD, "align", os.fspath(SEEDS), "--format", "json"]
    cold = run(command, home)
    warm = run(command, home)
    quick = run([*command, "--quick"], home)
    yield Row("five seed articles, nothing cached", cold.seconds, "s", 5, False, language, "loading the language model")
    yield Row("the same, peak memory", cold.peak, "MiB")
    yield Row("the same, --quick", quick.seconds, "s", 5, False, language, "loading the language model")
    yield Row("the same, --quick, peak memory", quick.peak, "MiB")
    yield Row("the same, cached", warm.seconds, "s", None, False, cold.seconds, "nothing cached")
    yield _cached_in_the_reader(home)
    yield from _report(home)


def _cached_in_the_reader(home: Path) -> Row:
    """How long after the first text the links are on the screen, in a reader that finds its analysis in the cache."""
    after = []
    for _ in range(_ROUNDS):
        with reader(home) as terminal:
            text = terminal.wait_for(first_word())
            linked = terminal.wait_until(lambda written: bool(_LINKED.search(written)), "the number of a passage")
            after.append((linked - text) * 1000)
    return Row("cached links after the first text, in the reader", median(after), "ms", 100)


def _report(home: Path) -> Iterator[Row]:
    tell("a report on eight outlets")
    crowd = home / "eight"
    write_crowd(crowd, 8)
    aligned = run([NEWSREAD, "align", os.fspath(crowd), "--no-cache"], home).seconds
    reported = run([NEWSREAD, "report", os.fspath(crowd), "--no-cache"], home).seconds
    yield Row("newsread report of eight outlets", reported, "s", 1.1, True, aligned, "newsread align of the same")


def write_crowd(folder: Path, outlets: int, length: int = SENTENCES) -> None:
    """A story of many outlets: sentences of the sample, recombined and here and there shortened, always alike."""
    choose = random.Random(2017)  # noqa: S311 - repeatable, not secret
    sentences = _sentences()
    folder.mkdir()
    for outlet in range(outlets):
        chosen = sorted(choose.sample(range(len(sentences)), length))
        body = "\n\n".join(_shorten(sentences[index], choose) for index in chosen)
        (folder / f"outlet-{outlet:02}.txt").write_text(body + "\n", encoding="utf-8")


def _sentences() -> list[str]:
    """Sentences of the sample, cut in a simple way that does not depend on what is measured."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))]
    pieces = [piece.strip() for text in texts for piece in re.split(r"\n+|(?<=[a-z][.!?])\s+(?=[A-Z“\"])", text)]
    return [piece for piece in pieces if len(piece.split()) > 7 and piece[-1] in '.”"!?']


def _shorten(sentence: str, choose: random.Random) -> str:
    """The sentence without one of its inner words in twelve."""
    first, *inner, last = sentence.split()
    return " ".join([first, *(word for word in inner if choose.random() > 1 / 12), last])
