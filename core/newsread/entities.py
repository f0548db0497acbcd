"""Mentions to entities: which names in the articles of a story name the same thing.

Names are joined by what the articles themselves show: the same words in another dress ("Kim Jong Un", "Kim
Jong-un"), a country by any of its names, an acronym and what it stands for, and a surname that stands for the one
person of the story who bears it. Two people of one surname stay two when an article names both in full.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

from newsread import countries
from newsread.mentions import refine
from newsread.model import Article, Entity, EntityType, Mention
from newsread.nlp import Name

_SUFFIX: Final = re.compile(r",? (?:jr|sr|ii|iii|iv)$")
_COMPASS: Final = frozenset({"north", "south", "east", "west"})


def group(names: Sequence[Name], articles: Sequence[Article]) -> tuple[Entity, ...]:
    """Group the names that the tagger found in a story into entities, most mentioned first."""
    mended = refine(names, articles)
    keys = _Keys(mended)
    groups: dict[str, list[Name]] = defaultdict(list)
    for name in mended:
        groups[keys.of(name)].append(name)
    ordered = sorted(groups.values(), key=lambda group: (-len(group), group[0].article, group[0].start))
    return tuple(_entity(number, group) for number, group in enumerate(ordered))


def _entity(number: int, group: Sequence[Name]) -> Entity:
    mentions = tuple(Mention(name.article, name.start, name.end) for name in group)
    return Entity(number, _display(group), _type(group), mentions)


def _type(group: Iterable[Name]) -> EntityType:
    """The type most mentions have; a country is a place whatever the tagger says of a mention."""
    votes: Counter[EntityType] = Counter()
    for name in group:
        votes[EntityType.PLACE if _country(name) else name.type] += 1
    return votes.most_common(1)[0][0]


def _display(group: Sequence[Name]) -> str:
    """The fullest name that is also usual: the commonest of more than one word, a country's usual name."""
    if usual := next((c for name in group if (c := _country(name))), None):
        return usual
    forms = Counter(name.text for name in group)
    return max(forms, key=lambda form: (" " in form, forms[form], -form.count("."), len(form), form))


def _country(name: Name) -> str | None:
    """The country named, if any: a person's single name ("Jordan", "Chad") is none, whatever the tagger says."""
    single = name.text.isalpha()
    return None if name.type is EntityType.PERSON and single else countries.country(name.text)


def _may_be_surname(name: Name) -> bool:
    return name.type is EntityType.PERSON or not (name.text.isupper() or "." in name.text)


class _Keys:
    """Gives equal keys to names of one thing. Built from all names of a story, since each is read in their light."""

    def __init__(self, names: Sequence[Name]) -> None:
        self.plain = Counter(_plain(name) for name in names)
        self.acronyms = _acronyms(names)
        self.people = _People(names)
        self.directions = _directions(self.plain)

    def of(self, name: Name) -> str:
        plain = _plain(name)
        if usual := _country(name):
            return f"country {usual}"
        if plain in self.directions and name.before.lower() == "the":
            return self.directions[plain]
        if key := self.people.key(name, plain):
            return key
        return self.acronyms.get(plain, plain)


def _plain(name: Name) -> str:
    return countries.key(name.text)


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


class _People:
    """The people of a story, by their full names."""

    def __init__(self, names: Sequence[Name]) -> None:
        self.full: dict[str, Counter[int]] = defaultdict(Counter)
        self.titles: dict[str, set[str]] = defaultdict(set)
        for name in names:
            plain = _plain(name)
            if name.type is EntityType.PERSON and " " in plain and not countries.country(name.text):
                self.full[plain][name.article] += 1
                self.titles[plain] |= {name.before} if name.before[:1].isupper() else set()
        self.same = self._joined()

    def key(self, name: Name, plain: str) -> str | None:
        """The key of the person named, or None if nobody of the story has the name."""
        if plain in self.full:
            return f"person {self.same[plain]}"
        if " " in plain or not _may_be_surname(name):
            return None
        bearers = [full for full in self.full if _surname(full) == plain] or [
            full for full in self.full if full.split()[0] == plain and name.type is EntityType.PERSON
        ]
        if not bearers:
            return None
        best = max(bearers, key=lambda full: (self.full[full][name.article], self.full[full].total(), full))
        return f"person {self.same[best]}"

    def _joined(self) -> dict[str, str]:
        """Each full name with the commonest form of the same person's name."""
        same: dict[str, str] = {}
        for full in sorted(self.full, key=lambda f: (-self.full[f].total(), f)):
            known = [leader for leader in dict.fromkeys(same.values()) if self._is_one(full, leader)]
            same[full] = known[0] if known else full
        return same

    def _is_one(self, one: str, other: str) -> bool:
        if _is_suffixed(one) != _is_suffixed(other) or _surname(one) != _surname(other):
            return False
        first, second = one.split(maxsplit=1)[0], other.split(maxsplit=1)[0]
        if first == second:
            return True
        if first[0] != second[0]:
            return False
        # "J. Ernst" and "Jonathan Ernst"; "Jim" and "James" Mattis when both are "Secretary" or never meet in an
        # article.
        initial = len(first) == 1 or len(second) == 1
        titled = bool(self.titles[one] & self.titles[other])
        return initial or titled or not set(self.full[one]) & set(self.full[other])


def _surname(full: str) -> str:
    return _SUFFIX.sub("", full).split()[-1]


def _is_suffixed(full: str) -> bool:
    return bool(_SUFFIX.search(full))
