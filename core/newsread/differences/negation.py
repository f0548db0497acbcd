"""Denial: sentences that are nearly the same words, one with "not" and the other without."""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from newsread.compare import folded_words, word_changes
from newsread.differences.passages import Pair, Passage
from newsread.findings import Change, Difference, DifferenceKind, Severity
from newsread.model import Span

_NEGATION: Final = re.compile(
    r"\b(?:not|never|no longer|cannot|without|neither|nor|nobody|none|no|fail(?:s|ed)? to|refus(?:es|ed) to"
    r"|declin(?:es|ed) to|den(?:y|ies|ied)|unlikely|unable to)\b|n't\b"
)
_LEAST: Final = 6  # words that both must have
_SMALL: Final = 4  # words of the change that denies
_NEXT: Final = 4  # letters of what follows a change
_ALIKE: Final = 0.7  # share of the shorter one's words that both must have


def negation_differences(pair: Pair) -> Iterator[Difference]:
    """Where one of two sentences of nearly the same words denies what the other says."""
    if not pair.is_equivalent:
        return
    left, right = (list(_NEGATION.finditer(passage.text)) for passage in (pair.left, pair.right))
    if sorted((len(left), len(right))) != [0, 1]:
        return
    changes = is_nearly_the_same(pair)
    if not (changes and denied_inside(changes, _NEGATION)):
        return
    here, there = _place(pair.left, left), _place(pair.right, right)
    text = f"{left[0][0]} / no denial" if left else f"no denial / {right[0][0]}"
    yield Difference(pair.link, DifferenceKind.NEGATION, Severity.CONFLICT, here, there, text)


def is_nearly_the_same(pair: Pair) -> Sequence[Change]:
    """How two sentences of nearly the same words change; nothing for others."""
    changes = word_changes(pair.left.text, pair.right.text)
    shared = sum(len(folded_words(change.left)) for change in changes if change.same)
    least = max(_LEAST, _ALIKE * min(len(pair.left.words), len(pair.right.words)))
    return changes if shared >= least else ()


def denied_inside(changes: Sequence[Change], words: re.Pattern[str]) -> bool:
    """Whether what holds ``words`` is a small change amid the same words, not part of what one says more."""
    for before, change, after in zip(changes, changes[1:], changes[2:], strict=False):
        size = max(len(folded_words(change.left)), len(folded_words(change.right)))
        # "refused to" may end among the words that both have.
        sides = (f"{change.left}{after.left[:_NEXT]}", f"{change.right}{after.right[:_NEXT]}")
        if not change.same and any(words.search(side) for side in sides):
            return before.same and after.same and size <= _SMALL
    return False


def _place(passage: Passage, found: list[re.Match[str]]) -> Span:
    start = passage.sentence.start
    if found:
        return Span(start + found[0].start(), start + found[0].end())
    return passage.sentence.span
