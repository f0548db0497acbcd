"""Rows of cells as a terminal shows them: what stands in each and how it looks, and which rows have moved. Pure."""

import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from rich.cells import cell_len

from newsread_tui.attributes import PLAIN, Look, on_blank

WORTH: Final = 3
"""How many rows have to be saved until it pays to move a part of the screen."""
ERASE: Final = 6
"""How many blanks are as long as what erases them."""
BLANK: Final = " "


@dataclass(slots=True)
class Line:
    """A row of cells: what stands in each, and how it looks.

    Attributes:
        signs: A character, with the marks that stand on it; "" for the right half of a wide one; None if not known.
        looks: How each is written; see :func:`newsread_tui.attributes.same`.
        simple: Whether every cell holds a character of its own width.
    """

    signs: list[str | None]
    looks: list[Look]
    simple: bool = True

    @classmethod
    def unknown(cls, width: int) -> "Line":
        """A row of which nothing is known."""
        return cls([None] * width, [PLAIN] * width)

    def copy(self) -> "Line":
        """The same once more."""
        return Line(self.signs[:], self.looks[:], self.simple)

    def same(self, other: "Line") -> bool:
        """Whether both show the same, and it is known what."""
        return self.signs == other.signs and self.looks == other.looks and None not in self.signs

    @property
    def text(self) -> str:
        """What can be read in it."""
        return "".join(filter(None, self.signs))


def moved(shown: Sequence[Line], wanted: Sequence[Line], changed: Sequence[int]) -> tuple[int, int, int] | None:
    """By how much rows have moved up, and the first and the last row that take part; None if that saves nothing."""
    where = {text: y for y, line in enumerate(shown) if (text := line.text.strip())}
    ways = Counter(where[text] - y for y in changed if (text := wanted[y].text.strip()) in where)
    by, votes = ways.most_common(1)[0] if ways else (0, 0)
    if not by or votes < WORTH:
        return None
    right = {y for y in range(max(0, -by), min(len(shown), len(shown) - by)) if wanted[y].same(shown[y + by])}
    helped = sorted(right.intersection(changed))
    if not helped:
        return None
    top, bottom = min(helped[0], helped[0] + by), max(helped[-1], helped[-1] + by)
    harmed = set(range(top, bottom + 1)) - right - set(changed)
    return (by, top, bottom) if len(helped) - len(harmed) >= WORTH else None


def blank_to_edge(line: Line, x: int, look: Look) -> bool:
    """Whether nothing but blanks of this look stands from ``x`` on."""
    return all(sign == BLANK for sign in line.signs[x:]) and all(each == look for each in line.looks[x:])


def stretch(line: Line, x: int, end: int) -> int:
    """Where the cells end that look like the one at ``x``, and are blank or not as it is."""
    look, blank = line.looks[x], line.signs[x] == BLANK
    stop = x + 1
    while stop < end and line.looks[stop] is look and (line.signs[stop] == BLANK) is blank:
        stop += 1
    return stop


def words(line: Line, stop: int, end: int) -> int:
    """Where the words end that follow a word that ends at ``stop``, in its look and with few blanks between them."""
    look = line.looks[stop - 1]
    blank = on_blank(look)
    x = stop
    while x < end and x - stop < ERASE:
        between = line.signs[x] == BLANK
        if line.looks[x] is not (blank if between else look):
            break
        x += 1
        if not between:
            stop = x
    return stop


def cells(text: str) -> list[str] | None:
    """What stands in each cell of a text; None if it is not certain how wide it is."""
    signs: list[str] = []
    for char in text:
        width = cell_len(char)
        if width == 0:
            if unicodedata.category(char) not in ("Mn", "Me") or not signs:
                return None
            lead = -2 if signs and signs[-1] == "" else -1
            signs[lead] += char
        else:
            signs += [char, ""][:width]
    return signs if cell_len(text) == len(signs) else None
