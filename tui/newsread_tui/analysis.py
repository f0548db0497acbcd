"""Runs the analysis beside the screen, in a thread that nobody has to wait for."""

import asyncio
import os
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Event
from typing import Final

from newsread.pipeline import Progress, analyse
from newsread.story import Story

_TURN: Final = 0.0005
"""Seconds a thread may go on while another wants to."""

type Analyse = Callable[..., Story]
"""A function with the arguments of :func:`newsread.pipeline.analyse`."""


class Analyst:
    """One thread for the language work of one run of the program.

    The event loop's own threads are joined when the loop closes, and a language model that is being loaded cannot be
    interrupted; so this thread is its own, and :meth:`leave` ends the process over its head if it must.
    """

    def __init__(self, model: str | None = None, run: Analyse = analyse) -> None:
        self._model = model
        self._run = run
        self._threads = ThreadPoolExecutor(max_workers=1, thread_name_prefix="analysis")
        self._stop = Event()
        self._busy = False

    async def analyse(self, story: Story, on_progress: Callable[[Progress], None]) -> Story:
        """The story with all that can be found out about it; ``on_progress`` is called from the thread."""
        work = partial(self._work, story, on_progress)
        return await asyncio.get_running_loop().run_in_executor(self._threads, work)

    def _work(self, story: Story, on_progress: Callable[[Progress], None]) -> Story:
        self._busy = True
        # The screen gets its turn ten times as often as by default: a key should not wait for a sentence to be tagged.
        sys.setswitchinterval(_TURN)
        try:
            return self._run(story, model=self._model, on_progress=on_progress, should_stop=self._stop.is_set)
        finally:
            self._busy = False

    def stop(self) -> None:
        """Ask the thread to stop; it does so when it next looks."""
        self._stop.set()
        self._threads.shutdown(wait=False, cancel_futures=True)

    def leave(self, code: int) -> None:
        """Stop, and if the thread is still in the middle of something end the process with ``code`` at once."""
        self.stop()
        if self._busy:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(code)
