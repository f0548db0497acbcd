"""The aligner beside other ways to align, on annotated stories, in one run: ``python -m bench.alignment GOLD``.

The peers are short versions of published methods, written here, so that the table needs nothing but what newsread
needs; where a method has a threshold it gets the best one for these very stories, which flatters it.
"""

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any, Final

import numpy as np

from newsread.alignment.align import align
from newsread.alignment.arrays import Matrix
from newsread.alignment.encode import cut, load_encoder
from newsread.alignment.lexical import StoryWords, count_words
from newsread.errors import WeightsMissing
from newsread.model import Article, Sentence, SentenceKind

SILENT: Final = ("meta", "caption")


@dataclass(frozen=True, slots=True)
class Annotated:
    """A story with its answers.

    Attributes:
        articles: With the annotators' sentences that can be linked.
        linked: For articles a < b, 1 where sentences are linked, -1 where annotators disagree, else 0.
    """

    articles: tuple[Article, ...]
    linked: Mapping[tuple[int, int], Matrix]


type Scores = Mapping[tuple[int, int], Matrix]
type Aligner = Callable[[Sequence[Article]], Scores]


def main() -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m bench.alignment", description=__doc__)
    parser.add_argument("gold", type=Path, help="folder of annotated stories (gold.json and texts)")
    stories = [_read(file) for file in sorted(parser.parse_args().gold.rglob("gold.json"))]
    print("| aligner | jump_f1 | precision | recall | seconds | of newsread |\n| --- | --- | --- | --- | --- | --- |")
    reference = 0.0
    for name, aligner, bar in _aligners():
        started = time.perf_counter()
        scores = [aligner(story.articles) for story in stories]
        seconds = time.perf_counter() - started
        reference = reference or seconds
        bars = [bar] if bar is not None else np.linspace(0.02, 0.98, 49).tolist()
        f1, precision, recall = max(_figures(stories, scores, b) for b in bars)
        print(f"| {name} | {f1:.3f} | {precision:.3f} | {recall:.3f} | {seconds:.2f} | {seconds / reference:.2f} |")
    return 0


def _aligners() -> Iterable[tuple[str, Aligner, float | None]]:
    """Name, function, and its own threshold if it has one."""
    aligned = align([])
    yield f"newsread, {aligned.method}", _newsread, aligned.threshold
    try:
        load_encoder()
        yield "paraphrase mining: cosine of mean MiniLM vectors", _mining, None
    except WeightsMissing:
        print("(no encoder: paraphrase mining is left out)", file=sys.stderr)
    yield "TF-IDF cosine", _tf_idf, None
    yield "hunalign-style: length and word overlap, dynamic programming in order", _monotone, None
    yield "CollateX-style: tokens collated in order, sentences that share most", _collated, None


def _newsread(articles: Sequence[Article]) -> Scores:
    scores = {
        pair: np.zeros((len(articles[pair[0]].sentences), len(articles[pair[1]].sentences)))
        for pair in _pairs(articles)
    }
    for link in align(articles).candidates:
        scores[link.source.article, link.target.article][link.source.sentence, link.target.sentence] = link.score
    return scores


def _mining(articles: Sequence[Article]) -> Scores:
    """As sentence-transformers' ``util.paraphrase_mining``: mean of all token vectors, then cosine."""
    encoder = load_encoder()
    means = []
    for pieces in cut(articles, encoder.tokenizer):
        whole = [tuple(1.0 for _ in ids) for ids in pieces.ids]
        vectors = encoder.vectors(type(pieces)(pieces.ids, tuple(whole)))
        mean = np.add.reduceat(vectors.vectors, vectors.starts, axis=0)
        means.append(mean / np.linalg.norm(mean, axis=1, keepdims=True))
    return {(a, b): means[a] @ means[b].T for a, b in _pairs(articles)}


def _tf_idf(articles: Sequence[Article]) -> Scores:
    words = count_words(articles)
    return {(a, b): _cosine(words, a, b) for a, b in _pairs(articles)}


def _cosine(words: StoryWords, a: int, b: int) -> Matrix:
    one, other = (words.bags[i].counts * words.weights for i in (a, b))
    norms = np.outer(np.linalg.norm(one, axis=1), np.linalg.norm(other, axis=1))
    return np.asarray(one @ other.T / np.maximum(norms, 1e-6))


def _monotone(articles: Sequence[Article]) -> Scores:
    """As hunalign (Varga et al. 2005): 1-1, 1-2 and 2-1 steps along one path; unlinked sentences cost nothing."""
    words = count_words(articles)
    return {(a, b): _best_path(_cosine(words, a, b)) for a, b in _pairs(articles)}


def _best_path(similarity: Matrix) -> Matrix:
    n, m = similarity.shape
    best = np.zeros((n + 1, m + 1))
    came = np.zeros((n + 1, m + 1), dtype=int)
    steps = ((0, 1), (1, 0), (1, 1), (1, 2), (2, 1))
    for i in range(n + 1):
        for j in range(m + 1):
            options = []
            for number, (di, dj) in enumerate(steps):
                if i >= di and j >= dj:
                    gain = similarity[i - di : i, j - dj : j].mean() - 0.1 if di and dj else 0.0
                    options.append((best[i - di, j - dj] + gain, number))
            if options:
                best[i, j], came[i, j] = max(options)
    on_path = np.zeros_like(similarity)
    i, j = n, m
    while i or j:
        di, dj = steps[came[i, j]]
        if di and dj:
            on_path[i - di : i, j - dj : j] = similarity[i - di : i, j - dj : j]
        i, j = i - di, j - dj
    return on_path


def _collated(articles: Sequence[Article]) -> Scores:
    """As CollateX (Haentjens Dekker et al. 2015): tokens aligned in order; the share of a sentence's that meet."""
    words = count_words(articles)
    return {(a, b): _collate(words, a, b) for a, b in _pairs(articles)}


def _collate(words: StoryWords, a: int, b: int) -> Matrix:
    one, other = ([(i, stem) for i, w in enumerate(words.words[k]) for stem in w.stems] for k in (a, b))
    met = np.zeros((len(words.words[a]), len(words.words[b])))
    matcher = SequenceMatcher(None, [stem for _, stem in one], [stem for _, stem in other], autojunk=False)
    for block in matcher.get_matching_blocks():
        for k in range(block.size):
            met[one[block.a + k][0], other[block.b + k][0]] += 1
    lengths = [np.array([max(1, len(w.stems)) for w in words.words[k]]) for k in (a, b)]
    return np.asarray(met / np.minimum.outer(*lengths))


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


def _pairs(articles: Sequence[Article]) -> list[tuple[int, int]]:
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
    linked = {(a, b): np.zeros((len(units[a]), len(units[b]))) for a, b in _pairs(articles)}
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


if __name__ == "__main__":
    sys.exit(main())
