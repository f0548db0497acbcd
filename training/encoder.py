"""The sentence encoder in torch: BERT as in all-MiniLM-L6-v2, token vectors out.

Source: Devlin et al., BERT, NAACL 2019; Wang et al., MiniLM, NeurIPS 2020. Written out here, so that training needs
torch and nothing else; parameter names are those of the published weights.
"""

from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn

LAYERS, HEADS, SIZE = 6, 12, 384


class Layer(nn.Module):
    """One transformer layer."""

    def __init__(self, dropout: float) -> None:
        super().__init__()
        self.query, self.key, self.value, self.mixed = (nn.Linear(SIZE, SIZE) for _ in range(4))
        self.wide, self.narrow = nn.Linear(SIZE, 4 * SIZE), nn.Linear(4 * SIZE, SIZE)
        self.after_attention, self.after = nn.LayerNorm(SIZE, eps=1e-12), nn.LayerNorm(SIZE, eps=1e-12)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, mask: Tensor) -> Tensor:
        """(batch, length, size) and an additive mask (batch, 1, 1, length) to (batch, length, size)."""
        batch, length, _ = x.shape
        q, k, v = (f(x).view(batch, length, HEADS, -1).transpose(1, 2) for f in (self.query, self.key, self.value))
        scores = q @ k.transpose(2, 3) / (SIZE // HEADS) ** 0.5 + mask
        seen = (torch.softmax(scores, dim=-1) @ v).transpose(1, 2).reshape(batch, length, SIZE)
        x = self.after_attention(x + self.dropout(self.mixed(seen)))
        return self.after(x + self.dropout(self.narrow(nn.functional.gelu(self.wide(x)))))


class Encoder(nn.Module):
    """Word pieces to token vectors of length one."""

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.pieces = nn.Embedding(30522, SIZE)
        self.places = nn.Embedding(512, SIZE)
        self.kinds = nn.Embedding(2, SIZE)
        self.norm = nn.LayerNorm(SIZE, eps=1e-12)
        self.layers = nn.ModuleList(Layer(dropout) for _ in range(LAYERS))

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """(batch, length) ids and 0/1 mask to (batch, length, size)."""
        place = torch.arange(ids.shape[1], device=ids.device)
        x = self.norm(self.pieces(ids) + self.places(place) + self.kinds(torch.zeros_like(ids)))
        additive = (1.0 - mask[:, None, None, :].to(x.dtype)) * -10000.0
        for layer in self.layers:
            x = layer(x, additive)
        return nn.functional.normalize(x, dim=-1)


_RENAMED = {
    "attention.self.query": "query", "attention.self.key": "key", "attention.self.value": "value",
    "attention.output.dense": "mixed", "attention.output.LayerNorm": "after_attention",
    "intermediate.dense": "wide", "output.dense": "narrow", "output.LayerNorm": "after",
}  # fmt: skip


def load_encoder(folder: Path, dropout: float = 0.1) -> Encoder:
    """The published weights of all-MiniLM-L6-v2 from ``model.safetensors`` in a folder."""
    encoder = Encoder(dropout)
    encoder.load_state_dict({_rename(k): v for k, v in load_file(folder / "model.safetensors").items() if _rename(k)})
    return encoder


def _rename(name: str) -> str:
    embeddings = {"word_embeddings": "pieces", "position_embeddings": "places", "token_type_embeddings": "kinds"}
    parts = name.removeprefix("bert.").split(".")
    if parts[0] == "embeddings":
        return "" if parts[1] == "position_ids" else f"{embeddings.get(parts[1], 'norm')}.{parts[-1]}"
    if parts[0] != "encoder":
        return ""
    return f"layers.{parts[2]}.{_RENAMED['.'.join(parts[3:-1])]}.{parts[-1]}"
