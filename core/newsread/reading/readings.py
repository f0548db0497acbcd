"""One document of one article, read: its text, what is what in it, and what is known besides.

A reading's text is clean. Where the document itself is plain text, ``offsets`` lead back to its characters; from every
other form the text has been taken out, and its own characters are what is counted.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from newsread.errors import SourceEmpty
from newsread.model import SentenceKind, Span
from newsread.reading import outlets
from newsread.reading.decode import declared_in, decode
from newsread.reading.extract import Paragraph, extract
from newsread.reading.facts import Facts
from newsread.reading.forms import Form, form_of
from newsread.text import OffsetMap, clean

_NOTHING: Final = Facts()
_PARAGRAPH: Final = re.compile(r"\S(?:[^\n]|\n(?!\s*\n))*(?<=\S)")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a document says.

    Attributes:
        text: Clean text.
        paragraphs: The article's, in order.
        facts: What the document states of itself.
        offsets: Turns offsets of ``text`` into those of the decoded document.
        extracted: Whether ``text`` was taken out of a page or a container, so that only its own offsets mean something.
        warnings: What the reader should know, one line each.
    """

    text: str
    paragraphs: tuple[Paragraph, ...]
    facts: Facts = field(default_factory=Facts)
    offsets: OffsetMap = field(default_factory=OffsetMap)
    extracted: bool = False
    warnings: tuple[str, ...] = ()


def read(
    data: bytes, name: str, *, encoding: str | None = None, known: Facts = _NOTHING, bare: bool = False
) -> Reading:
    """Read a document of one article.

    Args:
        data: The bytes.
        name: What messages call them.
        encoding: What a server says they are encoded in.
        known: What is stated of the article; what it says need not be looked for.
        bare: Whether they are a text taken out of another document, and so of no form of their own.

    Raises:
        SourceError: There is no article in them.
    """
    form = Form.TEXT if bare else form_of(data)
    if form is Form.HTML:
        from newsread.pages.page import read_page  # lxml and trafilatura, for those who open pages

        labels = [label for label in (declared_in(data), encoding) if label]
        decoded = decode(data, name, labels)
        return read_page(decoded.text, name, known.url, decoded.warnings)
    if form is Form.MARKDOWN:
        from newsread.reading.markdown import read_markdown

        decoded = decode(data, name)
        return read_markdown(decoded.text, name, decoded.warnings)
    return _read_text(data, name, known, extracted=bare, encoding=encoding)


def read_kept(data: bytes, name: str, kinds: Sequence[SentenceKind]) -> Reading | None:
    """Read a text whose paragraphs' kinds are known; None if it has been edited so that they do not fit any more."""
    decoded = decode(data, name)
    cleaned = clean(decoded.text)
    spans = [Span(match.start(), match.end()) for match in _PARAGRAPH.finditer(cleaned.text)]
    if len(spans) != len(kinds):
        return None
    paragraphs = tuple(Paragraph(span, kind) for span, kind in zip(spans, kinds, strict=True))
    return Reading(cleaned.text, paragraphs, offsets=cleaned.offsets, warnings=decoded.warnings)


def _read_text(data: bytes, name: str, known: Facts, *, extracted: bool, encoding: str | None) -> Reading:
    decoded = decode(data, name, [encoding] if encoding else [])
    cleaned = clean(decoded.text)
    found = extract(cleaned.text)
    if not found.paragraphs:
        raise SourceEmpty(f"{name}: there is no article in it")
    spans = sorted([paragraph.span for paragraph in found.paragraphs] + list(found.furniture))
    lines = [" ".join(cleaned.text[span.start : span.end].split()) for span in spans]
    told = [_line(cleaned.text, each.span) for each in found.paragraphs if each.kind is SentenceKind.META]
    facts = Facts(
        outlet=known.outlet or outlets.outlet_in_text(lines),
        published=known.published or outlets.published_in_text(told),
    )
    offsets = OffsetMap() if extracted else cleaned.offsets
    return Reading(cleaned.text, found.paragraphs, facts, offsets, extracted, decoded.warnings)


def _line(text: str, span: Span) -> str:
    return text[span.start : span.end]


def composed(parts: Sequence[tuple[str, SentenceKind]]) -> tuple[str, tuple[Paragraph, ...]]:
    """Clean lines with their kinds as one text, a blank line between them, and its paragraphs."""
    paragraphs: list[Paragraph] = []
    length = 0
    for text, kind in parts:
        paragraphs.append(Paragraph(Span(length, length + len(text)), kind))
        length += len(text) + 2
    return "\n\n".join(text for text, _ in parts), tuple(paragraphs)
