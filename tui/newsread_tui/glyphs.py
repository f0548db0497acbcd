"""The few signs the reader draws, and the plain ones for terminals that are not UTF-8."""

import unicodedata
from typing import Final, NamedTuple

from rich.cells import cell_len

from newsread.text import fold


class Glyphs(NamedTuple):
    """Signs of one cell each; meaning never rests on colour alone.

    Attributes:
        cursor: Stands before the rows of the current sentence and of its counterparts.
        equivalent: The passage is carried by another outlet.
        partial: Another outlet carries part of it.
        doubtful: Another outlet may carry it; the link is hardly surer than the bar.
        own: The reader has said that another outlet carries it.
        alone: Only this outlet carries it.
        differs: Another outlet carries it, with another number, date, name or wording.
        gap: Drawn either side of "not in ...".
        rule: A horizontal line.
        ellipsis: Text was cut here.
        dot: Between items on one line.
        at_least: "From this value up".
        carried: An outlet has the passage.
        lacking: An outlet does not have it.
        bookmark: Before a sentence that the reader marked.
        plain: Whether text is to be shown in ASCII as well.
    """

    cursor: str = "▌"
    equivalent: str = "="
    partial: str = "~"
    doubtful: str = "?"
    own: str = "≡"
    alone: str = "+"
    differs: str = "!"
    gap: str = "┄"
    rule: str = "─"
    ellipsis: str = "…"
    dot: str = "·"
    at_least: str = "≥"
    carried: str = "■"
    lacking: str = "·"
    bookmark: str = "•"
    plain: bool = False

    def shown(self, text: str) -> str:
        """``text`` as this terminal can show it, as wide as before."""
        return ascii_cells(text) if self.plain else text


UNICODE: Final = Glyphs()
ASCII: Final = Glyphs(
    own="#",
    cursor=">",
    gap="-",
    rule="-",
    ellipsis=".",
    dot="-",
    at_least=">",
    carried="#",
    lacking=".",
    bookmark="*",
    plain=True,
)


def ascii_cells(text: str) -> str:
    """``text`` in ASCII, every character as many cells wide as before, so that columns stay columns."""
    if text.isascii():
        return text
    return "".join(char if char.isascii() else _ascii_char(char) for char in fold(text))


def _ascii_char(char: str) -> str:
    width = cell_len(char)
    base = "." if char == "…" else unicodedata.normalize("NFKD", char)[:1]
    return base if width == 1 and base.isascii() else "?" * width
