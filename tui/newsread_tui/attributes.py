"""How a terminal writes: attributes and colours, and the shortest way from one to another. Pure."""

from functools import lru_cache
from typing import Final, NamedTuple

_OFF: Final = {"1": "22", "2": "22", "3": "23", "4": "24", "7": "27", "9": "29"}
_UNSEEN_ON_BLANKS: Final = frozenset("123")  # bold, dim, italic
_LEVELS: Final = ("0", "95", "135", "175", "215", "255")


class Look(NamedTuple):
    """How the terminal writes: attributes switched on, and the colours that are set."""

    on: frozenset[str] = frozenset()
    ink: str = ""
    ground: str = ""


PLAIN: Final = Look()
_KNOWN: Final = {PLAIN: PLAIN}


def same(look: Look) -> Look:
    """The one object that stands for all looks like this: two that were made so are alike if one is the other."""
    return _KNOWN.setdefault(look, look)


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
            look = look._replace(ink=colour) if code == "38" else look._replace(ground=colour)
        else:
            look = _switched(look, code)
    return same(look)


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
        return look._replace(ink="") if code == "39" else look._replace(ground="")
    if code in _OFF.values():
        return look._replace(on=frozenset(on for on in look.on if _OFF.get(on) != code))
    if len(code) > 1 and code[:-1] in ("3", "9"):
        return look._replace(ink=code)
    if len(code) > 1 and code[:-1] in ("4", "10"):
        return look._replace(ground=code)
    return look._replace(on=look.on | {code})


@lru_cache(4096)
def on_blank(look: Look) -> Look:
    """What of a look can be seen on a blank: only the ground, unless it is reversed, underlined or the like."""
    seen = look if look.on - _UNSEEN_ON_BLANKS else Look(ground=look.ground)
    return same(seen)


@lru_cache(4096)
def upright(look: Look) -> Look:
    """The look for a terminal without italics: underlined instead."""
    return same(look._replace(on=look.on - {"3"} | {"4"})) if "3" in look.on else look


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
