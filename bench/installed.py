"""Other people's aligners, where they are installed: run by an interpreter of theirs, on stories that come as JSON.

Stands alone, for any Python from 3.9 on: ``python installed.py NAME < request > answer``.
"""

from __future__ import annotations

import importlib
import json
import sys
import time
from itertools import combinations
from typing import Any


def main(name: str) -> int:
    """Read the sentences of every article of every story, and write how alike they are: [a, i, b, j, score]."""
    request = json.load(sys.stdin)
    try:
        aligner = ALIGNERS[name](request.get("model"))
    except ImportError as error:
        sys.stderr.write(f"{error.name} is not installed")
        return 3
    started = time.perf_counter()
    found = [aligner(story) for story in request["stories"]]
    json.dump({"found": found, "seconds": time.perf_counter() - started}, sys.stdout)
    return 0


def paraphrase_mining(model: str | None) -> Any:
    """Mean MiniLM vectors, every pair above nothing: ``sentence_transformers.util.paraphrase_mining``."""
    library = importlib.import_module("sentence_transformers")
    encoder = library.SentenceTransformer(model, device="cpu")

    def align(story: list[list[str]]) -> list[list[float]]:
        places = [(a, i) for a, sentences in enumerate(story) for i in range(len(sentences))]
        texts = [sentence for sentences in story for sentence in sentences]
        most = len(texts) ** 2
        mined = library.util.paraphrase_mining(encoder, texts, top_k=len(texts), max_pairs=most)
        pairs = ((score, *sorted((places[one], places[other]))) for score, one, other in mined)
        return [[*one, *other, float(score)] for score, one, other in pairs if one[0] != other[0]]

    return align


def collatex(_model: str | None) -> Any:
    """Two witnesses at a time; a sentence pair's score is the share of the shorter one's words that are aligned."""
    library = importlib.import_module("collatex")

    def align(story: list[list[str]]) -> list[list[float]]:
        return [
            [a, i, b, j, score]
            for a, b in combinations(range(len(story)), 2)
            for i, j, score in _collated(library, story[a], story[b])
        ]

    return align


def _collated(library: Any, one: list[str], other: list[str]) -> list[tuple[int, int, float]]:
    witnesses = [
        {"id": name, "tokens": [{"t": word.lower(), "s": n} for n, text in enumerate(texts) for word in text.split()]}
        for name, texts in (("one", one), ("other", other))
    ]
    table = library.collate({"witnesses": witnesses}, segmentation=False)
    met: dict[tuple[int, int], int] = {}
    for column in table.columns:
        tokens = column.tokens_per_witness
        if len(tokens) == 2:
            here, there = (tokens[name][0].token_data for name in ("one", "other"))
            if here["t"] == there["t"]:
                met[here["s"], there["s"]] = met.get((here["s"], there["s"]), 0) + 1
    shorter = {(i, j): max(1, min(len(one[i].split()), len(other[j].split()))) for i, j in met}
    return [(i, j, count / shorter[i, j]) for (i, j), count in met.items()]


ALIGNERS = {"sentence-transformers": paraphrase_mining, "CollateX": collatex}

if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
