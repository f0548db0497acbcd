"""Encoders that have not seen a story, and one that has seen them all."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from tokenizers import Tokenizer

from newsread.alignment.counting import count_words
from newsread.alignment.encode import cut, opened
from newsread.alignment.late import TokenVectors
from training.encoder import Encoder
from training.export import export_encoder
from training.gold import GoldStory
from training.methods import LEARNED, Method
from training.published import load_encoder
from training.tuning import Material, tune
from training.vectors import encode_story


@dataclass(frozen=True, slots=True)
class Place:
    """Where the encoders are.

    Attributes:
        published: The folder of the published encoders.
        tuned: The folder where tuned ones are kept.
    """

    published: Path
    tuned: Path

    @property
    def tokenizer(self) -> Path:
        """The vocabulary and rules that all encoders share."""
        return self.published / LEARNED.published / "tokenizer.json"


def tuned_encoder(method: Method, stories: Sequence[GoldStory], place: Place) -> Path:
    """The exported encoder of a method, tuned on some stories; made once, then found again."""
    key = hashlib.sha256(repr((method, [story.file.read_bytes() for story in stories])).encode()).hexdigest()[:16]
    file = place.tuned / f"{method.name}-{key}.onnx"
    if not file.exists():
        print(f"tuning {method.published} on {len(stories)} stories", flush=True)
        place.tuned.mkdir(parents=True, exist_ok=True)
        unfinished = file.with_suffix(".part")
        export_encoder(_tuned(method, stories, place), unfinished, method.block)
        unfinished.rename(file)
    return file


def unseen_vectors(
    method: Method, stories: Sequence[GoldStory], folds: dict[str, int], place: Place
) -> dict[str, list[TokenVectors]]:
    """By story name, token vectors of its articles from an encoder that was tuned without the stories of its fold."""
    found = {}
    for fold in sorted(set(folds.values())):
        seen = [story for story in stories if folds[story.name] != fold]
        tuned = tuned_encoder(method, seen, place)
        encoder = opened(tuned.read_bytes(), place.tokenizer.read_bytes())
        found.update({s.name: encode_story(encoder, s) for s in stories if folds[s.name] == fold})
    return found


def _tuned(method: Method, stories: Sequence[GoldStory], place: Place) -> Encoder:
    device = "cuda" if torch.cuda.is_available() else "cpu"
    encoder = load_encoder(place.published / method.published, method.shape, method.tuning.dropout).to(device)
    tokenizer = Tokenizer.from_file(str(place.tokenizer))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    material = [Material(s, count_words(s.articles), cut(s.articles, tokenizer)) for s in stories]
    return tune(encoder, material, method.tuning).cpu()
