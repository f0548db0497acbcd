"""Commands on a real pseudo-terminal: styles, colours, progress, pager, Ctrl-C."""

import os
import re
import signal
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from pathlib import Path

import pytest

from bench.programs import NEWSREAD, environment
from bench.terminal import Terminal, Unresponsive
from newsread.sample import sample_story

type Open = Callable[..., Terminal]

COLOUR = re.compile(rb"\x1b\[(?:[0-9;]*;)?(?:3[0-8]|4[0-8]|9[0-7]|10[0-7])(?:;[0-9;]*)?m")
HIDES, SHOWS = b"\x1b[?25l", b"\x1b[?25h"
PAIR = sorted(sample_story().glob("*.txt"))[:2]


@pytest.fixture
def run(tmp_path: Path) -> Iterator[Open]:
    """Run a command in a terminal, 100 x 30."""
    with ExitStack() as stack:

        def open_command(*words: str | Path, **variables: str) -> Terminal:
            command = [NEWSREAD, *(os.fspath(word) for word in words)]
            return stack.enter_context(Terminal(command, environment(tmp_path) | variables, (100, 30)))

        yield open_command


def _written(terminal: Terminal) -> bytes:
    """What a program writes until its end."""
    with suppress(Unresponsive):
        terminal.settle(20.0)
    return terminal.written


def test_words_that_differ_are_coloured_and_colour_can_be_refused(run: Open) -> None:
    assert COLOUR.search(_written(run("diff", *PAIR, PAGER="cat")))
    without = _written(run("diff", *PAIR, PAGER="cat", NO_COLOR="1"))
    assert not COLOUR.search(without)
    assert re.search(rb"\x1b\[1;4m", without)


def test_a_dumb_terminal_gets_plain_text(run: Open) -> None:
    written = _written(run("diff", *PAIR, TERM="dumb"))
    assert b"\x1b" not in written
    assert b"passages in both" in written


def test_what_is_long_goes_through_the_pager(run: Open, tmp_path: Path) -> None:
    pager = tmp_path / "pager"
    pager.write_text('#!/bin/sh\necho "paged $(wc -l) lines"\n', encoding="utf-8")
    pager.chmod(0o755)
    assert re.search(rb"paged \d+ lines", _written(run("diff", *PAIR, PAGER=str(pager))))
    assert b"paged" not in _written(run("diff", *PAIR, "--no-pager", PAGER=str(pager)))


def test_progress_is_shown_and_goes_away(run: Open) -> None:
    assert HIDES in _written(run("entities", *PAIR, "--model", "none", PAGER="cat"))
    assert HIDES not in _written(run("entities", *PAIR, "--model", "none", "--quiet", PAGER="cat"))


def test_ctrl_c_gives_the_cursor_back(run: Open) -> None:
    terminal = run("report", sample_story())
    terminal.wait_for("comparing")
    os.kill(terminal._process.pid, signal.SIGINT)
    assert terminal._process.wait(10) == 130
    assert _written(terminal).rfind(SHOWS) > terminal.written.rfind(HIDES)
