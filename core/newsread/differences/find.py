"""Everything in which linked sentences differ, true conflicts first.

Sentences are compared pair by pair. A sentence that stands word for word in the other article differs from nothing
there, and what is said of the same two places twice is told once.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from newsread.differences.dates import date_differences
from newsread.differences.hedges import hedge_differences
from newsread.differences.names import name_differences, people_named
from newsread.differences.negation import negation_differences
from newsread.differences.numbers import number_differences
from newsread.differences.passages import Pair, passage
from newsread.differences.strength import manner_differences, strength_differences
from newsread.differences.tallies import tally_differences
from newsread.differences.wording import wording_differences
from newsread.findings import Difference, DifferenceKind, Drift, Quotation
from newsread.model import Article, Entity, Link, SentenceRef

_LONGEST: Final = 3000
"""Characters of a sentence: what is longer is none, and comparing it with every other would take for ever."""


def find_differences(
    articles: Sequence[Article],
    links: Sequence[Link],
    entities: Sequence[Entity] = (),
    quotations: Sequence[Quotation] = (),
    drifts: Sequence[Drift] = (),
) -> tuple[Difference, ...]:
    """The differences between linked sentences, ordered by severity, then by how sure the link is, then by place."""
    finder = _Finder(articles, links, entities, quotations, drifts)
    found: dict[object, Difference] = {}
    for link in sorted(links, key=lambda link: (-link.score, link.source, link.target)):
        for difference in finder.of(link):
            found.setdefault(_identity(difference), difference)
    return tuple(sorted(found.values(), key=_rank))


def _identity(difference: Difference) -> tuple[object, ...]:
    """What makes two differences one: the same two places, or the same two names of one person."""
    link = difference.link
    articles = (difference.kind, link.source.article, link.target.article)
    if difference.kind is DifferenceKind.NAME:
        return *articles, difference.explanation
    return *articles, difference.left, difference.right


def _rank(difference: Difference) -> tuple[object, ...]:
    link = difference.link
    return difference.severity, -link.score, link.source, link.target, difference.left, difference.right


class _Finder:
    """Compares the linked sentences of one story."""

    def __init__(
        self,
        articles: Sequence[Article],
        links: Sequence[Link],
        entities: Sequence[Entity],
        quotations: Sequence[Quotation],
        drifts: Sequence[Drift],
    ) -> None:
        self.articles, self.quotations = articles, quotations
        self.partners = _partners(links)
        self.people = people_named(articles, entities)
        self.drifts = _by_sentences(quotations, drifts)
        self.lines = [[" ".join(s.text.split()) for s in article.sentences] for article in articles]
        self.printed = [frozenset(lines) for lines in self.lines]

    def of(self, link: Link) -> Iterator[Difference]:
        """The differences between two linked sentences."""
        if self._is_copied(link.source, link.target) or self._is_copied(link.target, link.source):
            return
        if self._is_endless(link.source) or self._is_endless(link.target):
            return
        pair = self._pair(link)
        drifts = self.drifts.get((link.source, link.target), ())
        published = [self.articles[ref.article].published for ref in (link.source, link.target)]
        yield from number_differences(pair)
        yield from tally_differences(pair)
        yield from date_differences(pair, *published)
        yield from negation_differences(pair)
        yield from strength_differences(pair)
        yield from hedge_differences(pair)
        yield from name_differences(pair, *(self.people.get(ref, {}) for ref in (link.source, link.target)))
        yield from wording_differences(pair, self.quotations, drifts)
        yield from manner_differences(pair, self.quotations, drifts)

    def _is_endless(self, ref: SentenceRef) -> bool:
        return len(self.articles[ref.article].sentences[ref.sentence].text) > _LONGEST

    def _is_copied(self, ref: SentenceRef, other: SentenceRef) -> bool:
        return self.lines[ref.article][ref.sentence] in self.printed[other.article]

    def _pair(self, link: Link) -> Pair:
        left = self.partners.get((link.target, link.source.article), ())
        right = self.partners.get((link.source, link.target.article), ())
        return Pair(
            link,
            passage(self.articles[link.source.article], link.source, left),
            passage(self.articles[link.target.article], link.target, right),
        )


def _partners(links: Sequence[Link]) -> Mapping[tuple[SentenceRef, int], Sequence[int]]:
    """By sentence and other article, the sentences there that it is linked to."""
    found: dict[tuple[SentenceRef, int], list[int]] = defaultdict(list)
    for link in links:
        found[link.source, link.target.article].append(link.target.sentence)
        found[link.target, link.source.article].append(link.source.sentence)
    return found


def _by_sentences(
    quotations: Sequence[Quotation], drifts: Sequence[Drift]
) -> Mapping[tuple[SentenceRef, SentenceRef], Sequence[Drift]]:
    """By pair of sentences, the drifts between quotations that stand in them."""
    found: dict[tuple[SentenceRef, SentenceRef], list[Drift]] = defaultdict(list)
    for drift in drifts:
        one, other = quotations[drift.left], quotations[drift.right]
        for here in one.sentences:
            for there in other.sentences:
                found[SentenceRef(one.article, here), SentenceRef(other.article, there)].append(drift)
    return found
