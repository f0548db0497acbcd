"""The list of themes: the one under the cursor is shown at once, Enter keeps it, Esc goes back to the one before."""

from typing import Final

from newsread.model import SentenceRef
from newsread_tui.glyphs import Glyphs
from newsread_tui.paint import Ink
from newsread_tui.screens.listing import Item, ListScreen
from newsread_tui.themes import THEMES

_TOLD: Final = {
    "dark": "light on dark, calm",
    "light": "dark on light",
    "high-contrast": "white and strong colours on black",
    "blue-orange": "hues that the colour-blind tell apart",
    "terminal": "the terminal's own colours, fewest bytes",
}


class ThemesScreen(ListScreen):
    """One row a theme, and a sample of how things look in it.

    Args:
        glyphs: The signs this terminal can show.
        current: Name of the theme that is shown.
    """

    HINT = "{list.choose} keeps it   {list.down} {list.up} try another   {list.close} back to the one before"

    def __init__(self, glyphs: Glyphs, current: str) -> None:
        self._names = list(THEMES)
        width = max(map(len, self._names)) + 2
        items = [
            Item([(f" {name:<{width}}", Ink.TITLE), (_TOLD[name], Ink.TEXT)], (), SentenceRef(number, 0))
            for number, name in enumerate(self._names)
        ]
        super().__init__("How the reader looks", items, glyphs, SentenceRef(self._names.index(current), 0))
        self.before = current
        self.head = [*_sample(glyphs), Item([("", Ink.TEXT)])]

    @property
    def chosen(self) -> str:
        """Name of the theme under the cursor."""
        return self._names[self.at]

    def action_step(self, rows: int) -> None:
        """Another theme, shown at once."""
        super().action_step(rows)
        self.app.theme = self.chosen
        self.paint()

    def action_close(self) -> None:
        """Back to the theme before."""
        self.app.theme = self.before
        super().action_close()


def _sample(glyphs: Glyphs) -> list[Item]:
    """Every ink that carries a meaning."""
    signs = [
        (glyphs.equivalent, Ink.EQUIVALENT, "the same"),
        (glyphs.partial, Ink.PARTIAL, "a part"),
        (glyphs.doubtful, Ink.DOUBTFUL, "perhaps"),
        (glyphs.own, Ink.OWN, "your own link"),
        (glyphs.alone, Ink.ALONE, "only here"),
        (glyphs.differs, Ink.DISPUTED, "differs"),
    ]
    margin = [part for sign, ink, text in signs for part in ((f"   {sign} ", ink), (text, Ink.TEXT))]
    names = [("a person", Ink.PERSON), ("an organisation", Ink.ORG), ("a place", Ink.PLACE), ("a group", Ink.GROUP)]
    marks = [("words that differ", Ink.DIFFERS), ("words found", Ink.FOUND), ("not in CNN", Ink.MUTED)]
    rows = [[part for text, ink in row for part in (("   ", Ink.TEXT), (text, ink))] for row in (names, marks)]
    return [Item(margin), *(Item(row) for row in rows)]
