"""What is fuzzed: everything that reads what others wrote. A target takes bytes; any error but newsread's own is a find."""

import json
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Final

from newsread.errors import NewsreadError
from newsread.feeds import read_feed
from newsread.manifest import read_manifest
from newsread.model import Article, SentenceRef
from newsread.pipeline import read_story
from newsread.reading.decode import decode
from newsread.reading.languages import ALIGNED
from newsread.reading.segment import sentence_starts
from newsread.text import clean, fold
from newsread_tui.find import search
from newsread_tui.frame import Frame
from newsread_tui.place import Place
from newsread_tui.plan import Plan
from newsread_tui.resume import resumed
from newsread_tui.settings.gather import gather
from newsread_tui.state import Keeper
from tests.hostile.texts import HOSTILE, found_in
from tests.sources.templates import STORY, TEMPLATES
from tests.sources.test_forms import MARKDOWN, PLAIN, RECORD, mail, pdf, warc
from tests.tui.conftest import told_story

_FEED: Final = (
    '<?xml version="1.0"?><rss version="2.0"><channel><title>A</title><item><title>One</title><link>https://a.example/1</link>'
    "<pubDate>Tue, 14 May 2024 09:30:00 +0200</pubDate><source url='https://b.example'>B</source></item></channel></rss>"
)
_TOML: Final = (
    'title = "A story"\n[[article]]\nfile = "a.txt"\noutlet = "A"\ndate = 2017-08-17\nfetched = 2017-08-17T09:30:00Z\nlanguage = "en"\n'
    'also_in = ["B"]\nnotes = ["n"]\nkinds = ["headline", "body"]\n[[article]]\nfile = "b.txt"\nurl = "https://a.example"\nfrom = "x"\n'
)
_SESSION: Final = json.dumps({
    "schema": 1, "place": {"article": "a", "sentence": 1, "text": "Two."}, "title": "A story", "sources": ["a.txt"],
    "view": {"layout": "PAIR", "threshold": 0.5, "words": True, "order": ["a"], "loose": ["b"], "search": "two"},
    "bookmarks": [{"anchor": {"article": "a", "sentence": 0, "text": "One."}, "note": "n"}], "corrections": [],
})  # fmt: skip
_CONFIGURATION: Final = (
    'theme = "newsread-light"\nlayout = "pair"\nthreshold = 0.5\nmouse = true\n[keys]\nnext = "n, down"\n'
)
WORDS: Final = (*(word.encode() for word in (
    HOSTILE, "\n\n", "\x00", "\ufeff", "<p>", "</", "<!--", "]]>", "&a;", "&#x110000;", "{", "[", '"', "\\u", "\\ud800", "- ", "1e999", "Infinity", "-1", "=",
    "charset=utf-7", "Content-Type: text/html; charset=x", "Content-Length: -1", "WARC/1.0\r\n", "obj", "stream", "“", "”", "Mr.", "U.S.", "said", "2017-02-30",
    "(Reuters)", "\u2028", "\U0001f600", "e\u0301",
)), b"\xff\xfe", b"\xfe\xff", b"\x1f\x8b", b"\x80", b"\xed\xa0\x80", b"%PDF-", b"PK\x03\x04")  # fmt: skip


@dataclass(frozen=True)
class Target:
    """Something to be fed.

    Attributes:
        run: Takes bytes, and complains about what must not come of them.
        seeds: Where to begin.
    """

    run: Callable[[bytes], object]
    seeds: tuple[bytes, ...]


def _in_file(name: str, use: Callable[[Path], object], data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, name)
        path.write_bytes(data)
        use(path)


def _decoded(data: bytes) -> None:
    text = decode(data, "x", ["utf-8", "latin-1"]).text
    cleaned = clean(text)
    assert found_in(cleaned.text.replace("OWNED", "")) == []
    assert len(fold(cleaned.text)) == len(cleaned.text)
    assert clean(cleaned.text).text == cleaned.text


def _document(path: Path) -> None:
    for article in read_story([str(path)]).articles:
        _check(article)


def _check(article: Article) -> None:
    end = 0
    for sentence in article.sentences:
        assert end <= sentence.start < sentence.end <= len(article.text)
        assert article.text[sentence.start : sentence.end] == sentence.text
        end = sentence.end
    shown = (article.text, article.title, article.outlet, article.author, article.url or "", *article.warnings)
    assert found_in("\n".join(shown).replace("OWNED", "")) == []


def _segmented(data: bytes) -> None:
    text = clean(data.decode("utf-8", "replace")).text
    for language in (ALIGNED, "de", "xx"):
        starts = list(sentence_starts(text, language))
        assert starts == sorted(set(starts))
        assert all(0 < start < len(text) for start in starts)


def _session(path: Path) -> None:
    story = told_story({"a": ["One.", "Two."], "b": ["One."]}, [(0, 0, 1, 0, 0.9)])
    frame = resumed(Frame(story, Place(SentenceRef(0, 0)), Plan()), Keeper(path).load())
    assert frame.place.ref.sentence < len(story.articles[frame.place.ref.article].sentences)


def _sought(data: bytes) -> None:
    query = data.decode("utf-8", "replace")
    found = search(told_story({"a": ["One (two) three.", "a" * 200]}), query)
    assert all(spans for _, spans in found.hits)


_FILES: Final = (
    PLAIN.encode(),
    MARKDOWN.encode(),
    json.dumps(RECORD).encode(),
    mail(),
    warc(zipped=False),
    warc(),
    pdf([*STORY.paragraphs]),
)
TARGETS: Final = {
    "decode": Target(_decoded, (PLAIN.encode(), PLAIN.encode("utf-16"), PLAIN.encode("cp1252", "replace"), HOSTILE.encode())),
    "document": Target(partial(_in_file, "one", _document), (*_FILES, *(make().encode() for make in TEMPLATES))),
    "feed": Target(lambda data: read_feed(data, "x"), (_FEED.encode(),)),
    "segment": Target(_segmented, (PLAIN.encode(), "“Why?” asked J. R. Smith (R., Ala.) at 5 p.m. No. 5 … U.S. Then".encode())),
    "manifest": Target(partial(_in_file, "story.toml", read_manifest), (_TOML.encode(),)),
    "session": Target(partial(_in_file, "story.json", _session), (_SESSION.encode(),)),
    "settings": Target(partial(_in_file, "config.toml", lambda path: gather({}, {}, path)), (_CONFIGURATION.encode(),)),
    "search": Target(_sought, (b"two", b"(a+)+$", b'"two three"')),
}  # fmt: skip


def feed(target: str, data: bytes) -> None:
    """Give bytes to a target; an error that newsread tells its readers in one line is as it should be."""
    try:
        TARGETS[target].run(data)
    except NewsreadError as error:
        assert len(str(error).splitlines()) == 1, error  # noqa: PT017 - what is told is under test
        assert found_in(str(error).replace("OWNED", "")) == [], error  # noqa: PT017 - the same
