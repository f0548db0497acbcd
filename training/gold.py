"""Annotated stories: articles with given sentence boundaries, and which sentence pairs are linked."""

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from newsread.model import Article, Sentence, SentenceKind

NONE, PARTIAL, EQUIVALENT, OPTIONAL = 0, 1, 2, 3
"""Labels of a sentence pair; OPTIONAL is what one annotator of two linked, and counts neither way."""
_LABELS = {"P": PARTIAL, "E": EQUIVALENT, "?": OPTIONAL}


@dataclass(frozen=True, slots=True)
class GoldStory:
    """A story with its annotation.

    Attributes:
        name: Name of its folder.
        file: Its ``gold.json``.
        articles: With the annotators' sentence boundaries; furniture is left out.
        units: For each article, the annotators' unit index of each sentence.
        labels: For articles a < b, labels[a, b][i, j] of their sentences.
    """

    name: str
    file: Path
    articles: tuple[Article, ...]
    units: tuple[tuple[int, ...], ...]
    labels: dict[tuple[int, int], NDArray[np.int8]]


def load_stories(folder: Path) -> list[GoldStory]:
    """All stories below a folder, in the order of their names.

    Raises:
        FileNotFoundError: There is none.
    """
    stories = [load_story(file) for file in sorted(folder.rglob("gold.json"))]
    if not stories:
        raise FileNotFoundError(f"no gold.json below {folder}")
    return stories


def load_story(file: Path) -> GoldStory:
    """The story that one ``gold.json`` describes."""
    gold = json.loads(file.read_text(encoding="utf-8"))
    articles, units = [], []
    for name, entry in gold["articles"].items():
        text = (file.parent / entry["file"]).read_bytes().decode("utf-8")
        kept = [i for i, unit in enumerate(entry["units"]) if unit[2] != "boilerplate"]
        articles.append(_article(name, entry["file"], text, [entry["units"][i] for i in kept]))
        units.append(tuple(kept))
    names = list(gold["articles"])
    labels = _labels(gold["links"], names, units)
    return GoldStory(file.parent.name, file, tuple(articles), tuple(units), labels)


def _article(name: str, file: str, text: str, units: list[tuple[int, int, str]]) -> Article:
    sentences = []
    paragraph, done = 0, 0
    for start, end, kind in units:
        paragraph += "\n" in text[done:start]
        sentences.append(Sentence(start, end, text[start:end], SentenceKind(kind), paragraph))
        done = end
    title = next((s.text for s in sentences if s.kind is SentenceKind.HEADLINE), "")
    return Article(name, file, name, title, text, tuple(sentences))


def _labels(
    links: list[tuple[str, int, str, int, str]], names: list[str], units: list[tuple[int, ...]]
) -> dict[tuple[int, int], NDArray[np.int8]]:
    labels = {
        (a, b): np.zeros((len(units[a]), len(units[b])), dtype=np.int8)
        for a in range(len(names))
        for b in range(a + 1, len(names))
    }
    for one, i, other, j, label in links:
        (a, x), (b, y) = sorted([(names.index(one), i), (names.index(other), j)])
        labels[a, b][units[a].index(x), units[b].index(y)] = _LABELS[label]
    return labels
