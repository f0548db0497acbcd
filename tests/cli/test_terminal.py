"""The reader on a real pseudo-terminal: what only the whole program can show."""

import os
import random
import signal
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pyte
import pytest

from bench.programs import NEWSREAD, environment
from bench.terminal import Terminal
from newsread.sample import sample_story

type OpenReader = Callable[..., Terminal]

SIZES = [(80, 24), (120, 40), (200, 60)]
LEAVES_SCREEN = b"\x1b[?1049l"
SHOWS_CURSOR = b"\x1b[?25h"
KEYS = [*"jkhl.d?i{}()JKgG bbb123456789/n;:\t\r", "\x1b[A", "\x1b[B", "\x1b[5~", "\x1b[6~", "\x1b", "\x1b[Z"]


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[OpenReader]:
    """Open the reader; without a language model, which these tests do not need and would have to wait for."""
    with ExitStack() as stack:

        def open_reader(*sources: Path, size: tuple[int, int] = (160, 48), **variables: str) -> Terminal:
            command = [NEWSREAD, "--model", "none", *map(os.fspath, sources or [sample_story()])]
            return stack.enter_context(Terminal(command, environment(tmp_path) | variables, size))

        yield open_reader


def _screen(terminal: Terminal, size: tuple[int, int]) -> list[str]:
    """What a person sees."""
    screen = pyte.Screen(*size)
    pyte.ByteStream(screen).feed(terminal.written)
    return [line.rstrip() for line in screen.display]


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_the_story_is_legible_and_q_leaves_the_terminal_as_it_was(reader: OpenReader, size: tuple[int, int]) -> None:
    terminal = reader(size=size)
    before = terminal.modes()
    terminal.wait_for("continues")
    terminal.settle(0.5)
    shown = "\n".join(_screen(terminal, size))
    assert "CNN" in shown
    assert "military" in shown
    assert terminal.end("q") == 0
    assert LEAVES_SCREEN in terminal.written
    assert SHOWS_CURSOR in terminal.written
    assert terminal.modes() == before


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_random_keys_do_no_harm(reader: OpenReader, size: tuple[int, int]) -> None:
    choose = random.Random(str(size))
    terminal = reader(size=size)
    terminal.wait_for("continues")
    for _ in range(200):
        terminal.press(choose.choice(KEYS), pause=0.005, timeout=0.01)
    terminal.settle(0.5)
    for _ in range(2):
        terminal.press("\x1b", pause=0.3)
    assert terminal.end("q") == 0
    assert "Traceback" not in terminal.text()


def test_the_reader_ends_with_its_terminal(reader: OpenReader) -> None:
    terminal = reader()
    terminal.wait_for("continues")
    # It is not the terminal's own session here, so no signal tells it, as when another program has started it.
    assert terminal.hang_up() == 128 + signal.SIGHUP


def test_nothing_is_written_while_nothing_happens(reader: OpenReader) -> None:
    terminal = reader()
    # The status line tells of the analysis while it goes on, and of the lock again when it is done.
    terminal.wait_until(
        lambda seen: seen.rfind("locked") > seen.rfind("finding names") > 0, "the end of the analysis", 60
    )
    terminal.settle(1.0)
    assert terminal.burst(3.0, 3.0).size == 0


def test_nothing_in_a_name_or_an_article_commands_the_terminal(reader: OpenReader, tmp_path: Path) -> None:
    hostile = "\x1b]0;owned\x07\x1b]52;c;b3duZWQ=\x07\x9b31m\x1bP1;2|x\x1b\\"
    article = tmp_path / f"a{hostile}.txt"
    article.write_text(f"The min{hostile}ister continues {hostile}talks on Monday.\n\n{hostile}\n", encoding="utf-8")
    terminal = reader(article, article)
    terminal.wait_for("continues")
    terminal.settle(0.5)
    for key in "ji?":
        terminal.press(key)
    for sequence in (b"owned", b"\x1b]52", b"\xc2\x9b", b"\x1bP1"):
        assert sequence not in terminal.written
