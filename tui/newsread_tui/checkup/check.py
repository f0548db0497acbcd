"""What a check is."""

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """How a check came out."""

    OK = "ok"
    NOTE = "note"
    """Works, but something is missing that one might want."""
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Check:
    """One thing that was looked at.

    Attributes:
        name: What.
        state: How it came out.
        found: What was found, in a few words.
    """

    name: str
    state: State
    found: str
