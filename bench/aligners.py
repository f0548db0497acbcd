"""The aligner and other ways to align: ``python -m bench.aligners NAME GOLD`` tries one, in a process of its own.

The peers here are short versions of published methods, written for this, so that they need nothing but what newsread
needs. Where a method has a threshold it gets the best one for these very stories, which flatters it.
"""

import json
import sys
import time
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from functools import partial
from pathlib import Path
from typing import Final

import numpy as np

from bench.gold import Scores, best_figures, pairs, read_gold
from newsread.alignment.align import align
from newsread.alignment.arrays import Matrix
from newsread.alignment.counting import StoryWords, count_words
from newsread.alignment.encode import cut, load_encoder
from newsread.model import Article

type Aligner = Callable[[Sequence[Article]], Scores]


def main(name: str, gold: Path) -> int:
    """Align every story, and print as JSON how well and how fast that went; loading is not counted."""
    stories = read_gold(gold)
    aligner = ALIGNERS[name]
    own = {NEWSREAD: True, QUICKLY: False}
    bar = align([], careful=own[name]).threshold if name in own else None
    aligner(stories[0].articles[:2])  # loads what there is to load
    started = time.perf_counter()
    scores = [aligner(story.articles) for story in stories]
    seconds = time.perf_counter() - started
    print(json.dumps({"figures": best_figures(stories, scores, bar), "seconds": seconds}))
    return 0


def _newsread(articles: Sequence[Article], *, careful: bool) -> Scores:
    scores = {
        pair: np.zeros((len(articles[pair[0]].sentences), len(articles[pair[1]].sentences))) for pair in pairs(articles)
    }
    for link in align(articles, careful=careful).candidates:
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
    return {(a, b): means[a] @ means[b].T for a, b in pairs(articles)}


def _tf_idf(articles: Sequence[Article]) -> Scores:
    words = count_words(articles)
    return {(a, b): _cosine(words, a, b) for a, b in pairs(articles)}


def _cosine(words: StoryWords, a: int, b: int) -> Matrix:
    one, other = (words.bags[i].counts * words.weights for i in (a, b))
    norms = np.outer(np.linalg.norm(one, axis=1), np.linalg.norm(other, axis=1))
    return np.asarray(one @ other.T / np.maximum(norms, 1e-6))


def _monotone(articles: Sequence[Article]) -> Scores:
    """As hunalign (Varga et al. 2005): 1-1, 1-2 and 2-1 steps along one path; unlinked sentences cost nothing."""
    words = count_words(articles)
    return {(a, b): _best_path(_cosine(words, a, b)) for a, b in pairs(articles)}


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
    return {(a, b): _collate(words, a, b) for a, b in pairs(articles)}


def _collate(words: StoryWords, a: int, b: int) -> Matrix:
    one, other = ([(i, stem) for i, w in enumerate(words.words[k]) for stem in w.stems] for k in (a, b))
    met = np.zeros((len(words.words[a]), len(words.words[b])))
    matcher = SequenceMatcher(None, [stem for _, stem in one], [stem for _, stem in other], autojunk=False)
    for block in matcher.get_matching_blocks():
        for k in range(block.size):
            met[one[block.a + k][0], other[block.b + k][0]] += 1
    lengths = [np.array([max(1, len(w.stems)) for w in words.words[k]]) for k in (a, b)]
    return np.asarray(met / np.minimum.outer(*lengths))


NEWSREAD: Final = "newsread"
QUICKLY: Final = "newsread --quick"
ALIGNERS: Final[dict[str, Aligner]] = {
    NEWSREAD: partial(_newsread, careful=True),
    QUICKLY: partial(_newsread, careful=False),
    "paraphrase mining with the small encoder that ships": _mining,
    "TF-IDF cosine": _tf_idf,
    "hunalign-style: length and word overlap, in order": _monotone,
    "CollateX-style: tokens collated in order": _collated,
}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1], Path(sys.argv[2])))
