"""Late interaction: how well the tokens of two sentences find each other.

Source: Khattab & Zaharia, ColBERT, SIGIR 2020, with the inverse sentence frequency weights of BERTScore (Zhang et
al., ICLR 2020) and, for a clause shared by two long sentences, the best window of a few tokens.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np

from newsread.arrays import Matrix, Places

LATE_SIGNALS: Final = (
    "best_min", "best_max", "best_harmonic", "clause_min", "clause_max", "mean_cosine", "covered_min", "covered_max",
)  # fmt: skip
"""The matrices that :func:`late_signals` gives, in order."""

CLAUSE: Final = 9
"""Tokens in the window that stands for a clause."""

_COVERED: Final = 0.7


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
    similarity = a.vectors @ b.vectors.T
    of_a = _matched(np.maximum.reduceat(similarity, b.starts, axis=1), a)
    of_b = [found.T for found in _matched(np.maximum.reduceat(similarity, a.starts, axis=0).T, b)]
    (best_a, clause_a, covered_a), (best_b, clause_b, covered_b) = of_a, of_b
    harmonic = 2 * best_a * best_b / np.maximum(best_a + best_b, 1e-6)
    return np.stack([
        np.minimum(best_a, best_b), np.maximum(best_a, best_b), harmonic,
        np.minimum(clause_a, clause_b), np.maximum(clause_a, clause_b), _mean_cosine(a, b),
        np.minimum(covered_a, covered_b), np.maximum(covered_a, covered_b),
    ]).astype(np.float32)  # fmt: skip


def _matched(best: Matrix, tokens: TokenVectors) -> list[Matrix]:
    """From the best match of each token in each sentence: weighted mean, best clause, share matched well."""
    weights = tokens.weights[:, None]
    total = np.maximum(np.add.reduceat(weights, tokens.starts, axis=0), 1e-6)
    weighted = best * weights
    mean = np.add.reduceat(weighted, tokens.starts, axis=0) / total
    covered = np.add.reduceat(np.where(best > _COVERED, weights, 0), tokens.starts, axis=0) / total
    return [mean, _best_clause(weighted, tokens), covered]


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
