"""The measuring instruments: a table that does not flatter, and a terminal that sees what is written."""

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.analysis import SENTENCES, write_crowd
from bench.document import update
from bench.growth import OUTLETS, _exponent, exponents
from bench.programs import Usage, environment, run
from bench.table import HEAD, PEERS, Failure, Line, PeerRow, Row, figure, markdown
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


def test_what_a_program_wrote_and_was_given(tmp_path: Path) -> None:
    used = run([sys.executable, "-c", "print(input() * 2)"], tmp_path, b"ab\n")
    assert used.output == b"abab\n"
    assert used.peak > 1


def test_a_program_that_takes_too_long_is_no_measurement(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match=r"took more than 0\.2 s"):
        run([sys.executable, "-c", "import time; time.sleep(60)"], tmp_path, limit=0.2)


def test_a_figure_without_a_bound_is_told_and_not_judged() -> None:
    row = Row("exponent", 1.9, "")
    assert row.held
    assert row.cells() == ("exponent", "1.9", "", "", "", "")


@pytest.mark.parametrize("columns", [HEAD, PEERS])
def test_every_line_has_the_columns_of_its_table(columns: tuple[str, ...]) -> None:
    lines = [PeerRow("a", (0.5, 0.25, 1), 2, 30, (1, 10))] if columns is PEERS else [Row("b", 1, "s", 2)]
    table = markdown([*lines, Failure("c", "not installed", columns=len(columns))], columns)
    assert {line.count("|") for line in table.splitlines()} == {len(columns) + 1}


def test_what_nobody_bounded_is_no_bound_held_or_missed() -> None:
    lines: list[Line] = [
        PeerRow("a", (0.5, 0.25, 1), 2, 30, (1, 10)),
        Row("b", 1, "s"),
        Failure("c", "absent", bounded=False),
    ]
    assert not any(line.bounded for line in lines)
    assert all(line.held for line in lines)


def test_growth_is_the_slope_of_the_logarithms() -> None:
    assert _exponent((1, 2, 4, 8), (3, 12, 48, 192)) == pytest.approx(2)


def test_growth_is_told_of_what_was_measured() -> None:
    used = [Usage(float(outlets**2), float(outlets)) for outlets in OUTLETS]
    assert [row.value for row in exponents(used)] == pytest.approx([2, 0.96, 1], abs=0.02)
    assert next(row.what for row in exponents(used[:4])) == "exponent of the time in outlets, 10 to 20"
    assert list(exponents(used[:3])) == []


def test_a_new_table_takes_the_place_of_the_old_one_and_leaves_the_others(tmp_path: Path) -> None:
    path = tmp_path / "performance.md"
    update({"Keys": "| a |", "Start-up": "| b |"}, "Monday", path)
    update({"Keys": "| c |"}, "Tuesday", path)
    text = path.read_text()
    assert "Tuesday.\n\n| c |" in text
    assert "Monday.\n\n| b |" in text
    assert "| a |" not in text
    update({"Keys": "| c |"}, "Tuesday", path)
    assert path.read_text() == text


def test_the_crowd_is_always_the_same(tmp_path: Path) -> None:
    one, two = (_crowd(tmp_path / name) for name in ("one", "two"))
    assert one == two
    assert len(one) == 3 == len(set(one))
    assert all(text.count("\n\n") == SENTENCES - 1 for text in one)


def _crowd(folder: Path) -> list[str]:
    write_crowd(folder, 3)
    return [path.read_text(encoding="utf-8") for path in sorted(folder.iterdir())]
