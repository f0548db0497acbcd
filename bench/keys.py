"""Keys: how soon a move is painted, and how many bytes it sends to the terminal."""

import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median, quantiles

from bench.programs import first_word, one_static, reader
from bench.table import Line, Row
from bench.terminal import Burst, Terminal

MOVES = 40
PAGES = 6
IDLE_SECONDS = 5.0


def measure(home: Path) -> Iterator[Line]:
    """All about keys: the reference, the reader when all is done, and a reader that is still analysing."""
    with one_static(home) as terminal:
        terminal.wait_for("ready")
        terminal.settle()
        reference = _milliseconds(_presses(terminal, "j", MOVES))
    with reader(home) as terminal:
        terminal.wait_for(first_word())
        terminal.settle()
        moves = _presses(terminal, "j", MOVES)
        yield _paint("key to paint, 3 panes, 160x48, median", _milliseconds(moves), reference)
        yield Row("bytes per cursor move, median", median(move.size for move in moves) / 1000, "kB", 1.5)
        pages = (
            _presses(terminal, " ", 1) + _presses(terminal, "\x1b[5~", PAGES // 2) + _presses(terminal, " ", PAGES // 2)
        )
        yield Row("bytes per page, largest", max(page.size for page in pages) / 1000, "kB", 25)
        terminal.settle()
        idle = terminal.burst(IDLE_SECONDS, IDLE_SECONDS)
        yield Row(f"bytes while idle for {IDLE_SECONDS:g} s", idle.size, "B", 0)
    yield _while_analysing(home / "analysing")


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


def _presses(terminal: Terminal, key: str, times: int) -> list[Burst]:
    """What each press makes the program write; presses that change nothing (at the end of a text) are left out."""
    return [burst for burst in (terminal.press(key) for _ in range(times)) if burst.size]


def _milliseconds(moves: list[Burst]) -> float:
    return median(move.last for move in moves) * 1000


def _paint(what: str, value: float, reference: float) -> Row:
    return Row(what, value, "ms", 1.5, True, reference, "one-Static Textual app")
