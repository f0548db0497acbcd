"""How the screen is divided at a given size: pure."""

from enum import StrEnum
from typing import Final, NamedTuple

MEASURE: Final = 72
"""The longest line of text that is comfortable to read, in cells."""
BETWEEN: Final = 2
"""Blank cells between columns."""
_SMALLEST: Final = (40, 10)
_ROOMY: Final = 36
_LINES: Final = 2  # one above, one below
_NARROWEST: Final = 40
_HEADER: Final = 2


class Layout(StrEnum):
    """What the reader wants side by side; how much of it there is room for is another matter."""

    COLUMNS = "as many columns as fit"
    PAIR = "two columns"
    ONE = "one article and its counterparts"

    @property
    def following(self) -> "Layout":
        """The next one, round and round."""
        every = list(Layout)
        return every[(every.index(self) + 1) % len(every)]


class Plan(NamedTuple):
    """A division of the screen.

    Attributes:
        width: Cells across.
        columns: Articles side by side; 0 if the terminal is too small to read in.
        pane_width: Cells of each, its margin included.
        header: Rows above the text of each.
        body: Rows of text of each.
        apparatus: Rows for the counterparts beside or below a single article; 0 if columns show them.
        apparatus_width: Cells of that; less than ``width`` if it stands beside the text.
        spaced: Whether there is room for blank rows between paragraphs.
    """

    width: int = 0
    columns: int = 0
    pane_width: int = 0
    header: int = 0
    body: int = 0
    apparatus: int = 0
    apparatus_width: int = 0
    spaced: bool = False

    @property
    def beside(self) -> bool:
        """Whether the counterparts stand beside the text and not below it."""
        return 0 < self.apparatus_width < self.width


def plan(
    width: int, height: int, outlets: int, margin: int, layout: Layout = Layout.COLUMNS, measure: int = MEASURE
) -> Plan:
    """Divide ``width`` x ``height`` cells for a story of so many outlets whose margin takes ``margin`` cells.

    No line of text gets longer than ``measure`` cells.
    """
    if width < _SMALLEST[0] or height < _SMALLEST[1]:
        return Plan(width)
    columns = max(1, min(_columns(width, layout), outlets))
    pane = min((width - BETWEEN * (columns - 1)) // columns, measure + margin)
    spaced = height >= _ROOMY
    if columns > 1 or outlets == 1:
        header = _HEADER if columns > 1 else 0
        return Plan(width, columns, pane, header, height - _LINES - header, spaced=spaced)
    room = width - pane - BETWEEN
    if room >= _NARROWEST:
        return Plan(width, 1, pane, 0, height - _LINES, height - _LINES, min(room, measure), spaced=spaced)
    rows = min(2 * (outlets - 1), (height - 4) * 2 // 5) + 1
    return Plan(width, 1, pane, 0, height - _LINES - rows, rows, width, spaced=spaced)


def _columns(width: int, layout: Layout) -> int:
    if layout is Layout.ONE:
        return 1
    return columns_at(width) if layout is Layout.COLUMNS else 2 if width >= 2 * _NARROWEST else 1


def columns_at(width: int) -> int:
    """How many articles stand side by side at a width: the text beside another should keep some forty cells."""
    return 1 if width < 100 else 2 if width < 150 else 3 if width < 200 else 4 + (width - 200) // 50


def window(order: int, columns: int, first: int, focus: int) -> int:
    """The first of ``columns`` neighbouring panes out of ``order`` to show, moved no further than to hold ``focus``."""
    first = min(first, focus)
    first = max(first, focus - columns + 1)
    return max(0, min(first, order - columns))
