"""Who speaks: pronouns and descriptions turned into people of the story.

"He" is whoever the same sentence names first, else the last speaker, else whom the sentence before names first. "The
Pentagon chief" is the one whom an article of the story introduces by a title or apposition that shares a word with it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from newsread.model import Entity, EntityType, Mention, Sentence, Span
from newsread.quotes.cast import REACH, ROLE, Cast
from newsread.quotes.indirect import DATELINE
from newsread.quotes.phrases import BLANK

_PLAIN: Final = re.compile(r"[\w\s.'-]*")
_SINGULAR: Final = frozenset({"he", "she", "who"})
_WORD: Final = re.compile(r"[^\W_][\w.'-]*")
_LEADING: Final = re.compile(
    r"^(?:(?:and|but|on|in|at|still|also|however|later|then|earlier|yesterday|today|meanwhile"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yet|now)\b[,\s]*)+",
    re.IGNORECASE,
)
# The determiner of a phrase, not of what a preposition adds to it.
_STARTS: Final = re.compile(
    r"(?:^|(?<!of )(?<!for )(?<!in )(?<!to )(?<!on )(?<!with )(?<!from )(?<!at ))"
    r"\b((?:the|a|an|his|her|their|its|one|two|some|many|several|senior|federal)\s)",
    re.IGNORECASE,
)
# What a comma parts from what stands before it: "at a meeting with Lee, Mr. Ray".
_AFTER_COMMA: Final = re.compile(rf"[,{BLANK}]\s(?=(?:[A-Z][\w.'-]*\s)*$)")
_TITLES: Final = re.compile(
    rf"[\s,]*(?:(?:{'|'.join(sorted(ROLE))}|state|former|acting|retired|[A-Z][\w.'-]*|of|the|for)\s){{0,6}}"
)
# "the Roads Agency official who ...": not the agency.
_OF_BODY: Final = re.compile(r"\s(?:official|employee|lawyer|spokes\w+|chief|director|head|agent|executive|worker)s?\b")
_DASH: Final = re.compile(r"\s-+\s")
_PEOPLE: Final = re.compile(r"(?:people|officials|sources|one person|a person|those|two people|several people)\b")
_PEOPLE_END: Final = re.compile(r",|\swho\s|\swith how\s|\show\s")
_SUBORDINATE: Final = re.compile(
    r"(?:After|When|While|Before|Although|Though|If|Since|Once|Because|Despite|Following|As|Until)\s[^,]*,\s"
)
_PREPOSITIONS: Final = frozenset(
    "of in on at to for from with by about against after before between among over under into through during toward"
    " towards like than as".split()
)


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks.

    Attributes:
        text: As the article puts it there.
        name: The name behind it, or the same.
        entity: Index in the story's entities, if it is one.
    """

    text: str
    name: str
    entity: int | None = None


class Speakers:
    """Finds speakers in one article, read from its start: it remembers who spoke last."""

    def __init__(self, cast: Cast, article: int, sentences: Sequence[Sentence], frame: str) -> None:
        self.cast, self.article, self.sentences, self.frame = cast, article, sentences, frame
        self.last: Speaker | None = None
        self.spoke: dict[int, Speaker] = {}
        self._spoke_at: dict[int, int] = {}

    def of(self, subject: Span, number: int) -> Speaker:
        """Who the subject of a verb in sentence ``number`` is."""
        text = " ".join(self.frame[subject.start : subject.end].split()).removesuffix("self").removesuffix(" him")
        text = text.removesuffix(" her")
        if text.lower() == text and _PEOPLE.match(text):
            return Speaker(_PEOPLE_END.split(text)[0], _PEOPLE_END.split(text)[0])
        if text.lower().split()[-1] in _SINGULAR:
            return self._pronoun(text.split()[-1], subject, number)
        if named := self._named(subject):
            return named
        text = _shortened(_LEADING.sub("", text) or text)
        entity = self.cast.described(text, self.article, subject.start) if _describes(text) else None
        return Speaker(text, entity.name, entity.id) if entity else Speaker(text, text)

    def heard(self, speaker: Speaker, number: int, at: int = -1) -> Speaker:
        """Remember that somebody spoke in sentence ``number``; of several whose verb, at ``at``, comes last."""
        if number not in self.spoke or at < 0 or at >= self._spoke_at.get(number, -1):
            self.last = self.spoke[number] = speaker
            self._spoke_at[number] = at
        return speaker

    def named_at(self, start: int, end: int) -> Span | None:
        """The person named at the beginning of a stretch, a title before the name passed over."""
        for mention, entity in self.cast.within(self.article, start, end)[:2]:
            if entity.type is EntityType.PERSON and _TITLES.fullmatch(self.frame, start, mention.start):
                return Span(mention.start, mention.end)
        return None

    def of_sentence(self, number: int, end: int) -> Speaker | None:
        """The one whom a sentence is about: its first name or pronoun before ``end``."""
        sentence = self.sentences[number]
        dateline = DATELINE.match(self.frame, sentence.start, end)
        start = dateline.end() if dateline else sentence.start
        if aside := _SUBORDINATE.match(self.frame, start, end):
            start = aside.end()
        for word in _WORD.finditer(self.frame, start, end):
            if word[0].lower() in {"he", "she"}:
                return self._pronoun(word[0], Span(*word.span()), number)
            for mention, entity in self.cast.within(self.article, word.start(), end)[:1]:
                one = entity.type is EntityType.GROUP and self.frame[mention.end - 1] != "s"  # "Republican" of somebody
                speaks = entity.type in _SPEAKING and not one and not _OF_BODY.match(self.frame, mention.end)
                if mention.start == word.start() and not self._aside(mention, start) and speaks:
                    mention, entity = self._head(mention, entity, end)  # noqa: PLW2901 - the name it leads to
                    return Speaker(self.frame[mention.start : mention.end], entity.name, entity.id)
        described = self._description(start, end)
        return Speaker(described.name, described.name, described.id) if described else None

    def _head(self, mention: Mention, entity: Entity, end: int) -> tuple[Mention, Entity]:
        """The person whom a body's name only introduces: "Harvard economist Ann Lee"."""
        following = self.cast.within(self.article, mention.end, end)[:1]
        for other, person in following if entity.type is not EntityType.PERSON else ():
            between = self.frame[mention.end : other.start]
            if person.type is EntityType.PERSON and len(between.split()) < REACH and _PLAIN.fullmatch(between):
                return other, person
        return mention, entity

    def _named(self, subject: Span) -> Speaker | None:
        """The entity that heads a noun phrase: its last name, or the one before "of Texas"."""
        mentions = self.cast.within(self.article, subject.start, subject.end)
        whole = _LEADING.sub("", " ".join(self.frame[subject.start : subject.end].split()))
        if not mentions:
            return None
        if (
            " and " in whole
            and mentions[-1][0].end - mentions[-1][0].start < len(whole)
            and not self._is_title(mentions)
        ):
            return Speaker(_shortened(whole), _shortened(whole))
        for mention, entity in mentions:
            rest = self.frame[mention.end : subject.end].split()
            before = self.frame[subject.start : mention.start].split()
            qualified = any(
                word in _PREPOSITIONS and not (before[at - 1][0].isupper() and entity.type is EntityType.PERSON)
                for at, word in enumerate(before)
                if at
            )
            if entity.type is EntityType.GROUP and whole.lower().startswith("the ") and _describes(whole):
                continue  # "the Arizona Republican" is one of them
            heads = (
                not rest
                or rest[0].startswith("(")
                or (entity.type is EntityType.PERSON and rest[0] in _PREPOSITIONS | {"(D-", "(R-"})
            )
            if heads and not qualified:
                return Speaker(self.frame[mention.start : mention.end], entity.name, entity.id)
        return None

    def _is_title(self, mentions: Sequence[tuple[Mention, Entity]]) -> bool:
        """Whether "and" stands in the title of the one person named: "Housing and Roads Secretary Ann Lee"."""
        people = [mention for mention, entity in mentions if entity.type is EntityType.PERSON]
        if len(people) != 1 or people[0] != mentions[-1][0]:
            return False
        title = self.frame[: people[0].start].rpartition(" and ")[2].lower().split()
        return bool(title) and title[-1] in ROLE

    def _pronoun(self, text: str, at: Span, number: int) -> Speaker:
        """Whom "he" or "she" means: whom its sentence tells of, or one of those before; else the last speaker."""
        pronoun = text.lower()
        for index in range(number, max(-1, number - 4), -1):
            spoke = self.spoke.get(index) if index != number else None
            if spoke and spoke.entity is not None and self._is_person(spoke.entity, pronoun):
                return Speaker(text, spoke.name, spoke.entity)
            end = at.start if index == number else self.sentences[index].end
            if entity := self._told_of(index, end, pronoun, here=index == number):
                return Speaker(text, entity.name, entity.id)
        if self.last and (self.last.entity is None or self._is_person(self.last.entity, pronoun)):
            return Speaker(text, self.last.name, self.last.entity)
        if named := self._told_of(number, at.start, pronoun, here=False):
            return Speaker(text, named.name, named.id)
        return Speaker(text, text)

    def _told_of(self, index: int, end: int, pronoun: str, *, here: bool) -> Entity | None:
        """The person whom a sentence is about before ``end``: by name, by description, at last one named aside."""
        start = self.sentences[index].start
        named = [
            (self._aside(mention, start), mention.start, entity)
            for mention, entity in self.cast.within(self.article, start, end)
            if entity.type is EntityType.PERSON
            and self.frame[mention.start].isalnum()
            and self.cast.fits(entity, pronoun)
        ]
        best = min(named, key=lambda each: each[:2], default=None)
        if best and not best[0]:
            return best[2]
        described = self._description(start, end)
        return described or (best[2] if best and not here else None)

    def _aside(self, mention: Mention, start: int) -> bool:
        """Whether a name is no subject: an owner, or what a preposition brings in."""
        if self.frame[mention.end : mention.end + 1] in {"'", "-"} or self._is_dashed(mention, start):
            return True
        near = _AFTER_COMMA.split(self.frame[start : mention.start])[-1].split()[-REACH:]
        common = [word for word in near if word[0].islower() and word not in ROLE | {"and", "or"}]
        return bool(common) and common[-1] in _PREPOSITIONS

    def _is_dashed(self, mention: Mention, start: int) -> bool:
        """Whether a name stands in an aside between dashes or in brackets."""
        before = self.frame[start : mention.start]
        dashes = len(_DASH.findall(before))
        return before.count("(") > before.count(")") or (
            dashes % 2 == 1 and bool(_DASH.search(self.frame, mention.end))
        )

    def _description(self, start: int, end: int) -> Entity | None:
        """The person whom a sentence describes at its start: "The top diplomat"."""
        words = list(_WORD.finditer(self.frame, start, end))[: REACH + 1]
        if not words or words[0][0].lower() not in {"the", "a", "but"}:
            return None
        head = next((word for word in words if word[0].lower() in ROLE), None)
        if head is None or self.frame[head.end() : head.end() + 1] == "'":
            return None
        return self.cast.described(self.frame[start : head.end()], self.article, start)

    def _is_person(self, entity: int, pronoun: str) -> bool:
        known = self.cast.entities[entity]
        return known.type is EntityType.PERSON and self.cast.fits(known, pronoun)


_SPEAKING: Final = (EntityType.PERSON, EntityType.ORG, EntityType.PLACE, EntityType.GROUP)


def _describes(text: str) -> bool:
    """Whether a noun phrase describes one person: "the Pentagon chief", "the president of the club"."""
    words = re.split(r"\s(?:of|for|in|at|from)\s", text, maxsplit=1)[0].lower().split()
    return len(words) > 1 and words[-1] in ROLE and words[0] not in {"a", "an", "one", "another"}


def _shortened(text: str) -> str:
    """A noun phrase from its last determiner on, where more than the phrase was taken for it."""
    starts = [match.start(1) for match in _STARTS.finditer(text)]
    if len(text.split()) <= REACH and len(starts) < 2:
        return text
    return text[starts[-1] :] if starts else " ".join(text.split()[-REACH:])
