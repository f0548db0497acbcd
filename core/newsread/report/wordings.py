"""How one outlet's wording of a passage differs from another's, in words that can be read aloud."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from newsread.compare import word_differences
from newsread.model import Span
from newsread.text import fold

_ALIKE: Final = 0.55
_MOST: Final = 8


class Likeness(StrEnum):
    """How close two wordings are."""

    SAME = "the same words"
    CLOSE = "some words differ"
    FREE = "in other words"


@dataclass(frozen=True, slots=True)
class Change:
    """Words of the one wording where the other has other words, or none.

    Attributes:
        ours: The words of the wording that is described; empty if it has none there.
        theirs: The words of the wording it is compared with; empty if that has none there.
    """

    ours: str
    theirs: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """A wording beside the one of another outlet.

    Attributes:
        article: Index of the other outlet's article.
        likeness: How close the two are.
        shared: Share of the letters of both that stand in words both have, 0 to 1.
        changes: Where they differ, in order; empty unless they are close.
        marks: Where the wording differs, as spans of its own text; empty unless they are close.
    """

    article: int
    likeness: Likeness
    shared: float
    changes: tuple[Change, ...] = ()
    marks: tuple[Span, ...] = ()


def compare(ours: str, theirs: str, article: int, alike: float = _ALIKE) -> Comparison:
    """Describe the wording ``ours`` beside ``theirs``, which is that of ``article``.

    Below a share of ``alike`` a list of changes would be longer than the wordings.
    """
    old, new = word_differences(theirs, ours)
    kept = _letters(ours) - sum(_letters(ours[span.start : span.end]) for span in new)
    shared = round(2 * kept / max(1, _letters(ours) + _letters(theirs)), 4)
    if not old and not new:
        return Comparison(article, Likeness.SAME, 1.0)
    if shared < alike:
        return Comparison(article, Likeness.FREE, shared)
    return Comparison(article, Likeness.CLOSE, shared, tuple(_changes(ours, new, theirs, old)), new)


def cut(text: str, marks: Sequence[Span]) -> Iterator[tuple[str, bool]]:
    """A text in pieces, each with whether it is marked: by turns not and marked, the unmarked ones perhaps empty."""
    done = 0
    for mark in marks:
        yield text[done : mark.start], False
        yield text[mark.start : mark.end], True
        done = mark.end
    yield text[done:], False


def in_words(comparison: Comparison, outlet: str) -> str:
    """A comparison as a sentence; ``outlet`` is the name of the outlet it is compared with."""
    if comparison.likeness is Likeness.SAME:
        return f"Word for word as in {outlet}."
    if comparison.likeness is Likeness.FREE:
        return f"In other words than in {outlet}."
    told = [_told(change) for change in comparison.changes[:_MOST]]
    more = len(comparison.changes) - _MOST
    rest = [f"and {more} more changes" if more > 1 else "and one more change"] if more > 0 else []
    return f"Compared with {outlet}: {'; '.join(told + rest)}."


def _told(change: Change) -> str:
    if not change.theirs:
        return f'adds "{change.ours}"'
    if not change.ours:
        return f'leaves out "{change.theirs}"'
    return f'"{change.ours}" for "{change.theirs}"'


def _changes(ours: str, new: Sequence[Span], theirs: str, old: Sequence[Span]) -> Iterator[Change]:
    """The differing stretches of both in order, those at the same place as one."""
    mine, other = dict(_placed(ours, new)), dict(_placed(theirs, old))
    for place in sorted({*mine, *other}):
        yield Change(mine.get(place, ""), other.get(place, ""))


def _placed(text: str, spans: Sequence[Span]) -> Iterator[tuple[int, str]]:
    """Each stretch with the number of shared letters before it, which is the same in both texts."""
    place = done = 0
    for span in spans:
        place += _letters(text[done : span.start])
        done = span.end
        yield place, " ".join(text[span.start : span.end].split())


def _letters(text: str) -> int:
    return sum(map(str.isalnum, fold(text).casefold()))
