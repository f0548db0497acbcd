"""An article laid out in rows of a given width: pure, and all that scrolling needs to know.

A row holds words as spans of its sentence's own text, so whatever is known about the text (names, differences) can be
painted without converting offsets. White space of the source, line breaks included, becomes one cell; words with just
one blank between them, as in most of what newspapers write, are one span.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum, auto
from functools import cache
from typing import Final, NamedTuple

from rich.cells import cell_len

from newsread.model import Sentence, Span

# Scripts written without spaces may break before any character; a dash between words is a place to break after.
_WIDE: Final = "\u2e80-\u2fff\u3001-\u9fff\uac00-\ud7af\uf900-\ufaff\uff01-\uff60"
_DASH: Final = "\u2013\u2014"
_MARK: Final = "\u0300-\u036f\u3099\u309a"
_SPACED: Final = re.compile(r"\S+")
# Characters of one cell each: with these, to break a text is to look for blanks and dashes.
_EASY: Final = re.compile(f"[ -~\u00a1-\u00ac\u00ae-\u02af{_DASH}\u2018-\u201d\u2022\u2026\u20ac]+")
_NO_FOLDS: Final[Mapping[int, int]] = {}


class RowKind(Enum):
    """What a row shows."""

    TEXT = auto()
    BLANK = auto()
    GAP = auto()
    FOLD = auto()


class Row(NamedTuple):
    """One row of a laid-out article.

    Attributes:
        kind: What it shows.
        sentence: Index of its sentence; of the one before it for a blank row or a gap, -1 at the very top; the
            first one that a fold hides.
        words: For text, the words on it, one or several in a span, as spans of the sentence's text.
        first: Whether it is the first row of its sentence.
    """

    kind: RowKind
    sentence: int
    words: tuple[Span, ...] = ()
    first: bool = False


class Column(NamedTuple):
    """An article as rows.

    Attributes:
        rows: From top to bottom.
        tops: For every sentence the index of its first row; that of their fold for those that one hides.
    """

    rows: tuple[Row, ...]
    tops: tuple[int, ...]

    def extent(self, sentence: int) -> tuple[int, int]:
        """First row of a sentence and the row after its last."""
        top = end = self.tops[sentence]
        if self.rows[top].kind is RowKind.FOLD:
            return top, top + 1
        while end < len(self.rows) and self.rows[end].kind is RowKind.TEXT and self.rows[end].sentence == sentence:
            end += 1
        return top, end

    def sentence_at(self, row: int) -> int:
        """The sentence that stands on a row, or the last one before it; the first one above the text or in a fold."""
        last = max(0, bisect_right(self.tops, row) - 1)
        return bisect_left(self.tops, self.tops[last])

    def blank_after(self, sentence: int) -> int | None:
        """The sentence, that one or the next further down, that a blank row follows; None if there is none."""
        for row in range(self.extent(sentence)[1] if sentence >= 0 else 0, len(self.rows)):
            if self.rows[row].kind is RowKind.BLANK:
                return self.rows[row].sentence
        return None

    def with_gap(self, after: int) -> "Column":
        """The same column with a row that marks a missing passage after a sentence; -1 for before the first."""
        at = self.extent(after)[1] if after >= 0 else 0
        gap = Row(RowKind.GAP, after)
        # A blank row there already gives its place, so nothing below has to move.
        if at < len(self.rows) and self.rows[at].kind is RowKind.BLANK:
            return self._replace(rows=(*self.rows[:at], gap, *self.rows[at + 1 :]))
        tops = tuple(top + (top >= at) for top in self.tops)
        return Column((*self.rows[:at], gap, *self.rows[at:]), tops)


def lay_out(
    sentences: Sequence[Sentence], width: int, *, spaced: bool = False, folds: Mapping[int, int] = _NO_FOLDS
) -> Column:
    """Wrap sentences to ``width`` cells, each from a row of its own.

    Args:
        sentences: Those of an article.
        width: Cells that a row may take.
        spaced: Whether blank rows stand between paragraphs.
        folds: By the first sentence of what is folded the last one; each fold is one row.
    """
    rows: list[Row] = []
    tops: list[int] = []
    folded = -1
    for index, sentence in enumerate(sentences):
        if index <= folded:
            tops.append(len(rows) - 1)
            continue
        if spaced and index and sentence.paragraph != sentences[index - 1].paragraph:
            rows.append(Row(RowKind.BLANK, index - 1))
        tops.append(len(rows))
        if index in folds:
            folded = folds[index]
            rows.append(Row(RowKind.FOLD, index, first=True))
            continue
        lines = wrap(sentence.text, width)
        rows += [Row(RowKind.TEXT, index, words, first=number == 0) for number, words in enumerate(lines)]
    return Column(tuple(rows), tuple(tops))


def wrap(text: str, width: int) -> list[tuple[Span, ...]]:
    """Break ``text`` into lines of at most ``width`` cells, as words; at least one line, even if empty."""
    return _easily(text, width) or _word_by_word(text, width)


def _easily(text: str, width: int) -> list[tuple[Span, ...]]:
    """The lines of a text that has single blanks between short words; none if this is another one.

    Most texts are, and the first picture waits until every sentence of its articles is wrapped.
    """
    if not _EASY.fullmatch(text) or "  " in text or text[0] == " " or text[-1] == " ":
        return []
    lines: list[tuple[Span, ...]] = []
    start, end = 0, len(text)
    while end - start > width:
        blank = text.rfind(" ", start, start + width + 1)
        dash = max(text.rfind(sign, start, start + width) for sign in _DASH) + 1
        if max(blank, dash) <= 0 or (dash > blank and text[dash] in _DASH):
            return []
        stop = max(blank, dash)
        lines.append((Span(start, stop),))
        start = stop + (stop == blank)
    return [*lines, (Span(start, end),)]


def _word_by_word(text: str, width: int) -> list[tuple[Span, ...]]:
    lines: list[tuple[Span, ...]] = []
    line: list[Span] = []
    used = 0
    narrow = text.isascii()
    for word in _words(text, width):
        cells = len(word) if narrow else cell_len(text[word.start : word.end])
        space = 1 if line and line[-1].end < word.start else 0
        if line and used + space + cells > width:
            lines.append(tuple(line))
            line, used, space = [], 0, 0
        line.append(word)
        used += space + cells
    return [*lines, tuple(line)] if line or not lines else lines


def _words(text: str, width: int) -> Iterator[Span]:
    """The unbreakable pieces of ``text``; one that is wider than a line is cut where the line is full."""
    unbroken = not text or (max(text) < _WIDE[0] and not any(dash in text for dash in _DASH))
    for match in (_SPACED if unbroken else _unspaced()).finditer(text):
        start, end = match.span()
        # No character takes more than two cells, so most words need no measuring.
        if 2 * (end - start) <= width or cell_len(match[0]) <= width:
            yield Span(start, end)
        else:
            yield from _cut(text, start, end, width)


@cache
def _unspaced() -> re.Pattern[str]:
    # Takes milliseconds to make, and the first picture waits for nothing.
    return re.compile(f"[^\\s{_WIDE}{_DASH}]*[{_DASH}]+|[{_WIDE}][{_MARK}]*|[^\\s{_WIDE}{_DASH}]+")


def _cut(text: str, start: int, end: int, width: int) -> Iterator[Span]:
    """Pieces of ``text[start:end]`` of at most ``width`` cells; a mark stays with the letter it stands on."""
    used = 0
    for index in range(start, end):
        cells = cell_len(text[index])
        if used and used + cells > width:
            yield Span(start, index)
            start, used = index, 0
        used += cells
    yield Span(start, end)
