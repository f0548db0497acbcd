"""The text of a PDF. Its pages have lines, not paragraphs; those are told as in hard-wrapped mail."""

import io
import logging
import re
from collections.abc import Iterator
from typing import Final

from newsread.errors import SourceEmpty, SourceNotText
from newsread.reading.facts import dated, stated
from newsread.reading.unpack import taken_out
from newsread.sources import RawDocument

_MOST_PAGES: Final = 40
_MOST_CHARACTERS: Final = 400_000
_HYPHEN: Final = re.compile(r"(?<=[a-z])[-\u00ad\u2010]\n(?=[a-z])")


def pdf_text(document: RawDocument) -> Iterator[RawDocument]:
    """The article in a PDF."""
    logging.getLogger("pypdf").addHandler(logging.NullHandler())
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(io.BytesIO(document.data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise SourceNotText(f"{document.name}: this PDF is locked with a password", "save its text without it")
        text = _text(reader.pages[number].extract_text() for number in range(min(_MOST_PAGES, len(reader.pages))))
        about = reader.metadata
        told = {"headline": stated(about.title), "author": stated(about.author)} if about else {}
        when = dated(about.creation_date.isoformat()) if about and about.creation_date else {}
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, OSError,
            NotImplementedError, OverflowError, AssertionError, MemoryError) as error:  # fmt: skip
        # pypdf meets damaged files with all of these.
        raise SourceNotText(f"{document.name}: this PDF cannot be read", "save its text") from error
    if len(text.split()) < 20:
        raise SourceEmpty(f"{document.name}: this PDF holds no text, perhaps only pictures of pages", "save its text")
    told["headline"] = told.get("headline") if (told.get("headline") or "") in " ".join(text.split()) else None
    yield taken_out(document, text, **told, **when)


def _text(pages: Iterator[str]) -> str:
    text: list[str] = []
    size = 0
    for page in pages:
        text.append(page)
        size += len(page)
        if size > _MOST_CHARACTERS:
            break
    return _HYPHEN.sub("", "\n".join(text))[:_MOST_CHARACTERS]
