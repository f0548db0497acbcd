"""What a line of a saved page is, told by its wording alone: furniture, meta line, caption, or none of these.

Furniture is what a page carries for its own sake: navigation, share buttons, invitations to subscribe or to comment,
lists of other stories, legal notices. The patterns are data (``data/page_lines.toml``); where a line stands on its
page is weighed in :mod:`newsread.reading.labelling`.
"""

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any, Final

_MAX_LENGTH: Final = {"furniture": 400, "other_stories": 200, "after_article": 80, "photo_credit": 160, "meta": 350}
_MAX_LENGTH_OF_THE_REST: Final = 700
# importlib.resources would take longer to load than the file.
_PATTERNS: Final = Path(__file__).parents[1] / "data" / "page_lines.toml"
_WORD: Final = re.compile(r"\{([a-z]+)\}")
_BEFORE: Final = r"[^\w(\[{'\"“‘@©]*(?:\d{1,2}[.)]\s+)?"
_AFTER: Final = r"[^\w)\]]*"

# Who stands where, and what they are seen doing: captions say it in the present tense.
_SIDES: Final = re.compile(
    r"\((?:L|R|C|[LRC]-[LRC]|\d(?:st|nd|rd|th) [LRC]|left|right|center|centre|(?:top|bottom|front|back|far) \w+)\)"
    r"|, (?:(?:second|third|far|from) )?(?:left|right|center|centre),|\bfrom left\b|\bfrom right\b"
)
_SCENE: Final = re.compile(
    r"\b(?:holds?|speaks?|arrives?|attends?|poses?|looks? on|listens?|walks?|waves?|shakes? hands|gestures?|stands?"
    r"|sits?|greets?|watch(?:es)?|delivers?|meets?|leaves?|addresses|(?:is|are) (?:seen|pictured|shown)|pictured)\b"
)
# Texts from agencies' wires end in a credit that gives them away; it tells of the paragraph before it.
_CREDIT_TAIL: Final = re.compile(
    r"(?<=[.!?\"'”’»])\s+(\((?:[Ww]ith |From )?[A-Z][\w.&'’-]*"
    r"(?:[ ,/]+(?:with|and|from|inputs?|files?|agencies|[A-Z][\w.&'’-]*)){0,6}\))$"
)


def is_furniture(line: str) -> bool:
    """Whether the line is there for the page's sake: a button, an invitation, a notice, a pointer elsewhere."""
    return _matches("furniture", line) or opens_other_stories(line) or opens_after_article(line)


def opens_other_stories(line: str) -> bool:
    """Whether the line heads a list of other stories, or points to one."""
    return _matches("other_stories", line)


def opens_after_article(line: str) -> bool:
    """Whether the line heads what comes after an article: comments, the form for them, the author's box."""
    return _matches("after_article", line)


def is_meta(line: str) -> bool:
    """Whether the line tells of the article instead of the event: byline, date, credit, contact, correction."""
    return _matches("meta", line)


def is_photo_credit(line: str) -> bool:
    """Whether the line names nothing but who made a picture."""
    return _matches("photo_credit", line)


def is_caption(line: str) -> bool:
    """Whether the line describes a picture."""
    if _matches("caption", line) or is_photo_credit(line):
        return True
    if len(line) > _MAX_LENGTH_OF_THE_REST:
        return False
    sides, scene = len(_SIDES.findall(line)), bool(_SCENE.search(line))
    dated = bool(dates_in(line[-60:]))
    return (sides >= 2 and (scene or dated)) or (sides == 1 and scene and dated)


def dates_in(line: str) -> list[str]:
    """The days with a year that the line gives, as written."""
    return _date().findall(line)


def credit_tail(text: str) -> int | None:
    """Where an agency credit in brackets begins that follows a paragraph's last sentence, if one does."""
    match = _CREDIT_TAIL.search(text)
    return match.start(1) if match else None


def _matches(kind: str, line: str) -> bool:
    return len(line) <= _MAX_LENGTH.get(kind, _MAX_LENGTH_OF_THE_REST) and bool(_pattern(kind).match(line))


@cache
def _pattern(kind: str) -> re.Pattern[str]:
    lines = "|".join(_expanded(line) for line in _data()[kind]["lines"])
    return re.compile(f"{_BEFORE}(?:{lines}){_AFTER}$", re.IGNORECASE)


@cache
def _date() -> re.Pattern[str]:
    return re.compile(rf"\b{_expanded('{date}')}", re.IGNORECASE)


def _expanded(pattern: str) -> str:
    words = _data()["words"]
    while match := _WORD.search(pattern):
        pattern = pattern[: match.start()] + words[match[1]] + pattern[match.end() :]
    return pattern.replace(" ", r"\s")


@cache
def _data() -> dict[str, Any]:
    return tomllib.loads(_PATTERNS.read_text(encoding="utf-8"))
