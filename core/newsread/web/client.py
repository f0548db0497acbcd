"""One source, fetched: robots.txt asked, redirects followed, the cache consulted."""

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from http import HTTPStatus
from types import TracebackType
from typing import Final, Self

import httpcore

from newsread import __version__
from newsread.errors import Cancelled, FetchFailed, FetchRefused, NewsreadError
from newsread.text import one_line
from newsread.web.addresses import check_url, joined, on_the_wire, shown
from newsread.web.body import Answer, charset, check_type, read_body
from newsread.web.cache import CachedPage, PageCache, now
from newsread.web.connection import Watch, guarded_pool
from newsread.web.options import MAX_REDIRECTS, Fetched, FetchOptions, FetchState

USER_AGENT: Final = f"newsread/{__version__} (reads single articles for one person; honours robots.txt)"
_HEADERS: Final = {
    "User-Agent": USER_AGENT,
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,text/*;q=0.8,*/*;q=0.5",
    "Accept-Encoding": "gzip, deflate",
    "Accept-Language": "en,*;q=0.5",
}
_ROBOTS_BYTES: Final = 500_000
_ROBOTS_AGE: Final = timedelta(days=1)
_HINTS: Final = {
    401: "the site asks for a password",
    402: "the site asks for payment",
    403: "the site refuses programs, or readers from here",
    404: "check the address",
    410: "the page is gone for good",
    429: "the site asks to wait a while",
    451: "withheld for legal reasons",
}
_NONE: Final[Mapping[str, str]] = {}
_REDIRECTS: Final = frozenset({301, 302, 303, 307, 308})

type Report = Callable[[FetchState, int], None]


class Client:
    """Fetches one source; used by one thread."""

    def __init__(self, options: FetchOptions, report: Report = lambda state, size: None) -> None:
        self._options = options
        self._report = report
        self._cache = PageCache(options.cache)
        watch = Watch(time.monotonic() + options.deadline, options.deadline, options.should_stop)
        self._pool = guarded_pool(watch, allow_private=options.allow_private)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._pool.close()

    def fetch(self, url: str) -> Fetched:
        """Fetch a page, or take it from the cache.

        Raises:
            SourceError: It cannot be had; the message begins with its address.
        """
        known = self._cache.find(url)
        try:
            check_url(url)
            if self._options.offline:
                return self._offline(known)
            with _explained(self._options.patience):
                return self._fetched(url, known)
        except (Cancelled, FetchRefused) as error:
            raise (error if isinstance(error, Cancelled) else _about(url, error)) from error
        except NewsreadError as error:
            if known is None:
                raise _about(url, error) from error
            return _stale(known, error)

    def _offline(self, known: CachedPage | None) -> Fetched:
        if known is None:
            raise FetchRefused("not in the cache", "open it once without --offline")
        self._report(FetchState.CACHED, len(known.page.data))
        return known.page

    def _fetched(self, url: str, known: CachedPage | None) -> Fetched:
        here = url.partition("#")[0]
        for _ in range(MAX_REDIRECTS + 1):
            check_url(here)
            self._ask_robots(here)
            self._report(FetchState.CONNECTING, 0)
            same = known if known and known.page.url == here else None
            with self._get(here, same.validators if same else {}) as answer:
                if answer.status in _REDIRECTS and (place := answer.headers.get("location")):
                    here = joined(here, place)
                    continue
                if answer.status == HTTPStatus.NOT_MODIFIED and same:
                    self._report(FetchState.CACHED, len(same.page.data))
                    return same.page
                return self._taken(url, here, answer)
        raise FetchFailed(f"redirected more than {MAX_REDIRECTS} times")

    @contextmanager
    def _get(self, url: str, headers: Mapping[str, str] = _NONE) -> Iterator[Answer]:
        patience = dict.fromkeys(("connect", "read", "write", "pool"), self._options.patience)
        sent: list[tuple[bytes | str, bytes | str]] = [*_HEADERS.items(), *headers.items()]
        with self._pool.stream("GET", on_the_wire(url), headers=sent, extensions={"timeout": patience}) as response:
            named = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in response.headers}
            reason = one_line(response.extensions.get("reason_phrase", b"").decode("latin-1"))[:60]
            yield Answer(response.status, reason, named, response.iter_stream())

    def _taken(self, url: str, here: str, answer: Answer) -> Fetched:
        if answer.status != HTTPStatus.OK:
            hint = _HINTS.get(answer.status, "")
            raise FetchFailed(f"the site answers {answer.status} {answer.reason}".strip(), hint)
        check_type(answer)
        data, told = read_body(answer, self._options.max_bytes, lambda size: self._report(FetchState.READING, size))
        page = Fetched(here, data, charset(answer), now(), told)
        if not told:
            self._cache.keep(url, page, answer.headers)
        self._report(FetchState.DONE, len(data))
        return page

    def _ask_robots(self, url: str) -> None:
        if not self._options.obey_robots:
            return
        from protego import Protego

        rules = self._robots(joined(url, "/robots.txt"))
        if rules and not Protego.parse(rules).can_fetch(url, "newsread"):
            raise FetchRefused("the site's robots.txt asks programs not to read this page", "--ignore-robots reads it")

    def _robots(self, url: str) -> str:
        """A site's robots.txt, at most a day old; one that is not there forbids nothing (RFC 9309)."""
        kept = self._cache.find(url)
        if kept and now() - kept.page.fetched < _ROBOTS_AGE:
            return kept.page.data.decode("utf-8", "replace")
        here = url
        for _ in range(MAX_REDIRECTS):
            check_url(here)
            with self._get(here) as answer:
                if answer.status in _REDIRECTS and (place := answer.headers.get("location")):
                    here = joined(here, place)
                    continue
                if answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
                    what = f"the site's robots.txt cannot be read ({answer.status})"
                    raise FetchRefused(f"{what}, so its pages are left alone", "--ignore-robots reads them")
                found = answer.status == HTTPStatus.OK
                data = read_body(answer, _ROBOTS_BYTES, lambda size: None)[0] if found else b""
                self._cache.keep(url, Fetched(here, data, None, now()), {})
                return data.decode("utf-8", "replace")
        return ""


@contextmanager
def _explained(patience: float) -> Iterator[None]:
    """Turn what the network libraries raise into a line for people."""
    try:
        yield
    except httpcore.TimeoutException as error:
        raise FetchFailed(f"no answer within {patience:g} seconds") from error
    except httpcore.ConnectError as error:
        what = "its certificate cannot be trusted" if "certificate" in str(error).lower() else "cannot be connected to"
        raise FetchFailed(what) from error
    except (httpcore.ProtocolError, httpcore.NetworkError) as error:
        raise FetchFailed("its server does not speak as a web server does") from error


def _about(url: str, error: NewsreadError) -> NewsreadError:
    """The error with the address it is about."""
    return type(error)(f"{shown(url)}: {error.message}", error.hint)


def _stale(known: CachedPage, error: NewsreadError) -> Fetched:
    day = known.page.fetched.date().isoformat()
    return replace(known.page, warnings=(f"from the cache, fetched on {day}: {error.message}",))
