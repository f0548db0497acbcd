"""What the reader sends to a terminal, and what it never does."""

import base64
import re
from pathlib import Path

import pytest

from tests.terminal.conftest import Open
from tests.terminal.eye import Eye

COLOURS = re.compile(rb"\x1b\[(?:\d+;)*(?:3[0-7]|4[0-7]|9[0-7]|10[0-7]|38|48)(?:;\d+)*m")
TRUE = re.compile(rb"\x1b\[(?:\d+;)*[34]8;2;")
MANY = re.compile(rb"\x1b\[(?:\d+;)*[34]8;[25];")


@pytest.mark.parametrize(("words", "taken"), [((), False), (("--mouse",), True)])
def test_the_mouse_stays_with_the_terminal_unless_asked_for(
    open_reader: Open, words: tuple[str, ...], *, taken: bool
) -> None:
    with open_reader(words=words) as terminal:
        assert bool(re.search(rb"\x1b\[\?100[0236]h", terminal.written)) is taken


def test_nothing_is_sent_while_idle(open_reader: Open) -> None:
    with open_reader() as terminal:
        eye = Eye(terminal, (120, 30))
        terminal.press("j")
        eye.wait_for("sentence 2 of")
        eye.wait_for("q quit\n")  # nothing more is being worked on: what that is would stand there
        terminal.settle(1.0)
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
        written = terminal.written
        assert b"PWNED" not in written
        assert b"31;5m" not in written
        assert not re.search("[\u0080-\u009f\u200b\u202a-\u202e\u2066-\u2069]", written.decode())


def test_nothing_in_a_name_commands_the_terminal(open_reader: Open) -> None:
    hostile = "\x1b]0;owned\x07\x1b]52;c;b3duZWQ=\x07\x9b31m\x1bP1;2|x\x1b\\"
    with open_reader(name=f"a{hostile}") as terminal:
        for key in "ji?":
            terminal.press(key)
        for sequence in (b"owned", b"\x1b]52", b"\xc2\x9b", b"\x1bP1"):
            assert sequence not in terminal.written


@pytest.mark.parametrize("keys", ["jd", "?", ":"])
def test_no_color_means_no_colour(open_reader: Open, keys: str) -> None:
    with open_reader(NO_COLOR="1") as terminal:
        for key in keys:
            terminal.press(key)
        assert not COLOURS.search(terminal.written)
        assert re.search(rb"\x1b\[(?:\d+;)*7(?:;\d+)*m", terminal.written)


@pytest.mark.parametrize(
    ("words", "env", "depth"),
    [
        ((), {"NO_COLOR": ""}, TRUE),
        ((), {"COLORTERM": ""}, MANY),
        (("--color", "256"), {}, MANY),
        (("--color", "truecolor"), {"COLORTERM": "", "TERM": "screen"}, TRUE),
        (("--color", "16", "--theme", "light"), {}, COLOURS),
        ((), {"TERM": "linux", "COLORTERM": ""}, COLOURS),
        (("--color", "none"), {}, None),
        (("--color", "256"), {"NO_COLOR": "1"}, MANY),
    ],
)  # fmt: skip
def test_as_many_colours_as_there_are_or_as_are_asked_for(
    open_reader: Open, words: tuple[str, ...], env: dict[str, str], depth: re.Pattern[bytes] | None
) -> None:
    with open_reader(words=words, **env) as terminal:
        terminal.press("?")
        Eye(terminal, (120, 30)).wait_for("Keys and signs")
        terminal.press("G")
        deepest = next((each for each in (TRUE, MANY, COLOURS) if each.search(terminal.written)), None)
        assert deepest is depth


def test_copying_asks_the_terminal_and_says_so(open_reader: Open, tmp_path: Path) -> None:
    with open_reader() as terminal:
        eye = Eye(terminal, (120, 30))
        terminal.press("y")
        found = re.search(rb"\x1b\]52;c;([A-Za-z0-9+/=]+)\x07", terminal.written)
        assert found
        assert b"headline" in base64.b64decode(found[1])
        eye.wait_for("sentence sent to the terminal")
    assert "headline" in (tmp_path / "state" / "newsread" / "copied.txt").read_text(encoding="utf-8")
