"""What differs between two linked sentences, word by word.

The differences are found by diff-match-patch over whole words: each distinct word becomes one private character, so
that Myers' algorithm works on words and never cuts one in two. Case, the style of quotation marks and dashes, the
full stops of acronyms, and white space count for nothing. A small word that two rewritten passages happen to share
("of", "the") is no common ground: it joins them.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING, Final

from newsread.model import Span
from newsread.text import fold

if TYPE_CHECKING:
    from newsread.findings import Change

_WORD: Final = re.compile(r"(?:[^\W\d_]\.){2,}|\d[\d.,]*\d|[^\W_]+(?:['.-][^\W_]+)*|[$£€%#@]")
_ACRONYM: Final = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]$")
_CHANCE: Final = 2  # words
_SMALL_WORD: Final = 3  # letters
_FIRST_CODE: Final = 0x100
_SURROGATES: Final = range(0xD800, 0xE000)


@lru_cache(maxsize=4096)
def word_differences(left: str, right: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The stretches of each text that the other does not have, as spans of whole words in ``left`` and in ``right``.

    Neighbouring words that differ make one span. Punctuation alone never differs. Which text comes first does not
    matter: of several shortest scripts Myers' algorithm finds one that depends on it, so it is asked in one order.
    """
    if right < left:
        there, here = word_differences(right, left)
        return here, there
    return _word_differences(left, right)


def word_changes(left: str, right: str) -> "tuple[Change, ...]":
    """Both texts cut into stretches that are the same and stretches that are not.

    The left sides put together are the left text, the right sides the right one.
    """
    from newsread.findings import Change

    here, there = (_kept(text, spans) for text, spans in zip((left, right), word_differences(left, right), strict=True))
    cuts, same = [(0, 0)], []
    one = other = 0
    while one < len(here) or other < len(there):
        is_same = one < len(here) and other < len(there) and here[one][1] and there[other][1]
        while is_same and one < len(here) and other < len(there) and here[one][1] and there[other][1]:
            one, other = one + 1, other + 1
        while not is_same and one < len(here) and not here[one][1]:
            one += 1
        while not is_same and other < len(there) and not there[other][1]:
            other += 1
        cuts.append((_offset(here, one, left), _offset(there, other, right)))
        same.append(is_same)
    if not same:
        return (Change(left, right, same=True),) if left or right else ()
    return tuple(
        Change(left[a:c], right[b:d], is_same) for (a, b), (c, d), is_same in zip(cuts, cuts[1:], same, strict=False)
    )


@lru_cache(maxsize=4096)  # a quotation is compared with those of every other outlet
def folded_words(text: str) -> tuple[str, ...]:
    """The words of a text as they are compared: without case, quotation marks and punctuation."""
    plain = fold(text).casefold()
    return tuple(match[0] for match in _WORD.finditer(plain))


def _kept(text: str, differing: Sequence[Span]) -> list[tuple[int, bool]]:
    """Where each word of a text begins, and whether the other text has it too."""
    return [
        (word.start, not any(span.start <= word.start < span.end for span in differing)) for word in word_spans(text)
    ]


def _offset(words: Sequence[tuple[int, bool]], number: int, text: str) -> int:
    return words[number][0] if number < len(words) else len(text)


def _word_differences(left: str, right: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    from diff_match_patch import diff_match_patch

    words, others = word_spans(left), word_spans(right)
    codes: dict[str, str] = {}
    first, second = _encoded(words, left, codes), _encoded(others, right, codes)
    engine = diff_match_patch()
    engine.Diff_Timeout = 0  # a result must not depend on how busy the machine is
    kept: list[list[bool]] = [[False] * len(words), [False] * len(others)]
    here = there = 0
    changes = engine.diff_main(first, second, False)
    for number, (operation, run) in enumerate(changes):
        if operation == engine.DIFF_EQUAL and not _is_chance(words[here : here + len(run)], changes, number):
            kept[0][here : here + len(run)] = kept[1][there : there + len(run)] = [True] * len(run)
        here += len(run) if operation != engine.DIFF_INSERT else 0
        there += len(run) if operation != engine.DIFF_DELETE else 0
    return _differing(words, kept[0]), _differing(others, kept[1])


def _is_chance(shared: Sequence[Span], changes: Sequence[tuple[int, str]], number: int) -> bool:
    """Whether a run of shared words is small words alone, between changes that are longer than itself."""
    around = [len(run) for _, run in (*changes[max(0, number - 2) : number], *changes[number + 1 : number + 3])]
    inside = 0 < number < len(changes) - 1
    return (
        inside
        and len(shared) <= _CHANCE
        and all(len(w) <= _SMALL_WORD for w in shared)
        and sum(around) > 2 * len(shared)
    )


@lru_cache(maxsize=4096)
def word_spans(text: str) -> tuple[Span, ...]:
    """The words of a text, punctuation left out."""
    return tuple(Span(match.start(), match.end()) for match in _WORD.finditer(fold(text)))


def _encoded(words: Sequence[Span], text: str, codes: dict[str, str]) -> str:
    """The words as a string of one character each, the same character for the same word."""
    plain = fold(text).casefold()
    if len(plain) != len(text):  # a few letters grow when their case is folded
        plain = fold(text).lower() if len(text.lower()) == len(text) else fold(text)
    same = (plain[word.start : word.end].rstrip(".") for word in words)
    return "".join(codes.setdefault(_undotted(word), _character(len(codes))) for word in same)


def _undotted(word: str) -> str:
    """The word, "u.s" as "us": full stops are a matter of style in acronyms, not in numbers and addresses."""
    return word.replace(".", "") if _ACRONYM.match(word) else word


def _character(number: int) -> str:
    code = _FIRST_CODE + number
    return chr(code if code < _SURROGATES.start else code + len(_SURROGATES))


def _differing(words: Sequence[Span], kept: Sequence[bool]) -> tuple[Span, ...]:
    """The runs of words that are not kept, each as one span."""
    runs = groupby(zip(words, kept, strict=True), key=lambda pair: pair[1])
    stretches = [[word for word, _ in run] for is_kept, run in runs if not is_kept]
    return tuple(Span(stretch[0].start, stretch[-1].end) for stretch in stretches)
