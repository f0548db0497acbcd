"""What ``newsread doctor`` says of the settings and of the clipboard."""

import os
from pathlib import Path

import pytest

from newsread_tui.checkup.check import State
from newsread_tui.checkup.choices import clipboard, configuration
from newsread_tui.settings.gather import gather
from newsread_tui.settings.values import Clipboard, Settings


def looked_at(tmp_path: Path, text: str | bytes | None) -> tuple[State, str]:
    path = tmp_path / "config.toml"
    if text is not None:
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    check = configuration(gather(environment={}, path=path))
    return check.state, check.found.replace(str(path), "FILE")


@pytest.mark.parametrize(
    ("text", "state", "told"),
    [
        (None, State.OK, "all as they come; FILE is not there"),
        ('theme = "light"\n[keys]\nwhy = "W"\nwrite.screen = "X"', State.OK, "FILE, 3 entries, all understood"),
        ('theme = "lihgt"\nsteady = 3', State.NOTE, "config.toml, line 1: theme: "),
        ('theme = "light"\n[keys]\nwhy = "W"', State.NOTE, 'config.toml, line 3: W is the key of both "why"'),
        ("theme = light", State.BROKEN, "config.toml, line 1: theme: invalid value"),
        (b"\xff\xfe", State.BROKEN, "config.toml: is not UTF-8"),
    ],
)
def test_the_first_thing_that_cannot_be_followed(
    tmp_path: Path, text: str | bytes | None, state: State, told: str
) -> None:
    found, words = looked_at(tmp_path, text)
    assert (found, words[: len(told)].lower()) == (state, told.lower())
    assert "FILE" in words
    assert ("1 more, see newsread config" in words) == (text == 'theme = "lihgt"\nsteady = 3')


@pytest.mark.parametrize(
    ("settings", "says", "state", "told"),
    [
        (Settings(), "on", State.OK, "through tmux (OSC 52), whose set-clipboard is on"),
        (Settings(), "external", State.NOTE, "tmux lets no copies through, as its set-clipboard is external"),
        (Settings(), "off", State.NOTE, "tmux lets no copies through, as its set-clipboard is off"),
        (Settings(), None, State.OK, "through tmux (OSC 52), if its set-clipboard is on"),
        (Settings(clipboard=Clipboard.TMUX), "all", State.OK, "through tmux (OSC 52), whose allow-passthrough is all"),
        (Settings(clipboard=Clipboard.FILE), "off", State.OK, "copies go into a file"),
    ],
)
def test_tmux_is_asked_whether_it_lets_copies_through(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: Settings, says: str | None, state: State, told: str
) -> None:
    program = tmp_path / "tmux"
    program.write_text(f"#!/bin/sh\n{'exit 1' if says is None else f'echo {says}'}\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", os.fspath(tmp_path), prepend=os.pathsep)
    check = clipboard(settings, {"TMUX": "socket,1,0"})
    assert (check.state, check.found[: len(told)]) == (state, told)


@pytest.mark.parametrize(
    ("command", "state"),
    [("sh -c cat", State.OK), ("no-such-program -x", State.NOTE), ("", State.NOTE), ("'", State.NOTE)],
)
def test_a_program_for_copies_has_to_be_there(command: str, state: State) -> None:
    settings = Settings(clipboard=Clipboard.COMMAND, clipboard_command=command)
    assert clipboard(settings, {}).state is state
