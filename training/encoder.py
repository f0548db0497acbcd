"""The sentence encoders in torch, token vectors out: BERT as in all-MiniLM-L6-v2, and MPNet as in all-mpnet-base-v2.

Source: Devlin et al., BERT, NAACL 2019; Wang et al., MiniLM, NeurIPS 2020; Song et al., MPNet, NeurIPS 2020, with the
relative positions of Raffel et al., T5, JMLR 2020. Written out here, so that training needs torch and nothing else.
"""

import math
from dataclasses import dataclass

import torch
from torch import Tensor, nn

PIECES, PLACES = 30522, 512
_BUCKETS, _FURTHEST = 32, 128


@dataclass(frozen=True, slots=True)
class Shape:
    """How large an encoder is.

    Attributes:
        layers: Transformer layers.
        heads: Attention heads of a layer.
        size: Numbers in a token's vector.
        epsilon: What keeps normalisation from dividing by zero.
        relative: Whether attention also depends on how far apart two tokens are.
    """

    layers: int
    heads: int
    size: int
    epsilon: float
    relative: bool


class Layer(nn.Module):
    """One transformer layer."""

    def __init__(self, shape: Shape, dropout: float) -> None:
        super().__init__()
        size = shape.size
        self.heads = shape.heads
        self.query, self.key, self.value, self.mixed = (nn.Linear(size, size) for _ in range(4))
        self.wide, self.narrow = nn.Linear(size, 4 * size), nn.Linear(4 * size, size)
        self.after_attention, self.after = (nn.LayerNorm(size, eps=shape.epsilon) for _ in range(2))
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """(batch, length, size) and what attention adds (batch, heads or 1, length or 1, length), to the like of x."""
        batch, length, size = x.shape
        q, k, v = (f(x).view(batch, length, self.heads, -1).transpose(1, 2) for f in (self.query, self.key, self.value))
        scores = q @ k.transpose(2, 3) / (size // self.heads) ** 0.5 + bias
        seen = (torch.softmax(scores, dim=-1) @ v).transpose(1, 2).reshape(batch, length, size)
        x = self.after_attention(x + self.dropout(self.mixed(seen)))
        return self.after(x + self.dropout(self.narrow(nn.functional.gelu(self.wide(x)))))


class Encoder(nn.Module):
    """Word pieces, numbered as BERT numbers them, to token vectors of length one."""

    def __init__(self, shape: Shape, dropout: float = 0.1) -> None:
        super().__init__()
        self.pieces = nn.Embedding(PIECES, shape.size)
        self.places = nn.Embedding(PLACES, shape.size)
        self.norm = nn.LayerNorm(shape.size, eps=shape.epsilon)
        self.layers = nn.ModuleList(Layer(shape, dropout) for _ in range(shape.layers))
        self.relative = nn.Embedding(_BUCKETS, shape.heads) if shape.relative else None

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """(batch, length) ids and 0/1 mask to (batch, length, size)."""
        place = torch.arange(ids.shape[1], device=ids.device)
        x = self.norm(self.pieces(ids) + self.places(place))
        bias = (1.0 - mask[:, None, None, :].to(x.dtype)) * -10000.0
        if self.relative is not None:
            bias = bias + self.relative(_bucket(place[None, :] - place[:, None])).permute(2, 0, 1)
        for layer in self.layers:
            x = layer(x, bias)
        return nn.functional.normalize(x, dim=-1)


def _bucket(distance: Tensor) -> Tensor:
    """Which of :data:`_BUCKETS` classes a distance is in: direction, each near one by itself, far ones by logarithm."""
    half = _BUCKETS // 2
    near = half // 2
    far = distance.abs()
    ratio = torch.log(far.clamp_min(1).float() / near) / math.log(_FURTHEST / near)
    by_logarithm = (near + (ratio * (half - near)).long()).clamp_max(half - 1)
    return (distance > 0).long() * half + torch.where(far < near, far, by_logarithm)
