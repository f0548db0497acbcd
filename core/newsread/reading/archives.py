"""Web archives (WARC), in which crawls of the news are published: every page that answered is an article."""

import io
from collections.abc import Iterator
from contextlib import redirect_stderr
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from newsread.reading.decode import declared_in
from newsread.reading.facts import moment, web_address
from newsread.reading.forms import Form, form_of
from newsread.sources import RawDocument
from newsread.web.options import MAX_BYTES

if TYPE_CHECKING:
    from warcio.recordloader import ArcWarcRecord

_MOST_RECORDS: Final = 2000
_MOST_BYTES: Final = 100_000_000


def archived_pages(document: RawDocument) -> Iterator[RawDocument]:
    """The pages in a web archive, with their addresses and the moments of their fetching."""
    from warcio.exceptions import ArchiveLoadFailed

    unpacked = 0
    try:
        for number, (record, data) in enumerate(_records(document.data)):
            if number >= _MOST_RECORDS or unpacked > _MOST_BYTES:
                return
            unpacked += len(data)
            url = web_address(record.rec_headers.get_header("WARC-Target-URI"))
            good = record.http_headers is None or record.http_headers.get_statuscode() == "200"
            if url and good and form_of(data) is Form.HTML:
                when = moment(record.rec_headers.get_header("WARC-Date"))
                stated = replace(document.stated, url=url, fetched=when)
                yield RawDocument(url, data, stated, encoding=declared_in(data))
    except (ArchiveLoadFailed, EOFError, OSError, ValueError, AttributeError, TypeError, KeyError, IndexError):
        # A file that breaks off is a download that did: what came before is whole.
        return


def _records(data: bytes) -> Iterator["tuple[ArcWarcRecord, bytes]"]:
    """The records one by one, with the content of those that may be pages."""
    from warcio.archiveiterator import ArchiveIterator

    records = iter(ArchiveIterator(io.BytesIO(data)))
    while True:
        # warcio writes what is amiss with a record to standard error, in the middle of whatever is on the screen.
        with redirect_stderr(io.StringIO()):
            if (record := next(records, None)) is None:
                return
            told = record.rec_type in ("response", "resource")
            content = record.content_stream().read(MAX_BYTES) if told else b""
        yield record, content
