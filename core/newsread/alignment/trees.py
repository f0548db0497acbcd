"""Boosted regression trees, in numpy.

Source: Friedman, Greedy Function Approximation: A Gradient Boosting Machine, Annals of Statistics 2001. How
they are asked: Lucchese et al., QuickScorer, SIGIR 2015.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any, Final, Self

import numpy as np

from newsread.alignment.arrays import Matrix, Places

_LEAF: Final = -1
_BITS: Final = 12  # leaves of a tree that are told apart by bits; a table has a row for each combination of them


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

    def say(self, columns: Matrix) -> Matrix:
        """What the tree says about each row; ``columns`` is (features, rows).

        Each node's question is asked of all rows at once. Who goes right there can't come to the leaves on the left,
        so a bit for each leaf goes out; the first that is left is where the row ends, and is looked up. That is
        several times as quick as to choose between numbers at each node, which upper nodes of large trees do.
        """
        return self._said(0, columns)

    def _said(self, node: int, columns: Matrix) -> Matrix:
        plan = _plan(self, node)
        if plan is None:
            left, right = self._said(self.left[node], columns), self._said(self.right[node], columns)
            answer: Matrix = np.where(columns[self.features[node]] <= np.float32(self.thresholds[node]), left, right)
            return answer
        low = np.full(columns.shape[1], (len(plan.table) - 1) & 0xFF, dtype=np.uint8)
        high = np.full(columns.shape[1], (len(plan.table) - 1) >> 8, dtype=np.uint8)
        for feature, threshold, low_kept, high_kept in plan.questions:
            all_if_left = np.negative((columns[feature] <= threshold).view(np.uint8))
            low &= all_if_left | low_kept
            if high_kept is not None:
                high &= all_if_left | high_kept
        said: Matrix = plan.table[low | high.astype(np.uint16) << np.uint16(8)]
        return said

    def below(self, node: int, first: int = 0) -> tuple[list[float], list[tuple[int, int]]]:
        """What a node leads to: the leaves' values from left to right, and each node that asks.

        With these stand bits for the leaves that are lost to who goes right; the leftmost leaf has bit ``first``.
        """
        if self.features[node] == _LEAF:
            return [self.values[node]], []
        left, left_asks = self.below(self.left[node], first)
        right, right_asks = self.below(self.right[node], first + len(left))
        return left + right, [(node, ((1 << len(left)) - 1) << first), *left_asks, *right_asks]


@dataclass(frozen=True, slots=True)
class _Plan:
    """How a tree is asked.

    Attributes:
        questions: Feature, threshold, and the leaves that are kept by who goes right, as two bytes of bits; the
            second is None if all of it is kept.
        table: What the tree says, for each combination of leaves that are left.
    """

    questions: tuple[tuple[int, np.float32, np.uint8, np.uint8 | None], ...]
    table: Matrix


@lru_cache(maxsize=2048)
def _plan(tree: Tree, node: int) -> _Plan | None:
    """How the part of a tree below a node is asked; None if it has too many leaves."""
    values, asks = tree.below(node)
    if len(values) > _BITS:
        return None
    questions = (
        (
            tree.features[asking],
            np.float32(tree.thresholds[asking]),
            np.uint8(~lost & 0xFF),
            np.uint8(~lost >> 8 & 0xFF) if lost > 0xFF else None,
        )
        for asking, lost in asks
    )
    return _Plan(tuple(questions), np.array(values, dtype=np.float64)[_first_bits()[: 1 << len(values)]])


@cache
def _first_bits() -> Places:
    """For each combination of leaves the first of them; for none, which does not happen, the first of all."""
    every = np.arange(1 << _BITS)
    first: Places = np.log2(np.maximum(every & -every, 1)).astype(np.intp)
    return first


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
