"""The reader inside tmux, with a person at the terminal around it."""

import base64
import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import pytest

from bench.programs import NEWSREAD
from bench.terminal import Terminal
from tests.terminal.conftest import OpenSample
from tests.terminal.eye import Eye

TMUX: Final = shutil.which("tmux") or ""
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not TMUX, reason="tmux is not installed"),
]
TMUX_ITSELF: Final = b"\x1b[?7727h"
"""What tmux sends some seconds after it started to a terminal that has not answered its questions."""
SETTINGS = """
set -g status off
set -s escape-time 10
set -s set-clipboard on
set -g default-terminal "tmux-256color"
set -g default-shell "/bin/sh"
set -as terminal-features ",xterm*:RGB:clipboard"
"""

type Ask = Callable[..., str]
type Inside = Callable[..., Terminal]


@pytest.fixture
def socket(tmp_path: Path) -> Iterator[Path]:
    path = tmp_path / "tmux"
    (tmp_path / "tmux.conf").write_text(SETTINGS, encoding="utf-8")
    yield path
    subprocess.run([TMUX, "-S", path, "kill-server"], capture_output=True, check=False)


@pytest.fixture
def ask(socket: Path) -> Ask:
    """Ask tmux itself something."""

    def asked(*words: str) -> str:
        return subprocess.run([TMUX, "-S", socket, *words], capture_output=True, check=True, text=True).stdout

    return asked


@pytest.fixture
def inside(open_sample: OpenSample, socket: Path, tmp_path: Path) -> Inside:
    """A shell in tmux, in a terminal, in which the reader is started."""

    def opened(*words: str, size: tuple[int, int]) -> Terminal:
        command = (TMUX, "-S", os.fspath(socket), "-f", os.fspath(tmp_path / "tmux.conf"), "new-session")
        terminal = open_sample("exec /bin/sh", command=command, size=size, PS1="prompt> ", TMUX_TMPDIR=str(tmp_path))
        terminal.wait_for("prompt>")
        terminal.send(f"{NEWSREAD} --sample {' '.join(words)}; echo status $?\n")
        return terminal

    return opened


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)], ids=str)
def test_a_walk_in_tmux(inside: Inside, ask: Ask, size: tuple[int, int]) -> None:
    terminal = inside(size=size)
    eye = Eye(terminal, size)
    eye.wait_for("sentence 1 of")
    for keys, text in (
        ("jj", "sentence 3 of"),
        ("c", "Who carries what"),
        ("\x1b", "sentence 3"),
        ("?", "Keys and signs"),
    ):
        terminal.send(keys)
        eye.wait_for(text)
    assert ask("display-message", "-p", "#{alternate_on}").strip() == "1"
    terminal.send("q")
    eye.wait_for("sentence 3")
    terminal.settle(0.5)
    before = len(terminal.written)
    terminal.burst(1.0, 1.0)
    assert terminal.written[before:].replace(TMUX_ITSELF, b"") == b""
    terminal.send("q")
    eye.wait_for("status 0")
    assert ask("display-message", "-p", "#{alternate_on} #{cursor_flag} #{mouse_any_flag}").split() == ["0", "1", "0"]
    left = ask("capture-pane", "-p")
    assert "Traceback" not in left
    assert "\x1b" not in ask("capture-pane", "-p", "-e", "-S", "-").partition("status 0")[2]


def test_a_copy_reaches_tmux(inside: Inside, ask: Ask) -> None:
    terminal = inside(size=(120, 40))
    eye = Eye(terminal, (120, 40))
    eye.wait_for("sentence 1 of")
    terminal.send("y")
    eye.wait_for("sentence sent to the terminal")
    assert "military options" in ask("show-buffer")


def test_a_copy_wrapped_reaches_the_terminal_around_tmux(inside: Inside, ask: Ask) -> None:
    terminal = inside(size=(120, 40))
    eye = Eye(terminal, (120, 40))
    eye.wait_for("sentence 1 of")
    terminal.send("q")
    eye.wait_for("status 0")
    ask("set", "-g", "allow-passthrough", "on")
    ask("set", "-s", "set-clipboard", "off")
    terminal.send(f"NEWSREAD_CLIPBOARD=tmux {NEWSREAD} --sample\n")
    eye.wait_for("sentence 1 of")
    terminal.send("y")
    eye.wait_for("sentence sent to the terminal")
    found = re.search(rb"\x1b\]52;c;([A-Za-z0-9+/=]+)\x07", terminal.written)
    assert found
    assert b"military options" in base64.b64decode(found[1])
