"""How the reader leaves a terminal, and what it keeps when the terminal leaves it."""

import json
import os
import signal
from contextlib import suppress
from pathlib import Path

import pytest

from bench.terminal import Unresponsive
from tests.terminal.conftest import Open
from tests.terminal.eye import Eye

SIZES = [(80, 24), (120, 40), (200, 60)]


@pytest.mark.parametrize("key", ["q", "\x11"], ids=["q", "Ctrl-Q"])
def test_it_leaves_the_terminal_as_it_was(open_reader: Open, key: str) -> None:
    with open_reader() as terminal:
        assert terminal.end(key) == 0
        written = terminal.written
        assert written.count(b"\x1b[?1049h") == written.count(b"\x1b[?1049l") == 1
        assert written.rindex(b"\x1b[?25h") > written.rindex(b"\x1b[?25l")


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_modes_are_given_back(open_reader: Open, size: tuple[int, int]) -> None:
    with open_reader(size=size) as terminal:
        during = terminal.modes()
        assert terminal.end("q") == 0
        assert terminal.modes() != during
        lflag = terminal.modes()[3]
        assert isinstance(lflag, int)
        assert lflag & 0o10  # ECHO
        assert lflag & 0o2  # ICANON


def test_the_reader_ends_with_its_terminal(open_reader: Open) -> None:
    with open_reader() as terminal:
        # It is not the terminal's own session here, so no signal tells it, as when another program has started it.
        assert terminal.hang_up() == 128 + signal.SIGHUP


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM])
def test_the_place_is_kept_when_the_line_is_lost(open_reader: Open, tmp_path: Path, number: signal.Signals) -> None:
    with open_reader() as terminal:
        terminal.press("j")
        os.kill(terminal._process.pid, number)
        with suppress(Unresponsive):
            terminal.settle(5)
        assert terminal._process.wait(10) == 128 + number
    (kept_file,) = (tmp_path / "state" / "newsread" / "stories").glob("*.json")
    assert json.loads(kept_file.read_text(encoding="utf-8"))["place"]["sentence"] == 1


def test_after_a_pause_everything_is_painted_again(open_reader: Open) -> None:
    with open_reader() as terminal:
        terminal.press("j")
        terminal.send("\x1a")
        assert os.WIFSTOPPED(os.waitpid(terminal._process.pid, os.WUNTRACED)[1])
        terminal.settle(0.2)
        shown = len(terminal.written)
        os.kill(terminal._process.pid, signal.SIGCONT)
        terminal.settle(0.5)
        again = terminal.written[shown:]
        assert b"\x1b[?1049h" in again
        assert again.count(b"Officials said") > 10
        assert terminal.end("q") == 0


def test_another_size_keeps_the_place_and_too_small_a_one_is_told(open_reader: Open) -> None:
    with open_reader(size=(120, 30)) as terminal:
        eye = Eye(terminal, (120, 30))
        for _ in range(20):
            terminal.press("j", pause=0.02)
        eye.wait_for("sentence 21 of")
        for size, text in (((80, 24), "sentence 21 of"), ((39, 9), "too small"), ((200, 60), "sentence 21 of")):
            eye.resize(size)
            eye.wait_for(text)
            if text != "too small":
                eye.wait_for("day 19 ")
        assert terminal.end("q") == 0


def test_the_screen_is_drawn_again_on_request(open_reader: Open) -> None:
    with open_reader() as terminal:
        terminal.settle(0.3)
        shown = len(terminal.written)
        terminal.press("\x0c", pause=0.5)
        assert terminal.written[shown:].count(b"Officials said") > 10
