"""The encoder as a quantised ONNX file, which needs neither torch nor four times the room."""

import logging
from pathlib import Path
from tempfile import TemporaryDirectory

import onnx
import torch
from onnxruntime.quantization.matmul_nbits_quantizer import MatMulNBitsQuantizer
from torch import Tensor, nn

from training.encoder import Encoder


class _Bytes(nn.Module):
    """A table of vectors in bytes, with a scale for each: (ids) to (ids, size)."""

    def __init__(self, table: Tensor) -> None:
        super().__init__()
        scale = (table.abs().amax(1, keepdim=True) / 127).clamp_min(1e-9)
        self.register_buffer("rows", (table / scale).round().to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids: Tensor) -> Tensor:
        """The vectors of some rows."""
        return self.rows[ids].float() * self.scale[ids]


def export_encoder(encoder: Encoder, file: Path, block: int) -> None:
    """Write an encoder as ONNX with 8-bit weights: inputs ``ids`` and ``mask``, output ``vectors``.

    Args:
        encoder: The encoder; its table of pieces is rounded in place.
        file: Where to.
        block: How many weights share a scale; they are rounded more finely the fewer they are.
    """
    encoder.eval()
    encoder.pieces = _Bytes(encoder.pieces.weight.detach())
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
        # Activations of BERT have outliers: one scale for all of them loses 1 % of the cosine, one for each block of
        # 128 loses a tenth of that.
        blocks = MatMulNBitsQuantizer(onnx.load(plain), bits=8, block_size=block, is_symmetric=True, accuracy_level=4)
        blocks.process()
        blocks.model.save_model_to_file(str(file), use_external_data_format=False)
