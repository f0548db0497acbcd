"""Fuzzed: what reads articles, feeds, pages and answers of servers."""

import json
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Final

from newsread.errors import NewsreadError
from newsread.feeds import read_feed
from newsread.naming import is_address
from newsread.pipeline import read_story
from newsread.reading.decode import DecodedText, decode
from newsread.reading.languages import ALIGNED
from newsread.reading.readings import read
from newsread.reading.segment import sentence_starts
from newsread.text import clean, fold, one_line
from newsread.web.addresses import check_url, joined, on_the_wire, shown
from newsread.web.body import Answer, charset, check_type, read_body
from tests.fuzz.target import Target, check_article, check_shown, in_file
from tests.hostile.texts import HOSTILE
from tests.sources.templates import STORY, TEMPLATES
from tests.sources.test_forms import MARKDOWN, PLAIN, RECORD, mail, pdf, warc

_FEED: Final = (
    '<?xml version="1.0"?><rss version="2.0"><channel><title>A</title><item><title>One</title><link>https://a.example/1</link>'
    "<pubDate>Tue, 14 May 2024 09:30:00 +0200</pubDate><source url='https://b.example'>B</source></item></channel></rss>"
)
_ATOM: Final = (
    '<feed xmlns="http://www.w3.org/2005/Atom"><title type="html">&lt;b&gt;A&lt;/b&gt;</title><entry><title>One</title>'
    '<link rel="alternate" href="https://a.example/1"/><updated>2024-05-14T09:30:00+02:00</updated></entry></feed>'
)
_TOML: Final = (
    'title = "A story"\n[[article]]\nfile = "a.txt"\noutlet = "A"\ndate = 2017-08-17\nfetched = 2017-08-17T09:30:00Z\nlanguage = "en"\n'
    'also_in = ["B"]\nnotes = ["n"]\nkinds = ["headline", "body"]\n[[article]]\nfile = "b.txt"\nurl = "https://a.example"\nfrom = "x"\n'
)
_ADDRESSES: Final = (
    "https://user@a.example:8080/b?c=d#e",
    "//b.example/ü",
    "http://[::1]:80/",
    "../x",
    "HTTPS://ü.example/%zz",
)
_ROBOTS: Final = "User-agent: *\nDisallow: /a*b$\nAllow: /\nCrawl-delay: 1\nSitemap: https://a.example/s.xml\n"
_ANSWERS: Final = (
    b"gzip|text/html; charset=utf-8|\x1f\x8b\x08\x00\x00\x00\x00\x00\x00\x03\xcbH\xcd\xc9\xc9\x07\x00\x86\xa6\x106\x05\x00\x00\x00",
    b"deflate|application/xhtml+xml|x\x9c\xcbH\xcd\xc9\xc9\x07\x00\x06,\x02\x15",
    b"|text/plain|hello",
)


def _decoded(data: bytes) -> None:
    for declared in (["utf-8", "latin-1"], ["utf-16", "x"], []):
        _cleaned(decode(data, "x", declared))


def _cleaned(decoded: DecodedText) -> None:
    cleaned = clean(decoded.text)
    check_shown(cleaned.text, *decoded.warnings)
    assert len(fold(cleaned.text)) == len(cleaned.text)
    assert clean(cleaned.text).text == cleaned.text
    starts = [cleaned.offsets.start(offset) for offset in range(len(cleaned.text))]
    assert starts == sorted(set(starts))
    assert all(decoded.text[start] == sign for start, sign in zip(starts, cleaned.text, strict=True) if sign != "\n")


def _document(path: Path) -> None:
    for article in read_story([str(path)]).articles:
        check_article(article)


def _page(data: bytes) -> None:
    reading = read(data, "page.html", encoding="latin-1")
    check_shown(reading.text, reading.facts.outlet, reading.facts.headline, reading.facts.author, *reading.warnings)
    end = 0
    for paragraph in reading.paragraphs:
        assert end <= paragraph.span.start < paragraph.span.end <= len(reading.text)
        end = paragraph.span.end


def _folder(path: Path) -> None:
    for name in ("a.txt", "b.txt"):
        path.with_name(name).write_text(PLAIN, encoding="utf-8")
    story = read_story([str(path.parent)])
    check_shown(story.title, *story.warnings)
    for article in story.articles:
        check_article(article)
        check_shown(*article.also_in)


def _feed(data: bytes) -> None:
    feed = read_feed(data, "x")
    check_shown(feed.title)
    for entry in feed.entries:
        check_shown(entry.title, entry.outlet)


def _segmented(data: bytes) -> None:
    text = clean(data.decode("utf-8", "replace")).text
    for language in (ALIGNED, "de", "xx"):
        starts = list(sentence_starts(text, language))
        assert starts == sorted(set(starts))
        assert all(0 < start < len(text) for start in starts)


def _addressed(data: bytes) -> None:
    text = data.decode("utf-8", "surrogateescape")
    is_address(text)
    check_shown(shown(text))
    for make in (lambda: text, lambda: joined("https://a.example/b/c?d", text)):
        _or_refused(lambda make=make: _asked(make()))  # type: ignore[misc]


def _asked(url: str) -> None:
    check_url(url)
    wire = on_the_wire(url)
    assert wire.startswith((b"http://", b"https://"))
    assert all(0x20 < byte < 0x7F for byte in wire)


def _or_refused(act: Callable[[], object]) -> None:
    try:
        act()
    except NewsreadError as error:
        assert one_line(str(error)) == str(error)  # noqa: PT017 - what is told is under test


def _answered(data: bytes) -> None:
    encoding, kind, body = [*data.split(b"|", 2), b"", b""][:3]
    headers = {"content-encoding": encoding.decode("latin-1"), "content-type": kind.decode("latin-1")}
    answer = Answer(200, "OK", headers, [body[at : at + 7] for at in range(0, len(body), 7)])
    check_type(answer)
    stated = charset(answer)
    unpacked, _ = read_body(answer, 100_000, lambda size: None)
    decode(unpacked, "x", [stated] if stated else [])


def _robots(data: bytes) -> None:
    from protego import Protego

    Protego.parse(data.decode("utf-8", "replace")).can_fetch("https://a.example/a/b?c", "newsread")


_FILES: Final = (
    PLAIN.encode(),
    MARKDOWN.encode(),
    json.dumps(RECORD).encode(),
    mail(),
    warc(zipped=False),
    warc(),
    pdf([*STORY.paragraphs]),
)
_PAGES: Final = tuple(make().encode() for make in TEMPLATES)
SOURCES: Final = {
    "decode": Target(_decoded, (PLAIN.encode(), PLAIN.encode("utf-16"), PLAIN.encode("cp1252", "replace"), HOSTILE.encode())),
    "document": Target(partial(in_file, "one", _document), (*_FILES, *_PAGES)),
    "page": Target(_page, _PAGES),
    "feed": Target(_feed, (_FEED.encode(), _ATOM.encode())),
    "segment": Target(_segmented, (PLAIN.encode(), "“Why?” asked J. R. Smith (R., Ala.) at 5 p.m. No. 5 … U.S. Then".encode())),
    "manifest": Target(partial(in_file, "story.toml", _folder), (_TOML.encode(),)),
    "address": Target(_addressed, tuple(address.encode() for address in _ADDRESSES)),
    "answer": Target(_answered, _ANSWERS),
    "robots": Target(_robots, (_ROBOTS.encode(),)),
}  # fmt: skip
