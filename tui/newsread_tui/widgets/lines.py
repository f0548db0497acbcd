"""A widget made of finished lines, which sends the terminal only what has changed in them."""

from collections.abc import Sequence

from rich.segment import Segment
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from newsread_tui.glyphs import UNICODE, Glyphs
from newsread_tui.paint import Brush
from newsread_tui.themes import palette


class LineWidget(Widget):
    """Base of everything on the reading screen: give it strips, and it repaints the cells that differ."""

    def __init__(self, glyphs: Glyphs = UNICODE, *, classes: str | None = None) -> None:
        super().__init__(classes=classes)
        self.glyphs = glyphs
        self._lines: list[Strip] = []

    def brush(self, width: int | None = None) -> Brush:
        """What paints lines of this widget."""
        looks = palette(self.app.theme, few=self.app.console.color_system == "256")
        return Brush(looks, self.glyphs, self.size.width if width is None else width)

    @property
    def texts(self) -> list[str]:
        """What the lines say."""
        return [line.text for line in self._lines]

    def put(self, lines: Sequence[Strip]) -> None:
        """Show these lines, from the top."""
        before, self._lines = self._lines, list(lines)
        regions = [region for y, line in enumerate(self._lines) if (region := self._changed(before, y, line))]
        regions += [Region(0, y, self.size.width, 1) for y in range(len(self._lines), len(before))]
        # Before it has a place on the screen it is going to be painted anyway.
        if regions and self.size:
            self.refresh(*regions)

    def _changed(self, before: Sequence[Strip], y: int, line: Strip) -> Region | None:
        if y >= len(before):
            return Region(0, y, max(self.size.width, line.cell_length), 1)
        if before[y] is line or before[y] == line:
            return None
        start, end = changed_cells(before[y], line)
        return Region(start, y, end - start, 1)

    def render_line(self, y: int) -> Strip:
        """The line at ``y``, for Textual to draw."""
        return self._lines[y] if y < len(self._lines) else self.brush().line()


def changed_cells(before: Strip, after: Strip) -> tuple[int, int]:
    """First cell that differs between two strips, and the cell after the last."""
    length = max(before.cell_length, after.cell_length)
    if before.cell_length != after.cell_length:
        return 0, length
    start = _common(list(before), list(after))
    return start, max(start, length - _common(list(reversed(before)), list(reversed(after)), from_end=True))


def _common(before: Sequence[Segment], after: Sequence[Segment], *, from_end: bool = False) -> int:
    """How many cells two rows of segments share at the start; or at the end, where blanks are shared one by one."""
    cells = 0
    for old, new in zip(before, after, strict=False):
        if old != new:
            return cells + (_blanks(old, new) if from_end else 0)
        cells += new.cell_length
    return cells


def _blanks(old: Segment, new: Segment) -> int:
    if old.style != new.style:
        return 0
    return min(len(old.text) - len(old.text.rstrip(" ")), len(new.text) - len(new.text.rstrip(" ")))
