"""What the words around a name tell: of what sort it is, and where it ends."""

import re
from dataclasses import replace
from typing import Final

from newsread.model import EntityType
from newsread.names import countries
from newsread.names.given_names import is_given
from newsread.names.name_kinds import TITLES, is_body
from newsread.names.nlp import Name
from newsread.names.places import STATE
from newsread.names.well_known import may_be_group

_ROLE: Final = "|".join(sorted(TITLES | {"lawyer", "founder", "adviser", "aide", "activist", "student", "analyst"}))
# "Ann Lee, a spokeswoman for": somebody; "Springfield, Mo.": somewhere; "The Gazette" within a sentence: a paper.
_APPOSED: Final = re.compile(rf",? ?(?:who is )?,\s(?:the|a|an|his|her|its)\s(?:[\w'-]+\s){{0,4}}?(?:{_ROLE})\b")
_OF_STATE: Final = re.compile(rf",\s(?:{STATE})(?!\w)")
_FROM_STATE: Final = re.compile(rf"\sof\s(?:{STATE})(?!\w)")
_TOWN: Final = re.compile(r"\b(?:in nearby|(?:city|town|village|suburb) of) $")
_COMPANY: Final = re.compile(r",?\s(?:L\.L\.C\.|LLC|Inc\.|Ltd\.?|Corp\.|Co\.|PLC|GmbH)(?!\w)")
_IS_COMPANY: Final = re.compile(
    r",\s(?:the|a|an)\s(?:[\w'-]+\s){0,3}?(?:restaurant|company|firm|bank|maker|newspaper|website|magazine|retailer"
    r"|manufacturer|charity|nonprofit|think tank|law firm|hospital|university|startup|airline)\b"
)
_PERSONAL: Final = re.compile(r"[A-Z]\.|(?:[A-Z]['’]?)?[A-Z][\w'-]*[a-z][\w'-]*|(?:Jr|Sr)\.?|[A-Z]{2}")
_PAPER: Final = re.compile(r"(?<=[a-z,;:] )(?:The )$")
_ONLY_CALLED_THE: Final = frozenset({"hague", "bronx", "gambia", "bahamas", "netherlands", "congo", "vatican"})
_LANDFORM: Final = re.compile(r"\s+(?:[Pp]eninsula|[Ii]slands?|[Pp]lateau|[Dd]esert)\b")
_PREFIXED: Final = re.compile(
    r"\b(?:Sea|Gulf|Bay|Straits?|Republic|Kingdom|Isle|University|Cape|Port|Bank|State|City|County)"
    r" of (?:the )?$"
)
_BODY: Final = (
    r"Department|Ministry|Agency|Bureau|Commission|Committee|Council|Court|University|College|Service|Association"
    r"|Authority|Administration|Institute|Foundation|Federation|Guard|Navy|Army|Patrol|Parliament|Senate|Chamber"
)
# "United States Fish and Wildlife Service", "Missouri Highway Patrol": a place at the head of a body's name.
_GOES_ON: Final = re.compile(
    rf"\s(?:(?!Department)[A-Z][\w'-]+\s(?:(?:and|of|for|&)\s)?){{0,4}}(?:{_BODY})\b(?:\sof\s[A-Z]\w+)?"
)
_VERSUS: Final = re.compile(r"\sv(?:s)?\.\s(?:[A-Z][\w.&'-]+\s?)+")
_HEARD: Final = re.compile(r"\sv(?:s)?\.\s$")


def extended(name: Name, text: str) -> Name:
    """The name with the words that complete it: "Sea of Japan", "United States Supreme Court", "Lee v. Ray"."""
    if case := _VERSUS.match(text, name.end):
        end = case.start() + len(case[0].rstrip(" .,"))
        return replace(name, end=end, text=text[name.start : end], type=EntityType.OTHER)
    if name.type not in (EntityType.PLACE, EntityType.GROUP) and not countries.country(name.text):
        return name
    start, end = name.start, name.end
    if before := _PREFIXED.search(text, max(0, start - 20), start):
        start = before.start()
    body = _GOES_ON.match(text, end)
    if body and not text[name.end :].startswith("'"):
        return replace(name, end=body.end(), text=text[name.start : body.end()], type=EntityType.ORG)
    if after := _LANDFORM.match(text, end):
        end = after.end()
    if (start, end) == (name.start, name.end):
        return name
    return replace(name, start=start, end=end, text=text[start:end], type=EntityType.PLACE)


def kind_around(name: Name, text: str, surnames: frozenset[str]) -> EntityType:
    """The type that the words around a name tell, else its own."""
    words = name.text.split()
    if name.text.removesuffix("s") in surnames and name.before.lower() == "the" and name.text not in surnames:
        return EntityType.PERSON  # "the Lees"
    if name.type is EntityType.PLACE and len(words) == 2 and is_given(words[0]) and _FROM_STATE.match(text, name.end):
        return EntityType.PERSON
    if name.type is EntityType.PLACE and _is_paper(name, text):
        return EntityType.ORG
    known = bool(words[-1] in surnames or _APPOSED.match(text, name.end))
    if name.type is EntityType.ORG and known and not is_body(words) and _may_be_person(words):
        return EntityType.PERSON
    if name.type is EntityType.GROUP and not may_be_group(name.text) and not countries.country(name.text):
        person = len(words) == 2 and _may_be_person(words) and name.before.lower() not in {"the", "a", "an"}
        return EntityType.PERSON if person and not is_body(words) else EntityType.ORG
    return name.type


def kind_told(name: Name, text: str) -> EntityType | None:
    """The type that an article tells outright: a town by its state, a company by its form or by what it is called."""
    if _COMPANY.match(text, name.end) or _IS_COMPANY.match(text, name.end):
        return EntityType.ORG
    town = _OF_STATE.match(text, name.end) or _TOWN.search(text, max(0, name.start - 20), name.start)
    return EntityType.PLACE if town and not is_body(name.text.split()) else None


def is_defendant(name: Name, text: str) -> bool:
    """Whether it is the second name of a case in court, which belongs to the first: "Lee v. Ray"."""
    return bool(_HEARD.search(text, max(0, name.start - 6), name.start))


def _may_be_person(words: list[str]) -> bool:
    """Whether words look like a given name and a surname."""
    return 2 <= len(words) <= 4 and all(_PERSONAL.fullmatch(word) for word in words)


def _is_paper(name: Name, text: str) -> bool:
    return bool(_PAPER.search(text, max(0, name.start - 8), name.start)) and name.text.lower() not in _ONLY_CALLED_THE
