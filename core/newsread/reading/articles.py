"""Documents to articles: read them, cut them into sentences, and name the outlet."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import replace

from newsread.errors import SourceEmpty
from newsread.manifest import ManifestEntry
from newsread.model import Article, Sentence, SentenceKind
from newsread.reading import outlets
from newsread.reading.facts import Facts
from newsread.reading.languages import ALIGNED, language_name, language_of
from newsread.reading.readings import Reading, read, read_kept
from newsread.reading.segment import segment
from newsread.sources import RawDocument
from newsread.text import one_line


def article_from(document: RawDocument, number: int) -> Article:
    """Make an article of a document.

    Args:
        document: The bytes and what is stated of them; what is stated wins over what the text tells.
        number: Its place among the sources, counted from 1, for a name when nothing tells the outlet.

    Raises:
        SourceError: The bytes hold no article.
    """
    known = document.stated
    reading = _read(document)
    written = known.language if isinstance(known, ManifestEntry) else None
    language = written or language_of(_prose(reading), known.language or reading.facts.language)
    sentences = segment(reading.text, reading.paragraphs, language)
    if not any(sentence.kind.linkable for sentence in sentences):
        raise SourceEmpty(f"{document.name}: there is no article in it")
    sentences, title = _headlined(sentences, known.headline)
    facts = known.or_else(reading.facts)
    outlet = facts.outlet or _outlet(document, facts) or f"Article {number}"
    return Article(
        id=_identifier(outlet),
        path=document.path,
        outlet=outlet,
        title=title,
        text=reading.text,
        sentences=sentences,
        published=facts.published,
        url=facts.url,
        offsets=reading.offsets,
        warnings=tuple(dict.fromkeys((*document.warnings, *reading.warnings, *_warnings(sentences, language)))),
        author=facts.author or "",
        published_at=facts.published_at,
        fetched=facts.fetched,
        language=language,
        also_in=known.also_in if isinstance(known, ManifestEntry) else (),
        extracted=reading.extracted,
    )


def _read(document: RawDocument) -> Reading:
    known = document.stated
    if isinstance(known, ManifestEntry) and known.kinds:
        kept = read_kept(document.data, document.name, known.kinds)
        if kept is not None:
            return kept
    return read(document.data, document.name, encoding=document.encoding, known=known, bare=document.bare)


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


def _outlet(document: RawDocument, facts: Facts) -> str | None:
    if "://" in document.path:
        return outlets.outlet_in_url(document.path)
    return outlets.outlet_in_path(document.path) or (outlets.outlet_in_url(facts.url) if facts.url else None)


def _headlined(sentences: tuple[Sentence, ...], stated: str | None) -> tuple[tuple[Sentence, ...], str]:
    """The sentences and the title, a stated headline respected: an empty one says that the text has none."""
    found = next((s for s in sentences if s.kind is SentenceKind.HEADLINE), None)
    if stated is None:
        return sentences, one_line(found.text) if found else ""
    if stated == "" and found is not None:
        sentences = tuple(replace(s, kind=SentenceKind.BODY) if s is found else s for s in sentences)
    return sentences, stated


def _prose(reading: Reading) -> str:
    """The words that tell the language: the body's, or all where there is no body."""
    body = [reading.text[p.span.start : p.span.end] for p in reading.paragraphs if p.kind is SentenceKind.BODY]
    return " ".join(body) or reading.text


def _warnings(sentences: Sequence[Sentence], language: str) -> Iterable[str]:
    if language != ALIGNED:
        yield f"in {language_name(language)}: shown, but not compared with the others"
    body = [sentence for sentence in sentences if sentence.kind is SentenceKind.BODY]
    if body and re.search(r"[\w,;-]$", body[-1].text):
        yield "ends in the middle of a sentence: the text may be cut off"


def _identifier(outlet: str) -> str:
    plain = unicodedata.normalize("NFKD", outlet).encode("ascii", "ignore").decode().lower()
    plain = re.sub(r"^the\s+", "", plain)
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-") or "article"
