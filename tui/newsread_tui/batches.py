"""Many stories, one after the other in a few processes: what is done stays done, and one bad story harms no other."""

import multiprocessing
import signal
from collections.abc import Callable, Generator, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from newsread.care import Care

# A process is replaced after so many stories, so that nothing it gathers grows without end.
_STORIES_PER_PROCESS: Final = 100


@dataclass(frozen=True, slots=True)
class Job:
    """One story to be written.

    Attributes:
        folder: Where its articles are.
        output: The file to write.
        form: In which form.
        model: Name of the language model; None for the default one.
        threshold: The score from which links count; None for the aligner's own.
        cache: Whether to use the cache of analyses.
        care: How carefully to compare.
    """

    folder: str
    output: str
    form: str
    model: str | None = None
    threshold: float | None = None
    cache: bool = True
    care: Care = Care.CAREFUL


type Outcome = tuple[Job, str | BaseException]
"""A job with its report, or with what went wrong."""


def is_done(job: Job) -> bool:
    """Whether the job's file is there and newer than everything it is made from."""
    output = Path(job.output)
    if not output.is_file():
        return False
    sources = [Path(job.folder), *Path(job.folder).iterdir()]
    return all(source.stat().st_mtime <= output.stat().st_mtime for source in sources)


def outcomes(jobs: Sequence[Job], processes: int, work: Callable[[Job], str] | None = None) -> Generator[Outcome]:
    """Do the jobs, and give each with what came of it as soon as it is known.

    Args:
        jobs: What to do.
        processes: In how many processes at once.
        work: What to do with each; by default a report is made.
    """
    left = list(jobs)
    while left:
        lost: list[Job] = []
        yield from _until_broken(left, processes, work or render_story, lost)
        # A process that died took the others' jobs with it; alone, each shows whether it was the one.
        for job in lost:
            yield from _alone(job, work or render_story)


def _alone(job: Job, work: Callable[[Job], str]) -> Iterator[Outcome]:
    lost: list[Job] = []
    yield from _until_broken([job], 1, work, lost)
    yield from ((each, BrokenProcessPool("the process ended; too little memory?")) for each in lost)


def render_story(job: Job) -> str:
    """The report on one story; runs in a process of its own."""
    from newsread.analyses.cache import AnalysisCache
    from newsread.pipeline import open_story
    from newsread.report import render

    cache = AnalysisCache() if job.cache else None
    story = open_story(job.folder, model=job.model, care=job.care, cache=cache)
    return render(story if job.threshold is None else story.with_threshold(job.threshold), job.form)


def _until_broken(left: list[Job], processes: int, work: Callable[[Job], str], lost: list[Job]) -> Iterator[Outcome]:
    """Take jobs off ``left`` and do them, until a process dies; what was at work then is ``lost``."""
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(processes, mp_context=context, max_tasks_per_child=_STORIES_PER_PROCESS)
    running: dict[Future[str], Job] = {}
    try:
        while (left or running) and not lost:
            while left and len(running) < 2 * processes:
                job = left.pop(0)
                running[_submitted(pool, work, job)] = job
            for future in wait(running, return_when=FIRST_COMPLETED).done:
                job, error = running.pop(future), future.exception()
                if isinstance(error, BrokenProcessPool):
                    lost.append(job)
                else:
                    yield job, error or future.result()
        lost += running.values()
    except BaseException:  # interrupted, here or where the outcomes go
        for process in multiprocessing.active_children():
            process.kill()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def _submitted(pool: ProcessPoolExecutor, work: Callable[[Job], str], job: Job) -> Future[str]:
    try:
        with _uninterrupted():
            return pool.submit(work, job)
    except BrokenProcessPool as error:
        broken: Future[str] = Future()
        broken.set_exception(error)
        return broken


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Processes and threads begun in here do not hear Ctrl-C: the main one does, and ends them."""
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
