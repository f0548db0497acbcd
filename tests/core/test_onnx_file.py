"""An encoder's file with its weights as numbers: the same answers, and nothing else altered."""

import numpy as np
import onnxruntime
import pytest

from newsread.alignment.arrays import Matrix
from newsread.alignment.onnx_file import with_floats
from newsread.alignment.weights import read_weights


@pytest.fixture(scope="module", params=["learned", "careful"])
def weights(request: pytest.FixtureRequest) -> bytes:
    return read_weights(f"{request.param}.onnx")


def test_products_with_bytes_become_products_with_the_numbers_they_stand_for(weights: bytes) -> None:
    changed, numbers = with_floats(weights)
    assert weights.count(b"MatMulNBits") > changed.count(b"MatMulNBits") == 0
    given = {"ids": np.array([[101, 2900, 5087, 17714, 102]]), "mask": np.ones((1, 5), dtype=np.float32)}
    found = list[Matrix]()
    # As shipped, but with numbers multiplied: the level of accuracy is an attribute, its name and then an integer.
    exactly = weights.replace(b"accuracy_level\x18\x04", b"accuracy_level\x18\x01")
    for model, more in ((exactly, {}), (changed, numbers)):
        session = onnxruntime.InferenceSession(model, providers=["CPUExecutionProvider"])
        found.append(session.run(None, given | more)[0])
    assert np.abs(found[0] - found[1]).max() < 1e-5


def test_a_file_without_such_products_stays_as_it_is(weights: bytes) -> None:
    changed, _ = with_floats(weights)
    assert with_floats(changed) == (changed, {})
