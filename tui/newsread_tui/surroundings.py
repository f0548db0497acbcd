"""What newsread needs to be there before it begins, and the last words when the system fails it."""

import os
import sys
from typing import Final

from newsread.errors import NewsreadError

_STREAMS: Final = ("stdin", "stdout", "stderr")
_LONGEST: Final = 200


def complete_surroundings() -> None:
    """Stand in for what a program may expect but was not given: open standard streams, and a home folder."""
    for number, name in enumerate(_STREAMS):
        if getattr(sys, name) is None:
            _stand_in(number, name)
    if os.path.expanduser("~") == "~":  # noqa: PTH111 - Path.home() raises where this tells
        # Nothing can be written there, and whoever tries says so.
        os.environ["HOME"] = os.devnull


def _stand_in(number: int, name: str) -> None:
    """Open a stream that was closed, lest the next file that is opened be taken for it.

    Nothing is to be read from standard input, and what is written to standard output fails: it would be lost.
    """
    descriptor = os.open(os.devnull, os.O_WRONLY if name == "stderr" else os.O_RDONLY)
    if descriptor != number:
        os.dup2(descriptor, number)
        os.close(descriptor)
    os.set_inheritable(number, True)
    mode = "r" if name == "stdin" else "w"
    stream = open(number, mode, encoding="utf-8", errors="replace", closefd=False)  # noqa: SIM115 - never closed
    setattr(sys, name, stream)
    setattr(sys, f"__{name}__", stream)


def system_failure(error: MemoryError | ImportError) -> NewsreadError:
    """What to say when the memory is used up, or a library that is installed cannot be loaded."""
    if isinstance(error, MemoryError) or _for_want_of_memory(error):
        return NewsreadError("there is too little memory", "open fewer or shorter articles, or allow newsread more")
    from newsread.text import one_line

    reason = one_line(str(_origin(error)))[:_LONGEST]
    return NewsreadError(f"a part of newsread cannot be loaded: {reason}", "install newsread again; newsread doctor")


def _for_want_of_memory(error: BaseException) -> bool:
    """Whether a library could not be loaded because there is no room for it: so the loader of Linux words it."""
    told = f"{error} {_origin(error)}"
    return "failed to map segment" in told or "allocate memory" in told


def _origin(error: BaseException) -> BaseException:
    """The error that others only passed on."""
    while (before := error.__cause__ or error.__context__) is not None:
        error = before
    return error
