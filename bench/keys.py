"""Keys: how soon a move is painted, and how many bytes it sends to the terminal.

Textual paints at most 60 frames a second. A key that comes when all is quiet is painted at once; one that follows hard
on another waits for the next frame. Both are measured: keys from rest, and keys in a row, each sent when the one before
it has been painted.
"""

import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles
from typing import Final, Self

from bench.analysis import write_crowd
from bench.known import know, know_crowd
from bench.programs import SEEDS, first_word, one_static, reader, tell
from bench.table import Line, Row
from bench.terminal import Burst, Terminal

MOVES: Final = 24
PAGES: Final = 2
WALK: Final = 12
LONG: Final = (8, 120)
"""Outlets and sentences of a long story."""
THEMES: Final = {"dark": 25.0, "light": 25.0, "high-contrast": 25.0, "blue-orange": 25.0, "terminal": 12.0}
"""Themes, with the kilobytes that a page may take in each."""
IDLE: Final = 5.0
QUIET: Final = 1.0
"""Seconds without output after which a reader that knows its story is done."""
REST: Final = 0.1
IN_A_ROW: Final = 0.002
PATIENCE: Final = 0.5
"""Seconds after which a key is taken to change nothing."""
PAGE_UP: Final = "\x1b[5~"
BESIDE: Final = "one-Static Textual app"


@dataclass(frozen=True, slots=True)
class Moves:
    """What a program wrote for cursor moves."""

    from_rest: list[Burst]
    in_a_row: list[Burst]

    @classmethod
    def of(cls, terminal: Terminal, back: str = "k") -> Self:
        """Go down with rests, and back without."""
        return cls(_presses(terminal, "j", MOVES, REST), _presses(terminal, back, MOVES, IN_A_ROW))


def measure(home: Path) -> Iterator[Line]:
    """All about keys: the reference, readers whose stories are known, and a reader that is still analysing."""
    with one_static(home) as terminal:
        terminal.wait_for("ready")
        terminal.settle()
        reference = Moves.of(terminal, "j")
    tell("readers of a story that is known")
    know(home, SEEDS)
    with _settled(home) as terminal:
        yield from _moves(Moves.of(terminal), reference, "3 panes, 160x48")
        terminal.settle(QUIET)
        yield Row(f"bytes while idle for {IDLE:g} s", terminal.burst(IDLE, IDLE).size, "B", 0)
    for theme, page in THEMES.items():
        yield from _bytes(home, theme, page)
    tell("a long story")
    crowd = home / "crowd"
    write_crowd(crowd, *LONG)
    know_crowd(home, crowd)
    with _settled(home, story=crowd) as terminal:
        yield from _moves(Moves.of(terminal), reference, "{} outlets x {} sentences".format(*LONG))
    tell("a reader that is analysing")
    yield _while_analysing(home / "analysing")


def _settled(home: Path, *options: str, story: Path = SEEDS) -> Terminal:
    """A reader at the beginning of a story that it knows, all of it painted."""
    shutil.rmtree(home / "state", ignore_errors=True)  # the place where a story was left is kept
    terminal = reader(home, *options, story=story)
    terminal.wait_for("sentence 1 of")
    terminal.settle(QUIET)
    return terminal


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
    with _settled(home, "--theme", theme) as terminal:
        for way, bound in (("level", 3.0), ("steady", 1.5)):
            if way == "steady":
                terminal.press("g")
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
    """What each press makes the program write, up to one that changes nothing, at the end of a text."""
    bursts: list[Burst] = []
    while len(bursts) < times and (burst := terminal.press(key, pause, PATIENCE)).size:
        bursts.append(burst)
    return bursts


def _milliseconds(moves: list[Burst]) -> float:
    return median(move.last for move in moves) * 1000
