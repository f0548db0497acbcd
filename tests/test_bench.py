"""The measuring instruments: a table that does not flatter, and a terminal that sees what is written."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.analysis import OUTLETS, SENTENCES, write_crowd
from bench.programs import environment, run
from bench.table import Failure, Row, figure, markdown
from bench.terminal import Terminal, Unresponsive

_ECHO = """
import sys, tty
tty.setraw(0)
print("\\x1b[1mready\\x1b[0m", end="", flush=True)
while key := sys.stdin.read(1):
    print(key * 5, end="", flush=True)
"""


@pytest.fixture
def echo(tmp_path: Path) -> Iterator[Terminal]:
    """A program that writes every key five times."""
    with Terminal([sys.executable, "-c", _ECHO], environment(tmp_path), (80, 24)) as terminal:
        yield terminal


def test_a_relative_bound_needs_its_reference() -> None:
    assert Row("help", 90, "ms", 4, relative=True, reference=30).held
    assert not Row("help", 130, "ms", 4, relative=True, reference=30).held
    assert not Row("help", 90, "ms", 4, relative=True).held


def test_an_absolute_bound_ignores_its_reference() -> None:
    assert Row("seeds", 4.9, "s", 5, reference=0.1).held
    assert not Row("idle", 1, "B", 0).held


def test_what_could_not_be_measured_is_not_held() -> None:
    assert not Failure("keys", "no reader").held
    assert "not measured" in markdown([Failure("keys", "no reader")])


@pytest.mark.parametrize(("value", "text"), [(0, "0 s"), (0.1234, "0.123 s"), (85.26, "85.3 s"), (1536, "1536 s")])
def test_figures_have_three_digits(value: float, text: str) -> None:
    assert figure(value, "s") == text


def test_a_terminal_sees_text_and_counts_bytes(echo: Terminal) -> None:
    assert echo.wait_for("ready") > 0
    assert echo.text() == "ready"
    burst = echo.press("x")
    assert burst.size == 5
    assert 0 < burst.first <= burst.last
    assert echo.burst(0.05, 0.05).size == 0


def test_a_terminal_does_not_wait_for_ever(echo: Terminal) -> None:
    with pytest.raises(Unresponsive, match="did not appear"):
        echo.wait_for("never", timeout=0.5)


def test_a_failing_program_is_no_measurement(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="exit status 3"):
        run([sys.executable, "-c", "raise SystemExit(3)"], tmp_path)


def test_the_crowd_is_always_the_same(tmp_path: Path) -> None:
    one, two = (_crowd(tmp_path / name) for name in ("one", "two"))
    assert one == two
    assert len(one) == OUTLETS == len(set(one))
    assert all(text.count("\n\n") == SENTENCES - 1 for text in one)


def _crowd(folder: Path) -> list[str]:
    write_crowd(folder)
    return [path.read_text(encoding="utf-8") for path in sorted(folder.iterdir())]
