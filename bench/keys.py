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

from bench.analysis import write_crowd
from bench.programs import first_word, one_static, reader
from bench.table import Line, Row
from bench.terminal import Burst, Terminal

MOVES: Final = 24
PAGES: Final = 3
WALK: Final = 40
LONG: Final = (8, 120)
"""Outlets and sentences of a long story."""
LONG_PAUSE: Final = 10.0
LONG_TIMEOUT: Final = 240.0
THEMES: Final = {"dark": 25.0, "light": 25.0, "high-contrast": 25.0, "blue-orange": 25.0, "terminal": 12.0}
"""Themes, with the kilobytes that a page may take in each."""
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
        yield from _moves(Moves.of(terminal), reference, "3 panes, 160x48")
        terminal.settle()
        yield Row(f"bytes while idle for {IDLE:g} s", terminal.burst(IDLE, IDLE).size, "B", 0)
    for theme, page in THEMES.items():
        yield from _bytes(home, theme, page)
    crowd = home / "crowd"
    write_crowd(crowd, *LONG)
    with reader(home, story=crowd) as terminal:
        terminal.wait_for("of 120")
        terminal.settle(LONG_PAUSE, LONG_TIMEOUT)
        yield from _moves(Moves.of(terminal), reference, "{} outlets x {} sentences".format(*LONG))
    yield _while_analysing(home / "analysing")


def _moves(ours: Moves, reference: Moves, where: str) -> Iterator[Row]:
    what = f"key to paint, {where}"
    yield Row(
        f"{what}, in a row", _milliseconds(ours.in_a_row), "ms", 1.5, True, _milliseconds(reference.in_a_row), BESIDE
    )
    # From rest the reference shows what Textual itself needs; the bound is one and a half frames.
    yield Row(
        f"{what}, from rest", _milliseconds(ours.from_rest), "ms", 25, False, _milliseconds(reference.from_rest), BESIDE
    )


def _bytes(home: Path, theme: str, page: float) -> Iterator[Row]:
    """What a walk through the first article sends, outlets level with the cursor and steady as over SSH."""
    for way, bound in (("level", 3.0), ("steady", 1.5)):
        # A home of its own: the place where a story was left is kept.
        with reader(home / f"{theme}-{way}", "--theme", theme) as terminal:
            terminal.wait_for(first_word())
            terminal.settle()
            if way == "steady":
                terminal.press("z")
            moves = _presses(terminal, "j", WALK, REST)
            yield Row(f"bytes per move, {theme}, {way}, median", median(m.size for m in moves) / 1000, "kB", bound)
            pages = _presses(terminal, PAGE_UP, PAGES, REST) + _presses(terminal, " ", PAGES, REST)
            largest = max(each.size for each in pages) / 1000
            yield Row(f"bytes per page, {theme}, {way}, largest", largest, "kB", page)


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
