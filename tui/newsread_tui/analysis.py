"""Runs the analysis beside the screen: in a process of its own, or where there can be none in a thread."""

import os
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from threading import Event
from typing import TYPE_CHECKING, Final

from newsread.care import Care
from newsread.errors import Cancelled, NewsreadError
from newsread.progress import OnProgress, Progress
from newsread.story import Story
from newsread_tui.beside.process import AnalysisProcess, NoProcess

if TYPE_CHECKING:
    from subprocess import Popen

    from newsread.analyses.cache import AnalysisCache

_TURN: Final = 0.0005
"""Seconds a thread may go on while another wants to."""

type Analyse = Callable[..., Story]
"""A function with the arguments of :func:`newsread.pipeline.analyse`."""


class Analyst:
    """Does the language work of one run of the reader.

    A thread waits for the process, or does the work where there is none. The event loop's own threads are joined when
    the loop closes, and a language model that is being loaded cannot be interrupted; so this thread is its own, and
    :meth:`leave` ends the program over its head if it must.

    Args:
        model: Name of an installed spaCy pipeline; None for the default one.
        run: Does the work, in the thread; None for the analysis itself, in a process.
        care: How much is done to find what says the same thing.
        keep: Whether to use the cache of analyses.
    """

    def __init__(
        self,
        model: str | None = None,
        run: Analyse | None = None,
        *,
        care: Care = Care.QUICK_FIRST,
        keep: bool = True,
    ) -> None:
        self._model = model
        self._care = care
        self._run = run
        self._keep = keep
        self._threads = ThreadPoolExecutor(max_workers=1, thread_name_prefix="analysis")
        self._stop = Event()
        self._busy = False
        self._process: AnalysisProcess | None = None
        self._begun: tuple[Story, Future[Story]] | None = None
        self._last: Progress | None = None
        self._on_progress: OnProgress | None = None

    def open(
        self, sources: Sequence[str], *, copies: bool = False, started: "Popen[bytes] | None" = None
    ) -> "Callable[[], Story | None]":
        """Begin to read files and folders, and then to analyse them, in the process.

        To read takes as long as to import Textual, so the one is done beside the other.

        Args:
            sources: Files and folders.
            copies: Whether copies of one text stay apart.
            started: The process, if it has been started already.

        Returns:
            A function that waits for the story; None if it has to be read here, which then also tells what is wrong.
        """
        try:
            self._process = process = AnalysisProcess(started)
        except NoProcess:
            return lambda: None
        reading = self._threads.submit(process.open, sources, self._model, self._care, copies=copies, keep=self._keep)

        def opened() -> Story | None:
            try:
                story = reading.result()
            except (NoProcess, ValueError, KeyError, TypeError):
                return None
            self._begun = story, self._threads.submit(self._busily, lambda: process.follow(story, self._report))
            return story

        return opened

    def begin(self, story: Story) -> None:
        """Begin before there is a screen, if it is not begun; :meth:`analyse` then finds the work under way."""
        # A threshold or corrections of the reader's own make another story, but no other analysis.
        if self._begun and self._begun[0].articles is story.articles:
            return
        self._last = None
        self._begun = story, self._threads.submit(self._busily, lambda: self._kept(story) or self._found(story))

    async def analyse(self, story: Story, on_progress: OnProgress) -> Story:
        """The story with all that can be found out about it; ``on_progress`` is called from the thread."""
        import asyncio

        self._on_progress = on_progress
        self.begin(story)
        if self._last:
            on_progress(self._last)
        assert self._begun  # noqa: S101 - just now
        return await asyncio.wrap_future(self._begun[1])

    def _report(self, progress: Progress) -> None:
        self._last = progress
        if self._on_progress:
            self._on_progress(progress)

    def _busily(self, work: Callable[[], Story]) -> Story:
        self._busy = True
        # The screen gets its turn ten times as often as by default: a key should not wait for a sentence to be tagged.
        sys.setswitchinterval(_TURN)
        try:
            return work()
        except (NewsreadError, NoProcess, OSError, ValueError):
            # What goes wrong once the process has been killed goes wrong because of that.
            if self._stop.is_set():
                raise Cancelled from None
            raise
        finally:
            self._busy = False

    def _kept(self, story: Story) -> Story | None:
        """What was found out before; looked for here, since no process starts as fast."""
        cache = self._cache()
        if cache is None or self._run:
            return None
        from newsread.analyses.kept import kept_analysis

        return kept_analysis(story, self._model, self._care, cache)

    def _cache(self) -> "AnalysisCache | None":
        from newsread.analyses.cache import AnalysisCache

        return AnalysisCache() if self._keep else None

    def _found(self, story: Story) -> Story:
        if self._run:
            return self._here(story, self._run)
        try:
            self._process = AnalysisProcess()
            if self._stop.is_set():
                self._process.kill()
            return self._process.analyse(story, self._model, self._care, self._report, keep=self._keep)
        except NoProcess:
            from newsread.pipeline import analyse

            return self._here(story, analyse, care=self._care, cache=self._cache())

    def _here(self, story: Story, run: Analyse, **options: object) -> Story:
        stopped = self._stop.is_set
        return run(story, model=self._model, on_progress=self._report, should_stop=stopped, **options)

    def stop(self) -> None:
        """Stop the work: a process at once, a thread when it next looks."""
        self._stop.set()
        if self._process:
            self._process.kill()
        self._threads.shutdown(wait=False, cancel_futures=True)

    def leave(self, code: int) -> None:
        """Stop, and if the thread is still in the middle of something end the program with ``code`` at once."""
        self.stop()
        if self._busy:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(code)
