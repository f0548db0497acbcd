"""Quotations that linked sentences print in other words, and words that they give to different people."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from newsread.compare import folded_words
from newsread.differences.passages import Pair
from newsread.findings import Change, Difference, DifferenceKind, Drift, DriftKind, Quotation, Severity
from newsread.model import Span
from newsread.text import fold

_ARTICLES: Final = frozenset({"a", "an", "the", "and", "that"})
_CONTRACTED: Final = tuple(
    (re.compile(pattern), full)
    for pattern, full in (
        (r"\bcan't\b", "cannot"), (r"\bwon't\b", "will not"), (r"n't\b", " not"), (r"'re\b", " are"),
        (r"'ll\b", " will"),
        (r"'ve\b", " have"), (r"\bi'm\b", "i am"), (r"\b(it|that|there|he|she|what|who|here|let)'s\b", r"\1 is"),
    )
)  # fmt: skip
_SENTENCE_END: Final = re.compile(r"(?<=[.!?])[\s\"”]")
_OWN: Final = 5  # words that two people do not use by chance
_UNLIKE: Final = 2.5  # times as many words
_MOST: Final = 6  # words of a wording that an explanation shows


def wording_differences(pair: Pair, quotations: Sequence[Quotation], drifts: Sequence[Drift]) -> Iterator[Difference]:
    """How the quotations that two linked sentences have in common drift."""
    for drift in drifts:
        one, other = quotations[drift.left], quotations[drift.right]
        spans = Span(one.start, one.end), Span(other.start, other.end)
        if drift.speakers_differ and _are_two(one, other) and min(map(_length, (one, other))) >= _OWN:
            text = f"the same words are {one.name}'s / {other.name}'s"
            yield Difference(pair.link, DifferenceKind.NAME, Severity.CONFLICT, *spans, text)
        elif drift.kind is DriftKind.REWORDED and (change := _telling(drift.changes)):
            text = f"{_shown(change.left)} / {_shown(change.right)}"
            yield Difference(pair.link, DifferenceKind.QUOTATION, Severity.DRIFT, *spans, text)


def _length(quotation: Quotation) -> int:
    return len(folded_words(quotation.words))


def _is_named(quotation: Quotation) -> bool:
    """Whether the speaker stands there by name: who "he" is may be misread."""
    return bool(set(quotation.speaker.split()) & set(quotation.name.split()))


def _are_two(one: Quotation, other: Quotation) -> bool:
    """Whether two speakers are surely two: by name, and without a surname in common."""
    shared = set(one.name.replace(".", "").split()) & set(other.name.replace(".", "").split())
    return _is_named(one) and _is_named(other) and not shared


def _telling(changes: Sequence[Change]) -> Change | None:
    """The first change of words that matters: not of articles alone, and not what one prints more of at an end."""
    inner = [change for change in changes if not (change.same or _is_small(change) or _is_other(changes, change))]
    both = [change for change in inner if folded_words(change.left) and folded_words(change.right)]
    inside = [change for change in changes[1:-1] if change in inner]
    return next(iter(both or inside), None)


def _is_other(changes: Sequence[Change], change: Change) -> bool:
    """Whether it is a beginning in which one says much and the other little: two sayings that end alike."""
    sides = sorted(len(folded_words(side)) for side in (change.left, change.right))
    return change is changes[0] and 0 < sides[0] * _UNLIKE <= sides[1]


def _is_small(change: Change) -> bool:
    sides = [_expanded(side) for side in (change.left, change.right)]
    words = {word for side in sides for word in folded_words(side)}
    squeezed = ("".join(folded_words(side)).replace("-", "").replace(".", "") for side in sides)
    return words <= _ARTICLES or len(set(squeezed)) == 1


def _expanded(text: str) -> str:
    """A wording with its contractions written out: "we're" is "we are"."""
    plain = fold(text).lower()
    for pattern, full in _CONTRACTED:
        plain = pattern.sub(full, plain)
    return plain


def _shown(text: str) -> str:
    words = _SENTENCE_END.split(text.strip(), maxsplit=1)[0].split()
    if not words:
        return "left out"
    return "“" + " ".join(words[:_MOST]).strip(" ,.;:") + (" …”" if len(words) > _MOST else "”")
