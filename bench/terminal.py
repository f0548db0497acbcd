"""A program on a real pseudo-terminal: press keys, and see when and how much it writes."""

import contextlib
import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Final, Self

_ESCAPES: Final = re.compile(
    rb"\x1b\[[0-?]*[ -/]*[@-~]"  # control sequences
    rb"|\x1b[\]P^_X][^\x07\x1b]*(?:\x07|\x1b\\)"  # strings such as window titles
    rb"|\x1b[ -/]*[0-~]"
)


class Unresponsive(Exception):
    """The program did not do what was waited for."""


@dataclass(frozen=True, slots=True)
class Burst:
    """What a program wrote until it paused.

    Attributes:
        size: Bytes.
        first: Seconds until the first of them; 0 if there were none.
        last: Seconds until the last of them; 0 if there were none.
    """

    size: int
    first: float
    last: float


class Terminal:
    """A program that believes it is on a terminal. It is killed at the end of the ``with``, if need be."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str], size: tuple[int, int]) -> None:
        columns, rows = size
        self._master, slave = pty.openpty()
        fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        self.started = time.perf_counter()
        self._process = subprocess.Popen(
            command, stdin=slave, stdout=slave, stderr=slave, env=dict(environment), start_new_session=True
        )
        os.close(slave)
        self._written = bytearray()
        self.lasted = 0.0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._process.poll() is None:
            self._process.kill()
        self._process.wait()
        os.close(self._master)

    def _read(self, timeout: float) -> bytes:
        """What the program writes next; nothing if it pauses for ``timeout`` seconds."""
        ready, _, _ = select.select([self._master], [], [], max(0.0, timeout))
        if not ready:
            return b""
        try:
            written = os.read(self._master, 1 << 16)
        except OSError as error:  # Linux says so when the program has ended
            raise Unresponsive(f"the program ended: {self.text()[-300:]!r}") from error
        self._written += written
        return written

    @property
    def written(self) -> bytes:
        """All that has been written so far."""
        return bytes(self._written)

    def text(self) -> str:
        """All that has been written so far, without control sequences."""
        return _ESCAPES.sub(b"", self.written).decode("utf-8", "replace")

    def modes(self) -> list[object]:
        """How the terminal treats input and output; a program that leaves should leave them as they were."""
        return termios.tcgetattr(self._master)[:4]

    def end(self, key: str, timeout: float = 10.0) -> int:
        """Press the key that should end the program, and return its exit status."""
        self.send(key)
        return self.ended(timeout)

    def ended(self, timeout: float = 10.0) -> int:
        """Wait until the program has ended by itself, and return its exit status."""
        with contextlib.suppress(Unresponsive):
            self.settle(timeout, timeout)
        status = self._process.wait(timeout)
        self.lasted = time.perf_counter() - self.started
        return status

    def wait_for(self, text: str, timeout: float = 30.0) -> float:
        """Seconds from the start of the program until ``text`` has been written."""
        return self.wait_until(lambda written: text in written, repr(text), timeout)

    def wait_until(self, condition: Callable[[str], bool], what: str, timeout: float = 30.0) -> float:
        """Seconds from the start until all that has been written meets a ``condition``; complaints call it ``what``."""
        while not condition(self.text()):
            if time.perf_counter() - self.started > timeout or not self._read(timeout):
                raise Unresponsive(f"{what} did not appear in {timeout:g} s: {self.text()[-300:]!r}")
        return time.perf_counter() - self.started

    def burst(self, pause: float, timeout: float) -> Burst:
        """What is written until a ``pause`` of so many seconds, ``timeout`` seconds at the most."""
        begun = time.perf_counter()
        size, first, last = 0, 0.0, 0.0
        while (left := timeout - (time.perf_counter() - begun)) > 0:
            written = self._read(min(pause, left) if size else left)
            if not written:
                break
            last = time.perf_counter() - begun
            first = first or last
            size += len(written)
        return Burst(size, first, last)

    def settle(self, pause: float = 2.0, timeout: float = 60.0) -> None:
        """Wait until nothing has been written for ``pause`` seconds."""
        deadline = time.perf_counter() + timeout
        while self._read(pause):
            if time.perf_counter() > deadline:
                raise Unresponsive(f"still writing after {timeout:g} s")

    def resize(self, size: tuple[int, int]) -> None:
        """Give the terminal other columns and rows."""
        columns, rows = size
        fcntl.ioctl(self._master, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        # It is not the program's own terminal, so the system does not tell it.
        self._process.send_signal(signal.SIGWINCH)

    def hang_up(self, timeout: float = 10.0) -> int:
        """Close the terminal under the program, and return the exit status with which it ends."""
        nothing = os.open(os.devnull, os.O_RDWR)
        os.dup2(nothing, self._master)
        os.close(nothing)
        return self._process.wait(timeout)

    def send(self, key: str) -> None:
        """Press a key."""
        os.write(self._master, key.encode())

    def press(self, key: str, pause: float = 0.1, timeout: float = 2.0) -> Burst:
        """Press a key, and measure what it makes the program write."""
        self.send(key)
        return self.burst(pause, timeout)
