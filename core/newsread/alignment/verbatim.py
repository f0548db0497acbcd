"""Sentences that two articles print word for word: agency copy, and an article beside its own copy."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

import numpy as np

from newsread.alignment.arrays import Matrix
from newsread.alignment.words import Words

_CERTAIN: Final = 0.99
_ENOUGH: Final = 6
"""Words a sentence needs to say something: shorter ones ("He did not elaborate.") may be equal by chance."""


def prefer_verbatim(scores: Matrix, one: Sequence[Words], other: Sequence[Words], ceiling: float) -> Matrix:
    """Scores that send a sentence to its exact copy and not to what merely resembles it.

    Args:
        scores: Probabilities: (sentences, sentences).
        one: The words of each row.
        other: The words of each column.
        ceiling: What a pair may have at most when both its sentences have an exact copy elsewhere.
    """
    copies = _copies(one, other)
    if not copies:
        return scores
    rows, columns = (np.array(side) for side in zip(*sorted(copies), strict=True))
    result = scores.copy()
    both = np.ix_(rows, columns)
    result[both] = np.minimum(scores[both], ceiling)
    result[rows, columns] = np.maximum(scores[rows, columns], _CERTAIN)
    return result


def _copies(one: Sequence[Words], other: Sequence[Words]) -> set[tuple[int, int]]:
    """Pairs of equal sentences, the first with the first where one is printed twice.

    Short ones count when a sentence beside them is copied too.
    """
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for j in reversed(range(len(other))):
        places[other[j].stems].append(j)
    equal = {(i, places[words.stems].pop()) for i, words in enumerate(one) if places.get(words.stems)}
    sure = {(i, j) for i, j in equal if len(one[i].stems) >= _ENOUGH}
    waiting = list(sure)
    while waiting:
        i, j = waiting.pop()
        beside = {(i - 1, j - 1), (i + 1, j + 1)} & (equal - sure)
        sure |= beside
        waiting += beside
    return sure
