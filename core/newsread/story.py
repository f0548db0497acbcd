"""The value front ends use: the articles of a story, how they are linked, and what follows from it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from newsread.corrections import Correction, Pair, Verdict, corrected, said
from newsread.model import Alignment, Article, Entity, Link, Mention, Sentence, SentenceRef

if TYPE_CHECKING:
    from newsread.coverage import Passage
    from newsread.findings import Difference, Drift, Findings, Overlap, Quotation, Utterance
    from newsread.records import Record


class Counterpart(NamedTuple):
    """A sentence of another article that says what a given one says."""

    ref: SentenceRef
    link: Link


@dataclass(frozen=True)
class Story:
    """Articles on one event, and what is known about them so far.

    A story is complete at once and gets richer: first the articles, then entities, then the alignment. Each stage
    makes a new value with :func:`dataclasses.replace`.

    Attributes:
        articles: In the order the reader gave them.
        title: What the story is called; the first headline when nothing else says so.
        alignment: Links between the articles; None until they have been compared.
        entities: Who and what is named; None until the language model has run.
        threshold: The score from which links are followed; None for the aligner's own.
        warnings: What could not be read or done, one line each.
        findings: What comparing the articles brought to light; None until that is done.
        corrections: What a reader says of pairs of sentences; it wins over the alignment.
    """

    articles: tuple[Article, ...]
    title: str = ""
    alignment: Alignment | None = None
    entities: tuple[Entity, ...] | None = None
    threshold: float | None = None
    warnings: tuple[str, ...] = field(default=())
    findings: "Findings | None" = None
    corrections: tuple[Correction, ...] = ()

    @property
    def bar(self) -> float:
        """The score from which links are followed."""
        if self.threshold is not None:
            return self.threshold
        return self.alignment.threshold if self.alignment else 0.5

    @cached_property
    def links(self) -> tuple[Link, ...]:
        """The links a reader should follow, ordered by (source, target)."""
        candidates = self.alignment.candidates if self.alignment else ()
        return corrected(candidates, self._said, self.bar)

    def with_threshold(self, threshold: float | None) -> "Story":
        """The same story with another bar; None for the aligner's own."""
        return replace(self, threshold=threshold)

    def with_corrections(self, corrections: Sequence[Correction]) -> "Story":
        """The same story as a reader has corrected it."""
        return replace(self, corrections=tuple(corrections))

    def sentence(self, ref: SentenceRef) -> Sentence:
        """The sentence at ``ref``."""
        return self.articles[ref.article].sentences[ref.sentence]

    def counterparts(self, ref: SentenceRef) -> Mapping[int, Sequence[Counterpart]]:
        """By article index, the counterparts of the sentence at ``ref``, best first; absent where there is none."""
        return self._counterparts.get(ref, {})

    def refused(self, ref: SentenceRef) -> Sequence[SentenceRef]:
        """The sentences of which the reader says that they do not say what the one at ``ref`` says."""
        pairs = (pair for pair, verdict in self._said.items() if verdict is Verdict.NOT_SAME and ref in pair)
        return [other if one == ref else one for one, other in pairs]

    def coverage(self) -> "tuple[Passage, ...]":
        """Everything the outlets say, each thing once, in reading order; see :mod:`newsread.coverage`."""
        return self._passages

    def missing(self, article: int) -> "tuple[Passage, ...]":
        """What other outlets carry and this one does not, what most of them carry first."""
        absent = (passage for passage in self._passages if article not in passage.articles)
        return tuple(sorted(absent, key=lambda passage: -len(passage.articles)))

    def only_in(self, article: int) -> "tuple[Passage, ...]":
        """What this outlet alone carries, in its order."""
        return tuple(sorted((p for p in self._passages if p.articles == (article,)), key=lambda p: p.sentences))

    def mentions(self, article: int) -> Sequence[tuple[Mention, Entity]]:
        """The mentions in one article with the entities they name, in reading order."""
        return self._mentions.get(article, ())

    @property
    def quotations(self) -> "tuple[Quotation, ...]":
        """Who is quoted with which words, in reading order."""
        return self.findings.quotations if self.findings else ()

    @property
    def drifts(self) -> "tuple[Drift, ...]":
        """The pairs of quotations that give one utterance, with the words in which they differ."""
        return self.findings.drifts if self.findings else ()

    @property
    def utterances(self) -> "tuple[Utterance, ...]":
        """The quotations put together by what was said."""
        return self.findings.utterances if self.findings else ()

    @cached_property
    def differences(self) -> "tuple[Difference, ...]":
        """In what linked sentences differ, the gravest first."""
        found = self.findings.differences if self.findings else ()
        return tuple(difference for difference in found if self._follows(difference.link)) + self._own_differences

    @cached_property
    def overlaps(self) -> "tuple[Overlap, ...]":
        """What each pair of articles has word for word in common."""
        found = self.findings.overlaps if self.findings else ()
        return tuple(replace(o, passages=tuple(p for p in o.passages if self._follows(p.link))) for o in found)

    def shared_words(self, link: Link) -> tuple[float, float]:
        """What share of the words of ``link.source`` and of ``link.target`` is the same in the other's article."""
        return self._shared_words.get((link.source, link.target), (0.0, 0.0))

    def differences_at(self, ref: SentenceRef) -> "Sequence[Difference]":
        """In what the sentence at ``ref`` differs from its counterparts, the gravest first."""
        return self._differences.get(ref, ())

    def to_records(self) -> "list[Record]":
        """One flat dictionary for each link, for tables and data frames; see :func:`newsread.records.records`."""
        from newsread.records import records

        return list(records(self))

    def _repr_html_(self) -> str:
        """Who carries what, for notebooks."""
        from newsread.report.notebook import to_fragment

        return to_fragment(self)

    @cached_property
    def _said(self) -> Mapping[Pair, Verdict]:
        return said(self.articles, self.corrections) if self.corrections else {}

    def _follows(self, link: Link) -> bool:
        """Whether a reader should follow a link."""
        verdict = self._said.get((link.source, link.target))
        return link.score >= self.bar if verdict is None else verdict is Verdict.SAME

    @property
    def _own_differences(self) -> "tuple[Difference, ...]":
        """In what the sentences differ that only the reader has linked: the analysis has not compared them."""
        if self.findings is None or not self._said:
            return ()
        from newsread.comparison import compared_links
        from newsread.differences import find_differences

        compared = {(link.source, link.target) for link in compared_links(self.alignment)}
        own = [link for link in self.links if link.by_reader and (link.source, link.target) not in compared]
        return find_differences(self.articles, own, self.entities or (), self.quotations, self.drifts) if own else ()

    @cached_property
    def _passages(self) -> "tuple[Passage, ...]":
        from newsread.coverage import passages

        apart = [pair for pair, verdict in self._said.items() if verdict is Verdict.NOT_SAME]
        return passages(self.articles, self.links, apart)

    @cached_property
    def _counterparts(self) -> Mapping[SentenceRef, Mapping[int, Sequence[Counterpart]]]:
        found: dict[SentenceRef, dict[int, list[Counterpart]]] = defaultdict(lambda: defaultdict(list))
        for link in self.links:
            found[link.source][link.target.article].append(Counterpart(link.target, link))
            found[link.target][link.source.article].append(Counterpart(link.source, link))
        for by_article in found.values():
            for counterparts in by_article.values():
                counterparts.sort(key=lambda c: (not c.link.by_reader, -c.link.score, c.ref))
        return {ref: dict(by_article) for ref, by_article in found.items()}

    @cached_property
    def _differences(self) -> "Mapping[SentenceRef, Sequence[Difference]]":
        found: dict[SentenceRef, list[Difference]] = defaultdict(list)
        for difference in self.differences:
            found[difference.link.source].append(difference)
            found[difference.link.target].append(difference)
        return dict(found)

    @cached_property
    def _shared_words(self) -> Mapping[tuple[SentenceRef, SentenceRef], tuple[float, float]]:
        passages = (passage for overlap in self.overlaps for passage in overlap.passages)
        return {(p.link.source, p.link.target): (p.left, p.right) for p in passages}

    @cached_property
    def _mentions(self) -> Mapping[int, Sequence[tuple[Mention, Entity]]]:
        by_article: dict[int, list[tuple[Mention, Entity]]] = defaultdict(list)
        for entity in self.entities or ():
            for mention in entity.mentions:
                by_article[mention.article].append((mention, entity))
        for pairs in by_article.values():
            pairs.sort(key=lambda pair: pair[0])
        return dict(by_article)
