"""Mails and pages saved by a browser as one file (.eml, .mht): the article is one of their parts."""

import re
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes, policy
from email.errors import MessageError
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime
from typing import Final

from newsread.errors import SourceEmpty
from newsread.reading.facts import stated, web_address
from newsread.reading.unpack import taken_out
from newsread.sources import RawDocument

_MOST_PARTS: Final = 200
_SAVED_BY: Final = re.compile(r"saved by (?:blink|windows|internet explorer|mozilla)", re.IGNORECASE)
_PREFIX: Final = re.compile(r"^(?:(?:re|fwd?|aw|wg)\s*:\s*)+", re.IGNORECASE)


def mail_parts(document: RawDocument) -> Iterator[RawDocument]:
    """The article in a mail or in a page saved by a browser."""
    try:
        message = message_from_bytes(document.data.lstrip(), _class=EmailMessage, policy=policy.default)
        parts = [part for number, part in enumerate(message.walk()) if number < _MOST_PARTS and not part.is_multipart()]
        page = _longest(parts, "text/html")
        text = _longest(parts, "text/plain")
        facts = _facts(message)
    except (MessageError, ValueError, LookupError, AttributeError, IndexError, TypeError) as error:
        # The standard library's parser meets malformed headers with all of these.
        raise SourceEmpty(f"{document.name}: this mail cannot be read") from error
    if page is not None:
        charset = page.get_content_charset()
        # A newsletter's page tells its own headline better than the mail's subject; both have the sender.
        yield replace(taken_out(document, "", **facts), data=_bytes(page), encoding=charset, bare=False)
    elif text is not None:
        yield replace(taken_out(document, "", **facts), data=_bytes(text), encoding=text.get_content_charset())
    else:
        raise SourceEmpty(f"{document.name}: there is no text in this mail")


def _longest(parts: list[EmailMessage], kind: str) -> EmailMessage | None:
    chosen = [
        part for part in parts if part.get_content_type() == kind and part.get_content_disposition() != "attachment"
    ]
    return max(chosen, key=lambda part: len(_bytes(part)), default=None)


def _bytes(part: EmailMessage) -> bytes:
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _facts(message: EmailMessage) -> dict[str, object]:
    saved = bool(_SAVED_BY.search(str(message.get("From", ""))))
    address = web_address(str(message.get("Snapshot-Content-Location") or message.get("Content-Location") or ""))
    if saved or address:
        return {"url": address}
    sender = parseaddr(str(message.get("From", "")))[0]
    subject = stated(_PREFIX.sub("", str(message.get("Subject", ""))))
    facts: dict[str, object] = {"outlet": stated(sender), "headline": subject}
    try:
        sent = parsedate_to_datetime(str(message.get("Date", "")))
    except (ValueError, TypeError):
        return facts
    return facts | {"published": sent.date(), "published_at": sent if sent.tzinfo else None}
