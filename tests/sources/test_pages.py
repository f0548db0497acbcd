"""Web pages become articles: text, kinds and facts, beside what trafilatura alone makes of them."""

import re
from collections import Counter
from collections.abc import Callable

import pytest
import trafilatura
from hypothesis import given, settings
from hypothesis import strategies as st

from newsread.errors import SourceError
from newsread.model import Article, SentenceKind
from newsread.reading.articles import article_from
from newsread.reading.facts import Facts
from newsread.reading.readings import read
from newsread.sources import RawDocument
from tests.sources.templates import FURNITURE, OUTLETS, STORY, TEMPLATES, agency, broadcaster, grey_lady, scripted

type Template = Callable[[], str]


def opened(page: str, url: str | None = None, outlet: str | None = None) -> Article:
    return article_from(RawDocument("page.html", page.encode(), Facts(outlet=outlet, url=url)), 1)


def texts(article: Article, kind: SentenceKind) -> list[str]:
    return [sentence.text for sentence in article.sentences if sentence.kind is kind]


def shared(text: str, other: str) -> float:
    """The share of the words of ``text`` that are in ``other``."""
    one, two = (Counter(re.findall(r"\w+", each)) for each in (text, other))
    return sum((one & two).values()) / max(1, sum(one.values()))


@pytest.mark.parametrize(
    ("template", "outlet"), list(zip(TEMPLATES, OUTLETS, strict=True)), ids=lambda value: getattr(value, "__name__", "")
)
def test_a_page_gives_its_article(template: Template, outlet: str) -> None:
    article = opened(template())
    assert (article.outlet, article.title) == (outlet, STORY.headline)
    assert texts(article, SentenceKind.HEADLINE) == [STORY.headline]
    said = " ".join(texts(article, SentenceKind.BODY))
    for paragraph in STORY.paragraphs:
        assert paragraph in said.replace("SPRINGFIELD, May 14 (Argus) - ", "")
    assert not [text for text in FURNITURE[:2] + FURNITURE[3:] if text in said and template.__name__ != "old_table"]
    if template.__name__ != "old_table":
        assert article.author == STORY.author
        assert str(article.published) == "2024-05-14"
    for sentence in article.sentences:
        assert article.text[sentence.start : sentence.end] == sentence.text


@pytest.mark.parametrize("template", TEMPLATES)
def test_never_worse_than_trafilatura_alone(template: Template) -> None:
    page = template()
    alone = trafilatura.extract(page, include_comments=False) or ""
    article = opened(page)
    ours = " ".join(s.text for s in article.sentences if s.kind in (SentenceKind.BODY, SentenceKind.HEADING))
    truth = f"{STORY.body} {STORY.heading}"
    assert shared(STORY.body, ours) >= shared(STORY.body, alone)
    assert shared(ours, truth) >= shared(alone, truth)


@pytest.mark.parametrize("template", TEMPLATES[:7])
def test_captions_are_captions(template: Template) -> None:
    captions = texts(opened(template()), SentenceKind.CAPTION)
    assert [STORY.caption in caption for caption in captions] == [True]


@pytest.mark.parametrize("template", [TEMPLATES[0], TEMPLATES[1], TEMPLATES[3], TEMPLATES[5]])
def test_headings_are_headings(template: Template) -> None:
    assert texts(opened(template()), SentenceKind.HEADING) == [STORY.heading]


def test_what_is_stated_wins_and_the_moment_keeps_its_zone() -> None:
    article = opened(broadcaster(), "https://www.kbn.example/a", outlet="My name for it")
    assert article.outlet == "My name for it"
    assert article.url == "https://www.kbn.example/a"
    assert article.published_at
    assert article.published_at.isoformat() == STORY.published


def test_a_text_that_is_only_for_subscribers_is_not_taken_from_the_metadata() -> None:
    page = scripted().replace('"@type": "NewsArticle"', '"@type": "NewsArticle", "isAccessibleForFree": false')
    assert STORY.paragraphs[-1] not in opened(page).text


def test_a_paywall_stub_is_told() -> None:
    stub = "<p>Subscribe to continue reading this article.</p><p>Already a subscriber? <a href=/login>Log in</a></p>"
    page = broadcaster().replace("</body>", "")
    first = page.index('data-uri="cms/2"')
    article = opened(f"{page[: first - 60]}{stub}</div></main></body></html>")
    assert article.warnings[0] == "only the beginning: the rest of the article is for subscribers"
    assert not any("ubscri" in sentence.text for sentence in article.sentences)


@pytest.mark.parametrize(
    ("page", "word"),
    [
        (("<html><head><title>Just a moment...</title></head><body><h1>example.com</h1><p>Checking your browser before accessing.</p>"
         "<noscript>Enable JavaScript and cookies to continue</noscript></body></html>"), "JavaScript"),
        ("<html><head><title>News</title></head><body><div id=app></div><p>Please enable JavaScript to view this page.</p></body></html>", "JavaScript"),
        (("<html><head><title>Before you continue</title></head><body><h1>We value your privacy</h1><p>We and our 842 partners use cookies to store and "
         "access information on a device. You may accept all cookies or manage your preferences at any time.</p><button>Accept all</button></body></html>"), "cookie wall"),
        ("<html><head><title>x</title></head><body></body></html>", "no article"),
    ],
)  # fmt: skip
def test_a_wall_is_never_passed_off_as_the_article(page: str, word: str) -> None:
    with pytest.raises(SourceError, match=word):
        opened(page)


def test_a_wall_in_front_of_a_known_article_leaves_its_headline() -> None:
    body = "<p>We value your privacy. We and our partners use cookies. Accept all cookies or manage your consent.</p>"
    page = re.sub(r"<body>.*</body>", f"<body>{body}</body>", broadcaster(), flags=re.DOTALL)
    article = opened(page)
    assert [s.text for s in article.sentences] == [STORY.headline]
    assert article.warnings == ("the page shows a cookie wall instead of the article",)


def test_a_live_blog_is_told() -> None:
    live = grey_lady().replace('"NewsArticle"', '"LiveBlogPosting"')
    assert "a live blog: entries of many hours, not one article" in opened(live).warnings


def test_news_about_cookies_is_news() -> None:
    page = agency().replace(
        STORY.paragraphs[4],
        "“We use cookies to bake trust,” the baker said, and asked readers to subscribe to continue reading his menu.",
    )
    article = opened(page)
    assert "We use cookies to bake trust" in article.text
    assert article.warnings == ()


def test_charsets_are_believed_only_if_they_fit() -> None:
    page = agency()
    for data, said in ((page.encode(), "latin-1"), (page.encode("utf-16"), "utf-8"),
                       (page.replace("utf-8", "windows-1252").encode("cp1252", "xmlcharrefreplace"), "utf-8")):  # fmt: skip
        assert "“We cannot wait any longer,” Mayor Ann Lee said" in read(data, "page", encoding=said).text
    hebrew = (
        "<html><head><meta charset=windows-1255></head><body><article><p>"
        + "ראש העיר אמרה כי הגשר ייסגר לשנתיים. " * 20
    )
    assert "הגשר" in read(hebrew.encode("windows-1255"), "page").text


HOSTILE = [
    "<div>" * 30_000, "<p>" + "<b>" * 5_000, "<" * 300_000, "&" * 300_000, "<!--" * 30_000, "<table><tr><td>" * 3_000, "<ul><li>" * 5_000,
    "<p " + " ".join(f"a{n}=1" for n in range(60_000)) + ">", "&#27;]0;owned&#7;&#x202e;&zwj;&#x9b;31m" * 5_000, "<p>" + "\x00\x1b[31m" * 2_000,
    "<script type='application/ld+json'>" + "[" * 100_000, "<script type='application/ld+json'>" + '{"a":' * 50_000 + "1" + "}" * 50_000,
    "<title>" + " - a" * 100_000, "<p>" + ". A" * 200_000, "<p>" + "x<br>" * 20_000, "<p>" + "a" * 1_000_000,
    '<script type="application/ld+json">{"@type":"NewsArticle","headline":{"a":1},"author":[[[1]],null,{"name":{}}],"datePublished":9e99,"publisher":[],"articleBody":7}</script>',
]  # fmt: skip


@pytest.mark.parametrize("number", range(len(HOSTILE)))
def test_hostile_pages_end_in_clean_text_or_one_line(number: int) -> None:
    prose = "".join(f"<p>{paragraph}</p>" for paragraph in STORY.paragraphs)
    for page in (
        f"<html><body>{HOSTILE[number]}{prose}",
        f"<html><head>{HOSTILE[number]}</head><body>{prose}{HOSTILE[number]}</body>",
    ):
        try:
            told = read(page.encode(), "page")
        except SourceError as error:
            assert "\n" not in str(error)  # noqa: PT017 - either end is a good one
        else:
            assert not re.search(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e]", told.text)


SCRAPS = ["<p>", "</p>", "<div class='caption'>", "</div>", "<li>", "<a href='/x'>", "</a>", "<br>", "<figcaption>", "&#8220;", "\x1b[2J", "<h2>",
          "<script>", "<table><td>", "Subscribe to continue reading", STORY.paragraphs[0], STORY.paragraphs[1], "\u202e", "<article>"]  # fmt: skip


@settings(max_examples=60)
@given(st.lists(st.sampled_from(SCRAPS), max_size=40).map("".join))
def test_any_markup_ends_in_clean_text_or_one_line(markup: str) -> None:
    try:
        told = read(f"<!doctype html><body>{markup}".encode(), "page")
    except SourceError:
        return
    assert "\x1b" not in told.text
    assert "\u202e" not in told.text
    assert all(told.text[p.span.start : p.span.end].strip() for p in told.paragraphs)
