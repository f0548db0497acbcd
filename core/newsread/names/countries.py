"""Countries by every name the news uses for them: "US", "U.S.", "America", "American", "DPRK", "N. Korea".

The names come from the countryinfo package; what it leaves out follows from them by rule (initials, the name proper of
an official name). Two-letter codes are taken only when they are a country's initials, as "CA" or "IN" mean states;
three-letter codes never, as "ATF" is an office.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import Any, Final

# Words of official names whose initials the news uses: "DPRK", "UAE", not "IRA" or "FSM".
_TELLING: Final = frozenset({"United", "People's", "Democratic"})
_SMALL: Final = frozenset({"of", "the", "and"})
_COMPASS: Final = {"n": "north", "s": "south", "e": "east", "w": "west"}


def country(name: str) -> str | None:
    """The usual name of the country that ``name`` names, also as an adjective; None if it names none.

    ``name`` has its quotation marks and spaces folded, and no article or possessive.
    """
    return _names().get(key(name))


def is_demonym(name: str) -> bool:
    """Whether ``name`` is a country's adjective ("Japanese"), as far as it differs from its name."""
    return key(name) in _demonyms()


@lru_cache(maxsize=1 << 14)  # a story has few names, and many mentions of each
def key(name: str) -> str:
    """``name`` in the form in which names are compared: no case, no full stops, hyphens as spaces."""
    words = name.replace("-", " ").casefold().split()
    if len(words) > 1 and words[0].rstrip(".") in _COMPASS:
        words[0] = _COMPASS[words[0].rstrip(".")]
    return " ".join(words).replace(".", "")


@cache
def _countries() -> list[dict[str, Any]]:
    from countryinfo import all_countries

    return [info for known in all_countries() if (info := dict(known.info())).get("name")]


@cache
def _names() -> dict[str, str]:
    names: dict[str, str] = {}
    # Big countries first: where two share a name or initials, the news means the bigger one.
    for info in sorted(_countries(), key=lambda info: -(info.get("population") or 0)):
        for alias in _aliases(info):
            names.setdefault(key(alias), info["name"])
    return names


@cache
def _demonyms() -> frozenset[str]:
    return frozenset(
        key(demonym) for info in _countries() if (demonym := info.get("demonym")) and demonym != info["name"]
    )


def _aliases(info: dict[str, Any]) -> Iterator[str]:
    name, demonym = info["name"], info.get("demonym") or ""
    official = [spelling for spelling in info.get("altSpellings", ()) if len(spelling) > 3 and "," not in spelling]
    yield name
    yield from official
    if demonym:
        yield demonym
    for full in (name, *official):
        initials = "".join(word[0] for word in re.findall(r"[A-Za-z']+", full) if word.lower() not in _SMALL)
        known = initials in info.get("altSpellings", ()) or (len(initials) > 2 and bool(_TELLING & set(full.split())))
        if initials.isupper() and len(initials) > 1 and known:
            yield initials
        last = full.rsplit(" of ", 1)[-1]
        if last != full and len(last) > 4 and demonym.startswith(last):  # United States of America, American
            yield last
