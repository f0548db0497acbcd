"""A walk through every screen of the reader, on terminals of every look and three sizes."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import pytest

from newsread_tui.themes import THEMES
from tests.terminal.conftest import OpenSample
from tests.terminal.eye import Eye
from tests.terminal.test_sending import COLOURS, MANY, TRUE

SIZES: Final = ((80, 24), (120, 40), (200, 60))
LOOKS: Final = [
    *(pytest.param(("--theme", name), {}, TRUE if name != "terminal" else COLOURS, id=name) for name in THEMES),
    pytest.param((), {"NO_COLOR": "1"}, None, id="NO_COLOR"),
    pytest.param(("--ascii",), {}, TRUE, id="ascii"),
]
# Keys, what is then on the screen, and the keys that lead back.
SCREENS: Final = (
    ("c", "Who carries what", "\x1b"),
    ("u", "Left out, and only here", "q"),
    ("D", "Where the outlets differ", "\x1b"),
    ("Q", "Who says what", "\x1b"),
    ("e", "Who and what is named", "\x1b"),
    ("w", "Why these are linked", "q"),
    ("p", "Outlets, from left to right", "q"),
    ("i", "Sources and notes", "q"),
    ("t", "Names in view", "q"),
    ("?", "Keys and signs", "q"),
    (":", "what to do", "\x1b"),
    ("a", "A note on", "\x1b"),
    ("/korea", "found: ", "\x1b"),
)
MOVES: Final = "jjlJk}{ sSoO.dmzrL]=[xxvvvh1"


def _walk(eye: Eye, screens: Sequence[tuple[str, str, str]]) -> None:
    terminal = eye.terminal
    for key in MOVES:
        terminal.press(key, pause=0.01, timeout=0.03)
    for keys, text, back in screens:
        terminal.press(keys[0], pause=0.2 if keys[1:] else 0.01)
        terminal.send(keys[1:])
        eye.wait_for(text)
        terminal.send(back)
        eye.wait_while(text)


@pytest.mark.slow
@pytest.mark.parametrize(("words", "env", "depth"), LOOKS)
def test_every_screen_at_every_size_in_every_look(
    open_sample: OpenSample, words: tuple[str, ...], env: dict[str, str], depth: re.Pattern[bytes] | None
) -> None:
    terminal = open_sample(*words, size=SIZES[0], **env)
    eye = Eye(terminal, SIZES[0])
    eye.wait_for("sentence 1 of")
    eye.wait_for("q quit\n")  # nothing more is being worked on: what that is would stand there
    before = terminal.modes()
    # Every look sees every screen; the looks together see each of them at every size.
    first = len(repr((words, env)))
    for number, size in enumerate(SIZES):
        eye.resize(size)
        eye.wait_for("sentence ")
        _walk(eye, SCREENS[(first + number) % len(SIZES) :: len(SIZES)])
    terminal.settle(0.5)
    assert terminal.burst(0.5, 0.5).size == 0
    assert terminal.end("q") == 0
    written = terminal.written
    assert b"Traceback" not in written
    assert next((each for each in (TRUE, MANY, COLOURS) if each.search(written)), None) is depth
    assert written.isascii() is ("--ascii" in words)
    assert terminal.modes() != before
    left = written[written.rindex(b"\x1b[?1049l") :]
    assert not re.search(rb"\x1b\[[1-9][\d;]*m", left), "colours or attributes are left behind"
    assert b"\x1b[?25h" in left


@pytest.mark.slow
def test_what_was_done_on_the_way_is_kept_and_can_be_taken_away(open_sample: OpenSample, tmp_path: Path) -> None:
    size = (120, 40)
    first = open_sample("--sample", size=size, PWD=str(tmp_path))
    eye = Eye(first, size)
    eye.wait_for("sentence 1 of")
    first.send("jjjjjB")
    eye.wait_for("bookmarked")
    first.send("a")
    eye.wait_for("A note on")
    first.send("look again\r")
    eye.wait_for("sentence 6 of")
    assert first.end("q") == 0
    again = open_sample("--sample", "--layout", "one", size=size)
    eye = Eye(again, size)
    eye.wait_for("sentence 6 of")
    again.send("gg'")
    eye.wait_for("look again")
    again.send("\r")
    eye.wait_for("sentence 6 of")
    assert again.end("q") == 0
