"""The reader on a real pseudo-terminal: what it sends, and how it leaves."""

import base64
import os
import re
import signal
import termios
from contextlib import suppress

import pytest

from bench.terminal import Terminal, Unresponsive
from tests.tui.conftest import Open

COLOURS = re.compile(rb"\x1b\[(?:\d+;)*(?:3[0-7]|4[0-7]|9[0-7]|10[0-7]|38|48)(?:;\d+)*m")


def left(terminal: Terminal) -> int:
    """Press q; the exit status."""
    os.write(terminal._master, b"q")
    with suppress(Unresponsive):
        while terminal._read(5):
            pass
    return terminal._process.wait(10)


def test_it_leaves_the_terminal_as_it_was(open_reader: Open) -> None:
    with open_reader() as terminal:
        assert left(terminal) == 0
        written = bytes(terminal._written)
        assert written.count(b"\x1b[?1049h") == written.count(b"\x1b[?1049l") == 1
        assert written.rindex(b"\x1b[?25h") > written.rindex(b"\x1b[?25l")
        modes = termios.tcgetattr(terminal._master)[3]
        assert modes & termios.ECHO
        assert modes & termios.ICANON


def test_the_mouse_stays_with_the_terminal(open_reader: Open) -> None:
    with open_reader() as terminal:
        assert not re.search(rb"\x1b\[\?100[0236]h", bytes(terminal._written))


def test_nothing_is_sent_while_idle(open_reader: Open) -> None:
    with open_reader() as terminal:
        terminal.press("j")
        terminal.settle(0.3)
        assert terminal.burst(1.5, 1.5).size == 0


def test_a_move_sends_only_the_rows_that_change(open_reader: Open) -> None:
    with open_reader() as terminal:
        sizes = sorted(terminal.press("j").size for _ in range(9))
        assert 0 < sizes[4] < 1500


def test_escape_sequences_in_an_article_do_not_reach_the_terminal(open_reader: Open) -> None:
    hostile = "Talks \x1b]0;PWNED\x07 went \x1b[31;5mon\x1b[0m and \x9b2Jon, \u202esdrawkcab\u202c\u200b they said.\n\n"
    with open_reader(hostile * 5) as terminal:
        for key in "jdi":
            terminal.press(key)
        written = bytes(terminal._written)
        assert b"PWNED" not in written
        assert b"31;5m" not in written
        assert not re.search("[\u0080-\u009f\u200b\u202a-\u202e\u2066-\u2069]", written.decode())


@pytest.mark.parametrize("keys", ["jd", "?"])
def test_no_color_means_no_colour(open_reader: Open, keys: str) -> None:
    with open_reader(NO_COLOR="1") as terminal:
        for key in keys:
            terminal.press(key)
        written = bytes(terminal._written)
        assert not COLOURS.search(written)
        assert re.search(rb"\x1b\[(?:\d+;)*7(?:;\d+)*m", written)


def test_an_empty_no_color_asks_for_nothing(open_reader: Open) -> None:
    with open_reader(NO_COLOR="") as terminal:
        assert COLOURS.search(bytes(terminal._written))


def test_terminals_that_are_not_utf8_get_ascii(open_reader: Open) -> None:
    text = "\n\n".join(f"“Größe” is what they — all {n} of them — said." for n in range(20))
    with open_reader(text, PYTHONIOENCODING="ascii", PYTHONUTF8="0") as terminal:
        for key in "jdi":
            terminal.press(key)
        written = bytes(terminal._written)
        assert written.isascii()
        assert rb"\u" not in written
        assert b'"Grosse"' in written or b'"Gro?e"' in written


@pytest.mark.parametrize("term", ["linux", "xterm", "screen-256color", "tmux-256color"])
def test_it_runs_wherever_there_is_a_terminal(open_reader: Open, term: str) -> None:
    with open_reader(TERM=term, COLORTERM="") as terminal:
        terminal.press("j")
        assert left(terminal) == 0


def test_copying_asks_the_terminal(open_reader: Open) -> None:
    with open_reader() as terminal:
        terminal.press("y")
        found = re.search(rb"\x1b\]52;c;([A-Za-z0-9+/=]+)\x07", bytes(terminal._written))
        assert found
        assert b"headline" in base64.b64decode(found[1])


def test_after_a_pause_everything_is_painted_again(open_reader: Open) -> None:
    with open_reader() as terminal:
        terminal.press("j")
        os.write(terminal._master, b"\x1a")
        assert os.WIFSTOPPED(os.waitpid(terminal._process.pid, os.WUNTRACED)[1])
        terminal.settle(0.2)
        shown = len(terminal._written)
        os.kill(terminal._process.pid, signal.SIGCONT)
        terminal.settle(0.5)
        again = bytes(terminal._written)[shown:]
        assert b"\x1b[?1049h" in again
        assert again.count(b"Officials said") > 10
        assert left(terminal) == 0


def test_the_screen_is_drawn_again_on_request(open_reader: Open) -> None:
    with open_reader() as terminal:
        terminal.settle(0.3)
        shown = len(terminal._written)
        terminal.press("\x0c", pause=0.5)
        assert bytes(terminal._written)[shown:].count(b"Officials said") > 10
