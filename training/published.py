"""The encoders' weights as they were published, under the names of :mod:`training.encoder`."""

from collections.abc import Mapping
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor

from training.encoder import PIECES, PLACES, Encoder, Shape

_BERT = {
    "attention.self.query": "query", "attention.self.key": "key", "attention.self.value": "value",
    "attention.output.dense": "mixed", "attention.output.LayerNorm": "after_attention",
    "intermediate.dense": "wide", "output.dense": "narrow", "output.LayerNorm": "after",
}  # fmt: skip
_MPNET = {
    "attention.attn.q": "query", "attention.attn.k": "key", "attention.attn.v": "value",
    "attention.attn.o": "mixed", "attention.LayerNorm": "after_attention",
    "intermediate.dense": "wide", "output.dense": "narrow", "output.LayerNorm": "after",
}  # fmt: skip
# MPNet's vocabulary is BERT's, four further on, behind names of its own for what begins, fills up and ends a sentence.
_FURTHER = 4
_FILLS, _BEGINS, _ENDS = (0, 1), (101, 0), (102, 2)
_FIRST_PLACE = 2


def load_encoder(folder: Path, shape: Shape, dropout: float = 0.1) -> Encoder:
    """An encoder with the published weights from ``model.safetensors`` in a folder; of deeper ones the first layers."""
    published = {name.removeprefix("bert."): tensor for name, tensor in load_file(folder / "model.safetensors").items()}
    encoder = Encoder(shape, dropout)
    encoder.load_state_dict(_mpnet(published, shape) if shape.relative else _bert(published, shape))
    return encoder


def _bert(published: Mapping[str, Tensor], shape: Shape) -> dict[str, Tensor]:
    kind = published["embeddings.token_type_embeddings.weight"][0]
    return {
        "pieces.weight": published["embeddings.word_embeddings.weight"],
        "places.weight": published["embeddings.position_embeddings.weight"] + kind,
        **_rest(published, shape, _BERT),
    }


def _mpnet(published: Mapping[str, Tensor], shape: Shape) -> dict[str, Tensor]:
    rows = torch.arange(PIECES) + _FURTHER
    for place, its_own in (_FILLS, _BEGINS, _ENDS):
        rows[place] = its_own
    places = published["embeddings.position_embeddings.weight"]
    return {
        "pieces.weight": published["embeddings.word_embeddings.weight"][rows],
        "places.weight": places[_FIRST_PLACE : _FIRST_PLACE + PLACES],
        "relative.weight": published["encoder.relative_attention_bias.weight"],
        **_rest(published, shape, _MPNET),
    }


def _rest(published: Mapping[str, Tensor], shape: Shape, names: Mapping[str, str]) -> dict[str, Tensor]:
    found = {f"norm.{part}": published[f"embeddings.LayerNorm.{part}"] for part in ("weight", "bias")}
    for layer in range(shape.layers):
        for theirs, ours in names.items():
            for part in ("weight", "bias"):
                found[f"layers.{layer}.{ours}.{part}"] = published[f"encoder.layer.{layer}.{theirs}.{part}"]
    return found
