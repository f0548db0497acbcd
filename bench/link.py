"""A line over loopback to a server: it counts what passes, may be as slow as a bad connection, and can be cut."""

import contextlib
import socket
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from queue import SimpleQueue
from types import TracebackType
from typing import Final, Self

_PIECE: Final = 2048  # bytes sent at once: small, so that a slow line drips and does not gush


@dataclass(frozen=True, slots=True)
class Pace:
    """How fast a line is.

    Attributes:
        rate: Bytes a second in each direction; 0 for as fast as can be.
        delay: Seconds each byte is under way.
    """

    rate: float = 0.0
    delay: float = 0.0

    def seconds(self, traffic: "Traffic") -> float:
        """How long the line needs for some traffic: what it costs to fetch every answer, and to carry what comes."""
        turns = 2 * self.delay * traffic.round_trips
        return turns + (traffic.down / self.rate if self.rate else 0.0)


@dataclass(frozen=True, slots=True)
class Traffic:
    """What passed in a while.

    Attributes:
        down: Bytes from the server.
        round_trips: How many times the client spoke after the server had, or to begin with, and was answered.
    """

    down: int
    round_trips: int


@dataclass
class Link:
    """Listens on a port of its own, and leads to another one.

    Args:
        to: The port of the server, on loopback.
        pace: How fast the line is.
    """

    to: int
    pace: Pace = Pace()
    _events: list[tuple[bool, int]] = field(default_factory=list)
    _sockets: list[socket.socket] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._door = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._door.getsockname()[1]
        self._begin(self._admit)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        with contextlib.suppress(OSError):
            self._door.shutdown(socket.SHUT_RDWR)  # wakes the thread that waits for a client
        self._door.close()
        self.cut()

    def cut(self) -> None:
        """End all connections, as when the network goes away."""
        for each in self._sockets:
            with contextlib.suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)
            each.close()
        self._sockets.clear()

    @contextlib.contextmanager
    def counted(self) -> Iterator[list[Traffic]]:
        """Count what passes meanwhile; the list has it at the end."""
        begun, found = len(self._events), list[Traffic]()
        yield found
        found.append(_traffic(self._events[begun:]))

    def _begin(self, work: Callable[..., None], *arguments: object) -> None:
        threading.Thread(target=work, args=arguments, daemon=True, name="link").start()

    def _admit(self) -> None:
        with contextlib.suppress(OSError):  # the door is shut
            while True:
                client, _ = self._door.accept()
                server = socket.create_connection(("127.0.0.1", self.to))
                self._sockets += (client, server)
                for source, target, down in ((client, server, False), (server, client, True)):
                    target.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                    under_way: SimpleQueue[tuple[float, bytes]] = SimpleQueue()
                    self._begin(self._take, source, under_way, down)
                    self._begin(self._bring, target, under_way)

    def _take(self, source: socket.socket, under_way: "SimpleQueue[tuple[float, bytes]]", down: object) -> None:
        data = b"."
        while data:
            try:
                data = source.recv(_PIECE)
            except OSError:
                data = b""
            self._events.append((bool(down), len(data)))
            under_way.put((time.monotonic() + self.pace.delay, data))

    def _bring(self, target: socket.socket, under_way: "SimpleQueue[tuple[float, bytes]]") -> None:
        free = 0.0
        with contextlib.suppress(OSError):
            while True:
                due, data = under_way.get()
                if not data:
                    target.shutdown(socket.SHUT_RDWR)
                    return
                if self.pace != Pace():
                    free = max(free, time.monotonic()) + len(data) / (self.pace.rate or float("inf"))
                    time.sleep(max(0.0, max(due, free) - time.monotonic()))
                target.sendall(data)


def _traffic(events: list[tuple[bool, int]]) -> Traffic:
    directions = [down for down, size in events if size]
    answered = sum(later and not earlier for earlier, later in pairwise(directions))
    return Traffic(sum(size for down, size in events if down), answered)
