"""Which passages an article has word for word from another: what a reader who knows the other may pass over."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsread.compare import word_spans
from newsread.model import Article, Sentence, SentenceKind, Span

if TYPE_CHECKING:
    from newsread.findings import Overlap


@dataclass(frozen=True, slots=True)
class Copy:
    """Neighbouring sentences that stand word for word in another article.

    Attributes:
        first: Index of the first of them.
        last: Index of the last.
        source: Index of the other article.
    """

    first: int
    last: int
    source: int


def copies(
    articles: Sequence[Article], overlaps: "Sequence[Overlap]", order: Sequence[int] = ()
) -> Mapping[int, tuple[Copy, ...]]:
    """By article, what it has from one that comes earlier in ``order``; absent where there is nothing.

    Only sentences of the body count that are the same from the first word to the last: one that changes a word is what
    a reader compares texts for.

    Args:
        articles: Those of the story.
        overlaps: What each pair has word for word in common, as :func:`newsread.overlap.find_overlaps` gives it.
        order: Indices of articles in the order in which they are read; empty for their own.
    """
    runs = _runs(overlaps)
    reading = list(order) or list(range(len(articles)))
    found: dict[int, tuple[Copy, ...]] = {}
    for place, number in enumerate(reading):
        sources = [(source, runs[number, source]) for source in reading[:place] if runs.get((number, source))]
        if stretches := _stretches(articles[number].sentences, sources):
            found[number] = stretches
    return found


def _runs(overlaps: "Sequence[Overlap]") -> Mapping[tuple[int, int], Sequence[Span]]:
    """By article and other article, the stretches of the one that the other has too, in its order."""
    found: dict[tuple[int, int], Sequence[Span]] = {}
    for overlap in overlaps:
        found[overlap.left, overlap.right] = sorted(run.left for run in overlap.runs)
        found[overlap.right, overlap.left] = sorted(run.right for run in overlap.runs)
    return found


def _stretches(sentences: Sequence[Sentence], sources: Sequence[tuple[int, Sequence[Span]]]) -> tuple[Copy, ...]:
    found: list[Copy] = []
    for number, sentence in enumerate(sentences):
        have = [source for source, spans in sources if _is_within(sentence, spans)]
        if found and found[-1].last == number - 1 and found[-1].source in have:
            found[-1] = Copy(found[-1].first, number, found[-1].source)
        elif have:
            found.append(Copy(number, number, have[0]))
    return tuple(found)


def _is_within(sentence: Sentence, spans: Sequence[Span]) -> bool:
    """Whether all words of a sentence stand in one of several stretches, which are in order and apart."""
    if sentence.kind is not SentenceKind.BODY:
        return False
    words = word_spans(sentence.text)
    if not words:
        return False
    start, end = sentence.start + words[0].start, sentence.start + words[-1].end
    at = bisect_right(spans, start, key=lambda span: span.start) - 1
    return at >= 0 and end <= spans[at].end
