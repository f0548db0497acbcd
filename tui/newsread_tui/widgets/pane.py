"""One article: a head, and the rows of its text that are in view."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from rich.segment import Segment
from textual.strip import Strip

from newsread.model import Sentence, SentenceKind, Span
from newsread.text import one_line
from newsread_tui.glyphs import Glyphs
from newsread_tui.overview import overview
from newsread_tui.paint import Brush, Ink, Role
from newsread_tui.rows import Row, RowKind, wrap
from newsread_tui.sheet import Sheet
from newsread_tui.widgets.lines import LineWidget


class View(NamedTuple):
    """What a pane shows of its article.

    Attributes:
        number: The digit that brings the cursor here.
        top: Index of the first row in view.
        rows: How many rows are in view.
        header: How many rows the head takes.
        sentence: The sentence the cursor or its counterpart is at; None if there is none.
        role: What that sentence is to the cursor.
        gap: After which sentence the passage is missing; None if it is not, or nobody can tell where.
        note: What stands at the right of the head.
        overview: Whether a strip at the right shows the whole article.
        differs: The words of the sentence that differ, as spans of its text.
    """

    number: int
    top: int
    rows: int
    header: int
    sentence: int | None = None
    role: Role = Role.NONE
    gap: int | None = None
    note: str = ""
    overview: bool = False
    differs: tuple[Span, ...] = ()


class ArticlePane(LineWidget):
    """Shows one article; which, and what of it, it is told by :meth:`show`."""

    DEFAULT_CSS = """
    ArticlePane { height: 100%; margin-right: 2; }
    """

    def __init__(self, glyphs: Glyphs) -> None:
        super().__init__(glyphs)
        self.sheet: Sheet | None = None
        self.view = View(0, 0, 0, 0)
        self._painted: dict[tuple[int, int, Role], Strip] = {}
        """Rows by sentence, where in it they begin, and what they are to the cursor."""
        self._blank = Strip([])
        self._brush: Brush | None = None

    def show(self, sheet: Sheet, view: View, brush: Brush) -> None:
        """Show an article so."""
        if sheet is not self.sheet or brush != self._brush:
            self._painted.clear()
            self._blank = brush.line()
        self.sheet, self.view, self._brush = sheet, view, brush
        column = sheet.column if view.gap is None else sheet.column.with_gap(view.gap)
        rows = column.rows[view.top : view.top + view.rows]
        lines = [self._row(sheet, view, brush, row) for row in rows]
        if view.overview:
            lines = self._with_overview(sheet, view, brush, lines)
        self.put([*self._head(sheet, view, brush), *lines])

    def _with_overview(self, sheet: Sheet, view: View, brush: Brush, lines: Sequence[Strip]) -> list[Strip]:
        signs = overview(sheet, view.rows, brush.glyphs, view.sentence, view.role)
        lines = [*lines, *[brush.line()] * (view.rows - len(lines))]
        base = brush.palette[Ink.TEXT]
        return [
            Strip.join([line.crop(0, brush.width - 1), Strip([Segment(sign, base + brush.palette[ink])], 1)]).simplify()
            for line, (sign, ink) in zip(lines, signs, strict=True)
        ]

    def _head(self, sheet: Sheet, view: View, brush: Brush) -> Sequence[Strip]:
        if not view.header:
            return ()
        ink = Ink.CURSOR_MARK if view.role is Role.CURSOR else Ink.MUTED
        article = sheet.article
        return (
            brush.spread([(f" {view.number} ", ink), (one_line(article.outlet), Ink.TITLE)], [(view.note, Ink.MUTED)]),
            brush.spread([(f"   {_dated(article.published, one_line(article.title), brush)}", Ink.MUTED)], []),
        )

    def _row(self, sheet: Sheet, view: View, brush: Brush, row: Row) -> Strip:
        if row.kind is RowKind.BLANK:
            return self._blank
        if row.kind is RowKind.GAP:
            return brush.line((_gap_label(sheet, brush), Ink.MUTED))
        if row.kind is RowKind.FOLD:
            return self._fold(sheet, view, brush, row)
        role = view.role if row.sentence == view.sentence else Role.NONE
        if role is not Role.NONE and view.differs:
            return self._paint(sheet, brush, row, role, view.differs)
        key = row.sentence, row.words[0].start if row.words else -1, role
        if key not in self._painted:
            self._painted[key] = self._paint(sheet, brush, row, role)
        return self._painted[key]

    def _fold(self, sheet: Sheet, view: View, brush: Brush, row: Row) -> Strip:
        """What is folded, as a sentence about it: the cursor and its counterparts show there as anywhere."""
        fold = next(fold for fold in sheet.folds if fold.first == row.sentence)
        inside = view.sentence is not None and fold.first <= view.sentence <= fold.last
        count = fold.last - fold.first + 1
        what = "1 sentence" if count == 1 else f"{count} sentences"
        dashes = brush.glyphs.gap * 2
        text = f"{dashes} {what} as in {sheet.sources[fold.source]} {dashes}"
        words = tuple(wrap(text, brush.width)[0])
        told = Sentence(0, len(text), text, SentenceKind.META)
        role = view.role if inside else Role.NONE
        return brush.sentence_row(row._replace(words=words), told, (), sheet.margins[row.sentence], role)

    def _paint(self, sheet: Sheet, brush: Brush, row: Row, role: Role, differs: Sequence[Span] = ()) -> Strip:
        # Names would blur what differs, so while differences are shown only they are marked.
        marks = [(span, Ink.DIFFERS) for span in differs] if differs else sheet.marks[row.sentence]
        sentence = sheet.article.sentences[row.sentence]
        faded = sheet.set_apart is not None and row.sentence not in sheet.set_apart
        return brush.sentence_row(row, sentence, marks, sheet.margins[row.sentence], role, faded=faded)


def _gap_label(sheet: Sheet, brush: Brush) -> str:
    dashes = brush.glyphs.gap * 2
    return f"    {dashes} not in {one_line(sheet.article.outlet)} {dashes}"


def _dated(published: date | None, title: str, brush: Brush) -> str:
    day = f"{published.day} {published:%b %Y}" if published else ""
    return f" {brush.glyphs.dot} ".join(part for part in (day, title) if part)
