"""Waiting for what a thread makes, and meanwhile for the word to stop."""

from concurrent.futures import Future
from typing import Final

from newsread.errors import Cancelled
from newsread.progress import ShouldStop

_PATIENCE: Final = 0.05  # seconds between two looks whether to stop


def waited_for[Made](coming: Future[Made], should_stop: ShouldStop) -> Made:
    """What is being made, once it is there; what went wrong with it is raised here.

    Raises:
        Cancelled: The caller asked to stop before.
    """
    while not should_stop():
        try:
            return coming.result(timeout=_PATIENCE)
        except TimeoutError:
            if coming.done():
                raise  # of the work itself
    raise Cancelled
