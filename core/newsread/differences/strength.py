"""How strongly a thing is put: "will" or "may" before the same verb, "said" or "claimed" before the same words.

The classes of reporting verbs follow Hyland (2002, "Activity and evaluation") and Recasens, Danescu-Niculescu-Mizil and
Jurafsky (2013, "Linguistic Models for Analyzing and Detecting Biased Language"): some leave open whether a statement
is true, some presume it is, some merely report.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import StrEnum
from typing import Final

from newsread.differences.passages import STOP, Pair, Passage
from newsread.findings import Difference, DifferenceKind, Drift, Quotation, Severity
from newsread.model import Span
from newsread.quotes.verbs import lemmas


class Certainty(StrEnum):
    """How sure a verb makes that something happens."""

    WILL = "is certain"
    AGREED = "is agreed"
    PLANS = "is planned"
    MAY = "is possible"
    WANTS = "is wished"
    EXPECTED = "is expected"


_CERTAINTY: Final[Mapping[str, Certainty]] = {
    "will": Certainty.WILL, "shall": Certainty.WILL,
    "agreed to": Certainty.AGREED, "agree to": Certainty.AGREED, "decided to": Certainty.AGREED,
    "committed to": Certainty.AGREED,
    "plans to": Certainty.PLANS, "plan to": Certainty.PLANS, "planned to": Certainty.PLANS,
    "intends to": Certainty.PLANS, "intend to": Certainty.PLANS, "intended to": Certainty.PLANS,
    "is considering": Certainty.MAY, "are considering": Certainty.MAY, "was considering": Certainty.MAY,
    "may": Certainty.MAY, "might": Certainty.MAY, "could": Certainty.MAY,
    "wants to": Certainty.WANTS, "want to": Certainty.WANTS, "wanted to": Certainty.WANTS, "hopes to": Certainty.WANTS,
    "is expected to": Certainty.EXPECTED, "are expected to": Certainty.EXPECTED, "is likely to": Certainty.EXPECTED,
    "are likely to": Certainty.EXPECTED,
}  # fmt: skip
_MODAL: Final = re.compile(
    rf"\b(?P<modal>{'|'.join(sorted(_CERTAINTY, key=len, reverse=True))})\s+"
    r"(?P<not>not\s+)?(?:also\s+|now\s+)?(?P<verb>[a-z]+)"
)
# Classes of reporting verbs; one that is in none merely reports.
_MANNER: Final = {
    **dict.fromkeys("claim allege insist maintain assert contend".split(), "doubt"),
    **dict.fromkeys("admit concede acknowledge confirm reveal".split(), "fact"),
    **dict.fromkeys("deny dismiss reject".split(), "denial"),
    **dict.fromkeys("threaten warn".split(), "threat"),
    **dict.fromkeys("promise vow pledge".split(), "promise"),
}
_SHOWN: Final = {
    "doubt": "leaves open whether it is true",
    "fact": "takes it for true",
    "denial": "denies it",
    "threat": "makes it a warning",
    "promise": "makes it a promise",
}
_PLAIN: Final = frozenset("say tell add note state announce write tweet explain remark observe report".split())
_OF_USE: Final = frozenset("be have do get make take go".split())


def strength_differences(pair: Pair) -> Iterator[Difference]:
    """Verbs that both linked sentences have, with other words of certainty before them."""
    if not pair.is_equivalent:
        return
    left, right = _modals(pair.left), _modals(pair.right)
    for verb, (one, here) in left.items():
        if verb in right and not ({one} & {right[verb][0]}):
            there = right[verb][1]
            shared = pair.left.topic(here) & pair.right.topic(there)
            if len(shared) >= 2:
                text = f"{_text(pair.left, here)} / {_text(pair.right, there)}"
                yield Difference(pair.link, DifferenceKind.STRENGTH, Severity.DRIFT, here, there, text)


def _modals(passage: Passage) -> dict[str, tuple[Certainty, Span]]:
    """By verb, how certain the sentence puts it, and where; verbs that occur twice say nothing."""
    found: dict[str, tuple[Certainty, Span]] = {}
    twice: set[str] = set()
    for match in _MODAL.finditer(passage.text):
        verb = match["verb"]
        if verb in _OF_USE or verb in STOP or match["not"]:
            continue
        twice |= {verb} & found.keys()
        start = passage.sentence.start
        found[verb] = (_CERTAINTY[match["modal"]], Span(start + match.start(), start + match.end()))
    return {verb: value for verb, value in found.items() if verb not in twice}


def _text(passage: Passage, span: Span) -> str:
    return passage.text[span.start - passage.sentence.start : span.end - passage.sentence.start]


def manner(verb: str) -> str:
    """What a reporting verb makes of the words; "" if it merely reports, "?" if it is no such verb."""
    lemma = lemmas().get(verb, "")
    return _MANNER.get(lemma, "" if lemma in _PLAIN else "?")


def manner_differences(pair: Pair, quotations: Sequence[Quotation], drifts: Sequence[Drift]) -> Iterator[Difference]:
    """The same words that one outlet reports and the other has "claimed" or "admitted"."""
    for drift in drifts:
        one, other = quotations[drift.left], quotations[drift.right]
        here, there = manner(one.verb), manner(other.verb)
        if here != there and "?" not in {here, there} and "" in {here, there} and one.verb and other.verb:
            text = f"{one.verb} / {other.verb}: “{one.verb if here else other.verb}” {_SHOWN[here or there]}"
            spans = (_verb_span(pair.left, one), _verb_span(pair.right, other))
            yield Difference(pair.link, DifferenceKind.STRENGTH, Severity.DRIFT, *spans, text)


def _verb_span(passage: Passage, quotation: Quotation) -> Span:
    """The place of the verb nearest to the words; the words themselves if it stands in another sentence."""
    places = [word.span for word in passage.words if word.text == quotation.verb]
    words = Span(quotation.start, quotation.end)
    return min(places, key=lambda span: abs(span.start - quotation.start), default=words)
