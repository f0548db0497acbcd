"""A name as the tagger marks it to the name alone: titles, articles and marks off, what is two names apart."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import Final

from newsread.model import EntityType
from newsread.names.given_names import is_given
from newsread.names.name_kinds import TITLES
from newsread.names.nlp import Name

TITLE: Final = re.compile(
    r"(?:the |a |an |former |then-|ex-|vice |deputy |acting |late |fellow |Fellow )*"
    r"(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Col|Lt|Sgt|Capt|Maj|Adm|Rev|Prof|Hon)\.? |President(?:-elect)? |Senator "
    r"|Representative |Congress(?:man|woman) |Governor |General |Colonel |Captain |Admiral |Judge |Justice "
    r"|Chief Justice |Secretary(?: of [A-Z]\w+)? |Minister |Prime Minister |Chancellor |Ambassador |King |Queen "
    r"|Prince |Princess |Pope |Sir |Lady |Lord |Professor |Sergeant |Officer |Detective |Sheriff |Mayor |Chairman "
    r"|Director |Bishop |Archbishop |Cardinal |Rabbi |Imam |Father |Sister |Reverend |Speaker |Commissioner |Coach "
    r"|Dean |Lieutenant |Corporal |Sheikh |Ayatollah |Crown Prince |Attorney General |Chairwoman |Councilman "
    r"|Councilwoman |Alderman |Premier |Superintendent |Trooper |Chief )*"
)
SUFFIX: Final = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
_ARTICLE: Final = re.compile(r"(?:the|a|an)\s+(?=\S)", re.IGNORECASE)
# Quotation marks, a party's letter before a state ("D-Calif."), prefixes ("ex-Republican", "non-U.S."), "Fellow".
_FRONT: Final = re.compile(
    r"[\"'“‘(\[]+|(?:[DRI]|(?i:ex|non|anti|pro|pre|post|mid))-(?=[A-Z])|[Ff]ellow (?=[A-Z])"
)  # fmt: skip
# "Ann's Town Hall": the owner is a name of its own where the story knows it.
_OWNED: Final = re.compile(r"([A-Z][\w.-]+)'s\s+(?=(.+))")
_PAIR: Final = re.compile(r"([A-Z][\w.-]*\w)(, | and | & )([A-Z][\w.-]*)$")
_DANGLING: Final = re.compile(r"(?:\s+\([^)]*|\s+(?:on|of|in|and|the|for|at|to|with|from|by))$")
_POSSESSIVE: Final = re.compile(r"'s?$")
_TRAILING_COMMON: Final = re.compile(r"(?:\s+(?!of\b)[a-z]+)+$")
_DASH: Final = re.compile(r"\s+(?:-+|\u2015)\s+")
_ACRONYM: Final = re.compile(r"[A-Z][A-Z.&]+\s")
# "Washington, D.C. Jackson's wife": a sentence that ends in an abbreviation, and the next one's first name.
_SENTENCE: Final = re.compile(r"(?:[A-Z]\.){2,}\s+(?=([A-Z][\w'-]+)$)")


def surnames_of(names: Iterable[Name]) -> frozenset[str]:
    """The last words of all names of people that have more than one."""
    full = (words for name in names if name.type is EntityType.PERSON and len(words := _trimmed(name.text).split()) > 1)
    return frozenset(words[-1] for words in full if words[-1][:1].isupper() and words[-1].lower() not in SUFFIX)


def pieces(name: Name, surnames: frozenset[str], alone: Collection[str]) -> Iterator[Name]:
    """The names in one stretch: "Trump" and "White House" in "the Trump White House", what stands around a dash.

    Args:
        name: A stretch as the tagger marks it.
        surnames: Those of the story.
        alone: What the tagger marks as a name elsewhere.
    """
    start = name.start
    for part in _apart(name.text, surnames, alone):
        at = name.text.index(part, start - name.start)
        # What is split off after its owner is somebody, whatever the whole was taken for.
        somebody = at > 0 and is_given(part.partition(" ")[0]) and name.text[:at].rstrip().endswith("'s")
        kind = EntityType.PERSON if somebody else name.type
        inner = replace(name, start=name.start + at, end=name.start + at + len(part), text=part, type=kind)
        start = inner.end
        yield from _split_person(inner, surnames)


def _apart(text: str, surnames: frozenset[str], alone: Collection[str]) -> Iterator[str]:
    """What dashes and ends of sentences part, an owner and what is his, two that are named side by side."""
    for part in _DASH.split(text):
        end, pair, owned = _SENTENCE.match(part), _PAIR.match(part), _OWNED.match(part)
        if pair and sum(half in alone for half in (pair[1], pair[3])) > (pair[2] != ", "):
            yield from (pair[1], pair[3])
        elif owned and (owned[1] in surnames or (owned[1] in alone and is_given(owned[2].split()[0]))):
            yield owned[1]
            if owned[2][0].isupper() and " " in owned[2]:
                yield owned[2]
        elif end:
            yield part[: end.end()].rstrip()
            yield part[end.end() :]
        elif part:
            yield part


def _split_person(name: Name, surnames: frozenset[str]) -> Iterator[Name]:
    if name.type is EntityType.ORG:
        article = _ARTICLE.match(name.text)
        start = article.end() if article else 0
        first, _, rest = name.text[start:].partition(" ")
        if first in surnames and rest[:1].isupper() and " " in rest:
            begin = name.start + start
            yield replace(
                name, start=begin, end=begin + len(first), text=first, type=EntityType.PERSON, after=rest.split()[0]
            )
            begin += len(first) + 1
            yield replace(name, start=begin, end=name.end, text=rest, before=first)
            return
    yield name


def cut(name: Name) -> Name:
    """The name without titles, articles, possessives and marks."""
    text, start, before = name.text, name.start, name.before
    titled = name.type is EntityType.PERSON or _is_titled(text)
    prefixes = (_FRONT, TITLE, _ARTICLE, _FRONT) if titled else (_FRONT, _ARTICLE, _FRONT)
    for prefix in prefixes:
        if (taken := prefix.match(text)) and 0 < taken.end() < len(text):
            before = taken[0].split()[-1] if prefix is not _FRONT else before
            text, start = text[taken.end() :], start + taken.end()
    text = _DANGLING.sub("", _POSSESSIVE.sub("", text))
    if name.type in (EntityType.PERSON, EntityType.PLACE):
        text = _TRAILING_COMMON.sub("", text)
    if name.type is EntityType.ORG and _ACRONYM.match(text):
        text = _without_office(text)
    text = text.rstrip(' ,;:-"')
    return replace(name, start=start, end=start + len(text), text=text, before=before)


def _is_titled(text: str) -> bool:
    """Whether it is somebody's name with a title before it, whatever the tagger takes it for."""
    title = TITLE.match(text)
    rest = text[title.end() :].split() if title else []
    return len(rest) > 1 and len(rest) < len(text.split()) and is_given(rest[0])


def _without_office(text: str) -> str:
    """The body without the title of whoever serves it: "FBI Special Agent"."""
    words = text.split()
    while len(words) > 1 and (words[-1].lower() in TITLES or words[-1] in {"Agent", "Special", "Chief"}):
        words.pop()
    return " ".join(words) if " ".join(words) == text[: len(" ".join(words))] else text


def _trimmed(text: str) -> str:
    return _POSSESSIVE.sub("", TITLE.sub("", text, count=1))
