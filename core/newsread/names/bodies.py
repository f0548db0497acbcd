"""Bodies and groups by the forms of their names: "Department of Justice" and "Justice Department", "Republicans"."""

import re
from collections.abc import Collection, Iterator
from typing import Final

from newsread.names import countries

_OF: Final = re.compile(r"(department|ministry|office|bureau) of (?:the )?(.+)$")
# What a short form leaves out: "Georgetown" for "Georgetown University".
_TAILS: Final = (
    "university", "college", "corporation", "corp", "inc", "company", "co", "ltd", "llc", "plc", "stores", "holdings",
    "group", "news", "newspaper", "com", "international", "coalition", "movement",
)  # fmt: skip
# Names that no rule could join.
_KNOWN: Final = {"gop": "republican party", "fed": "federal reserve", "supreme court": "us supreme court"}
_ALIASES: Final = {
    "house": "house of representatives", "isis": "islamic state", "isil": "islamic state", "daesh": "islamic state",
    "huffpost": "huffington post",
}  # fmt: skip
_PAPERS: Final = frozenset({"times", "post", "journal", "tribune", "herald", "star", "globe", "guardian"})
_CHAMBERS: Final = ("house", "senate")
_PARTISANS: Final = {"democrat": "democrats", "democratic": "democrats", "republican": "republicans"}


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


def longer(plain: str, known: Collection[str]) -> str | None:
    """The one full name in a story that a short one stands for: "the Times", "the Judiciary Committee"."""
    if plain in _PAPERS:
        full = [name for name in known if name.endswith(f" {plain}")]
    elif " " in plain:
        full = [name for name in (f"{chamber} {plain}" for chamber in _CHAMBERS) if name in known]
    else:
        full = []
    return full[0] if len(full) == 1 else None


def canonical(plain: str, known: Collection[str]) -> str:
    """The key of a body or group: no country before a body that is also named without it, groups in the plural."""
    first, _, rest = plain.partition(" ")
    for country, body in ((first, rest), (" ".join(plain.split()[:2]), " ".join(plain.split()[2:]))):
        if " " in body and body in known and countries.country(country):
            return canonical(body, known)
        if " " in body and (usual := countries.country(country)) and countries.key(usual) != country:
            return canonical(f"{countries.key(usual)} {body}", known)
    if match := _OF.match(plain):
        return f"{match[2]} {match[1]}"
    if plain in _PARTISANS:
        return _PARTISANS[plain]
    for form in (f"{plain}s", f"{plain.removesuffix('ic')}s" if plain.endswith("ic") else ""):
        if form in known and " " not in plain:
            return form
    return plain
