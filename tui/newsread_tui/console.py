"""Standard output and error as commands use them: text, terminals, pagers."""

import os
import sys
from typing import TextIO

from newsread.errors import OutputFailed


def is_terminal(stream: TextIO) -> bool:
    """Whether a stream is a terminal that can move its cursor and style text."""
    return stream.isatty() and os.environ.get("TERM", "dumb") != "dumb"


def emit(text: str) -> None:
    """Write to standard output: UTF-8 into a file or pipe whatever the locale, and what a terminal can show.

    Raises:
        OutputFailed: The disk is full, or the like.
    """
    # File names that are not UTF-8 are written back as the bytes they are.
    data = text.encode("utf-8", "surrogateescape")
    if sys.stdout.isatty():
        data = data.decode("utf-8", "replace").encode(sys.stdout.encoding, "replace")
    try:
        sys.stdout.buffer.write(data)
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        raise OutputFailed(f"the output could not be written: {error.strerror}") from error
