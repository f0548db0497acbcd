"""From the command line to the open reader: settings, the terminal, the story that is meant."""

import argparse
import os
import sys
from collections.abc import MutableMapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from newsread.errors import NewsreadError, OutputFailed
from newsread.text import one_line
from newsread_tui.arguments import ExitCode
from newsread_tui.console import is_terminal
from newsread_tui.last import Last, remember, remembered
from newsread_tui.opening import read_for

if TYPE_CHECKING:
    from newsread.story import Story
    from newsread_tui.analysis import Analyst
    from newsread_tui.settings.gather import Gathered

_DEPTHS: Final = {"truecolor": "truecolor", "256": "256", "16": "standard"}


def launch(options: argparse.Namespace, sources: Sequence[str]) -> int:
    """Open the reader on sources and return the exit status; without a terminal, write the report instead.

    Args:
        options: As :func:`newsread_tui.looks.add_looks` and :func:`newsread_tui.opening.add_opening` define them.
        sources: What to read; none for the story read last, or at the first time the sample.

    Raises:
        NewsreadError: Nothing can be opened.
    """
    from newsread_tui.analysis import Analyst
    from newsread_tui.looks import chosen
    from newsread_tui.settings.gather import gather

    story, notice = which_story(options, sources)
    if not is_terminal(sys.stdout):
        if notice:
            story = replace(story, warnings=(notice, *story.warnings))
        return _report(story, options)
    gathered = gather(chosen(options))
    _take_keys_from_terminal()
    set_colours(gathered.settings.color)
    analyst = Analyst(gathered.settings.model or None, keep=getattr(options, "cache", True))
    # What is needed to compare is loaded while the screen is.
    analyst.begin(story)
    try:
        return _shown(story, gathered, analyst, notice)
    finally:
        analyst.stop()


def _shown(story: "Story", gathered: "Gathered", analyst: "Analyst", notice: str) -> int:
    # Textual looks at the environment while it is imported.
    from newsread_tui.app import run_reader

    return run_reader(story, gathered, analyst=analyst, notice=notice)


def set_colours(color: str, environment: MutableMapping[str, str] = os.environ) -> None:
    """Have the environment say how many colours there are, for what is about to be imported."""
    if color == "none":
        environment["NO_COLOR"] = "1"
        return
    # An empty NO_COLOR means the same as none (no-color.org); Textual takes it for set.
    environment.pop("NO_COLOR", None)
    if color in _DEPTHS:
        environment["TEXTUAL_COLOR_SYSTEM"] = _DEPTHS[color]


# --- which story -----------------------------------------------------------------------------------------------------


def which_story(options: argparse.Namespace, sources: Sequence[str]) -> "tuple[Story, str]":
    """The story that is meant, read, and one line if there is something to say about that.

    Raises:
        NewsreadError: Nothing can be opened.
    """
    if sources:
        story = read_for(options, sources)
        return story, _remembered_now(story, sources, options)
    last = None if getattr(options, "sample", False) else remembered()
    if last is None:
        return _sample(options), ""
    try:
        return _again(options, last), ""
    except NewsreadError as error:
        return _sample(options), f"the story read last cannot be opened, this is the sample: {one_line(error.message)}"


def _remembered_now(story: "Story", sources: Sequence[str], options: argparse.Namespace) -> str:
    try:
        remember(sources, story.title, keep_copies=options.all)
    except OutputFailed as error:
        return f"this story cannot be remembered: {error.message}"
    return ""


def _again(options: argparse.Namespace, last: Last) -> "Story":
    """The story read last, from the cache as far as it came from the network, so that it is the same."""
    options = argparse.Namespace(**vars(options) | {"all": options.all or last.keep_copies})
    if last.fetched and not options.offline:
        try:
            return read_for(argparse.Namespace(**vars(options) | {"offline": True}), last.sources)
        except NewsreadError:
            return read_for(options, last.sources)
    return read_for(options, last.sources)


def _sample(options: argparse.Namespace) -> "Story":
    from newsread.sample import sample_story

    return read_for(options, [str(sample_story())])


# --- where it is shown -----------------------------------------------------------------------------------------------


def _report(story: "Story", options: argparse.Namespace) -> int:
    """The linear report, for a pipe, a file, or a terminal that cannot be drawn on."""
    from newsread.analyses.cache import AnalysisCache
    from newsread.pipeline import analyse
    from newsread.report import render
    from newsread_tui.console import emit
    from newsread_tui.work import aside, tell_warnings

    cache = AnalysisCache() if getattr(options, "cache", True) else None
    analysed = aside(lambda: analyse(story, model=options.model, cache=cache))
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
