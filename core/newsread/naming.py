"""What the user calls a source: an address, or something on this machine. Known before anything is read."""

import re
from typing import Final

_ADDRESS: Final = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)


def is_address(source: str) -> bool:
    """Whether a source is written as a web address, of whatever scheme, and not as a file's name."""
    return bool(_ADDRESS.match(source))
