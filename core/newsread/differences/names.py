"""One person under two given names: "Jim" and "James"."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from newsread.differences.passages import Pair, Passage
from newsread.findings import Difference, DifferenceKind, Severity
from newsread.model import Entity, EntityType, Mention, SentenceKind, Span
from newsread.text import fold

_SUFFIX: Final = re.compile(r",?\s+(?:Jr|Sr|II|III|IV)\.?$")


def name_differences(
    pair: Pair, mentions: Mapping[int, Sequence[tuple[Mention, Entity]]], texts: Sequence[str]
) -> Iterator[Difference]:
    """People whom both linked sentences name in full, by different given names."""
    here, there = _people(pair.left, mentions, texts), _people(pair.right, mentions, texts)
    for entity in here.keys() & there.keys():
        (one, left), (other, right) = here[entity], there[entity]
        if _given_differ(one, other):
            yield Difference(pair.link, DifferenceKind.NAME, Severity.DETAIL, left, right, f"{one} / {other}")


def _people(
    passage: Passage, mentions: Mapping[int, Sequence[tuple[Mention, Entity]]], texts: Sequence[str]
) -> dict[int, tuple[str, Span]]:
    """By entity, the first full name by which the sentence names somebody."""
    found: dict[int, tuple[str, Span]] = {}
    article, sentence = passage.ref.article, passage.sentence
    if sentence.kind is not SentenceKind.BODY:  # headlines write every word like a name
        return found
    for mention, entity in mentions.get(article, ()):
        if sentence.start <= mention.start < sentence.end and entity.type is EntityType.PERSON:
            name = " ".join(fold(texts[article][mention.start : mention.end]).split())
            if " " in name:
                found.setdefault(entity.id, (name, Span(mention.start, mention.end)))
    return found


def _given_differ(one: str, other: str) -> bool:
    """Whether two full names of one person begin with different given names, not merely with an initial."""
    first, second = (_SUFFIX.sub("", name).replace("-", " ").split() for name in (one, other))
    if first[-1] != second[-1]:
        return False
    given, others = first[0].rstrip("."), second[0].rstrip(".")
    return given != others and len(given) > 1 and len(others) > 1 and given.isalpha() and others.isalpha()
