"""Articles in other forms than text and pages: told by content, opened, or refused in one clear line."""

import gzip
import json
from email.message import EmailMessage
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsread.errors import NewsreadError, NothingToRead
from newsread.export import to_dict
from newsread.model import Article, SentenceKind
from newsread.pipeline import read_story
from newsread.reading.forms import Form, form_of
from newsread.sample import sample_story
from tests.sources.templates import STORY, agency, tabloid

PLAIN = f"{STORY.headline}\n\nBy Jane Doe\n\n" + "\n\n".join(STORY.paragraphs) + "\n"
MARKDOWN = f"# {STORY.headline}\n\n![{STORY.caption}](a.jpg)\n\n{STORY.paragraphs[0]} [More](https://a.example/x)\n\n## {STORY.heading}\n\n**{STORY.paragraphs[2]}**\n\n- {STORY.paragraphs[6]}\n"
RECORD = {"title": STORY.headline, "text": "\n".join(STORY.paragraphs), "sitename": "argus.example", "date": "2024-05-14", "url": "https://argus.example/1",
          "author": "Jane Doe", "language": "en"}  # fmt: skip


def mail(*, html: bool = True, **headers: str) -> bytes:
    message = EmailMessage()
    for name, value in {
        "From": "The Courier <news@courier.example>",
        "Subject": f"Fwd: {STORY.headline}",
        "Date": "Tue, 14 May 2024 09:30:00 +0200",
        **headers,
    }.items():
        message[name.replace("_", "-")] = value
    message.set_content(PLAIN.partition("\n\n")[2])
    if html:
        message.add_alternative(
            f"<html><body>{''.join(f'<p>{p}</p>' for p in STORY.paragraphs)}</body></html>", subtype="html"
        )
    message.add_attachment(b"\x89PNG", maintype="image", subtype="png", filename="a.png")
    return bytes(message)


def warc(*, zipped: bool = True) -> bytes:
    records = []
    for number, (page, status) in enumerate(
        ((agency(), "200 OK"), (tabloid(), "404 Not Found"), (tabloid(), "200 OK"))
    ):
        answer = f"HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\n\r\n{page}".encode()
        head = {
            "WARC-Type": "response", "WARC-Record-ID": f"<urn:uuid:{number}>", "WARC-Date": "2024-05-14T07:30:00Z", "WARC-Target-URI": f"https://www.site{number}.example/a",
            "Content-Type": "application/http; msgtype=response", "Content-Length": str(len(answer)),
        }  # fmt: skip
        fields = "".join(f"{name}: {value}\r\n" for name, value in head.items())
        records.append(f"WARC/1.0\r\n{fields}\r\n".encode() + answer + b"\r\n\r\n")
    return b"".join(gzip.compress(record, mtime=0) if zipped else record for record in records)


def pdf(lines: list[str]) -> bytes:
    """A PDF of one page, written by hand."""
    shown = "".join(f"({line.replace('(', '').replace(')', '')}) Tj T*\n" for line in lines)
    content = f"BT /F1 11 Tf 14 TL 50 780 Td\n{shown}ET".encode("latin-1", "replace")
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content), b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]  # fmt: skip
    data, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, each)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer << /Root 1 0 R /Size 6 >>\nstartxref\n%d\n%%%%EOF\n" % len(data)
    return data + b"xref\n0 6\n0000000000 65535 f \n" + table + end


PDF_LINES = [
    STORY.headline,
    "",
    *[line for p in STORY.paragraphs for line in (p[:70].rpartition(" ")[0], p[len(p[:70].rpartition(" ")[0]) + 1 :])],
]


def opened(folder: Path, data: bytes, name: str = "file.xyz") -> tuple[Article, ...]:
    path = folder / name
    path.write_bytes(data)
    story = read_story(path, keep_copies=True)
    for article, told in zip(story.articles, to_dict(story)["articles"], strict=True):
        assert all(told["text"][s["start"] : s["end"]] == s["text"] for s in told["sentences"])
        assert article.extracted
    return story.articles


@pytest.mark.parametrize(
    ("data", "form"),
    [
        (PLAIN.encode(), Form.TEXT), (agency().encode(), Form.HTML), (("\ufeff" + agency()).encode("utf-16-le"), Form.HTML), (b"<p>One.</p>\n<p>Two.</p>", Form.HTML),
        (b"<!-- saved from url=(0020)https://a.example/ -->\n<html>", Form.HTML), (MARKDOWN.encode(), Form.MARKDOWN), (b"---\ntitle: A\n---\nText.", Form.MARKDOWN),
        (mail(), Form.MAIL), (json.dumps(RECORD).encode(), Form.JSON), (f"{json.dumps(RECORD)}\n{json.dumps(RECORD)}\n".encode(), Form.JSON),
        (warc(), Form.WARC), (warc(zipped=False), Form.WARC), (pdf(["a"]), Form.PDF), (b"<?xml version='1.0'?>\n<rss version='2.0'></rss>", Form.FEED),
        (b"<feed xmlns='http://www.w3.org/2005/Atom'></feed>", Form.FEED), (b"# 1 in the charts again\n\nThe band said so.", Form.MARKDOWN), (b"", Form.TEXT),
        (b"Note: this is a text.\nIt says: nothing.\n\nReally.", Form.TEXT), (gzip.compress(b"x"), Form.TEXT), (b"[1] The first footnote says so.", Form.TEXT),
        (b"{Springfield} The council voted.", Form.TEXT),
    ],
    ids=lambda value: value.name if isinstance(value, Form) else "",
)  # fmt: skip
def test_the_form_is_told_by_the_content(data: bytes, form: Form) -> None:
    assert form_of(data) is form


def test_the_sample_is_plain_text() -> None:
    assert {form_of(path.read_bytes()) for path in sample_story().glob("*.txt")} == {Form.TEXT}


def test_markdown(tmp_path: Path) -> None:
    (article,) = opened(tmp_path, MARKDOWN.encode(), "text.txt")
    kinds = [(s.kind, s.text) for s in article.sentences]
    assert kinds[:2] == [(SentenceKind.HEADLINE, STORY.headline), (SentenceKind.CAPTION, STORY.caption)]
    assert (SentenceKind.HEADING, STORY.heading) in kinds
    assert STORY.paragraphs[2] in article.text
    assert "](" not in article.text
    (told,) = opened(
        tmp_path,
        f"---\ntitle: A bridge\nauthor: Jane Doe\nsitename: argus.example\ndate: 2024-05-14\n---\n\n{STORY.body}\n".encode(),
    )
    assert (told.title, told.author, told.outlet, str(told.published)) == (
        "A bridge",
        "Jane Doe",
        "Argus",
        "2024-05-14",
    )


@pytest.mark.parametrize("html", [True, False])
def test_a_mail(tmp_path: Path, *, html: bool) -> None:
    (article,) = opened(tmp_path, mail(html=html))
    assert (article.outlet, article.title) == ("The Courier", STORY.headline)
    assert article.published_at
    assert article.published_at.isoformat() == "2024-05-14T09:30:00+02:00"
    assert STORY.paragraphs[-1] in article.text


def test_a_page_saved_as_one_file(tmp_path: Path) -> None:
    message = EmailMessage()
    for name, value in (
        ("From", "<Saved by Blink>"),
        ("Snapshot-Content-Location", "https://www.argus.example/x"),
        ("Subject", "a page"),
    ):
        message[name] = value
    message.set_content(agency(), subtype="html")
    message.make_related()
    (article,) = opened(tmp_path, bytes(message), "page.mhtml")
    assert (article.outlet, article.title, article.url) == ("Argus", STORY.headline, "https://www.argus.example/x")


@pytest.mark.parametrize(
    "data",
    [
        RECORD, [RECORD], {"articles": [RECORD]}, {"status": "ok", "data": {"items": [RECORD]}},
        {"Title": STORY.headline, "maintext": RECORD["text"], "source_domain": "www.argus.example", "date_publish": "2024-05-14 07:30:00", "authors": ["Jane Doe"],
         "url": "https://argus.example/1"},
        {"headline": STORY.headline, "body": RECORD["text"], "source": {"name": "Argus"}, "publishedAt": "2024-05-14T07:30:00Z", "author": {"name": "Jane Doe"},
         "link": "https://argus.example/1"},
        {"title": STORY.headline, "content": RECORD["text"], "domain": "argus.example", "seendate": "20240514T073000Z", "authors": "Jane Doe", "url": "https://argus.example/1"},
    ],
)  # fmt: skip
def test_records_of_scrapers(tmp_path: Path, data: object) -> None:
    (article,) = opened(tmp_path, json.dumps(data).encode())
    assert (article.outlet, article.title, article.author, str(article.published)) == (
        "Argus",
        STORY.headline,
        "Jane Doe",
        "2024-05-14",
    )
    assert article.url == "https://argus.example/1"
    assert STORY.paragraphs[-1] in article.text


def test_json_lines_and_a_record_that_holds_the_page(tmp_path: Path) -> None:
    lines = [json.dumps(RECORD), "{broken", json.dumps({"html": agency(), "url": "https://www.other.example/"})]
    first, second = opened(tmp_path, "\n".join(lines).encode())
    assert (first.outlet, second.outlet) == ("Argus", "Other")
    assert second.title == STORY.headline
    assert first.path.endswith("#1")


@pytest.mark.parametrize("zipped", [True, False])
def test_a_web_archive(tmp_path: Path, *, zipped: bool) -> None:
    articles = opened(tmp_path, warc(zipped=zipped))
    assert [article.url for article in articles] == ["https://www.site0.example/a", "https://www.site2.example/a"]
    assert articles[0].fetched
    assert len(opened(tmp_path, warc(zipped=False)[:-900])) >= 1


def test_a_pdf(tmp_path: Path) -> None:
    (article,) = opened(tmp_path, pdf(PDF_LINES))
    assert article.title == STORY.headline
    assert "repairs that will take at least two years." in " ".join(article.text.split())


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (pdf([]), "holds no text"), (b"%PDF-1.7\n" + b"\x00\xff" * 500, "PDF cannot be read|holds no text"), (b'{"a": [1, 2', "cannot be read"), (b'{"a": {"b": "c"}}', "no article"),
        (b"From: a@b.example\nSubject: x\nMIME-Version: 1.0\nContent-Type: image/png\n\nxx", "no text in this mail"), (b"<rss version='2.0'><channel></channel></rss>", "newsread feed"),
        (b"WARC/1.0\r\nnonsense", "no article"), (b'{"a":' * 100_000, "cannot be read"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_what_holds_no_article_is_one_line(tmp_path: Path, data: bytes, line: str) -> None:
    (tmp_path / "x").write_bytes(data)
    with pytest.raises(NothingToRead, match=line) as raised:
        read_story(tmp_path / "x")
    assert "\n" not in str(raised.value)


WHOLE = [mail(), warc(), warc(zipped=False), pdf(PDF_LINES), json.dumps([RECORD, RECORD]).encode(), MARKDOWN.encode()]


@settings(max_examples=60)
@given(st.sampled_from(range(len(WHOLE))), st.integers(0, 4000), st.integers(0, 60), st.binary(max_size=40))
def test_damage_never_crashes(
    tmp_path_factory: pytest.TempPathFactory, number: int, at: int, cut: int, put: bytes
) -> None:
    path = tmp_path_factory.mktemp("damaged") / "file"
    path.write_bytes(WHOLE[number][:at] + put + WHOLE[number][at + cut :])
    try:
        story = read_story(path)
    except NewsreadError as error:
        assert "\n" not in str(error)  # noqa: PT017 - either end is a good one
    else:
        assert "\x1b" not in json.dumps(to_dict(story), ensure_ascii=False)
