"""The encoder as a quantised ONNX file, which needs neither torch nor 90 megabytes."""

import logging
from pathlib import Path
from tempfile import TemporaryDirectory

import onnx
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.quantization.matmul_nbits_quantizer import MatMulNBitsQuantizer

from training.encoder import Encoder


def export_encoder(encoder: Encoder, file: Path) -> None:
    """Write an encoder as ONNX with 8-bit weights: inputs ``ids`` and ``mask``, output ``vectors``."""
    encoder.eval()
    logging.getLogger("onnxruntime.quantization").setLevel(logging.WARNING)
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
        half = Path(folder) / "half.onnx"
        quantize_dynamic(plain, half, weight_type=QuantType.QInt8, per_channel=True, op_types_to_quantize=["Gather"])
        # Activations of BERT have outliers: one scale for all of them loses 1 % of the cosine, one for each block of
        # 128 loses a tenth of that.
        blocks = MatMulNBitsQuantizer(onnx.load(half), bits=8, block_size=128, is_symmetric=True, accuracy_level=4)
        blocks.process()
        blocks.model.save_model_to_file(str(file), use_external_data_format=False)
