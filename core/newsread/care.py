"""How much is done to find the passages that say the same thing."""

from enum import StrEnum


class Care(StrEnum):
    """What compares the sentences of a story."""

    QUICK = "quick"
    """The small encoder: an answer in about a fifth of the time."""
    CAREFUL = "careful"
    """The large encoder, which finds more of what there is to find."""
    QUICK_FIRST = "quick first"
    """The small encoder, for a reader who waits; then, behind it, the large one, whose answer stays."""
