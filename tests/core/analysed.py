"""A story in which everything is set that an analysis can set, so that nothing of it is lost unseen."""

from dataclasses import replace
from datetime import UTC, date, datetime

from newsread.findings import (
    Change,
    Difference,
    DifferenceKind,
    Drift,
    DriftKind,
    Findings,
    Overlap,
    PassageOverlap,
    Quotation,
    QuotationKind,
    Run,
    Severity,
    Utterance,
)
from newsread.model import (
    Alignment,
    Article,
    Entity,
    EntityType,
    Evidence,
    Link,
    LinkKind,
    Mention,
    Sentence,
    SentenceKind,
    SentenceRef,
    Span,
)
from newsread.story import Story
from newsread.text import OffsetMap

TEXT = "“Talks are the only way,” Ann Lee said. \U0001f30d No date \ud800 was set."
ARTICLES = tuple(
    Article(
        id=name, path=f"{name}.txt", outlet=name.title(), title="Talks", text=TEXT, published=date(2017, 8, 17), url="https://a.example",
        sentences=(Sentence(0, 38, TEXT[:38], SentenceKind.HEADLINE), Sentence(39, 61, TEXT[39:61], paragraph=1)),
        offsets=OffsetMap((3, 9), (1, 4)), warnings=("odd",), author="J. Doe", also_in=("Argus",), extracted=True,
        published_at=datetime(2017, 8, 17, 12, tzinfo=UTC), fetched=datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC),
    )
    for name in ("one", "other")
)  # fmt: skip
BARE = Story(ARTICLES, "Talks", warnings=("one could not be read",))
LINKS = tuple(
    Link(SentenceRef(0, n), SentenceRef(1, n), 1 / 3 + n / 7, LinkKind.PARTIAL, Evidence("only way", ("Lee",), ("2",), ("talks",)))
    for n in range(2)
)  # fmt: skip
FINDINGS = Findings(
    (Quotation(0, 1, 24, (0,), "Talks are the only way,", "Ann Lee", "Ann Lee", 0, "said", QuotationKind.FRAGMENT), Quotation(1, 1, 24, (0,), "Talks")),
    (Drift(0, 1, 0.75, DriftKind.REWORDED, (Change("a ", "b ", same=False),), speakers_differ=True),),
    (Utterance((0, 1), 0),),
    (Difference(LINKS[1], DifferenceKind.NUMBER, Severity.DRIFT, Span(0, 3), Span(1, 4), "3 / 4"),),
    (Overlap(0, 1, (Run(Span(0, 9), Span(0, 9), 6),), 0.5, 1.0, (PassageOverlap(LINKS[0], 0.5, 0.25),)),),
)  # fmt: skip
WHOLE = replace(
    BARE,
    alignment=Alignment(LINKS, 0.4, "learned"),
    entities=(Entity(0, "Ann Lee", EntityType.PERSON, (Mention(0, 26, 33), Mention(1, 26, 33))),),
    findings=FINDINGS,
)
