"""Boosted trees: asked all at once, they say what a walk from the root says."""

from dataclasses import astuple

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsread.alignment.trees import Tree, Trees

_FEATURES = 4
_VALUES = st.floats(-3, 3, width=32)


def _grown(draw: st.DrawFn, leaves: int) -> Tree:
    """A tree of so many leaves, of any shape."""
    nodes: list[list[float]] = [[-1, 0, 0, 0, draw(_VALUES)]]
    for _ in range(leaves - 1):
        at = draw(st.sampled_from([n for n, node in enumerate(nodes) if node[0] < 0]))
        nodes[at] = [draw(st.integers(0, _FEATURES - 1)), draw(_VALUES), len(nodes), len(nodes) + 1, 0.0]
        nodes += ([-1, 0, 0, 0, draw(_VALUES)] for _ in range(2))
    features, thresholds, left, right, values = zip(*nodes, strict=True)
    return Tree(tuple(map(int, features)), thresholds, tuple(map(int, left)), tuple(map(int, right)), values)


@st.composite
def _trees(draw: st.DrawFn) -> Tree:
    return _grown(draw, draw(st.one_of(st.integers(1, 12), st.sampled_from([13, 20, 40]))))


def _walked(tree: Tree, row: np.ndarray) -> float:
    node = 0
    while tree.features[node] >= 0:
        goes_left = row[tree.features[node]] <= np.float32(tree.thresholds[node])
        node = tree.left[node] if goes_left else tree.right[node]
    return tree.values[node]


@given(tree=_trees(), seed=st.integers(0, 1000), rows=st.integers(0, 30))
def test_a_tree_says_what_a_walk_from_its_root_says(tree: Tree, seed: int, rows: int) -> None:
    columns = np.random.default_rng(seed).uniform(-3, 3, (_FEATURES, rows)).astype(np.float32)
    columns[:, :2] = tree.thresholds[0]  # as large as a threshold: left
    columns[0, 2:4] = np.nan  # no number: right
    assert tree.say(columns).tolist() == [_walked(tree, row) for row in columns.T]


@given(trees=st.lists(_trees(), min_size=1, max_size=4))
def test_what_a_file_holds_says_the_same(trees: list[Tree]) -> None:
    made = Trees(0.5, 2, tuple(trees))
    again = Trees.from_plain(made.to_plain())
    assert list(map(astuple, again.trees)) == list(map(astuple, trees))
    columns = np.linspace(-3, 3, 5 * _FEATURES, dtype=np.float32).reshape(_FEATURES, 5)
    expected = [sum(_walked(tree, row) for tree in trees) / 2 + 0.5 for row in columns.T]
    assert again.logits(columns).tolist() == pytest.approx(expected)
