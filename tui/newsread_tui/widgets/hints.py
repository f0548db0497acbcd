"""The line below the text: the keys that matter most, and at its right end what is going on."""

from collections.abc import Sequence

from rich.cells import cell_len

from newsread.text import one_line
from newsread_tui.paint import Ink, clip
from newsread_tui.widgets.lines import LineWidget


class HintLine(LineWidget):
    """One line, always there."""

    DEFAULT_CSS = """
    HintLine { height: 1; }
    """

    def show(self, hints: Sequence[tuple[str, str]], activity: str, notice: str, width: int) -> None:
        """Show the hints that fit beside what is going on; a notice takes the whole line."""
        brush = self.brush(width)
        if notice:
            self.put([brush.line((" " + clip(one_line(notice), width - 2, self.glyphs.ellipsis), Ink.NOTICE))])
            return
        end = f"  {activity} " if activity else ""
        self.put([brush.spread(fitting(hints, width - cell_len(end)), [(end, Ink.NOTICE)])])


def fitting(hints: Sequence[tuple[str, str]], width: int) -> Sequence[tuple[str, Ink]]:
    """As many hints as fit; the last two, help and quit, before all others."""
    kept: list[tuple[str, str]] = []
    used = 1
    for hint in [*hints[-2:], *hints[:-2]]:
        used += cell_len(hint[0]) + cell_len(hint[1]) + 3
        if used > width:
            break
        kept.append(hint)
    parts: list[tuple[str, Ink]] = [(" ", Ink.TEXT)]
    for keys, meaning in [*kept[2:], *kept[:2]]:
        parts += [(keys, Ink.TITLE), (f" {meaning}  ", Ink.MUTED)]
    return parts
