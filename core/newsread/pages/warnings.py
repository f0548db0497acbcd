"""Pages that are no article, or not all of it: paywall stubs, cookie walls, pages for JavaScript, live blogs."""

import re
from collections.abc import Sequence
from typing import Final

from newsread.model import SentenceKind
from newsread.pages.blocks import PageBlock
from newsread.pages.facts import PageFacts


def _any_of(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


_FULL: Final = 220
_HARDLY_ANY: Final = 60
_PAID: Final = _any_of(
    r"(?:subscribe|sign in|log in|register|become a (?:member|subscriber)|start your (?:free )?trial"
    r"|create (?:a|your) (?:free )?account)[^.]{0,60}\b"
    r"(?:to (?:continue|keep|read|unlock|access|view)|for (?:full|unlimited) access)",
    r"to (?:continue|keep) reading",
    r"(?:continue|keep) reading (?:this article )?(?:with|for|by)",
    r"(?:this|the) (?:article|content|story|page) is (?:only )?(?:for|available to|reserved for|exclusive to) "
    r"(?:our )?(?:paying |premium |digital )?(?:subscribers|members)",
    r"(?:you have|you've) (?:reached|used|read) (?:your|all|the)\b[^.]{0,40}\b(?:limit|free articles?|stories)",
    r"already (?:a|an) (?:subscriber|member)\?",
    r"unlock (?:this|the) (?:article|story)",
    r"subscriber[- ]only",
    r"remaining to read",
)
_COOKIES: Final = _any_of(
    r"\b(?:we|our|and) (?:\w+ ){0,6}use cookies",
    r"\buses cookies",
    r"\bvalue your privacy",
    r"\byour privacy choices",
    r"\bcookie (?:settings|policy|consent|preferences)",
    r"\baccept (?:all )?(?:the )?cookies",
    r"\bmanage (?:your )?(?:consent|cookies|preferences)",
    r"\blegitimate interest",
    r"\bconsent to the use",
    r"\bbefore you continue",
)
_SCRIPT: Final = _any_of(
    r"(?:enable|turn on|activate|requires?|without|disabled) (?:\w+ ){0,3}java ?script",
    r"java ?script (?:is|must be|has been|seems to be) (?:\w+ ){0,2}(?:disabled|enabled|required|off)",
    r"checking (?:if the site connection is secure|your browser)",
    r"verify(?:ing)? (?:that )?you are (?:a )?human",
    r"just a moment\.\.\.",
    r"are you a robot",
    r"unusual (?:activity|traffic) from your",
    r"enable cookies and",
)
_CLOCK: Final = re.compile(
    r"^(?:\W{0,9}(?:(?:updated|posted)\W{0,9})?\d{1,2}[:.h]\d{2}\s*(?:[ap]\.?m\.?)?\b)", re.IGNORECASE
)
# News about subscriptions and cookies is told by somebody.
_REPORTED: Final = re.compile(r"[“\"].{12,}[”\"]|\b(?:said|says|told|according to)\b")

PAID: Final = "only the beginning: the rest of the article is for subscribers"
MARKED: Final = "marked as for subscribers: this may be only the beginning"
COOKIES: Final = "the page shows a cookie wall instead of the article"
SCRIPT: Final = "the page needs JavaScript, which is not run, and shows no article without it"
LIVE: Final = "a live blog: entries of many hours, not one article"


def what_is_there(blocks: Sequence[PageBlock], said: PageFacts, shown: str, address: str) -> tuple[str, ...]:
    """What the reader should know about a page, one line each.

    Args:
        blocks: The article as far as it was found.
        said: What the page says of itself.
        shown: Every word of the page, navigation and notices included.
        address: Its address, if known.
    """
    words = _words(blocks)
    warnings = []
    for block in blocks:
        shown = shown.replace(block.text, "") if _REPORTED.search(block.text) else shown
    if _is_live(blocks, said, address):
        warnings.append(LIVE)
    if words < _FULL and (said.paid or _PAID.search(shown)):
        warnings.append(PAID if _PAID.search(shown) else MARKED)
    elif (wall := wall_in(blocks, shown)) is not None:
        warnings.append(wall)
    return tuple(warnings)


def wall_in(blocks: Sequence[PageBlock], shown: str) -> str | None:
    """What stands in the place of the article, if something does."""
    body = " ".join(block.text for block in blocks if block.kind is SentenceKind.BODY)
    words = len(body.split())
    for pattern, wall in ((_SCRIPT, SCRIPT), (_COOKIES, COOKIES)):
        told = len(pattern.findall(body))
        if (told and words < _FULL and told * 60 >= words) or (words < _HARDLY_ANY // 2 and pattern.search(shown)):
            return wall
    return None


def is_invitation(text: str) -> bool:
    """Whether a block invites to subscribe or to allow something: it is never part of an article."""
    if len(text.split()) > _HARDLY_ANY or _REPORTED.search(text):
        return False
    return any(pattern.search(text) for pattern in (_PAID, _COOKIES, _SCRIPT))


def _words(blocks: Sequence[PageBlock]) -> int:
    return sum(len(block.text.split()) for block in blocks if block.kind is SentenceKind.BODY)


def _is_live(blocks: Sequence[PageBlock], said: PageFacts, address: str) -> bool:
    stamps = sum(bool(_CLOCK.match(block.text)) and len(block.text.split()) <= 8 for block in blocks)
    place = re.search(r"/live(?:-news|blog|-updates)?/|[-/]live-?(?:blog|updates)\b", address)
    return said.live or stamps >= 5 or (bool(place) and stamps >= 2)
