"""The reader's own word on which sentences say the same: it wins over the aligner, whatever the threshold. Pure.

A correction names its two sentences by their words, so that it holds when a story is analysed again, when its
articles come in another order, and when their texts have changed elsewhere.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from newsread.model import Article, Link, LinkKind, SentenceRef

type Pair = tuple[SentenceRef, SentenceRef]
"""Two sentences of two articles, the one of the article with the lower index first."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A sentence, by its place and by its words, so that it is found again when the text has changed a little.

    Attributes:
        article: Id of the article.
        sentence: Index of the sentence in it.
        text: The sentence.
    """

    article: str
    sentence: int
    text: str


class Verdict(StrEnum):
    """What the reader says of two sentences."""

    SAME = "same"
    """They say the same: a link, whether the aligner found it or not."""
    NOT_SAME = "not the same"
    """They do not: no link, however sure the aligner was."""


@dataclass(frozen=True, slots=True)
class Correction:
    """What the reader says of two sentences of two articles; the order of the two means nothing."""

    verdict: Verdict
    one: Anchor
    other: Anchor


def anchor_at(articles: Sequence[Article], ref: SentenceRef) -> Anchor:
    """How to find a sentence again."""
    article = articles[ref.article]
    text = article.sentences[ref.sentence].text if article.sentences else ""
    return Anchor(article.id, ref.sentence, text)


def located(articles: Sequence[Article], sought: Anchor) -> SentenceRef | None:
    """Where the words of an anchor stand: in its own article if they do, else in another one; None if nowhere.

    Where a sentence comes several times, the one nearest to the old place is meant.
    """
    # Ids depend on the order where two articles are of one outlet.
    for index, article in sorted(enumerate(articles), key=lambda pair: pair[1].id != sought.article):
        same = [n for n, sentence in enumerate(article.sentences) if sentence.text == sought.text]
        if same:
            return SentenceRef(index, min(same, key=lambda n: abs(n - sought.sentence)))
    return None


def pair_of(articles: Sequence[Article], correction: Correction) -> Pair | None:
    """The sentences that a correction is about; None if one of them is there no more."""
    one, other = located(articles, correction.one), located(articles, correction.other)
    if one is None or other is None or one.article == other.article:
        return None
    return (one, other) if one < other else (other, one)


def said(articles: Sequence[Article], corrections: Iterable[Correction]) -> Mapping[Pair, Verdict]:
    """What holds of which sentences; of several corrections of one pair the last one."""
    found = ((pair_of(articles, correction), correction.verdict) for correction in corrections)
    return {pair: verdict for pair, verdict in found if pair}


def corrected(links: Iterable[Link], verdicts: Mapping[Pair, Verdict], bar: float) -> tuple[Link, ...]:
    """The links to follow, ordered by (source, target): those from the bar on, but for what the reader says.

    A link that the reader makes or confirms is marked as such. It keeps what the aligner knows of it; a link of which
    the aligner knows nothing is equivalent, and certain.
    """
    kept: dict[Pair, Link] = {}
    for link in links:
        pair = (link.source, link.target)
        verdict = verdicts.get(pair)
        if verdict is Verdict.SAME:
            kept[pair] = replace(link, by_reader=True)
        elif verdict is None and link.score >= bar:
            kept[pair] = link
    for pair, verdict in verdicts.items():
        if verdict is Verdict.SAME:
            kept.setdefault(pair, Link(*pair, 1.0, LinkKind.EQUIVALENT, by_reader=True))
    return tuple(kept[pair] for pair in sorted(kept))
