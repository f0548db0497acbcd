"""Headings inside an article that name a topic and state nothing: "2+2 meeting", "Diplomacy or war?".

Any sentence on the topic resembles them, and none says the same.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np

from newsread.alignment.arrays import Matrix
from newsread.alignment.words import Words, is_function
from newsread.model import Sentence, SentenceKind

_STATEMENT: Final = 3
"""Content words that a statement has at least: somebody, what happens, and to whom or how."""


def is_topic(sentence: Sentence, words: Words) -> bool:
    """Whether a sentence is a heading that states nothing; an article's headline always does."""
    if sentence.kind is not SentenceKind.HEADING:
        return False
    content = {stem for stem in words.stems if not is_function(stem)}
    return len(content) < _STATEMENT or sentence.text.rstrip().endswith("?")


def without_topics(scores: Matrix, rows: Sequence[bool], columns: Sequence[bool]) -> Matrix:
    """Scores with those of topics taken away.

    Args:
        scores: Probabilities: (sentences, sentences).
        rows: Whether each row is a topic.
        columns: The same of the columns.
    """
    return np.where(np.logical_or.outer(np.array(rows, np.bool_), np.array(columns, np.bool_)), 0, scores)
