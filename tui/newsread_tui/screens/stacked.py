"""The current passage in all outlets, whole, one under another, with the words that differ marked."""

from collections.abc import Sequence
from typing import ClassVar, Protocol

from rich.segment import Segment
from textual.binding import BindingType
from textual.signal import Signal
from textual.strip import Strip

from newsread.model import Span
from newsread.text import one_line
from newsread_tui.frame import Frame
from newsread_tui.glyphs import Glyphs
from newsread_tui.lists import STACKED
from newsread_tui.paint import Brush, Ink
from newsread_tui.rows import wrap
from newsread_tui.screens.page import PageScreen
from newsread_tui.sheet import differences, in_all, sign, sureness

_INDENT = 3
_MEASURE = 96


class Walked(Protocol):
    """The reading screen, as far as its cursor is moved from here."""

    frame: Frame
    analysed: Signal[None]

    def action_step(self, count: int) -> None:
        """Some sentences down, or up."""

    def action_seek(self, kind: str, count: int) -> None:
        """To the next passage of a kind, or the one before."""

    def action_cross(self, count: int) -> None:
        """To the same passage in an outlet to the right, or to the left."""

    def action_cycle(self, count: int) -> None:
        """The same, round and round."""


class StackedScreen(PageScreen, inherit_bindings=False):
    """Below each outlet's name its sentences; who does not carry the passage is named as well.

    The keys that move the cursor move it here, too: the page shows the passage it is at.
    """

    BINDINGS: ClassVar[list[BindingType]] = STACKED

    def __init__(self, reading: Walked, glyphs: Glyphs) -> None:
        super().__init__("The passage in all outlets", (), glyphs)
        self._reading = reading

    def on_mount(self) -> None:
        """What is found out while the page is open shows on it."""
        self._reading.analysed.subscribe(self, lambda _: self._paint())

    def on_unmount(self) -> None:
        """A closed page is not told of anything, and not kept for that."""
        self._reading.analysed.unsubscribe(self)

    def action_walk(self, count: int) -> None:
        """Some sentences down, or up."""
        self._reading.action_step(count)
        self._show_passage()

    def action_seek(self, kind: str, count: int) -> None:
        """To the next passage of a kind, or the one before."""
        before = self._reading.frame.place
        self._reading.action_seek(kind, count)
        self._show_passage()
        if self._reading.frame.place == before:
            self.say(f"no {kind} passage further {'down' if count > 0 else 'up'}")

    def action_cross(self, count: int) -> None:
        """What the outlet to the right has, or to the left, beside all others."""
        self._reading.action_cross(count)
        self._show_passage()

    def action_cycle(self, count: int) -> None:
        """The same, from the last outlet to the first."""
        self._reading.action_cycle(count)
        self._show_passage()

    def _show_passage(self) -> None:
        self._top = 0
        self._paint()

    def hint(self, *, scrolls: bool) -> str:
        """What the last line tells of the keys."""
        scroll = ["{list.page_down} {list.page_up} scroll"] if scrolls else []
        walk = ["{sentence.next} {sentence.previous} sentence", "{outlet.left} {outlet.right} outlet"]
        # In a narrow terminal the end is cut off: what matters least.
        return "   ".join([*walk, "{list.close} back", *scroll])

    def rows(self, brush: Brush) -> list[Strip]:
        """The outlets in their order, the current one first."""
        frame, here = self._reading.frame, self._reading.frame.place.ref
        found = frame.story.counterparts(here)
        own = frame.story.sentence(here).text
        all_others = [frame.story.sentence(c.ref).text for each in found.values() for c in each[:1]]
        told = in_all([differences(own, text)[0] for text in all_others])
        rows = [self._head(brush, here.article, "", Ink.CURSOR_MARK, ""), *_text(brush, own, told), brush.line()]
        for article in (n for n in range(len(frame.story.articles)) if n != here.article):
            for counterpart in found.get(article, ()):
                mark, ink = sign(frame.story, counterpart.link, brush.glyphs)
                text = frame.story.sentence(counterpart.ref).text
                rows.append(self._head(brush, article, mark, ink, sureness(counterpart.link)))
                rows += [*_text(brush, text, differences(own, text)[1]), brush.line()]
            if article not in found and frame.compared:
                rows += [brush.line((f"   not in {self._outlet(article)}", Ink.MUTED)), brush.line()]
        return rows

    def told(self) -> Sequence[str]:
        """An outlet a line, and all its sentences that say the same."""
        from newsread_tui.linear import passage_lines

        return ["The passage in all outlets", "", *passage_lines(self._reading.frame, self._glyphs)]

    def _head(self, brush: Brush, article: int, mark: str, ink: Ink, end: str) -> Strip:
        mark = brush.glyphs.cursor if ink is Ink.CURSOR_MARK else mark
        day = self._reading.frame.story.articles[article].published
        left = [(f" {mark} ", ink), (self._outlet(article), Ink.TITLE), (f"  {day or ''}", Ink.MUTED)]
        return brush.spread(left, [(f" {end} ", Ink.MUTED)])

    def _outlet(self, article: int) -> str:
        return one_line(self._reading.frame.story.articles[article].outlet)


def _text(brush: Brush, text: str, differs: Sequence[Span]) -> list[Strip]:
    base = brush.palette[Ink.TEXT]
    marks = [(span, Ink.DIFFERS) for span in differs]
    lines = wrap(text, max(10, min(_MEASURE, brush.width - _INDENT - 1)))
    return [
        brush.filled([Segment(" " * _INDENT, base), *brush.words(words, text, marks, base)], base) for words in lines
    ]
