"""The people of a story: which full names are one person's, and whom a surname alone means.

A surname means whom the title before it tells ("President Lee"), else the one whom the article introduces
first: namesakes of lesser weight are named in full each time. "Jr." tells a son from his father;
middle initials tell two presidents apart.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from typing import Final

from newsread.model import EntityType
from newsread.names import countries
from newsread.names.given_names import is_given, may_be_one
from newsread.names.nlp import Name

_SUFFIX: Final = re.compile(r",? (jr|sr|ii|iii|iv)$")
_OF_FAMILY: Final = frozenset({"jr", "sr"})


class People:
    """The people of a story, by their full names.

    Args:
        names: The names of the story, mended, in reading order.
        plain: Gives a name in the form in which names are compared.
    """

    def __init__(self, names: Sequence[Name], plain: Callable[[Name], str]) -> None:
        self.full: dict[str, Counter[int]] = defaultdict(Counter)
        self.titles: dict[str, Counter[str]] = defaultdict(Counter)
        for name in names:
            form = plain(name)
            several = len(_bare(form).split()) > 1 and not _is_hyphened(name.text)
            if name.type is EntityType.PERSON and several and not countries.country(name.text):
                self.full[form][name.article] += 1
                if name.before[:1].isupper():
                    self.titles[form][name.before] += 1
        self.suffixed = self._suffixed(names, plain)
        self.first = _first_meant(names, plain)
        self.same = self._joined()
        self.forms: dict[str, list[str]] = defaultdict(list)
        self.with_tail: dict[str, dict[str, None]] = defaultdict(dict)
        for full, person in self.same.items():
            self.forms[person].append(full)
            words = _bare(full).split()
            for first in range(1, len(words)):
                self.with_tail[" ".join(words[first:])][person] = None
        self.introduced: dict[int, list[str]] = defaultdict(list)
        self._introduce(names, plain)

    def key(self, name: Name, plain: str) -> str | None:
        """The key of the person named, or None if nobody of the story has the name."""
        if plain in self.full:
            return f"person {self.same[plain]}"
        initials = name.text.isupper() or ("." in name.text and not _suffix(plain))
        several = " " in _bare(plain) and not _is_hyphened(name.text)
        if (name.type is not EntityType.PERSON and initials) or several:
            return None
        best = self._bearer(name, plain)
        return f"person {best}" if best else None

    def _introduce(self, names: Sequence[Name], plain: Callable[[Name], str]) -> None:
        """Note in which order each article introduces the people it names in full or by a title."""
        for name in names:
            form = plain(name)
            person = self.same.get(form)
            if person is None and " " not in form and name.type is EntityType.PERSON:
                person = self._titled(name, form)
            if person and person not in self.introduced[name.article]:
                self.introduced[name.article].append(person)

    def _bearers(self, name: Name, plain: str) -> list[str]:
        """The people who have a surname, or else a given name."""
        bare, suffix = _bare(plain), _suffix(plain)
        with_name = list(self.with_tail.get(bare, ()))
        if suffix:
            return [p for p in with_name if any(_suffix(full) == suffix for full in self.forms[p])]
        if with_name or name.type is not EntityType.PERSON:
            return with_name
        return [p for p, forms in self.forms.items() if any(self._is_given(bare, full) for full in forms)]

    def _is_given(self, bare: str, full: str) -> bool:
        first = full.split(maxsplit=1)[0]
        return bare == first or (is_given(bare) and len(first) > 1 and may_be_one(bare, first))

    def _bearer(self, name: Name, plain: str) -> str | None:
        bearers = self._bearers(name, plain)
        if not bearers:
            return None
        if titled := self._titled(name, plain):
            return titled
        plainly = [person for person in bearers if (name.article, _suffix(person)) not in self.suffixed]
        if not _suffix(plain) and plainly:
            bearers = plainly  # who is called "Lee Jr." throughout is not meant by "Lee"
        here = [person for person in self.introduced[name.article] if person in bearers]
        return here[0] if here else max(bearers, key=self._weight)

    def bears(self, plain: str) -> bool:
        """Whether somebody of the story has a surname."""
        return plain in self.with_tail

    @staticmethod
    def _suffixed(names: Sequence[Name], plain: Callable[[Name], str]) -> frozenset[tuple[int, str]]:
        """The articles that call somebody by surname and suffix alone, with the suffix: "Lee Jr."."""
        forms = ((name.article, plain(name)) for name in names)
        return frozenset((number, _suffix(form)) for number, form in forms if _suffix(form) and " " not in _bare(form))

    def _titled(self, name: Name, plain: str) -> str | None:
        """The one who bears a surname and, somewhere in the story, the title that stands before it."""
        if not name.before[:1].isupper():
            return None
        bearers = self._bearers(name, plain)
        fit = [p for p in bearers if any(self.titles[full][name.before] for full in self.forms[p])]
        return max(fit, key=self._weight) if fit else None

    def _weight(self, person: str) -> tuple[int, int, str]:
        """How much speaks for a person when an article itself does not tell whom a surname means."""
        counts = [self.full[full] for full in self.forms[person]]
        return -bool(_suffix(person)), sum(count.total() for count in counts), person

    def _joined(self) -> dict[str, str]:
        """Each full name with the commonest form of the same person's name."""
        same: dict[str, str] = {}
        for full in sorted(self.full, key=lambda f: (-self.full[f].total(), f)):
            known = [leader for leader in dict.fromkeys(same.values()) if self._is_one(full, leader)]
            same[full] = known[0] if known else full
        return same

    def _is_one(self, one: str, other: str) -> bool:
        if _surname(one) != _surname(other) or not self._suffixes_agree(one, other):
            return False
        first, second = _bare(one).split(), _bare(other).split()
        if not _middles_agree(first[1:-1], second[1:-1]):
            return False
        if first[0] == second[0] or may_be_one(first[0], second[0]):
            return True
        # Two given names that share an initial, when a title is the same or no article has both: "Bob" and "Rob".
        titled = bool(self.titles[one].keys() & self.titles[other].keys())
        apart = not set(self.full[one]) & set(self.full[other])
        return first[0][0] == second[0][0] and titled and apart

    def _suffixes_agree(self, one: str, other: str) -> bool:
        """Whether "Jr." and the like may be left out: a father is somebody else, a third is often called plainly."""
        mine, theirs = _suffix(one), _suffix(other)
        if mine == theirs:
            return True
        apart = not set(self.full[one]) & set(self.full[other])
        if mine and theirs:
            return False
        if {mine, theirs} & _OF_FAMILY:
            junior = one if mine else other
            titled = bool(self.titles[one].keys() & self.titles[other].keys())
            # Nobody else is meant by the surname where he is named: so there is no father in the story.
            alone = all((number, _suffix(junior)) not in self.suffixed for number in self.full[junior])
            first = all(self.first[number, _surname(junior)] == junior for number in self.full[junior])
            return apart and (titled or (alone and first))
        return True


def _first_meant(names: Sequence[Name], plain: Callable[[Name], str]) -> dict[tuple[int, str], str]:
    """By article and surname the form in which the article has the surname first, alone or in a full name."""
    found: dict[tuple[int, str], str] = {}
    for name in names:
        if name.type is EntityType.PERSON and (form := plain(name)):
            found.setdefault((name.article, _surname(form)), form)
    return found


def _is_hyphened(text: str) -> bool:
    return "-" in text and " " not in text


def _bare(plain: str) -> str:
    return _SUFFIX.sub("", plain)


def _suffix(plain: str) -> str:
    match = _SUFFIX.search(plain)
    return match[1] if match else ""


def _surname(plain: str) -> str:
    return _bare(plain).split()[-1]


def _middles_agree(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether middle names may be one person's: left out by one, or beginning alike."""
    initials = ("".join(part[0] for part in middle) for middle in (one, other))
    return not one or not other or len(set(initials)) == 1
