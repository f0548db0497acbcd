"""Text of unknown origin in HTML and SVG: the one place where it is made harmless."""

import base64
import hashlib
import html
import re
from typing import Final

from newsread.text import clean

_ADDRESS: Final = re.compile(r"https?://[^\s\"'<>\\^`{|}]+", re.ASCII)


def escape(text: str) -> str:
    """A text as it may stand in an element or in a quoted attribute of HTML or XML."""
    # XML allows no control characters, and a browser should not get bidirectional overrides from an article.
    return html.escape(clean(text).text, quote=True)


def anchor(address: str | None, content: str) -> str:
    """``content``, which is markup already, as a link to ``address`` if that is a web address."""
    if not address or not _ADDRESS.fullmatch(address):
        return content
    return f'<a href="{escape(address)}" rel="noopener noreferrer">{content}</a>'


def fingerprint(text: str) -> str:
    """How a content security policy names a script or style that may be used."""
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"
