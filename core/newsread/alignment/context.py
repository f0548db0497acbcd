"""What the other sentences say about a pair: competition for it, and how its neighbours match.

Sources: cross-domain similarity local scaling (Conneau et al., Word Translation Without Parallel Data, ICLR 2018)
for the competition, and the neighbourhood evidence of MASSAlign (Paetzold et al., IJCNLP 2017), here as features, not
as a constraint: news articles order the same facts differently.
"""

from typing import Final

import numpy as np

from newsread.alignment.arrays import Matrix

_NEAREST: Final = 3


def context_forms(scores: Matrix) -> Matrix:
    """Forms of one score matrix that take the other pairs into account: (forms, sentences, sentences).

    The score minus the mean of the best three of its row and of its column, minus the best other one of its row and
    of its column (each as minimum and maximum of the two), then the best and the mean of the scores of the diagonal
    neighbours, and the best of the four direct neighbours.
    """
    rows, columns = scores - _best_mean(scores), scores - _best_mean(scores.T).T
    row_margin, column_margin = scores - _best_other(scores), scores - _best_other(scores.T).T
    padded = np.pad(scores, 1)
    diagonal = np.stack([padded[:-2, :-2], padded[2:, 2:]])
    crossed = np.stack([padded[:-2, 2:], padded[2:, :-2]])
    direct = np.stack([padded[:-2, 1:-1], padded[2:, 1:-1], padded[1:-1, :-2], padded[1:-1, 2:]])
    return np.stack([
        np.minimum(rows, columns), np.maximum(rows, columns),
        np.minimum(row_margin, column_margin), np.maximum(row_margin, column_margin),
        np.maximum(diagonal.max(axis=0), crossed.max(axis=0)), diagonal.mean(axis=0), direct.max(axis=0),
    ]).astype(np.float32)  # fmt: skip


def _best_mean(scores: Matrix) -> Matrix:
    """Mean of the best few of each row, as a column."""
    few = min(_NEAREST, scores.shape[1])
    best = np.partition(scores, scores.shape[1] - few, axis=1)[:, -few:]
    return np.asarray(best.mean(axis=1, keepdims=True))


def _best_other(scores: Matrix) -> Matrix:
    """For each score the best of the others in its row; 0 where there is none."""
    if scores.shape[1] < 2:
        return np.zeros_like(scores)
    two = np.partition(scores, scores.shape[1] - 2, axis=1)[:, -2:]
    return np.where(scores >= two[:, 1:], two[:, :1], two[:, 1:])
