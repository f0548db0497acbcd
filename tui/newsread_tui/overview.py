"""A whole article in one column of signs: where it shares, where it is alone, and where the cursor stands. Pure."""

from collections.abc import Sequence

from newsread_tui.glyphs import Glyphs
from newsread_tui.paint import Ink, Role
from newsread_tui.sheet import Sheet


def overview(
    sheet: Sheet, rows: int, glyphs: Glyphs, sentence: int | None = None, role: Role = Role.NONE
) -> Sequence[tuple[str, Ink]]:
    """One sign for each of ``rows`` stretches of an article, the one that matters most of those in the stretch."""
    length = len(sheet.column.rows)
    return [
        _sign(sheet, _sentences(sheet, row * length // rows, (row + 1) * length // rows), glyphs, sentence, role)
        if row < max(length, rows) and length > row * length // rows
        else (" ", Ink.TEXT)
        for row in range(rows)
    ]


def _sentences(sheet: Sheet, first: int, end: int) -> Sequence[int]:
    if not sheet.column.tops:
        return ()
    return range(sheet.column.sentence_at(first), sheet.column.sentence_at(max(first, end - 1)) + 1)


def _sign(sheet: Sheet, sentences: Sequence[int], glyphs: Glyphs, sentence: int | None, role: Role) -> tuple[str, Ink]:
    if sentence in sentences and role is not Role.NONE:
        return glyphs.cursor, Ink(f"{role.value}-mark")
    inks = {sheet.margins[index].ink: sheet.margins[index].sign for index in sentences if sheet.margins[index].count}
    ink = next(
        (ink for ink in (Ink.DISPUTED, Ink.OWN, Ink.EQUIVALENT, Ink.PARTIAL, Ink.DOUBTFUL, Ink.ALONE) if ink in inks),
        None,
    )
    return (inks[ink], ink) if ink else (" ", Ink.TEXT)
