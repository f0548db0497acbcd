"""What two sentences share in words: one matrix per signal for a pair of articles.

All signals are symmetric in the two articles: directed ones come as their minimum and maximum. Shapes are
(sentences of the first article, sentences of the second), counting linkable sentences only.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np

from newsread.arrays import Flags, Matrix, Places
from newsread.model import Article, SentenceKind
from newsread.words import Vocabulary, Words, is_function, is_number, split_article, vocabulary

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
class StoryWords:
    """The words of a story's articles, counted.

    Attributes:
        words: For each article, the words of every sentence.
        vocabulary: What they are worth.
        weights: Weight of each stem: (stems,).
        is_name: Which stems are names: (stems,).
        is_number: Which stems are numbers: (stems,).
        bags: One for each article.
    """

    words: tuple[tuple[Words, ...], ...]
    vocabulary: Vocabulary
    weights: Matrix
    is_name: Flags
    is_number: Flags
    bags: tuple[Bag, ...]


def count_words(articles: Sequence[Article]) -> StoryWords:
    """Count the words of a story's articles."""
    words = tuple(split_article(article) for article in articles)
    known = vocabulary(words)
    stems = {stem: number for number, stem in enumerate(sorted(known.frequency))}
    pairs = sorted({pair for article in words for sentence in article for pair in _bigrams(sentence)})
    bigrams = {pair: number for number, pair in enumerate(pairs)}
    bags = tuple(_bag(a, w, stems, bigrams, known.names) for a, w in zip(articles, words, strict=True))
    return StoryWords(
        words,
        known,
        np.array([known.weight(stem) for stem in stems], dtype=np.float32),
        np.array([stem in known.names for stem in stems], dtype=np.bool_),
        np.array([is_number(stem) for stem in stems], dtype=np.bool_),
        bags,
    )


def lexical_signals(story: StoryWords, first: int, second: int) -> Matrix:
    """The signals of :data:`LEXICAL_SIGNALS` for two articles: (signals, sentences, sentences)."""
    a, b, weights = story.bags[first], story.bags[second], story.weights
    content = np.where(weights > 1e-6, weights, 0.0)
    has_a, has_b = a.counts > 0, b.counts > 0
    low, high, shared = _containment(has_a, has_b, content)
    names = np.where(story.is_name, weights, 0.0)
    numbers = np.where(story.is_number, weights, 0.0)
    _, name_high, name_shared = _containment(has_a, has_b, names)
    _, _, number_shared = _containment(has_a, has_b, numbers)
    conflict = (number_shared == 0) & np.logical_and.outer(has_a @ numbers > 0, has_b @ numbers > 0)
    _, quoted_high, _ = _containment(a.quoted, b.quoted, content)
    window_low, window_high = _window_containment(has_a, has_b, content)
    runs, quoted_runs = _longest_runs(story, a, b)
    speaker = _containment(a.speakers, b.speakers, weights)[2] > 0
    silent = np.logical_and.outer(a.speakers.any(axis=1), b.speakers.any(axis=1))
    matrices = (
        _cosine(a.counts * weights, b.counts * weights), low, high, np.log1p(shared), _cosine(a.bigrams, b.bigrams),
        runs, quoted_runs, quoted_high, np.log1p(name_shared), name_high, np.log1p(number_shared), conflict,
        window_low, window_high, speaker, silent & ~speaker,
    )  # fmt: skip
    return np.stack([matrix.astype(np.float32) for matrix in matrices])


def sentence_signals(story: StoryWords, first: int, second: int) -> Matrix:
    """The signals of :data:`SENTENCE_SIGNALS` for two articles: (signals, sentences, sentences)."""
    a, b = story.bags[first], story.bags[second]
    place_a, place_b = _positions(a), _positions(b)
    mass_a, mass_b = (np.log1p((bag.counts > 0) @ story.weights) for bag in (a, b))
    quoted_a, quoted_b = (_quoted_share(bag, story.weights) for bag in (a, b))
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


def _containment(a: Matrix | Flags, b: Matrix | Flags, weights: Matrix) -> tuple[Matrix, Matrix, Matrix]:
    """Weight of the shared stems over that of either side's, as minimum and maximum, and the shared weight."""
    weighted, other = a * weights, b.astype(np.float32)
    shared = weighted @ other.T
    of_a = shared / np.maximum(weighted.sum(axis=1), 1e-6)[:, None]
    of_b = shared / np.maximum(other @ weights, 1e-6)[None, :]
    return np.minimum(of_a, of_b), np.maximum(of_a, of_b), shared


def _window_containment(a: Flags, b: Flags, weights: Matrix) -> tuple[Matrix, Matrix]:
    """How much of a sentence is said in the other or in the sentences beside that."""
    of_a = ((a * weights) @ _with_neighbours(b).T) / np.maximum(a @ weights, 1e-6)[:, None]
    of_b = (_with_neighbours(a) @ (b * weights).T) / np.maximum(b @ weights, 1e-6)[None, :]
    return np.minimum(of_a, of_b), np.maximum(of_a, of_b)


def _with_neighbours(has: Flags) -> Matrix:
    wide = has.astype(np.float32)
    wide[1:] += has[:-1]
    wide[:-1] += has[1:]
    return np.minimum(wide, 1)


def _cosine(a: Matrix, b: Matrix) -> Matrix:
    norms = np.outer(np.linalg.norm(a, axis=1), np.linalg.norm(b, axis=1))
    return np.asarray((a @ b.T) / np.maximum(norms, 1e-6), dtype=np.float32)


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


def _quoted_share(bag: Bag, weights: Matrix) -> Matrix:
    return np.asarray((bag.quoted @ weights) / np.maximum((bag.counts > 0) @ weights, 1e-6), dtype=np.float32)


def _leads(bag: Bag) -> Matrix:
    """1 for the first sentence that is no headline, else 0."""
    leads = np.zeros(len(bag.indices), dtype=np.float32)
    bodies = np.flatnonzero(~bag.headline)
    leads[bodies[:1]] = 1
    return leads
