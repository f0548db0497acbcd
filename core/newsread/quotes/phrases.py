"""The noun phrase before a verb: its subject, with adverbs, appositions and relative pronouns seen through."""

import re
from typing import Final

from newsread.model import Span

BLANK: Final = "\x00"
DETERMINERS: Final = frozenset({"the", "a", "an", "one", "his", "her"})
DAY: Final = (
    r"(?:(?:on|late|early|earlier|last|this|next|since)\s+)*(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?:\s+\w+ing)?"
    r"|(?:last|this|next|earlier this|late last)\s+(?:week|month|year|night|spring|summer|fall|winter)"
    r"|(?:on|in)\s+(?:January|February|March|April|May|June|July|August|September|October|November|December)(?:\s+\d+)?"
    r"|yesterday|today|earlier|over the weekend|in a (?:statement|tweet|speech|letter|news release)"
)
PASSIVE: Final = re.compile(r"\b(?:is|are|was|were|be|been|being|am|getting|got)$")
_ADVERBS: Final = re.compile(
    rf"\s+(?:also|first|now|finally|since|ever|has|have|had|then|later|again|once|recently|previously|still|never|always|even|just|often|did|would|"
    rf"will|not|further|simply|instead|only|both|all|famously|[a-z]+ly|{DAY})$"
)
_BOUNDARY: Final = re.compile(
    rf"[,;:()\[\]{BLANK}]|\s-+\s|\b(?:that|because|after|before|when|while|as|but|if|although|though|whether|since|where"
    r"|what|which|how|why|until|yet|or|amid|despite|than|so|whom|nor|said|says|added|adding|saying|insisted|claimed|citing|quoting)\b"
)
_AND: Final = re.compile(r"\band\b")
_DESCRIBED: Final = re.compile(
    r"(?:^|\s)((?:[Tt]he|[Aa]n?|[Oo]ne|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|(?:[A-Z][\w.-]*\s)*[\w.-]+'s?)\s(?:[\w.'-]+\s){0,6}?[\w'-]*[a-z])$"
)
# An aside between dashes, right before a verb.
_DASHED: Final = re.compile(r"\s-+\s[^-]+\s-+$")
# What begins a sentence and is no part of its subject: "Then, the mayor, ...".
_OPENING: Final = re.compile(
    r"(?:[\w\s]*[.;]\s*)?(?:Then|But|And|However|Meanwhile|Later|Still|Instead|Also|Yet|Now|Today)$"
)
_WHO: Final = re.compile(r"(?:(?:[A-Z][\w.'-]*\s){2,}(?:of|from)\s)?(?:[A-Z][\w.'-]*\s)*[A-Z][\w.'-]*\w$")
_TELLING_WORDS: Final = frozenset("he she they it we i you there and but".split())  # begin a clause
_LONGEST: Final = 14  # words of an apposition


def without_adverbs(left: str) -> str:
    """The words before a verb without the auxiliaries, adverbs and days right before it."""
    while match := _ADVERBS.search(left):
        left = left[: match.start()]
    return left


def subject_before(left: str, base: int) -> Span | None:
    """The noun phrase that ends where ``left`` ends, in offsets counted from ``base``; None if there is none."""
    left = _DASHED.sub("", PASSIVE.sub("", left).rstrip())
    if left.endswith(" who"):
        left = left.removesuffix(" who").removesuffix(",")
        name = _WHO.search(left)
        if name and (" of " in name[0] or not left[: name.start()].endswith(("of ", "for ", "from ", "in "))):
            return Span(base + name.start(), base + len(left))
    elif left.endswith(","):
        left = _without_apposition(left)
    start = max((match.end() for match in _BOUNDARY.finditer(left)), default=0)
    start = max([start, *(match.end() for match in _AND.finditer(left) if not _joins_names(left, match))])
    phrase = left[start:]
    start += len(phrase) - len(phrase.lstrip())
    return Span(base + start, base + len(left)) if phrase.strip() else None


def is_apposed(left: str) -> bool:
    """Whether a comma closes an apposition: "Ann Lee, the mayor,"."""
    before, _, apposed = left.removesuffix(",").rpartition(",")
    words = apposed.split()
    told = bool(words) and (words[0].lower() in _TELLING_WORDS or len(words) > 2 * _LONGEST or BLANK in apposed)
    return bool(before and words) and before[-1].isalnum() and not words[0][0].isupper() and not told


def described_from(left: str, base: int) -> int:
    """Where a description begins that a name between commas ends: "her lawyer, Ann Lee,"; -1 if there is none."""
    before, _, name = left.removesuffix(",").rpartition(",")
    start = max((match.end() for match in _BOUNDARY.finditer(before)), default=0)
    words = name.split()
    if not left.endswith(",") or not words or any(not word[0].isupper() for word in words):
        return -1
    found = _DESCRIBED.search(before[start:])
    return base + start + found.start(1) if found else -1


def _without_apposition(left: str) -> str:
    """The words up to the name that an apposition or a description between commas belongs to; "" if there is none."""
    if described_from(left, 0) >= 0:
        return left.removesuffix(",")
    if not (is_apposed(left) or _names_before(left)):
        return ""
    left = left[: left.rfind(",", 0, -1)]
    # "Lee, the mayor, a former judge,": what is apposed may be several things.
    while is_apposed(f"{left},") and not _OPENING.search(left[: left.rfind(",")]):
        left = left[: left.rfind(",")]
    return left


def _names_before(left: str) -> bool:
    """Whether the words before an apposition in capitals are a name: "Ann Lee, Secretary of State,"."""
    before, _, apposed = left.removesuffix(",").rpartition(",")
    named = bool(before.split() and apposed.split()) and before.split()[-1][0].isupper()
    return named and len(apposed.split()) < _LONGEST


def _joins_names(left: str, match: re.Match[str]) -> bool:
    before, after = left[: match.start()].split(), left[match.end() :].split()
    return bool(before and after) and before[-1][0].isupper() and after[0][0].isupper()
