"""What a head sees of each pair of sentences: first the pair in its two articles, then in the whole story."""

from collections.abc import Callable
from typing import Final

import numpy as np

from newsread.alignment.arrays import Matrix
from newsread.alignment.context import context_forms
from newsread.alignment.counting import StoryWords
from newsread.alignment.head import logistic
from newsread.alignment.late import LATE_SIGNALS, TokenVectors, late_signals
from newsread.alignment.lexical import LEXICAL_SIGNALS, lexical_signals, sentence_signals

_LEXICAL_CONTEXT: Final = tuple(LEXICAL_SIGNALS.index(n) for n in ("cosine", "containment_max", "window_max"))
_LATE_CONTEXT: Final = tuple(
    LATE_SIGNALS.index(n) for n in ("best_max", "best_harmonic", "clause_max", "mean_cosine", "firm_min")
)
_BOUND: Final = 6.0
_DEAD_END: Final = 0.02  # the probability below which a path through a third outlet tells nothing

PRUNED: Final = -4.0
"""Pairs whose first logit is not above this are not looked at again."""
HOPELESS: Final = -20.0
"""The last logit of those pairs."""


def pair_features(
    words: StoryWords,
    first: int,
    second: int,
    vectors: tuple[TokenVectors | None, TokenVectors | None] = (None, None),
) -> Matrix:
    """Features of the sentence pairs of two articles: (features, sentences, sentences).

    Args:
        words: The story's words.
        first: Index of one article.
        second: Index of the other.
        vectors: Token vectors of the two; None to do without.
    """
    lexical = lexical_signals(words, first, second)
    parts = [lexical, sentence_signals(words, first, second)]
    parts += [context_forms(lexical[i]) for i in _LEXICAL_CONTEXT]
    one, other = vectors
    if one and other:
        late = late_signals(one, other)
        parts += [late, *(context_forms(late[i]) for i in _LATE_CONTEXT)]
    return np.concatenate(parts)


def story_features(
    features: Matrix, logits: Matrix, between: Callable[[int, int], Matrix], first: int, second: int, total: int
) -> Matrix:
    """Features of the same pairs once all pairs have been judged: (features, sentences, sentences).

    A sentence of a third outlet that matches both supports them: the best such path, and the chance that there is
    one at all (noisy or), as they are and against their competition.

    Args:
        features: Those of :func:`pair_features`.
        logits: What the first head said: (accept and equivalent, sentences, sentences).
        between: Gives the first head's probability for any two articles.
        first: Index of one article.
        second: Index of the other.
        total: How many articles there are.
    """
    own = between(first, second)
    best, none = np.zeros_like(own), np.ones_like(own)
    for third in range(total):
        if third not in (first, second):
            paths = _through(between(first, third), between(third, second))
            best, none = np.maximum(best, paths), none * (1 - paths)
    bounded, support = np.clip(logits[0], -_BOUND, _BOUND) + _BOUND, 1 - none
    parts = (features, logits, context_forms(bounded), context_forms(own), [best, support], context_forms(support))
    return np.concatenate(parts).astype(np.float32)


def first_probability(logits: Matrix) -> Matrix:
    """What :func:`story_features` wants of the first head, from its logits."""
    return logistic(logits[0])


def _through(one: Matrix, other: Matrix) -> Matrix:
    """Best product over the sentences between: (n, k) and (k, m) to (n, m); what leads nowhere is passed over."""
    best = np.zeros((one.shape[0], other.shape[1]), dtype=np.float32)
    if one.shape[1]:
        for k in np.flatnonzero(one.max(axis=0) * other.max(axis=1) > _DEAD_END):
            np.maximum(best, np.outer(one[:, k], other[k]), out=best)
    return best
