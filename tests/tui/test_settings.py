"""Who is listened to, and what is said of mistakes."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsread_tui.plan import Layout
from newsread_tui.settings.file import lines_of, read_file
from newsread_tui.settings.gather import Gathered, gather
from newsread_tui.settings.options import OPTIONS
from newsread_tui.settings.places import shows_utf8
from newsread_tui.settings.values import Clipboard, Settings


def told(tmp_path: Path, text: str, said: dict[str, object] | None = None, **environment: str) -> Gathered:
    path = tmp_path / "config.toml"
    path.write_text(text, encoding="utf-8")
    return gather(said, environment, path)


def test_the_command_line_comes_before_the_environment_before_the_file(tmp_path: Path) -> None:
    text = 'theme = "light"\nlayout = "pair"\nmeasure = 60\n'
    found = told(tmp_path, text, {"theme": "terminal", "mouse": None}, NEWSREAD_THEME="dark", NEWSREAD_LAYOUT="one")
    settings = found.settings
    assert (settings.theme, settings.layout, settings.measure) == ("terminal", Layout.ONE, 60)
    assert settings.said == {"theme"}
    places = [found.origins[name].place for name in ("theme", "layout", "measure", "mouse")]
    assert places == ["--theme", "NEWSREAD_LAYOUT", "config.toml, line 3", "default"]


def test_no_color_is_the_environments_word_on_colour(tmp_path: Path) -> None:
    assert told(tmp_path, 'color = "256"', NO_COLOR="1").settings.color == "none"
    assert told(tmp_path, 'color = "256"', NO_COLOR="").settings.color == "256"
    assert told(tmp_path, "", NO_COLOR="1", NEWSREAD_COLOR="truecolor").settings.color == "truecolor"
    assert told(tmp_path, "", {"color": "16"}, NO_COLOR="1").settings.color == "16"


def test_outlets_hold_still_over_ssh_unless_told_otherwise(tmp_path: Path) -> None:
    assert told(tmp_path, "", SSH_CONNECTION="x").settings.steady
    assert not told(tmp_path, "").settings.steady
    assert not told(tmp_path, "steady = false", SSH_CONNECTION="x").settings.steady
    assert told(tmp_path, 'steady = "on"').settings.steady


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('# mine\n\ntheme = "drak"', 'config.toml, line 3: theme: no theme is called "drak" (did you mean "dark"?)'),
        ('thme = "dark"', 'config.toml, line 1: thme: there is no such option (did you mean "theme"?)'),
        ("threshold = 1.5", 'config.toml, line 1: threshold: 1.5 is not a number from 0 to 1 (or "advised")'),
        ("threshold = nan", 'config.toml, line 1: threshold: nan is not a number from 0 to 1 (or "advised")'),
        ("measure = 7", "config.toml, line 1: measure: 7 is not a whole number from 30 to 200"),
        ('mouse = "perhaps"', 'config.toml, line 1: mouse: "perhaps" is neither true nor false'),
        ("model = 3", "config.toml, line 1: model: 3 is no text (put it in quotation marks)"),
        ('theme = "dark"\ntheme = "light"', "config.toml, line 2: theme: cannot overwrite a value"),
        ("theme = dark", "config.toml, line 1: theme: invalid value (words stand in quotation marks)"),
        ('[key]\n"help" = "h"', 'config.toml, line 1: key: there is no such option (did you mean "keys"?)'),
        ("[keys]\nhelp = 3", 'config.toml, line 2: help: keys are a text (such as "j, Down")'),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_file_line_and_name(tmp_path: Path, text: str, line: str) -> None:
    found = told(tmp_path, text)
    assert [str(problem) for problem in found.problems] == [line]
    assert found.settings == Settings()


def test_a_mistake_takes_nothing_else_with_it(tmp_path: Path) -> None:
    found = told(tmp_path, 'theme = "nope"\nmeasure = 60\ncolour = "16"', NEWSREAD_THEME="alsonope")
    assert [problem.place for problem in found.problems] == ["NEWSREAD_THEME", "config.toml, line 1"]
    assert (found.settings.theme, found.settings.measure, found.settings.color) == ("auto", 60, "16")


def test_names_that_people_guess(tmp_path: Path) -> None:
    assert told(tmp_path, 'theme = "colour-blind"').settings.theme == "blue-orange"
    assert told(tmp_path, 'theme = "Contrast"').settings.theme == "high-contrast"
    assert told(tmp_path, "color = 256").settings.color == "256"
    assert told(tmp_path, 'clipboard = "osc52-tmux"').settings.clipboard is Clipboard.TMUX


def test_what_is_no_file_is_told_or_nothing(tmp_path: Path) -> None:
    assert gather(environment={}, path=tmp_path / "none.toml").problems == ()
    assert "directory" in str(gather(environment={}, path=tmp_path).problems[0]).lower()
    (tmp_path / "latin.toml").write_bytes(b'theme = "\xe9"')
    assert str(gather(environment={}, path=tmp_path / "latin.toml").problems[0]) == "latin.toml: is not UTF-8"
    assert gather(environment={}, path=Path(os.devnull)).problems == ()


@given(st.binary(max_size=200) | st.text(max_size=200).map(lambda text: text.encode("utf-8", "replace")))
def test_no_file_however_broken_stops_anybody(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    path = tmp_path_factory.getbasetemp() / "broken.toml"
    path.write_bytes(data)
    found = gather(environment={}, path=path)
    assert all("\n" not in str(problem) and "\x1b" not in str(problem) for problem in found.problems)


VALUE = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20)


@given(st.sampled_from(sorted(OPTIONS)), VALUE)
def test_every_option_takes_any_value_or_says_why_not(name: str, value: object) -> None:
    found = gather({name: value}, {}, Path(os.devnull))
    assert len(found.problems) <= 1
    assert found.problems or value is None or name in found.settings.said


def test_lines_are_found_in_tables_too(tmp_path: Path) -> None:
    text = 'theme="x"\n[keys]\n"page.down" = "d"\npage.up = "u"  # up\n  \'help\'=[\n  "h",\n]\n'
    assert lines_of(text) == {"theme": 1, "keys": 2, "keys.page.down": 3, "keys.page.up": 4, "keys.help": 5}
    path = tmp_path / "config.toml"
    path.write_text(text, encoding="utf-8")
    assert read_file(path).keys == {"page.down": "d", "page.up": "u", "help": ["h"]}


@pytest.mark.parametrize(
    ("encoding", "assumed", "environment", "shows"),
    [
        ("utf-8", False, {"LANG": "en_US.UTF-8"}, True),
        ("ascii", False, {"LANG": "en_US.UTF-8"}, False),
        ("iso-8859-1", False, {}, False),
        # Python takes UTF-8 for granted in these, and puts C.UTF-8 into LC_CTYPE.
        ("utf-8", True, {"LANG": "C", "LC_CTYPE": "C.UTF-8"}, False),
        ("utf-8", True, {"LC_ALL": "POSIX"}, False),
        ("utf-8", True, {"LC_ALL": "de_DE.ISO-8859-1"}, False),
        ("utf-8", True, {"LC_ALL": "xx_XX.utf8"}, True),
        ("utf-8", True, {"LC_CTYPE": "C.UTF-8"}, True),
    ],
)  # fmt: skip
def test_what_the_locale_says_of_the_terminal(
    encoding: str, environment: dict[str, str], *, assumed: bool, shows: bool
) -> None:
    assert shows_utf8(encoding, environment, assumed=assumed) is shows
