"""Numbers that differ: other values for the same thing, a figure for "several", a count that one outlet leaves out."""

from collections.abc import Collection, Iterator, Sequence
from typing import Final

from newsread.differences.measures import DAYS, METRES, YEARS_OLD
from newsread.differences.passages import Pair, Passage, stem
from newsread.differences.quantities import Quantity, quantities, values_in
from newsread.findings import Difference, DifferenceKind, Severity
from newsread.model import Span

_DEGREES: Final = stem("degrees")
MEASURES: Final = frozenset({DAYS, METRES, YEARS_OLD})
_LEAST: Final = 3  # what must speak for two amounts being about one thing
_ABOUT: Final = 0.15  # share by which a number may miss when the article says "about"
_LARGE: Final = 1_000  # from here on noughts at the end are rounding


def number_differences(pair: Pair) -> Iterator[Difference]:
    """The numbers in which two linked sentences differ."""
    left, right = _open(pair.left, pair.right), _open(pair.right, pair.left)
    yield from _other_values(pair, [q for q in left if not q.vague], [q for q in right if not q.vague])
    if pair.is_equivalent:
        for one in left:
            for other in right:
                if one.vague != other.vague and one.group & other.group:
                    yield _made(pair, one.span, other.span, one, other)
        for one, there in _uncounted(left, pair.left, pair.right):
            yield _made(pair, one.span, there, one, None)
        for other, here in _uncounted(right, pair.right, pair.left):
            yield _made(pair, here, other.span, None, other)


def _open(passage: Passage, other: Passage) -> list[Quantity]:
    """The amounts of a sentence that the other outlet does not give there or nearby."""
    found = quantities(passage)
    values = values_in(other.text) | values_in(other.around) if found else frozenset()
    # "six months" is not given by "six years".
    measured = {(q.unit, value) for q in quantities(other) for value in (q.low, q.high)}
    return [q for q in found if q.vague or not _is_given(q, values, measured)]


def _is_given(quantity: Quantity, values: Collection[float], measured: Collection[tuple[str, float]]) -> bool:
    ends = {quantity.low, quantity.high}
    if quantity.unit in MEASURES and any(unit == quantity.unit for unit, _ in measured):
        return {(quantity.unit, end) for end in ends} <= set(measured)
    return ends <= set(values)


def _other_values(pair: Pair, left: Sequence[Quantity], right: Sequence[Quantity]) -> Iterator[Difference]:
    """Pairs of amounts that are about one thing, each being the other's best match, with other values."""
    strength = {(n, m): _strength(pair, one, other) for n, one in enumerate(left) for m, other in enumerate(right)}
    for (n, m), score in strength.items():
        rivals = [s for (a, b), s in strength.items() if (a == n) != (b == m)]
        if score >= (_LEAST if pair.is_equivalent else _LEAST + 1) and all(rival < score for rival in rivals):
            severity = Severity.DETAIL if agree(left[n], right[m]) else Severity.CONFLICT
            same_words = left[n].head == right[m].head or left[n].unit not in MEASURES
            if same_words or severity is Severity.CONFLICT:  # 48 kilometres are 30 miles
                yield _made(pair, left[n].span, right[m].span, left[n], right[m], severity)


def _strength(pair: Pair, one: Quantity, other: Quantity) -> int:
    """How much speaks for two amounts being about the same thing: what is counted, and the words around."""
    if one.unit != other.unit:
        return 0
    if one.unit:
        same = bool(one.group & other.group) or one.unit == YEARS_OLD
    else:
        # "a magnitude of 6.1": nothing is counted, but the word before tells.
        same = one.head == other.head and (one.head != "" or _lead(pair.left, one) == _lead(pair.right, other) != "")
    if not (same or one.unit):
        return 0
    shared = pair.left.topic(one.span) & pair.right.topic(other.span) - one.group - other.group
    return 2 * same + len(shared)


def agree(one: Quantity, other: Quantity) -> bool:
    """Whether two amounts may both be right: ranges that meet, bounds that hold, rounded figures."""
    if one.low <= other.high and other.low <= one.high:
        return True
    low, high = (one, other) if one.high < other.low else (other, one)
    if low.bound == ">" or high.bound == "<":
        return True
    if one.unit == YEARS_OLD:
        return False
    if one.head == _DEGREES and abs(low.high * 9 / 5 + 32 - high.low) <= 1:
        return True  # of Celsius and of Fahrenheit
    about = "~" in one.bound + other.bound
    if about or one.unit in MEASURES:
        return high.low - low.high <= _ABOUT * high.low
    return _rounds_to(low.high, high.low) or _rounds_to(high.low, low.high)


def _rounds_to(exact: float, rounded: float) -> bool:
    """Whether a figure is another one with fewer digits: 54,200 and 54,000, 3.2 and 3; not 46 and 47."""
    if rounded >= _LARGE:
        digits = len(f"{rounded:.0f}".rstrip("0"))
        step = 10.0 ** (len(f"{rounded:.0f}") - digits)
    else:
        step = 10.0 ** -len(f"{rounded:.6g}".partition(".")[2])
    return step > 0 and abs(exact - rounded) <= step / 2 and exact != rounded


def _lead(passage: Passage, quantity: Quantity) -> str:
    return passage.leading(quantity.span)


def _uncounted(open_: Sequence[Quantity], passage: Passage, other: Passage) -> Iterator[tuple[Quantity, Span]]:
    """Amounts of what the other sentence names in the plural, without any amount: "four missiles", "missiles"."""
    if any(q.unit == "%" for q in quantities(other)):
        return  # a share of them is given
    counted = {q.head for q in quantities(other)}
    for quantity in open_:
        if quantity.vague or quantity.unit or not quantity.head or quantity.head in counted:
            continue
        bare = [w.span for w in other.words if w.stem == quantity.head and w.text.endswith("s")]
        if len(bare) == 1 and _is_about(passage, quantity, other, bare[0]):
            yield quantity, bare[0]


def _is_about(passage: Passage, quantity: Quantity, other: Passage, bare: Span) -> bool:
    """Whether the same is done to what is counted and to what is not."""
    shared = passage.topic(quantity.span) & other.topic(bare) - {quantity.head}
    return len(shared) > _LEAST or passage.leading(quantity.span) == other.leading(bare) != ""


def _made(
    pair: Pair,
    left: Span,
    right: Span,
    one: Quantity | None,
    other: Quantity | None,
    severity: Severity = Severity.DETAIL,
) -> Difference:
    why = (
        " (both may be right)"
        if severity is Severity.DETAIL and one and other and not (one.vague or other.vague)
        else ""
    )
    here = one.text if one else f"no number for {_named(pair.left, left)}"
    there = other.text if other else f"no number for {_named(pair.right, right)}"
    return Difference(pair.link, DifferenceKind.NUMBER, severity, left, right, f"{here} / {there}{why}")


def _named(passage: Passage, span: Span) -> str:
    return passage.text[span.start - passage.sentence.start : span.end - passage.sentence.start]
