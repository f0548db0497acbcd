"""The reader over SSH and a slow line: when what a key does is on the screen."""

import os
from collections.abc import Iterator
from pathlib import Path
from statistics import median
from typing import Final

from bench.link import Link, Pace
from bench.programs import NEWSREAD, SEEDS, SIZE, environment, first_word
from bench.sshd import SSHD, Server
from bench.table import Line, Row

SLOW: Final = Pace(rate=64_000, delay=0.075)
_WHAT: Final = "over SSH at 64 kB/s and 150 ms"
_PAUSE: Final = 0.6  # longer than the line is silent between two pieces of one picture


def measure(home: Path) -> Iterator[Line]:
    """First text, cursor moves and pages.

    Raises:
        RuntimeError: There is no SSH server here.
    """
    if SSHD is None:
        raise RuntimeError("there is no sshd here")
    keys = home / "keys"
    keys.mkdir()
    command, variables = [NEWSREAD, "--model", "none", os.fspath(SEEDS)], environment(home)
    with Server(keys) as server, Link(server.port, SLOW) as link:
        with server.login(["true"], SIZE, link.port, **variables) as bare:
            bare.ended()
            login = bare.lasted
        with server.login(command, SIZE, link.port, **variables) as terminal:
            yield Row(
                f"first text {_WHAT}, 160x48", terminal.wait_for(first_word()), "s", 4, False, login, "login alone"
            )
            terminal.settle()
            moves = [terminal.press(key, _PAUSE).last for key in "jjjjjjkkkk"]
            yield Row(f"cursor move {_WHAT}, median", median(moves), "s", 0.5)
            pages = [terminal.press(key, _PAUSE, 5).last for key in (" ", " ", " ", "b", "b", "b")]
            yield Row(f"page {_WHAT}, longest", max(pages), "s", 2)
