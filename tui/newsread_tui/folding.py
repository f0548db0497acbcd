"""Folding what an article has word for word from an outlet further left: pure.

A fold is one row and one stop of the cursor, its first sentence. Whatever leads to another of its sentences opens it,
so that the cursor never stands on text that is not there.
"""

from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from newsread.model import SentenceRef
from newsread.story import Story

if TYPE_CHECKING:
    from newsread.copies import Copy

type Folds = Sequence[Copy]


def closed(story: Story, order: Sequence[int], article: int, opened: Collection[SentenceRef] = ()) -> Folds:
    """The folds of an article, but for those that were opened."""
    found = _copies(_Known(story), tuple(order)).get(article, ())
    return [fold for fold in found if SentenceRef(article, fold.first) not in opened]


def fold_at(folds: Folds, sentence: int) -> "Copy | None":
    """The fold that a sentence is in."""
    return next((fold for fold in folds if fold.first <= sentence <= fold.last), None)


def hidden(folds: Folds) -> frozenset[int]:
    """The sentences at which the cursor does not stop: all of a fold but its first."""
    return frozenset(sentence for fold in folds for sentence in range(fold.first + 1, fold.last + 1))


class _Known:
    """A story by its identity: comparing its articles takes longer than finding the folds."""

    def __init__(self, story: Story) -> None:
        self.story = story

    def __hash__(self) -> int:
        return id(self.story.findings)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Known) and self.story.findings is other.story.findings


@lru_cache(8)
def _copies(known: _Known, order: tuple[int, ...]) -> "Mapping[int, tuple[Copy, ...]]":
    from newsread.copies import copies  # here, since the first picture folds nothing

    return copies(known.story.articles, known.story.overlaps, order)
