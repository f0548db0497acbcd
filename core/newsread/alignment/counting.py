"""The words of a story's articles, counted: arrays over the stems of the story."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

import numpy as np

from newsread.alignment.arrays import Flags, Matrix, Places
from newsread.alignment.words import Vocabulary, Words, is_function, is_number, split_article, vocabulary
from newsread.model import Article, SentenceKind

NO_WORD: Final = -1
"""What separates sentences in :attr:`Bag.sequence`."""


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

    @property
    def pairs(self) -> list[tuple[int, int]]:
        """The article pairs that have something to compare, in the order in which their later articles are read."""
        sizes = [len(bag.indices) for bag in self.bags]
        return [(a, b) for b in range(len(sizes)) for a in range(b) if sizes[a] and sizes[b]]


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
    sequence, owner, is_quoted = [NO_WORD], [0], [False]
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
        sequence += [*numbers, NO_WORD]
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
