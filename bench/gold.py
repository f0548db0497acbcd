"""Annotated stories, and how well an aligner does on them."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np

from newsread.alignment.arrays import Matrix
from newsread.model import Article, Sentence, SentenceKind

SILENT: Final = ("meta", "caption")
_BARS: Final = tuple(np.linspace(0.02, 0.98, 49).tolist())

type Scores = Mapping[tuple[int, int], Matrix]
"""For articles a < b, how alike each sentence of the one is to each of the other."""


@dataclass(frozen=True, slots=True)
class Annotated:
    """A story with its answers.

    Attributes:
        articles: With the annotators' sentences that can be linked.
        linked: For articles a < b, 1 where sentences are linked, -1 where annotators disagree, else 0.
    """

    articles: tuple[Article, ...]
    linked: Mapping[tuple[int, int], Matrix]


def read_gold(folder: Path) -> list[Annotated]:
    """Every annotated story below a folder."""
    return [_read(file) for file in sorted(folder.rglob("gold.json"))]


def best_figures(
    stories: Sequence[Annotated], scores: Sequence[Scores], bar: float | None = None
) -> tuple[float, float, float]:
    """Jump F1, precision and recall at an aligner's own bar, or at the best for these very stories."""
    return max(_figures(stories, scores, each) for each in ([bar] if bar is not None else _BARS))


def _figures(stories: Sequence[Annotated], scores: Sequence[Scores], bar: float) -> tuple[float, float, float]:
    """Jump F1, precision and recall: the best candidate of every sentence in every other outlet."""
    tally: Counter[str] = Counter()
    for story, found in zip(stories, scores, strict=True):
        for pair, linked in story.linked.items():
            for score, answer in ((found[pair], linked), (found[pair].T, linked.T)):
                hit = answer[np.arange(len(answer)), score.argmax(axis=1)]
                jumps = (score.max(axis=1) >= bar) & (hit >= 0)
                right = int((jumps & (hit > 0)).sum())
                tally.update(jumps=int(jumps.sum()), right=right, answerable=int((answer > 0).any(axis=1).sum()))
    precision, recall = tally["right"] / max(1, tally["jumps"]), tally["right"] / tally["answerable"]
    return 2 * precision * recall / max(1e-9, precision + recall), precision, recall


def pairs(articles: Sequence[object]) -> list[tuple[int, int]]:
    """The pairs of articles, by index."""
    return [(a, b) for b in range(len(articles)) for a in range(b)]


def _read(file: Path) -> Annotated:
    gold = json.loads(file.read_text(encoding="utf-8"))
    articles = []
    units: list[dict[int, int]] = []
    for name, entry in gold["articles"].items():
        text = (file.parent / entry["file"]).read_bytes().decode("utf-8")
        kept = [i for i, unit in enumerate(entry["units"]) if unit[2] not in (*SILENT, "boilerplate")]
        articles.append(_article(name, text, [entry["units"][i] for i in kept]))
        units.append({unit: number for number, unit in enumerate(kept)})
    linked = {(a, b): np.zeros((len(units[a]), len(units[b]))) for a, b in pairs(articles)}
    names = list(gold["articles"])
    for one, i, other, j, label in gold["links"]:
        (a, x), (b, y) = sorted([(names.index(one), i), (names.index(other), j)])
        linked[a, b][units[a][x], units[b][y]] = -1 if label == "?" else 1
    return Annotated(tuple(articles), linked)


def _article(name: str, text: str, units: Sequence[Any]) -> Article:
    sentences, paragraph, done = [], 0, 0
    for start, end, kind in units:
        paragraph += "\n" in text[done:start]
        sentences.append(Sentence(start, end, text[start:end], SentenceKind(kind), paragraph))
        done = end
    return Article(name, name, name, "", text, tuple(sentences))
