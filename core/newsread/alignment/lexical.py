"""What two sentences share in words: one matrix per signal for a pair of articles.

All signals are symmetric in the two articles: directed ones come as their minimum and maximum. Shapes are
(sentences of the first article, sentences of the second), counting linkable sentences only.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np

from newsread.alignment.arrays import Flags, Matrix, Places
from newsread.alignment.words import Vocabulary, Words, is_function, is_number, split_article, vocabulary
from newsread.model import Article, SentenceKind

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

_NO_WORD: Final = -1


@dataclass(frozen=True, slots=True)
class Bag:
    """The linkable sentences of one article, as arrays over the stems of the story.

    Attributes:
        indices: Index in the article of each linkable sentence.
        counts: How often each stem occurs in each of them: (sentences, stems).
        bigrams: The same for pairs of neighbouring content words: (sentences, bigrams).
        quoted: Whether each stem occurs inside quotation marks: (sentences, stems).
        speakers: Names outside the quotation of a quoting sentence, or of the one before: (sentences, stems).
        sequence: Stem number of each word, sentences separated by -1: (words,).
        owner: Sentence of each place in ``sequence``: (words,).
        is_quoted: Whether each place in ``sequence`` is inside quotation marks: (words,).
        headline: Which sentences are headlines: (sentences,).
    """

    indices: tuple[int, ...]
    counts: Matrix
    bigrams: Matrix
    quoted: Matrix
    speakers: Matrix
    sequence: Places
    owner: Places
    is_quoted: Flags
    headline: Flags


@dataclass(frozen=True, slots=True)
class Masses:
    """What the words of each sentence of an article weigh together: each (sentences,)."""

    content: Matrix
    names: Matrix
    numbers: Matrix
    quoted: Matrix
    norm: Matrix
    bigram_norm: Matrix


@dataclass(frozen=True, slots=True)
class StoryWords:
    """The words of a story's articles, counted.

    Attributes:
        words: For each article, the words of every sentence.
        vocabulary: What they are worth.
        weights: Weight of each stem: (stems,).
        is_name: Which stems are names: (stems,).
        is_number: Which stems are numbers: (stems,).
        bags: One for each article.
        masses: One for each article.
    """

    words: tuple[tuple[Words, ...], ...]
    vocabulary: Vocabulary
    weights: Matrix
    is_name: Flags
    is_number: Flags
    bags: tuple[Bag, ...]
    masses: tuple[Masses, ...]


def count_words(articles: Sequence[Article]) -> StoryWords:
    """Count the words of a story's articles."""
    words = tuple(split_article(article) for article in articles)
    known = vocabulary(words)
    stems = {stem: number for number, stem in enumerate(sorted(known.frequency))}
    pairs = sorted({pair for article in words for sentence in article for pair in _bigrams(sentence)})
    bigrams = {pair: number for number, pair in enumerate(pairs)}
    bags = tuple(_bag(a, w, stems, bigrams, known.names) for a, w in zip(articles, words, strict=True))
    weights = np.array([known.weight(stem) for stem in stems], dtype=np.float32)
    is_name = np.array([stem in known.names for stem in stems], dtype=np.bool_)
    is_digits = np.array([is_number(stem) for stem in stems], dtype=np.bool_)
    masses = tuple(_masses(bag, weights, is_name, is_digits) for bag in bags)
    return StoryWords(words, known, weights, is_name, is_digits, bags, masses)


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


def _bag(
    article: Article,
    words: Sequence[Words],
    stems: dict[str, int],
    bigrams: dict[tuple[str, str], int],
    names: frozenset[str],
) -> Bag:
    indices = tuple(i for i, sentence in enumerate(article.sentences) if sentence.kind.linkable)
    counts, quoted, speakers = (np.zeros((len(indices), len(stems)), dtype=np.float32) for _ in range(3))
    pairs = np.zeros((len(indices), len(bigrams)), dtype=np.float32)
    sequence, owner, is_quoted = [_NO_WORD], [0], [False]
    last: list[int] = []
    for row, i in enumerate(indices):
        numbers = [stems[stem] for stem in words[i].stems]
        np.add.at(counts[row], numbers, 1)
        quoted[row, [n for n, inside in zip(numbers, words[i].quoted, strict=True) if inside]] = 1
        pairs[row, [bigrams[pair] for pair in _bigrams(words[i])]] = 1
        named = [
            n
            for n, s, inside in zip(numbers, words[i].stems, words[i].quoted, strict=True)
            if s in names and not inside
        ]
        last = named or last
        if any(words[i].quoted):
            speakers[row, last] = 1
        sequence += [*numbers, _NO_WORD]
        owner += [row] * (len(numbers) + 1)
        is_quoted += [*words[i].quoted, False]
    headline = np.array([article.sentences[i].kind is SentenceKind.HEADLINE for i in indices], dtype=np.bool_)
    arrays = np.array(sequence, np.int32), np.array(owner, np.int32), np.array(is_quoted, np.bool_)
    return Bag(indices, counts, pairs, quoted, speakers, *arrays, headline)


def _bigrams(words: Words) -> set[tuple[str, str]]:
    content = [stem for stem in words.stems if not is_function(stem)]
    return set(pairwise(content))


def _masses(bag: Bag, weights: Matrix, is_name: Flags, is_digits: Flags) -> Masses:
    has = np.minimum(bag.counts, 1)
    return Masses(
        has @ weights,
        has @ (weights * is_name),
        has @ (weights * is_digits),
        bag.quoted @ weights,
        np.maximum(np.linalg.norm(bag.counts * weights, axis=1), 1e-3),
        np.maximum(np.linalg.norm(bag.bigrams, axis=1), 1e-3),
    )


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
    rows, columns = np.nonzero((a.sequence[:, None] == b.sequence[None, :]) & (a.sequence[:, None] != _NO_WORD))
    weight = story.weights[a.sequence[rows]]
    inside = a.is_quoted[rows] & b.is_quoted[columns]
    shape = (len(a.indices), len(b.indices))
    everywhere = _heaviest(rows, columns, weight, a, b, shape)
    quoted = _heaviest(rows[inside], columns[inside], weight[inside], a, b, shape)
    return everywhere, quoted


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
