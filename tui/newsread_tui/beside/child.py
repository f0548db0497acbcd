"""The process that reads and analyses: ``python -m newsread_tui.beside.child``, started by the reader alone.

It reads one request from standard input and writes messages to standard output (see :mod:`newsread_tui.beside.frames`).
It lives no longer than the reader: when standard input ends, which it does whatever ended the reader, so does it.
"""

import contextlib
import os
import sys
import threading
import time
from typing import BinaryIO, Final

from newsread.analyses.cache import AnalysisCache
from newsread.analyses.kept import kept_parts
from newsread.analyses.plain import Plain, added_parts, articles_from_plain, articles_to_plain
from newsread.care import Care
from newsread.errors import NewsreadError
from newsread.pipeline import analyse, read_story
from newsread.progress import Progress, Stage
from newsread.story import Story
from newsread_tui.beside.frames import read_frame, write_frame
from newsread_tui.collecting import collect_rarely
from newsread_tui.surroundings import system_failure

_NICE: Final = 5
_PAUSE: Final = 0.1
"""Seconds between two reports of progress: more often nobody looks, and each is painted."""
_GROWTH: Final = 0.5
"""Seconds between two reports with what has been found so far."""


def main() -> int:
    """Answer the one request."""
    collect_rarely()
    given, answers = sys.stdin.buffer, _own_output()
    try:
        write_frame(answers, {"ready": True})
        request = read_frame(given)
        if request is None:
            return 0
        threading.Thread(target=_end_with_reader, name="reader", daemon=True).start()
        write_frame(answers, _answer(request, answers))
    except BrokenPipeError:
        return 0
    return 0


def _own_output() -> BinaryIO:
    """Standard output for messages alone: what a library prints goes nowhere."""
    answers = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
    return answers


def _end_with_reader() -> None:
    # Not through the buffer of sys.stdin, whose lock a waiting thread would hold when this program ends.
    while os.read(0, 1):
        pass
    os._exit(0)


def _answer(request: Plain, answers: BinaryIO) -> Plain:
    try:
        story = _story(request, answers)
        with contextlib.suppress(OSError):
            os.nice(_NICE)  # from here on the screen comes first; until here it waits for the articles
        cache = AnalysisCache() if request["keep"] else None
        model, care = request["model"], Care(request["care"])
        kept = kept_parts(story, model, care, cache) if cache else None
        if kept is not None:
            return {"done": kept}
        reports = Reports(story, answers)
        done = analyse(story, model=model, care=care, on_progress=reports.send, cache=cache)
    except NewsreadError as error:
        return {"error": error.message, "hint": error.hint}
    except (MemoryError, ImportError) as error:
        told = system_failure(error)
        return {"error": told.message, "hint": told.hint}
    except BrokenPipeError:
        raise
    except Exception as error:  # noqa: BLE001 - the reader goes on without; the line says what to report
        return {"error": f"{type(error).__name__}: {error}", "hint": ""}
    return {"done": reports.parts(done)}


def _story(request: Plain, answers: BinaryIO) -> Story:
    """The story that came with the request, or that of the sources it names."""
    if "articles" in request:
        return Story(articles_from_plain(request["articles"]))
    story = read_story(request["sources"], keep_copies=request["copies"])
    told = {"articles": articles_to_plain(story.articles), "title": story.title, "warnings": list(story.warnings)}
    write_frame(answers, {"read": told})
    return story


class Reports:
    """Sends how far the analysis is, no more often than is of use, and of what was found only what is new.

    Args:
        story: As it is known on the other side.
        answers: Where to send.
    """

    def __init__(self, story: Story, answers: BinaryIO) -> None:
        self._known = story
        self._answers = answers
        self._stage: Stage | None = None
        self._told = self._grown = 0.0

    def send(self, progress: Progress) -> None:
        """Report a step, if the last report is not of this very moment."""
        now = time.monotonic()
        notable = progress.stage is not self._stage or progress.done >= progress.total
        if not notable and now < self._told + _PAUSE:
            return
        self._stage, self._told = progress.stage, now
        message: dict[str, Plain] = {"step": [progress.stage.value, progress.done, progress.total]}
        if notable or now > self._grown + _GROWTH:
            self._grown = now
            message["parts"] = self.parts(progress.story)
        write_frame(self._answers, message)

    def parts(self, story: Story) -> Plain:
        """What the other side does not know yet."""
        new = added_parts(story, self._known)
        self._known = story
        return new


if __name__ == "__main__":
    sys.exit(main())
