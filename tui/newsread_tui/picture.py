"""What a terminal shows, cell by cell, and the least that has to be sent to make it show something else.

The way of curses (Arnold 1977, and "Optimal Frame Refresh" in its manuals since): keep a copy of the screen, let the
program draw on a second one, and send the difference. Textual knows which rows it has painted, not which cells of
them are new; over a slow link that is most of what is sent.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import compress
from operator import is_not, ne, or_
from typing import Final, NamedTuple

from newsread_tui.attributes import PLAIN, Look, difference, on_blank, same, upright
from newsread_tui.cells import BLANK, ERASE, WORTH, Line, blank_to_edge, cells, moved, stretch, words

_STEP: Final = 4
"""Cells that are sent again rather than passed over: a sequence that moves the cursor takes as many bytes."""


class Abilities(NamedTuple):
    """What a terminal can do besides writing text.

    Attributes:
        erase: Whether it erases a number of cells (ECH).
        coloured: Whether what it erases takes the ground colour of the moment.
        scroll: Whether it moves a part of its rows up or down.
        upright: Whether it has no italics, and takes what stands for them for something else.
    """

    erase: bool = False
    coloured: bool = False
    scroll: bool = False
    upright: bool = False


NOTHING: Final = Abilities()
"""A terminal of which nothing is known."""


@dataclass(slots=True)
class Picture:
    """What the terminal shows, and what it is to show.

    Attributes:
        width: Cells across.
        height: Rows.
        can: What the terminal can do.
        look: How it writes at the moment; None if that is not known.
    """

    width: int
    height: int
    can: Abilities = NOTHING
    look: Look | None = None
    _shown: list[Line] = field(init=False)
    _wanted: list[Line] = field(init=False)
    _touched: set[int] = field(default_factory=set)
    _stands_behind: bool = True
    """Whether the terminal's cursor stands behind what was written last; erasing leaves it before."""

    def __post_init__(self) -> None:
        self._wanted = [Line.unknown(self.width) for _ in range(self.height)]
        self.forget()

    def forget(self) -> None:
        """Somebody else has written to the terminal: nothing is known of it any more."""
        self._shown = [Line.unknown(self.width) for _ in range(self.height)]
        self.look = None

    def draw(self, x: int, y: int, text: str, look: Look) -> int | None:
        """Let ``text`` stand from a cell on; the cell after it, or None if it cannot be told where it would stand."""
        look, signs = same(look), list(text) if text.isascii() else cells(text)
        if signs is None or y >= self.height or x + len(signs) > self.width:
            return None
        line, end = self._wanted[y], x + len(signs)
        if "" in (line.signs[x : x + 1] + line.signs[end : end + 1]):
            # Half of a wide character is written over: what is left of it, terminals do not agree on.
            return None
        line.signs[x:end] = signs
        if BLANK in text:
            blank = on_blank(look)
            line.looks[x:end] = [blank if sign == BLANK else look for sign in signs]
        else:
            line.looks[x:end] = [look] * len(signs)
        if not line.simple or len(signs) != len(text) or "" in signs:
            line.simple = all(sign is None or len(sign) == 1 for sign in line.signs)
        self._touched.add(y)
        return end

    def update(self) -> str:
        """What makes the terminal show what was drawn."""
        rows, self._touched = sorted(self._touched), set()
        changed = [y for y in rows if not self._wanted[y].same(self._shown[y])]
        out: list[str] = []
        if self.can.scroll and len(changed) > WORTH and (move := moved(self._shown, self._wanted, changed)):
            out.append(self._scroll(*move))
            changed = [y for y in range(self.height) if not self._wanted[y].same(self._shown[y])]
        # Cells on one ground after each other: that colour is the longest of all that has to be said.
        runs = [(self._wanted[y].looks[start].ground, y, start, end) for y in changed for start, end in self._runs(y)]
        at: tuple[int, int] | None = None
        for _, y, start, end in sorted(runs):
            out.append(self._step(at, (y, start)))
            out += self._written(y, start, end)
            at = (y, end) if self._stands_behind else None
        for y in changed:
            self._shown[y] = self._kept(y)
        return "".join(out)

    def _kept(self, y: int) -> Line:
        wanted, shown = self._wanted[y], self._shown[y]
        if None not in wanted.signs:
            return wanted.copy()
        signs = [s if w is None else w for w, s in zip(wanted.signs, shown.signs, strict=True)]
        looks = [s if sign is None else w for sign, w, s in zip(wanted.signs, wanted.looks, shown.looks, strict=True)]
        return Line(signs, looks, wanted.simple and shown.simple)

    # --- which cells -----------------------------------------------------------------------------------------------

    def _runs(self, y: int) -> Iterator[tuple[int, int]]:
        """The stretches of a row that have to be sent."""
        wanted, shown = self._wanted[y], self._shown[y]
        if wanted.simple and shown.simple:
            others = map(or_, map(ne, wanted.signs, shown.signs), map(is_not, wanted.looks, shown.looks))
            new = list(compress(range(self.width), others))
        else:
            # Where a character takes two cells or none, terminals may differ from us: the row is sent whole.
            new = list(range(self.width))
        if None in wanted.signs:
            new = [x for x in new if wanted.signs[x] is not None]
        if not new:
            return
        start = last = new[0]
        for x in new:
            if x > last + 1 and not self._joined(wanted, last, x):
                yield start, last + 1
                start = x
            last = x
        yield start, last + 1

    @staticmethod
    def _joined(line: Line, last: int, following: int) -> bool:
        """Whether the cells between two that are new are better sent again than passed over."""
        if following - last > _STEP:
            return False
        look = line.looks[last]
        return all(
            line.looks[x] is (look if line.signs[x] != BLANK else on_blank(look)) and line.signs[x] is not None
            for x in range(last + 1, following)
        )

    def _step(self, at: tuple[int, int] | None, to: tuple[int, int]) -> str:
        """Move the terminal's cursor, with as little as possible."""
        y, x = to
        if at and all(self._wanted[row].simple for row in (at[0], y)):
            if at[0] == y and at[1] < x:
                return f"\x1b[{x - at[1]}C"
            if at[0] + 1 == y and x == 0:
                return "\r\n"
        return f"\x1b[{y + 1};{x + 1}H"

    # --- how to say it ---------------------------------------------------------------------------------------------

    def _written(self, y: int, start: int, end: int) -> Iterator[str]:
        line = self._wanted[y]
        self._stands_behind = True
        x = start
        while x < end:
            stop = stretch(line, x, end)
            if line.signs[x] == BLANK:
                yield from self._blanks(line, x, stop, end)
            else:
                stop = words(line, stop, end) if line.simple else stop
                yield self.turned(line.looks[x])
                yield "".join(filter(None, line.signs[x:stop]))
            x = stop
            if not line.simple and x < end:
                yield f"\x1b[{y + 1};{x + 1}H"

    def _blanks(self, line: Line, x: int, stop: int, end: int) -> Iterator[str]:
        look, count = line.looks[x], stop - x
        if self.look is None or on_blank(self.look) != look:
            # What follows may be on the same ground: then its look does for the blanks as well.
            ahead = line.looks[stop] if stop < end else look
            yield self.turned(ahead if on_blank(ahead) == look else look)
        able, last = not look.on and (self.can.coloured or not look.ground), stop == end
        if able and last and count > 2 and blank_to_edge(line, stop, look):
            self._stands_behind = False
            yield "\x1b[K"
        elif able and self.can.erase and last and count >= ERASE:
            self._stands_behind = False
            yield f"\x1b[{count}X"
        elif able and self.can.erase and count >= 2 * ERASE:
            yield f"\x1b[{count}X\x1b[{count}C"
        else:
            yield BLANK * count

    def turned(self, look: Look) -> str:
        """What makes the terminal write so from now on."""
        has, self.look = self.look, upright(look) if self.can.upright else look
        return difference(has, self.look)

    def edge(self, y: int) -> str:
        """Write the last cell of a row once more, so that the terminal stands behind it."""
        line = self._wanted[y]
        x = self.width - 1 - (line.signs[-1] == "")
        sign, look = line.signs[x] or BLANK, line.looks[x]
        return f"\x1b[{y + 1};{x + 1}H{self.turned(look)}{sign}"

    def _scroll(self, by: int, top: int, bottom: int) -> str:
        """Let the terminal move rows by itself: up by so many if positive, else down."""
        gap = [Line.unknown(self.width) for _ in range(abs(by))]
        part = self._shown[top : bottom + 1]
        self._shown[top : bottom + 1] = [*part[by:], *gap] if by > 0 else [*gap, *part[:by]]
        move = f"\x1b[{abs(by)}{'M' if by > 0 else 'L'}"
        return f"{self.turned(PLAIN)}\x1b[{top + 1};{bottom + 1}r\x1b[{top + 1};1H{move}\x1b[r"
