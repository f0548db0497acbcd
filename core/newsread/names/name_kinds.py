"""What sort of thing a name names, as far as its own words tell: "... Act" is a law, "Bishop Ann Lee" a person.

A statistical tagger guesses from the sentence and errs where names are unlike those it saw. The words of a name that
stand for its kind ("Committee", "Tower"), titles and given names tell more, and the same for every mention.
"""

import re
from typing import Final

from newsread.model import EntityType
from newsread.names.given_names import is_given

_ORGANISATIONS: Final = frozenset(
    "administration agency association authority bank board bureau coalition college commission committee"
    " conference congress corporation council court department federation foundation fund inc institute"
    " institution league ministry network office organization organisation party police post school senate service"
    " society times union university chamber caucus company corp group media news press".split()
)
_PLACES: Final = frozenset(
    "airport avenue bay beach border boulevard bridge canal cemetery city county desert drive garden gulf harbor hill"
    " hills island islands lake mountain mountains ocean park peninsula plaza road river sea side square stadium street"
    " tower valley village world".split()
)
_OTHER: Final = frozenset(
    "act amendment accord accords agreement bill census constitution convention grants games month pact prize treaty"
    " war".split()
)
_TITLES: Final = frozenset(
    "bishop archbishop cardinal rabbi imam sheikh father sister brother chairman chairwoman speaker senator"
    " representative congressman congresswoman governor mayor president secretary minister judge justice general"
    " colonel captain sergeant officer detective sheriff professor coach attorney ambassador commissioner director"
    " leader spokesman spokeswoman mr mrs ms dr sen rep gov gen sgt lt col".split()
)
# Words that name nothing by themselves, whatever stands before them.
_GENERIC: Final = frozenset(
    "agency board bureau cabinet chamber commission committee company council court department executive group"
    " ministry movement office party statement report state city constitutional congressional judicial"
    " presidential federal baby momma mama god internet".split()
)
_OFFICES: Final = frozenset({
    "special counsel", "attorney general", "prime minister", "chief justice", "special agent", "executive branch",
    "supreme leader", "chief of staff", "vice president", "commander in chief", "inspector general",
})  # fmt: skip
# Services and papers of one word that the press names like people: "Twitter banned", "Politico reported".
_SERVICES: Final = frozenset(
    "axios breitbart buzzfeed facebook google huffpost instagram linkedin politico reddit reuters snapchat telegram"
    " tiktok twitter vox whatsapp youtube".split()
)
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
    last = match[1].lower() if (match := _LAST_WORD.search(text)) else ""
    if _is_person(words, kind, before):
        return EntityType.PERSON
    if is_service(text):
        return EntityType.ORG
    if len(words) < 2 or kind is EntityType.PERSON:
        return kind
    if last in _ORGANISATIONS:
        return EntityType.ORG
    if last in _PLACES and kind is not EntityType.OTHER:
        return EntityType.PLACE
    return EntityType.OTHER if last in _OTHER and kind is not EntityType.PLACE else kind


def is_generic(text: str, kind: EntityType) -> bool:
    """Whether a word or an office names nothing by itself: "the Committee", "the Special Counsel"."""
    plain = text.lower().strip("'\"")
    return plain in _OFFICES or (kind is not EntityType.PLACE and plain in _GENERIC)


def is_service(text: str) -> bool:
    """Whether it is a service or paper of one word, known to everybody."""
    return text.lower() in _SERVICES


def _is_person(words: list[str], kind: EntityType, before: str) -> bool:
    """Whether a name that the tagger took for something else is somebody's: by a title, or by a given name."""
    if kind is EntityType.PERSON or not 2 <= len(words) <= 4 or any(not _NAME_WORD.match(word) for word in words):
        return False
    if any(not word[0].isupper() for word in words) or _is_body(words):
        return False
    if before.lower().rstrip(".") in _TITLES and kind is not EntityType.PLACE and before[:1].isupper():
        return True
    return kind in (EntityType.ORG, EntityType.GROUP) and is_given(words[0]) and before.lower() != "the"


def _is_body(words: list[str]) -> bool:
    return bool({word.lower().rstrip(".") for word in words} & (_ORGANISATIONS | _PLACES | _OTHER))
