"""Encoders that have not seen a story, and one that has seen them all."""

import hashlib
from collections.abc import Sequence
from pathlib import Path

import torch
from tokenizers import Tokenizer

from newsread.alignment.counting import count_words
from newsread.alignment.encode import cut, opened
from newsread.alignment.late import TokenVectors
from training.encoder import load_encoder
from training.export import export_encoder
from training.gold import GoldStory
from training.tuning import Material, Tuning, tune
from training.vectors import encode_story


def tuned_encoder(stories: Sequence[GoldStory], weights: Path, cache: Path, how: Tuning = Tuning()) -> Path:  # noqa: B008
    """The exported encoder tuned on some stories; made once, then found in the cache."""
    key = hashlib.sha256(repr((how, [story.file.read_bytes() for story in stories])).encode()).hexdigest()[:16]
    file = cache / f"encoder-{key}.onnx"
    if not file.exists():
        print(f"tuning the encoder on {len(stories)} stories", flush=True)
        device = "cuda" if torch.cuda.is_available() else "cpu"
        encoder = load_encoder(weights, how.dropout).to(device)
        tokenizer = Tokenizer.from_file(str(weights / "tokenizer.json"))
        tokenizer.no_truncation()
        tokenizer.no_padding()
        material = [Material(s, count_words(s.articles), cut(s.articles, tokenizer)) for s in stories]
        tuned = tune(encoder, material, how).cpu()
        cache.mkdir(parents=True, exist_ok=True)
        unfinished = file.with_suffix(".part")
        export_encoder(tuned, unfinished)
        unfinished.rename(file)
    return file


def unseen_vectors(
    stories: Sequence[GoldStory], folds: dict[str, int], weights: Path, cache: Path
) -> dict[str, list[TokenVectors]]:
    """By story name, token vectors of its articles from an encoder that was tuned without the stories of its fold."""
    found = {}
    for fold in sorted(set(folds.values())):
        seen = [story for story in stories if folds[story.name] != fold]
        tuned = tuned_encoder(seen, weights, cache)
        encoder = opened(tuned.read_bytes(), (weights / "tokenizer.json").read_bytes())
        found.update({s.name: encode_story(encoder, s) for s in stories if folds[s.name] == fold})
    return found
