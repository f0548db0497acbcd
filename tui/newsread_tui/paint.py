"""Rows into coloured cells: pure, told everything by its arguments.

Styles compose: what a sentence is, then where the cursor stands, then what its words are, each adding to the one
before, so that the cursor never hides a name and a difference never hides the cursor.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from newsread.model import EntityType, Sentence, SentenceKind, Span
from newsread_tui.glyphs import Glyphs
from newsread_tui.rows import Row


class Ink(StrEnum):
    """Everything that has a look of its own, for themes to style."""

    TEXT = "text"
    TITLE = "title"
    HEADLINE = "headline"
    HEADING = "heading"
    ASIDE = "aside"
    MUTED = "muted"
    EQUIVALENT = "equivalent"
    PARTIAL = "partial"
    DOUBTFUL = "doubtful"
    OWN = "own"
    ALONE = "alone"
    DISPUTED = "disputed"
    CURSOR = "cursor"
    CURSOR_MARK = "cursor-mark"
    PEER = "peer"
    PEER_MARK = "peer-mark"
    DIFFERS = "differs"
    PERSON = "person"
    ORG = "org"
    PLACE = "place"
    GROUP = "group"
    OTHER = "other"
    SLOT_1 = "slot-1"
    SLOT_2 = "slot-2"
    SLOT_3 = "slot-3"
    SLOT_4 = "slot-4"
    SLOT_5 = "slot-5"
    SLOT_6 = "slot-6"
    FOUND = "found"
    NOTICE = "notice"


type Palette = Mapping[Ink, Style]
type Marks = Sequence[tuple[Span, Ink]]

KIND_INK = {
    SentenceKind.HEADLINE: Ink.HEADLINE,
    SentenceKind.HEADING: Ink.HEADING,
    SentenceKind.CAPTION: Ink.ASIDE,
    SentenceKind.META: Ink.ASIDE,
}
ENTITY_INK = {
    EntityType.PERSON: Ink.PERSON,
    EntityType.ORG: Ink.ORG,
    EntityType.PLACE: Ink.PLACE,
    EntityType.GROUP: Ink.GROUP,
    EntityType.OTHER: Ink.OTHER,
}

SLOTS = (Ink.SLOT_1, Ink.SLOT_2, Ink.SLOT_3, Ink.SLOT_4, Ink.SLOT_5, Ink.SLOT_6)
"""Colours for the names that matter most; more than six nobody keeps apart."""


class Role(StrEnum):
    """What a sentence is to the cursor."""

    NONE = "none"
    DISPUTED = "disputed"
    CURSOR = "cursor"
    PEER = "peer"


@dataclass(frozen=True, slots=True)
class Margin:
    """What the margin says of a sentence.

    Attributes:
        count: How many outlets carry it; 0 leaves the place blank.
        sign: The glyph after the count.
        ink: How that glyph looks.
        digits: How wide the count may get.
        bookmark: Whether the reader marked it.
    """

    count: int = 0
    sign: str = " "
    ink: Ink = Ink.MUTED
    digits: int = 1
    bookmark: bool = False

    @property
    def width(self) -> int:
        """Cells taken by the margin: cursor mark, count, glyph, one blank."""
        return self.digits + 3


class Brush(NamedTuple):
    """What paints rows: a palette, the glyphs of this terminal, and the width to fill."""

    palette: Palette
    glyphs: Glyphs
    width: int

    def sentence_row(
        self, row: Row, sentence: Sentence, marks: Marks, margin: Margin, role: Role, *, faded: bool = False
    ) -> Strip:
        """One row of a sentence with its margin; ``faded`` sets it back behind others."""
        base = self.palette[Ink.TEXT]
        if ink := Ink.ASIDE if faded else KIND_INK.get(sentence.kind):
            base += self.palette[ink]
        back = self._role_style(role)
        segments = self._margin(row, margin, role)
        segments += self.words(row.words, sentence.text, marks, base + back)
        return self.filled(segments, self.palette[Ink.TEXT] + back if not back.reverse else self.palette[Ink.TEXT])

    def words(self, words: Sequence[Span], text: str, marks: Marks, base: Style) -> list[Segment]:
        """Words of ``text`` with one blank wherever the text has white space between them."""
        if not words:
            return []
        row = Span(words[0].start, words[-1].end)
        here = [(mark, ink) for mark, ink in marks if mark.overlaps(row)]
        if not here:
            return [Segment(self.glyphs.shown(_joined(words, text)), base)]
        segments: list[Segment] = []
        done = row.start
        for word in words:
            if done < word.start:
                segments += self._stretch(" ", Span(done, done + 1), here, base)
            segments += self._stretch(text[word.start : word.end], word, here, base)
            done = word.end
        return segments

    def line(self, *parts: tuple[str, Ink], role: Role = Role.NONE) -> Strip:
        """A row made of texts, each in its ink."""
        base = self.palette[Ink.TEXT] + self._role_style(role)
        segments = [Segment(self.glyphs.shown(text), self._compose(base, [ink])) for text, ink in parts if text]
        return self.filled(segments, base)

    def spread(
        self, left: Sequence[tuple[str, Ink]], right: Sequence[tuple[str, Ink]], role: Role = Role.NONE
    ) -> Strip:
        """A row with texts at both ends; the left one gives way."""
        room = self.width - sum(cell_len(text) for text, _ in right)
        cut: list[tuple[str, Ink]] = []
        for text, ink in left:
            shown = clip(text, room, self.glyphs.ellipsis)
            cut.append((shown, ink))
            room -= cell_len(shown)
        return self.line(*cut, (" " * max(0, room), Ink.TEXT), *right, role=role)

    def filled(self, segments: Sequence[Segment], fill: Style) -> Strip:
        """Segments as a strip of just the brush's width."""
        length = sum(segment.cell_length for segment in segments)
        if length > self.width:
            return Strip(segments, length).crop(0, self.width).simplify()
        # Strips are dear to make, so this is the only one on the way.
        pad = [Segment(" " * (self.width - length), fill)] if length < self.width else []
        return Strip(list(Segment.simplify([*segments, *pad])), self.width)

    def _role_style(self, role: Role) -> Style:
        return Style.null() if role is Role.NONE else self.palette[Ink(role.value)]

    def _margin(self, row: Row, margin: Margin, role: Role) -> list[Segment]:
        base = self.palette[Ink.TEXT] + self._role_style(role)
        mark = Segment(" ", base)
        if role is not Role.NONE:
            mark = Segment(self.glyphs.cursor, base + self.palette[Ink(f"{role.value}-mark")])
        elif margin.bookmark and row.first:
            mark = Segment(self.glyphs.bookmark, base + self.palette[Ink.NOTICE])
        if not (row.first and margin.count):
            return [mark, Segment(" " * (margin.width - 1), base)]
        # A sign in colour on the reversed ground of the cursor would be a block of that colour.
        sign = base if base.reverse else base + self.palette[margin.ink]
        count = f"{margin.count:>{margin.digits}}"
        return [mark, Segment(count, base + self.palette[Ink.MUTED]), Segment(margin.sign, sign), Segment(" ", base)]

    def _stretch(self, text: str, span: Span, marks: Marks, base: Style) -> list[Segment]:
        """``text``, which stands at ``span``, cut where marks begin and end."""
        if not marks:
            return [Segment(self.glyphs.shown(text), base)]
        here = [(mark, ink) for mark, ink in marks if mark.overlaps(span)]
        edges = {span.start, span.end}.union(*((m.start, m.end) for m, _ in here))
        cuts = sorted(edge for edge in edges if span.start <= edge <= span.end)
        return [
            Segment(
                self.glyphs.shown(text[a - span.start : b - span.start]),
                self._compose(base, [ink for mark, ink in here if mark.start <= a and b <= mark.end]),
            )
            for a, b in pairwise(cuts)
        ]

    def _compose(self, base: Style, inks: Sequence[Ink]) -> Style:
        style = base
        for ink in inks:
            if ink is Ink.TEXT or (ink in SLOTS and base.reverse):
                continue  # a name's colour would be a block of it on the reversed ground of the cursor
            added = self.palette[ink]
            # Reverse on reverse would vanish: inside a reversed cursor a difference stands out by not being reversed.
            style += added + Style(reverse=False) if added.reverse and base.reverse else added
        return style


def _joined(words: Sequence[Span], text: str) -> str:
    pieces: list[str] = []
    done = words[0].start
    for word in words:
        pieces += [" "] * (done < word.start) + [text[word.start : word.end]]
        done = word.end
    return "".join(pieces)


def clip(text: str, width: int, ellipsis: str) -> str:
    """``text`` in at most ``width`` cells, with an ellipsis where it was cut."""
    if cell_len(text) <= width:
        return text
    return set_cell_size(text, max(0, width - 1)).rstrip() + ellipsis if width > 0 else ""
