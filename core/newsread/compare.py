"""What differs between two linked sentences, word by word.

The differences are found by diff-match-patch over whole words: each distinct word becomes one private character, so that
Myers' algorithm and the semantic clean-up work on words and never cut one in two. Case, the style of quotation marks and
dashes, and white space count for nothing.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Final

from newsread.model import Span
from newsread.text import fold

_WORD: Final = re.compile(r"\d[\d.,]*\d|[^\W_]+(?:['.-][^\W_]+)*(?:\.(?=[^\W_]))?|[$£€%#@]")
_FIRST_CODE: Final = 0x100
_SURROGATES: Final = range(0xD800, 0xE000)


@lru_cache(maxsize=4096)
def word_differences(left: str, right: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The stretches of each text that the other does not have, as spans of whole words in ``left`` and in ``right``.

    Neighbouring words that differ make one span. Punctuation alone never differs.
    """
    from diff_match_patch import diff_match_patch

    words, others = _words(left), _words(right)
    codes: dict[str, str] = {}
    first, second = _encoded(words, left, codes), _encoded(others, right, codes)
    engine = diff_match_patch()
    engine.Diff_Timeout = 0  # a result must not depend on how busy the machine is
    difference = engine.diff_main(first, second, False)
    engine.diff_cleanupSemantic(difference)
    return _spans(difference, engine.DIFF_DELETE, words), _spans(difference, engine.DIFF_INSERT, others)


def _words(text: str) -> list[Span]:
    return [Span(match.start(), match.end()) for match in _WORD.finditer(fold(text))]


def _encoded(words: Sequence[Span], text: str, codes: dict[str, str]) -> str:
    """The words as a string of one character each, the same character for the same word."""
    plain = fold(text).casefold()
    if len(plain) != len(text):  # a few letters grow when their case is folded
        plain = fold(text).lower() if len(text.lower()) == len(text) else fold(text)
    return "".join(codes.setdefault(plain[word.start : word.end], _character(len(codes))) for word in words)


def _character(number: int) -> str:
    code = _FIRST_CODE + number
    return chr(code if code < _SURROGATES.start else code + len(_SURROGATES))


def _spans(difference: Sequence[tuple[int, str]], wanted: int, words: Sequence[Span]) -> tuple[Span, ...]:
    """The runs of ``words`` that the ``wanted`` operations cover; equal runs pass the position on."""
    spans: list[Span] = []
    position = 0
    for operation, run in difference:
        if operation == wanted:
            spans.append(Span(words[position].start, words[position + len(run) - 1].end))
        if operation in (wanted, 0):
            position += len(run)
    return tuple(spans)
