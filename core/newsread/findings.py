"""The values of comparison: what is quoted, how wordings drift, where outlets disagree, what they have in common.

Like those of :mod:`newsread.model` they are frozen and slotted, and their offsets count the characters of an
article's clean text.
"""

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from newsread.model import Link, Span


class QuotationKind(StrEnum):
    """How somebody's words are given."""

    DIRECT = "direct"
    """A clause or more between quotation marks, standing for itself."""
    INDIRECT = "indirect"
    """Reported without quotation marks: "she said that ..."."""
    FRAGMENT = "fragment"
    """A few words between quotation marks inside a sentence of the outlet's own."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Somebody's words in an article: ``articles[article].text[start:end]``, without the outer quotation marks.

    Attributes:
        article: Index of the article.
        start: Offset of the first character of the words.
        end: Offset after the last one.
        sentences: Indices of the sentences they stand in, ascending.
        words: The words on one line; marks that open a further paragraph of one speech are left out.
        speaker: Who said them, as the article puts it there ("he", "the Pentagon chief"); "" when nobody is named.
        name: The speaker's name as far as it could be resolved, else the same as ``speaker``.
        entity: Index of the speaker in the story's entities; None if it is none of them.
        verb: The verb of saying, as it stands there; "" when the words carry on an earlier quotation.
        kind: How the words are given.
    """

    article: int
    start: int
    end: int
    sentences: tuple[int, ...]
    words: str
    speaker: str = ""
    name: str = ""
    entity: int | None = None
    verb: str = ""
    kind: QuotationKind = QuotationKind.DIRECT


class DriftKind(StrEnum):
    """How two outlets give the same words."""

    SAME = "same"
    """Word for word."""
    SHORTER = "shorter"
    """One is a part of the other, word for word."""
    REWORDED = "reworded"
    """The wordings differ."""


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch of words in two wordings: the same in both, or differing; empty where one has nothing.

    Attributes:
        left: The stretch in the one wording, with what follows it up to the next.
        right: The stretch in the other.
        same: Whether the words are the same.
    """

    left: str
    right: str
    same: bool


@dataclass(frozen=True, slots=True)
class Drift:
    """One utterance as two outlets print it.

    Attributes:
        left: Index of the quotation of the article with the lower index, in the story's quotations.
        right: Index of the other.
        similarity: Share of the shorter one's words that both print in this order, 0 to 1.
        kind: How the wordings relate.
        changes: Both wordings cut into what is the same and what is not; the left sides together are the left
            quotation's words, the right sides the right one's.
        speakers_differ: Whether the outlets give the words to different people.
    """

    left: int
    right: int
    similarity: float
    kind: DriftKind
    changes: tuple[Change, ...]
    speakers_differ: bool = False


@dataclass(frozen=True, slots=True)
class Utterance:
    """Words that several quotations give, or that one outlet alone has.

    Attributes:
        quotations: Indices in the story's quotations, in reading order.
        longest: Index of the one that prints most of it.
    """

    quotations: tuple[int, ...]
    longest: int


class DifferenceKind(StrEnum):
    """In what two linked passages differ."""

    NUMBER = "number"
    DATE = "date"
    NAME = "name"
    NEGATION = "negation"
    STRENGTH = "strength"
    QUOTATION = "quotation"


class Severity(IntEnum):
    """How much a difference matters; the first matters most."""

    CONFLICT = 0
    """Both cannot be right."""
    DRIFT = 1
    """The same thing put otherwise."""
    DETAIL = 2
    """One says more exactly what the other says loosely."""


@dataclass(frozen=True, slots=True)
class Difference:
    """One point in which two linked sentences differ.

    Attributes:
        link: The linked sentences.
        kind: In what they differ.
        severity: How much it matters.
        left: Where, in the text of ``link.source``'s article; never empty.
        right: Where, in the text of ``link.target``'s article; never empty.
        explanation: A few plain words for the reader.
    """

    link: Link
    kind: DifferenceKind
    severity: Severity
    left: Span
    right: Span
    explanation: str


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of the same words in two articles."""

    left: Span
    right: Span
    words: int


@dataclass(frozen=True, slots=True)
class PassageOverlap:
    """What two linked sentences have word for word in common.

    Attributes:
        link: The sentences.
        left: Share of the one sentence's words that stand in common stretches, 0 to 1.
        right: The same for the other.
    """

    link: Link
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Overlap:
    """What two articles have word for word in common.

    Attributes:
        left: Index of the one article.
        right: Index of the other, higher.
        runs: The stretches of the same words, in the order of the left article.
        left_share: Share of the left article's words that stand in such stretches, 0 to 1.
        right_share: The same for the right article.
        passages: The same for their linked sentences, where it is not nothing.
    """

    left: int
    right: int
    runs: tuple[Run, ...] = ()
    left_share: float = 0.0
    right_share: float = 0.0
    passages: tuple[PassageOverlap, ...] = ()


@dataclass(frozen=True, slots=True)
class Findings:
    """All that comparing the articles of a story brought to light.

    Attributes:
        quotations: Of all articles, in reading order.
        drifts: The pairs of quotations that give one utterance.
        utterances: The quotations put together by what was said.
        differences: Between all sentences that may be linked, the gravest first.
        overlaps: What each pair of articles has word for word in common.
    """

    quotations: tuple[Quotation, ...] = ()
    drifts: tuple[Drift, ...] = ()
    utterances: tuple[Utterance, ...] = ()
    differences: tuple[Difference, ...] = ()
    overlaps: tuple[Overlap, ...] = ()
