"""Boosted regression trees, in numpy.

Source: Friedman, Greedy Function Approximation: A Gradient Boosting Machine, Annals of Statistics 2001.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

import numpy as np

from newsread.alignment.arrays import Matrix

_LEAF = -1


@dataclass(frozen=True, slots=True)
class Tree:
    """One tree; its nodes are numbered, 0 is the root.

    Attributes:
        features: The feature each node asks about; -1 for a leaf.
        thresholds: A value up to this one goes left.
        left: Where to go then.
        right: Where to go else.
        values: What a leaf says.
    """

    features: tuple[int, ...]
    thresholds: tuple[float, ...]
    left: tuple[int, ...]
    right: tuple[int, ...]
    values: tuple[float, ...]

    def say(self, columns: Matrix, node: int = 0) -> Matrix | float:
        """What the tree says about each row; ``columns`` is (features, rows)."""
        feature = self.features[node]
        if feature == _LEAF:
            return self.values[node]
        left, right = self.say(columns, self.left[node]), self.say(columns, self.right[node])
        answer: Matrix = np.where(columns[feature] <= np.float32(self.thresholds[node]), left, right)
        return answer


@dataclass(frozen=True, slots=True)
class Trees:
    """Several series of trees: a row's value is the offset and the mean over the series of their trees' sums.

    Attributes:
        offset: Where all series begin.
        series: How many there are.
        trees: The trees of all series.
    """

    offset: float
    series: int
    trees: tuple[Tree, ...]

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> Self:
        """From the lists of numbers that a JSON file holds."""
        trees = (Tree(*(tuple(tree[name]) for name in Tree.__slots__)) for tree in plain["trees"])
        return cls(plain["offset"], plain["series"], tuple(trees))

    def to_plain(self) -> dict[str, Any]:
        """Lists of numbers, as a JSON file holds them."""
        trees = [{name: list(getattr(tree, name)) for name in Tree.__slots__} for tree in self.trees]
        return {"offset": self.offset, "series": self.series, "trees": trees}

    def logits(self, columns: Matrix) -> Matrix:
        """From (features, rows) to (rows,)."""
        total = np.zeros(columns.shape[1], dtype=np.float64)
        for tree in self.trees:
            total += tree.say(columns)
        return total / self.series + self.offset
