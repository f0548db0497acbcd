"""Dates that differ: another day for the same thing, or a day where the other outlet says "this week"."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from newsread.differences.days import Grain, Moment, moments
from newsread.differences.passages import Pair, Passage
from newsread.findings import Difference, DifferenceKind, Severity

_SHARED: Final = 2  # telling words around both


def date_differences(pair: Pair, left: date | None, right: date | None) -> Iterator[Difference]:
    """The dates in which two linked sentences differ.

    Args:
        pair: The sentences.
        left: When the one's article was published, if known.
        right: When the other's was.
    """
    if not pair.is_equivalent:
        return
    here, there = _named(pair.left, left), _named(pair.right, right)
    if not here or not there:
        return
    here, there = _unmatched(here, there, pair.right, right), _unmatched(there, here, pair.left, left)
    if len(here) != 1 or len(there) != 1 or here[0].is_said != there[0].is_said:
        return
    one, other = here[0], there[0]
    clash = _clash(one, other)
    # Of one person much is told, on several days: what happened must be the same.
    shared = pair.left.topic(one.span, names=not clash) & pair.right.topic(other.span, names=not clash)
    if len(shared) < _SHARED:
        return
    if clash:
        if not one.is_said:
            yield _made(pair, one, other, Severity.CONFLICT, f"{one.text} / {other.text}")
    elif {one.grain, other.grain} == {Grain.DAY, Grain.WEEK} and _fits(one, other):
        exact = one if one.grain < other.grain else other
        text = f"{one.text} / {other.text}: “{exact.text}” is more exact"
        yield _made(pair, one, other, Severity.DETAIL, text)


def _named(passage: Passage, published: date | None) -> list[Moment]:
    return moments(passage.text, passage.sentence.start, published)


def _unmatched(mine: list[Moment], theirs: list[Moment], other: Passage, published: date | None) -> list[Moment]:
    """The moments that the other outlet does not name there, and no other of the same grain around it."""
    known = [*theirs, *moments(other.around, 0, published)]
    return [m for m in mine if not any(_same(m, k) for k in known)]


def _same(one: Moment, other: Moment) -> bool:
    if one.grain is not other.grain:
        return False
    return (bool(one.name) and one.name == other.name) or one.meets(other)


def _clash(one: Moment, other: Moment) -> bool:
    """Whether two moments, as exact as each other, can't be the same."""
    if one.grain is not other.grain:
        return False
    if one.when and other.when:
        return not one.meets(other)
    days = one.grain is Grain.DAY and one.name.endswith("day") and other.name.endswith("day")
    return days and one.name != other.name


def _fits(one: Moment, other: Moment) -> bool:
    return one.meets(other) or not (one.when and other.when)


def _made(pair: Pair, one: Moment, other: Moment, severity: Severity, text: str) -> Difference:
    return Difference(pair.link, DifferenceKind.DATE, severity, one.span, other.span, text)
