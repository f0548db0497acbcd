"""Why two sentences are linked, in words a reader can check."""

from collections.abc import Sequence
from typing import Final

from newsread.alignment.words import Vocabulary, Words, is_function, is_number
from newsread.model import Evidence

_MOST: Final = 6
_SHORTEST_QUOTE: Final = 2  # words


def evidence(one: Words, other: Words, vocabulary: Vocabulary) -> Evidence:
    """What two sentences share: the longest common run of quoted words, names, numbers and telling words.

    Words are given as the first sentence writes them; the most telling come first, at most six of a sort.
    """
    shared = set(one.stems) & set(other.stems)
    written: dict[str, str] = {}
    for word, stem in zip(one.written, one.stems, strict=True):
        if stem in shared and not is_function(stem):
            written.setdefault(stem, word)
    telling = sorted(written, key=lambda stem: (-vocabulary.weight(stem), stem))
    names = [stem for stem in telling if stem in vocabulary.names]
    numbers = [stem for stem in telling if is_number(stem)]
    terms = [stem for stem in telling if stem not in vocabulary.names and not is_number(stem)]
    return Evidence(
        quote=_shared_quotation(one, other),
        entities=_join_names(one, set(names)),
        numbers=tuple(written[stem] for stem in numbers[:_MOST]),
        terms=tuple(written[stem] for stem in terms[:_MOST]),
    )


def _join_names(words: Words, names: set[str]) -> tuple[str, ...]:
    """Names of one sentence, those that stand together as one ("Rex Tillerson"), in their order."""
    found: list[str] = []
    run: list[str] = []
    for word, stem in [*zip(words.written, words.stems, strict=True), ("", "")]:
        if stem in names and word[:1].isupper():
            run.append(word.removesuffix("'s"))
        elif run:
            found.append(" ".join(run))
            run = []
    return tuple(dict.fromkeys(found))[:_MOST]


def _shared_quotation(one: Words, other: Words) -> str:
    """The longest run of words that both have inside quotation marks, as the first writes it."""
    if not (any(one.quoted) and any(other.quoted)):
        return ""
    start, length = _longest_common_run(_quoted_stems(one), _quoted_stems(other))
    return " ".join(one.written[start : start + length]) if length >= _SHORTEST_QUOTE else ""


def _quoted_stems(words: Words) -> list[str | None]:
    return [stem if inside else None for stem, inside in zip(words.stems, words.quoted, strict=True)]


def _longest_common_run(one: Sequence[str | None], other: Sequence[str | None]) -> tuple[int, int]:
    """Start in ``one`` and length of the longest run both have in a row; None matches nothing."""
    best = (0, 0)
    above = [0] * (len(other) + 1)
    for i, item in enumerate(one, start=1):
        row = [0] * (len(other) + 1)
        if item is not None:
            for j, candidate in enumerate(other, start=1):
                if candidate == item:
                    row[j] = above[j - 1] + 1
                    if row[j] > best[1]:
                        best = (i - row[j], row[j])
        above = row
    return best
