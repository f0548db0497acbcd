"""Fewer bytes for the same picture.

Textual paints whole stretches of rows, ends every stretch of text by resetting all attributes and begins the next by
naming all of them again: over a slow link that is felt. :class:`Thrift` stands before the terminal, knows what it
shows (:mod:`newsread_tui.picture`), and passes on only what changes that.
"""

import contextlib
import os
import re
import sys
from collections.abc import Callable, Mapping
from functools import cache
from typing import Final

from textual.driver import Driver

from newsread_tui.attributes import PLAIN, changed
from newsread_tui.picture import NOTHING, Abilities, Picture

_TOKEN: Final = re.compile(
    # Nearly all that Textual writes: text in a look, after which it resets it.
    r"\x1b\[(?P<worn>[\d;]+)m(?P<worded>[^\x00-\x1f\x7f]+)\x1b\[0m"
    r"|\x1b\[(?P<look>[\d;]*)m"
    r"|\x1b\[(?P<row>\d+);(?P<column>\d+)(?P<move>H)"
    r"|\x1b\[\?2026(?P<frame>[hl])"
    r"|(?P<quiet>\x1b\[[<=>?][\d;]*\$?[hlnucqp]|\x1b\][^\x07\x1b]*(?:\x07|\x1b\\)|\x07"
    # What multiplexers hand on to the terminal around them holds escapes of its own.
    r"|\x1b[P^_X](?:[^\x1b]|\x1b[^\\])*\x1b\\)"
    r"|(?P<other>\x1b\[[0-?]*[ -/]*[@-ln-~]|\x1b[ -/]*[0-OQ-WYZ`-~\\])"
    r"|(?P<rest>\x1b[^m\x07]*$)"
    r"|(?P<text>[^\x00-\x1f\x7f]+)"
    r"|(?P<control>[\x00-\x1f\x7f])"
)
_FRAME: Final = ("\x1b[?2026h", "\x1b[?2026l")
_ITALIC: Final = b"\x1b[3m"
_SCREEN: Final = ("\x1b[?1049h", "\x1b[?1049l")
"""Entering the screen and leaving it, also for a pause: somebody else writes to the terminal meanwhile."""

type Size = Callable[[], tuple[int, int] | None]


class Thrift:
    """Rewrites what is sent to a terminal; it remembers what the terminal shows and how it writes at the moment.

    Args:
        size: Tells the columns and rows of the terminal as it is now; None if nobody knows.
        can: What the terminal can do.
    """

    def __init__(self, size: Size, can: Abilities = NOTHING) -> None:
        self._size = size
        self._picture = Picture(0, 0, can)
        self._wants = PLAIN
        self._at: tuple[int, int] | None = None
        """Row and column, from 1, where what comes next is to stand; None if only the terminal knows."""
        self._cursor: tuple[int, int] | None = None
        """Where the terminal's cursor is, as far as that is known."""
        self._breaks = ""
        self._frame = ""
        self._held = ""
        self._out: list[str] = []

    def spare(self, data: str) -> str:
        """The same for the terminal, in fewer characters."""
        self._out = []
        if (size := self._size() or (0, 0)) != (self._picture.width, self._picture.height):
            self._picture = Picture(*size, self._picture.can)
        data, self._held = self._held + data, ""
        for token in _TOKEN.finditer(data):
            self._take(token)
        self._paint()
        if self._at and self._at != self._cursor:
            self._move()
        return "".join(self._out)

    def forget(self) -> None:
        """Somebody else has written to the terminal: whatever is painted next is sent whole."""
        self._picture.forget()
        self._cursor = None

    def _take(self, token: re.Match[str]) -> None:
        text = token[0]
        match token.lastgroup:
            case "worded":
                self._wants = changed(self._wants, token["worn"])
                self._write(token["worded"])
                self._wants = PLAIN
            case "look":
                self._wants = changed(self._wants, token["look"])
            case "move":
                self._at, self._breaks = (int(token["row"]), int(token["column"])), ""
            case "text":
                self._write(text)
            case "frame":
                self._bracket(text)
            case "rest":
                self._held = text
            case "quiet" if text not in _SCREEN:
                self._paint()
                self._send(text)
            case "control" if text in "\r\n" and self._at and self._at[0] < self._picture.height:
                # A line that ends, most often before a move to the next one, which makes it needless.
                self._breaks += text
            case _:
                self._pass_on(text)

    def _write(self, text: str) -> None:
        if self._at and not self._breaks:
            row, column = self._at
            end = self._picture.draw(column - 1, row - 1, text, self._wants)
            if end is not None:
                self._at = row, end + 1
                return
        self._pass_on(text)

    def _pass_on(self, text: str) -> None:
        """Send something as it is, from where and in the look it was meant to; who knows where it ends."""
        self._paint()
        if self._at:
            self._move()
            self._send(self._breaks)
        self._send(self._picture.turned(self._wants))
        self._send(text)
        self._at, self._cursor, self._breaks = None, None, ""
        self._picture = Picture(self._picture.width, self._picture.height, self._picture.can)

    def _paint(self) -> None:
        if update := self._picture.update():
            self._cursor = None
            self._send(update)

    def _move(self) -> None:
        row, column = self._cursor = self._at or (1, 1)
        if 0 < self._picture.width < column and row <= self._picture.height:
            # At the right edge a terminal waits with the line break until the next character comes.
            self._send(self._picture.edge(row - 1))
        else:
            self._send(f"\x1b[{row};{column}H")

    def _bracket(self, text: str) -> None:
        """Beginning and end of a frame, which are sent if there is anything between."""
        self._paint()
        if text == _FRAME[0]:
            self._frame = text
        elif not self._frame:
            self._out.append(text)
        else:
            self._frame = ""

    def _send(self, text: str) -> None:
        if text:
            begun, self._frame = self._frame, ""
            self._out += [begun, text]


def abilities(environment: Mapping[str, str] = os.environ) -> Abilities:
    """What the terminal can do besides writing, as terminfo says."""
    try:
        import curses
    except ImportError:
        return NOTHING
    try:
        curses.setupterm(environment.get("TERM"), sys.__stderr__.fileno() if sys.__stderr__ else -1)
        has = [bool(curses.tigetstr(name)) for name in ("ech", "csr", "dl", "il")]
        coloured = curses.tigetflag("bce") > 0
        # To GNU screen the sequence for italics is that for standing out, which it shows reversed. tmux knows better
        # than the terminal it often says to be.
        upright = curses.tigetstr("smso") == _ITALIC and "TMUX" not in environment
    except (ValueError, OSError, curses.error):
        return NOTHING
    return Abilities(erase=has[0], coloured=coloured, scroll=all(has[1:]), upright=upright)


@cache
def thrifty(driver: type[Driver]) -> type[Driver]:
    """The same driver, writing less."""

    class ThriftyDriver(driver):  # type: ignore[valid-type, misc]
        _thrift: Thrift | None = None

        def write(self, data: str) -> None:
            """Write what is left of ``data``."""
            if self._thrift is None:
                self._thrift = Thrift(terminal_size, abilities())
            if spared := self._thrift.spare(data):
                super().write(spared)

        def forget(self) -> None:
            """Paint all of it next time."""
            if self._thrift is not None:
                self._thrift.forget()

    return ThriftyDriver


def terminal_size() -> tuple[int, int] | None:
    """Columns and rows of the terminal that is written to."""
    with contextlib.suppress(OSError, ValueError, AttributeError):
        size = os.get_terminal_size(sys.__stderr__.fileno())  # type: ignore[union-attr]
        return size.columns, size.lines
    return None
