"""A story for a command: read and analysed beside the main thread, so that Ctrl-C is answered at once."""

import argparse
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from newsread.text import one_line
from newsread_tui.console import is_terminal
from newsread_tui.opening import read_for

if TYPE_CHECKING:
    from newsread.progress import Progress
    from newsread.story import Story

type OnProgress = Callable[["Progress"], None]


def open_for(
    options: argparse.Namespace,
    check: Callable[["Story"], None] = lambda story: None,
    *,
    names: bool = True,
) -> "Story":
    """The story that a command's arguments name, analysed.

    Args:
        options: As :func:`newsread_tui.arguments.add_story` defines them.
        check: Called with the story as read, before the analysis; may raise.
        names: Whether to find names too, which takes longest.

    Raises:
        NewsreadError: Nothing could be opened.
    """
    read = read_for(options, options.sources, quiet=options.quiet)
    check(read)
    if getattr(options, "corrections", False):
        read = _corrected(read)
    with _progress(quiet=options.quiet) as on_progress:
        story = aside(lambda: _analysed(read, options, on_progress, names=names))
    if not options.quiet:
        tell_warnings(story)
    return story if options.threshold is None else story.with_threshold(options.threshold)


def _corrected(story: "Story") -> "Story":
    """The story with what its reader has said of it, and a line that tells so."""
    from newsread.corrections import Verdict, said
    from newsread_tui.settings.places import state_folder
    from newsread_tui.state import Keeper

    corrections = Keeper.of(story, state_folder()).load().corrections
    verdicts = list(said(story.articles, corrections).values())
    made, gone = verdicts.count(Verdict.SAME), verdicts.count(Verdict.NOT_SAME)
    told = f"corrected by a reader: {made} {'link' if made == 1 else 'links'} made or confirmed, {gone} taken away"
    return replace(story.with_corrections(corrections), warnings=(*story.warnings, told))


def tell_warnings(story: "Story") -> None:
    """Say on standard error what the reader should know of a story."""
    for warning in story.warnings:
        sys.stderr.write(f"newsread: {one_line(warning)}\n")


def aside[T](work: Callable[[], T]) -> T:
    """Do ``work`` in a thread and wait for it.

    A signal reaches Python code of the main thread only, and never while it is inside a library's own code: so the
    main thread does nothing but wait.
    """
    return ThreadPoolExecutor(max_workers=1, thread_name_prefix="work").submit(work).result()


def _analysed(story: "Story", options: argparse.Namespace, on_progress: OnProgress, *, names: bool) -> "Story":
    from newsread.analyses.cache import AnalysisCache
    from newsread.analyses.kept import kept_analysis
    from newsread.care import Care
    from newsread.pipeline import aligned, analyse
    from newsread_tui.care import care_for

    cache = AnalysisCache() if options.cache else None
    care = care_for(options)
    if names:
        return analyse(story, model=options.model, care=care, on_progress=on_progress, cache=cache)
    kept = kept_analysis(story, options.model, care, cache) if cache else None
    # What a command writes must not depend on what was kept: the alignment alone is taken.
    if kept:
        return replace(story, alignment=kept.alignment)
    return aligned(story, careful=care is Care.CAREFUL, on_progress=on_progress)


@contextmanager
def _progress(*, quiet: bool) -> Iterator[OnProgress]:
    """Show on a terminal how far the analysis is; elsewhere nothing."""
    if quiet or not is_terminal(sys.stderr):
        yield lambda progress: None
        return
    from rich import progress as bars
    from rich.console import Console

    columns = (bars.TextColumn("{task.description}"), bars.BarColumn(bar_width=24))
    with bars.Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task("comparing", total=None)

        def on_progress(progress: "Progress") -> None:
            shown.update(task, description=progress.stage.value, completed=progress.done, total=progress.total)

        yield on_progress
