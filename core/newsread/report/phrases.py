"""Small phrases that several writers use."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from newsread.model import Article, EntityType, SentenceKind
from newsread.report.findings import Common, Disagreement
from newsread.report.outline import Outline, Shared, Wording

_SURE: Final = 0.9
_LIKELY: Final = 0.7
_TYPES: Final = {
    EntityType.PERSON: ("person", "Persons"),
    EntityType.ORG: ("organisation", "Organisations"),
    EntityType.PLACE: ("place", "Places"),
    EntityType.GROUP: ("group", "Groups"),
    EntityType.OTHER: ("other", "Other names"),
}


def listed(words: Sequence[str]) -> str:
    """Words as a list in a sentence: "a, b and c"."""
    return " and ".join([", ".join(words[:-1]), words[-1]]) if len(words) > 1 else "".join(words)


def counted(number: int, one: str, many: str = "") -> str:
    """A number with its noun: "1 outlet", "3 outlets"."""
    return f"{number} {one if number == 1 else many or one + 's'}"


def day(when: date) -> str:
    """A day as people write it: 17 August 2017."""
    return f"{when.day} {when:%B %Y}"


def days(articles: Sequence[Article]) -> str:
    """From when to when the articles were published; empty if none tells."""
    known = sorted(article.published for article in articles if article.published)
    if not known:
        return ""
    first, last = known[0], known[-1]
    if first == last:
        return day(first)
    begin = f"{first.day}" if (first.year, first.month) == (last.year, last.month) else day(first)
    return f"{begin} to {day(last)}"


def certainty(sureness: float) -> str:
    """A probability in a word."""
    return "sure" if sureness >= _SURE else "likely" if sureness >= _LIKELY else "possible"


def type_name(kind: EntityType) -> str:
    """What sort of thing a name names, in a word."""
    return _TYPES[kind][0]


def type_heading(kind: EntityType) -> str:
    """What to write above names of one sort."""
    return _TYPES[kind][1]


def who(outline: Outline, wording: Wording) -> str:
    """Whose wording it is, with what else a reader should know of it."""
    notes = [] if wording.kind is SentenceKind.BODY else [wording.kind.value]
    notes += ["carries part of it"] if wording.partial else []
    return outline.outlet(wording.article) + (f" ({', '.join(notes)})" if notes else "")


def carried(outline: Outline, passage: Shared) -> str:
    """In how many outlets a passage is, and how sure that is."""
    everywhere = "In all" if not passage.absent else f"In {len(passage.wordings)} of"
    absent = f", not in {listed([outline.outlet(article) for article in passage.absent])}" if passage.absent else ""
    return f"{everywhere} {len(outline.articles)} outlets{absent}; {certainty(passage.sureness)}."


def about(outline: Outline) -> str:
    """How many outlets, and from when."""
    outlets = counted(len(outline.articles), "outlet")
    names = listed([article.outlet for article in outline.articles])
    when = days(outline.articles)
    return f"{outlets}: {names}. {f'Published {when}. ' if when else ''}".strip()


def caveat(outline: Outline) -> str:
    """How the links were found, and what that means."""
    if not outline.method:
        return "The articles have not been compared yet."
    return (
        f"The passages were matched by a program (the {outline.method} aligner, links from {outline.bar:.2f} on). "
        "Some matches are wrong, and what is said to be missing may be there in very different words."
    )


def spoken_by(name: str) -> str:
    """Whose words, as a heading."""
    return name or "Somebody who is not named"


def percent(share: float) -> str:
    """A share of 1 in percent."""
    return f"{round(100 * share)} percent"


def in_common(outline: Outline, common: Common) -> str:
    """How much two articles share."""
    one, other = (outline.outlet(article) for article in common.articles)
    shares = [percent(share) for share in common.shares]
    return f"{shares[0]} of {one} and {shares[1]} of {other} are the same words."


def differing(outline: Outline, disagreement: Disagreement) -> str:
    """What two outlets say where they differ."""
    one, other = (outline.outlet(article) for article in disagreement.articles)
    note = f" {disagreement.note[0].upper()}{disagreement.note[1:]}." if disagreement.note else ""
    return f"{one}: {disagreement.words[0]}. {other}: {disagreement.words[1]}.{note}"


def weighed(disagreement: Disagreement) -> str:
    """How grave a disagreement is, and in what."""
    return f"{disagreement.weight}, {disagreement.kind}"
