"""Names as the tagger sees them to mentions as a reader does: titles and articles off, slips mended, gaps filled.

A statistical tagger errs in ways that general rules catch: "State" in "Secretary of State Rex Tillerson" is no
organisation, "the Trump White House" is two names, and a surname it marks in ten places it overlooks in the eleventh.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from newsread.model import Article, EntityType
from newsread.names import countries
from newsread.names.context import extended, is_defendant, kind_around, kind_told
from newsread.names.name_kinds import is_generic, kind_of
from newsread.names.nlp import Name
from newsread.names.overlooked import common_words, overlooked
from newsread.names.places import is_adjective
from newsread.names.title_case import settled
from newsread.names.trimming import TITLE, cut, pieces, surnames_of
from newsread.names.well_known import NAMES
from newsread.text import fold

# Words that name a department when "Department" or "Ministry" follows, and only an office when "Secretary" does.
_OFFICES: Final = frozenset({
    "agriculture", "army", "attorney", "commerce", "culture", "defence", "defense", "education", "energy", "finance",
    "environment", "foreign", "health", "home", "homeland", "housing", "interior", "justice", "labor", "labour", "navy",
    "press", "security", "state", "trade", "transportation", "treasury", "veterans",
})  # fmt: skip
_DEPARTMENT: Final = re.compile(r"\s*(?:Department|Ministry|Office|Committee|Bureau)\b")
_BEGINNING: Final = re.compile(r"(?:^|[.!?:\n][\"']?\s?|[\n\s][\"'])$")
_ACRONYM: Final = 3  # letters
_CAPITAL_BEFORE: Final = re.compile(r"(?<![\w.'-])([A-Z][a-z]+) $")


def refine(names: Sequence[Name], articles: Sequence[Article]) -> list[Name]:
    """The names of a story, mended, in reading order and without overlaps."""
    folded = [fold(article.text) for article in articles]
    surnames = surnames_of(names)
    common = common_words(folded)
    alone = {_bare(name.text) for name in names}
    mended = [
        part
        for name in names
        for piece in _pieces(name, surnames, alone, common)
        if (part := _mended(piece, folded[name.article], surnames)) is not None
        and not _is_word(part, folded[name.article], surnames, common)
    ]
    apart = _with_family_names(settled(_told(_without_overlaps(mended), surnames), articles), folded)
    more = (extended(name, folded[name.article]) for name in overlooked(apart, articles, folded))
    return _without_overlaps([*apart, *more])


def _bare(text: str) -> str:
    return text.removesuffix("'s")


def _is_word(name: Name, text: str, surnames: frozenset[str], common: Collection[str]) -> bool:
    """Whether it is a word of the language that has a capital only as it begins a sentence or is cried out."""
    plain = name.text.lower()
    if plain not in common or name.text in surnames or name.text in NAMES or name.type is EntityType.PLACE:
        return False
    cried = name.text.isupper() and len(name.text) > _ACRONYM
    return cried or bool(_BEGINNING.search(text, max(0, name.start - 4), name.start))


def _pieces(name: Name, surnames: frozenset[str], alone: Collection[str], common: Collection[str]) -> Iterator[Name]:
    """The names in one stretch; what a dash parts from a name may be a word that begins a sentence."""
    found = list(pieces(name, surnames, alone))
    return (piece for piece in found if len(found) == 1 or piece.text.lower() not in common)


def _told(names: Sequence[Name], surnames: frozenset[str]) -> list[Name]:
    """The same names, each of the type that the text tells of it anywhere in the story: "Granny's, Inc."."""
    sure = {name.text: name.type for name in names if name.sure and name.text not in surnames}
    return [replace(name, type=sure.get(name.text, name.type)) for name in names]


def _mended(name: Name, text: str, surnames: frozenset[str]) -> Name | None:
    """The name with the span and type a reader would give it; None if it is no name."""
    name = extended(cut(name), text)
    if _is_none(name, text):
        return None
    if name.type is EntityType.GROUP and (countries.is_demonym(name.text) or is_adjective(countries.key(name.text))):
        return replace(name, type=EntityType.PLACE)
    name = replace(name, type=kind_of(name.text, name.type, name.before))
    if told := kind_told(name, text):
        return replace(name, type=told, sure=True)
    return replace(name, type=kind_around(name, text, surnames))


def _is_none(name: Name, text: str) -> bool:
    """Whether what the tagger marked names nothing."""
    words = name.text.split()
    if len(name.text) < 2 or not any(c.isupper() or c.isdigit() for c in name.text):
        return True
    if is_generic(name.text, name.type) or (len(words) == 1 and name.text.endswith("ism")):
        return True
    phrase = name.type is EntityType.OTHER and _is_phrase(words)
    return phrase or _is_office(name, text) or is_defendant(name, text)


def _is_office(name: Name, text: str) -> bool:
    """Whether it is "State" or "Defense" as part of somebody's title."""
    office = name.text.lower() in _OFFICES and name.type in (EntityType.ORG, EntityType.PERSON)
    return office and not _DEPARTMENT.match(text, name.end)


def _is_phrase(words: Sequence[str]) -> bool:
    """Whether most of the words are lower-case: a quotation that the tagger took for a title."""
    lower = sum(word[0].islower() and len(word) > 3 for word in words)
    return lower * 3 > len(words)


def _with_family_names(names: Sequence[Name], folded: Sequence[str]) -> list[Name]:
    """Family names that come first and that the tagger left out: "Fan" in "Fan Changlong, a general, ... Fan said"."""
    common = common_words(folded)
    taken = {(name.article, name.end) for name in names}
    found = []
    for name in names:
        before = _CAPITAL_BEFORE.search(folded[name.article], max(0, name.start - 20), name.start)
        family = before[1] if before and name.type is EntityType.PERSON and " " not in name.text else ""
        if before and family and family.lower() not in common and (name.article, before.end(1)) not in taken:
            alone = re.compile(rf"(?<=[a-z,] ){family}\b(?! [A-Z])")
            places = list(alone.finditer(folded[name.article]))
            if places and not TITLE.fullmatch(f"{family} "):
                start = before.start(1)
                found.append(replace(name, start=start, text=f"{family} {name.text}", before=""))
                found += [replace(name, start=m.start(), end=m.end(), text=family, before="") for m in places]
                continue
        found.append(name)
    return _without_overlaps(found)


def _without_overlaps(names: Iterable[Name]) -> list[Name]:
    """In reading order; where two overlap the longer stays."""
    kept: list[Name] = []
    for name in sorted(names, key=lambda n: (n.article, n.start, -n.end)):
        if kept and kept[-1].article == name.article and name.start < kept[-1].end:
            if name.end - name.start > kept[-1].end - kept[-1].start:
                kept[-1] = name
        else:
            kept.append(name)
    return kept
