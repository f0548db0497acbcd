"""Noticing that the terminal is gone.

A lost connection sends SIGHUP, but only to the terminal's own session: a reader started apart from it (by another
program, under ``setsid``) would live on without a reader, reading the end of its input over and over.
"""

import select
import threading
from collections.abc import Callable


def watch_terminal(descriptor: int, gone: Callable[[], object]) -> None:
    """Call ``gone``, from another thread, once the terminal behind an open file has hung up.

    The thread sleeps until then and does not keep the program alive. Where a terminal can't be waited for in this way,
    as on some versions of macOS, ``gone`` is never called.
    """
    poll = select.poll()
    poll.register(descriptor, 0)  # no events asked for: hanging up is reported all the same

    def wait() -> None:
        events = [event for _, event in poll.poll()]
        if any(event & select.POLLHUP for event in events):
            gone()

    threading.Thread(target=wait, name="hangup", daemon=True).start()
