"""Given names, and which are short for which: "Jim" is "James", "Sandi" is not "Paul".

The names come from the nicknames package, a hand-kept list of English given names and what they are shortened to.
"""

from collections.abc import Mapping
from functools import cache

from newsread.names.genders import usual_pronoun


def is_given(name: str) -> bool:
    """Whether a word is known as a given name, in full or in short."""
    plain = name.casefold().rstrip(".")
    return plain in _known() or usual_pronoun(f"{plain} ") is not None


def may_be_one(one: str, other: str) -> bool:
    """Whether two given names may be one person's: equal, one the other's initial, or one short for the other."""
    first, second = (name.casefold().rstrip(".") for name in (one, other))
    if first == second or (first[:1] == second[:1] and 1 in {len(first), len(second)}):
        return True
    return second in _short_for().get(first, ()) or first in _short_for().get(second, ())


@cache
def _short_for() -> Mapping[str, set[str]]:
    from nicknames import NickNamer

    return NickNamer.default_lookup()


@cache
def _known() -> frozenset[str]:
    return frozenset(_short_for()) | frozenset(short for all_short in _short_for().values() for short in all_short)
