"""What is learned beside the encoder: a small network over pair features, and the judge it is a part of."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, Self

import numpy as np

from newsread.alignment.arrays import Matrix
from newsread.alignment.trees import Trees
from newsread.alignment.weights import read_weights

_BOUND: Final = 8.0


@dataclass(frozen=True, slots=True)
class Head:
    """Several networks whose outputs are averaged: a linear map beside one hidden layer of tanh units.

    Attributes:
        mean: What is taken from each feature: (features,).
        scale: What it is divided by then: (features,).
        inner: Features to hidden units: (networks, features, units).
        inner_bias: (networks, units).
        outer: Hidden units to outputs: (networks, units, outputs).
        outer_bias: (networks, outputs).
        direct: Features to outputs: (networks, features, outputs).
    """

    mean: Matrix
    scale: Matrix
    inner: Matrix
    inner_bias: Matrix
    outer: Matrix
    outer_bias: Matrix
    direct: Matrix

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> Self:
        """From the lists of numbers that a JSON file holds."""
        return cls(**{name: np.array(plain[name], dtype=np.float32) for name in cls.__slots__})

    def to_plain(self) -> dict[str, Any]:
        """Lists of numbers, rounded to what matters."""
        return {name: np.round(getattr(self, name).astype(np.float64), 4).tolist() for name in self.__slots__}

    def logits(self, features: Matrix) -> Matrix:
        """From (features, n, m) to (outputs, n, m)."""
        rows = ((features.reshape(len(features), -1).T - self.mean) / self.scale).astype(np.float32)
        total = rows @ self.direct.sum(axis=0) + self.outer_bias.sum(axis=0)
        for inner, bias, outer in zip(self.inner, self.inner_bias, self.outer, strict=True):
            total += np.tanh(rows @ inner + bias) @ outer
        mean: Matrix = (total / len(self.inner)).T.reshape(-1, *features.shape[1:])
        return mean


@dataclass(frozen=True, slots=True)
class Judge:
    """How a method turns the features of sentence pairs into probabilities.

    Attributes:
        method: Its name.
        first: Judges a pair by its own features and its competition. Outputs: accept, equivalent.
        second: Judges it again, knowing what the first said of all pairs of the story.
        slope: The probability is the logistic function of ``slope * logit + offset`` (Platt 1999).
        offset: See ``slope``.
        threshold: The probability from which a jump is worth making: best F1 on stories left out of training.
    """

    method: str
    first: Head
    second: Trees
    slope: float
    offset: float
    threshold: float

    def probability(self, logits: Matrix) -> Matrix:
        """Calibrated probability that a reader would accept the jump."""
        return logistic(self.slope * logits + self.offset)

    @classmethod
    def from_plain(cls, plain: Mapping[str, Any]) -> Self:
        """From what a JSON file holds."""
        first, second = Head.from_plain(plain["first"]), Trees.from_plain(plain["second"])
        return cls(plain["method"], first, second, plain["slope"], plain["offset"], plain["threshold"])

    def to_plain(self) -> dict[str, Any]:
        """What a JSON file can hold."""
        return {
            "method": self.method,
            "slope": self.slope,
            "offset": self.offset,
            "threshold": self.threshold,
            "first": self.first.to_plain(),
            "second": self.second.to_plain(),
        }


@cache
def read_judge(method: str) -> Judge:
    """The judge that ships for a method ("lexical", "learned", "careful").

    Raises:
        WeightsMissing: It is not installed, or damaged.
    """
    return Judge.from_plain(json.loads(read_weights(f"{method}.json")))


def joint_logits(first: Matrix, second: Matrix) -> Matrix:
    """The logits of both looks as one: their mean, with those of the first bounded."""
    mean: Matrix = (np.clip(first, -_BOUND, _BOUND) + second) / 2
    return mean


def logistic(x: Matrix) -> Matrix:
    """The logistic function."""
    result: Matrix = 0.5 * (1 + np.tanh(0.5 * x))
    return result
