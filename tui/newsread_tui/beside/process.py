"""The reader's side of the analysing process."""

import contextlib
from collections.abc import Sequence
from signal import Signals
from typing import IO, TYPE_CHECKING

from newsread.analyses.plain import Plain, Unfitting, articles_from_plain, articles_to_plain, with_parts
from newsread.care import Care
from newsread.errors import AnalysisFailed, NewsreadError
from newsread.progress import OnProgress, Progress, Stage
from newsread.story import Story
from newsread_tui.beside.frames import read_frame, write_frame
from newsread_tui.beside.start import start

if TYPE_CHECKING:
    from subprocess import Popen


class NoProcess(Exception):
    """No process can be started here, or newsread cannot be found by one."""


class AnalysisProcess:
    """A process for one analysis.

    Args:
        started: The process, if it has been started already.

    Raises:
        NoProcess: It cannot be started.
    """

    def __init__(self, started: "Popen[bytes] | None" = None) -> None:
        try:
            self._process = started or start()
        except (OSError, ValueError) as error:
            raise NoProcess from error

    def open(self, sources: Sequence[str], model: str | None, care: Care, *, copies: bool, keep: bool) -> Story:
        """The story of files and folders, read; :meth:`follow` then tells of its analysis, which goes on meanwhile.

        Args:
            sources: Files and folders.
            model: Name of an installed spaCy pipeline; None for the default one.
            care: How much is done to find what says the same thing.
            copies: Whether copies of one text stay apart.
            keep: Whether to use the cache of analyses.

        Raises:
            NoProcess: It did not work; whoever reads the sources here learns why.
        """
        self._ask({"sources": list(sources), "copies": copies}, model, care, keep=keep)
        message = self._read()
        if message is None or "read" not in message:
            self._bury()
            raise NoProcess
        told = message["read"]
        return Story(articles_from_plain(told["articles"]), told["title"], warnings=tuple(told["warnings"]))

    def analyse(self, story: Story, model: str | None, care: Care, on_progress: OnProgress, *, keep: bool) -> Story:
        """The story with all that can be found out about it.

        Args:
            story: Articles as they were read.
            model: Name of an installed spaCy pipeline; None for the default one.
            care: How much is done to find what says the same thing.
            on_progress: Called from this thread.
            keep: Whether to use the cache of analyses.

        Raises:
            NoProcess: The process ended before it did anything.
            AnalysisFailed: It ended before it was done; one line says why.
            NewsreadError: The analysis raised it.
        """
        self._ask({"articles": articles_to_plain(story.articles)}, model, care, keep=keep)
        return self.follow(story, on_progress)

    def _ask(self, what: dict[str, Plain], model: str | None, care: Care, *, keep: bool) -> None:
        request = what | {"model": model, "care": care.value, "keep": keep}
        if self._read() is None and self._process.wait() >= 0:
            self._bury()
            raise NoProcess
        with contextlib.suppress(BrokenPipeError):  # that it is gone is seen when nothing comes
            write_frame(self._pipe(self._process.stdin), request)

    def follow(self, story: Story, on_progress: OnProgress) -> Story:
        """What :meth:`analyse` gives, for a story that the process has."""
        try:
            while (message := self._read()) is not None:
                if "error" in message:
                    raise NewsreadError(str(message["error"]), str(message["hint"]))
                if "done" in message:
                    return with_parts(story, message["done"])
                story = with_parts(story, message.get("parts", {}))
                stage, done, total = message["step"]
                on_progress(Progress(Stage(stage), done, total, story))
            raise AnalysisFailed(self._ending(), "reading goes on without it")
        except Unfitting as error:
            raise AnalysisFailed("what came of it cannot be understood", "newsread cache --clear") from error
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
