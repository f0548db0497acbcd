"""Analyses that are there before a reader is opened, so that nothing but its keys is measured."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations
from pathlib import Path
from typing import Final

from newsread.analyses.cache import AnalysisCache
from newsread.analyses.kept import keep_analysis
from newsread.care import Care
from newsread.comparison import compare_articles
from newsread.model import Alignment, Article, Link, LinkKind, SentenceRef
from newsread.names.entities import group
from newsread.names.nlp import load
from newsread.pipeline import analyse, read_story

_LIKE: Final = 0.6
"""The share of words in common from which two sentences of a made-up story are linked."""
_ALIKE: Final = 0.8

type Words = Sequence[frozenset[str]]


def know(home: Path, source: Path) -> None:
    """Let readers whose home is ``home`` find the analysis of a story."""
    analyse(read_story(source), cache=_cache(home))


def know_crowd(home: Path, source: Path) -> None:
    """The same for a story of :func:`bench.analysis.write_crowd`, in a tenth of the time.

    Its sentences are those of the sample, here and there without a word: which ones are the same, their words tell.
    Names and differences are found as always.
    """
    bare = read_story(source)
    articles, tagger = bare.articles, load(None)
    names = [name for number, article in enumerate(articles) for name in tagger.names(article, number)]
    alignment, entities = Alignment(tuple(_links(articles))), group(names, articles)
    findings = compare_articles(articles, alignment, entities)
    keep_analysis(
        replace(bare, alignment=alignment, entities=entities, findings=findings), bare, None, Care.CAREFUL, _cache(home)
    )


def _cache(home: Path) -> AnalysisCache:
    return AnalysisCache(home / "cache" / "newsread" / "analyses")


def _links(articles: Sequence[Article]) -> Iterator[Link]:
    words = [_words(article) for article in articles]
    for one, other in combinations(range(len(articles)), 2):
        for number, own in enumerate(words[one]):
            for at, theirs in enumerate(words[other]):
                shared = 2 * len(own & theirs)
                if shared and (score := shared / (len(own) + len(theirs))) >= _LIKE:
                    kind = LinkKind.EQUIVALENT if score >= _ALIKE else LinkKind.PARTIAL
                    yield Link(SentenceRef(one, number), SentenceRef(other, at), round(min(score, 0.99), 2), kind)


def _words(article: Article) -> Words:
    return [frozenset(re.findall(r"\w+", sentence.text.casefold())) for sentence in article.sentences]
