"""``story.toml``: the articles of a folder, their order, and what their texts do not say themselves.

``docs/story-toml.md`` describes it for those who write one; :mod:`newsread.saving` writes it.
"""

import re
import tomllib
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Final

from newsread.errors import ManifestInvalid
from newsread.model import SentenceKind
from newsread.reading.facts import Facts
from newsread.text import one_line

MANIFEST_NAME: Final = "story.toml"
_KEYS: Final[dict[str, type]] = {
    "file": str, "outlet": str, "headline": str, "date": date, "url": str, "author": str, "language": str,
    "fetched": datetime, "from": str, "also_in": list, "notes": list, "kinds": list,
}  # fmt: skip
_WANTED: Final = {
    str: "a text in quotes", date: "a date such as 2017-08-17", datetime: "a moment such as 2017-08-17T09:30:00Z",
    list: 'a list of texts such as ["a", "b"]',
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ManifestEntry(Facts):
    """What a ``story.toml`` states of one article.

    Attributes:
        file: Name of the file, in the folder of the ``story.toml``.
        also_in: Where else the same text is.
        notes: What is to be known of the text, one line each.
        kinds: What each paragraph of the file is; empty where the text is to tell that itself.
    """

    file: str = ""
    also_in: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    kinds: tuple[SentenceKind, ...] = ()


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
        source = path.read_text(encoding="utf-8-sig")
        return _Reader(path, source).manifest(tomllib.loads(source))
    except tomllib.TOMLDecodeError as error:
        raise ManifestInvalid(f"{one_line(str(path))}: {one_line(str(error))}") from error
    except RecursionError as error:
        raise ManifestInvalid(f"{one_line(str(path))}: lists in lists, too many of them") from error
    except UnicodeDecodeError as error:
        raise ManifestInvalid(f"{one_line(str(path))}: not UTF-8") from error
    except OSError as error:
        raise ManifestInvalid(f"{one_line(str(path))}: {error.strerror or 'unreadable'}") from error


class _Reader:
    """Checks one file; what is wrong is told with its line."""

    def __init__(self, path: Path, source: str) -> None:
        self._path = path
        self._lines = source.splitlines()

    def manifest(self, table: dict[str, Any]) -> Manifest:
        title = table.get("title", "")
        if not isinstance(title, str):
            raise self._invalid("title must be a text in quotes", key="title")
        articles = table.get("article", [])
        if not isinstance(articles, list) or not articles:
            raise self._invalid("it names no article: each is a [[article]] table")
        entries = tuple(self._entry(number, article) for number, article in enumerate(articles, 1))
        files = [entry.file for entry in entries]
        for number, file in enumerate(files, 1):
            if files.index(file) < number - 1:
                raise self._invalid(f"{file} is listed twice", number, "file")
        return Manifest(one_line(title), entries)

    def _entry(self, number: int, article: object) -> ManifestEntry:
        if not isinstance(article, dict):
            raise self._invalid(f"article {number} must be a [[article]] table")
        for key, value in article.items():
            self._check(number, key, value)
        file = article.get("file", "")
        if not file or Path(file).is_absolute() or ".." in Path(file).parts or "\0" in file:
            raise self._invalid(f"article {number}: file must name a file of this folder", number, "file")
        written = article.get("date")
        moment = written if isinstance(written, datetime) else None
        fetched = article.get("fetched")
        return ManifestEntry(
            file=file,
            outlet=_line(article.get("outlet")),
            headline=_line(article.get("headline")),
            published=moment.date() if moment else written,
            published_at=moment if moment and moment.tzinfo else None,
            url=_line(article.get("url")) or None,
            author=_line(article.get("author")) or None,
            language=article.get("language") or None,
            fetched=fetched.replace(tzinfo=UTC) if fetched and fetched.tzinfo is None else fetched,
            also_in=tuple(one_line(place) for place in article.get("also_in", [])),
            notes=tuple(one_line(note) for note in article.get("notes", [])),
            kinds=tuple(SentenceKind(kind) for kind in article.get("kinds", [])),
        )

    def _check_kinds(self, number: int, kinds: Any) -> None:
        for strange in (kind for kind in kinds if kind not in SentenceKind):
            known = f"known are {', '.join(SentenceKind)}"
            raise self._invalid(f"article {number}: no paragraph is a {strange!r}", number, "kinds", known)

    def _check(self, number: int, key: str, value: object) -> None:
        where = f"article {number}: "
        if key not in _KEYS:
            raise self._invalid(f"{where}unknown key {key!r}", number, key, f"known are {', '.join(_KEYS)}")
        if not isinstance(value, _KEYS[key]):
            raise self._invalid(f"{where}{key} must be {_WANTED[_KEYS[key]]}", number, key)
        if isinstance(value, list) and not all(isinstance(each, str) for each in value):
            raise self._invalid(f"{where}{key} must be {_WANTED[list]}", number, key)
        if key == "kinds":
            self._check_kinds(number, value)
        if key == "language" and not re.fullmatch("[a-z]{2}", str(value)):
            raise self._invalid(f"{where}language must be a code such as en", number, key)

    def _invalid(self, what: str, article: int = 0, key: str = "", hint: str = "") -> ManifestInvalid:
        line = self._line_of(article, key) if key else 0
        place = f", line {line}" if line else ""
        return ManifestInvalid(f"{one_line(str(self._path))}{place}: {one_line(what)}", one_line(hint))

    def _line_of(self, article: int, key: str) -> int:
        """The line of an article's key, else that of the article; 0 when the file is written in another way."""
        seen = begun = 0
        for number, line in enumerate(self._lines, 1):
            if re.match(r"\s*\[\[\s*article\s*\]\]", line):
                seen += 1
                begun = number if seen == article else begun
            elif seen == article and re.match(rf"\s*[\"']?{re.escape(key)}[\"']?\s*=", line):
                return number
        return begun


def _line(value: str | None) -> str | None:
    return None if value is None else one_line(value)
