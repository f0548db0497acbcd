"""Bodies and groups by the forms of their names: "Department of Justice" and "Justice Department", "Republicans"."""

import re
from collections.abc import Collection, Iterator
from typing import Final

from newsread.names import countries

_OF: Final = re.compile(r"(department|ministry|office|bureau) of (?:the )?(.+)$")
# What a short form leaves out: "Georgetown" for "Georgetown University".
_TAILS: Final = ("university", "college", "corporation", "corp", "inc", "company", "news", "newspaper", "com")
# Names that no rule could join.
_KNOWN: Final = {"gop": "republican party", "fed": "federal reserve", "supreme court": "us supreme court"}
_ALIASES: Final = {"house": "house of representatives"}


def forms(plain: str) -> Iterator[str]:
    """Other names, in the compared form, that the same body may have."""
    if match := _OF.match(plain):
        yield f"{match[2]} {match[1]}"
    for tail in _TAILS:
        yield f"{plain} {tail}"
    if plain in _KNOWN:
        yield _KNOWN[plain]
    if plain in _ALIASES:
        yield _ALIASES[plain]


def canonical(plain: str, known: Collection[str]) -> str:
    """The key of a body or group: no country before a body that is also named without it, groups in the plural."""
    first, _, rest = plain.partition(" ")
    for country, body in ((first, rest), (" ".join(plain.split()[:2]), " ".join(plain.split()[2:]))):
        if " " in body and body in known and countries.country(country):
            return canonical(body, known)
    if match := _OF.match(plain):
        return f"{match[2]} {match[1]}"
    for form in (f"{plain}s", f"{plain.removesuffix('ic')}s" if plain.endswith("ic") else ""):
        if form in known and " " not in plain:
            return form
    return plain
