"""What is too long for the screen goes through the reader's pager."""

import os
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from newsread_tui.console import emit, is_terminal

# Styles as they are (R), no pager for what fits (F), the text stays on the screen (X): what git gives less, too.
_LESS: Final = "FRX"


def show(text: str, *, paged: bool = True) -> None:
    """Write to standard output, through a pager if that is a terminal and the text has more lines than it."""
    command = _pager() if paged and is_terminal(sys.stdout) and _is_long(text) else []
    if not (command and _page(command, text)):
        emit(text)


def _is_long(text: str) -> bool:
    return text.count("\n") >= shutil.get_terminal_size().lines


def _pager() -> list[str]:
    """The pager's command: what PAGER says, else less; none for ``PAGER=`` and ``PAGER=cat``."""
    try:
        command = shlex.split(os.environ.get("PAGER", "less"))
    except ValueError:
        return []  # a quotation mark that is not closed
    return [] if command == ["cat"] else command


def _page(command: list[str], text: str) -> bool:
    """Whether the pager could be run."""
    environment = {"LESS": _LESS, **os.environ}
    try:
        with _uninterrupted():  # and communicate() does not mind a pager that is left before the end
            subprocess.run(command, input=text.encode("utf-8", "replace"), env=environment, check=False)
    except OSError:
        return False
    return True


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Ctrl-C belongs to the pager."""
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
