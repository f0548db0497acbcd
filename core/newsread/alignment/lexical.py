"""What two sentences share in words: one matrix per signal for a pair of articles.

All signals are symmetric in the two articles: directed ones come as their minimum and maximum. Shapes are
(sentences of the first article, sentences of the second), counting linkable sentences only.
"""

from typing import Final

import numpy as np

from newsread.alignment.arrays import Matrix, Places
from newsread.alignment.counting import NO_WORD, Bag, StoryWords

LEXICAL_SIGNALS: Final = (
    "cosine", "containment_min", "containment_max", "shared", "bigrams", "run", "quoted_run", "quoted_containment",
    "names", "name_containment", "numbers", "number_conflict", "window_min", "window_max", "speaker",
    "speaker_conflict",
)  # fmt: skip
"""The matrices that :func:`lexical_signals` gives, in order."""

SENTENCE_SIGNALS: Final = (
    "position_difference", "position_min", "position_max", "headlines", "leads", "mass_min", "mass_max",
    "quoted_min", "quoted_max",
)  # fmt: skip
"""The matrices that :func:`sentence_signals` gives, in order: what is known of the two sentences one by one."""


def lexical_signals(story: StoryWords, first: int, second: int) -> Matrix:
    """The signals of :data:`LEXICAL_SIGNALS` for two articles: (signals, sentences, sentences)."""
    a, b = story.bags[first], story.bags[second]
    mass_a, mass_b = story.masses[first], story.masses[second]
    # Stems that only one of the two articles has can't meet: leaving them out saves most of the work.
    common = np.flatnonzero(a.counts.any(axis=0) & b.counts.any(axis=0))
    weights, names, numbers = (
        np.where(which, story.weights, 0)[common] for which in (True, story.is_name, story.is_number)
    )
    counts_a, counts_b = a.counts[:, common], b.counts[:, common]
    has_a, has_b = np.minimum(counts_a, 1), np.minimum(counts_b, 1)
    shared, name_shared = (has_a * weights) @ has_b.T, (has_a * names) @ has_b.T
    number_shared = (has_a * numbers) @ has_b.T
    low, high = _shares(shared, shared, mass_a.content, mass_b.content)
    _, name_high = _shares(name_shared, name_shared, mass_a.names, mass_b.names)
    conflict = (number_shared == 0) & np.logical_and.outer(mass_a.numbers > 0, mass_b.numbers > 0)
    quoted = (a.quoted[:, common] * weights) @ b.quoted[:, common].T
    _, quoted_high = _shares(quoted, quoted, mass_a.quoted, mass_b.quoted)
    window_low, window_high = _shares(
        (has_a * weights) @ _with_neighbours(has_b).T,
        _with_neighbours(has_a) @ (has_b * weights).T,
        mass_a.content,
        mass_b.content,
    )
    runs, quoted_runs = _longest_runs(story, a, b)
    speaker = a.speakers[:, common] @ b.speakers[:, common].T > 0
    silent = np.logical_and.outer(a.speakers.any(axis=1), b.speakers.any(axis=1))
    cosine = (counts_a * weights) @ (counts_b * weights).T / np.outer(mass_a.norm, mass_b.norm)
    pairs = np.flatnonzero(a.bigrams.any(axis=0) & b.bigrams.any(axis=0))
    bigrams = a.bigrams[:, pairs] @ b.bigrams[:, pairs].T / np.outer(mass_a.bigram_norm, mass_b.bigram_norm)
    matrices = (
        cosine, low, high, np.log1p(shared), bigrams,
        runs, quoted_runs, quoted_high, np.log1p(name_shared), name_high, np.log1p(number_shared), conflict,
        window_low, window_high, speaker, silent & ~speaker,
    )  # fmt: skip
    return np.stack([matrix.astype(np.float32) for matrix in matrices])


def sentence_signals(story: StoryWords, first: int, second: int) -> Matrix:
    """The signals of :data:`SENTENCE_SIGNALS` for two articles: (signals, sentences, sentences)."""
    a, b = story.bags[first], story.bags[second]
    place_a, place_b = _positions(a), _positions(b)
    masses = story.masses[first], story.masses[second]
    mass_a, mass_b = (np.log1p(mass.content) for mass in masses)
    quoted_a, quoted_b = (mass.quoted / np.maximum(mass.content, 1e-6) for mass in masses)
    lead_a, lead_b = (_leads(bag) for bag in (a, b))
    matrices = (
        np.abs(np.subtract.outer(place_a, place_b)), np.minimum.outer(place_a, place_b),
        np.maximum.outer(place_a, place_b), np.add.outer(a.headline.astype(np.float32), b.headline),
        np.add.outer(lead_a, lead_b), np.minimum.outer(mass_a, mass_b), np.maximum.outer(mass_a, mass_b),
        np.minimum.outer(quoted_a, quoted_b), np.maximum.outer(quoted_a, quoted_b),
    )  # fmt: skip
    return np.stack([matrix.astype(np.float32) for matrix in matrices])


def _shares(of_a: Matrix, of_b: Matrix, mass_a: Matrix, mass_b: Matrix) -> tuple[Matrix, Matrix]:
    """What is shared of either side, over what there is of it: minimum and maximum of the two."""
    share_a, share_b = of_a / np.maximum(mass_a, 1e-6)[:, None], of_b / np.maximum(mass_b, 1e-6)[None, :]
    return np.minimum(share_a, share_b), np.maximum(share_a, share_b)


def _with_neighbours(has: Matrix) -> Matrix:
    """For each sentence, the words of itself and of the sentences beside it."""
    wide = has.copy()
    wide[1:] += has[:-1]
    wide[:-1] += has[1:]
    return np.minimum(wide, 1)


def _longest_runs(story: StoryWords, a: Bag, b: Bag) -> tuple[Matrix, Matrix]:
    """Weight of the heaviest run of words that both sentences have in the same order, anywhere and in quotations."""
    rows, columns = equal_words(a.sequence, b.sequence)
    weight = story.weights[a.sequence[rows]]
    inside = a.is_quoted[rows] & b.is_quoted[columns]
    shape = (len(a.indices), len(b.indices))
    everywhere = _heaviest(rows, columns, weight, a, b, shape)
    quoted = _heaviest(rows[inside], columns[inside], weight[inside], a, b, shape)
    return everywhere, quoted


def equal_words(one: Places, other: Places) -> tuple[Places, Places]:
    """Where each word of one stands in the other, in order: found in sorted words, as few of all pairs are equal."""
    order = np.argsort(other, kind="stable")
    rows = np.flatnonzero(one != NO_WORD)
    first, end = (np.searchsorted(other[order], one[rows], side=side) for side in ("left", "right"))
    count = end - first
    within = np.arange(count.sum()) - np.repeat(np.cumsum(count) - count, count)
    return np.repeat(rows, count), order[np.repeat(first, count) + within]


def _heaviest(rows: Places, columns: Places, weight: Matrix, a: Bag, b: Bag, shape: tuple[int, int]) -> Matrix:
    heaviest = np.zeros(shape, dtype=np.float32)
    if not len(rows):
        return heaviest
    order = np.lexsort((rows, columns - rows))
    rows, columns, weight = rows[order], columns[order], weight[order]
    starts = np.flatnonzero(np.r_[True, (np.diff(rows) != 1) | (np.diff(columns - rows) != 0)])
    np.maximum.at(heaviest, (a.owner[rows[starts]], b.owner[columns[starts]]), np.add.reduceat(weight, starts))
    return np.log1p(heaviest)


def _positions(bag: Bag) -> Matrix:
    return np.linspace(0, 1, max(2, len(bag.indices)), dtype=np.float32)[: len(bag.indices)]


def _leads(bag: Bag) -> Matrix:
    """1 for the first sentence that is no headline, else 0."""
    leads = np.zeros(len(bag.indices), dtype=np.float32)
    bodies = np.flatnonzero(~bag.headline)
    leads[bodies[:1]] = 1
    return leads
