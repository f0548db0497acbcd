"""A response's body, unpacked and bounded."""

import re
import zlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Final

import httpcore

from newsread.errors import FetchFailed, SourceNotText, SourceTooLarge

_READABLE: Final = re.compile(
    r"text/(?!css|javascript|calendar|vcard)|message/rfc822|multipart/related|binary/octet-stream"
    r"|application/(?:xhtml|xml|json|ld\+json|rss|atom|rdf|pdf|octet-stream|warc|x-warc|gzip|x-gzip|x-ndjson|jsonl"
    r"|jsonlines|[\w.-]+\+(?:xml|json))\b",
    re.IGNORECASE,
)
BROKEN: Final = "the connection broke off: the text may be incomplete"


@dataclass(frozen=True, slots=True)
class Answer:
    """A server's answer, its body still to come.

    Attributes:
        status: The HTTP status.
        reason: The server's words for it.
        headers: By name in lower case.
        chunks: The body as it comes.
    """

    status: int
    reason: str
    headers: Mapping[str, str]
    chunks: Iterable[bytes]


def check_type(answer: Answer) -> None:
    """Refuse what says of itself that it is no text.

    Raises:
        SourceNotText: A picture, film, program or the like.
    """
    said = answer.headers.get("content-type", "").partition(";")[0].strip()
    if said and not _READABLE.match(said):
        raise SourceNotText(f"this is {re.sub('[^a-z0-9/+.-]', '', said.lower())[:60]}, not an article")


def charset(answer: Answer) -> str | None:
    """The encoding that the server states."""
    said = re.search(r"charset\s*=\s*[\"']?([\w:.-]{1,40})", answer.headers.get("content-type", ""))
    return said[1] if said else None


def read_body(answer: Answer, limit: int, on_bytes: Callable[[int], None]) -> tuple[bytes, tuple[str, ...]]:
    """The body, unpacked as it comes so that it never outgrows its bound, and what is to be told of it.

    Raises:
        SourceTooLarge: It is larger than ``limit``, as sent or unpacked.
    """
    unpack = _unpacker(answer.headers.get("content-encoding", ""))
    data = bytearray()
    received = 0
    try:
        for chunk in answer.chunks:
            received += len(chunk)
            data += unpack(chunk, limit + 1 - len(data))
            if received > limit or len(data) > limit:
                raise SourceTooLarge(f"larger than {limit // 1_000_000 or 1} MB, which no article is")
            on_bytes(received)
    except (httpcore.RemoteProtocolError, httpcore.ReadError, zlib.error) as error:
        if not data:
            raise FetchFailed("the connection broke off before the page came") from error
        return bytes(data), (BROKEN,)
    return bytes(data), ()


def _unpacker(encoding: str) -> Callable[[bytes, int], bytes]:
    encoding = encoding.strip().lower()
    if encoding in ("", "identity"):
        return lambda chunk, room: chunk
    if encoding not in ("gzip", "x-gzip", "deflate"):
        raise FetchFailed("packed in a way that was not asked for")
    unpacker: list[zlib._Decompress] = []

    def unpack(chunk: bytes, room: int) -> bytes:
        if not unpacker:
            raw = encoding == "deflate" and chunk[:1] != b"\x78"
            unpacker.append(zlib.decompressobj(-zlib.MAX_WBITS if raw else zlib.MAX_WBITS | 32))
        return unpacker[0].decompress(chunk, max(1, room))

    return unpack
