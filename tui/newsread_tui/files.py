"""Files that appear whole or not at all, and never over another unasked."""

import contextlib
import os
import stat
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from newsread.errors import OutputFailed
from newsread.text import one_line


def replace_file(path: Path, text: str) -> None:
    """Write ``text`` to a file of the user's own, in the place of what was there; its folder is made if need be.

    Raises:
        OutputFailed: There is no permission, or no room.
    """
    with _told(path):
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        replaced(path, text.encode("utf-8", "replace"), mode=0o600)


def new_file(paths: Iterable[Path], text: str) -> Path:
    """Write ``text`` to the first of some files that is not there yet, and say which.

    Raises:
        OutputFailed: All of them are there, or there is no permission, or no room.
    """
    path = Path()
    for path in paths:
        with _told(path), contextlib.suppress(FileExistsError):
            _created(path, text.encode("utf-8", "replace"))
            return path
    raise OutputFailed(f"{one_line(str(path))}: there are too many of these files already")


def _created(target: Path, data: bytes) -> None:
    """Write a file beside ``target``, then give it that name, which must not be taken.

    Raises:
        FileExistsError: It is.
        OSError: It cannot be written.
    """
    if target.exists():
        raise FileExistsError
    with _beside(target, data, 0o666 & ~_umask()) as written:
        try:
            target.hardlink_to(written)  # unlike renaming, this never replaces
        except FileExistsError:
            raise
        except OSError:  # there are file systems without second names
            written.rename(target)


def replaced(target: Path, data: bytes, mode: int | None = None) -> None:
    """Write a file beside ``target``, then put it in its place, with the same permissions or those of ``mode``.

    Raises:
        OSError: It cannot be written.
    """
    if mode is None:
        mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else 0o666 & ~_umask()
    with _beside(target, data, mode) as written:
        written.replace(target)


@contextlib.contextmanager
def _beside(target: Path, data: bytes, mode: int) -> Iterator[Path]:
    """A whole file in the folder of ``target``, under another name for as long as this lasts."""
    descriptor, name = tempfile.mkstemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(descriptor)
        Path(name).chmod(mode)
        yield Path(name)
    finally:
        # Renamed it is no longer there; an interrupted program leaves nothing behind either.
        Path(name).unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


@contextlib.contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except FileExistsError:
        raise
    except OSError as error:
        raise OutputFailed(f"{one_line(str(path))}: {error.strerror or error}") from error
