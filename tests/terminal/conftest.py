"""The reader as a program on a pseudo-terminal."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager
from pathlib import Path

import pytest

from bench.programs import NEWSREAD, environment
from bench.terminal import Terminal

# The reader with an analysis that adds nothing, so that only the screen is at work.
READER = """
import sys
from newsread_tui import analysis, cli
class Unchanging(analysis.Analyst):
    def __init__(self, model, *, care, keep):
        super().__init__(model, lambda story, **_: story, care=care, keep=keep)
analysis.Analyst = Unchanging
sys.exit(cli.main(sys.argv[1:]))
"""
SENTENCES = [f"Officials said on day {day} that talks would go on for as long as it takes." for day in range(40)]

type Open = Callable[..., AbstractContextManager[Terminal]]
type OpenSample = Callable[..., Terminal]


@pytest.fixture
def open_reader(tmp_path: Path) -> Open:
    """Opens the reader on two articles in a terminal."""

    @contextmanager
    def opened(
        text: str = "\n\n".join(SENTENCES),
        size: tuple[int, int] = (120, 30),
        words: Sequence[str] = (),
        name: str = "one",
        **env: str,
    ) -> Iterator[Terminal]:
        paths = [tmp_path / f"{name}.txt", tmp_path / "two.txt"]
        for path in paths:
            path.write_text(f"{path.stem} headline\n\n{text}\n", encoding="utf-8")
        source = os.pathsep.join(path for path in sys.path if path)
        base = {
            "PATH": os.environ["PATH"],
            "HOME": str(tmp_path),
            "XDG_STATE_HOME": str(tmp_path / "state"),
            "XDG_CONFIG_HOME": str(tmp_path / "config"),
            "PYTHONPATH": source,
            "TERM": "xterm-256color",
            "LANG": "C.UTF-8",
        }
        command = [sys.executable, "-c", READER, *words, *map(str, paths)]
        with Terminal(command, base | {"COLORTERM": "truecolor"} | env, size) as terminal:
            terminal.wait_for("sentence 1 of")
            terminal.settle(0.5)
            yield terminal

    return opened


@pytest.fixture
def open_sample(tmp_path: Path, analyses: Path) -> Iterator[OpenSample]:
    """Opens the sample story, which has been analysed before."""
    with ExitStack() as stack:

        def opened(
            *words: str, size: tuple[int, int] = (160, 48), command: Sequence[str] = (NEWSREAD,), **env: str
        ) -> Terminal:
            around = environment(tmp_path) | {"XDG_CACHE_HOME": os.fspath(analyses)} | env
            return stack.enter_context(Terminal([*command, *words], around, size))

        yield opened
