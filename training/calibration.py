"""What a logit is worth: its probability, the threshold for a jump, and how well probabilities fit."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from newsread.alignment.arrays import Matrix
from newsread.alignment.features import HOPELESS
from training.gold import NONE, OPTIONAL
from training.metrics import figures_at

SILENCE = 0.93
"""Of the sentences without an answer, the share that get no jump, at least: a wrong jump costs more than a missing one.
A hundredth above what newsread promises, as unknown stories differ from known ones."""


def calibration(logits: Sequence[Matrix], labels: Sequence[NDArray[np.int8]]) -> tuple[float, float]:
    """Slope and offset that make logits probabilities (Platt 1999), by Newton's method."""
    x = np.concatenate([a.ravel() for a in logits]).astype(np.float64)
    label = np.concatenate([a.ravel() for a in labels])
    known = (label != OPTIONAL) & (x > HOPELESS / 2)
    x, y = x[known], (label[known] != NONE).astype(np.float64)
    inputs = np.stack([x, np.ones_like(x)])
    parameters = np.array([1.0, 0.0])
    for _ in range(30):
        p = 1 / (1 + np.exp(-(parameters @ inputs)))
        hessian = (inputs * (p * (1 - p))) @ inputs.T
        parameters -= np.linalg.solve(hessian, inputs @ (p - y))
    return round(float(parameters[0]), 4), round(float(parameters[1]), 4)


def best_threshold(scores: Sequence[Matrix], labels: Sequence[NDArray[np.int8]]) -> float:
    """The threshold with the best jump F1 of those with enough silence, or, if there is none, of the most silent."""
    bars = np.round(np.linspace(0.2, 0.8, 61), 2)
    curve = [figures_at(scores, labels, [float(bar)] * len(scores)) for bar in bars]
    jump_f1, silence = (_smooth([point[key] for point in curve]) for key in ("jump_f1", "silence"))
    quiet = silence >= min(SILENCE, silence.max())
    return float(bars[np.where(quiet, jump_f1, -1.0).argmax()])


def _smooth(values: Sequence[float]) -> NDArray[np.float64]:
    """Each value's mean with its neighbours: the curves are jagged."""
    return np.convolve(np.pad(values, 3, mode="edge"), np.ones(7) / 7, mode="valid")


def reliability(scores: Sequence[Matrix], labels: Sequence[NDArray[np.int8]]) -> list[tuple[float, float, int]]:
    """For ten bins of probability: mean probability, share of pairs that are linked, number of pairs."""
    x = np.concatenate([a.ravel() for a in scores])
    label = np.concatenate([a.ravel() for a in labels])
    x, y = x[label != OPTIONAL], label[label != OPTIONAL] != NONE
    which = np.minimum((x * 10).astype(int), 9)
    return [
        (float(x[which == b].mean()), float(y[which == b].mean()), int((which == b).sum()))
        for b in range(10)
        if (which == b).any()
    ]
