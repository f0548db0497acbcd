"""The encoder as a quantised ONNX file, which needs neither torch nor 90 megabytes."""

from pathlib import Path
from tempfile import TemporaryDirectory

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic

from training.encoder import Encoder


def export_encoder(encoder: Encoder, file: Path) -> None:
    """Write an encoder as ONNX with 8-bit weights: inputs ``ids`` and ``mask``, output ``vectors``."""
    encoder.eval()
    with TemporaryDirectory() as folder:
        plain = Path(folder) / "encoder.onnx"
        torch.onnx.export(
            encoder,
            (torch.ones(2, 9, dtype=torch.int64), torch.ones(2, 9)),
            str(plain),
            input_names=["ids", "mask"],
            output_names=["vectors"],
            dynamic_axes={name: {0: "batch", 1: "length"} for name in ("ids", "mask", "vectors")},
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(plain, file, weight_type=QuantType.QInt8, per_channel=True)
