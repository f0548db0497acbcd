"""The reader over a real SSH connection: logging in, walking, resizing, losing the line and coming back."""

import json
import os
import select
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Final

import pyte
import pytest

from bench.link import Link, Pace, Traffic
from bench.programs import NEWSREAD
from bench.sshd import SSHD, Server
from bench.terminal import Terminal
from newsread.sample import sample_story
from tests.terminal.eye import Eye

pytestmark = [
    pytest.mark.skipif(SSHD is None, reason="there is no sshd here (Debian: apt install openssh-server)"),
    pytest.mark.skipif(shutil.which("ssh") is None, reason="there is no ssh client here"),
]
SIZE: Final = (100, 30)
SLOW: Final = Pace(rate=64_000, delay=0.075)  # 150 ms there and back

type Login = Callable[..., Terminal]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with Server(tmp_path_factory.mktemp("sshd")) as running:
        yield running


@pytest.fixture
def link(server: Server) -> Iterator[Link]:
    with Link(server.port) as line:
        yield line


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    """The environment of a login: a home of its own."""
    places = {f"XDG_{name}_HOME": os.fspath(tmp_path / name.lower()) for name in ("CACHE", "CONFIG", "DATA", "STATE")}
    return {"HOME": os.fspath(tmp_path), "LANG": "C.UTF-8", **places}


@pytest.fixture
def login(server: Server, link: Link, home: dict[str, str]) -> Iterator[Login]:
    """Log in and run a command, by default the reader on the sample story, without a language model."""
    with ExitStack() as stack:

        def log_in(*command: str, size: tuple[int, int] = SIZE) -> Terminal:
            words = command or (NEWSREAD, "--model", "none", os.fspath(sample_story()))
            return stack.enter_context(server.login(words, size, link.port, **home))

        yield log_in


def _screen(terminal: Terminal, size: tuple[int, int] = SIZE, since: int = 0) -> str:
    """What a person sees."""
    screen = pyte.Screen(*size)
    pyte.ByteStream(screen).feed(terminal.written[since:])
    return "\n".join(screen.display)


def _opened(terminal: Terminal) -> Terminal:
    """A reader whose text and links are on the screen."""
    terminal.wait_for("continues", 60)
    terminal.settle(1.0)
    return terminal


def _comes_to(terminal: Terminal, sentence: int) -> None:
    """Wait until the cursor is on a sentence."""
    terminal.wait_until(lambda _: f"sentence {sentence} of" in _screen(terminal), f"sentence {sentence}", 60)


def _ended(pipe: int) -> bool:
    """Whether all processes that hold the other end of a pipe end within a while."""
    return bool(select.select([pipe], [], [], 20)[0]) and os.read(pipe, 1) == b""


def test_a_story_is_walked_through_and_left(login: Login) -> None:
    terminal = _opened(login())
    _comes_to(terminal, 1)
    for key in "jjlh":
        terminal.press(key)
    _comes_to(terminal, 3)
    assert terminal.end("q") == 0
    assert b"\x1b[?1049l" in terminal.written


def test_a_window_is_resized_across_the_line(login: Login) -> None:
    terminal = _opened(login())
    terminal.press("j")
    for size in ((160, 48), (60, 20), SIZE):
        before = len(terminal.written)
        terminal.resize(size)
        terminal.settle(0.7)
        shown = _screen(terminal, size, before)
        assert "sentence 2" in shown or "2/" in shown, shown
        assert max(len(line.rstrip()) for line in shown.splitlines()) > size[0] // 2
    assert terminal.end("q") == 0


def test_a_dropped_line_keeps_the_place_and_the_next_login_finds_it(login: Login, link: Link, tmp_path: Path) -> None:
    alive = tmp_path / "alive"
    os.mkfifo(alive)
    watched = os.open(alive, os.O_RDONLY | os.O_NONBLOCK)
    story = os.fspath(sample_story())
    terminal = _opened(login("sh", "-c", 'exec "$0" --model none "$1" 3>"$2"', NEWSREAD, story, os.fspath(alive)))
    for key in "jjjj]":
        terminal.press(key)
    _comes_to(terminal, 5)
    link.cut()
    assert _ended(watched), "the reader lives on without its line"
    os.close(watched)
    (kept,) = (tmp_path / "state" / "newsread" / "stories").glob("*.json")
    assert json.loads(kept.read_text(encoding="utf-8"))["place"]["sentence"] == 4
    again = _opened(login())
    _comes_to(again, 5)
    assert "≥0.55" in _screen(again)
    assert again.end("q") == 0


@pytest.mark.skipif(shutil.which("tmux") is None, reason="there is no tmux here")
def test_in_tmux_the_reader_outlives_the_line(login: Login, link: Link, tmp_path: Path) -> None:
    tmux = ("tmux", "-u", "-f", os.devnull, "-S", os.fspath(tmp_path / "tmux"))
    reader = (NEWSREAD, "--model", "none", os.fspath(sample_story()))
    terminal = login(*tmux, "new-session", *reader)
    try:
        _opened(terminal)
        for key in "jj":
            terminal.press(key)
        _comes_to(terminal, 3)
        link.cut()
        assert terminal.ended() == 255  # what ssh says of a broken line
        again = login(*tmux, "attach")
        _comes_to(again, 3)
        again.press("j")
        _comes_to(again, 4)
        assert again.end("q") == 0
    finally:
        login(*tmux, "kill-server").ended()


def test_what_cannot_be_opened_is_one_line_and_its_status_crosses(login: Login) -> None:
    terminal = login(NEWSREAD, "nowhere.txt")
    assert terminal.ended() == 2
    assert terminal.text().splitlines()[0] == "newsread: nowhere.txt: no such file or folder"


def _needed(terminal: Terminal, link: Link, key: str) -> Traffic:
    with link.counted() as found:
        terminal.press(key, pause=0.3)
    return found[0]


def test_a_slow_line_carries_moves_and_pages_in_time(login: Login, link: Link) -> None:
    """What each key sends and how often it waits for an answer; from that the time a line of 64 kB/s and 150 ms needs."""
    terminal = _opened(login(size=(160, 48)))
    Eye(terminal, (160, 48)).wait_for("q quit\n")  # nothing more is being worked on: what that is would stand there
    moves = [_needed(terminal, link, key) for key in "jjjjkkll"]
    pages = [_needed(terminal, link, key) for key in (" ", " ", "b", "G", "g")]
    assert all(each.down for each in moves[:4])
    assert max(SLOW.seconds(each) for each in moves) < 0.5, moves
    assert max(SLOW.seconds(each) for each in pages) < 2.0, pages
    terminal.settle(2.0)
    with link.counted() as idle:
        terminal.burst(1.5, 1.5)
    assert idle == [Traffic(0, 0)]
