"""How the screen is divided."""

import pytest

from newsread_tui.plan import MEASURE, plan, window


@pytest.mark.parametrize(
    ("width", "outlets", "columns"),
    [(80, 5, 1), (99, 5, 1), (100, 5, 2), (149, 5, 2), (150, 5, 3), (200, 5, 4), (200, 2, 2), (300, 8, 6), (120, 1, 1)],
)
def test_columns_by_width(width: int, outlets: int, columns: int) -> None:
    found = plan(width, 40, outlets, 4)
    assert found.columns == columns
    assert found.pane_width * columns + 2 * (columns - 1) <= width
    assert found.pane_width <= MEASURE + 4


@pytest.mark.parametrize(("width", "height"), [(39, 24), (80, 9)])
def test_too_small_to_read_in(width: int, height: int) -> None:
    assert plan(width, height, 5, 4).columns == 0


@pytest.mark.parametrize("height", range(10, 80, 7))
@pytest.mark.parametrize("width", [40, 80, 160])
@pytest.mark.parametrize("outlets", [1, 2, 5, 30])
def test_all_rows_are_given_out_and_the_text_gets_most(width: int, height: int, outlets: int) -> None:
    found = plan(width, height, outlets, 4)
    assert found.header + found.body + found.apparatus + 2 == height
    assert found.body >= 4


def test_one_column_has_its_counterparts_below_unless_there_are_none() -> None:
    assert plan(80, 24, 5, 4).apparatus > 4
    assert plan(80, 24, 1, 4).apparatus == 0


def test_panes_move_no_further_than_needed() -> None:
    assert window(5, 3, 0, 2) == 0
    assert window(5, 3, 0, 3) == 1
    assert window(5, 3, 2, 1) == 1
    assert window(2, 3, 4, 1) == 0
