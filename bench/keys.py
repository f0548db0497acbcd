"""Keys: how soon a move is painted, and how many bytes it sends to the terminal.

Textual paints at most 60 frames a second. A key that comes when all is quiet is painted at once; one that follows hard
on another waits for the next frame. Both are measured: keys from rest, and keys in a row, each sent when the one before
it has been painted.
"""

import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from typing import Final, Self

from bench.programs import first_word, one_static, reader
from bench.table import Line, Row
from bench.terminal import Burst, Terminal

MOVES: Final = 24
PAGES: Final = 3
IDLE: Final = 5.0
REST: Final = 0.1
IN_A_ROW: Final = 0.002
PAGE_UP: Final = "\x1b[5~"
BESIDE: Final = "one-Static Textual app"


@dataclass(frozen=True, slots=True)
class Moves:
    """What a program wrote for cursor moves."""

    from_rest: list[Burst]
    in_a_row: list[Burst]

    @classmethod
    def of(cls, terminal: Terminal) -> Self:
        """Press ``j`` again and again, first with rests and then without."""
        return cls(_presses(terminal, "j", MOVES, REST), _presses(terminal, "j", MOVES, IN_A_ROW))


def measure(home: Path) -> Iterator[Line]:
    """All about keys: the reference, the reader when all is done, and a reader that is still analysing."""
    with one_static(home) as terminal:
        terminal.wait_for("ready")
        terminal.settle()
        reference = Moves.of(terminal)
    with reader(home) as terminal:
        terminal.wait_for(first_word())
        terminal.settle()
        yield from _moves(Moves.of(terminal), reference)
        yield _pages(terminal)
        terminal.settle()
        yield Row(f"bytes while idle for {IDLE:g} s", terminal.burst(IDLE, IDLE).size, "B", 0)
    yield _while_analysing(home / "analysing")


def _moves(ours: Moves, reference: Moves) -> Iterator[Row]:
    what = "key to paint, 3 panes, 160x48"
    yield Row(
        f"{what}, in a row", _milliseconds(ours.in_a_row), "ms", 1.5, True, _milliseconds(reference.in_a_row), BESIDE
    )
    # From rest the reference shows what Textual itself needs; the bound is one and a half frames.
    yield Row(
        f"{what}, from rest", _milliseconds(ours.from_rest), "ms", 25, False, _milliseconds(reference.from_rest), BESIDE
    )
    sizes = [move.size / 1000 for move in ours.from_rest]
    yield Row("bytes per cursor move, median", median(sizes), "kB", 1.5)


def _pages(terminal: Terminal) -> Row:
    pages = _presses(terminal, PAGE_UP, PAGES, REST) + _presses(terminal, " ", PAGES, REST)
    return Row("bytes per page, largest", max(page.size for page in pages) / 1000, "kB", 25)


def _while_analysing(home: Path) -> Row:
    """Keys from the first text on, for as long as the analysis of the sample story may take."""
    home.mkdir()
    with reader(home) as terminal:
        terminal.wait_for(first_word())
        until = time.perf_counter() + 5
        moves: list[Burst] = []
        while time.perf_counter() < until:
            moves.append(terminal.press("jk"[len(moves) % 2], pause=0.03, timeout=1))
    answers = [move.first * 1000 for move in moves if move.size]
    return Row("key to first byte during analysis, p95", quantiles(answers, n=20)[-1], "ms", 50)


def _presses(terminal: Terminal, key: str, times: int, pause: float) -> list[Burst]:
    """What each press makes the program write; presses that change nothing (at the end of a text) are left out."""
    return [burst for burst in (terminal.press(key, pause) for _ in range(times)) if burst.size]


def _milliseconds(moves: list[Burst]) -> float:
    return median(move.last for move in moves) * 1000
