"""Connections that are guarded and watched: to permitted addresses only, never silent or busy for too long."""

import ssl
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import httpcore

from newsread.errors import Cancelled, FetchFailed
from newsread.web.addresses import resolved, shown

_SLICE: Final = 0.2
"""Seconds between two looks at whether to go on."""


@dataclass(frozen=True, slots=True)
class Watch:
    """How long one source may take.

    Attributes:
        ends: The moment, on the monotonic clock, at which its time is over.
        allowed: How many seconds that was, for the message.
        should_stop: Whether nobody wants it any more.
    """

    ends: float
    allowed: float
    should_stop: Callable[[], bool]

    def check(self) -> None:
        """Raise if it is time to end."""
        if self.should_stop():
            raise Cancelled
        if time.monotonic() > self.ends:
            raise FetchFailed(f"took longer than {self.allowed:g} seconds")


class _WatchedStream(httpcore.NetworkStream):
    """A stream that looks up several times a second, so that a slow drip ends and a stop is heard."""

    def __init__(self, inner: httpcore.NetworkStream, watch: Watch) -> None:
        self._inner = inner
        self._watch = watch

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        silent = 0.0
        while True:
            self._watch.check()
            try:
                return self._inner.read(max_bytes, timeout=min(_SLICE, timeout or _SLICE))
            except httpcore.ReadTimeout:
                silent += _SLICE
                if timeout is not None and silent >= timeout:
                    raise

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._watch.check()
        self._inner.write(buffer, timeout)

    def close(self) -> None:
        self._inner.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.NetworkStream:
        return _WatchedStream(self._inner.start_tls(ssl_context, server_hostname, timeout), self._watch)

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


class _Backend(httpcore.NetworkBackend):
    """Looks names up itself and connects to what it has checked."""

    def __init__(self, watch: Watch, *, allow_private: bool) -> None:
        self._watch = watch
        self._allow_private = allow_private
        self._inner = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        try:
            addresses = resolved(host, port, allow_private=self._allow_private)
        except (OSError, UnicodeError) as error:
            raise FetchFailed(f"there is no machine called {shown(host)}", "is there a connection?") from error
        failure: Exception = FetchFailed(f"there is no machine called {shown(host)}")
        for address in addresses[:4]:
            self._watch.check()
            try:
                stream = self._inner.connect_tcp(address, port, timeout, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
            else:
                return _WatchedStream(stream, self._watch)
        raise failure

    def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[Any] | None = None
    ) -> httpcore.NetworkStream:
        raise NotImplementedError


def guarded_pool(watch: Watch, *, allow_private: bool) -> httpcore.ConnectionPool:
    """The connections for fetching one source.

    httpcore is what httpx stands on. It is used by itself because all that httpx would add here, redirects and
    unpacking, has to be done with bounds of our own, and because importing httpx loads its command line and Rich.
    """
    backend = _Backend(watch, allow_private=allow_private)
    return httpcore.ConnectionPool(ssl_context=_tls(), network_backend=backend, max_connections=2)


@cache
def _tls() -> ssl.SSLContext:
    import certifi

    return ssl.create_default_context(cafile=certifi.where())
