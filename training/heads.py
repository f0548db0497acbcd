"""Small heads over pair features, several trained at once: each a fold and a seed."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from training.gold import EQUIVALENT, NONE, OPTIONAL


@dataclass(frozen=True, slots=True)
class Pair:
    """Features and labels of two articles: (features, n, m) and (n, m), and which fold their story is in."""

    story: str
    first: int
    second: int
    features: NDArray[np.float32]
    labels: NDArray[np.int8]
    fold: int


@dataclass(frozen=True, slots=True)
class Recipe:
    """How heads are trained."""

    hidden: int = 32
    seeds: int = 3
    epochs: int = 30
    rate: float = 3e-3
    decay: float = 1e-3
    dropout: float = 0.1
    binary: float = 1.0
    positive: float = 2.0
    batch: int = 15


@dataclass(frozen=True, slots=True)
class Heads:
    """Trained heads: inputs are (x - mean) / scale; outputs are (accept, equivalent) logits."""

    mean: NDArray[np.float32]
    scale: NDArray[np.float32]
    inner: NDArray[np.float32]
    inner_bias: NDArray[np.float32]
    outer: NDArray[np.float32]
    outer_bias: NDArray[np.float32]
    direct: NDArray[np.float32]


def train(pairs: Sequence[Pair], folds: int, recipe: Recipe) -> Heads:
    """Train ``folds * seeds`` heads; head ``fold * seeds + seed`` has not seen the stories of its fold."""
    torch.manual_seed(0)
    chance = np.random.default_rng(0)
    flat = np.concatenate([p.features.reshape(len(p.features), -1) for p in pairs], axis=1)
    mean, scale = flat.mean(axis=1), flat.std(axis=1) + 1e-3
    examples = [_example(p, mean, scale) for p in pairs]
    weights = _first_weights(folds * recipe.seeds, len(mean), recipe.hidden)
    optimiser = torch.optim.AdamW(weights, lr=recipe.rate, weight_decay=recipe.decay, betas=(0.9, 0.98))
    steps = recipe.epochs * -(-len(pairs) // recipe.batch)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, recipe.rate, total_steps=steps + 1, pct_start=0.15)
    fold_of_head = torch.arange(len(weights[0])) // recipe.seeds
    for _ in range(recipe.epochs):
        order = chance.permutation(len(pairs))
        for at in range(0, len(order), recipe.batch):
            loss = _loss([examples[i] for i in order[at : at + recipe.batch]], weights, fold_of_head, recipe)
            optimiser.zero_grad()
            loss.backward()
            optimiser.step()
            schedule.step()
    inner, inner_bias, outer, outer_bias, direct = (w.detach().numpy() for w in weights)
    return Heads(mean, scale, inner, inner_bias[:, 0], outer, outer_bias[:, 0], direct)


def _example(pair: Pair, mean: NDArray[np.float32], scale: NDArray[np.float32]) -> tuple[Tensor, Tensor, int]:
    """Scaled features (n * m, features), labels (n, m) and the fold of an article pair."""
    x = ((pair.features.reshape(len(mean), -1).T - mean) / scale).astype(np.float32)
    return torch.from_numpy(x), torch.from_numpy(pair.labels.astype(np.int64)), pair.fold


def _first_weights(count: int, size: int, hidden: int) -> list[Tensor]:
    """Inner weights and biases, outer weights and biases, direct weights of some heads."""
    weights = [
        torch.randn(count, size, hidden) * (1.0 / size**0.5),
        torch.zeros(count, 1, hidden),
        torch.randn(count, hidden, 2) * 0.1,
        torch.tensor([-3.0, -1.0]).repeat(count, 1, 1),
        torch.zeros(count, size, 2),
    ]
    return [weight.requires_grad_(True) for weight in weights]


def _loss(
    batch: Sequence[tuple[Tensor, Tensor, int]], weights: Sequence[Tensor], fold_of_head: Tensor, recipe: Recipe
) -> Tensor:
    """Sum over the heads of the mean loss over those article pairs that a head may see."""
    inner, inner_bias, outer, outer_bias, direct = weights
    x = torch.cat([features for features, _, _ in batch])
    x = x.unsqueeze(0).expand(len(inner), -1, -1)
    hidden = functional.dropout(torch.tanh(torch.baddbmm(inner_bias, x, inner)), recipe.dropout)
    out = torch.baddbmm(outer_bias, hidden, outer) + torch.bmm(x, direct)
    total, at = torch.zeros(()), 0
    for _, labels, fold in batch:
        logits = out[:, at : at + labels.numel(), :].reshape(-1, *labels.shape, 2)
        at += labels.numel()
        total = total + (pair_loss(logits, labels, recipe) * (fold_of_head != fold)).sum()
    return total / len(batch)


def pair_loss(logits: Tensor, labels: Tensor, recipe: Recipe) -> Tensor:
    """Loss of one article pair for each head: from (heads, n, m, 2) and (n, m) to (heads,).

    Binary cross-entropy over sentence pairs, and cross-entropy of the choice that each sentence makes among all
    sentences of the other article and "none"; pairs that annotators disagree on count in neither.
    """
    accept, equal = logits[..., 0], logits[..., 1]
    linked, known = (labels != NONE) & (labels != OPTIONAL), labels != OPTIONAL
    weight = torch.tensor(recipe.positive, device=logits.device)
    loss = recipe.binary * (_binary(accept, linked, weight) * known).sum((1, 2))
    loss = loss + 0.5 * (_binary(equal, labels == EQUIVALENT) * linked).sum((1, 2))
    low = torch.finfo(accept.dtype).min / 4
    masked = accept.masked_fill(~known, low)
    for dim in (2, 1):
        choices = torch.cat([masked, torch.zeros_like(masked.narrow(dim, 0, 1))], dim)
        partition = torch.logsumexp(choices, dim)
        right = torch.logsumexp(masked.masked_fill(~linked, low), dim)
        has = linked.any(dim - 1)
        unsure = (labels == OPTIONAL).any(dim - 1) & ~has
        loss = loss + (torch.where(has, partition - right, partition) * ~unsure).sum(1)
    return loss / sum(labels.shape)


def _binary(logits: Tensor, target: Tensor, weight: Tensor | None = None) -> Tensor:
    wanted = target.to(logits.dtype).expand_as(logits)
    return functional.binary_cross_entropy_with_logits(logits, wanted, reduction="none", pos_weight=weight)
