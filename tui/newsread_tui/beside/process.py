"""The reader's side of the analysing process."""

import contextlib
import subprocess
import sys
from collections.abc import Callable
from signal import Signals
from typing import IO

from newsread.analyses.plain import Plain, articles_to_plain, with_parts
from newsread.errors import AnalysisFailed, NewsreadError
from newsread.pipeline import Progress, Stage
from newsread.story import Story
from newsread_tui.beside.frames import read_frame, write_frame

_MODULE = "newsread_tui.beside.child"


class NoProcess(Exception):
    """No process can be started here, or newsread cannot be found by one."""


class AnalysisProcess:
    """A process for one analysis.

    Raises:
        NoProcess: It cannot be started.
    """

    def __init__(self) -> None:
        # -P: a file of the folder one happens to be in is no module. A session of its own: what keys send to the
        # programs of a terminal is not for it.
        command = [sys.executable, "-P", "-m", _MODULE]
        try:
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
            )
        except (OSError, ValueError) as error:
            raise NoProcess from error

    def analyse(self, story: Story, model: str | None, on_progress: Callable[[Progress], None], *, keep: bool) -> Story:
        """The story with all that can be found out about it.

        Args:
            story: Articles as they were read.
            model: Name of an installed spaCy pipeline; None for the default one.
            on_progress: Called from this thread.
            keep: Whether to look in the cache of analyses and to write to it.

        Raises:
            NoProcess: The process ended before it did anything.
            AnalysisFailed: It ended before it was done; one line says why.
            NewsreadError: The analysis raised it.
        """
        request = {"articles": articles_to_plain(story.articles), "model": model, "keep": keep}
        try:
            if self._read() is None and self._process.wait() >= 0:
                raise NoProcess
            with contextlib.suppress(BrokenPipeError):  # that it is gone is seen when nothing comes
                write_frame(self._pipe(self._process.stdin), request)
            while (message := self._read()) is not None:
                if "error" in message:
                    raise NewsreadError(str(message["error"]), str(message["hint"]))
                if "done" in message:
                    return with_parts(story, message["done"])
                story = with_parts(story, message.get("parts", {}))
                stage, done, total = message["step"]
                on_progress(Progress(Stage(stage), done, total, story))
            raise AnalysisFailed(self._ending(), "reading goes on without it")
        finally:
            self._bury()

    def _read(self) -> Plain | None:
        try:
            return read_frame(self._pipe(self._process.stdout))
        except (OSError, ValueError):
            return None

    @staticmethod
    def _pipe(stream: IO[bytes] | None) -> IO[bytes]:
        if stream is None:
            raise NoProcess
        return stream

    def _ending(self) -> str:
        status = self._process.wait()
        if status >= 0:
            return f"its process ended with status {status}"
        with contextlib.suppress(ValueError):
            name = Signals(-status).name
            return f"its process was killed ({name}{', perhaps for want of memory' if name == 'SIGKILL' else ''})"
        return f"its process was killed (signal {-status})"

    def _bury(self) -> None:
        # Leaving it closes the pipes, of which one may still hold words for a process that is gone, and waits.
        with contextlib.suppress(BrokenPipeError), self._process:
            self.kill()

    def kill(self) -> None:
        """End the process, wherever it is; may be called from any thread, and again."""
        self._process.kill()
