"""What differs between two linked sentences."""

from newsread.model import Span


def word_differences(left: str, right: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The stretches of each text that the other does not have, as spans of whole words in ``left`` and in ``right``."""
    del left, right
    return (), ()
