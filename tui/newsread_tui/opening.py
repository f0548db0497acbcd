"""Sources to a story, for the reader and the commands alike: the options, and what shows while pages come."""

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from newsread_tui.console import is_terminal

if TYPE_CHECKING:
    from newsread.story import Story
    from newsread.web.options import FetchOptions, FetchProgress


def add_opening(parser: argparse.ArgumentParser) -> None:
    """Add how to open sources."""
    parser.add_argument("--all", action="store_true", help="keep copies of one text apart, each in its own pane")
    add_fetching(parser)


def add_fetching(parser: argparse.ArgumentParser) -> None:
    """Add how to fetch web addresses."""
    web = parser.add_argument_group("web addresses")
    web.add_argument("--offline", action="store_true", help="use pages fetched before, and no network")
    web.add_argument("--ignore-robots", action="store_true", help="fetch what a site's robots.txt asks to leave alone")
    web.add_argument("--allow-private", action="store_true", help="also reach this machine and private networks")


def fetch_options(
    options: argparse.Namespace, on_progress: "Callable[[FetchProgress], None]" = lambda progress: None
) -> "FetchOptions":
    """How to fetch, as the arguments say."""
    from newsread.web.options import FetchOptions

    return FetchOptions(
        offline=options.offline,
        allow_private=options.allow_private,
        obey_robots=not options.ignore_robots,
        on_progress=on_progress,
    )


def read_for(options: argparse.Namespace, sources: Sequence[str], *, quiet: bool = False) -> "Story":
    """The story that arguments name, read; pages are fetched first, with a line for each on a terminal.

    Raises:
        NewsreadError: Nothing could be opened.
    """
    from newsread.pipeline import read_story
    from newsread_tui.work import aside

    with fetching_shown(sources, quiet=quiet) as on_progress:
        return aside(lambda: read_story(sources, fetch_options(options, on_progress), keep_copies=options.all))


@contextmanager
def fetching_shown(sources: Sequence[str], *, quiet: bool = False) -> "Iterator[Callable[[FetchProgress], None]]":
    """Show on a terminal how far the fetching of each address is; elsewhere nothing."""
    from newsread.naming import is_address

    urls = [source for source in sources if is_address(source)]
    if quiet or not urls or not is_terminal(sys.stderr):
        yield lambda progress: None
        return
    from rich import progress as bars
    from rich.console import Console

    from newsread.text import one_line

    columns = [bars.TextColumn(f"{{task.fields[{name}]}}", markup=False) for name in ("state", "size", "url")]
    # Nothing moves by itself: a line changes when there is something new to say.
    with bars.Progress(*columns, console=Console(stderr=True), auto_refresh=False, transient=True) as shown:
        tasks = [shown.add_task("", state=f"{'waiting':<14}", size=" " * 8, url=one_line(url)) for url in urls]
        shown.refresh()

        def on_progress(progress: "FetchProgress") -> None:
            task = tasks[progress.number]
            state = f"{progress.state.value:<14}"
            size = f"{progress.size // 1000:>5} kB" if progress.size else " " * 8
            fields = shown.tasks[task].fields
            if (fields["state"], fields["size"]) != (state, size):
                shown.update(task, refresh=True, state=state, size=size)

        yield on_progress
