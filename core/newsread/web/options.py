"""How to fetch, and what is told while it happens. Free of heavy imports: every front end makes these values."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

MAX_BYTES = 10_000_000
MAX_REDIRECTS = 5


class FetchState(StrEnum):
    """Where the fetching of one source is."""

    WAITING = "waiting"
    CONNECTING = "connecting"
    READING = "reading"
    DONE = "done"
    CACHED = "from the cache"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class FetchProgress:
    """A step in the fetching of one source.

    Attributes:
        number: Its place among the addresses, counted from 0.
        url: Its address.
        state: Where it is.
        size: How many bytes have been read.
        reason: Why it failed; empty while it has not.
    """

    number: int
    url: str
    state: FetchState
    size: int = 0
    reason: str = ""


@dataclass(frozen=True, slots=True)
class FetchOptions:
    """How to fetch.

    Attributes:
        offline: Use the cache alone.
        allow_private: Also reach loopback, private and link-local addresses.
        obey_robots: Leave alone what a site's robots.txt asks to leave alone.
        cache: Folder of the cache; None for the usual one of this system.
        patience: Seconds a server may be silent.
        deadline: Seconds a source may take in all, redirects included.
        max_bytes: Largest page, unpacked.
        on_progress: Called from the caller's thread after each step.
        should_stop: Asked several times a second; once it says so, fetching ends.
    """

    offline: bool = False
    allow_private: bool = False
    obey_robots: bool = True
    cache: Path | None = None
    patience: float = 10.0
    deadline: float = 30.0
    max_bytes: int = MAX_BYTES
    on_progress: Callable[[FetchProgress], None] = lambda progress: None
    should_stop: Callable[[], bool] = lambda: False


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave.

    Attributes:
        url: The address after redirects.
        data: The bytes, unpacked.
        encoding: The encoding its server states, if it does.
        fetched: When the bytes came.
        warnings: What the reader should know of how they came.
    """

    url: str
    data: bytes
    encoding: str | None
    fetched: datetime
    warnings: tuple[str, ...] = ()
    from_cache: bool = False
