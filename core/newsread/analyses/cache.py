"""Analyses that are kept on disk, so that a story that was opened before is compared at once.

One file for each: a line that says what it is and what is in it, then JSON, compressed. It appears whole or not at all,
so two programs may write the same at once; what is cut short, altered or from elsewhere is as if it were not there.
The folder keeps to a size: what has not been used for longest goes first.
"""

import contextlib
import hashlib
import json
import os
import time
import zlib
from itertools import accumulate
from pathlib import Path
from typing import Final

from newsread.analyses.plain import Plain, Unfitting
from newsread.cache_files import UNFINISHED, CacheFile, Kept, cache_files, remove, write_whole

MOST_BYTES: Final = 64 * 1024 * 1024
"""What all kept analyses together may take: about a thousand stories of five outlets, or thirty of fifty."""

_KIND: Final = b"newsread analysis"
_SUFFIX: Final = ".analysis"
_ABANDONED: Final = 3600.0  # seconds after which a file that was never finished has no writer any more
_LONGEST: Final = 512 * 1024 * 1024  # characters of JSON: a bound on what a damaged file can make of memory


class AnalysisCache:
    """The folder of kept analyses. What is wrong with it is never a reason not to analyse.

    Args:
        folder: Where; by default ``newsread/analyses`` in the user's cache directory (XDG_CACHE_HOME).
        most: What all of them may take, in bytes.
    """

    def __init__(self, folder: Path | None = None, most: int = MOST_BYTES) -> None:
        self.folder = folder or _usual_folder()
        self._most = most

    def find(self, key: str) -> Plain | None:
        """What is kept under a key; None if nothing is, or nothing whole."""
        path = self._path(key)
        try:
            plain = _unpacked(path.read_bytes(), key)
        except (OSError, ValueError, zlib.error, RecursionError, MemoryError):
            return None
        with contextlib.suppress(OSError):
            os.utime(path)  # used now: others go before it
        return plain

    def keep(self, key: str, plain: Plain) -> None:
        """Keep something under a key. A full or read-only disk keeps nothing and does no harm."""
        data = _packed(plain, key)
        if len(data) > self._most:
            return
        with contextlib.suppress(OSError):
            write_whole(self._path(key), data)
            self._prune()

    def kept(self) -> Kept:
        """How much there is."""
        files = self._entries()
        return Kept(len(files), sum(file.size for file in files))

    def clear(self) -> None:
        """Remove everything, as far as that can be done."""
        remove(file.path for file in [*self._entries(), *self._unfinished()])

    def _path(self, key: str) -> Path:
        return self.folder / f"{key[:32]}{_SUFFIX}"

    def _prune(self) -> None:
        latest_first = sorted(self._entries(), reverse=True)
        sizes = accumulate(file.size for file in latest_first)
        remove(file.path for file, size in zip(latest_first, sizes, strict=True) if size > self._most)
        remove(file.path for file in self._unfinished() if file.used < time.time() - _ABANDONED)

    def _entries(self) -> list[CacheFile]:
        return cache_files(self.folder, f"*{_SUFFIX}")

    def _unfinished(self) -> list[CacheFile]:
        return cache_files(self.folder, f"{UNFINISHED}*")


def _packed(plain: Plain, key: str) -> bytes:
    text = json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
    body = zlib.compress(text.encode("utf-8", "surrogatepass"))
    return b"%s %s %s\n%s" % (_KIND, key.encode(), hashlib.sha256(body).hexdigest().encode(), body)


def _unpacked(data: bytes, key: str) -> Plain:
    head, _, body = data.partition(b"\n")
    if head != b"%s %s %s" % (_KIND, key.encode(), hashlib.sha256(body).hexdigest().encode()):
        raise Unfitting("damaged, or something else")
    unpacking = zlib.decompressobj()
    text = unpacking.decompress(body, _LONGEST)
    if not unpacking.eof:
        raise Unfitting("too long")
    return json.loads(text.decode("utf-8", "surrogatepass"))


def _usual_folder() -> Path:
    from platformdirs import user_cache_path

    return user_cache_path("newsread") / "analyses"
