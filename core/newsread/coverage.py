"""Passages: what the outlets say, each thing once, with every outlet that carries it.

Links join sentences in pairs; a reader of the whole story thinks in passages. Sentences are gathered from the surest
link down, as in average-link clustering (Sokal & Michener 1958), and two gatherings become one only where at least
half of the pairs between them are linked: a chain of doubtful links from one claim to another does not make the two
one.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from newsread.model import Article, Link, SentenceKind, SentenceRef

_LINKED_SHARE: Final = 0.5
_FAR: Final = 2  # sentences


@dataclass(frozen=True)
class Passage:
    """One thing said, in one or more outlets, by one or more sentences of each.

    Attributes:
        sentences: In the order of articles and sentences.
        sureness: The highest score of a link inside it, 0 to 1; 0 for what one outlet alone carries.
    """

    sentences: tuple[SentenceRef, ...]
    sureness: float = 0.0

    @cached_property
    def articles(self) -> tuple[int, ...]:
        """Indices of the articles that carry it, ascending."""
        return tuple(sorted({ref.article for ref in self.sentences}))

    def of(self, article: int) -> tuple[SentenceRef, ...]:
        """Its sentences in one article; none where the outlet does not carry it."""
        return tuple(ref for ref in self.sentences if ref.article == article)


def passages(
    articles: Sequence[Article], links: Iterable[Link], apart: Iterable[tuple[SentenceRef, SentenceRef]] = ()
) -> tuple[Passage, ...]:
    """Gather the linkable sentences of a story into passages.

    Args:
        articles: The articles of the story.
        links: Which of their sentences say the same; those of the reader count most.
        apart: Pairs of sentences that are never of one passage, though a third may say the same as both.

    Returns:
        Every headline and body sentence in exactly one passage, and the headings that another outlet's sentence
        equals: the others only name a section. Passages come in the order in which a reader meets them: by where
        they stand, on average, in the articles that carry them.
    """
    gathering = _Gathering(articles, links, apart)
    gathering.run()
    found = [
        Passage(tuple(sorted(group)), gathering.sureness(group))
        for group in gathering.groups()
        if len(group) > 1 or not _is_heading(group, articles)
    ]
    return tuple(sorted(found, key=lambda passage: (_place(passage, articles), passage.sentences)))


def _is_heading(group: Iterable[SentenceRef], articles: Sequence[Article]) -> bool:
    return all(articles[ref.article].sentences[ref.sentence].kind is SentenceKind.HEADING for ref in group)


def _place(passage: Passage, articles: Sequence[Article]) -> float:
    """Where the passage stands in its articles, 0 for the beginning and 1 for the end, on average."""
    places = [ref.sentence / len(articles[ref.article].sentences) for ref in passage.sentences]
    return round(sum(places) / len(places), 6)


class _Gathering:
    """Groups of sentences, merged along the links."""

    def __init__(
        self, articles: Sequence[Article], links: Iterable[Link], apart: Iterable[tuple[SentenceRef, SentenceRef]]
    ) -> None:
        self.links = sorted(links, key=lambda link: (not link.by_reader, -link.score, link.source, link.target))
        self.linked: Mapping[frozenset[SentenceRef], float] = {
            frozenset((link.source, link.target)): 1.0 if link.by_reader else link.score for link in self.links
        }
        self.apart = {frozenset(pair) for pair in apart}
        self.group_of = {
            ref: {ref}
            for number, article in enumerate(articles)
            for ref in (SentenceRef(number, index) for index in range(len(article.sentences)))
            if article.sentences[ref.sentence].kind.linkable
        }

    def run(self) -> None:
        for link in self.links:
            one, other = self.group_of.get(link.source), self.group_of.get(link.target)
            if one is not None and other is not None and one is not other and self._belong(one, other):
                one |= other
                for ref in other:
                    self.group_of[ref] = one

    def _belong(self, one: set[SentenceRef], other: set[SentenceRef]) -> bool:
        if any(a.article == b.article and abs(a.sentence - b.sentence) > _FAR for a in one for b in other):
            return False
        pairs = [frozenset((a, b)) for a in one for b in other if a.article != b.article]
        if not self.apart.isdisjoint(pairs):
            return False
        return sum(pair in self.linked for pair in pairs) >= _LINKED_SHARE * len(pairs)

    def groups(self) -> list[set[SentenceRef]]:
        return list({id(group): group for group in self.group_of.values()}.values())

    def sureness(self, group: set[SentenceRef]) -> float:
        refs = sorted(group)
        scores = (self.linked.get(frozenset((a, b)), 0.0) for i, a in enumerate(refs) for b in refs[i + 1 :])
        return max(scores, default=0.0)
