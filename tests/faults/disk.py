"""A disk that is full: a small one, mounted where only this process and its children see it.

``python disk.py FOLDER`` ends with an error where this system does not let its users do so.
"""

import ctypes
import errno
import os
import sys
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Final

SIZE: Final = 256 * 1024  # bytes
FILES: Final = 64
_PRIVATE: Final = 0x4000 | 1 << 18  # MS_REC and MS_PRIVATE of Linux: nothing that is mounted here is seen elsewhere
_FILL: Final = ".filling-"


def mounted(folder: Path) -> None:
    """Mount an empty disk of a few files and bytes on a folder, for this process and its children alone.

    Raises:
        OSError: This system does not let its users do so.
    """
    user, group = os.geteuid(), os.getegid()
    if user == 0:
        os.unshare(os.CLONE_NEWNS)
    else:
        os.unshare(os.CLONE_NEWUSER | os.CLONE_NEWNS)
        for name, text in (("setgroups", "deny"), ("uid_map", f"0 {user} 1"), ("gid_map", f"0 {group} 1")):
            Path("/proc/self", name).write_text(text, encoding="ascii")
    _mount(None, Path("/"), None, _PRIVATE, None)
    _mount("none", folder, "tmpfs", 0, f"size={SIZE},nr_inodes={FILES}")


def _mount(source: str | None, target: Path, kind: str | None, flags: int, options: str | None) -> None:
    words = [None if word is None else word.encode() for word in (source, os.fspath(target), kind, options)]
    library = ctypes.CDLL(None, use_errno=True)
    if library.mount(words[0], words[1], words[2], ctypes.c_ulong(flags), words[3]):
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()), os.fspath(target))


def without_bytes(folder: Path) -> None:
    """Write until not one byte more can be written; files can still be made."""
    with (folder / f"{_FILL}0").open("ab", buffering=0) as file:
        _until_full(lambda: file.write(b"x" * 4096))


def without_files(folder: Path) -> None:
    """Make files until no more can be made; those that are there can still grow."""
    numbers = count(1)
    _until_full(lambda: (folder / f"{_FILL}{next(numbers)}").touch(exist_ok=False))


def emptied(folder: Path) -> None:
    """Remove what filled the disk."""
    for path in folder.glob(f"{_FILL}*"):
        path.unlink()


def _until_full(act: Callable[[], object]) -> None:
    try:
        while True:
            act()
    except OSError as error:
        if error.errno != errno.ENOSPC:
            raise


if __name__ == "__main__":
    mounted(Path(sys.argv[1]))
