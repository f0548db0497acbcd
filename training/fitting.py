"""From pair features to a judge: a head, then trees over what it said, calibrated on stories they have not seen."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from newsread.alignment.arrays import Matrix
from newsread.alignment.features import HOPELESS, PRUNED, first_probability, story_features
from newsread.alignment.head import Head, Judge, joint_logits, logistic
from newsread.alignment.trees import Trees
from training.boosting import grow
from training.calibration import best_threshold, calibration
from training.gold import EQUIVALENT, NONE, OPTIONAL
from training.heads import Heads, Pair, Recipe, train

FIRST = Recipe(hidden=16, epochs=25, batch=6, rate=1e-2)


@dataclass(frozen=True, slots=True)
class Fit:
    """A judge, and what judges like it said of stories they had not seen.

    Attributes:
        judge: Trained on all stories.
        scores: For each pair, the calibrated probabilities, by heads and calibration that had not seen its story.
        equal: For each pair, whether it is more than partial, likewise.
        thresholds: For each fold, the threshold chosen on the others.
    """

    judge: Judge
    scores: list[Matrix]
    equal: list[NDArray[np.bool_]]
    thresholds: list[float]


def fit(method: str, pairs: Sequence[Pair], folds: int) -> Fit:
    """Train a judge, and cross-validate one like it."""
    first, first_logits = _round(pairs, folds, FIRST)
    again = second_round(pairs, first_logits)
    second, accept = _second_round(again, first_logits, folds)
    scores, thresholds = [np.empty(0, np.float32)] * len(pairs), []
    for fold in range(folds):
        seen = [i for i, pair in enumerate(pairs) if pair.fold != fold]
        slope, offset = calibration([accept[i] for i in seen], [pairs[i].labels for i in seen])
        for i, pair in enumerate(pairs):
            if pair.fold == fold:
                scores[i] = logistic(slope * accept[i] + offset)
        others = [logistic(slope * accept[i] + offset) for i in seen]
        thresholds.append(best_threshold(others, [pairs[i].labels for i in seen]))
    slope, offset = calibration(accept, [pair.labels for pair in pairs])
    bar = best_threshold([logistic(slope * a + offset) for a in accept], [pair.labels for pair in pairs])
    judge = Judge(method, first, second, slope, offset, bar)
    return Fit(judge, scores, [pair_logits[1] >= 0 for pair_logits in first_logits], thresholds)


def second_round(pairs: Sequence[Pair], logits: Sequence[Matrix]) -> list[Pair]:
    """The same pairs with the features that :func:`newsread.alignment.features.story_features` makes of all logits."""
    between: dict[tuple[str, int, int], Matrix] = {}
    for pair, pair_logits in zip(pairs, logits, strict=True):
        probability = first_probability(pair_logits)
        between[pair.story, pair.first, pair.second] = probability
        between[pair.story, pair.second, pair.first] = probability.T
    again = []
    for pair, pair_logits in zip(pairs, logits, strict=True):
        total = 1 + max(b for story, _, b in between if story == pair.story)

        def look(one: int, other: int, story: str = pair.story) -> Matrix:
            return between[story, one, other]

        features = story_features(pair.features, pair_logits, look, pair.first, pair.second, total)
        again.append(replace(pair, features=features))
    return again


def _round(pairs: Sequence[Pair], folds: int, recipe: Recipe) -> tuple[Head, list[Matrix]]:
    """A head trained on all pairs, and for each pair the logits of heads that have not seen its story."""
    heads = train(pairs, folds + 1, recipe)  # the last fold holds no story: its heads have seen all
    unseen = [_head(heads, range(p.fold * recipe.seeds, (p.fold + 1) * recipe.seeds)).logits(p.features) for p in pairs]
    return _head(heads, range(folds * recipe.seeds, (folds + 1) * recipe.seeds)), unseen


def _second_round(pairs: Sequence[Pair], logits: Sequence[Matrix], folds: int) -> tuple[Trees, list[Matrix]]:
    """Trees grown on all pairs worth a second look, and for each pair what both looks say, its story unseen."""
    alive = [pair_logits[0] > PRUNED for pair_logits in logits]
    rows = [pair.features[:, keep] for pair, keep in zip(pairs, alive, strict=True)]
    answers = [pair.labels[keep] for pair, keep in zip(pairs, alive, strict=True)]
    unseen = [np.full(keep.shape, HOPELESS, dtype=np.float32) for keep in alive]
    for fold in range(folds):
        seen = [i for i, pair in enumerate(pairs) if pair.fold != fold]
        trees = grow([rows[i] for i in seen], [answers[i] for i in seen])
        for i, pair in enumerate(pairs):
            if pair.fold == fold:
                unseen[i][alive[i]] = joint_logits(logits[i][0][alive[i]], trees.logits(rows[i]))
    return grow(rows, answers), unseen


def _head(heads: Heads, which: range) -> Head:
    part = slice(which.start, which.stop)
    return Head(
        heads.mean, heads.scale, heads.inner[part], heads.inner_bias[part], heads.outer[part], heads.outer_bias[part],
        heads.direct[part],
    )  # fmt: skip


def kind_accuracy(fit_: Fit, pairs: Sequence[Pair]) -> float:
    """Of the rightly found links, the share whose kind is right."""
    right = total = 0
    for pair, scores, equal in zip(pairs, fit_.scores, fit_.equal, strict=True):
        found = (scores >= fit_.judge.threshold) & (pair.labels != NONE) & (pair.labels != OPTIONAL)
        right += int((equal == (pair.labels == EQUIVALENT))[found].sum())
        total += int(found.sum())
    return right / max(1, total)
