"""Further occurrences of what a story names: a tagger that marks a surname ten times overlooks it the eleventh."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from newsread.model import Article, EntityType, Sentence, SentenceKind
from newsread.names.nlp import Name
from newsread.names.places import STATE
from newsread.names.trimming import SUFFIX, surnames_of
from newsread.names.well_known import NAMES, is_faith, is_service

# Names of people too, but not where they are words by themselves.
_CALENDAR: Final = frozenset(
    "january april may june august monday tuesday wednesday thursday friday saturday sunday".split()
)
_WORD: Final = re.compile(r"@?[^\W\d_][\w.'-]*")
_STATE: Final = re.compile(
    r"(?:(?<=[(, ][DRI]-)|(?<=[a-z], )|(?<=[A-Z]{2}, ))"
    rf"({STATE})(?!\w)"
)
_AGENCY: Final = re.compile(r"(?<![\w.])(?:[A-Z]\.){3,}(?!\w)(?!\s[A-Z][a-z]+ (?:said|wrote|told))")
_LOWER: Final = re.compile(r"(?<![\w@#./])[a-z]+(?![\w@/]|\.\w)")
_NUMBERED: Final = re.compile(r"(?<![\w/+.$])(?:9/11|\d\+\d)(?![\w/+])")
_LONGEST: Final = 8  # words of a form that is looked for
_OFTEN: Final = 3
"""How often a body must be named until its single word is looked for elsewhere."""
_SHORT: Final = 3
_NO_AGENCY: Final = frozenset({"PHD", "CEO", "MBA", "CFO", "LLC", "RSVP", "USA"})


def overlooked(names: Sequence[Name], articles: Sequence[Article], folded: Sequence[str]) -> Iterator[Name]:
    """What stands in the texts as well: names of the story, well-known ones, states after a town, agencies by initials.

    A longer name is given even where a part of it is marked already.
    """
    known = _known(names, folded)
    families = {f"{surname}s" for surname in surnames_of(names)}
    taken = {(n.article, offset): n for n in names for offset in range(n.start, n.end)}
    heads = _heads(known)
    handles = _handles({name.text: name.type for name in names})
    for number, article in enumerate(articles):
        text = folded[number]
        for sentence in article.sentences:
            if sentence.kind is SentenceKind.META:
                continue
            for start, end in _windows(text, sentence, heads):
                kind = known.get(text[start:end]) or handles.get(text[start:end].casefold())
                if kind is None and text[start:end] in families and text[:start].endswith("he "):
                    kind = EntityType.PERSON
                if kind and _is_new(taken, number, start, end):
                    yield Name(number, start, end, text[start:end], kind, before=_word_before(text, start))
            yield from _by_form(text, sentence, number, taken)


def _is_new(taken: Mapping[tuple[int, int], Name], number: int, start: int, end: int) -> bool:
    """Whether nothing is marked there, or only parts that do not reach beyond it."""
    inside = [name for at in (start, end - 1) if (name := taken.get((number, at)))]
    return all(start <= name.start and name.end <= end and name.end - name.start < end - start for name in inside)


def _word_before(text: str, start: int) -> str:
    words = text[max(0, start - 30) : start].split()
    return words[-1] if words else ""


def _by_form(text: str, sentence: Sentence, number: int, taken: Mapping[tuple[int, int], Name]) -> Iterator[Name]:
    """Names that their form alone tells: "Mo." after a town, "N.A.S.A.", "9/11"."""
    for pattern, kind in ((_STATE, EntityType.PLACE), (_AGENCY, EntityType.ORG), (_NUMBERED, EntityType.OTHER)):
        for match in pattern.finditer(text, sentence.start, sentence.end):
            free = not any((number, at) in taken for at in range(*match.span()))
            if free and match[0].replace(".", "") not in _NO_AGENCY:
                yield Name(number, *match.span(), match[0], kind)


def _handles(known: Mapping[str, EntityType]) -> Mapping[str, EntityType]:
    """The names of accounts that the names of the story have: "@AnnLee"."""
    return {f"@{text.replace(' ', '').replace('.', '').casefold()}": kind for text, kind in known.items()}


def _known(names: Sequence[Name], folded: Sequence[str]) -> dict[str, EntityType]:
    """Surface forms that name one thing wherever they occur: named twice at least, and no word of the language."""
    votes: dict[str, Counter[EntityType]] = defaultdict(Counter)
    for name in names:
        votes[name.text][name.type] += 1
        parts = name.text.split()
        if name.type is EntityType.PERSON and len(parts) > 1 and parts[-1].lower() not in SUFFIX:
            votes[parts[-1]][EntityType.PERSON] += 1
    common = common_words(folded) | _CALENDAR
    surnames = surnames_of(names)
    kinds = {
        text: _kind(count, is_surname=text in surnames)
        for text, count in votes.items()
        if count.total() > 1 or text.count(" ") > 1 or text in surnames
    }
    sure = {
        text: kind
        for text, kind in kinds.items()
        if _is_sure(text, kind) and text[0].isupper() and text.lower() not in common
    }
    often = {text for text, count in votes.items() if count[EntityType.ORG] >= _OFTEN and text.lower() not in common}
    return {**NAMES, **dict.fromkeys((text for text in often if len(text) > _SHORT), EntityType.ORG), **sure}


def _kind(votes: Counter[EntityType], *, is_surname: bool) -> EntityType:
    """What most mentions are taken for; a surname that is no place names its bearer, also in "the Lee plan"."""
    kind = votes.most_common(1)[0][0]
    return EntityType.PERSON if is_surname and kind is not EntityType.PLACE else kind


def common_words(folded: Sequence[str]) -> set[str]:
    """The words of a story that it writes without a capital, those of addresses and accounts left out."""
    return {word for text in folded for word in _LOWER.findall(text)}


def _is_sure(text: str, kind: EntityType) -> bool:
    """Whether a form is a name wherever it stands; a body's single word is one in capitals or as a service."""
    if kind is EntityType.ORG:
        return " " in text or (text.isupper() and len(text) > 2) or is_service(text)
    if kind is EntityType.GROUP:
        return is_faith(text) or text.endswith("s")
    return kind in (EntityType.PERSON, EntityType.PLACE)


def _heads(known: Mapping[str, EntityType]) -> Mapping[str, int]:
    """By first word how many words the longest form has that begins with it."""
    heads: dict[str, int] = {}
    for text in known:
        words = text.split()
        heads[words[0]] = max(heads.get(words[0], 1), min(len(words), _LONGEST))
    return heads


def _windows(text: str, sentence: Sentence, heads: Mapping[str, int]) -> Iterator[tuple[int, int]]:
    """Stretches of as many words as a form may have, without a possessive or full stop at the end; long ones first."""
    words = [(m.start(), m.end()) for m in _WORD.finditer(text, sentence.start, sentence.end)]
    lengths = [heads.get(text[start:end], 1) for start, end in words]
    for length in range(max(lengths, default=0), 0, -1):
        for first in range(len(words) - length + 1):
            start = words[first][0]
            if length == 1 and text[start].islower() and "-" in text[start : words[first][1]]:  # "anti-Lee"
                yield start + text[start : words[first][1]].rindex("-") + 1, words[first][1]
            if lengths[first] >= length and (text[start].isupper() or text[start] == "@"):
                end = words[first + length - 1][1]
                yield start, end
                end = start + len(re.sub(r"(?:'s?|-)$", "", text[start:end]))
                yield start, end
                if text[end - 1] == ".":
                    yield start, end - 1
                if "-" in text[start:end]:  # "U.S.-Japan" names two
                    yield start, start + text[start:end].index("-")
                    yield start + text[start:end].rindex("-") + 1, end
