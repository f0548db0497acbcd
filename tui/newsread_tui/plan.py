"""How the screen is divided at a given size: pure."""

from dataclasses import dataclass
from typing import Final

MEASURE: Final = 72
"""The longest line of text that is comfortable to read, in cells."""
BETWEEN: Final = 2
"""Blank cells between columns."""
_SMALLEST: Final = (40, 10)
_ROOMY: Final = 36
_LINES: Final = 2  # one above, one below
_HEADER: Final = 2


@dataclass(frozen=True, slots=True)
class Plan:
    """A division of the screen.

    Attributes:
        width: Cells across.
        columns: Articles side by side; 0 if the terminal is too small to read in.
        pane_width: Cells of each, its margin included.
        header: Rows above the text of each.
        body: Rows of text of each.
        apparatus: Rows for the counterparts below the text; 0 if columns show them.
        spaced: Whether there is room for blank rows between paragraphs.
    """

    width: int = 0
    columns: int = 0
    pane_width: int = 0
    header: int = 0
    body: int = 0
    apparatus: int = 0
    spaced: bool = False


def plan(width: int, height: int, outlets: int, margin: int) -> Plan:
    """Divide ``width`` x ``height`` cells for a story of so many outlets whose margin takes ``margin`` cells."""
    if width < _SMALLEST[0] or height < _SMALLEST[1]:
        return Plan(width)
    columns = max(1, min(columns_at(width), outlets))
    room = (width - BETWEEN * (columns - 1)) // columns
    apparatus = 0 if columns > 1 or outlets < 2 else min(2 * (outlets - 1), (height - 4) * 2 // 5) + 1
    header = _HEADER if columns > 1 else 0
    body = height - _LINES - header - apparatus
    return Plan(width, columns, min(room, MEASURE + margin), header, body, apparatus, spaced=height >= _ROOMY)


def columns_at(width: int) -> int:
    """How many articles stand side by side at a width: the text beside another should keep some forty cells."""
    return 1 if width < 100 else 2 if width < 150 else 3 if width < 200 else 4 + (width - 200) // 50


def window(order: int, columns: int, first: int, focus: int) -> int:
    """The first of ``columns`` neighbouring panes out of ``order`` to show, moved no further than to hold ``focus``."""
    first = min(first, focus)
    first = max(first, focus - columns + 1)
    return max(0, min(first, order - columns))
