"""Boosted trees over pair features, grown with scikit-learn and kept as plain numbers."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier

from newsread.alignment.trees import Tree, Trees
from training.gold import NONE, OPTIONAL

SERIES, ROUNDS = 3, 120


def grow(rows: Sequence[NDArray[np.float32]], labels: Sequence[NDArray[np.int8]]) -> Trees:
    """Trees that tell linked pairs from others.

    Args:
        rows: Features, several times (features, pairs).
        labels: Labels of the same pairs; those that annotators disagree on are left out.
    """
    x, y = np.concatenate([part.T for part in rows]), np.concatenate(list(labels))
    x, y = x[y != OPTIONAL], y[y != OPTIONAL] != NONE
    trees: list[Tree] = []
    offset = 0.0
    for seed in range(SERIES):
        model = HistGradientBoostingClassifier(
            max_iter=ROUNDS, learning_rate=0.05, max_leaf_nodes=10, l2_regularization=5, min_samples_leaf=20,
            max_features=0.4, early_stopping=False, random_state=seed,
        ).fit(x, y)  # fmt: skip
        offset = float(model._baseline_prediction.ravel()[0])  # noqa: SLF001 - no public way to the trees
        trees += [_tree(stage[0].nodes) for stage in model._predictors]  # noqa: SLF001
    return Trees(round(offset, 5), SERIES, tuple(trees))


def _tree(nodes: NDArray[np.void]) -> Tree:
    leaf = nodes["is_leaf"].astype(bool)
    return Tree(
        tuple(np.where(leaf, -1, nodes["feature_idx"]).tolist()),
        tuple(float(f"{t:.6g}") for t in np.where(leaf, 0, nodes["num_threshold"])),
        tuple(nodes["left"].tolist()),
        tuple(nodes["right"].tolist()),
        tuple(round(float(v), 5) for v in np.where(leaf, nodes["value"], 0)),
    )
