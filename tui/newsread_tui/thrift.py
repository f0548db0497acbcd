"""Fewer bytes for the same picture.

Textual ends every stretch of text by resetting all attributes and begins the next by naming all of them again, colours
as numbers of nine digits included: three quarters of what a page of prose sends are such codes. Over a slow link that
is felt. :class:`Thrift` stands before the terminal and passes on only what changes from one stretch to the next.
"""

import re
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Final

from textual.driver import Driver

_TOKEN: Final = re.compile(
    r"\x1b\[(?P<look>[\d;]*)m"
    r"|(?P<move>\x1b\[\d+;\d+H)"
    r"|(?P<neutral>\x1b\[\?2026[hl]|\r\n)"
    r"|(?P<other>\x1b\[[0-?]*[ -/]*[@-ln-~]|\x1b[\]P^_X][^\x07\x1b]*(?:\x07|\x1b\\)|\x1b[ -/]*[0-OQ-WYZ`-~\\])"
    r"|(?P<rest>\x1b[^m\x07]*$)"
    r"|(?P<text>[^\x1b\r]+|\r|\x1b)"
)
_ENTER: Final = "\x1b[?1049h"
"""Entering the screen, at first or after a pause: somebody else has written to the terminal meanwhile."""
_OFF: Final = {"1": "22", "2": "22", "3": "23", "4": "24", "7": "27", "9": "29"}


@dataclass(frozen=True, slots=True)
class Look:
    """How the terminal writes: attributes switched on, and the colours that are set."""

    on: frozenset[str] = frozenset()
    ink: str = ""
    ground: str = ""


PLAIN: Final = Look()


class Thrift:
    """Rewrites what is sent to a terminal; it remembers how the terminal writes at the moment."""

    def __init__(self) -> None:
        self._has: Look | None = None
        self._wants = PLAIN
        self._held = ""

    def spare(self, data: str) -> str:
        """The same for the terminal, in fewer characters."""
        out: list[str] = []
        move = ""
        data, self._held = self._held + data, ""
        for token in _TOKEN.finditer(data):
            kind, text = token.lastgroup, token[0]
            if kind == "look":
                self._wants = changed(self._wants, token["look"])
            elif kind == "move":
                # Of several moves in a row only the last one matters.
                move = text
            elif kind == "rest":
                self._held = text
            else:
                if text == _ENTER:
                    self._has = None
                out += (move, "" if kind == "neutral" else self._look(), text)
                move = ""
        out.append(move)
        return "".join(out)

    def _look(self) -> str:
        has, self._has = self._has, self._wants
        return difference(has, self._wants)


@lru_cache(4096)
def changed(look: Look, codes: str) -> Look:
    """The look after a sequence of SGR codes (ECMA-48, and ITU T.416 colours with semicolons)."""
    numbers = codes.split(";")
    while numbers:
        code = numbers.pop(0)
        if code in ("", "0"):
            look = PLAIN
        elif code in ("38", "48"):
            size = 4 if numbers[:1] == ["2"] else 2
            colour, numbers = ";".join([code, *_short(numbers[:size])]), numbers[size:]
            look = replace(look, ink=colour) if code == "38" else replace(look, ground=colour)
        else:
            look = _switched(look, code)
    return look


_LEVELS: Final = ("0", "95", "135", "175", "215", "255")


def _short(colour: list[str]) -> list[str]:
    """A colour by its number where it is one of the 6 x 6 x 6 cube or of the greys that all terminals share."""
    _, *parts = colour
    if len(parts) == 3 and all(part in _LEVELS for part in parts):
        red, green, blue = (_LEVELS.index(part) for part in parts)
        return ["5", str(16 + 36 * red + 6 * green + blue)]
    if len(parts) == 3 and len(set(parts)) == 1 and parts[0].isdigit() and 8 <= int(parts[0]) <= 238:
        step, rest = divmod(int(parts[0]) - 8, 10)
        return ["5", str(232 + step)] if rest == 0 else colour
    return colour


def _switched(look: Look, code: str) -> Look:
    if code in ("39", "49"):
        return replace(look, ink="") if code == "39" else replace(look, ground="")
    if code in _OFF.values():
        return replace(look, on=frozenset(on for on in look.on if _OFF.get(on) != code))
    if len(code) > 1 and code[:-1] in ("3", "9"):
        return replace(look, ink=code)
    if len(code) > 1 and code[:-1] in ("4", "10"):
        return replace(look, ground=code)
    return replace(look, on=look.on | {code})


@lru_cache(4096)
def difference(has: Look | None, wants: Look) -> str:
    """The shortest sequence that turns one look into another; from an unknown one by way of a reset."""
    if has == wants:
        return ""
    afresh = ["0", *sorted(wants.on), *filter(None, (wants.ink, wants.ground))]
    if has is None:
        return _sequence(afresh)
    gone = has.on - wants.on
    if not gone <= _OFF.keys():
        return _sequence(afresh)
    off = {_OFF[code] for code in gone}
    # Bold and dim are switched off together.
    kept = {code for code in wants.on & has.on if _OFF.get(code) in off}
    codes = [*sorted(off), *sorted((wants.on - has.on) | kept)]
    codes += [wants.ink or "39"] * (wants.ink != has.ink) + [wants.ground or "49"] * (wants.ground != has.ground)
    return min(_sequence(codes), _sequence(afresh), key=len)


def _sequence(codes: list[str]) -> str:
    return f"\x1b[{';'.join(codes)}m" if codes != ["0"] else "\x1b[m"


@cache
def thrifty(driver: type[Driver]) -> type[Driver]:
    """The same driver, writing less."""

    class ThriftyDriver(driver):  # type: ignore[valid-type, misc]
        _thrift: Thrift | None = None

        def write(self, data: str) -> None:
            """Write what is left of ``data``."""
            if self._thrift is None:
                self._thrift = Thrift()
            if spared := self._thrift.spare(data):
                super().write(spared)

    return ThriftyDriver
