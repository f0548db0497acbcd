"""Names as the tagger sees them to mentions as a reader does: titles and articles off, slips mended, gaps filled.

A statistical tagger errs in ways that general rules catch: "State" in "Secretary of State Rex Tillerson" is no
organisation, "the Trump White House" is two names, and a surname it marks in ten places it overlooks in the eleventh.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from newsread.model import Article, EntityType, Sentence, SentenceKind
from newsread.names import countries
from newsread.names.name_kinds import is_generic, is_service, kind_of
from newsread.names.nlp import Name
from newsread.names.places import is_adjective
from newsread.names.title_case import settled
from newsread.text import fold

_TITLE: Final = re.compile(
    r"(?:the |a |an |former |then-|ex-|vice |deputy |acting |late )*"
    r"(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Col|Lt|Sgt|Capt|Maj|Adm|Rev|Prof|Hon|St)\.? |President(?:-elect)? |Senator "
    r"|Representative |Congress(?:man|woman) |Governor |General |Colonel |Captain |Admiral |Judge |Justice "
    r"|Chief Justice |Secretary(?: of [A-Z]\w+)? |Minister |Prime Minister |Chancellor |Ambassador |King |Queen "
    r"|Prince |Princess |Pope |Sir |Lady |Lord |Professor |Sergeant |Officer |Detective |Sheriff |Mayor |Chairman "
    r"|Director )*"
)
_ARTICLE: Final = re.compile(r"(?:the|a|an)\s+(?=\S)", re.IGNORECASE)
# Quotation marks, a party's letter before a state ("D-Calif."), prefixes ("ex-Republican", "non-U.S.").
_FRONT: Final = re.compile(r"[\"'“‘(\[]+|(?:[DRI]|(?i:ex|non|anti|pro|pre|post|mid))-(?=[A-Z])")
_POSSESSIVE: Final = re.compile(r"'s?$")
_TRAILING_COMMON: Final = re.compile(r"(?:\s+(?!of\b)[a-z]+)+$")
_LANDFORM: Final = re.compile(r"\s+(?:[Pp]eninsula|[Ii]slands?|[Pp]lateau|[Dd]esert|[Bb]order)\b")
_PREFIXED: Final = re.compile(
    r"\b(?:Sea|Gulf|Bay|Straits?|Republic|Kingdom|Isle|University|Cape|Port|Bank|State|City|County)"
    r" of (?:the )?$"
)
# Words that name a department when "Department" or "Ministry" follows, and only an office when "Secretary" does.
_OFFICES: Final = frozenset({
    "agriculture", "army", "attorney", "commerce", "culture", "defence", "defense", "education", "energy", "finance",
    "environment", "foreign", "health", "home", "homeland", "housing", "interior", "justice", "labor", "labour", "navy",
    "press", "security", "state", "trade", "transportation", "treasury", "veterans",
})  # fmt: skip
_DEPARTMENT: Final = re.compile(r"\s*(?:Department|Ministry|Office|Committee|Bureau)\b")
# Names of people too, but not where they are words by themselves.
_CALENDAR: Final = frozenset(
    [
        "january",
        "april",
        "may",
        "june",
        "august",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
    ]
)
_CAPITAL_BEFORE: Final = re.compile(r"(?<![\w.'-])([A-Z][a-z]+) $")
_WORD: Final = re.compile(r"[^\W\d_][\w.'-]*")
_SUFFIX: Final = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})


def refine(names: Sequence[Name], articles: Sequence[Article]) -> list[Name]:
    """The names of a story, mended, in reading order and without overlaps."""
    folded = [fold(article.text) for article in articles]
    surnames = _surnames(names)
    mended = [
        part
        for name in names
        for piece in _split_person(name, surnames)
        if (part := _mended(piece, folded[name.article])) is not None
    ]
    apart = _with_family_names(settled(_without_overlaps(mended), articles), folded)
    return _without_overlaps([*apart, *_overlooked(apart, articles, folded)])


def _surnames(names: Iterable[Name]) -> frozenset[str]:
    full = (words for name in names if name.type is EntityType.PERSON and len(words := _trimmed(name.text).split()) > 1)
    return frozenset(words[-1] for words in full if words[-1][:1].isupper() and words[-1].lower() not in _SUFFIX)


def _trimmed(text: str) -> str:
    return _POSSESSIVE.sub("", _TITLE.sub("", text, count=1))


def _split_person(name: Name, surnames: frozenset[str]) -> Iterator[Name]:
    """Two names of one, as in "the Trump White House": "Trump" and "White House"."""
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


def _mended(name: Name, text: str) -> Name | None:
    """The name with the span and type a reader would give it; None if it is no name."""
    name = _extended(_cut(name), text)
    words = name.text.split()
    if not any(c.isupper() or c.isdigit() for c in name.text) or len(name.text) < 2:
        return None
    if _is_office(name, text) or (name.type is EntityType.OTHER and _is_phrase(words)):
        return None
    if is_generic(name.text, name.type):
        return None
    if name.type is EntityType.GROUP and (countries.is_demonym(name.text) or is_adjective(countries.key(name.text))):
        return replace(name, type=EntityType.PLACE)
    return replace(name, type=kind_of(name.text, name.type, name.before))


def _cut(name: Name) -> Name:
    """Titles, articles and possessives taken off."""
    text, start, before = name.text, name.start, name.before
    if front := _FRONT.match(text):
        text, start = text[front.end() :], start + front.end()
    for prefix in (_TITLE, _ARTICLE) if name.type is EntityType.PERSON else (_ARTICLE,):
        if (taken := prefix.match(text)) and 0 < taken.end() < len(text):
            before = taken[0].split()[-1]
            text, start = text[taken.end() :], start + taken.end()
    text = _POSSESSIVE.sub("", text)
    if name.type in (EntityType.PERSON, EntityType.PLACE):
        text = _TRAILING_COMMON.sub("", text)
    text = text.rstrip(' ,;:-"')
    return replace(name, start=start, end=start + len(text), text=text, before=before)


def _extended(name: Name, text: str) -> Name:
    """A place's name with the words that complete it: "Sea of Japan", "Korean peninsula"."""
    if name.type not in (EntityType.PLACE, EntityType.GROUP):
        return name
    start, end = name.start, name.end
    if before := _PREFIXED.search(text, max(0, start - 20), start):
        start = before.start()
    if after := _LANDFORM.match(text, end):
        end = after.end()
    if (start, end) == (name.start, name.end):
        return name
    return replace(name, start=start, end=end, text=text[start:end], type=EntityType.PLACE)


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
    common = {word for text in folded for word in re.findall(r"\b[a-z]+\b", text)}
    taken = {(name.article, name.end) for name in names}
    found = []
    for name in names:
        before = _CAPITAL_BEFORE.search(folded[name.article], max(0, name.start - 20), name.start)
        family = before[1] if before and name.type is EntityType.PERSON and " " not in name.text else ""
        if before and family and family.lower() not in common and (name.article, before.end(1)) not in taken:
            alone = re.compile(rf"(?<=[a-z,] ){family}\b(?! [A-Z])")
            places = list(alone.finditer(folded[name.article]))
            if places and not _TITLE.fullmatch(f"{family} "):
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


def _overlooked(names: Sequence[Name], articles: Sequence[Article], folded: Sequence[str]) -> Iterator[Name]:
    """Further occurrences of what the tagger named elsewhere in the story: surnames, family names, places."""
    known = _known(names, folded)
    taken = {(n.article, offset) for n in names for offset in range(n.start, n.end)}
    longest = max((text.count(" ") for text in known), default=0) + 1
    for number, article in enumerate(articles):
        for sentence in article.sentences:
            if sentence.kind is not SentenceKind.META:
                for start, end in _windows(folded[number], sentence, longest):
                    text = folded[number][start:end]
                    if text in known and (number, start) not in taken and (number, end - 1) not in taken:
                        yield Name(number, start, end, text, known[text])


def _known(names: Sequence[Name], folded: Sequence[str]) -> dict[str, EntityType]:
    """Surface forms that name one thing wherever they occur: named twice at least, and no word of the language."""
    votes: dict[str, Counter[EntityType]] = defaultdict(Counter)
    for name in names:
        votes[name.text][name.type] += 1
        parts = name.text.split()
        if name.type is EntityType.PERSON and len(parts) > 1 and parts[-1].lower() not in _SUFFIX:
            votes[parts[-1]][EntityType.PERSON] += 1
    common = {word for text in folded for word in re.findall(r"\b[a-z]+\b", text)} | _CALENDAR
    kinds = {text: count.most_common(1)[0][0] for text, count in votes.items() if count.total() > 1}
    return {
        text: kind
        for text, kind in kinds.items()
        if _is_sure(text, kind) and text[0].isupper() and text.lower() not in common
    }


def _is_sure(text: str, kind: EntityType) -> bool:
    """Whether a form is a name wherever it stands; a body's single word is one in capitals or as a service."""
    if kind is EntityType.ORG:
        return " " in text or (text.isupper() and len(text) > 2) or is_service(text)
    return kind in (EntityType.PERSON, EntityType.PLACE)


def _windows(text: str, sentence: Sentence, longest: int) -> Iterator[tuple[int, int]]:
    """Stretches of one to ``longest`` words without a possessive or full stop at the end; long ones first."""
    words = [(m.start(), m.end()) for m in _WORD.finditer(text, sentence.start, sentence.end)]
    for length in range(longest, 0, -1):
        for first in range(len(words) - length + 1):
            start, end = words[first][0], words[first + length - 1][1]
            if text[start].isupper():
                end = start + len(re.sub(r"(?:'s?|-)$", "", text[start:end]))
                yield start, end
                if text[end - 1] == ".":
                    yield start, end - 1
                if "-" in text[start:end]:  # "U.S.-Japan" names two
                    yield start, start + text[start:end].index("-")
                    yield start + text[start:end].rindex("-") + 1, end
