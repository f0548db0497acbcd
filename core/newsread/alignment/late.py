"""Late interaction: how well the tokens of two sentences find each other.

Source: Khattab & Zaharia, ColBERT, SIGIR 2020, with the inverse sentence frequency weights of BERTScore (Zhang et
al., ICLR 2020) and, for a clause shared by two long sentences, the best window of a few tokens.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np

from newsread.alignment.arrays import Matrix, Places

LATE_SIGNALS: Final = (
    "best_min", "best_max", "best_harmonic", "clause_min", "clause_max", "mean_cosine", "covered_min", "covered_max",
    "shared_min", "shared_max", "firm_min", "firm_max", "equal_min", "equal_max",
)  # fmt: skip
"""The matrices that :func:`late_signals` gives, in order."""

CLAUSE: Final = 9
"""Tokens in the window that stands for a clause."""

_COVERED: Final = 0.7
_LEVELS: Final = (0.4, 0.6, 0.8)
_BLOCK: Final = 4_000_000  # similarities held at once


@dataclass(frozen=True, slots=True)
class TokenVectors:
    """The tokens of an article's linkable sentences that weigh anything, sentence after sentence.

    Attributes:
        vectors: Of length one: (tokens, size).
        weights: How telling each token is: (tokens,).
        starts: Where in ``vectors`` each sentence begins; every sentence has at least one token: (sentences,).
    """

    vectors: Matrix
    weights: Matrix
    starts: Places


def late_signals(a: TokenVectors, b: TokenVectors) -> Matrix:
    """The signals of :data:`LATE_SIGNALS` for two articles: (signals, sentences, sentences)."""
    best_of_a, best_of_b = _best_matches(a, b)
    sides = [(one, other.T) for one, other in zip(_matched(best_of_a, a), _matched(best_of_b, b), strict=True)]
    best_a, best_b = sides[0]
    extremes = [(np.minimum(*side), np.maximum(*side)) for side in sides]
    (best, clause, covered), amounts = extremes[:3], extremes[3:]
    harmonic = 2 * best_a * best_b / np.maximum(best_a + best_b, 1e-6)
    matrices = (*best, harmonic, *clause, _mean_cosine(a, b), *covered, *(m for pair in amounts for m in pair))
    return np.stack(matrices).astype(np.float32)


def _best_matches(a: TokenVectors, b: TokenVectors) -> tuple[Matrix, Matrix]:
    """How well each token is matched in each sentence of the other: (tokens of a, n of b) and (tokens of b, n of a)."""
    of_a, of_b = [], []
    ends = np.r_[a.starts[1:], len(a.vectors)]
    first = 0
    while first < len(a.starts):
        room = a.starts[first] + max(1, _BLOCK // len(b.vectors))
        last = max(first + 1, int(np.searchsorted(ends, room, side="right")))
        block = a.vectors[a.starts[first] : ends[last - 1]] @ b.vectors.T
        of_a.append(np.maximum.reduceat(block, b.starts, axis=1))
        of_b.append(np.maximum.reduceat(block, a.starts[first:last] - a.starts[first], axis=0))
        first = last
    return np.concatenate(of_a), np.concatenate(of_b).T


def _matched(best: Matrix, tokens: TokenVectors) -> list[Matrix]:
    """From each token's best match in each sentence: weighted mean, best clause, share and amounts matched well."""
    weights = tokens.weights[:, None]
    total = np.maximum(np.add.reduceat(weights, tokens.starts, axis=0), 1e-6)
    weighted = best * weights
    mean = np.add.reduceat(weighted, tokens.starts, axis=0) / total
    covered = np.add.reduceat(np.where(best > _COVERED, weights, 0), tokens.starts, axis=0) / total
    amounts = (np.add.reduceat(np.maximum(best - level, 0) * weights, tokens.starts, axis=0) for level in _LEVELS)
    return [mean, _best_clause(weighted, tokens), covered, *(np.log1p(amount) for amount in amounts)]


def _best_clause(weighted: Matrix, tokens: TokenVectors) -> Matrix:
    """The highest weighted mean over any window of :data:`CLAUSE` tokens, or the whole of a shorter sentence."""
    count = len(tokens.weights)
    ends = np.repeat(np.r_[tokens.starts[1:], count], np.diff(np.r_[tokens.starts, count]))
    begins = np.repeat(tokens.starts, np.diff(np.r_[tokens.starts, count]))
    first = np.maximum(np.minimum(np.arange(count), ends - CLAUSE), begins)
    last = np.minimum(first + CLAUSE, ends)
    sums = np.concatenate([np.zeros((1, weighted.shape[1]), np.float32), np.cumsum(weighted, axis=0)])
    mass = np.r_[0, np.cumsum(tokens.weights)]
    means = (sums[last] - sums[first]) / np.maximum(mass[last] - mass[first], 1e-6)[:, None]
    return np.asarray(np.maximum.reduceat(means, tokens.starts, axis=0), dtype=np.float32)


def _mean_cosine(a: TokenVectors, b: TokenVectors) -> Matrix:
    means = []
    for tokens in (a, b):
        mean = np.add.reduceat(tokens.vectors * tokens.weights[:, None], tokens.starts, axis=0)
        means.append(mean / np.maximum(np.linalg.norm(mean, axis=1, keepdims=True), 1e-6))
    return np.asarray(means[0] @ means[1].T, dtype=np.float32)
