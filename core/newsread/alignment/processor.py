"""What this processor multiplies quickly: bytes, or only floating-point numbers."""

import platform
from functools import cache
from pathlib import Path
from typing import Final

_DOT_PRODUCTS: Final = frozenset({"avx512_vnni", "avx_vnni", "asimddp", "i8mm"})
"""Instructions that multiply bytes and add up the products, as Linux names them (Intel's VNNI, Arm's dot product)."""


@cache
def multiplies_bytes(information: Path = Path("/proc/cpuinfo")) -> bool:
    """Whether products of bytes are quicker here than products of floating-point numbers.

    Without an instruction for it they take twice as long. Where the processor does not tell, as on a Mac, those of
    Arm's making can do it and others are taken for older ones: to err in that direction costs little.

    Args:
        information: What Linux says of the processor.
    """
    try:
        lines = information.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return platform.machine().lower() in {"arm64", "aarch64"}
    told = (line.partition(":")[2].split() for line in lines if line.lower().startswith(("flags", "features")))
    return not _DOT_PRODUCTS.isdisjoint(next(told, []))
