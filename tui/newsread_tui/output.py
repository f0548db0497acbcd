"""Files that commands write: whole or not at all, and never over what they were made from."""

import stat
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from newsread.errors import OutputFailed
from newsread.text import one_line
from newsread_tui.console import emit
from newsread_tui.files import replaced

STANDARD_OUTPUT: Final = "-"


def write(path: str, text: str) -> None:
    """Write ``text`` to a file, or to standard output for ``-``.

    The file appears under its name when it is complete; until then what was there stays. Pipes and devices are written
    to as they are.

    Raises:
        OutputFailed: There is no such folder, no permission, no room.
    """
    if path == STANDARD_OUTPUT:
        emit(text)
        return
    data = text.encode("utf-8", "surrogateescape")
    try:
        # A link keeps leading where it led: what it leads to is replaced.
        target = Path(path).resolve()
        if target.exists() and not stat.S_ISREG(target.stat().st_mode):
            target.write_bytes(data)
        else:
            replaced(target, data)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise OutputFailed(f"{one_line(path)}: {reason}") from error


def refuse_source(path: str, sources: Iterable[str]) -> None:
    """Stop before a file that is one of ``sources`` is written over.

    Raises:
        OutputFailed: ``path`` is one of them.
    """
    if path == STANDARD_OUTPUT:
        return
    for source in sources:
        try:
            same = Path(path).samefile(source)
        except (OSError, ValueError):
            continue  # one of the two is no file yet, or none at all
        if same:
            raise OutputFailed(f"{one_line(path)} is one of the sources", "name another file to write")
