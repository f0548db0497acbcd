"""The line above the text: which story this is and where in it the reader stands."""

from collections.abc import Sequence
from typing import Final

from rich.cells import cell_len

from newsread.model import Article
from newsread.text import one_line
from newsread_tui.frame import Frame
from newsread_tui.glyphs import Glyphs
from newsread_tui.paint import Ink, clip
from newsread_tui.place import stops
from newsread_tui.widgets.lines import LineWidget

_QUERY: Final = 20
"""Cells for what is picked out."""
_NAME: Final = 16
"""Cells that should be left for the name of the outlet or the story."""

type Parts = Sequence[tuple[str, Ink]]


class StatusLine(LineWidget):
    """One line, always there."""

    DEFAULT_CSS = """
    StatusLine { height: 1; }
    """

    def show(self, frame: Frame) -> None:
        """Show where this frame stands."""
        left, right = status(frame, frame.plan.width, self.glyphs)
        self.put([self.brush(frame.plan.width).spread(left, right)])


def status(frame: Frame, width: int, glyphs: Glyphs) -> tuple[Parts, Parts]:
    """What the line says at its left and its right end; what matters least is left out first."""
    story, article = frame.story, frame.story.articles[frame.place.ref.article]
    right = [_picked(frame, glyphs), "folded" if frame.folded else ""]
    right += [f"{count} notes" if (count := len(notes(frame))) > 1 else "1 note" if count else "", _lock(frame)]
    right += [f"{glyphs.at_least}{story.bar:.2f}", _position(frame)]
    narrow = frame.plan.columns < 2
    name = one_line(article.outlet if narrow else story.title or article.title) or "untitled"
    outlets = f"{count} outlets" if (count := len(story.articles)) != 1 else "1 outlet"
    facts = f" {glyphs.dot} ".join(part for part in (outlets, days(story.articles)) if part)
    end = _joined(right)
    if width - cell_len(end) < _NAME:
        end = _joined([*right[:-1], _position(frame, brief=True)])
    facts = facts if cell_len(name) + 2 * narrow + cell_len(facts) + cell_len(end) + 6 <= width else ""
    room = max(10, width - cell_len(end) - cell_len(facts) - 5)
    number = f"{frame.place.ref.article + 1} " if narrow else ""
    name = clip(name, room - len(number), glyphs.ellipsis)
    left = [(" ", Ink.TEXT), (number, Ink.MUTED), (name, Ink.TITLE), (f"   {facts}", Ink.MUTED)]
    return left, [(end, Ink.MUTED)]


def _picked(frame: Frame, glyphs: Glyphs) -> str:
    """What is picked out: words sought are known by their marks, a name or a filter should be told."""
    if not frame.search or not (frame.taken or frame.only):
        return ""
    return f"{'only' if frame.only else '*'} {clip(frame.search.query, _QUERY, glyphs.ellipsis)}"


def _lock(frame: Frame) -> str:
    if not frame.loose:
        return "locked, steady" if frame.steady else "locked, level"
    return "unlocked" if len(frame.loose) == len(frame.story.articles) else f"{len(frame.loose)} loose"


def _joined(parts: Sequence[str]) -> str:
    return "   ".join(part for part in parts if part) + " "


def _position(frame: Frame, *, brief: bool = False) -> str:
    ref = frame.place.ref
    places = stops(frame.story.articles[ref.article])
    here = sum(stop <= ref.sentence for stop in places)
    if not places:
        return "empty" if brief else "no sentences"
    return f"{here}/{len(places)}" if brief else f"sentence {here} of {len(places)}"


def days(articles: Sequence[Article]) -> str:
    """The days on which the articles appeared, as one stretch of time."""
    known = sorted({article.published for article in articles if article.published})
    if not known:
        return ""
    first, last = known[0], known[-1]
    end = f"{last.day} {last:%b %Y}"
    if first == last:
        return end
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}-{end}"
    return f"{first.day} {first:%b}{'' if first.year == last.year else f' {first.year}'} - {end}"


def notes(frame: Frame) -> Sequence[str]:
    """What could not be read or done, of the story and of its articles."""
    own = [*frame.remarks, *(one_line(warning) for warning in frame.story.warnings)]
    return own + [
        f"{one_line(article.outlet)}: {one_line(warning)}"
        for article in frame.story.articles
        for warning in article.warnings
    ]
