"""Compares the articles of a story: quotations and their drift, differences, and what is shared word for word."""

from collections.abc import Sequence

from newsread.differences import find_differences
from newsread.findings import Findings
from newsread.model import Alignment, Article, Entity
from newsread.overlap import find_overlaps
from newsread.quotes import find_drifts, find_quotations, utterances


def compare_articles(articles: Sequence[Article], alignment: Alignment | None, entities: Sequence[Entity]) -> Findings:
    """All that comparing says, for every link that may be shown: a reader with a higher bar sees a part of it."""
    links = alignment.candidates if alignment else ()
    quotations = find_quotations(articles, entities)
    drifts = find_drifts(quotations)
    return Findings(
        quotations,
        drifts,
        utterances(quotations, drifts),
        find_differences(articles, links, entities, quotations, drifts),
        find_overlaps(articles, links),
    )
