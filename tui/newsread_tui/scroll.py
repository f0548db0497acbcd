"""Which row of a column to show at the top: pure."""

from collections.abc import Sequence
from typing import Final

from newsread_tui.rows import Column

_NEARER: Final = 0.9
"""How much less the next but one matters than the next."""


def clamped(column: Column, top: int, height: int) -> int:
    """``top``, but no further than the text reaches."""
    return max(0, min(top, len(column.rows) - height))


def revealed(column: Column, top: int, height: int, sentence: int) -> int:
    """The top that brings a sentence into view, unchanged if it is; else the text moves by half a screen at least.

    Moving seldom and far is calmer than row by row, and costs the line to the terminal a fraction.
    """
    first, end = column.extent(sentence)
    if in_view(column, top, height, sentence):
        return clamped(column, top, height)
    if end - first >= height:
        return clamped(column, first, height)
    at = height // 2 if first < top else max(0, height // 2 - (end - first))
    return clamped(column, first - at, height)


def in_view(column: Column, top: int, height: int, sentence: int) -> bool:
    """Whether the whole of a sentence is to be seen."""
    first, end = column.extent(sentence)
    return top <= first and end <= top + height


def levelled(column: Column, height: int, sentence: int, row: int) -> int:
    """The top that puts the first row of a sentence on screen row ``row``, as near as the text allows."""
    return clamped(column, column.tops[sentence] - row, height)


def holding(column: Column, height: int, sentence: int, ahead: Sequence[int], row: int) -> int:
    """The top that shows a sentence and, of those that will be wanted next, as many as possible, the nearest first.

    Where several do equally well, the one that puts the sentence nearest to screen row ``row``.
    """
    first, end = column.extent(sentence)
    if end - first >= height:
        return clamped(column, first, height)
    tops = sorted(
        {clamped(column, top, height) for top in range(end - height, first + 1)}, key=lambda t: abs(first - t - row)
    )
    return max(tops, key=lambda top: sum(_NEARER**n * in_view(column, top, height, s) for n, s in enumerate(ahead)))
