"""An encoder's file, with its weights as floating-point numbers: a little of ONNX, read and written by hand.

An ONNX file is a Protocol Buffers message (https://protobuf.dev/programming-guides/encoding, onnx.proto3): fields, each
with a number, how it is written, and its value. What is not understood here is kept as it is.
"""

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

import numpy as np

from newsread.alignment.arrays import Matrix

_BY_LENGTH: Final = 2  # a value that begins with its length; 0 is a whole number, 1 and 5 are of eight and four bytes
_FIXED: Final = {1: 8, 5: 4}
# Numbers of fields: of a model, a graph, a node, an attribute of it, a tensor, what is given to a graph, and its type.
_GRAPH: Final = 7
_NODE, _TENSOR, _GIVEN = 1, 5, 11
_INPUT, _KIND, _ATTRIBUTE, _DOMAIN = 1, 4, 5, 7
_ATTRIBUTE_NAME, _ATTRIBUTE_NUMBER = 1, 3
_TENSOR_NAME, _DATA = 8, 9
_GIVEN_NAME, _GIVEN_TYPE = 1, 2
_OF_TENSOR, _ELEMENTS, _SHAPE, _DIMENSION, _SIZE = 1, 1, 2, 1, 1
_FLOAT: Final = 1  # the type of a tensor
_BYTES_AND_SCALES: Final = 3  # inputs: what is multiplied, bytes, a scale for each block of them
_MIDDLE: Final = 128.0  # the byte that stands for zero


_Parts = list[bytes | memoryview]


class _Field(NamedTuple):
    number: int
    value: int | memoryview
    whole: memoryview


def with_floats(model: bytes) -> tuple[bytes, dict[str, Matrix]]:
    """A model whose products with blocks of bytes (``MatMulNBits``) have become products with numbers (``MatMul``).

    The numbers are those that the bytes stand for, so it finds the same. They take four times the room, and are quicker
    where the processor multiplies no bytes: the weights need not be made numbers again for each few sentences, and
    sentences of different length need not be filled up to be multiplied in one go.

    Returns:
        The model, and the numbers by the names under which it has to be given them: each (what comes in, what goes
        out). If they were in the model, the runtime would copy them, and keep both.
    """
    parts: _Parts = []
    numbers: dict[str, Matrix] = {}
    for field in _fields(memoryview(model)):
        parts += _written(field.number, _graph(field.value, numbers)) if field.number == _GRAPH else [field.whole]
    return b"".join(parts), numbers


def _graph(graph: int | memoryview, numbers: dict[str, Matrix]) -> _Parts:
    fields = list(_fields(graph))
    tensors = {_text(field.value, _TENSOR_NAME): field for field in fields if field.number == _TENSOR}
    products = {id(field): field for field in fields if field.number == _NODE and _is_product(field.value)}
    inputs = {at: [_string(f) for f in _fields(node.value) if f.number == _INPUT] for at, node in products.items()}
    replaced = {name for names in inputs.values() for name in names[1:]}
    parts: _Parts = []
    for field in fields:
        if id(field) in products:
            _, blocks, scales = inputs[id(field)]
            numbers[scales] = _numbers(field.value, tensors[blocks].value, tensors[scales].value)
            parts += _written(_GIVEN, _given(scales, numbers[scales].shape))
            parts += _written(_NODE, _product(field.value, scales))
        elif field.number != _TENSOR or _text(field.value, _TENSOR_NAME) not in replaced:
            parts.append(field.whole)
    return parts


def _is_product(node: int | memoryview) -> bool:
    """Whether a node multiplies with bytes in blocks of which a scale is all that is told."""
    if _text(node, _KIND) != "MatMulNBits" or _attributes(node)["bits"] != 8:
        return False
    return sum(field.number == _INPUT for field in _fields(node)) == _BYTES_AND_SCALES


def _numbers(node: int | memoryview, blocks: int | memoryview, scales: int | memoryview) -> Matrix:
    """The numbers that blocks of bytes stand for: (what comes in, what goes out)."""
    sizes = _attributes(node)
    rows, columns, block = sizes["K"], sizes["N"], sizes["block_size"]
    # Turned round as bytes, of which there is the least to carry; then each block becomes numbers where it lies.
    turned = np.ascontiguousarray(np.frombuffer(_data(blocks), np.uint8).reshape(columns, -1).T)
    scaled = turned.reshape(-1, block, columns).astype("<f4")
    scaled -= np.float32(_MIDDLE)
    scaled *= np.frombuffer(_data(scales), "<f4").reshape(columns, -1).T[:, None, :]
    numbers: Matrix = np.ascontiguousarray(scaled.reshape(-1, columns)[:rows])
    return numbers


def _given(name: str, shape: tuple[int, ...]) -> _Parts:
    """Numbers that a graph is given: their name and shape."""
    sizes = b"".join(_part(_DIMENSION, _tag(_SIZE, 0) + _whole(size)) for size in shape)
    tensor = _tag(_ELEMENTS, 0) + _whole(_FLOAT) + _part(_SHAPE, sizes)
    return [_part(_GIVEN_NAME, name.encode()), _part(_GIVEN_TYPE, _part(_OF_TENSOR, tensor))]


def _product(node: int | memoryview, weights: str) -> _Parts:
    """A node that multiplies the same input with a tensor of numbers."""
    inputs = [field for field in _fields(node) if field.number == _INPUT]
    kept = [field.whole for field in _fields(node) if field.number not in (_INPUT, _KIND, _ATTRIBUTE, _DOMAIN)]
    return [inputs[0].whole, *_written(_INPUT, [weights.encode()]), *kept, *_written(_KIND, [b"MatMul"])]


def _attributes(node: int | memoryview) -> Mapping[str, int]:
    """The attributes of a node that are whole numbers."""
    each = [list(_fields(field.value)) for field in _fields(node) if field.number == _ATTRIBUTE]
    return {
        _string(name): number.value
        for fields in each
        for name in fields
        for number in fields
        if name.number == _ATTRIBUTE_NAME and number.number == _ATTRIBUTE_NUMBER and isinstance(number.value, int)
    }


def _text(message: int | memoryview, number: int) -> str:
    return next((_string(field) for field in _fields(message) if field.number == number), "")


def _string(field: _Field) -> str:
    return str(field.value, "utf-8") if isinstance(field.value, memoryview) else ""


def _data(tensor: int | memoryview) -> memoryview:
    return next(f.value for f in _fields(tensor) if f.number == _DATA and isinstance(f.value, memoryview))


# --- fields -------------------------------------------------------------------------------------------------------


def _fields(message: int | memoryview) -> Iterator[_Field]:
    if isinstance(message, int):
        return
    at = 0
    while at < len(message):
        begun = at
        tag, at = _read_whole(message, at)
        value: int | memoryview
        if tag & 7 == 0:
            value, at = _read_whole(message, at)
        else:
            length, at = _read_whole(message, at) if tag & 7 == _BY_LENGTH else (_FIXED[tag & 7], at)
            value, at = message[at : at + length], at + length
        yield _Field(tag >> 3, value, message[begun:at])


def _read_whole(message: memoryview, at: int) -> tuple[int, int]:
    """A whole number, seven bits to a byte, the lowest first; and where it ends."""
    value = shift = 0
    while message[at] & 0x80:
        value |= (message[at] & 0x7F) << shift
        shift, at = shift + 7, at + 1
    return value | message[at] << shift, at + 1


def _written(number: int, value: _Parts) -> _Parts:
    """A field, its value in parts: weights are large, and are put in their place once, at the end."""
    return [_tag(number, _BY_LENGTH) + _whole(sum(map(len, value))), *value]


def _part(number: int, value: bytes) -> bytes:
    return b"".join(_written(number, [value]))


def _tag(number: int, how: int) -> bytes:
    return _whole(number << 3 | how)


def _whole(value: int) -> bytes:
    written = bytearray()
    while value > 0x7F:
        written.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes([*written, value])
