"""The encoder multiplies as the processor does best, and finds the same either way."""

from pathlib import Path

import numpy as np
import pytest

import newsread.alignment.session as running
from newsread.alignment.encode import Encoder, Pieces, load_encoder
from newsread.alignment.processor import multiplies_bytes
from newsread.alignment.session import for_this_processor, open_session
from newsread.alignment.weights import read_weights

PIECES = Pieces(((2900, 5087, 17714), (3483, 3084, 2037, 7426)), ((1.0, 2.0, 1.0), (1.0, 1.0, 1.0, 1.0)))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("flags\t\t: fpu sse4_2 avx2 avx512_vnni", "bytes"),
        ("flags : fpu avx2 avx_vnni", "bytes"),
        ("Features\t: fp asimd asimddp", "bytes"),
        ("flags\t\t: fpu sse4_2 avx2 fma", "numbers"),
        ("model name : avx512_vnni, so they say", "numbers"),
        ("", "numbers"),
    ],
)
def test_what_the_processor_multiplies(tmp_path: Path, line: str, expected: str) -> None:
    told = tmp_path / "cpuinfo"
    told.write_text(f"processor\t: 0\n{line}\npower management:\n", encoding="utf-8")
    assert multiplies_bytes(told) is (expected == "bytes")


def test_a_system_that_tells_nothing_is_answered_by_its_machine(tmp_path: Path) -> None:
    assert isinstance(multiplies_bytes(tmp_path / "missing"), bool)


@pytest.mark.parametrize("method", ["learned", "careful"])
def test_both_ways_give_the_same_vectors(monkeypatch: pytest.MonkeyPatch, method: str) -> None:
    weights = read_weights(f"{method}.onnx")
    found = []
    for quickly in (True, False):
        monkeypatch.setattr(running, "multiplies_bytes", lambda answer=quickly: answer)
        assert (for_this_processor(weights)[0] == weights) is quickly
        found.append(Encoder(open_session(weights), load_encoder().tokenizer).vectors(PIECES).vectors)
    cosines = (found[0] * found[1]).sum(axis=1) / np.prod([np.linalg.norm(rows, axis=1) for rows in found], axis=0)
    assert cosines.min() > 0.99
