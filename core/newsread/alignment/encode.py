"""Sentences to token vectors. Only this and the session below it meet tokenizers and onnxruntime.

There are two encoders, all-MiniLM-L6-v2 and the lower layers of all-mpnet-base-v2, both tuned for late interaction and
stored with 8-bit weights (see ``data/NOTICE.md``). They share a vocabulary.
"""

import math
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import cache
from typing import Any, Final, NamedTuple

import numpy as np

from newsread.alignment.ahead import ahead
from newsread.alignment.arrays import Matrix
from newsread.alignment.late import TokenVectors
from newsread.alignment.session import Session, load_runtime, open_session
from newsread.alignment.weights import need_memory, read_weights
from newsread.alignment.words import FUNCTION_WEIGHT, is_function
from newsread.model import Article
from newsread.text import fold

LONGEST: Final = 128
"""Word pieces of a sentence that are read; what comes after them counts only in its words."""

_START, _END, _UNKNOWN, _PAD = 101, 102, 100, 0
_CHARACTERS: Final = 16 * LONGEST
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


class Effort(NamedTuple):
    """What an encoder takes.

    Attributes:
        batch: Word pieces at once: few enough that those of an article are of like length, and "stop" is soon answered.
        room: Bytes of address space that the runtime takes, its threads included.
    """

    batch: int
    room: int


SMALL: Final = Effort(384, 500_000_000)
LARGE: Final = Effort(128, 800_000_000)
_EFFORTS: Final = {"learned": SMALL, "careful": LARGE}


@dataclass(frozen=True, slots=True)
class Encoder:
    """A loaded encoder; made by :func:`load_encoder`.

    Attributes:
        session: What runs it.
        tokenizer: Cuts sentences into word pieces.
        effort: What it takes.
    """

    session: Session
    tokenizer: Any
    effort: Effort = SMALL

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
        plan = [list(_batches(sentences, self.effort.batch)) for sentences in _each_once(articles)]
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
        vectors = self.session.vectors(ids, mask)
        # Copies: a view would keep the padding of the whole batch alive.
        return [vectors[row, 1 : len(sentence) + 1].copy() for row, sentence in enumerate(batch)]


@cache
def load_encoder(method: str = "learned") -> Encoder:
    """The encoder that ships for a method ("learned", "careful"); loaded once.

    Raises:
        WeightsMissing: Its files, onnxruntime or tokenizers are not installed, a file is damaged, or there is too
            little memory.
    """
    load_runtime()  # before memory is asked for, of which it takes some
    effort, tokenizer = _EFFORTS[method], read_weights("tokenizer.json")
    need_memory(effort.room, f"the {method} aligner")
    return opened(read_weights(f"{method}.onnx"), tokenizer, effort)


def opened(weights: bytes, tokenizer: bytes, effort: Effort = SMALL) -> Encoder:
    """An encoder from what was exported: an ONNX file, and the JSON of its tokenizer."""
    from tokenizers import Tokenizer

    pieces = Tokenizer.from_str(tokenizer.decode("utf-8"))
    pieces.no_truncation()
    pieces.no_padding()
    return Encoder(open_session(weights), pieces, effort)


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


def _batches(sentences: Sequence[tuple[int, ...]], most: int) -> Iterator[list[tuple[int, ...]]]:
    """Sentences, those of like length together, so that little is padded."""
    batch: list[tuple[int, ...]] = []
    for sentence in sorted(sentences, key=len):
        filled = len(batch) * (len(sentence) - len(batch[-1])) if batch else 0
        if filled > _FILLED or (batch and (len(batch) + 1) * (len(sentence) + 2) > most):
            yield batch
            batch = []
        batch.append(sentence)
    if batch:
        yield batch
