"""Documents that hold other documents, or a text among other things: mails, records, archives, PDFs.

Each becomes documents of one article, with what the container states of it. What is packed into the container is never
run, and nothing it refers to is fetched.
"""

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from newsread.errors import SourceEmpty
from newsread.reading.forms import Form, form_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from newsread.sources import RawDocument

MOST_ARTICLES: Final = 200
"""More articles than anybody compares: what is past them is left out, and told."""


def unpacked(document: "RawDocument") -> "Iterator[RawDocument]":
    """The documents of one article that a document holds: itself, where it is one.

    Raises:
        SourceError: It is a container and holds no article.
    """
    reader = _reader(form_of(document.data)) if not document.bare else None
    if reader is None:
        yield document
        return
    found = 0
    for inner in reader(document):
        found += 1
        if found > MOST_ARTICLES:
            return
        yield inner
    if not found:
        raise SourceEmpty(f"{document.name}: there is no article in it")


def _reader(form: Form) -> "Callable[[RawDocument], Iterator[RawDocument]] | None":
    if form is Form.JSON:
        from newsread.reading.scraped import scraped

        return scraped
    if form is Form.MAIL:
        from newsread.reading.mails import mail_parts

        return mail_parts
    if form is Form.WARC:
        from newsread.reading.archives import archived_pages

        return archived_pages
    if form is Form.PDF:
        from newsread.reading.pdfs import pdf_text

        return pdf_text
    return _feed if form is Form.FEED else None


def _feed(document: "RawDocument") -> "Iterator[RawDocument]":
    hint = f"newsread feed {document.name} lists it"
    raise SourceEmpty(f"{document.name}: this is a feed, not an article", hint)


def taken_out(document: "RawDocument", text: str, **facts: object) -> "RawDocument":
    """A text that was found in a document, as a document of its own."""
    stated = replace(document.stated, **{key: value for key, value in facts.items() if value})  # type: ignore[arg-type]
    return replace(document, data=text.encode("utf-8", "replace"), stated=stated, encoding="utf-8", bare=True)
