"""JSON and JSON lines as scrapers write them: trafilatura, newspaper, news-please, GDELT and their kin."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, Final

from newsread.errors import SourceNotText
from newsread.reading import outlets
from newsread.reading.decode import decode
from newsread.reading.facts import dated, stated, web_address
from newsread.reading.forms import Form, form_of
from newsread.reading.unpack import taken_out
from newsread.sources import RawDocument

_TEXT: Final = ("text", "maintext", "article_text", "articlebody", "article_body", "fulltext", "full_text", "body",
                "content", "cleaned_text", "raw_text", "story", "article", "html", "raw_html")  # fmt: skip
_TITLE: Final = ("title", "headline", "article_title", "name")
_OUTLET: Final = ("sitename", "site_name", "outlet", "publication", "publisher", "source", "source_name",
                  "source_domain", "sourcecommonname", "domain", "hostname", "host", "site")  # fmt: skip
_URL: Final = ("url", "link", "source_url", "original_url", "documentidentifier", "canonical_url", "canonical_link")
_DATE: Final = ("date", "published", "publish_date", "date_publish", "published_at", "publishedat", "pubdate",
                "datepublished", "publication_date", "seendate", "timestamp", "created")  # fmt: skip
_AUTHOR: Final = ("author", "authors", "byline", "creator")
_LISTS: Final = ("articles", "items", "results", "data", "documents", "entries", "docs", "stories", "records", "hits")
_MOST: Final = 5000
_FEW: Final = 8

type Record = Mapping[str, Any]


def scraped(document: RawDocument) -> Iterator[RawDocument]:
    """The articles in JSON or JSON lines."""
    decoded = decode(document.data, document.name)
    values = list(_values(decoded.text))
    if not values:
        raise SourceNotText(f"{document.name}: this is JSON, but it cannot be read", _fault(decoded.text))
    for number, record in enumerate(found := list(_records(values)), 1):
        made = _document(record, document)
        yield made if len(found) == 1 else replace(made, path=f"{document.path}#{number}")


def _values(text: str) -> Iterator[object]:
    try:
        yield json.loads(text)
    except (ValueError, RecursionError):
        for line in text.splitlines()[:_MOST]:
            try:
                yield json.loads(line)
            except (ValueError, RecursionError):
                continue


def _fault(text: str) -> str:
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        return f"line {error.lineno}: {error.msg}"
    except (ValueError, RecursionError):
        return "it is nested too deep"
    return ""


def _records(values: list[object]) -> Iterator[Record]:
    """The records with a text, wherever the file keeps them."""
    waiting = list(reversed(values))
    seen = 0
    while waiting and seen < _MOST:
        value = waiting.pop()
        seen += 1
        if isinstance(value, list):
            waiting += reversed(value)
        elif isinstance(value, dict):
            record = {str(key).lower(): each for key, each in value.items()}
            if _text(record):
                yield record
            else:
                inner = [record[key] for key in (*_LISTS, "_source", "article", "_id") if key in record]
                waiting += reversed([each for each in inner if isinstance(each, (list, dict))])


def _text(record: Record) -> str:
    """The longest of the fields that texts are kept in: some records carry a summary under another's name."""
    texts = [record[key] for key in _TEXT if isinstance(record.get(key), str)]
    return max((text for text in texts if len(text.split()) >= _FEW), key=len, default="")


def _document(record: Record, document: RawDocument) -> RawDocument:
    text = _text(record)
    outlet = _first(record, _OUTLET)
    facts = {
        "headline": _first(record, _TITLE),
        "outlet": outlets.normalised(outlet) if outlet else None,
        "url": next((url for key in _URL if (url := web_address(record.get(key)))), None),
        "author": _authors(record),
        "language": code[0].lower()
        if (code := re.match(r"[A-Za-z]{2}(?![A-Za-z])", str(record.get("language") or record.get("lang") or "")))
        else None,
        **next((found for key in _DATE if (found := dated(_written(record.get(key))))), {}),
    }
    if facts["outlet"] is None and facts["url"]:
        facts["outlet"] = outlets.outlet_in_url(str(facts["url"]))
    made = taken_out(document, text, **facts)
    # A record may hold the page itself.
    return replace(made, bare=form_of(made.data) is not Form.HTML)


def _first(record: Record, keys: tuple[str, ...]) -> str | None:
    for key in keys:
        value = record.get(key)
        if isinstance(value, dict):
            value = value.get("name") or value.get("title")
        if line := stated(value):
            return line
    return None


def _authors(record: Record) -> str | None:
    for key in _AUTHOR:
        value = record.get(key)
        names = value if isinstance(value, list) else [value]
        lines = [line for each in names if (line := stated(each.get("name") if isinstance(each, dict) else each))]
        if lines:
            return ", ".join(dict.fromkeys(lines[:12]))
    return None


def _written(value: object) -> object:
    """A date in words; digits alone are a stamp ("20240514T093000Z") or seconds since 1970."""
    if isinstance(value, (int, float)) and 10**8 < value < 10**13:
        from datetime import UTC, datetime

        return datetime.fromtimestamp(value / (1000 if value > 10**11 else 1), UTC).isoformat()
    return value
