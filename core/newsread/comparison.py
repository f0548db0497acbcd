"""Compares the articles of a story: quotations and their drift, differences, and what is shared word for word."""

from collections.abc import Sequence
from typing import Final

from newsread.differences import find_differences
from newsread.findings import Findings
from newsread.model import Alignment, Article, Entity, Link
from newsread.overlap import find_overlaps
from newsread.quotes import find_drifts, find_quotations, utterances

_BELOW: Final = 0.1  # how far a reader may lower the bar and still see differences


def compare_articles(articles: Sequence[Article], alignment: Alignment | None, entities: Sequence[Entity]) -> Findings:
    """All that comparing says, for every link that is or nearly is good enough to follow.

    A reader with a higher bar sees a part of it; what is linked by a lower one only is not compared.
    """
    links = compared_links(alignment)
    quotations = find_quotations(articles, entities)
    drifts = find_drifts(quotations)
    return Findings(
        quotations,
        drifts,
        utterances(quotations, drifts),
        find_differences(articles, links, entities, quotations, drifts),
        find_overlaps(articles, links),
    )


def compared_links(alignment: Alignment | None) -> Sequence[Link]:
    """The links whose sentences are compared."""
    bar = alignment.threshold - _BELOW if alignment else 0.0
    return [link for link in alignment.candidates if link.score >= bar] if alignment else []
