"""Web archives (WARC), in which crawls of the news are published: every page that answered is an article."""

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from newsread.reading.decode import declared_in
from newsread.reading.facts import moment, web_address
from newsread.reading.forms import Form, form_of
from newsread.sources import RawDocument
from newsread.web.options import MAX_BYTES

_MOST_RECORDS: Final = 2000
_MOST_BYTES: Final = 100_000_000


def archived_pages(document: RawDocument) -> Iterator[RawDocument]:
    """The pages in a web archive, with their addresses and the moments of their fetching."""
    from warcio.archiveiterator import ArchiveIterator
    from warcio.exceptions import ArchiveLoadFailed

    unpacked = 0
    try:
        for number, record in enumerate(ArchiveIterator(io.BytesIO(document.data))):
            if number >= _MOST_RECORDS or unpacked > _MOST_BYTES:
                return
            if record.rec_type not in ("response", "resource"):
                continue
            data = record.content_stream().read(MAX_BYTES)
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
