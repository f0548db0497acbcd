"""The figures of the jump task, on given sentence boundaries."""

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from newsread.alignment.arrays import Matrix
from training.gold import EQUIVALENT, NONE, OPTIONAL


def count(scores: Matrix, labels: NDArray[np.int8], threshold: float) -> Counter[str]:
    """Tallies of one article pair: every sentence of either article is one query."""
    tally: Counter[str] = Counter()
    for score, label in ((scores, labels), (scores.T, labels.T)):
        best = score.argmax(axis=1)
        made = score.max(axis=1) >= threshold
        hit = label[np.arange(len(label)), best]
        linked = (label != NONE) & (label != OPTIONAL)
        has = linked.any(axis=1)
        has_e = (label == EQUIVALENT).any(axis=1)
        silent = ~has & ~(label == OPTIONAL).any(axis=1)
        jumps = made & (hit != OPTIONAL)
        right = jumps & (hit != NONE)
        tally.update(
            queries=len(label), answerable=int(has.sum()), answerable_E=int(has_e.sum()), silent=int(silent.sum()),
            jumps=int(jumps.sum()), right=int(right.sum()), right_E=int((right & has_e).sum()),
            silent_right=int((silent & ~made).sum()),
            top=int((has & (hit != NONE) & (hit != OPTIONAL)).sum()),
        )  # fmt: skip
    made_pairs = (scores >= threshold) & (labels != OPTIONAL)
    gold = (labels != NONE) & (labels != OPTIONAL)
    tally.update(
        pairs_made=int(made_pairs.sum()), pairs_gold=int(gold.sum()), pairs_right=int((made_pairs & gold).sum())
    )
    return tally


def figures_at(
    scores: Sequence[Matrix], labels: Sequence[NDArray[np.int8]], thresholds: Sequence[float]
) -> dict[str, float]:
    """The figures of some article pairs, each with its threshold."""
    total: Counter[str] = Counter()
    for s, label, bar in zip(scores, labels, thresholds, strict=True):
        total.update(count(s, label, bar))
    return figures(total)


def figures(tally: Counter[str]) -> dict[str, float]:
    """Precision, recall and F1 from tallies."""

    def ratio(x: str, y: str) -> float:
        return tally[x] / tally[y] if tally[y] else 0.0

    def f1(p: float, r: float) -> float:
        return 2 * p * r / (p + r) if p + r else 0.0

    p, r = ratio("right", "jumps"), ratio("right", "answerable")
    lp, lr = ratio("pairs_right", "pairs_made"), ratio("pairs_right", "pairs_gold")
    return {
        "jump_f1": f1(p, r), "jump_p": p, "jump_r": r, "recall_E": ratio("right_E", "answerable_E"),
        "silence": ratio("silent_right", "silent"), "top1": ratio("top", "answerable"),
        "links_f1": f1(lp, lr), "links_p": lp, "links_r": lr,
    }  # fmt: skip
