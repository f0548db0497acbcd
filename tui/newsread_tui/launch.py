"""From the command line to the open reader: settings, the terminal, the story that is meant.

What is imported here the process that reads the articles has to wait for, and the first text for that one; so whatever
can is imported once the process is started.
"""

import argparse
import os
import sys
from collections.abc import Callable, MutableMapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Final

from newsread.errors import NewsreadError, OutputFailed
from newsread_tui.arguments import ExitCode
from newsread_tui.beside.start import start_for
from newsread_tui.console import is_terminal
from newsread_tui.opening import read_for

if TYPE_CHECKING:
    from newsread.story import Story
    from newsread_tui.analysis import Analyst
    from newsread_tui.last import Last
    from newsread_tui.settings.gather import Gathered

type Read = Callable[[argparse.Namespace, Sequence[str]], Story]
"""Reads sources as arguments say."""
_DEPTHS: Final = {"truecolor": "truecolor", "256": "256", "16": "standard"}
_FRAMES: Final = "120"


def launch(options: argparse.Namespace, sources: Sequence[str]) -> int:
    """Open the reader on sources and return the exit status; without a terminal, write the report instead.

    Args:
        options: As :func:`newsread_tui.looks.add_looks` and :func:`newsread_tui.opening.add_opening` define them.
        sources: What to read; none for the story read last, or at the first time the sample.

    Raises:
        NewsreadError: Nothing can be opened.
    """
    if not is_terminal(sys.stdout):
        from dataclasses import replace

        story, notice = which_story(options, sources)
        if notice:
            story = replace(story, warnings=(notice, *story.warnings))
        return _report(story, options)
    opening = _Opening(options)
    try:
        story, notice = which_story(options, sources, opening.read)
        _take_keys_from_terminal()
        return opening.show(story, notice)
    finally:
        opening.analyst.stop()


class _Opening:
    """The reader on its way to the screen: the story is read in a process beside, while this one imports Textual."""

    def __init__(self, options: argparse.Namespace) -> None:
        self._options = options

    def read(self, options: argparse.Namespace, sources: Sequence[str]) -> "Story":
        """Read a story, as :func:`newsread_tui.opening.read_for` does."""
        started = start_for(sources)  # before anything else is imported
        if started:
            opened = self.analyst.open(sources, copies=options.all, started=started)
            import newsread_tui.running  # noqa: F401 - meanwhile

            if story := opened():
                return story
        return read_for(options, sources)

    def show(self, story: "Story", notice: str) -> int:
        """Show a story until the reader is left."""
        # What is needed to compare is loaded while the screen is.
        self.analyst.begin(story)
        from newsread_tui.running import run_reader

        return run_reader(story, self._gathered, self.analyst, notice)

    @cached_property
    def analyst(self) -> "Analyst":
        """Does the language work."""
        from newsread.care import Care
        from newsread_tui.analysis import Analyst

        settings = self._gathered.settings
        care = Care.QUICK_FIRST if settings.careful else Care.QUICK
        return Analyst(settings.model or None, care=care, keep=getattr(self._options, "cache", True))

    @cached_property
    def _gathered(self) -> "Gathered":
        from newsread_tui.looks import chosen
        from newsread_tui.settings.gather import gather

        gathered = gather(chosen(self._options))
        # Textual looks at the environment while it is imported.
        set_colours(gathered.settings.color)
        set_pace()
        return gathered


def set_colours(color: str, environment: MutableMapping[str, str] = os.environ) -> None:
    """Have the environment say how many colours there are, for what is about to be imported."""
    if color == "none":
        environment["NO_COLOR"] = "1"
        return
    # An empty NO_COLOR means the same as none (no-color.org); Textual takes it for set.
    environment.pop("NO_COLOR", None)
    term = environment.get("TERM", "")
    if color in _DEPTHS:
        environment["TEXTUAL_COLOR_SYSTEM"] = _DEPTHS[color]
    elif term.startswith("screen") and "TMUX" not in environment:
        # COLORTERM is that of the terminal around GNU screen, which itself has fewer colours unless it is told.
        environment["TEXTUAL_COLOR_SYSTEM"] = "256" if "256color" in term else "standard"


def set_pace(environment: MutableMapping[str, str] = os.environ) -> None:
    """Have a key that follows hard on another painted sooner than 60 times a second would have it.

    Frames are only made when something changes. Over SSH they are few, since what is between two is not sent.
    """
    from newsread_tui.settings.places import over_ssh

    if not over_ssh(environment):
        environment.setdefault("TEXTUAL_FPS", _FRAMES)


# --- which story -----------------------------------------------------------------------------------------------------


def which_story(options: argparse.Namespace, sources: Sequence[str], read: Read = read_for) -> "tuple[Story, str]":
    """The story that is meant, read by ``read``, and one line if there is something to say about that.

    Raises:
        NewsreadError: Nothing can be opened.
    """
    if sources:
        story = read(options, sources)
        return story, _remembered_now(story, sources, options)
    last = None if getattr(options, "sample", False) else _last()
    if last is None:
        return _sample(options, read), ""
    try:
        return _again(options, last, read), ""
    except NewsreadError as error:
        from newsread.text import one_line

        why = f"the story read last cannot be opened, this is the sample: {one_line(error.message)}"
        return _sample(options, read), why


def _last() -> "Last | None":
    from newsread_tui.last import remembered

    return remembered()


def _remembered_now(story: "Story", sources: Sequence[str], options: argparse.Namespace) -> str:
    from newsread_tui.last import remember

    try:
        remember(sources, story.title, keep_copies=options.all)
    except OutputFailed as error:
        return f"this story cannot be remembered: {error.message}"
    return ""


def _again(options: argparse.Namespace, last: "Last", read: Read) -> "Story":
    """The story read last, from the cache as far as it came from the network, so that it is the same."""
    options = argparse.Namespace(**vars(options) | {"all": options.all or last.keep_copies})
    if last.fetched and not options.offline:
        try:
            return read(argparse.Namespace(**vars(options) | {"offline": True}), last.sources)
        except NewsreadError:
            return read(options, last.sources)
    return read(options, last.sources)


def _sample(options: argparse.Namespace, read: Read) -> "Story":
    from newsread.sample import sample_story

    return read(options, [str(sample_story())])


# --- where it is shown -----------------------------------------------------------------------------------------------


def _report(story: "Story", options: argparse.Namespace) -> int:
    """The linear report, for a pipe, a file, or a terminal that cannot be drawn on."""
    from newsread.analyses.cache import AnalysisCache
    from newsread.pipeline import analyse
    from newsread.report import render
    from newsread_tui.care import care_for
    from newsread_tui.console import emit
    from newsread_tui.work import aside, tell_warnings

    cache = AnalysisCache() if getattr(options, "cache", True) else None
    analysed = aside(lambda: analyse(story, model=options.model, care=care_for(options), cache=cache))
    tell_warnings(analysed)
    emit(aside(lambda: render(analysed, "text", width=None)))
    return ExitCode.OK


def _take_keys_from_terminal() -> None:
    """Have keys come from the terminal where an article came through standard input."""
    if sys.stdin.isatty():
        return
    try:
        terminal = os.open(os.ttyname(sys.stdout.fileno()), os.O_RDWR)
    except OSError as error:
        raise NewsreadError("the reader needs a terminal to read keys from") from error
    os.dup2(terminal, sys.stdin.fileno())
    os.close(terminal)
