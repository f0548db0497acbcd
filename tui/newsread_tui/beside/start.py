"""Starting the process: first of all, so that it reads while this one imports."""

import os
import stat
import subprocess
import sys
from collections.abc import Sequence

MODULE = "newsread_tui.beside.child"


def start() -> "subprocess.Popen[bytes]":
    """A process that waits for its request.

    Raises:
        OSError: There can be none.
        ValueError: Nor here.
    """
    # -P: a file of the folder one happens to be in is no module. A session of its own: what keys send to the programs
    # of a terminal is not for it.
    command = [sys.executable, "-P", "-m", MODULE]
    pipe, nowhere = subprocess.PIPE, subprocess.DEVNULL
    return subprocess.Popen(command, stdin=pipe, stdout=pipe, stderr=nowhere, start_new_session=True)


def start_for(sources: Sequence[str]) -> "subprocess.Popen[bytes] | None":
    """A process to read these sources; None if they are not all files and folders, or there can be no process.

    What this program alone can read (standard input, a pipe of the shell's) or should tell about while it does (web
    addresses) is not for another one; what is not there ends in a line before anything else is begun.
    """
    try:
        return start() if sources and all(map(_is_here, sources)) else None
    except (OSError, ValueError):
        return None


def _is_here(source: str) -> bool:
    try:
        mode = os.stat(source).st_mode  # noqa: PTH116 - pathlib would have to be imported first
    except (OSError, ValueError):
        return False
    ours = os.path.abspath(source).startswith(("/dev/", "/proc/"))  # noqa: PTH100 - the same
    return (stat.S_ISREG(mode) or stat.S_ISDIR(mode)) and not ours
