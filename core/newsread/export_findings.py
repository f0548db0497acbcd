"""What comparing brought to light, as JSON: ``quotes``, ``drifts``, ``differences`` and ``overlap`` of the contract."""

from collections.abc import Sequence
from typing import Any

from newsread.findings import Difference, Drift, Overlap, PassageOverlap, Quotation
from newsread.model import Article, Link, SentenceRef, Span
from newsread.story import Story


def findings_to_dict(story: Story) -> dict[str, Any]:
    """The findings of a story as plain values; offsets count characters of the decoded sources."""
    utterance = {n: number for number, one in enumerate(story.utterances) for n in one.quotations}
    longest = {one.longest for one in story.utterances}
    return {
        "quotes": [
            {
                "id": number,
                **_quotation(quotation, story.articles),
                "utterance": utterance.get(number),
                "longest": number in longest,
            }
            for number, quotation in enumerate(story.quotations)
        ],
        "drifts": [_drift(drift) for drift in story.drifts],
        "differences": [_difference(difference, story.articles) for difference in story.differences],
        "overlap": [_overlap(overlap, story.articles) for overlap in story.overlaps],
    }


def _quotation(quotation: Quotation, articles: Sequence[Article]) -> dict[str, Any]:
    return {
        "article": quotation.article,
        **_span(Span(quotation.start, quotation.end), articles[quotation.article]),
        "sentences": list(quotation.sentences),
        "text": quotation.words,
        "kind": quotation.kind.value,
        "speaker": quotation.speaker,
        "name": quotation.name,
        "entity": quotation.entity,
        "verb": quotation.verb,
    }


def _drift(drift: Drift) -> dict[str, Any]:
    return {
        "left": drift.left,
        "right": drift.right,
        "kind": drift.kind.value,
        "similarity": round(drift.similarity, 4),
        "speakers_differ": drift.speakers_differ,
        "changes": [{"left": c.left, "right": c.right, "same": c.same} for c in drift.changes],
    }


def _difference(difference: Difference, articles: Sequence[Article]) -> dict[str, Any]:
    link = difference.link
    return {
        **_ends(link),
        "kind": difference.kind.value,
        "severity": difference.severity.name.lower(),
        "left": _placed(difference.left, articles[link.source.article]),
        "right": _placed(difference.right, articles[link.target.article]),
        "explanation": difference.explanation,
    }


def _overlap(overlap: Overlap, articles: Sequence[Article]) -> dict[str, Any]:
    left, right = articles[overlap.left], articles[overlap.right]
    return {
        "articles": [overlap.left, overlap.right],
        "shares": [round(overlap.left_share, 4), round(overlap.right_share, 4)],
        "runs": [
            {"left": _span(run.left, left), "right": _span(run.right, right), "words": run.words}
            for run in overlap.runs
        ],
        "links": [_passage(passage) for passage in overlap.passages],
    }


def _passage(passage: PassageOverlap) -> dict[str, Any]:
    return {**_ends(passage.link), "shares": [round(passage.left, 4), round(passage.right, 4)]}


def _ends(link: Link) -> dict[str, Any]:
    return {"source": _ref(link.source), "target": _ref(link.target)}


def _ref(ref: SentenceRef) -> dict[str, int]:
    return {"article": ref.article, "sentence": ref.sentence}


def _span(span: Span, article: Article) -> dict[str, int]:
    return {"start": article.offsets.start(span.start), "end": article.offsets.end(span.end)}


def _placed(span: Span, article: Article) -> dict[str, Any]:
    return {**_span(span, article), "text": article.text[span.start : span.end]}
