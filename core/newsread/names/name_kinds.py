"""What sort of thing a name names, as far as its own words tell: "... Act" is a law, "Bishop Ann Lee" a person.

A statistical tagger guesses from the sentence and errs where names are unlike those it saw. The words of a name that
stand for its kind ("Committee", "Tower"), titles and given names tell more, and the same for every mention.
"""

import re
from typing import Final

from newsread.model import EntityType
from newsread.names import countries
from newsread.names.given_names import is_given
from newsread.names.well_known import NAMES, is_service

_ORGANISATIONS: Final = frozenset(
    "administration agency association authority bank board bureau coalition college commission committee"
    " conference congress corporation council court department federation foundation fund inc institute"
    " institution league ministry network office organization organisation party police post school senate service"
    " society times union university chamber caucus company corp group media news patrol press".split()
)
_PLACES: Final = frozenset(
    "airport avenue bay beach border boulevard bridge canal cemetery city county desert drive garden gulf harbor hill"
    " hills island islands lake mountain mountains ocean park peninsula plaza road river sea side square stadium street"
    " tower turnpike valley village world".split()
)
_OTHER: Final = frozenset(
    "act amendment accord accords agreement bill census constitution convention grants games month pact prize treaty"
    " war".split()
)
TITLES: Final = frozenset(
    "bishop archbishop cardinal rabbi imam sheikh father sister brother chairman chairwoman speaker senator"
    " representative congressman congresswoman governor mayor president secretary minister judge justice general"
    " colonel captain sergeant officer detective sheriff professor coach attorney ambassador commissioner director"
    " leader spokesman spokeswoman mr mrs ms dr sen rep gov gen sgt lt col".split()
)
# Words that name nothing by themselves, whatever stands before them.
_GENERIC: Final = frozenset(
    "agency board bureau cabinet chamber commission committee company council court department executive group"
    " ministry movement office party statement report state city constitutional congressional judicial"
    " presidential federal baby momma mama god internet pac lgbt alliance movement llc city western".split()
)
_OFFICES: Final = frozenset({
    "special counsel", "attorney general", "prime minister", "chief justice", "special agent", "executive branch",
    "supreme leader", "pro tem", "fake news", "fake news media", "chief of staff", "vice president",
    "commander in chief", "inspector general",
})  # fmt: skip
_LAST_WORD: Final = re.compile(r"([\w']+)\W*$")
_NAME_WORD: Final = re.compile(r"[^\W\d_][\w'’-]*\.?$")


def kind_of(text: str, kind: EntityType, before: str) -> EntityType:
    """The type of a name: what its words tell, else what the tagger says.

    Args:
        text: The name, folded, without title and article.
        kind: What the tagger says.
        before: The word before it.
    """
    words = text.split()
    if text in NAMES or is_service(text):
        return NAMES.get(text, EntityType.ORG)
    if _is_person(words, kind, before):
        return EntityType.PERSON
    return kind if len(words) < 2 or kind is EntityType.PERSON else _by_last_word(text, words, kind)


def _by_last_word(text: str, words: list[str], kind: EntityType) -> EntityType:
    last = match[1].lower() if (match := _LAST_WORD.search(text)) else ""
    national = kind is EntityType.PLACE and last not in _PLACES and _is_national(words)
    if national or last in _ORGANISATIONS:
        return EntityType.ORG
    if last in _PLACES and kind is not EntityType.OTHER:
        return EntityType.PLACE
    return EntityType.OTHER if last in _OTHER and kind is not EntityType.PLACE else kind


def is_generic(text: str, kind: EntityType) -> bool:
    """Whether a word or an office names nothing by itself: "the Committee", "the Special Counsel"."""
    plain = text.lower().strip("'\"")
    return plain in _OFFICES or (kind is not EntityType.PLACE and plain in _GENERIC)


def _is_person(words: list[str], kind: EntityType, before: str) -> bool:
    """Whether a name that the tagger took for something else is somebody's: by a title, or by a given name."""
    if kind is EntityType.PERSON or not 2 <= len(words) <= 4 or any(not _NAME_WORD.match(word) for word in words):
        return False
    if any(not word[0].isupper() for word in words) or is_body(words):
        return False
    if before.lower().rstrip(".") in TITLES and kind is not EntityType.PLACE and before[:1].isupper():
        return True
    return kind in (EntityType.ORG, EntityType.GROUP) and is_given(words[0]) and before.lower() != "the"


def _is_national(words: list[str]) -> bool:
    """Whether it is a country's body: "United States Cyber Command", not "British Columbia"."""
    if countries.country(" ".join(words)):
        return False
    rest = words[2:] if countries.country(" ".join(words[:2])) else words[1:] if countries.country(words[0]) else []
    return len(rest) > 1


def is_body(words: list[str]) -> bool:
    """Whether one of the words stands for a body, a place or a thing."""
    return bool({word.lower().rstrip(".") for word in words} & (_ORGANISATIONS | _PLACES | _OTHER))
