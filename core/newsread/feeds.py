"""RSS and Atom: which articles a feed lists. Its addresses are a stranger's; nothing here fetches them."""

import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from newsread.errors import SourceNotText
from newsread.reading.facts import moment, stated, web_address
from newsread.reading.forms import Form, form_of
from newsread.sources import gather
from newsread.text import one_line
from newsread.web.options import FetchOptions

_MOST: Final = 500
_STUMBLES: Final = (ArithmeticError, LookupError, ValueError, TypeError, AttributeError, AssertionError, RecursionError)
"""What feedparser ends with where markup is broken beyond its own repairs, such as "&#x110000;"."""
_USUAL: Final = FetchOptions()


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """An article that a feed lists.

    Attributes:
        title: Its headline; empty when the feed gives none.
        url: Where it is.
        published: When it was published, if the feed tells.
        outlet: Where it is from, in feeds that gather several outlets.
    """

    title: str
    url: str
    published: datetime | None = None
    outlet: str = ""


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed.

    Attributes:
        title: What it is called.
        entries: Its articles, in its own order.
    """

    title: str = ""
    entries: tuple[FeedEntry, ...] = field(default=())

    def picked(self, numbers: Sequence[int]) -> list[FeedEntry]:
        """The entries with these numbers, counted from 1, as they are listed."""
        return [self.entries[number - 1] for number in numbers if 0 < number <= len(self.entries)]


def open_feed(source: str, fetching: FetchOptions = _USUAL) -> Feed:
    """Read a feed from an address, a file or standard input.

    Raises:
        SourceError: It can't be had, or is no feed.
    """
    gathered = gather([source], fetching)
    for failure in gathered.failures:
        raise failure.error
    if len(gathered.documents) != 1:
        raise SourceNotText(f"{one_line(source)}: this is a folder, not a feed")
    return read_feed(gathered.documents[0].data, one_line(source))


def read_feed(data: bytes, name: str) -> Feed:
    """Read a feed.

    Raises:
        SourceNotText: It is none, or lists nothing.
    """
    import feedparser  # for those who open feeds

    if form_of(data) is not Form.FEED:
        raise SourceNotText(f"{name}: this is no feed", f"newsread {name} opens it as an article")
    # Markup in titles is taken out by us, and nothing relative is looked up.
    try:
        parsed = feedparser.parse(io.BytesIO(data), sanitize_html=False, resolve_relative_uris=False)
    except _STUMBLES as error:
        raise SourceNotText(f"{name}: this feed is damaged", "open its articles by their addresses") from error
    entries = [entry for each in parsed.get("entries", [])[:_MOST] if (entry := _entry(each)) is not None]
    if not entries:
        raise SourceNotText(f"{name}: this feed lists no articles")
    return Feed(_plain(parsed.get("feed", {}).get("title")), tuple(entries))


def _entry(entry: Any) -> FeedEntry | None:
    links = [entry.get("link"), entry.get("id"), *(link.get("href") for link in entry.get("links", []))]
    url = next((address for link in links if (address := web_address(link))), None)
    if url is None:
        return None
    told = dict(entry)  # as a plain dictionary: feedparser's own answers "updated" with something else, and complains
    written = told.get("published") or told.get("updated") or told.get("created")
    source = entry.get("source") or {}
    return FeedEntry(_plain(entry.get("title")), url, moment(written), _plain(source.get("title")))


def _plain(markup: object) -> str:
    """A title without the markup that many feeds put into it."""
    import html
    import re

    text = html.unescape(markup) if isinstance(markup, str) else ""
    return stated(re.sub(r"</?[a-zA-Z][^<>]{0,200}>", "", text)) or ""
