"""What runs an encoder: onnxruntime, its weights in the form that suits the processor, and no more memory than that."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsread.alignment.arrays import Matrix, Places
from newsread.alignment.onnx_file import with_floats
from newsread.alignment.processor import multiplies_bytes
from newsread.errors import WeightsMissing

if TYPE_CHECKING:
    from onnxruntime import InferenceSession


def load_runtime() -> None:
    """Import what encoders are run with.

    Raises:
        WeightsMissing: It is not installed.
    """
    _forbid_reporting()
    try:
        import onnxruntime  # noqa: F401
        import tokenizers  # noqa: F401
    except ModuleNotFoundError as error:
        raise WeightsMissing(f"{error.name} is not installed", "install newsread again") from error


def _forbid_reporting() -> None:
    """Keep onnxruntime from reporting to its makers, which its wheels do unless they are told not to when they load.

    From 1.32 on they would write an identifier of the user into the cache folder and look for the network.
    """
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    os.environ["ORT_TELEMETRY_DISABLED"] = "1"  # what some builds call it


@dataclass(frozen=True, slots=True)
class Session:
    """An encoder that can be run.

    Attributes:
        runs: What runs it.
        numbers: Weights that it is given with every sentence, and reads where they are.
    """

    runs: "InferenceSession"
    numbers: Mapping[str, Matrix]

    def vectors(self, ids: Places, mask: Matrix) -> Matrix:
        """Ids of word pieces and which of them are any, (sentences, pieces), to (sentences, pieces, size)."""
        made: Matrix = self.runs.run(None, {"ids": ids, "mask": mask, **self.numbers})[0]
        return made


def open_session(weights: bytes) -> Session:
    """A session for an exported encoder, an ONNX file."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    # One thread for a batch, several batches at once: no thread waits for another between two operations.
    options.intra_op_num_threads = 1
    options.log_severity_level = 3
    model, numbers = for_this_processor(weights)
    return Session(onnxruntime.InferenceSession(model, options, providers=["CPUExecutionProvider"]), numbers)


def for_this_processor(weights: bytes) -> tuple[bytes, Mapping[str, Matrix]]:
    """An exported encoder that multiplies as this processor does best, and numbers that it is given apart.

    Activations are rounded to bytes where bytes multiply quickly. Elsewhere the weights become floating-point numbers
    again, which takes less than half the time there and rounds less.
    """
    return (weights, {}) if multiplies_bytes() else with_floats(weights)
