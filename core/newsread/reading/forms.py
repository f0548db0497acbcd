"""What form a document has, told by its content: suffixes and content types are often wrong."""

import json
import re
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable

_HEAD: Final = 4096


class Form(StrEnum):
    """How a document holds its article or articles."""

    TEXT = "text"
    HTML = "a web page"
    MARKDOWN = "Markdown"
    MAIL = "a mail"
    JSON = "JSON"
    WARC = "a web archive"
    PDF = "a PDF document"
    FEED = "a feed"


_HTML: Final = re.compile(
    r"(?:\s|<\?xml[^>]*>|<!--.{0,2000}?-->)*<(?:!doctype\s+html|html|head|body|title|meta|article)\b",
    re.IGNORECASE | re.DOTALL,
)
_FRAGMENT: Final = re.compile(r"\s*<(?:p|div|h1|h2|section|main|header|span|table)\b[^>]*>", re.IGNORECASE)
_CLOSING: Final = re.compile(r"</(?:p|div|h1|h2|section|main|a|span)>", re.IGNORECASE)
_FEED: Final = re.compile(
    r"(?:\s|<\?xml[^>]*>|<\?xml-stylesheet[^>]*>|<!--.{0,2000}?-->)*<(?:rss|feed|rdf:RDF)\b", re.IGNORECASE | re.DOTALL
)
_FIELD: Final = re.compile(r"^([A-Za-z][A-Za-z-]{1,40}):[ \t]", re.MULTILINE)
_MAIL_FIELDS: Final = frozenset({
    "from", "to", "subject", "date", "message-id", "mime-version", "content-type", "received", "return-path",
    "delivered-to", "content-transfer-encoding", "list-id", "reply-to", "dkim-signature",
})  # fmt: skip
_FRONT_MATTER: Final = re.compile(r"---[ \t]*\r?\n(?:[\w-]+:.*\r?\n(?:[ \t-].*\r?\n)*)+(?:---|\.\.\.)[ \t]*(?:\r?\n|$)")
_HEADING: Final = re.compile(r"^#{1,6}[ \t]+\S", re.MULTILINE)
_LINK: Final = re.compile(r"\[[^\]\n]+\]\((?:https?://|/|#)[^)\s]*\)")


def form_of(data: bytes) -> Form:
    """The form of a document."""
    head = _head(data)
    tests: dict[Form, Callable[[], object]] = {
        Form.WARC: lambda: data.startswith(b"WARC/") or _is_zipped_archive(data),
        Form.PDF: lambda: b"%PDF-" in data[:1024] and not _HTML.match(head),
        Form.MAIL: lambda: _is_mail(head),
        Form.FEED: lambda: _FEED.match(head),
        Form.HTML: lambda: _HTML.match(head) or (_FRAGMENT.match(head) and len(_CLOSING.findall(head)) >= 2),
        Form.JSON: lambda: _is_json(head, data),
        Form.MARKDOWN: lambda: _is_markdown(head),
    }
    return next((form for form, holds in tests.items() if holds()), Form.TEXT)


def _head(data: bytes) -> str:
    sample = data[:_HEAD]
    if sample.startswith((b"\xff\xfe", b"\xfe\xff")):
        return sample.decode("utf-16", errors="replace")
    if len(sample) > 1 and sample[:2].count(0) == 1:  # UTF-16 without its mark
        return sample.decode("utf-16-le" if sample[1] == 0 else "utf-16-be", errors="replace")
    return sample.removeprefix(b"\xef\xbb\xbf").decode("utf-8", errors="replace")


def _is_zipped_archive(data: bytes) -> bool:
    if not data.startswith(b"\x1f\x8b"):
        return False
    import zlib

    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(data[:1024], 5) == b"WARC/"
    except zlib.error:
        return False


def _is_mail(head: str) -> bool:
    lines = head.lstrip().replace("\r\n", "\n").partition("\n\n")[0]
    names = [name.lower() for name in _FIELD.findall(lines)]
    known = _MAIL_FIELDS.intersection(names)
    opens = bool(_FIELD.match(lines)) or lines.startswith("From ")
    return opens and len(known) >= 3 and bool(known & {"from", "mime-version", "message-id"})


def _is_json(head: str, data: bytes) -> bool:
    if not re.match(r'\s*(?:\{\s*["}]|\[\s*[\[{])', head):
        return False
    first = re.match(r"\s*(\{[^\n]*\})\s*\n\s*\{", head)
    if first or len(data) > len(head.encode()):
        return True  # what is wrong with it is said where it is read
    try:
        json.loads(head)
    except (ValueError, RecursionError):
        return '":' in head
    return True


def _is_markdown(head: str) -> bool:
    opening = head.lstrip()
    headings = len(_HEADING.findall(head))
    if _FRONT_MATTER.match(opening) or headings >= 2 or (headings and _HEADING.match(opening)):
        return True
    return len(_LINK.findall(head)) >= 2
