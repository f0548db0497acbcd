"""Terminals of many kinds, and none at all."""

import os
import subprocess
from pathlib import Path

import pytest

from bench.programs import NEWSREAD, environment
from tests.terminal.conftest import Open, OpenSample
from tests.terminal.eye import Eye

TYPOGRAPHY = "\n\n".join(f"“Größe” is what they — all {n} of them — said." for n in range(20))


@pytest.mark.parametrize("term", ["linux", "xterm", "screen-256color", "tmux-256color", "vt100"])
def test_it_runs_wherever_there_is_a_terminal(open_reader: Open, term: str) -> None:
    with open_reader(TERM=term, COLORTERM="") as terminal:
        eye = Eye(terminal, (120, 30))
        terminal.press("j")
        eye.wait_for("sentence 2 of")
        assert terminal.end("q") == 0


@pytest.mark.parametrize(
    "env",
    [
        {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"},
        {"LANG": "C"},
        {"LC_ALL": "POSIX"},
        {"LC_ALL": "en_US.ISO-8859-1"},
        {"NEWSREAD_ASCII": "on"},
    ],
    ids=str,
)  # fmt: skip
def test_terminals_that_are_not_utf8_get_ascii(open_reader: Open, env: dict[str, str]) -> None:
    with open_reader(TYPOGRAPHY, **env) as terminal:
        for key in ("j", "d", "i", "\x1b", "?", "\x1b", ":", "\x1b", "/"):
            terminal.press(key)
        written = terminal.written
        assert written.isascii()
        assert rb"\u" not in written
        assert b'"Grosse"' in written or b'"Gro?e"' in written


def test_where_no_locale_is_set_the_terminal_is_a_modern_one(open_reader: Open) -> None:
    with open_reader(TYPOGRAPHY, LANG="") as terminal:
        assert "“Größe”" in terminal.text()


def test_a_terminal_that_cannot_be_drawn_on_gets_the_report(open_sample: OpenSample) -> None:
    terminal = open_sample("--sample", TERM="dumb")
    terminal.wait_for("Barcelona", 60)
    assert terminal.end("", 60) == 0
    assert b"\x1b" not in terminal.written
    assert "Passage 1 of" in terminal.text()


def test_a_pipe_gets_the_report(tmp_path: Path, analyses: Path) -> None:
    around = environment(tmp_path) | {"XDG_CACHE_HOME": os.fspath(analyses)}
    done = subprocess.run([NEWSREAD, "--sample"], env=around, capture_output=True, check=False)
    assert (done.returncode, done.stderr) == (0, b"")
    assert b"Passage 1 of" in done.stdout
    assert b"\x1b" not in done.stdout


def test_what_is_wrong_in_the_configuration_is_told_and_stops_nobody(open_reader: Open, tmp_path: Path) -> None:
    path = tmp_path / "config" / "newsread" / "config.toml"
    path.parent.mkdir(parents=True)
    path.write_text('theme = "drak"\n[keys]\nsentence.next = "n"\nfound.next = ""\n', encoding="utf-8")
    with open_reader() as terminal:
        eye = Eye(terminal, (120, 30))
        eye.wait_for('config.toml, line 1: theme: no theme is called "drak" (did you mean "dark"?)')
        terminal.press("n")
        eye.wait_for("sentence 2 of")
        eye.wait_for("n k sentence")
        terminal.press("i")
        eye.wait_for('theme: no theme is called "drak"')
        terminal.press("\x1b")
        assert terminal.end("q") == 0
