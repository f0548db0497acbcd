"""What a target is, and how it is fed."""

import io
import tempfile
import warnings
from collections.abc import Callable
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

from newsread.errors import NewsreadError
from newsread.model import Article
from newsread.text import clean
from tests.hostile.texts import unsafe_in
from tests.tui.conftest import told_article


@dataclass(frozen=True)
class Target:
    """Something to be fed.

    Attributes:
        run: Takes bytes, and complains about what must not come of them.
        seeds: Where to begin.
    """

    run: Callable[[bytes], object]
    seeds: tuple[bytes, ...]


def feed(target: Target, data: bytes) -> None:
    """Give bytes to a target; an error that newsread tells its readers in one line is as it should be.

    Nothing else may reach the terminal, on which somebody is reading: no complaint of a library, no warning of Python.
    """
    told = io.StringIO()
    with redirect_stdout(told), redirect_stderr(told), warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            target.run(data)
        except NewsreadError as error:
            assert len(str(error).splitlines()) == 1, error  # noqa: PT017 - what is told is under test
            assert unsafe_in(str(error)) == [], error  # noqa: PT017 - the same
    assert told.getvalue() == "", "written in the middle of whatever is on the screen"


def in_file(name: str, use: Callable[[Path], object], data: bytes) -> None:
    """Use bytes as a file of that name, alone in a folder."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(data)
        use(path)


def check_article(article: Article) -> None:
    """Sentences stand in the text, in order; nothing that is shown can harm."""
    end = 0
    for sentence in article.sentences:
        assert end <= sentence.start < sentence.end <= len(article.text)
        assert article.text[sentence.start : sentence.end] == sentence.text
        end = sentence.end
    check_shown(article.text, article.title, article.outlet, article.author, article.url, *article.warnings)


def check_shown(*texts: str | None) -> None:
    """Nothing in texts that people see can harm."""
    assert unsafe_in("\n".join(text or "" for text in texts)) == []


def articles_of(data: bytes, most: int = 3) -> list[Article]:
    """Bytes as articles, one line a sentence: parted by lines that say so."""
    text = clean(data.decode("utf-8", "replace")).text
    told = [[line for line in part.split("\n") if line.strip()] for part in text.split("\n===\n")[:most]]
    return [told_article(outlet, lines) for outlet, lines in zip(("Alpha", "Beta", "Gamma"), told, strict=False)]
