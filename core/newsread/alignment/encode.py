"""Sentences to token vectors. Nothing else in the library meets onnxruntime or tokenizers.

The encoder is all-MiniLM-L6-v2, tuned for late interaction and stored with 8-bit weights; see ``data/NOTICE.md``.
"""

import math
import os
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

import numpy as np

from newsread.alignment.ahead import ahead
from newsread.alignment.arrays import Matrix
from newsread.alignment.late import TokenVectors
from newsread.alignment.onnx_file import with_floats
from newsread.alignment.processor import multiplies_bytes
from newsread.alignment.weights import need_memory, read_weights
from newsread.alignment.words import FUNCTION_WEIGHT, is_function
from newsread.errors import WeightsMissing
from newsread.model import Article
from newsread.text import fold

LONGEST: Final = 128
"""Word pieces of a sentence that are read; what comes after them counts only in its words."""

_START, _END, _UNKNOWN, _PAD = 101, 102, 100, 0
_CHARACTERS: Final = 16 * LONGEST
_BATCH: Final = 384  # word pieces: few enough that those of an article are of like length, and "stop" is soon answered
_ROOM: Final = 500_000_000  # bytes of address space that the runtime takes, its threads included
_FILLED: Final = 16  # word pieces that may be filled up rather than to begin another batch


@dataclass(frozen=True, slots=True)
class Pieces:
    """The linkable sentences of an article as word pieces.

    Attributes:
        ids: Numbers of each sentence's pieces in the vocabulary; never empty.
        weights: How telling each piece is in the story; at least one of a sentence is above 0.
    """

    ids: tuple[tuple[int, ...], ...]
    weights: tuple[tuple[float, ...], ...]


@dataclass(frozen=True, slots=True)
class Encoder:
    """A loaded encoder; made by :func:`load_encoder`."""

    session: Any
    tokenizer: Any

    def vectors(self, pieces: Pieces) -> TokenVectors:
        """Token vectors of one article; see :meth:`each`."""
        return next(self.each([pieces]))

    def each(
        self, articles: Sequence[Pieces], should_stop: Callable[[], bool] = lambda: False
    ) -> Iterator[TokenVectors]:
        """Token vectors of one article after the other; once the first is asked for, threads work ahead at the rest.

        A sentence that several articles have is encoded once: outlets that print an agency's copy have many in common.

        Args:
            articles: The sentences of each article.
            should_stop: Asked several times a second.

        Raises:
            Cancelled: ``should_stop`` said so.
        """
        fresh = _each_once(articles)
        plan = [[[ids[i] for i in batch] for batch in _batches([len(each) for each in ids])] for ids in fresh]
        known: dict[tuple[int, ...], Matrix] = {}
        with closing(ahead(self._run, [batch for batches in plan for batch in batches], should_stop)) as made:
            for pieces, batches in zip(articles, plan, strict=True):
                for batch in batches:
                    known.update(zip(batch, next(made), strict=True))
                yield telling_tokens([known[ids] for ids in pieces.ids], pieces)

    def _run(self, batch: Sequence[Sequence[int]]) -> list[Matrix]:
        width = 2 + max(map(len, batch))
        ids = np.full((len(batch), width), _PAD, dtype=np.int64)
        mask = np.zeros((len(batch), width), dtype=np.float32)
        for row, sentence in enumerate(batch):
            ids[row, : len(sentence) + 2] = (_START, *sentence, _END)
            mask[row, : len(sentence) + 2] = 1
        vectors = self.session.run(None, {"ids": ids, "mask": mask})[0]
        # Copies: a view would keep the padding of the whole batch alive.
        return [vectors[row, 1 : len(sentence) + 1].copy() for row, sentence in enumerate(batch)]


def _forbid_reporting() -> None:
    """Keep onnxruntime from reporting to its makers, which its wheels do unless they are told not to when they load.

    From 1.32 on they would write an identifier of the user into the cache folder and look for the network.
    """
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    os.environ["ORT_TELEMETRY_DISABLED"] = "1"  # what some builds call it


@cache
def load_encoder() -> Encoder:
    """The encoder that ships; loaded once.

    Raises:
        WeightsMissing: Its files, onnxruntime or tokenizers are not installed, a file is damaged, or there is too
            little memory.
    """
    _forbid_reporting()
    try:
        import onnxruntime  # noqa: F401 - before memory is asked for, of which it takes some
        import tokenizers  # noqa: F401
    except ModuleNotFoundError as error:
        raise WeightsMissing(f"{error.name} is not installed", "install newsread again") from error
    weights, tokenizer = read_weights("encoder.onnx"), read_weights("tokenizer.json")
    need_memory(_ROOM, "the learned aligner")
    return opened(weights, tokenizer)


def opened(weights: bytes, tokenizer: bytes) -> Encoder:
    """An encoder from what was exported: an ONNX file, and the JSON of its tokenizer."""
    import onnxruntime
    from tokenizers import Tokenizer

    options = onnxruntime.SessionOptions()
    # One thread for a batch, several batches at once: no thread waits for another between two operations.
    options.intra_op_num_threads = 1
    options.log_severity_level = 3
    session = onnxruntime.InferenceSession(for_this_processor(weights), options, providers=["CPUExecutionProvider"])
    pieces = Tokenizer.from_str(tokenizer.decode("utf-8"))
    pieces.no_truncation()
    pieces.no_padding()
    return Encoder(session, pieces)


def for_this_processor(weights: bytes) -> bytes:
    """An exported encoder that multiplies as this processor does best; the numbers in it stay the same.

    Activations are rounded to bytes where bytes multiply quickly. Elsewhere the weights become floating-point numbers
    again, which takes less than half the time there and rounds less.
    """
    return weights if multiplies_bytes() else with_floats(weights)


def cut(articles: Sequence[Article], tokenizer: Any) -> tuple[Pieces, ...]:
    """Word pieces of all articles of a story, weighted by how few of its sentences hold them."""
    encoded = [
        [tokenizer.encode(fold(s.text[:_CHARACTERS]), add_special_tokens=False) for s in a.sentences if s.kind.linkable]
        for a in articles
    ]
    frequency = Counter(piece for article in encoded for sentence in article for piece in set(sentence.ids))
    total = sum(map(len, encoded))

    def weight(token: str, piece: int) -> float:
        if not any(character.isalnum() for character in token):
            return 0.0
        return FUNCTION_WEIGHT if is_function(token) else math.log(1 + total / frequency[piece])

    return tuple(_pieces(article, weight) for article in encoded)


def _pieces(sentences: Sequence[Any], weight: Callable[[str, int], float]) -> Pieces:
    ids, weights = [], []
    for sentence in sentences:
        ids.append(tuple(sentence.ids[:LONGEST]) or (_UNKNOWN,))
        found = [weight(*pair) for pair in zip(sentence.tokens[:LONGEST], sentence.ids, strict=False)] or [0.0]
        weights.append(tuple(found) if any(found) else (FUNCTION_WEIGHT, *found[1:]))
    return Pieces(tuple(ids), tuple(weights))


def telling_tokens(found: Sequence[Matrix], pieces: Pieces) -> TokenVectors:
    """The vectors of the telling pieces, sentence after sentence.

    Function words are left out where there is anything else: they double the work and weigh next to nothing.
    """
    weights = [np.array(row, dtype=np.float32) for row in pieces.weights]
    kept = [row > FUNCTION_WEIGHT + 1e-6 if row.max() > FUNCTION_WEIGHT + 1e-6 else row > 0 for row in weights]
    lengths = [int(keep.sum()) for keep in kept]
    return TokenVectors(
        np.concatenate([rows[keep] for rows, keep in zip(found, kept, strict=True)]),
        np.concatenate([row[keep] for row, keep in zip(weights, kept, strict=True)]),
        np.concatenate([[0], np.cumsum(lengths[:-1])]).astype(np.intp),
    )


def _each_once(articles: Sequence[Pieces]) -> list[list[tuple[int, ...]]]:
    """The sentences of each article that do not stand in an article before it."""
    seen: set[tuple[int, ...]] = set()
    found = []
    for pieces in articles:
        found.append([ids for ids in dict.fromkeys(pieces.ids) if ids not in seen])
        seen.update(found[-1])
    return found


def _batches(lengths: Sequence[int]) -> Iterator[list[int]]:
    """Indices of sentences, those of like length together, so that little is padded."""
    batch: list[int] = []
    for index in sorted(range(len(lengths)), key=lambda i: lengths[i]):
        filled = len(batch) * (lengths[index] - lengths[batch[-1]]) if batch else 0
        if filled > _FILLED or (batch and (len(batch) + 1) * (lengths[index] + 2) > _BATCH):
            yield batch
            batch = []
        batch.append(index)
    if batch:
        yield batch
