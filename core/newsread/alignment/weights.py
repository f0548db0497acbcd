"""The files that were learned, as they ship: read only if they are what was shipped."""

import hashlib
import mmap
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Final

from newsread.errors import WeightsMissing

CHECKSUMS: Final = "weights.sha256"
"""A line for each file: its SHA-256 in hexadecimal digits, two spaces, its name."""

_AGAIN: Final = "install newsread again"


def read_weights(name: str, folder: Traversable | None = None) -> bytes:
    """The bytes of a file.

    Args:
        name: Its name.
        folder: Where it is; by default where it ships.

    Raises:
        WeightsMissing: It is not there, or not as it was shipped.
    """
    folder = folder or files("newsread").joinpath("data")
    try:
        data = folder.joinpath(name).read_bytes()
        checksum = _checksums(folder).get(name)
    except OSError as error:
        raise WeightsMissing(f"the aligner's {name} is not installed", _AGAIN) from error
    if hashlib.sha256(data).hexdigest() != checksum:
        raise WeightsMissing(f"the aligner's {name} is damaged", _AGAIN)
    return data


def _checksums(folder: Traversable) -> dict[str, str]:
    lines = folder.joinpath(CHECKSUMS).read_bytes().decode("utf-8", "replace").splitlines()
    pairs = (line.split(maxsplit=1) for line in lines if line.strip())
    return {pair[1]: pair[0] for pair in pairs if len(pair) == 2}


def need_memory(size: int, what: str) -> None:
    """Make sure that so many bytes can still be had, by asking for them and giving them back untouched.

    Libraries in C do not survive it when they ask in vain: they end the program, or leave it without a clear word.

    Raises:
        WeightsMissing: They cannot.
    """
    try:
        mmap.mmap(-1, size).close()
    except (OSError, MemoryError) as error:
        raise WeightsMissing(f"there is too little memory for {what}", "allow newsread more") from error
