"""What a person sees on a terminal."""

import time
from collections.abc import Callable

import pyte

from bench.terminal import Terminal


class Eye:
    """Looks at a terminal; it keeps up with what has been written since it last looked."""

    def __init__(self, terminal: Terminal, size: tuple[int, int]) -> None:
        self.terminal = terminal
        self._screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self._screen)
        self._seen = 0

    def lines(self) -> list[str]:
        """The rows of the screen."""
        written = self.terminal.written
        self._stream.feed(written[self._seen :])
        self._seen = len(written)
        return [line.rstrip() for line in self._screen.display]

    def text(self) -> str:
        """All rows, each with a line end."""
        return "".join(f"{line}\n" for line in self.lines())

    def wait_for(self, text: str, timeout: float = 60.0) -> None:
        """Wait until a text is on the screen."""
        self._wait(lambda: text in self.text(), repr(text), timeout)

    def wait_while(self, text: str, timeout: float = 60.0) -> None:
        """Wait until a text is no longer on the screen."""
        self._wait(lambda: text not in self.text(), f"the end of {text!r}", timeout)

    def _wait(self, condition: Callable[[], bool], what: str, timeout: float) -> None:
        # A terminal counts from its start.
        passed = time.perf_counter() - self.terminal.started
        self.terminal.wait_until(lambda _: condition(), what, passed + timeout)

    def resize(self, size: tuple[int, int]) -> None:
        """Give the terminal another size."""
        self.lines()
        self._screen.resize(size[1], size[0])
        self.terminal.resize(size)
