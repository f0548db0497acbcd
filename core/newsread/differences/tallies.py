"""Votes that are counted differently: "220 to 212" and "221-212"."""

import re
from collections.abc import Iterator
from typing import Final

from newsread.differences.passages import Pair, Passage
from newsread.findings import Difference, DifferenceKind, Severity
from newsread.model import Span

_TALLY: Final = re.compile(
    r"(?<![\w.,$-])(\d{1,3})(?:\s+to\s+|-)(\d{1,3})(?![\w,%-]|\.\d|\s+(?:percent|million|years?)\b)"
)
_VOTE: Final = re.compile(
    r"\b(?:vot(?:e[sd]?|ing)|pass(?:es|ed)?|approv\w+|reject\w+|defeat\w+|margin|tally|party-line)\b"
)
_SHARED: Final = 2  # telling words around both


def tally_differences(pair: Pair) -> Iterator[Difference]:
    """The counts of a vote in which two linked sentences differ, where each gives one."""
    here, there = _tallies(pair.left), _tallies(pair.right)
    if len(here) != 1 or len(there) != 1 or sorted(here[0][1]) == sorted(there[0][1]):
        return
    (left, _), (right, _) = here[0], there[0]
    if len(pair.left.topic(left) & pair.right.topic(right)) >= _SHARED:
        text = f"{_text(pair.left, left)} / {_text(pair.right, right)}"
        yield Difference(pair.link, DifferenceKind.NUMBER, Severity.CONFLICT, left, right, text)


def _tallies(passage: Passage) -> list[tuple[Span, tuple[int, int]]]:
    start = passage.sentence.start
    if not _VOTE.search(passage.text):
        return []
    return [
        (Span(start + match.start(), start + match.end()), (int(match[1]), int(match[2])))
        for match in _TALLY.finditer(passage.text)
    ]


def _text(passage: Passage, span: Span) -> str:
    return passage.text[span.start - passage.sentence.start : span.end - passage.sentence.start]
