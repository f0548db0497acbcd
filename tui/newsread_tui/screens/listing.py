"""A list over the reading screen: one row an item, Enter goes to where it stands."""

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.screen import Screen
from textual.strip import Strip

from newsread.model import SentenceRef
from newsread.text import one_line
from newsread_tui.collecting import forget_closed
from newsread_tui.glyphs import Glyphs
from newsread_tui.keys import with_keys
from newsread_tui.lists import LIST
from newsread_tui.paint import Brush, Ink, Role, clip
from newsread_tui.widgets.lines import LineWidget


class Item(NamedTuple):
    """A row of a list.

    Attributes:
        left: What it says, as texts in inks; cut where it is too long.
        right: What stands at its right end.
        target: Where Enter goes; None for a heading.
    """

    left: Sequence[tuple[str, Ink]]
    right: Sequence[tuple[str, Ink]] = ()
    target: SentenceRef | None = None


class ListScreen(Screen[SentenceRef | None]):
    """Shows items until one is chosen or it is closed."""

    DEFAULT_CSS = """
    ListScreen > LineWidget { height: 1fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = LIST
    HINT = "{list.choose} goes there   {list.down} {list.up} move   {list.close} back"
    """The last line; a name in braces stands for the key of that action."""

    def __init__(self, title: str, items: Sequence[Item], glyphs: Glyphs, start: SentenceRef | None = None) -> None:
        super().__init__()
        self.title_text = title
        self.head: Sequence[Item] = ()
        self.items = items
        self.glyphs = glyphs
        self.at = next((n for n, item in enumerate(items) if start and item.target == start), 0)
        self._top = 0
        self._notice = ""

    def compose(self) -> ComposeResult:
        """One widget of lines."""
        yield LineWidget(self.glyphs)

    def on_screen_suspend(self) -> None:
        """Leave nothing behind."""
        forget_closed()

    def on_resize(self) -> None:
        """Paint at the new size."""
        self.paint()

    def action_step(self, rows: int) -> None:
        """Some items down, or up; headings are passed over."""
        stops = [number for number, item in enumerate(self.items) if item.target]
        if stops:
            here = sum(stop < self.at for stop in stops)
            self.at = stops[min(max(here + rows, 0), len(stops) - 1)]
        self.paint()

    def action_page(self, pages: int) -> None:
        """A screen of items down, or up; none is skipped, headings included."""
        target = self.at + pages * max(1, self._room - 1)
        near, far = sorted((self.at, target))
        passed = sum(bool(item.target) for item in self.items[max(0, near + (pages > 0)) : far + (pages > 0)])
        self.action_step(pages * max(1, passed))

    @property
    def _room(self) -> int:
        return max(1, self.size.height - 4 - len(self.head))

    def action_choose(self) -> None:
        """Go to where the item stands."""
        if self.items and self.items[self.at].target:
            self.dismiss(self.items[self.at].target)

    def action_close(self) -> None:
        """Back to where the reader was."""
        self.dismiss(None)

    def action_help(self) -> None:
        """The keys that do something here."""
        from newsread_tui.screens.page import PageScreen
        from newsread_tui.screens.pages import key_lines

        lines = key_lines(self.active_bindings.values(), own_first=True)
        self.app.push_screen(PageScreen("Keys of this list", lines, self.glyphs))

    def paint(self) -> None:
        """Show the title, the rows in view with the current one marked, and the keys."""
        width = self.size.width
        if not width:
            return
        body = self.query_one(LineWidget)
        brush = body.brush(width)
        if self.items and not self.items[self.at].target:
            self.at = next((n for n, item in enumerate(self.items) if item.target), 0)
        room = self._room
        # The item before the first is a heading as often as not: keep it in view.
        if self.at >= self._top + room:
            self._top = self.at - room // 2
        self._top = max(0, min(self._top, self.at - 1, len(self.items) - room))
        rows = [self._row(brush, n) for n in range(self._top, min(self._top + room, len(self.items)))]
        rows += [brush.line()] * (room - len(rows))
        head = [brush.spread(item.left, item.right) for item in self.head]
        title, foot = brush.line((f" {self.title_text}", Ink.TITLE)), self._foot(brush)
        body.put([title, brush.line(), *head, *rows, brush.line(), foot])

    def _foot(self, brush: Brush) -> Strip:
        if self._notice:
            return brush.line((" " + clip(self._notice, brush.width - 2, brush.glyphs.ellipsis), Ink.NOTICE))
        return brush.line((f" {with_keys(self.HINT, self.active_bindings.values())}", Ink.MUTED))

    def told(self) -> Sequence[str]:
        """All items in reading order, uncut."""
        rows = [" ".join(text for text, _ in (*item.left, *item.right)) for item in (*self.head, *self.items)]
        return [self.title_text, "", *(" ".join(row.split()) for row in rows)]

    def say(self, notice: str) -> None:
        """Show one line at the bottom until the next key."""
        self._notice = one_line(notice)
        self.paint()

    def on_key(self) -> None:
        """A notice has been read when the next key is pressed."""
        if self._notice:
            self.say("")

    def _row(self, brush: Brush, number: int) -> Strip:
        item = self.items[number]
        role = Role.CURSOR if number == self.at else Role.NONE
        mark = brush.glyphs.cursor if role is Role.CURSOR else " "
        return brush.spread([(mark, Ink.CURSOR_MARK), *item.left], item.right, role)
