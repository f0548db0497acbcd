"""Two articles, and newsread run on them without something that it would like to have."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pyte
import pytest

from bench.programs import environment
from bench.terminal import Terminal

WITHOUT = Path(__file__).with_name("without.py")
DISK = Path(__file__).with_name("disk.py")
SIZE = (100, 30)
ON_LINUX = pytest.mark.skipif(
    sys.platform != "linux", reason="limits and permissions are taken away in the way of Linux"
)


def _mounts() -> bool:
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, os.fspath(DISK), folder]
        return sys.platform == "linux" and not subprocess.run(command, capture_output=True, check=False).returncode


NEEDS_DISK = pytest.mark.skipif(not _mounts(), reason="this system does not let us mount a small disk to fill")

type Open = Callable[..., Terminal]
type Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """Two articles."""
    folder = tmp_path / "story"
    folder.mkdir()
    told = {
        "alpha": "Officials said on day {} that talks would go on.",
        "beta": "Talks will go on, officials said on day {}.",
    }
    for outlet, words in told.items():
        lines = [words.format(day) for day in range(12)]
        (folder / f"{outlet}.txt").write_text("\n\n".join([f"{outlet} headline", *lines]) + "\n", encoding="utf-8")
    return folder


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run newsread without something, standard input and output being what they are told to be."""

    def without(*words: str | Path, **streams: object) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, WITHOUT, *words]
        given = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | streams
        return subprocess.run(command, env=environment(tmp_path / "home"), text=True, check=False, **given)  # type: ignore[call-overload, no-any-return]

    return without


@pytest.fixture
def read(tmp_path: Path, story: Path) -> Iterator[Open]:
    """Open the reader on the two articles, without some things, and without a language model."""
    with ExitStack() as stack:

        def opened(*words: str, **variables: str) -> Terminal:
            command = [sys.executable, os.fspath(WITHOUT), *words, "--", "--model", "none", os.fspath(story)]
            terminal = stack.enter_context(Terminal(command, environment(tmp_path / "home") | variables, SIZE))
            terminal.wait_until(lambda _: "locked" in screen(terminal), "the reader")
            terminal.settle(0.5)
            return terminal

        yield opened


def screen(terminal: Terminal) -> str:
    screen = pyte.Screen(*SIZE)
    pyte.ByteStream(screen).feed(terminal.written)
    return "\n".join(screen.display)


def shows(terminal: Terminal, words: str) -> None:
    terminal.wait_until(lambda _: words in screen(terminal), words)


def plain(done: subprocess.CompletedProcess[str]) -> list[str]:
    """The lines about what went wrong; each is newsread's own."""
    lines = done.stderr.splitlines()
    assert all(line.startswith("newsread: ") for line in lines), done.stderr
    return lines


# --- homes and folders ----------------------------------------------------------------------------------------------
