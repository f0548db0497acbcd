"""Which outlet an article is from and when it was published, as far as its own text or its file name tells."""

import re
from collections.abc import Iterable
from datetime import date
from pathlib import PurePath
from typing import Final

from newsread.reading import page_lines
from newsread.text import fold, one_line

_NAME: Final = r"(?:[A-Z][\w.&'-]*)(?: (?:of|the|and|&|for|de|[A-Z0-9][\w.&'-]*)){0,5}"
# A masthead: "- The Washington Times - Thursday, August 17, 2017".
_MASTHEAD: Final = re.compile(rf"^[\W_]+({_NAME})\s+[-|]\s")
# A notice: "Copyright (c) 2023 The Washington Times, LLC"
_COPYRIGHT: Final = re.compile(
    rf"(?:©|\(c\)|copyright)[\s©]*(?:\d{{4}}\s*(?:-\s*\d{{4}})?)?[\s,]*(?:by )?(?-i:({_NAME}))", re.IGNORECASE
)
_COMPANY: Final = re.compile(
    r",? (?:LLC|Inc|Ltd|Limited|Company|Co|Corp|Corporation|Group|Media Group|plc|GmbH|AG|SA|BV|Pty)\b.*$"
)
# What a page calls its own: "More stories from DW", "Fox News' Jake Gibson contributed to this report."
_OWN_NAME: Final = re.compile(
    rf"\b(?:more (?:stories |news |articles )?from|welcome to|subscribe to|support|©)\s+((?-i:{_NAME}))", re.IGNORECASE
)
_OWN_REPORTER: Final = re.compile(rf"^({_NAME})(?:'s|') (?:[A-Z][\w'-]+ ){{1,3}}.*contributed\b")
# A dateline: "WASHINGTON (Reuters) -", "SEOUL, Aug. 17 (Yonhap) --", "(CNN) The US ..."
_DATELINE: Final = re.compile(
    rf"^(?:[A-Z][A-Za-z.'-]*(?:[ /][A-Z][A-Za-z.'-]*){{0,3}}"
    rf"(?:, [A-Z][\w.]*(?: \d{{1,2}})?){{0,3}} ?)?\(({_NAME})\)\s?(?:-+|:|(?=[A-Z]))"
)
_CREDIT: Final = re.compile(rf"^\(({_NAME})\)$")
_BYLINE: Final = re.compile(rf"^By .*(?:,|\bfor|\bat| - | \| )\s*(?:the )?({_NAME})$")
# Names of files that tell nothing of an outlet.
_IDLE: Final = frozenset({
    "a", "an", "and", "article", "articles", "body", "clean", "content", "copy", "data", "doc", "document", "documents",
    "download", "downloads", "file", "files", "final", "index", "input", "item", "main", "new", "news", "of", "output",
    "page", "pages", "post", "raw", "sample", "stdin", "stories", "story", "temp", "test", "text", "texts", "the",
    "tmp", "untitled",
})  # fmt: skip
_SECOND_LEVELS: Final = frozenset({"co", "com", "org", "net", "ac", "gov", "edu", "or", "ne", "gob", "nom"})
_SLOGAN: Final = re.compile(r"(?<=\w)\s+[|–—:•·]\s+.*$|(?<=\w)\s+-\s+.*$")
_HASH: Final = re.compile(r"^(?=.*\d)[0-9a-f]{6,}$")


def outlet_in_text(lines: Iterable[str]) -> str | None:
    """The outlet that the lines of a page name as their own: a masthead, a notice, a dateline, an agency's credit."""
    folded = [fold(line) for line in lines]
    for pattern in (_MASTHEAD, _COPYRIGHT, _OWN_REPORTER, _OWN_NAME, _DATELINE, _BYLINE, _CREDIT):
        for line in folded:
            match = pattern.search(line)
            if match and (name := _COMPANY.sub("", match[1]).strip(" .,-")) and not _is_idle(name):
                return name
    return None


def outlet_in_path(path: str) -> str | None:
    """The outlet a file is named after: "huffpost.txt", "2017-08-17_the-guardian.txt"; None for "004_f88.txt"."""
    words = [
        word
        for word in re.split(r"[\W_]+", PurePath(path).stem)
        if word and not word.isdigit() and not _HASH.match(word)
    ]
    if not 1 <= len(words) <= 4 or all(_is_idle(word) for word in words) or not any(len(word) > 1 for word in words):
        return None
    return " ".join(_titled(word) for word in words)


def outlet_in_url(url: str) -> str | None:
    """The outlet that a page's address names: "https://www.reuters.com/world" is Reuters."""
    host = re.match(r"\w+://(?:[^/@]*@)?([^/:?#\s]+)", url)
    labels = host[1].lower().strip(".").split(".") if host else []
    if len(labels) < 2 or not re.search("[a-z]", labels[-1]):
        return None
    labels.pop()
    # Where a country keeps its second level for itself, the name stands before it: bbc.co.uk, news.com.au.
    if len(labels) > 1 and labels[-1] in _SECOND_LEVELS:
        labels.pop()
    words = [word for word in re.split(r"[\W_]+", labels[-1]) if word]
    if len(words) == 1 and (the := re.fullmatch(r"the([a-z]{4,})", words[0])) and the[1] not in ("ater", "sis"):
        words = ["the", the[1]]
    return " ".join(_titled(word) for word in words) or None


def normalised(name: str) -> str:
    """A site's name for itself as an outlet's name: without its address, its slogan and its company's form."""
    name = _SLOGAN.sub("", _COMPANY.sub("", one_line(name))).strip(" .,-|") or one_line(name)
    if re.fullmatch(r"(?:https?://)?[\w-]+(?:\.[\w-]+)+/?", name):
        return outlet_in_url(name if "://" in name else f"https://{name}") or name
    return name


def published_in_text(lines: Iterable[str]) -> date | None:
    """The first day with a year that meta lines give."""
    for line in lines:
        for written in page_lines.dates_in(line):
            if day := _parsed(written):
                return day
    return None


def _parsed(written: str) -> date | None:
    from dateutil import parser  # only pages that tell their date pay for it

    try:
        return parser.parse(written).date()
    except (ValueError, OverflowError):
        return None


def _is_idle(word: str) -> bool:
    return word.lower() in _IDLE


def _titled(word: str) -> str:
    """A word of a file name as a name: "nyt" is an acronym, "fox" and "reuters" are not."""
    if not word.islower():
        return word
    return word.capitalize() if re.search("[aeiou]", word) and word not in ("ap", "afp", "upi") else word.upper()
