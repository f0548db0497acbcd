"""Why two sentences are linked, in words a reader can check."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from newsread.alignment.words import Vocabulary, Words, is_function, is_number
from newsread.model import Evidence

_MOST: Final = 6
_SHORTEST_QUOTE: Final = 2  # words


@dataclass(frozen=True, slots=True)
class Telling:
    """What of a sentence can speak for a link; made once, as a sentence may have hundreds of candidates.

    Attributes:
        words: The words of the sentence.
        stems: Its stems.
        order: Those that are no function words, the most telling first.
        written: By stem, how the sentence first writes it.
        quoted: Its stems where they stand inside quotation marks, None where they do not.
        pairs: Pairs of stems that stand side by side there.
    """

    words: Words
    stems: frozenset[str]
    order: tuple[str, ...]
    written: Mapping[str, str]
    quoted: tuple[str | None, ...]
    pairs: frozenset[tuple[str | None, str | None]]


def telling(words: Words, vocabulary: Vocabulary) -> Telling:
    """Prepare a sentence for :func:`evidence`."""
    written: dict[str, str] = {}
    for word, stem in zip(words.written, words.stems, strict=True):
        if not is_function(stem):
            written.setdefault(stem, word)
    order = sorted(written, key=lambda stem: (-vocabulary.weight(stem), stem))
    quoted = tuple(stem if inside else None for stem, inside in zip(words.stems, words.quoted, strict=True))
    pairs = frozenset(pair for pair in pairwise(quoted) if None not in pair)
    return Telling(words, frozenset(words.stems), tuple(order), written, quoted, pairs)


def evidence(one: Telling, other: Telling, names: frozenset[str]) -> Evidence:
    """What two sentences share: the longest common run of quoted words, names, numbers and telling words.

    Words are given as the first sentence writes them; the most telling come first, at most six of a sort.

    Args:
        one: The sentence whose wording is given.
        other: The sentence it is linked with.
        names: The stems that are names in this story.
    """
    shared = [stem for stem in one.order if stem in other.stems]
    numbers = [one.written[stem] for stem in shared if is_number(stem)]
    terms = [one.written[stem] for stem in shared if stem not in names and not is_number(stem)]
    return Evidence(
        quote=_shared_quotation(one, other),
        entities=_join_names(one.words, names.intersection(shared)),
        numbers=tuple(numbers[:_MOST]),
        terms=tuple(terms[:_MOST]),
    )


def _join_names(words: Words, names: frozenset[str]) -> tuple[str, ...]:
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


def _shared_quotation(one: Telling, other: Telling) -> str:
    """The longest run of words that both have inside quotation marks, as the first writes it."""
    if one.pairs.isdisjoint(other.pairs):
        return ""
    start, length = _longest_common_run(one.quoted, other.quoted)
    return " ".join(one.words.written[start : start + length]) if length >= _SHORTEST_QUOTE else ""


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
