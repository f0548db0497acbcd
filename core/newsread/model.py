"""The values that flow between the stages: frozen, slotted, and free of behaviour that needs a library.

Offsets are character offsets, half open, into :attr:`Article.text`, which is the *clean* text of the article:
decoded, with everything removed that could harm a terminal. :attr:`Article.offsets` turns them into offsets of
the decoded source when they leave the program (see :mod:`newsread.text`).
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from newsread.text import OffsetMap


class SentenceKind(StrEnum):
    """What a sentence is in its article."""

    HEADLINE = "headline"
    HEADING = "heading"
    BODY = "body"
    CAPTION = "caption"
    META = "meta"

    @property
    def linkable(self) -> bool:
        """Whether a sentence of this kind can have counterparts: captions and meta lines never do."""
        return self not in (SentenceKind.CAPTION, SentenceKind.META)


class EntityType(StrEnum):
    """What sort of thing a name names."""

    PERSON = "PERSON"
    ORG = "ORG"
    PLACE = "PLACE"
    GROUP = "GROUP"
    OTHER = "OTHER"


class LinkKind(StrEnum):
    """How much two linked sentences share."""

    EQUIVALENT = "equivalent"
    PARTIAL = "partial"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of an article's clean text, ``start`` included, ``end`` not."""

    start: int
    end: int

    def __len__(self) -> int:
        """The number of characters covered."""
        return self.end - self.start

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence, headline, heading, caption or meta line of an article.

    Attributes:
        start: Offset of its first character in the article's clean text.
        end: Offset after its last character.
        text: ``article.text[start:end]``; may hold line breaks when the source is hard-wrapped.
        kind: What it is.
        paragraph: Index of its paragraph in the article, counted from 0 over all kinds.
    """

    start: int
    end: int
    text: str
    kind: SentenceKind = SentenceKind.BODY
    paragraph: int = 0

    @property
    def span(self) -> Span:
        """Where it stands."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Article:
    """One outlet's text on the story.

    Attributes:
        id: Short name, unique in the story, made from the outlet ("reuters").
        path: Where it was read from, as the user gave it.
        outlet: Name of the outlet for people ("Reuters").
        title: Headline; empty when the source has none.
        text: Clean text: what may reach a screen.
        sentences: In reading order; page furniture is in none of them.
        published: Day of publication, if the source tells.
        url: Address of the page, if the source tells.
        offsets: Turns clean offsets into offsets of the decoded source.
        warnings: What the reader should know about this text, one line each.
        author: Who wrote it, names separated by commas; empty if the source does not tell.
        published_at: The moment of publication, if the source tells it with its zone.
        fetched: When the page was fetched; None for what was on this machine already.
        language: ISO 639-1 code of the language it is in.
        also_in: Outlets and places that carry the same text.
        extracted: Whether the text was taken out of a page or a container: then offsets count characters of ``text``.
    """

    id: str
    path: str
    outlet: str
    title: str
    text: str
    sentences: tuple[Sentence, ...]
    published: date | None = None
    url: str | None = None
    offsets: OffsetMap = field(default_factory=OffsetMap)
    warnings: tuple[str, ...] = ()
    author: str = ""
    published_at: datetime | None = None
    fetched: datetime | None = None
    language: str = "en"
    also_in: tuple[str, ...] = ()
    extracted: bool = False


class SentenceRef(NamedTuple):
    """The address of a sentence in a story: list indices of its article and of the sentence in it."""

    article: int
    sentence: int


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why two sentences are linked, in words a reader can check.

    Attributes:
        quote: Longest run of words inside quotation marks that both share; empty if none.
        entities: Names both mention.
        numbers: Numbers both give.
        terms: Telling words both use, most telling first.
    """

    quote: str = ""
    entities: tuple[str, ...] = ()
    numbers: tuple[str, ...] = ()
    terms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Link:
    """Two sentences of two articles that say the same thing.

    Attributes:
        source: The sentence of the article with the lower index.
        target: The sentence of the article with the higher index.
        score: Calibrated probability, 0 to 1, that a reader would accept a jump between the two.
        kind: Whether the shared content is central to one of them at least, or secondary.
        evidence: Why they are linked.
        by_reader: Whether a reader made or confirmed it; see :mod:`newsread.corrections`.
    """

    source: SentenceRef
    target: SentenceRef
    score: float
    kind: LinkKind
    evidence: Evidence = Evidence()
    by_reader: bool = False


@dataclass(frozen=True, slots=True)
class Alignment:
    """What an aligner found in a set of articles.

    Attributes:
        candidates: Every link worth showing on request, also those below the threshold; each pair of sentences
            once, ordered by (source, target).
        threshold: The score from which a reader should follow a link by default.
        method: Name of the aligner, for reports ("learned", "lexical").
    """

    candidates: tuple[Link, ...] = ()
    threshold: float = 0.5
    method: str = ""


class Mention(NamedTuple):
    """One naming of an entity: ``articles[article].text[start:end]``."""

    article: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, organisation, place, group or other named thing, the same in all articles of the story.

    Attributes:
        id: Index in :attr:`newsread.story.Story.entities`.
        name: Its fullest usual name.
        type: What it is.
        mentions: Every naming of it, in reading order.
    """

    id: int
    name: str
    type: EntityType
    mentions: tuple[Mention, ...] = ()
