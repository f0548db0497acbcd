"""Quotations of one utterance in several outlets: how their wordings relate, and who prints most of it.

Two quotations are of one utterance when the shorter one's words, in order, are mostly the other's. Few words prove
little: two or three must stand together in the other, and a single one counts for the same speaker only.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Final

from newsread.compare import folded_words, word_changes, word_spans
from newsread.findings import Change, Drift, DriftKind, Quotation, QuotationKind, Utterance

_SHARED: Final = 0.6  # of the shorter one's words, when it has enough of them
_OF_TWO: Final = 0.8  # the same, when they are given to two people
_ENOUGH: Final = 4  # words
_RUN: Final = 3  # words in a row that must be the same
_COMMON: Final = frozenset("a an the of to in on and or is it that was be i we you for as at by not".split())


def find_drifts(quotations: Sequence[Quotation]) -> tuple[Drift, ...]:
    """The pairs of quotations, of two articles each, that give the same utterance; ordered by (left, right)."""
    words = [folded_words(quotation.words) for quotation in quotations]
    bags = [Counter(each) for each in words]
    pairs = sorted(pair for pair in _candidates(quotations, words) if _may_be_one(quotations, words, bags, pair))
    found = (_drift(quotations, words, left, right) for left, right in pairs)
    return tuple(drift for drift in found if drift is not None)


def utterances(quotations: Sequence[Quotation], drifts: Sequence[Drift]) -> tuple[Utterance, ...]:
    """The quotations, direct ones and fragments, put together by what was said; in order of their first."""
    leader = {
        number: number for number, quotation in enumerate(quotations) if quotation.kind is not QuotationKind.INDIRECT
    }

    def find(number: int) -> int:
        while leader[number] != number:
            number = leader[number]
        return number

    for drift in drifts:
        one, other = sorted((find(drift.left), find(drift.right)))
        leader[other] = one
    groups: dict[int, list[int]] = defaultdict(list)
    for number in leader:
        groups[find(number)].append(number)
    return tuple(_utterance(quotations, sorted(group)) for _, group in sorted(groups.items()))


def _utterance(quotations: Sequence[Quotation], group: Sequence[int]) -> Utterance:
    longest = max(group, key=lambda number: (len(folded_words(quotations[number].words)), -number))
    return Utterance(tuple(group), longest)


def _candidates(quotations: Sequence[Quotation], words: Sequence[Sequence[str]]) -> set[tuple[int, int]]:
    """Pairs of different articles that share a telling word: the rest need not be compared."""
    holders: dict[str, list[int]] = defaultdict(list)
    for number, quotation in enumerate(quotations):
        if quotation.kind is not QuotationKind.INDIRECT:
            for word in set(words[number]) - _COMMON:
                holders[word].append(number)
    return {
        pair
        for numbers in holders.values()
        for pair in combinations(numbers, 2)
        if quotations[pair[0]].article != quotations[pair[1]].article
    }


def _may_be_one(
    quotations: Sequence[Quotation],
    words: Sequence[Sequence[str]],
    bags: Sequence[Mapping[str, int]],
    pair: tuple[int, int],
) -> bool:
    short, long = sorted(pair, key=lambda number: len(words[number]))
    if len(words[short]) >= _ENOUGH:
        shared = sum(min(times, bags[long].get(word, 0)) for word, times in bags[short].items())
        return shared >= _SHARED * len(words[short])
    same = quotations[short].entity is not None and quotations[short].entity == quotations[long].entity
    near = len(words[long]) <= 2 * _ENOUGH or same
    return _contains(words[long], words[short]) and (near if len(words[short]) > 1 else same)


def _contains(long: Sequence[str], short: Sequence[str]) -> bool:
    return _place(long, short) >= 0


def _place(long: Sequence[str], short: Sequence[str]) -> int:
    """Where the shorter list of words stands in the longer, -1 if it does not."""
    places = (at for at in range(len(long) - len(short) + 1) if list(long[at : at + len(short)]) == list(short))
    return next(places, -1)


def _drift(quotations: Sequence[Quotation], words: Sequence[Sequence[str]], left: int, right: int) -> Drift | None:
    changes = _changes(quotations[left].words, quotations[right].words)
    runs = [len(folded_words(change.left)) for change in changes if change.same]
    shorter = min(len(words[left]), len(words[right]))
    similarity = sum(runs) / shorter
    if shorter >= _ENOUGH and (similarity < _SHARED or max(runs, default=0) < _RUN):
        return None
    one, other = quotations[left].entity, quotations[right].entity
    differ = one is not None and other is not None and one != other
    kind = _kind(words[left], words[right])
    if differ and kind is DriftKind.REWORDED and (similarity < _OF_TWO or shorter < 2 * _RUN):
        return None  # two people may well use the same phrase
    return Drift(left, right, similarity, kind, changes, differ)


def _changes(left: str, right: str) -> tuple[Change, ...]:
    """The wordings cut into what is the same and what is not; a part of a longer one is kept in one piece."""
    if len(folded_words(left)) > len(folded_words(right)):
        return tuple(Change(c.right, c.left, c.same) for c in _changes(right, left))
    words, short = word_spans(right), folded_words(left)
    at = _place(folded_words(right), short)
    if at < 0 or not short:
        return word_changes(left, right)
    start = words[at].start if at else 0
    end = words[at + len(short)].start if at + len(short) < len(words) else len(right)
    cut = (
        Change("", right[:start], same=False),
        Change(left, right[start:end], same=True),
        Change("", right[end:], same=False),
    )
    return tuple(change for change in cut if change.left or change.right)


def _kind(left: Sequence[str], right: Sequence[str]) -> DriftKind:
    if list(left) == list(right):
        return DriftKind.SAME
    long, short = (left, right) if len(left) > len(right) else (right, left)
    return DriftKind.SHORTER if _contains(long, short) else DriftKind.REWORDED
