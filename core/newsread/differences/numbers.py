"""Numbers that differ: other values for the same thing, a figure for "several", a count that one outlet leaves out."""

from collections.abc import Iterator, Sequence
from typing import Final

from newsread.differences.passages import Pair, Passage
from newsread.differences.quantities import Quantity, quantities, values_in
from newsread.findings import Difference, DifferenceKind, Severity
from newsread.model import Span

_LEAST: Final = 3  # what must speak for two amounts being about one thing
_ROUND: Final = 0.06  # share by which a rounded number may miss
_ABOUT: Final = 0.15  # the same, when the article says "about"


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
    return [q for q in found if q.vague or not {q.low, q.high} <= values]


def _other_values(pair: Pair, left: Sequence[Quantity], right: Sequence[Quantity]) -> Iterator[Difference]:
    """Pairs of amounts that are about one thing, each being the other's best match, with other values."""
    strength = {(n, m): _strength(pair, one, other) for n, one in enumerate(left) for m, other in enumerate(right)}
    for (n, m), score in strength.items():
        rivals = [s for (a, b), s in strength.items() if (a == n) != (b == m)]
        if score >= (_LEAST if pair.is_equivalent else _LEAST + 1) and all(rival < score for rival in rivals):
            severity = Severity.DETAIL if agree(left[n], right[m]) else Severity.CONFLICT
            yield _made(pair, left[n].span, right[m].span, left[n], right[m], severity)


def _strength(pair: Pair, one: Quantity, other: Quantity) -> int:
    """How much speaks for two amounts being about the same thing: what is counted, and the words around."""
    if one.unit != other.unit:
        return 0
    same = one.head == other.head != "" if not one.unit else bool(one.group & other.group)
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
    margin = _ABOUT if "~" in one.bound + other.bound else _ROUND
    return high.low - low.high <= margin * high.low and (_is_round(low.high) or _is_round(high.low))


def _is_round(value: float) -> bool:
    """Whether a number has few digits that tell: 54,000, 1.5 million."""
    digits = f"{value:.10g}".replace(".", "").strip("0")
    return (len(digits) <= 2 and value >= 20) or value % 100 == 0


def _uncounted(open_: Sequence[Quantity], passage: Passage, other: Passage) -> Iterator[tuple[Quantity, Span]]:
    """Amounts of what the other sentence names in the plural, without any amount: "four missiles", "missiles"."""
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
