"""Work that threads do ahead of who asks for it; most of the aligner's time passes outside of Python."""

import os
from collections import deque
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Final

from newsread.waiting import waited_for

_THREADS: Final = 4


def ahead[Item, Made](
    work: Callable[[Item], Made], items: Sequence[Item], should_stop: Callable[[], bool] = lambda: False
) -> Generator[Made]:
    """What ``work`` makes of each item, in their order, each done by one of as many threads as there are processors.

    When the iterator is closed, what has not begun is left; a thread finishes the item it is at.

    Args:
        work: Safe to be called by several threads at once.
        items: What to do, the first first.
        should_stop: Asked several times a second by whoever waits.

    Raises:
        Cancelled: ``should_stop`` said so.
    """
    pool = ThreadPoolExecutor(min(_THREADS, os.cpu_count() or 1, max(1, len(items))), "aligner")
    try:
        begun = deque(pool.submit(work, item) for item in items)
        while begun:
            yield waited_for(begun.popleft(), should_stop)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
