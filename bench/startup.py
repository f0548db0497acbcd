"""Start-up: help, and the first text on the screen."""

from collections.abc import Iterator
from pathlib import Path
from statistics import median

from bench.programs import NEWSREAD, PYTHON, first_word, one_static, reader, run
from bench.table import Line, Row

ROUNDS = 7


def measure(home: Path) -> Iterator[Line]:
    """Both, each beside its reference; the two are run in turn, so that a busy moment hits both."""
    yield _help(home)
    yield _first_text(home)


def _help(home: Path) -> Row:
    bare, ours = [], []
    for _ in range(ROUNDS):
        bare.append(run([PYTHON, "-c", "pass"], home).seconds * 1000)
        ours.append(run([NEWSREAD, "--help"], home).seconds * 1000)
    return Row("newsread --help", median(ours), "ms", 4, True, median(bare), "python -c pass")


def _first_text(home: Path) -> Row:
    bare, ours = [], []
    for _ in range(ROUNDS):
        with one_static(home) as terminal:
            bare.append(terminal.wait_for("ready") * 1000)
        with reader(home) as terminal:
            ours.append(terminal.wait_for(first_word()) * 1000)
    return Row("first text on screen, 160x48", median(ours), "ms", 1.6, True, median(bare), "one-Static Textual app")
