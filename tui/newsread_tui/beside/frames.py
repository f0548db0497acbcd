"""Messages between two processes: a length, then JSON. Nothing that is read can be more than values."""

import json
import struct
from typing import IO, Final

from newsread.analyses.plain import Plain, Unfitting

_LENGTH: Final = struct.Struct(">Q")
_LONGEST: Final = 1 << 30


def write_frame(stream: IO[bytes], message: Plain) -> None:
    """Send a message.

    Raises:
        OSError: The other side is gone.
    """
    text = json.dumps(message, separators=(",", ":")).encode("ascii")
    stream.write(_LENGTH.pack(len(text)))
    stream.write(text)
    stream.flush()


def read_frame(stream: IO[bytes]) -> Plain | None:
    """The next message; None once the other side is gone, also in the middle of one.

    Raises:
        Unfitting: What comes is no message.
    """
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    if length > _LONGEST:
        raise Unfitting("no message")
    text = stream.read(length)
    return json.loads(text) if len(text) == length else None
