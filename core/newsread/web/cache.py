"""Pages that have been fetched, kept on disk with what their servers said of their age.

Each page is two files: its bytes as they came, and a small JSON file beside them that a person can read.
"""

import hashlib
import json
import os
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

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
        self._folder = folder or _usual_folder()

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
                encoding=told.get("encoding"),
                fetched=datetime.fromisoformat(told["fetched"]),
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
            self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
            _write(body, page.data)
            _write(note, json.dumps(told, ensure_ascii=False, indent=1).encode())
            self._prune()
        except OSError:
            return

    def _paths(self, url: str) -> tuple[Path, Path]:
        key = hashlib.sha256(url.partition("#")[0].encode("utf-8", "surrogatepass")).hexdigest()[:32]
        return self._folder / f"{key}.json", self._folder / f"{key}.page"

    def _prune(self) -> None:
        pages = sorted(self._folder.glob("*.page"), key=lambda path: path.stat().st_mtime)
        for page in pages[:-_MOST_PAGES]:
            page.unlink(missing_ok=True)
            page.with_suffix(".json").unlink(missing_ok=True)


def now() -> datetime:
    """This moment, to the second: more nobody needs to know."""
    return datetime.now(UTC).replace(microsecond=0)


def _usual_folder() -> Path:
    from platformdirs import user_cache_path

    return user_cache_path("newsread") / "pages"


def _write(path: Path, data: bytes) -> None:
    """Write a file whole or not at all."""
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".new-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).replace(path)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
