"""Verbatim sharing: which stretches of two articles are the same words, as when both print an agency's copy.

Shingles of six words found in both texts are grown to the longest run around them, the longest run first, in the
manner of shingling (Broder 1997) and of passim (Smith, Cordell and Dillon 2013); no word is counted in two runs.
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import Final

from newsread.compare import word_spans
from newsread.findings import Overlap, PassageOverlap, Run
from newsread.model import Article, Link, Sentence, SentenceKind, Span
from newsread.text import fold

SHINGLE: Final = 6  # words that two texts hardly share by chance


@dataclass(frozen=True)
class _Text:
    """The words of an article, and where they stand."""

    words: tuple[str, ...]
    spans: tuple[Span, ...]

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where each word begins."""
        return tuple(span.start for span in self.spans)

    @cached_property
    def shingles(self) -> Mapping[tuple[str, ...], Sequence[int]]:
        """Where each run of :data:`SHINGLE` words stands."""
        places: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for at in range(len(self.words) - SHINGLE + 1):
            places[self.words[at : at + SHINGLE]].append(at)
        return dict(places)


def find_overlaps(articles: Sequence[Article], links: Sequence[Link] = ()) -> tuple[Overlap, ...]:
    """What each pair of articles shares word for word; ordered by (left, right), pairs that share nothing included."""
    texts = [_text(article) for article in articles]
    by_pair: dict[tuple[int, int], list[Link]] = defaultdict(list)
    for link in links:
        by_pair[link.source.article, link.target.article].append(link)
    return tuple(
        _overlap(articles, texts, (left, right), by_pair[left, right])
        for left, right in combinations(range(len(articles)), 2)
    )


def _overlap(
    articles: Sequence[Article], texts: Sequence[_Text], pair: tuple[int, int], links: Sequence[Link]
) -> Overlap:
    left, right = (texts[number] for number in pair)
    runs = sorted(_runs(left, right))
    mine = sorted(at + step for at, _, length in runs for step in range(length))
    theirs = sorted(at + step for _, at, length in runs for step in range(length))
    found = (
        PassageOverlap(
            link,
            _share(left, mine, articles[pair[0]].sentences[link.source.sentence]),
            _share(right, theirs, articles[pair[1]].sentences[link.target.sentence]),
        )
        for link in links
    )
    return Overlap(
        *pair,
        runs=tuple(_run(left, right, run) for run in runs),
        left_share=len(mine) / max(1, len(left.words)),
        right_share=len(theirs) / max(1, len(right.words)),
        passages=tuple(passage for passage in found if passage.left or passage.right),
    )


def _text(article: Article) -> _Text:
    """The words of an article's sentences but meta lines: an agency's credit is nobody's text."""
    plain = fold(article.text)
    spans = [
        Span(sentence.start + word.start, sentence.start + word.end)
        for sentence in article.sentences
        if sentence.kind is not SentenceKind.META
        for word in word_spans(sentence.text)
    ]
    return _Text(tuple(plain[span.start : span.end].casefold() for span in spans), tuple(spans))


def _runs(left: _Text, right: _Text) -> Iterator[tuple[int, int, int]]:
    """Common runs as (place in the left, place in the right, words), none sharing a word with another."""
    free = [[True] * len(left.words), [True] * len(right.words)]
    candidates = sorted(_grown(left, right), key=lambda run: (-run[2], run[0] + run[1], abs(run[0] - run[1])))
    for at, other, length in candidates:
        step = 0
        while step < length:
            here = step
            while step < length and free[0][at + step] and free[1][other + step]:
                step += 1
            if step - here >= SHINGLE:
                free[0][at + here : at + step] = free[1][other + here : other + step] = [False] * (step - here)
                yield at + here, other + here, step - here
            step += 1


def _grown(left: _Text, right: _Text) -> set[tuple[int, int, int]]:
    """The longest common runs around each shingle that both texts have."""
    one, two = left.words, right.words
    shared = left.shingles.keys() & right.shingles.keys()
    places = ((at, other) for shingle in shared for at in left.shingles[shingle] for other in right.shingles[shingle])
    found = set()
    for at, other in places:
        if at and other and one[at - 1] == two[other - 1]:
            continue  # it belongs to the run that began before
        length = SHINGLE
        while _same(one, two, at + length, other + length):
            length += 1
        found.add((at, other, length))
    return found


def _same(left: Sequence[str], right: Sequence[str], at: int, other: int) -> bool:
    return at < len(left) and other < len(right) and left[at] == right[other]


def _run(left: _Text, right: _Text, run: tuple[int, int, int]) -> Run:
    at, other, length = run
    mine = Span(left.spans[at].start, left.spans[at + length - 1].end)
    return Run(mine, Span(right.spans[other].start, right.spans[other + length - 1].end), length)


def _share(text: _Text, shared: Sequence[int], sentence: Sentence) -> float:
    """The share of a sentence's words that are among those shared."""
    first, last = (bisect_left(text.starts, at) for at in (sentence.start, sentence.end))
    return (bisect_left(shared, last) - bisect_left(shared, first)) / max(1, last - first)
