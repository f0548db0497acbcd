"""``story.toml``: the articles of a folder, their order, and what their texts do not say themselves.

::

    title = "US and Japan step up defence ties"

    [[article]]
    file = "reuters.txt"          # required, a file of the same folder
    outlet = "Reuters"
    headline = "U.S., Japan ..."  # "" when the page has none
    date = 2017-08-17
    url = "https://..."
"""

import re
import tomllib
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, Final

from newsread.errors import ManifestInvalid
from newsread.facts import Facts
from newsread.text import one_line

MANIFEST_NAME: Final = "story.toml"
_KEYS: Final = {"file": str, "outlet": str, "headline": str, "date": date, "url": str}


@dataclass(frozen=True, slots=True)
class ManifestEntry(Facts):
    """What a ``story.toml`` states of one article.

    Attributes:
        file: Name of the file, in the folder of the ``story.toml``.
    """

    file: str = ""


@dataclass(frozen=True, slots=True)
class Manifest:
    """A whole ``story.toml``."""

    title: str
    entries: tuple[ManifestEntry, ...]


def read_manifest(path: Path) -> Manifest:
    """Read and check a ``story.toml``.

    Raises:
        ManifestInvalid: It can't be read; the message names the article and the key at fault.
    """
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except tomllib.TOMLDecodeError as error:
        raise _invalid(path, str(error)) from error
    except UnicodeDecodeError as error:
        raise _invalid(path, "not UTF-8") from error
    except OSError as error:
        raise _invalid(path, error.strerror or "unreadable") from error
    return Manifest(_title(path, table), _entries(path, table))


def _title(path: Path, table: dict[str, Any]) -> str:
    title = table.get("title", "")
    if not isinstance(title, str):
        raise _invalid(path, "title must be a text in quotes")
    return one_line(title)


def _entries(path: Path, table: dict[str, Any]) -> tuple[ManifestEntry, ...]:
    articles = table.get("article", [])
    if not isinstance(articles, list) or not articles:
        raise _invalid(path, "it names no article: each is a [[article]] table")
    entries = tuple(_entry(path, number, article) for number, article in enumerate(articles, 1))
    files = [entry.file for entry in entries]
    if twice := next((file for file in files if files.count(file) > 1), None):
        raise _invalid(path, f"{twice} is listed twice")
    return entries


def _entry(path: Path, number: int, article: object) -> ManifestEntry:
    if not isinstance(article, dict):
        raise _invalid(path, f"article {number} must be a [[article]] table")
    for key, value in article.items():
        if key not in _KEYS:
            raise _invalid(path, f"article {number}: unknown key {key!r}", f"known are {', '.join(_KEYS)}")
        if not isinstance(value, _KEYS[key]):
            wanted = "a date such as 2017-08-17" if key == "date" else "a text in quotes"
            raise _invalid(path, f"article {number}: {key} must be {wanted}")
    file = article.get("file", "")
    if not file or Path(file).is_absolute() or ".." in Path(file).parts or "\0" in file:
        raise _invalid(path, f"article {number}: file must name a file of this folder")
    published = article.get("date")
    return ManifestEntry(
        file=file,
        outlet=_line(article.get("outlet")),
        headline=_line(article.get("headline")),
        published=published.date() if isinstance(published, datetime) else published,
        url=_line(article.get("url")) or None,
    )


def _line(value: str | None) -> str | None:
    return None if value is None else one_line(value)


def _invalid(path: Path, what: str, hint: str = "") -> ManifestInvalid:
    what = re.sub(r"\s+", " ", what)
    return ManifestInvalid(f"{one_line(str(path))}: {what}", hint)
