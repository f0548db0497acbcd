"""Fine-tuning of the encoder, so that tokens of sentences that say the same thing find each other.

Late interaction as in :mod:`newsread.alignment.late`, in torch, under a head that also sees the lexical features; one
story is one step. The embeddings stay as they are: with them free, few stories would be learned by heart.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional

from newsread.alignment.context import context_forms
from newsread.alignment.counting import StoryWords
from newsread.alignment.encode import Pieces
from newsread.alignment.late import CLAUSE
from newsread.alignment.lexical import lexical_signals, sentence_signals
from training.encoder import Encoder
from training.gold import GoldStory
from training.heads import Pair, Recipe, pair_loss, train

START, END = 101, 102
BATCH = 16
LEVEL = 0.7


@dataclass(frozen=True, slots=True)
class Tuning:
    """How the encoder is tuned."""

    epochs: int = 1
    rate: float = 4e-5
    head_rate: float = 1e-3
    decay: float = 0.01
    dropout: float = 0.1
    frozen_layers: int = 0
    pairs: int = 4
    seed: int = 0
    head: Recipe = Recipe(hidden=24, seeds=1, epochs=12, batch=6)  # noqa: RUF009 - it is frozen


@dataclass(frozen=True, slots=True)
class Material:
    """A story as the encoder needs it.

    Attributes:
        story: The annotated story.
        words: Its words, counted.
        pieces: For each article, its word pieces.
    """

    story: GoldStory
    words: StoryWords
    pieces: tuple[Pieces, ...]

    def fixed(self, first: int, second: int) -> NDArray[np.float32]:
        """Features that do not depend on the encoder: (features, n, m)."""
        lexical = lexical_signals(self.words, first, second)
        forms = [context_forms(lexical[i]) for i in (0, 2, 13)]
        return np.concatenate([lexical, sentence_signals(self.words, first, second), *forms])

    def labels(self, first: int, second: int) -> NDArray[np.int8]:
        """Labels of the linkable sentences: (n, m)."""
        bags = self.words.bags
        return self.story.labels[first, second][np.ix_(bags[first].indices, bags[second].indices)]


def tune(encoder: Encoder, stories: Sequence[Material], how: Tuning) -> Encoder:
    """Tune an encoder in place on some stories; returns it."""
    torch.manual_seed(how.seed)
    head, mean, scale = _first_head(encoder, stories, how)
    device = next(encoder.parameters()).device
    tuned = _unfrozen(encoder, how.frozen_layers)
    optimiser = torch.optim.AdamW([
        {"params": tuned, "lr": how.rate, "weight_decay": how.decay},
        {"params": head, "lr": how.head_rate, "weight_decay": 1e-3},
    ])  # fmt: skip
    total = how.epochs * len(stories)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimiser, lambda step: min(1.0, (step + 1) / (0.1 * total + 1)) * max(0.05, 1 - step / total)
    )
    chance = np.random.default_rng(how.seed)
    encoder.train()
    for at in chain.from_iterable(chance.permutation(len(stories)) for _ in range(how.epochs)):
        loss = _story_loss(encoder, stories[at], (head, mean.to(device), scale.to(device)), how, chance)
        optimiser.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(tuned, 1.0)
        optimiser.step()
        schedule.step()
    return encoder.eval()


def _first_head(encoder: Encoder, stories: Sequence[Material], how: Tuning) -> tuple[list[Tensor], Tensor, Tensor]:
    """A head for the encoder as it is, so that the first gradients make sense."""
    encoder.eval()
    pairs = []
    for material in stories:
        with torch.no_grad():
            encoded = [_encode(encoder, pieces) for pieces in material.pieces]
        for a, b in material.story.labels:
            fixed = torch.from_numpy(material.fixed(a, b)).to(encoded[a][0].device)
            features = _features(_late(encoded[a], encoded[b]), fixed).cpu().numpy()
            pairs.append(Pair(material.story.name, a, b, features, material.labels(a, b), 1))
    heads = train(pairs, 1, how.head)
    device = next(encoder.parameters()).device
    arrays = (heads.inner, heads.inner_bias[:, None], heads.outer, heads.outer_bias[:, None], heads.direct)
    parameters = [torch.from_numpy(array.copy()).to(device).requires_grad_(True) for array in arrays]
    return parameters, torch.from_numpy(heads.mean), torch.from_numpy(heads.scale)


def _unfrozen(encoder: Encoder, frozen_layers: int) -> list[Tensor]:
    encoder.requires_grad_(False)
    for layer in encoder.layers[frozen_layers:]:
        layer.requires_grad_(True)
    return [parameter for parameter in encoder.parameters() if parameter.requires_grad]


def _story_loss(
    encoder: Encoder,
    material: Material,
    head: tuple[list[Tensor], Tensor, Tensor],
    how: Tuning,
    chance: np.random.Generator,
) -> Tensor:
    (inner, inner_bias, outer, outer_bias, direct), mean, scale = head
    pairs = list(material.story.labels)
    chosen = [pairs[i] for i in chance.permutation(len(pairs))[: how.pairs]]
    encoded = {a: _encode(encoder, material.pieces[a]) for a in sorted({a for pair in chosen for a in pair})}
    loss = torch.zeros((), device=mean.device)
    for a, b in chosen:
        fixed = torch.from_numpy(material.fixed(a, b)).to(mean.device)
        labels = torch.from_numpy(material.labels(a, b).astype(np.int64)).to(mean.device)
        features = _features(_late(encoded[a], encoded[b]), fixed)
        x = ((features.reshape(len(features), -1).T - mean) / scale)[None]
        hidden = functional.dropout(torch.tanh(x @ inner + inner_bias), how.head.dropout)
        out = (hidden @ outer + outer_bias + x @ direct).reshape(1, *labels.shape, 2)
        loss = loss + pair_loss(out, labels, how.head).sum() / len(chosen)
    return loss


def _encode(encoder: Encoder, pieces: Pieces) -> tuple[Tensor, Tensor]:
    """Token vectors and weights of an article's sentences, padded: (sentences, length, size), (sentences, length)."""
    device = next(encoder.parameters()).device
    longest = max(map(len, pieces.ids))
    order = sorted(range(len(pieces.ids)), key=lambda i: len(pieces.ids[i]))
    flat, place, base = [], torch.zeros(len(order), longest, dtype=torch.int64), 0
    for at in range(0, len(order), BATCH):
        chosen = order[at : at + BATCH]
        rows = [[START, *pieces.ids[i], END] for i in chosen]
        width = max(map(len, rows))
        ids = torch.tensor([row + [0] * (width - len(row)) for row in rows], device=device)
        mask = torch.tensor([[1.0] * len(row) + [0.0] * (width - len(row)) for row in rows], device=device)
        # Half precision pays on a GPU; most processors only emulate it, at a tenth of the speed.
        half = encoder.training and device.type == "cuda"
        with torch.autocast(device.type, dtype=torch.bfloat16, enabled=half):
            found = encoder(ids, mask).float()
        flat.append(found.reshape(-1, found.shape[-1]))
        for k, i in enumerate(chosen):
            length = len(pieces.ids[i])
            place[i, :length] = torch.arange(base + k * width + 1, base + k * width + 1 + length)
        base += len(chosen) * width
    rows_of = torch.cat(flat).index_select(0, place.reshape(-1).to(device))
    weights = torch.tensor([list(w) + [0.0] * (longest - len(w)) for w in pieces.weights], device=device)
    return rows_of.view(len(order), longest, -1), weights


def _late(a: tuple[Tensor, Tensor], b: tuple[Tensor, Tensor]) -> Tensor:
    """The first eight of :data:`newsread.alignment.late.LATE_SIGNALS`: (8, n, m)."""
    (of_a, weights_a), (of_b, weights_b) = a, b
    n, m = len(of_a), len(of_b)
    similarity = (of_a.flatten(0, 1) @ of_b.flatten(0, 1).T).view(n, of_a.shape[1], m, of_b.shape[1])
    best_a = similarity.masked_fill((weights_b == 0)[None, None], -2).amax(3)
    best_b = similarity.masked_fill((weights_a == 0)[:, :, None, None], -2).amax(1).permute(1, 2, 0)
    sides = [(x, y.T) for x, y in zip(_matched(best_a, weights_a), _matched(best_b, weights_b), strict=True)]
    (mean_a, mean_b), clause, covered = sides
    harmonic = 2 * mean_a * mean_b / (mean_a + mean_b).clamp_min(1e-6)
    mean_cosine = _sentence(of_a, weights_a) @ _sentence(of_b, weights_b).T
    return torch.stack([
        torch.minimum(mean_a, mean_b), torch.maximum(mean_a, mean_b), harmonic, torch.minimum(*clause),
        torch.maximum(*clause), mean_cosine, torch.minimum(*covered), torch.maximum(*covered),
    ])  # fmt: skip


def _sentence(rows: Tensor, weights: Tensor) -> Tensor:
    return functional.normalize((rows * weights[:, :, None]).sum(1), dim=-1)


def _matched(best: Tensor, weights: Tensor) -> list[Tensor]:
    total = weights.sum(1).clamp_min(1e-6)[:, None]
    weighted = best * weights[:, :, None]
    covered = ((best > LEVEL).float() * weights[:, :, None]).sum(1) / total
    return [weighted.sum(1) / total, _best_clause(weighted, weights), covered]


def _best_clause(weighted: Tensor, weights: Tensor) -> Tensor:
    found = []
    for rows, weight in zip(weighted, weights, strict=True):
        x, y = rows[weight > 0], weight[weight > 0]
        if len(x) <= CLAUSE:
            found.append(x.sum(0) / y.sum().clamp_min(1e-6))
        else:
            sums, mass = x.unfold(0, CLAUSE, 1).sum(-1), y.unfold(0, CLAUSE, 1).sum(-1)
            found.append((sums / mass.clamp_min(1e-6)[:, None]).amax(0))
    return torch.stack(found)


def _features(late: Tensor, fixed: Tensor) -> Tensor:
    return torch.cat([late, fixed, *(_forms(late[i]) for i in (1, 2, 4, 5))])


def _forms(scores: Tensor) -> Tensor:
    """:func:`newsread.alignment.context.context_forms` in torch."""
    rows, columns = scores - _best_mean(scores), scores - _best_mean(scores.T).T
    row_margin, column_margin = scores - _best_other(scores), scores - _best_other(scores.T).T
    padded = functional.pad(scores, (1, 1, 1, 1))
    diagonal = torch.stack([padded[:-2, :-2], padded[2:, 2:]])
    crossed = torch.stack([padded[:-2, 2:], padded[2:, :-2]])
    direct = torch.stack([padded[:-2, 1:-1], padded[2:, 1:-1], padded[1:-1, :-2], padded[1:-1, 2:]])
    return torch.stack([
        torch.minimum(rows, columns), torch.maximum(rows, columns), torch.minimum(row_margin, column_margin),
        torch.maximum(row_margin, column_margin), torch.maximum(diagonal.amax(0), crossed.amax(0)), diagonal.mean(0),
        direct.amax(0),
    ])  # fmt: skip


def _best_mean(scores: Tensor) -> Tensor:
    return scores.topk(min(3, scores.shape[1]), dim=1).values.mean(1, keepdim=True)


def _best_other(scores: Tensor) -> Tensor:
    if scores.shape[1] < 2:
        return torch.zeros_like(scores)
    two = scores.topk(2, dim=1).values
    return torch.where(scores >= two[:, :1], two[:, 1:], two[:, :1])
