"""The list of outlets: which are shown, and in what order."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType

from newsread.model import SentenceRef
from newsread.story import Story
from newsread.text import one_line
from newsread_tui.glyphs import Glyphs
from newsread_tui.lists import OUTLETS
from newsread_tui.paint import Ink
from newsread_tui.screens.listing import Item, ListScreen


class OutletsScreen(ListScreen):
    """One row an outlet; what is chosen here is in :attr:`order` when the list is closed.

    Args:
        story: Its articles.
        order: The articles that are shown, from left to right.
        here: The article the cursor is in.
        glyphs: The signs this terminal can show.
    """

    BINDINGS: ClassVar[list[BindingType]] = OUTLETS
    HINT = (
        "{list.choose} reads it   {outlets.right} {outlets.left} move it   {outlets.hide} hides or shows it"
        "   {list.help} help   {list.close} back"
    )

    def __init__(self, story: Story, order: Sequence[int], here: int, glyphs: Glyphs) -> None:
        super().__init__("Outlets, from left to right", (), glyphs)
        self._story = story
        self._shown = set(order)
        self._all = [*order, *(index for index in range(len(story.articles)) if index not in self._shown)]
        self.at = self._all.index(here)
        self._fill()

    @property
    def order(self) -> tuple[int, ...]:
        """The articles to show, from left to right."""
        return tuple(index for index in self._all if index in self._shown)

    def action_shift(self, places: int) -> None:
        """Move the outlet among the others."""
        to = min(max(self.at + places, 0), len(self._all) - 1)
        self._all.insert(to, self._all.pop(self.at))
        self.at = to
        self._fill()

    def action_hide(self) -> None:
        """Hide the outlet, or show it again; one always stays."""
        self._shown ^= {self._all[self.at]}
        self._shown = self._shown or {self._all[self.at]}
        self._fill()

    def action_choose(self) -> None:
        """Read the outlet, which shows it."""
        self._shown.add(self._all[self.at])
        super().action_choose()

    def _fill(self) -> None:
        self.items = [self._item(index) for index in self._all]
        if self.is_mounted:
            self.paint()

    def _item(self, index: int) -> Item:
        article = self._story.articles[index]
        sign = self.glyphs.carried if index in self._shown else self.glyphs.lacking
        day = article.published.isoformat() if article.published else ""
        name = (f"{one_line(article.outlet)}  ", Ink.TITLE if index in self._shown else Ink.MUTED)
        left = [(f"{index + 1:>2} {sign} ", Ink.MUTED), name, (one_line(article.title), Ink.MUTED)]
        return Item(left, [(f"  {day} ", Ink.MUTED)], SentenceRef(index, 0))
