"""Files of a cache: written whole or not at all, counted, and removed beside other programs that do the same."""

import contextlib
import os
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Final

UNFINISHED: Final = ".new-"
"""How the name of a file begins that is not finished yet."""


@dataclass(frozen=True, slots=True)
class Kept:
    """What a cache holds.

    Attributes:
        files: How many entries.
        size: Bytes of all.
    """

    files: int
    size: int


@dataclass(frozen=True, slots=True, order=True)
class CacheFile:
    """A file of a cache.

    Attributes:
        used: When it was last used, in seconds of the epoch.
        size: In bytes.
        path: Where it is.
    """

    used: float
    size: int
    path: Path


def cache_files(folder: Path, pattern: str) -> list[CacheFile]:
    """The files of a folder whose names fit; what another program removes meanwhile is left out."""
    found = []
    for path in folder.glob(pattern):
        with contextlib.suppress(OSError):
            told = path.stat()
            found.append(CacheFile(told.st_mtime, told.st_size, path))
    return found


def remove(paths: Iterable[Path]) -> None:
    """Remove files, as far as that can be done."""
    for path in paths:
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)


def write_whole(path: Path, data: bytes) -> None:
    """Write a file whole or not at all; its folder is made if need be, for this user alone.

    Raises:
        OSError: It cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    import tempfile  # longer in loading than what was kept is in reading

    handle, name = tempfile.mkstemp(dir=path.parent, prefix=UNFINISHED)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        Path(name).replace(path)
    except BaseException:
        remove([Path(name)])
        raise
