"""Several sources at once, each with its own end, reported as they come."""

import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from queue import Empty, SimpleQueue
from typing import Final
from urllib.parse import urlsplit

from newsread.errors import Cancelled, FetchFailed, NewsreadError
from newsread.web.addresses import shown
from newsread.web.client import Client
from newsread.web.options import Fetched, FetchOptions, FetchProgress, FetchState

_AT_ONCE: Final = 8
_AT_ONCE_OF_A_HOST: Final = 2
_GRACE: Final = 3.0
"""Seconds after its time is over for which a source may still be waited for: looking a name up can't be interrupted."""

type Result = Fetched | NewsreadError


def fetch_all(urls: Sequence[str], options: FetchOptions) -> list[Result]:
    """Fetch all addresses, several at once, and return what each gave, in order.

    Raises:
        Cancelled: ``options.should_stop`` said so.
    """
    work = _Work(urls, options)
    for _ in range(min(_AT_ONCE, len(urls))):
        work.hire()
    try:
        while len(work.results) < len(urls):
            if options.should_stop():
                raise Cancelled
            work.take_news()
    finally:
        work.stop.set()
    return [work.results[number] for number in range(len(urls))]


@dataclass
class _Work:
    urls: Sequence[str]
    options: FetchOptions
    stop: threading.Event = field(default_factory=threading.Event)
    results: dict[int, Result] = field(default_factory=dict)
    _todo: SimpleQueue[int] = field(default_factory=SimpleQueue)
    _news: "SimpleQueue[FetchProgress | tuple[int, Result]]" = field(default_factory=SimpleQueue)
    _started: dict[int, float] = field(default_factory=dict)
    _hosts: dict[str, threading.Semaphore] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for number, url in enumerate(self.urls):
            self._todo.put(number)
            self._hosts.setdefault(_host(url), threading.Semaphore(_AT_ONCE_OF_A_HOST))

    def hire(self) -> None:
        """Start one more thread; it must not keep the program from ending."""
        threading.Thread(target=self._run, daemon=True, name="fetch").start()

    def take_news(self) -> None:
        """Wait a moment for what the threads tell, and pass it on."""
        try:
            news = self._news.get(timeout=0.1)
        except Empty:
            self._give_up_on_the_stuck()
            return
        if isinstance(news, FetchProgress):
            if news.number not in self.results:
                self.options.on_progress(news)
            return
        number, result = news
        self.results.setdefault(number, result)
        if isinstance(result, NewsreadError):
            self.options.on_progress(FetchProgress(number, self.urls[number], FetchState.FAILED, reason=result.message))

    def _give_up_on_the_stuck(self) -> None:
        overdue = time.monotonic() - self.options.deadline - _GRACE
        for number, began in list(self._started.items()):
            if began < overdue and number not in self.results:
                late = FetchFailed(f"{shown(self.urls[number])}: took longer than {self.options.deadline:g} seconds")
                self._news.put((number, late))
                self._hosts[_host(self.urls[number])].release()
                self.hire()

    def _run(self) -> None:
        while not self.stop.is_set():
            try:
                number = self._todo.get_nowait()
            except Empty:
                return
            with self._hosts[_host(self.urls[number])]:
                self._started[number] = time.monotonic()
                # A bug ends its thread with a traceback; nobody must go on waiting for it.
                result: Result = FetchFailed(f"{shown(self.urls[number])}: could not be fetched")
                try:
                    result = self._fetch(number)
                finally:
                    self._news.put((number, result))

    def _fetch(self, number: int) -> Result:
        url = self.urls[number]

        def report(state: FetchState, size: int) -> None:
            self._news.put(FetchProgress(number, url, state, size))

        # The caller's own question is asked by the caller's thread alone.
        try:
            with Client(replace(self.options, should_stop=self.stop.is_set), report) as client:
                return client.fetch(url)
        except NewsreadError as error:
            return error


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""
