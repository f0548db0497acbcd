"""Quotations, disagreements and common words as a report tells of them."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from newsread.compare import word_differences
from newsread.findings import Difference, DifferenceKind, Quotation, Severity, Utterance
from newsread.model import SentenceRef, Span
from newsread.report.wordings import Likeness, compare, in_words
from newsread.story import Story

_LEAST_SHARE: Final = 0.05
_ALIKE: Final = 0.35  # one outlet prints more of what was said than another
_KINDS: Final = {
    DifferenceKind.NUMBER: "number",
    DifferenceKind.DATE: "date",
    DifferenceKind.NAME: "name",
    DifferenceKind.NEGATION: "denial",
    DifferenceKind.STRENGTH: "strength of a statement",
    DifferenceKind.QUOTATION: "wording of a quotation",
}
_SEVERITIES: Final = {Severity.CONFLICT: "Conflict", Severity.DRIFT: "Drift", Severity.DETAIL: "Detail"}


@dataclass(frozen=True, slots=True)
class Version:
    """What one outlet prints of an utterance.

    Attributes:
        article: Index of the article.
        words: What it prints, on one line.
        told: How it stands to the longest version, in words; empty for that one.
    """

    article: int
    words: str
    told: str = ""


@dataclass(frozen=True, slots=True)
class Saying:
    """What somebody said.

    Attributes:
        name: Who; empty if no outlet says.
        versions: The longest first, then in the order of the articles.
    """

    name: str
    versions: tuple[Version, ...]

    @property
    def articles(self) -> tuple[int, ...]:
        """Indices of the articles that print some of it, ascending."""
        return tuple(sorted({version.article for version in self.versions}))


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A point in which two outlets differ.

    Attributes:
        weight: "Conflict", "Drift" or "Detail".
        kind: In what they differ.
        passage: Number of the passage it is in; None if it is in none of the report's.
        articles: Indices of the two articles.
        words: What each of them says.
        note: What that means; may be empty.
    """

    weight: str
    kind: str
    passage: int | None
    articles: tuple[int, int]
    words: tuple[str, str]
    note: str = ""


@dataclass(frozen=True, slots=True)
class Common:
    """How much of two articles is the same, word for word: the share of each, 0 to 1."""

    articles: tuple[int, int]
    shares: tuple[float, float]


def sayings(story: Story) -> tuple[Saying, ...]:
    """Who said what, in which outlets; the most quoted first, and of each what most outlets print."""
    found = [_saying(story, utterance) for utterance in story.utterances]
    quoted: dict[str, int] = {}
    for saying in found:
        quoted[saying.name] = quoted.get(saying.name, 0) + len(saying.versions)
    order = sorted(found, key=lambda saying: -len(saying.articles))
    return tuple(sorted(order, key=lambda saying: (not saying.name, -quoted[saying.name], saying.name)))


def _saying(story: Story, utterance: Utterance) -> Saying:
    longest = story.quotations[utterance.longest]
    others = [story.quotations[index] for index in utterance.quotations if index != utterance.longest]
    outlet = story.articles[longest.article].outlet
    versions = [Version(longest.article, longest.words), *(_version(each, longest, outlet) for each in others)]
    name = longest.name or longest.speaker
    return Saying(name[:1].upper() + name[1:], tuple(versions))


def _version(quotation: Quotation, longest: Quotation, outlet: str) -> Version:
    comparison = compare(quotation.words, longest.words, longest.article, _ALIKE)
    is_part = comparison.likeness is not Likeness.SAME and not word_differences(longest.words, quotation.words)[1]
    told = f"Part of what {outlet} prints." if is_part else in_words(comparison, outlet)
    if quotation.article == longest.article:
        told = "In the same article."
    return Version(quotation.article, quotation.words, told)


def disagreements(story: Story, passages: Mapping[SentenceRef, int]) -> tuple[Disagreement, ...]:
    """In what linked sentences differ, the gravest first; ``passages`` tells the numbers of the report's passages."""
    return tuple(_disagreement(story, difference, passages) for difference in story.differences)


def _disagreement(story: Story, difference: Difference, passages: Mapping[SentenceRef, int]) -> Disagreement:
    link = difference.link
    head, _, note = difference.explanation.partition(": ")
    sides = head.split(" / ")
    if len(sides) != 2:  # the words themselves have a stroke or a colon
        sides, note = list(_sides(story, difference)), ""
    return Disagreement(
        _SEVERITIES[difference.severity],
        _KINDS[difference.kind],
        passages.get(link.source),
        (link.source.article, link.target.article),
        (sides[0], sides[1]),
        note,
    )


def _sides(story: Story, difference: Difference) -> Iterator[str]:
    link = difference.link
    for ref, span in ((link.source, difference.left), (link.target, difference.right)):
        yield f"“{_words(story, ref, span)}”"


def _words(story: Story, ref: SentenceRef, span: Span) -> str:
    return " ".join(story.articles[ref.article].text[span.start : span.end].split())


def common(story: Story) -> tuple[Common, ...]:
    """The pairs of articles that share more than a few stretches of words, those that share most first."""
    shared = [Common((o.left, o.right), (o.left_share, o.right_share)) for o in story.overlaps]
    return tuple(sorted((c for c in shared if max(c.shares) >= _LEAST_SHARE), key=lambda c: -max(c.shares)))


def by_speaker(found: Sequence[Saying]) -> Mapping[str, Sequence[Saying]]:
    """Sayings under the names of those who said them."""
    names: dict[str, list[Saying]] = {}
    for saying in found:
        names.setdefault(saying.name, []).append(saying)
    return names
