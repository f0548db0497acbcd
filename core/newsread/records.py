"""A story as flat records, one for each link: for tables, data frames and line by line processing."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from newsread.model import Link, SentenceRef

if TYPE_CHECKING:
    from newsread.story import Story

type Cell = str | int | float | None
type Record = Mapping[str, Cell]


def records(story: "Story") -> Iterator[Record]:
    """One record for each link that a reader should follow, in the order of :attr:`Story.links`.

    Keys are the same in every record and say whose they are: ``source_outlet``, ``target_text`` and so on. ``passage``
    counts from 1, in the order of :meth:`Story.coverage`. Lists are joined with "; ". Texts are on one line.
    """
    number = {ref: n for n, passage in enumerate(story.coverage(), 1) for ref in passage.sentences}
    for link in story.links:
        yield _record(story, link, number)


def _record(story: "Story", link: Link, number: Mapping[SentenceRef, int]) -> Record:
    evidence = link.evidence
    return {
        "score": round(link.score, 4),
        "kind": link.kind.value,
        **_end(story, link.source, "source", number),
        **_end(story, link.target, "target", number),
        "quote": evidence.quote,
        "entities": "; ".join(evidence.entities),
        "numbers": "; ".join(evidence.numbers),
        "terms": "; ".join(evidence.terms),
        "by": "reader" if link.by_reader else "aligner",
    }


def _end(story: "Story", ref: SentenceRef, name: str, number: Mapping[SentenceRef, int]) -> Record:
    article, sentence = story.articles[ref.article], story.sentence(ref)
    return {
        f"{name}_article": ref.article,
        f"{name}_sentence": ref.sentence,
        f"{name}_passage": number.get(ref),
        f"{name}_outlet": article.outlet,
        f"{name}_date": article.published.isoformat() if article.published else None,
        f"{name}_url": article.url,
        f"{name}_start": article.offsets.start(sentence.start),
        f"{name}_end": article.offsets.end(sentence.end),
        f"{name}_text": " ".join(sentence.text.split()),
    }
