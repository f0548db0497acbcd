"""The people and bodies of a story, and the titles and appositions by which its articles introduce them."""

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from newsread.model import Article, Entity, EntityType, Mention
from newsread.names.genders import usual_pronoun
from newsread.text import fold

_WORD: Final = re.compile(r"[^\W_][\w.'-]*")
REACH: Final = 6  # words of a title before a name
# What the press calls an office, beside the word in its title.
_OTHERWISE: Final = {
    "pentagon": "defense", "defence": "defense", "diplomat": "state", "foreign": "state", "premier": "prime",
    "attorneys": "attorney", "lawyer": "attorney", "counsel": "attorney", "businessman": "ceo",
    "congressman": "representative", "congresswoman": "representative", "rep": "representative", "sen": "senator",
    "gov": "governor", "gen": "general", "lawmaker": "representative", "justice": "judge", "policeman": "officer",
}  # fmt: skip
# Heads of descriptions of one person.
ROLE: Final = frozenset(
    "chief secretary president minister chancellor leader diplomat strategist adviser advisor aide spokesman"
    " spokeswoman spokesperson senator congressman congresswoman representative lawmaker governor mayor"
    " attorney lawyer prosecutor judge justice general admiral commander colonel captain sergeant officer"
    " sheriff detective director chairman chairwoman chair speaker ambassador envoy candidate nominee"
    " billionaire businessman mogul ceo executive founder owner professor doctor author actor actress singer"
    " reporter anchor host pope king queen prince princess vice deputy assistant commissioner counsel manager"
    " analyst expert critic republican democrat premier head coach".split()
)
_SMALL: Final = frozenset(
    "the a an of for and us u.s his her its their top former then new senior chief who on in at to with is was said"
    " official leader man woman mr mrs ms dr".split()
)
_TITLE_WORDS: Final = frozenset(
    {"of", "for", "former", "national", "security", "general", "state", "acting", "vice", "press"}
)
_APPOSED: Final = re.compile(r",\s(?:(?:the|a|an|who is|who was|then)\s|[A-Z][\w.]*'s\s)?([^,;:\"()]{3,70}),")
_PARTIES: Final = frozenset({"republican", "democrat", "democratic"})  # of which there are many
_ADDRESS: Final = frozenset("mr mr. mrs mrs. ms ms. dr dr.".split())
# Whose it is tells nothing of who it is: "Lee's lawyer" is not Lee.
_OWNER: Final = re.compile(r"^.*'s?\s+(?=\w)")
_DESCRIBED: Final = re.compile(r"(?:(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts)\s|'s?\s)((?:[\w.-]+\s){0,5}?[\w-]+),\s$")
_MALE: Final = frozenset(
    "mr mr. sir king prince lord congressman chairman businessman spokesman councilman husband father son".split()
)
_FEMALE: Final = frozenset(
    "mrs mrs. ms ms. miss queen princess lady congresswoman chairwoman actress spokeswoman businesswoman councilwoman"
    " mother wife daughter widow sister".split()
)


class Cast:
    """The people and bodies of a story, and by what they are introduced."""

    def __init__(self, articles: Sequence[Article], entities: Sequence[Entity]) -> None:
        self.entities = {entity.id: entity for entity in entities}
        self.texts = [fold(article.text) for article in articles]
        self.starts = [[sentence.start for sentence in article.sentences] for article in articles]
        self.mentions: dict[int, list[tuple[Mention, Entity]]] = defaultdict(list)
        for entity in entities:
            for mention in entity.mentions:
                self.mentions[mention.article].append((mention, entity))
        for pairs in self.mentions.values():
            pairs.sort(key=lambda pair: pair[0])
        self.titles = self._titles()

    def within(self, article: int, start: int, end: int) -> Sequence[tuple[Mention, Entity]]:
        """The mentions in a stretch of an article."""
        pairs = self.mentions.get(article, [])
        first = bisect_left(pairs, start, key=lambda pair: pair[0].start)
        return [
            pair
            for pair in pairs[first : bisect_left(pairs, end, key=lambda pair: pair[0].start)]
            if pair[0].end <= end
        ]

    def fits(self, entity: Entity, pronoun: str) -> bool:
        """Whether a pronoun may mean somebody, as far as forms of address tell."""
        words = self.titles.get(entity.id, frozenset())
        wrong = {"he": _FEMALE - _MALE, "she": _MALE}.get(pronoun, frozenset())
        if words & _MALE or words & _FEMALE:
            return not words & wrong
        return usual_pronoun(entity.name) in (None, pronoun) or pronoun not in {"he", "she"}

    def described(self, description: str, article: int, before: int) -> Entity | None:
        """The person whom the story introduces by words that a description repeats: the one named last before it."""
        asked = _content(_OWNER.sub("", description)) - _PARTIES
        scored = [
            (len(asked & _normal(words)), self._last(entity, article, before), -entity)
            for entity, words in self.titles.items()
        ]
        best = max((score for score in scored if score[0] and score[1] >= 0), default=None)
        return self.entities[-best[2]] if best else None

    def _last(self, entity: int, article: int, before: int) -> int:
        """The offset of the last mention of somebody before a place; -1 if there is none."""
        starts = [m.start for m in self.entities[entity].mentions if m.article == article and m.start < before]
        return max(starts, default=-1)

    def _titles(self) -> Mapping[int, frozenset[str]]:
        found: dict[int, set[str]] = defaultdict(set)
        for entity in self.entities.values():
            if entity.type is EntityType.PERSON:
                for mention in entity.mentions:
                    people = [m for m, e in self.mentions[mention.article] if e.type is EntityType.PERSON]
                    starts = self.starts[mention.article]
                    start = starts[max(0, bisect_right(starts, mention.start) - 1)] if starts else 0
                    found[entity.id] |= _introduction(self.texts[mention.article], mention, start, people)
        return {entity: frozenset(words) for entity, words in found.items()}


def _introduction(text: str, mention: Mention, start: int, others: Sequence[Mention]) -> set[str]:
    """The words of a title before a name and of an apposition after it."""
    before = re.split(r"[,;:()\"\n]", text[start : mention.start])[-1]
    words: list[str] = []
    for word in reversed(_WORD.findall(before)[-REACH:]):
        if not (word[0].isupper() or word in ROLE or word in _TITLE_WORDS):
            break
        if word in {"of", "for"} and not set(words) - _ADDRESS:
            break  # "a spokeswoman for Mr. Lee" is not he
        words.append(word.lower())
    described = _DESCRIBED.search(text, start, mention.start)
    if described and text[mention.end : mention.end + 1] in {",", "."}:
        words += [word.lower() for word in _WORD.findall(described[1])]
    after = _APPOSED.match(text, mention.end, mention.end + 90)
    if after and not any(other.start < after.end() and after.start(1) < other.end for other in others):
        words += [word.lower() for word in _WORD.findall(after[1])[:REACH]]
    return set(words)


def _normal(words: Sequence[str] | frozenset[str]) -> set[str]:
    plain = {word.removesuffix("'s").rstrip(".").removeprefix("ex-").removeprefix("then-") for word in words}
    return {_OTHERWISE.get(word, word) for word in plain} - _SMALL


def _content(description: str) -> set[str]:
    return _normal([word.lower() for word in _WORD.findall(fold(description))])
