"""Feeds list articles; nothing they say reaches a terminal raw or a network unasked."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from newsread.errors import SourceError
from newsread.feeds import open_feed, read_feed
from newsread.web.options import FetchOptions
from tests.sources.server import answers, running

RSS = """<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Argus &amp; sons</title><link>https://argus.example</link>
<item><title>Bridge &lt;b&gt;closes&lt;/b&gt; &amp;amp; ferry opens</title><link>https://argus.example/1?a=1&amp;b=2</link><pubDate>Tue, 14 May 2024 07:30:00 GMT</pubDate></item>
<item><title>No address</title></item>
<item><title>\u202eHostile\u202c</title><link>javascript:alert(1)</link><guid>https://argus.example/2</guid><source url="https://o.example">Other Post</source></item>
<item><link>file:///etc/passwd</link></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>The Warden</title><entry><title type="html">Bridge closes</title>
<link rel="alternate" href="https://warden.example/1"/><updated>2024-05-14T09:30:00+02:00</updated></entry></feed>"""


def test_rss() -> None:
    feed = read_feed(RSS.encode(), "feed")
    assert feed.title == "Argus & sons"
    assert [(entry.title, entry.url, entry.outlet) for entry in feed.entries] == [
        ("Bridge closes & ferry opens", "https://argus.example/1?a=1&b=2", ""),
        ("Hostile", "https://argus.example/2", "Other Post"),
    ]
    assert feed.entries[0].published
    assert feed.entries[0].published.isoformat() == "2024-05-14T07:30:00+00:00"
    assert feed.picked([2, 9, 0]) == [feed.entries[1]]


def test_atom() -> None:
    (entry,) = read_feed(ATOM.encode(), "feed").entries
    assert (entry.title, entry.url) == ("Bridge closes", "https://warden.example/1")


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"<rss version='2.0'><channel><title>x</title></channel></rss>", "lists no articles"),
        (b"<html><body>x</body></html>", "no feed"),
        (b"", "no feed"),
        (b"\0", "no feed"),
    ],
)
def test_what_is_no_feed_is_one_line(data: bytes, line: str) -> None:
    with pytest.raises(SourceError, match=line):
        read_feed(data, "feed")


def test_what_the_parser_stumbles_over_is_one_line() -> None:
    damaged = RSS.replace("<link>https://argus.example/1", "<link>&#x110000;https://argus.example/1")
    with pytest.raises(SourceError, match="feed: this feed is damaged"):
        read_feed(damaged.encode(), "feed")


def test_entities_are_not_multiplied_and_files_not_read() -> None:
    laughs = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "ha"><!ENTITY x SYSTEM "file:///etc/passwd">{laughs}]>'
    body = RSS.partition("?>")[2].replace("No address", "&l11;&x;")
    try:
        feed = read_feed((bomb + body).encode(), "feed")
    except SourceError:
        return
    assert "root:" not in str(feed)
    assert len(str(feed)) < 10_000


@settings(max_examples=60)
@example(at=262, cut=4, put="")  # an empty day of publication
@given(
    st.integers(0, len(RSS)),
    st.integers(0, 80),
    st.sampled_from(["", "<", "&", "]]>", "\x1b[31m", "</item>", "\x00", "<item>"]),
)
def test_damaged_feeds_never_crash(at: int, cut: int, put: str) -> None:
    try:
        feed = read_feed((RSS[:at] + put + RSS[at + cut :]).encode(), "feed")
    except SourceError:
        return
    assert "\x1b" not in str(feed)
    assert all(entry.url.startswith(("http://", "https://")) for entry in feed.entries)


def test_a_feed_is_fetched_like_a_page() -> None:
    with running() as site:
        site.pages["/rss"] = answers(RSS, kind="application/rss+xml")
        assert len(open_feed(f"{site.url}/rss", FetchOptions(allow_private=True)).entries) == 2
        with pytest.raises(SourceError, match="404"):
            open_feed(f"{site.url}/nowhere", FetchOptions(allow_private=True))
