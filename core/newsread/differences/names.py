"""One person under two given names: "Jim" and "James"."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from newsread.differences.passages import Pair
from newsread.findings import Difference, DifferenceKind, Severity
from newsread.model import Article, Entity, EntityType, SentenceKind, SentenceRef, Span
from newsread.text import fold

_SUFFIX: Final = re.compile(r",?\s+(?:Jr|Sr|II|III|IV)\.?$")


type People = Mapping[int, tuple[str, Span]]
"""By entity, the first full name by which a sentence names somebody."""


def name_differences(pair: Pair, here: People, there: People) -> Iterator[Difference]:
    """People whom both linked sentences name in full, by different given names."""
    for entity in here.keys() & there.keys():
        (one, left), (other, right) = here[entity], there[entity]
        if _given_differ(one, other):
            yield Difference(pair.link, DifferenceKind.NAME, Severity.DETAIL, left, right, f"{one} / {other}")


def people_named(articles: Sequence[Article], entities: Sequence[Entity]) -> Mapping[SentenceRef, People]:
    """The people whom each body sentence names in full; headlines write every word like a name."""
    found: dict[SentenceRef, dict[int, tuple[str, Span]]] = defaultdict(dict)
    starts = [[sentence.start for sentence in article.sentences] for article in articles]
    for entity in entities:
        for mention in entity.mentions if entity.type is EntityType.PERSON else ():
            article = articles[mention.article]
            ref = SentenceRef(mention.article, max(0, bisect_right(starts[mention.article], mention.start) - 1))
            name = " ".join(fold(article.text[mention.start : mention.end]).split())
            if " " in name and article.sentences[ref.sentence].kind is SentenceKind.BODY:
                found[ref].setdefault(entity.id, (name, Span(mention.start, mention.end)))
    return found


def _given_differ(one: str, other: str) -> bool:
    """Whether two full names of one person begin with different given names, not merely with an initial."""
    first, second = (_SUFFIX.sub("", name).replace("-", " ").split() for name in (one, other))
    if first[-1] != second[-1] or min(len(first), len(second)) < 2:
        return False
    given, others = first[0].rstrip("."), second[0].rstrip(".")
    return given != others and len(given) > 1 and len(others) > 1 and given.isalpha() and others.isalpha()
