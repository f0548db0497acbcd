"""Paragraphs to sentences, by rules for the punctuation of news text.

A sentence ends at a full stop, question or exclamation mark, with the quotation marks and brackets that close behind
it, when what follows can begin another one. Quotations that run over several sentences are cut between them, so each
part can be aligned for itself. The hard cases are full stops that belong to abbreviations, initials and acronyms
(:mod:`newsread.reading.abbreviations`), and a question inside quotation marks that its speaker follows ("Why?" Trump
asked).
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

from newsread.model import Sentence, SentenceKind
from newsread.reading.abbreviations import (
    AT_EITHER,
    BEFORE_NAMES,
    SENTENCE_OPENERS,
    is_abbreviation,
    is_dotted,
    is_initial,
)
from newsread.reading.extract import Paragraph
from newsread.reading.foreign import stop_ends
from newsread.reading.languages import ALIGNED

_CLOSERS: Final = r"[\"'”’»)\]]"
# How many characters may decide: with all of them, a line that never ends would take for ever.
_BEFORE: Final = 120
_AFTER: Final = 400
# Marks of other scripts, which do nothing else.
_ALWAYS: Final = "。！？؟۔।॥"
_STOP: Final = re.compile(rf"(?P<mark>[.!?…]+|[{_ALWAYS}]+)(?P<close>{_CLOSERS}*(?:\s[”»](?=\s))?)(?P<gap>\s*)")
_OPENING: Final = re.compile(r"[\"'“‘«„(\[¿¡—–-]*\s?")
_NEXT_WORD: Final = re.compile(r"[^\W_][\w’'-]*")
_LAST_TOKEN: Final = re.compile(r"[^\s\"'“”‘’«»()\[\]—–/]+$")
_WHOLE: Final = frozenset({SentenceKind.HEADLINE, SentenceKind.HEADING, SentenceKind.CAPTION, SentenceKind.META})
_LIST_NUMBER: Final = re.compile(r"^\W*(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})$")
_SAYING: Final = re.compile(
    r"^(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Prof)\.\s)?(?:[A-ZÀ-Þ][\w.’'-]*\s){1,4}"
    r"(?:(?:of|from|at)\s[^.!?,]{3,30}\s?)?(?:,\s[^.!?,]{3,60},\s)?(?:(?:later|then|also|had|has|once|reportedly|was\squoted\sas)\s)?"
    r"(?:said|says|asked|asks|wrote|writes|tweeted|added|adds|told|shouted|replied|yelled|cried|joked|exclaimed|declared|demanded"
    r"|wondered|saying|asking|responded|posted|continued|quipped|remarked|concluded|chanted|screamed|insisted|announced|recalled|called)\b"
)
# "policy.The" lacks its space; "Booking.com", "U.S.A" and "v2.Beta" do not.
_GLUED_BEFORE: Final = re.compile(r"(?:[a-z]{3,}|\d{4}|\))$")
_GLUED_AFTER: Final = re.compile(r"[\"“‘]?(?:[A-Z][a-z]+|I|A)(?:[\s,’']|$)")


def segment(text: str, paragraphs: tuple[Paragraph, ...], language: str = ALIGNED) -> tuple[Sentence, ...]:
    """Cut the paragraphs of a clean text into sentences; headlines, headings, captions and meta lines stay whole."""
    sentences: list[Sentence] = []
    for number, paragraph in enumerate(paragraphs):
        start, end = paragraph.span.start, paragraph.span.end
        cuts = [0] if paragraph.kind in _WHOLE else [0, *sentence_starts(text[start:end], language)]
        for here, there in pairwise([*cuts, end - start]):
            stop = start + here + len(text[start + here : start + there].rstrip())
            sentences.append(Sentence(start + here, stop, text[start + here : stop], paragraph.kind, number))
    return tuple(sentences)


def sentence_starts(paragraph: str, language: str = ALIGNED) -> Iterator[int]:
    """Offsets in ``paragraph`` at which its second and later sentences begin."""
    begun = 0
    for stop in _STOP.finditer(paragraph):
        if stop.end() < len(paragraph) and _ends_sentence(paragraph, begun, stop, language):
            begun = stop.end()
            yield begun


def _ends_sentence(paragraph: str, begun: int, stop: re.Match[str], language: str) -> bool:
    before = paragraph[max(begun, stop.start() - _BEFORE) : stop.start()]
    after = paragraph[stop.end() : stop.end() + _AFTER]
    if stop["mark"][0] in _ALWAYS:
        return True
    if not before.strip():
        return False
    if not stop["gap"]:
        return _is_glued(before, stop, after)
    if not _can_begin(after):
        return False
    if stop["mark"] != ".":
        return not (stop["close"] and _SAYING.match(after)) and not _is_pause(before, stop)
    foreign = language != ALIGNED
    return stop_ends(before, language) if foreign else _full_stop_ends(before, stop["close"], after)


def _is_glued(before: str, stop: re.Match[str], after: str) -> bool:
    """Whether a space is missing after the full stop ("...ended.The next...")."""
    return stop["mark"] == "." and bool(_GLUED_BEFORE.search(before)) and bool(_GLUED_AFTER.match(after))


def _can_begin(after: str) -> bool:
    """Whether a sentence can begin so: with a capital, a digit, or an opening quotation mark."""
    opening = _OPENING.match(after)
    rest = after[opening.end() :] if opening else after
    quoted = bool(opening) and after[0] in '"“‘«„'
    return bool(rest) and (not rest[0].islower() or quoted) and (rest[0].isalnum() or rest[0] in "$£€@#•…." or quoted)


def _is_pause(before: str, stop: re.Match[str]) -> bool:
    """Whether dots mark words left out inside a sentence: they stand apart from the word before."""
    return stop["mark"][0] in ".…" and before[-1:].isspace() and not stop["close"]


def _full_stop_ends(before: str, close: str, after: str) -> bool:
    last = _LAST_TOKEN.search(before)
    word = last[0] if last else ""
    following = _NEXT_WORD.search(after)
    opens = bool(following) and following[0].lower() in SENTENCE_OPENERS if following else False
    if _LIST_NUMBER.match(before) and not close and not word.isupper():
        return False
    if is_abbreviation(word, BEFORE_NAMES) and not close:
        return word == "No" and opens
    if is_initial(word) and word != "I" and not close:
        return opens and not _ends_in_name(before)
    if is_dotted(word) or is_abbreviation(word, AT_EITHER):
        return (opens and after[:1] not in "-–—") or _quotation_opens(after)
    return True


def _ends_in_name(before: str) -> bool:
    """Whether the initial at the end of ``before`` is part of a name, as in "Rex W." and "J."."""
    words = before.split()
    return len(words) < 2 or words[-2][:1].isupper()


def _quotation_opens(after: str) -> bool:
    return after[:1] in "“«„" or (after[:1] == '"' and after[1:2].isupper())
