"""``newsread batch``: a report on each of many stories."""

import argparse
import os
import sys
from collections import Counter
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Final

from newsread.errors import NewsreadError, NothingToRead, OutputFailed
from newsread.text import one_line
from newsread_tui.arguments import ExitCode, Parser, add_analysis, command_parser, positive
from newsread_tui.care import care_for
from newsread_tui.commands.report import FORMATS
from newsread_tui.console import is_terminal
from newsread_tui.output import write

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from newsread_tui.batches import Job

_DESCRIPTION: Final = """\
Write a report on each story of a folder: every folder in it is a story, and its
report gets its name. What is there already and newer than its articles is left
alone, so an interrupted batch goes on where it was. A story that fails takes
one line on standard error and stops no other.
"""
_EXAMPLES: Final = """\
  newsread batch ~/stories -o ~/reports
  newsread batch ~/stories -o ~/reports --format html --jobs 4
"""
_STATUS: Final = """\
exit status: 0 all reports are there, 1 some story failed, 2 there is no story
or the arguments are wrong, 130 interrupted
"""
_SUFFIXES: Final = {"text": ".txt"}


def parser() -> Parser:
    """The arguments of ``newsread batch``."""
    made = command_parser("batch", _DESCRIPTION, _EXAMPLES, _STATUS)
    made.add_argument("folder", metavar="FOLDER", help="a folder of folders, each with the articles of one story")
    made.add_argument("-o", "--output", metavar="FOLDER", required=True, help="where to write")
    made.add_argument("--format", choices=FORMATS, default="json", help="what to write (default: json)")
    made.add_argument("--jobs", type=positive, metavar="N", default=_jobs(), help="stories at once (here: %(default)s)")
    made.add_argument("--again", action="store_true", help="write also what is there already")
    add_analysis(made)
    return made


def _jobs() -> int:
    """Half the processors: a story uses more than one at times, and needs more than half a gigabyte of memory."""
    return max(1, min(4, (os.cpu_count() or 1) // 2))


def run(words: list[str]) -> int:
    """Write a report on each story of a folder."""
    options = parser().parse_args(words)
    from newsread_tui.batches import is_done

    jobs = _found(options)
    open_jobs = [job for job in jobs if options.again or not is_done(job)]
    done = _work(open_jobs, options)
    if not options.quiet:
        there = len(jobs) - len(open_jobs)
        sys.stderr.write(f"newsread: {done['written']} written, {there} already there, {done['failed']} failed\n")
    return ExitCode.FAILED if done["failed"] else ExitCode.OK


def _found(options: argparse.Namespace) -> "Sequence[Job]":
    """A job for each story, by name."""
    from newsread_tui.batches import Job

    output, suffix = Path(options.output), _SUFFIXES.get(options.format, f".{options.format}")
    try:
        folders = sorted(path for path in Path(options.folder).iterdir() if path.is_dir() and path.name[:1] != ".")
        stories = [path for path in folders if path.resolve() != output.resolve()]
        if not stories:
            raise NothingToRead(f"{one_line(options.folder)}: there is no folder in it", "each story is a folder")
        output.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise NewsreadError(f"{one_line(str(error.filename))}: {error.strerror}") from error
    how = (options.format, options.model, options.threshold, options.cache, care_for(options))
    return [Job(str(path), str(output / f"{path.name}{suffix}"), *how) for path in stories]


def _work(jobs: "Sequence[Job]", options: argparse.Namespace) -> Counter[str]:
    from newsread_tui.batches import outcomes

    done: Counter[str] = Counter()
    # The outcomes are closed whatever happens: that ends the processes.
    with _progress(len(jobs), quiet=options.quiet) as advance, closing(outcomes(jobs, options.jobs)) as found:
        for job, outcome in found:
            problem = _written(job, outcome)
            done["failed" if problem else "written"] += 1
            advance()
            if problem:
                sys.stderr.write(f"newsread: {one_line(job.folder)}: {one_line(problem)}\n")
    return done


def _written(job: "Job", outcome: str | BaseException) -> str:
    """Write a report; returns what went wrong."""
    if isinstance(outcome, str):
        try:
            write(job.output, outcome)
        except OutputFailed as error:
            return str(error)
        return ""
    return str(outcome) if isinstance(outcome, NewsreadError) else f"{type(outcome).__name__}: {outcome}"


@contextmanager
def _progress(total: int, *, quiet: bool) -> "Iterator[Callable[[], None]]":
    """Show on a terminal how many stories are done; elsewhere nothing."""
    if quiet or not total or not is_terminal(sys.stderr):
        yield lambda: None
        return
    from rich import progress as bars
    from rich.console import Console

    columns = (bars.MofNCompleteColumn(), bars.TextColumn("stories"), bars.BarColumn(24), bars.TimeRemainingColumn())
    with bars.Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        task = shown.add_task("", total=total)
        yield lambda: shown.advance(task)
