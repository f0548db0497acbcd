"""A page over the reading screen: a title and lines, scrolled if there are many. Help and details are such pages."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.strip import Strip

from newsread.text import one_line
from newsread_tui.collecting import forget_closed
from newsread_tui.glyphs import Glyphs
from newsread_tui.keys import with_keys
from newsread_tui.lists import PAGE
from newsread_tui.paint import Brush, Ink, clip
from newsread_tui.rows import wrap
from newsread_tui.widgets.lines import LineWidget

_WIDE = 1000

type Line = Sequence[tuple[str, Ink]]


class PageScreen(Screen[None]):
    """Shows lines until it is closed."""

    DEFAULT_CSS = """
    PageScreen > LineWidget { height: 1fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [*PAGE, Binding("question_mark,f1,i", "close", "Close")]

    def __init__(self, title: str, lines: Sequence[Line], glyphs: Glyphs) -> None:
        super().__init__()
        self._title = title
        self._content = lines
        self._glyphs = glyphs
        self._top = 0
        self._notice = ""

    def compose(self) -> ComposeResult:
        """One widget of lines."""
        yield LineWidget(self._glyphs)

    def on_screen_suspend(self) -> None:
        """Leave nothing behind."""
        forget_closed()

    def on_resize(self) -> None:
        """Wrap again."""
        self._paint()

    def action_close(self) -> None:
        """Back to where the reader was."""
        self.dismiss(None)

    def action_choose(self) -> None:
        """A page has nothing to choose."""

    def told(self) -> Sequence[str]:
        """All lines, uncut."""
        rows = self.rows(self.query_one(LineWidget).brush(_WIDE))
        return [self._title, "", *(" ".join(row.text.split()) for row in rows)]

    def say(self, notice: str) -> None:
        """Show one line at the bottom until the next key."""
        self._notice = one_line(notice)
        self._paint()

    def on_key(self) -> None:
        """A notice has been read when the next key is pressed."""
        if self._notice:
            self.say("")

    def action_step(self, rows: int) -> None:
        """Move the lines."""
        self._top += rows
        self._paint()

    def action_page(self, pages: int) -> None:
        """A screen of lines down, or up; two stay in view, so that nothing is skipped."""
        self.action_step(pages * max(1, self._room - 2))

    @property
    def _room(self) -> int:
        return max(1, self.size.height - 4)

    def _paint(self) -> None:
        width = self.size.width
        body = self.query_one(LineWidget)
        brush = body.brush(width)
        rows = self.rows(brush)
        room = self._room
        self._top = max(0, min(self._top, len(rows) - room))
        view = rows[self._top : self._top + room]
        view += [brush.line()] * (room - len(view))
        foot = self._foot(brush, scrolls=len(rows) > room)
        body.put([brush.line((f" {self._title}", Ink.TITLE)), brush.line(), *view, brush.line(), foot])

    def rows(self, brush: Brush) -> list[Strip]:
        """All lines as rows of this width."""
        return [brush.line(*parts) for line in self._content for parts in folded(line, brush.width - 1)]

    def _foot(self, brush: Brush, *, scrolls: bool) -> Strip:
        if self._notice:
            return brush.line((" " + clip(self._notice, brush.width - 2, brush.glyphs.ellipsis), Ink.NOTICE))
        return brush.line((f" {with_keys(self.hint(scrolls=scrolls), self.active_bindings.values())}", Ink.MUTED))

    def hint(self, *, scrolls: bool) -> str:
        """What the last line tells of the keys, by their ids."""
        return "{list.down} {list.up} scroll   {list.close} back" if scrolls else "{list.close} back"


def folded(line: Line, width: int) -> Sequence[Line]:
    """The line, its last text going on below its own start where it does not fit."""
    if not line:
        return [line]
    *before, (text, ink) = line
    indent = sum(len(part) for part, _ in before) or len(text) - len(text.lstrip())
    rows = wrap(text, max(10, width - indent))
    pieces = [text[words[0].start : words[-1].end] if words else "" for words in rows]
    lead = [*before] or [(" " * indent, Ink.TEXT)]
    rest: list[Line] = [[(" " * indent, Ink.TEXT), (piece, ink)] for piece in pieces[1:]]
    return [[*lead, (pieces[0], ink)], *rest]
