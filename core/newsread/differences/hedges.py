"""Hedges: one outlet tells as a fact what the other says is only alleged, reported or possible.

The words are those of Hyland's "hedges" (2005, "Metadiscourse") that news uses of events and that leave no doubt.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Final

from newsread.differences.negation import denied_inside, is_nearly_the_same
from newsread.differences.passages import Pair, Passage
from newsread.findings import Difference, DifferenceKind, Severity
from newsread.model import Span

_HEDGE: Final = re.compile(
    r"\b(?:allegedly|reportedly|apparently|purportedly|supposedly|possibly|perhaps|probably|may have|might have"
    r"|could have|is believed to have|are believed to have|is said to have|is suspected of|are suspected of"
    r"|appears? to have|appeared to have|seem(?:s|ed)? to have)\b",
    re.IGNORECASE,
)


def hedge_differences(pair: Pair) -> Iterator[Difference]:
    """Where one of two sentences of nearly the same words hedges what the other states."""
    if not pair.is_equivalent:
        return
    left, right = _hedges(pair.left.text), _hedges(pair.right.text)
    if sorted((len(left), len(right))) != [0, 1]:
        return
    changes = is_nearly_the_same(pair)
    if changes and denied_inside(changes, _HEDGE):
        here, there = _place(pair.left, left), _place(pair.right, right)
        text = f"{left[0][0]} / stated as a fact" if left else f"stated as a fact / {right[0][0]}"
        yield Difference(pair.link, DifferenceKind.STRENGTH, Severity.DRIFT, here, there, text)


@lru_cache(maxsize=4096)  # a sentence is compared with one of every other outlet
def _hedges(text: str) -> tuple[re.Match[str], ...]:
    return tuple(_HEDGE.finditer(text))


def _place(passage: Passage, found: Sequence[re.Match[str]]) -> Span:
    start = passage.sentence.start
    return Span(start + found[0].start(), start + found[0].end()) if found else passage.sentence.span
