"""Copies of one text: an agency's report in two papers, a page and its AMP twin, a file saved twice.

Two texts are copies when nearly every run of five words of the shorter one is in the longer one too, and the longer one
adds little. Compared with each other they would say nothing; as one article they say who carries it.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from newsread.model import Article, SentenceKind
from newsread.text import fold, one_line

_RUN: Final = 5
_SHARED: Final = 0.9
_ADDED: Final = 0.7


def merged(articles: Sequence[Article], kept_apart: Sequence[bool]) -> list[Article]:
    """The articles, each text once, in the order given; the fullest copy tells where the others are.

    Args:
        articles: As they were opened.
        kept_apart: For each, whether it is to stay whatever it copies.
    """
    if all(kept_apart):
        return list(articles)
    runs = [_runs(article) for article in articles]
    groups: list[list[int]] = []
    for number in range(len(articles)):
        group = next((g for g in groups if _is_copy(runs[g[0]], runs[number]) and not kept_apart[number]), None)
        if group is None or kept_apart[group[0]]:
            groups.append([number])
        else:
            group.append(number)
    return [_one(group, articles, runs) for group in groups]


def _runs(article: Article) -> frozenset[tuple[str, ...]]:
    body = " ".join(s.text for s in article.sentences if s.kind is SentenceKind.BODY) or article.text
    words = re.findall(r"\w+", fold(body).lower())
    if len(words) < _RUN:
        return frozenset({tuple(words)})
    return frozenset(zip(*(words[n:] for n in range(_RUN)), strict=False))


def _is_copy(one: frozenset[tuple[str, ...]], other: frozenset[tuple[str, ...]]) -> bool:
    less, more = sorted((len(one), len(other)))
    return less >= _ADDED * more and len(one & other) >= _SHARED * less


def _one(group: Sequence[int], articles: Sequence[Article], runs: Sequence[frozenset[tuple[str, ...]]]) -> Article:
    fullest = max(group, key=lambda number: (len(runs[number]), -number))
    kept = articles[fullest]
    others = dict.fromkeys(_place(articles[number], kept) for number in group if number != fullest)
    return replace(kept, also_in=tuple(others)) if others else kept


def _place(copy: Article, kept: Article) -> str:
    """What tells a copy from the one that is shown: its outlet, or where it was read from."""
    return one_line(copy.path) if copy.outlet.casefold() == kept.outlet.casefold() else copy.outlet
