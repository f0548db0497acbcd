"""Pages that have been fetched, kept on disk with what their servers said of their age.

Each page is two files: its bytes as they came, and a small JSON file beside them that a person can read.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from newsread.cache_files import UNFINISHED, Kept, cache_files, remove, write_whole
from newsread.web.options import Fetched

_MOST_PAGES: Final = 500


@dataclass(frozen=True, slots=True)
class CachedPage:
    """A page in the cache.

    Attributes:
        page: What was fetched.
        etag: The server's name for this version.
        modified: The server's date of it.
    """

    page: Fetched
    etag: str = ""
    modified: str = ""

    @property
    def validators(self) -> dict[str, str]:
        """Request headers that ask whether the page has changed."""
        named = {"If-None-Match": self.etag, "If-Modified-Since": self.modified}
        return {name: value for name, value in named.items() if value}


class PageCache:
    """The folder of fetched pages. What is wrong with it is never a reason not to read."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder or _usual_folder()

    def find(self, url: str) -> CachedPage | None:
        """The page last fetched from an address, if it is here and whole."""
        note, body = self._paths(url)
        try:
            told = json.loads(note.read_text(encoding="utf-8"))
            data = body.read_bytes()
            if hashlib.sha256(data).hexdigest() != told["sha256"]:
                return None
            page = Fetched(
                url=str(told["final_url"]),
                data=data,
                encoding=str(told.get("encoding") or "") or None,
                fetched=_moment(told["fetched"]),
                from_cache=True,
            )
            return CachedPage(page, str(told.get("etag") or ""), str(told.get("last_modified") or ""))
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            return None

    def keep(self, url: str, page: Fetched, headers: Mapping[str, str]) -> None:
        """Keep a page, unless its server asks not to."""
        if "no-store" in headers.get("cache-control", "").lower():
            return
        told: dict[str, Any] = {
            "url": url,
            "final_url": page.url,
            "fetched": page.fetched.isoformat(),
            "encoding": page.encoding,
            "etag": headers.get("etag", "")[:500],
            "last_modified": headers.get("last-modified", "")[:100],
            "sha256": hashlib.sha256(page.data).hexdigest(),
        }
        note, body = self._paths(url)
        try:
            write_whole(body, page.data)
            write_whole(note, json.dumps(told, ensure_ascii=False, indent=1).encode())
            self._prune()
        except OSError:
            return

    def kept(self) -> Kept:
        """How many pages there are, and how much they take."""
        files = cache_files(self.folder, "*")
        return Kept(sum(file.path.suffix == ".page" for file in files), sum(file.size for file in files))

    def clear(self) -> None:
        """Remove everything, as far as that can be done."""
        remove(file.path for file in [*cache_files(self.folder, "*"), *cache_files(self.folder, f"{UNFINISHED}*")])

    def _paths(self, url: str) -> tuple[Path, Path]:
        key = hashlib.sha256(url.partition("#")[0].encode("utf-8", "surrogatepass")).hexdigest()[:32]
        return self.folder / f"{key}.json", self.folder / f"{key}.page"

    def _prune(self) -> None:
        pages = [file.path for file in sorted(cache_files(self.folder, "*.page"))][:-_MOST_PAGES]
        remove([*pages, *(page.with_suffix(".json") for page in pages)])


def now() -> datetime:
    """This moment, to the second: more nobody needs to know."""
    return datetime.now(UTC).replace(microsecond=0)


def _moment(text: str) -> datetime:
    """The moment that a note tells, which is nothing without its time zone.

    Raises:
        ValueError: It tells none.
    """
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        raise ValueError("a moment of no time zone")
    return moment


def _usual_folder() -> Path:
    from platformdirs import user_cache_path

    return user_cache_path("newsread") / "pages"
