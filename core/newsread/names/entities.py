"""Mentions to entities: which names in the articles of a story name the same thing.

Names are joined by what the articles themselves show: the same words in another dress ("Kim Jong Un", "Kim
Jong-un"), a country by any of its names, an acronym and what it stands for, and a surname that stands for the one
person of the story who bears it. Two people of one surname stay two when an article names both in full.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

from newsread.model import Article, Entity, EntityType, Mention
from newsread.names import bodies, countries
from newsread.names.mentions import refine
from newsread.names.name_kinds import is_body
from newsread.names.nlp import Name
from newsread.names.people import People
from newsread.names.places import full_name, is_adjective, place_key
from newsread.names.well_known import NAMES
from newsread.text import fold

_PARENTHESIS: Final = re.compile(r"'?s?,? \((?:the )?([A-Z][A-Z.&]{1,8})\)")
_ORDINAL: Final = re.compile(r"^\d+(?:st|nd|rd|th) (?=congress|parliament)")
_COMPASS: Final = frozenset({"north", "south", "east", "west"})
_ACRONYM: Final = 5  # letters
_FEW: Final = 2  # mentions
_PREPOSITIONS: Final = {
    **dict.fromkeys(("in", "near", "outside", "around"), EntityType.PLACE),
    "on": EntityType.ORG,
}


def group(names: Sequence[Name], articles: Sequence[Article]) -> tuple[Entity, ...]:
    """Group the names that the tagger found in a story into entities, most mentioned first."""
    mended = refine(names, articles)
    keys = _Keys(mended, [fold(article.text) for article in articles])
    groups: dict[str, list[Name]] = defaultdict(list)
    for name in mended:
        groups[keys.of(name)].append(name)
    ordered = sorted(groups.items(), key=lambda item: (-len(item[1]), item[1][0].article, item[1][0].start))
    return tuple(_entity(number, key, group) for number, (key, group) in enumerate(ordered))


def _entity(number: int, key: str, group: Sequence[Name]) -> Entity:
    mentions = tuple(Mention(name.article, name.start, name.end) for name in group)
    kind = EntityType.PERSON if key.startswith("person ") else _unmistaken(group, _type(group))
    return Entity(number, _display(group), kind, mentions)


def _unmistaken(group: Sequence[Name], kind: EntityType) -> EntityType:
    """The type, unless what is taken for a person is rather where or on what something happened: "in Ferguson"."""
    before = Counter(_PREPOSITIONS.get(name.before.lower()) for name in group)
    if kind is EntityType.PERSON and all(" " not in name.text for name in group) and len(group) > 1:
        for instead in (EntityType.PLACE, EntityType.ORG):
            if before[instead] * 5 >= len(group):
                return instead
    words = {name.text for name in group}
    if kind is EntityType.ORG and not any(" " in word or is_body([word]) or word in NAMES for word in words):
        return EntityType.PLACE if len(group) > _FEW and before[EntityType.PLACE] * 3 >= len(group) else kind
    return kind


def _type(group: Iterable[Name]) -> EntityType:
    """The type most mentions have; a country, state or continent is a place whatever the tagger says of a mention."""
    votes: Counter[EntityType] = Counter()
    for name in group:
        votes[EntityType.PLACE if _country(name) or place_key(_plain(name), name.text) else name.type] += 1
    return votes.most_common(1)[0][0]


def _display(group: Sequence[Name]) -> str:
    """The fullest name that is also usual: the commonest of more than one word, a country's usual name."""
    if usual := next((c for name in group if (c := _country(name))), None):
        return usual
    forms = Counter(name.text for name in group)
    place = _type(group) is EntityType.PLACE

    def fitness(form: str) -> tuple[bool, bool, bool, int, int, int, str]:
        spelt = not (form.isupper() and len(form) > _ACRONYM)
        whole = not form.endswith(".") if place else " " in form
        return not is_adjective(form), spelt, whole, forms[form], -form.count("."), len(form), form

    best = max(forms, key=fitness)
    if full := full_name(best):
        return full
    return best.title() if best.isupper() and len(best) > _ACRONYM and best.isalpha() and place else best


def _country(name: Name) -> str | None:
    """The country named, if any: a person's single name ("Jordan", "Chad") is none, whatever the tagger says."""
    single = name.text.isalpha()
    return None if name.type is EntityType.PERSON and single else countries.country(name.text)


class _Keys:
    """Gives equal keys to names of one thing. Built from all names of a story, since each is read in their light."""

    def __init__(self, names: Sequence[Name], texts: Sequence[str]) -> None:
        self.plain = Counter(_plain(name) for name in names)
        self.acronyms = _acronyms(names)
        self.introduced = _introduced(names, texts)
        self.people = People(names, _plain)
        self.directions = _directions(self.plain)

    def of(self, name: Name) -> str:
        plain = _plain(name)
        if plain.startswith("@"):
            plain = next((full for full in self.plain if full.replace(" ", "") == plain[1:]), plain)
        if full := self.introduced.get(plain):
            return self._usual(full)
        if usual := _country(name):
            return f"country {usual}"
        if plain in self.directions and (name.before.lower() == "the" or not self.people.bears(plain)):
            return self.directions[plain]
        if known := self.people.key(name, plain) or place_key(plain, name.text):
            return known
        return self._usual(self.acronyms.get(plain, plain))

    def _usual(self, plain: str) -> str:
        """The key of a body or group: the longer name where the story has it, the plural of a group."""
        plain = bodies.longer(plain, self.plain) or plain
        forms = (form for form in bodies.forms(plain) if form in self.plain and len(form) > len(plain))
        if longest := max(forms, key=lambda form: (len(form), form), default=""):
            return self._usual(longest)
        known = next((form for form in bodies.forms(plain) if form in self.plain and form != plain), plain)
        return bodies.canonical(known, self.plain)


def _introduced(names: Sequence[Name], texts: Sequence[str]) -> dict[str, str]:
    """Acronyms that an article puts in parentheses after what they stand for: "Bureau of Bridges (BB)"."""
    found: dict[str, str] = {}
    for name in names:
        match = _PARENTHESIS.match(texts[name.article], name.end)
        initials = {word[0] for word in re.findall(r"[^\W_]+", name.text)}
        if match and name.type is not EntityType.PERSON and set(match[1]) - {".", "&"} <= initials:
            found[countries.key(match[1])] = _plain(name)
    return found


def _plain(name: Name) -> str:
    return _plain_text(name.text)


@lru_cache(maxsize=1 << 14)  # a story has few names, and many mentions of each
def _plain_text(text: str) -> str:
    return _ORDINAL.sub("", countries.key(text.replace("&", "and")))


def _acronyms(names: Sequence[Name]) -> dict[str, str]:
    """Acronyms of the story with what they stand for, where a name of the story has these initials."""
    full: dict[str, str] = {}
    for name in names:
        words = re.findall(r"[^\W\d_][\w']*", name.text)
        if len(words) > 1 and name.type is not EntityType.PERSON:
            for initials in ("".join(w[0] for w in words), "".join(w[0] for w in words if w[0].isupper())):
                if len(initials) > 1:
                    full.setdefault(initials.lower(), _plain(name))
    written = {_plain(name) for name in names if re.fullmatch(r"(?:[A-Z]\.?){2,6}", name.text)}
    return {acronym: full[acronym] for acronym in written if acronym in full}


def _directions(plain: Counter[str]) -> dict[str, str]:
    """What "the North" means in a story that names one country of the north."""
    found: dict[str, str] = {}
    for direction in _COMPASS:
        named = {usual for text in plain if text.startswith(f"{direction} ") and (usual := countries.country(text))}
        if len(named) == 1:
            found[direction] = f"country {named.pop()}"
    return found
