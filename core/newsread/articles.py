"""Documents to articles: decode, clean, extract, segment, and name the outlet."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from newsread import outlets
from newsread.decode import decode
from newsread.errors import SourceEmpty
from newsread.extract import Extract, extract
from newsread.model import Article, Sentence, SentenceKind
from newsread.segment import segment
from newsread.sources import STANDARD_INPUT, RawDocument
from newsread.text import clean, one_line

_MASTHEAD_KINDS: Final = frozenset({SentenceKind.META})
_HTML: Final = re.compile(r"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html|head|body)\b", re.IGNORECASE)


def article_from(document: RawDocument, number: int) -> Article:
    """Make an article of a document.

    Args:
        document: The bytes and what a ``story.toml`` states of them; what is stated wins over what the text tells.
        number: Its place among the sources, counted from 1, for a name when nothing tells the outlet.

    Raises:
        SourceError: The bytes hold no article.
    """
    name = "standard input" if document.path == STANDARD_INPUT else one_line(document.path)
    decoded = decode(document.data, name)
    if _HTML.match(decoded.text):
        raise SourceEmpty(f"{name}: this is a web page's HTML", "save the article as text")
    cleaned = clean(decoded.text)
    found = extract(cleaned.text)
    sentences = segment(cleaned.text, found.paragraphs)
    if not any(sentence.kind.linkable for sentence in sentences):
        raise SourceEmpty(f"{name}: there is no article in it")
    sentences, title = _headlined(sentences, document.stated.headline)
    outlet = document.stated.outlet or _outlet(cleaned.text, found, document.path) or f"Article {number}"
    return Article(
        id=_identifier(outlet),
        path=document.path,
        outlet=outlet,
        title=title,
        text=cleaned.text,
        sentences=sentences,
        published=document.stated.published or outlets.published_in_text(_meta_lines(sentences)),
        url=document.stated.url,
        offsets=cleaned.offsets,
        warnings=(*decoded.warnings, *_warnings(sentences)),
    )


def distinct(articles: Iterable[Article]) -> tuple[Article, ...]:
    """The articles with outlets and ids made unique by numbers: two files of one agency stay two panes."""
    result: list[Article] = []
    for article in articles:
        outlet, count = article.outlet, 1
        while any(outlet.casefold() == other.outlet.casefold() for other in result):
            count += 1
            outlet = f"{article.outlet} ({count})"
        identifier = _identifier(outlet)
        while any(identifier == other.id for other in result):
            count += 1
            identifier = f"{_identifier(article.outlet)}-{count}"
        result.append(replace(article, outlet=outlet, id=identifier))
    return tuple(result)


def _outlet(text: str, found: Extract, path: str) -> str | None:
    spans = sorted([paragraph.span for paragraph in found.paragraphs] + list(found.furniture))
    lines = [" ".join(text[span.start : span.end].split()) for span in spans]
    return outlets.outlet_in_text(lines) or outlets.outlet_in_path(path)


def _headlined(sentences: tuple[Sentence, ...], stated: str | None) -> tuple[tuple[Sentence, ...], str]:
    """The sentences and the title, a stated headline respected: an empty one says that the text has none."""
    found = next((s for s in sentences if s.kind is SentenceKind.HEADLINE), None)
    if stated is None:
        return sentences, one_line(found.text) if found else ""
    if stated == "" and found is not None:
        sentences = tuple(replace(s, kind=SentenceKind.BODY) if s is found else s for s in sentences)
    return sentences, stated


def _meta_lines(sentences: Sequence[Sentence]) -> list[str]:
    return [sentence.text for sentence in sentences if sentence.kind in _MASTHEAD_KINDS]


def _warnings(sentences: Sequence[Sentence]) -> Iterable[str]:
    body = [sentence for sentence in sentences if sentence.kind is SentenceKind.BODY]
    if body and re.search(r"[\w,;-]$", body[-1].text):
        yield "ends in the middle of a sentence: the text may be cut off"


def _identifier(outlet: str) -> str:
    plain = unicodedata.normalize("NFKD", outlet).encode("ascii", "ignore").decode().lower()
    plain = re.sub(r"^the\s+", "", plain)
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "article"
