"""The articles side by side, every one at the passage under the cursor."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from textual.app import ComposeResult
from textual.containers import Horizontal

from newsread.model import SentenceRef, Span
from newsread.story import Counterpart
from newsread.text import one_line
from newsread_tui.frame import NOTHING, Frame, Motion
from newsread_tui.glyphs import Glyphs
from newsread_tui.paint import Role
from newsread_tui.place import gap, upcoming
from newsread_tui.plan import BETWEEN, window
from newsread_tui.resume import bookmarked
from newsread_tui.rows import RowKind, lay_out
from newsread_tui.scroll import clamped, holding, in_view, levelled, revealed
from newsread_tui.sheet import Sheet, differences, found, in_all, margins, names, sureness
from newsread_tui.widgets.pane import ArticlePane, View

_MUCH: Final = 0.3
"""From this share of the same words on two passages are worth calling alike."""


class Columns(Horizontal):
    """Holds the panes; each shows one article, the neighbours of the current one as far as there is room."""

    DEFAULT_CSS = """
    Columns { height: 1fr; overflow: hidden; }
    """

    def __init__(self, slots: int, glyphs: Glyphs) -> None:
        super().__init__()
        self._glyphs = glyphs
        self._panes = [ArticlePane(glyphs) for _ in range(slots)]
        self._first = 0
        self._frame = NOTHING
        self._motion = Motion.FOLLOW
        self._sheets: dict[int, Sheet] = {}
        # The top row of every article that has been on the screen, so that one without a counterpart can hold still.
        self._tops: dict[int, int] = {}

    def compose(self) -> ComposeResult:
        """The panes, as many as may ever stand side by side."""
        yield from self._panes

    def show(self, frame: Frame, motion: Motion = Motion.FOLLOW) -> None:
        """Paint this state, scrolling what may be scrolled."""
        self._renew(frame)
        self._frame = frame
        self.styles.width = frame.plan.pane_width + BETWEEN if frame.plan.beside else "100%"
        self._motion = motion
        row = self._settle_anchor(frame)
        for pane, article in self._arranged(frame):
            pane.show(self._sheet(article), self._view(frame, article, row), pane.brush(frame.plan.pane_width))

    def page(self, rows: int) -> int | None:
        """Scroll the current article by ``rows``; the sentence that then stands where the cursor stood."""
        article, plan = self._frame.place.ref.article, self._frame.plan
        column, before = self._sheet(article).column, self._tops.get(article, 0)
        if not column.tops:
            return None
        row = column.tops[self._frame.place.ref.sentence] - before
        self._tops[article] = top = clamped(column, before + rows, plan.body)
        moved = top - before
        # At the end of the text the cursor goes on alone.
        return column.sentence_at(top + min(max(row, 0), plan.body - 1) + (0 if moved else rows))

    def scroll(self, rows: int) -> None:
        """Scroll the current article by ``rows``, and nothing else."""
        article = self._frame.place.ref.article
        top = self._tops.get(article, 0) + rows
        self._tops[article] = clamped(self._sheet(article).column, top, self._frame.plan.body)

    def in_view(self) -> list[SentenceRef]:
        """The sentences that are to be seen now, outlet by outlet."""
        views = [pane.view for pane in self._panes if pane.display and pane.sheet]
        return [
            SentenceRef(view.number - 1, sentence)
            for view in views
            for sentence in dict.fromkeys(
                row.sentence
                for row in self._sheet(view.number - 1).column.rows[view.top : view.top + view.rows]
                if row.kind is RowKind.TEXT
            )
        ]

    def _renew(self, frame: Frame) -> None:
        """Forget what no longer holds: all rows at another width, margins and names of an older story."""
        before = self._frame
        if before is NOTHING:
            return
        if _laid_out(before) != _laid_out(frame):
            self._rewrap(frame)
        elif _known(before) != _known(frame):
            self._sheets = {index: self._filled(frame, index, sheet) for index, sheet in self._sheets.items()}

    def _rewrap(self, frame: Frame) -> None:
        before, self._sheets = self._sheets, {}
        here = frame.place.ref
        for article, top in self._tops.items():
            old = before[article].column
            if not old.tops:
                continue
            # The cursor keeps its row on the screen, any other article its first sentence in view.
            sentence = here.sentence if article == here.article else old.sentence_at(top)
            row = old.tops[sentence] - top
            self._frame = frame
            new = self._sheet(article).column
            self._tops[article] = max(0, new.tops[sentence] - max(min(row, frame.plan.body - 1), 0))

    def _sheet(self, article: int) -> Sheet:
        if article not in self._sheets:
            frame = self._frame
            text = frame.story.articles[article]
            folds = frame.folds(article)
            ends = {fold.first: fold.last for fold in folds}
            column = lay_out(text.sentences, _text_width(frame), spaced=frame.plan.spaced, folds=ends)
            blank = Sheet(text, column, (), (), folds, [one_line(each.outlet) for each in frame.story.articles])
            self._sheets[article] = self._filled(frame, article, blank)
        return self._sheets[article]

    def _filled(self, frame: Frame, article: int, sheet: Sheet) -> Sheet:
        signs = margins(frame.story, article, self._glyphs, settled=frame.settled)
        marks = [
            [*known, *found(frame.search, SentenceRef(article, index))]
            for index, known in enumerate(names(frame.story, article, frame.unmarked))
        ]
        kept = {ref.sentence for ref in bookmarked(frame) if ref.article == article}
        signs = [replace(sign, bookmark=True) if n in kept else sign for n, sign in enumerate(signs)]
        hits = frame.search.refs if frame.search and frame.only else None
        apart = None if hits is None else frozenset(ref.sentence for ref in hits if ref.article == article)
        return sheet._replace(margins=signs, marks=marks, set_apart=apart)

    def _settle_anchor(self, frame: Frame) -> int:
        """Scroll the current article as needed; the screen row of the cursor."""
        ref = frame.place.ref
        column = self._sheet(ref.article).column
        if not column.tops:
            return 0
        top = self._tops.get(ref.article, 0)
        place = clamped(column, top, frame.plan.body)
        stays = self._motion in (Motion.STAY, Motion.HOLD)
        self._tops[ref.article] = place if stays else revealed(column, top, frame.plan.body, ref.sentence)
        return column.tops[ref.sentence] - self._tops[ref.article]

    def _arranged(self, frame: Frame) -> Iterator[tuple[ArticlePane, int]]:
        """The panes in use, with the article of each."""
        order = frame.shown
        self._first = window(len(order), frame.plan.columns, self._first, order.index(frame.place.ref.article))
        for slot, pane in enumerate(self._panes):
            used = slot < frame.plan.columns
            pane.display = used
            if used:
                pane.styles.width = frame.plan.pane_width
                yield pane, order[self._first + slot]

    def _follows(self, frame: Frame, article: int) -> bool:
        loose = article in frame.loose or frame.place.ref.article in frame.loose
        return self._motion is Motion.LEVEL or not (loose or self._motion is Motion.HOLD)

    def _top_beside(self, frame: Frame, article: int, sentence: int, row: int) -> int:
        """The top that brings a counterpart to the height of the cursor, or, if panes are steady, into view."""
        column, top, body = self._sheet(article).column, self._tops.get(article, 0), frame.plan.body
        if not frame.steady or self._motion is Motion.LEVEL:
            return levelled(column, body, sentence, row)
        if in_view(column, top, body, sentence):
            return clamped(column, top, body)
        return holding(column, body, sentence, upcoming(frame.story, frame.place, article), row)

    def _view(self, frame: Frame, article: int, row: int) -> View:
        plan = frame.plan
        count = frame.search.count(article) if frame.search else 0
        hits = f"{count} {'hit' if count == 1 else 'hits'} " if frame.search else ""
        note = f"{hits}{'loose ' if article in frame.loose else ''}"
        base = View(article + 1, self._tops.get(article, 0), plan.body, plan.header, note=note, overview=frame.overview)
        if not frame.story.articles[article].sentences:
            return base._replace(note="nothing to read ")
        if article == frame.place.ref.article:
            return base._replace(sentence=frame.place.ref.sentence, role=Role.CURSOR, differs=_own(frame))
        if counterpart := frame.counterpart(article):
            return self._beside(frame, counterpart, row, base)
        return self._without(frame, article, row, base) if frame.compared else base

    def _beside(self, frame: Frame, counterpart: Counterpart, row: int, base: View) -> View:
        """A pane with a counterpart: brought to the height of the cursor."""
        article, sentence = counterpart.ref.article, counterpart.ref.sentence
        found = frame.story.counterparts(frame.place.ref)[article]
        if self._follows(frame, article):
            self._tops[article] = self._top_beside(frame, article, sentence, row)
        top = self._tops.get(article, 0)
        turn = f"  {found.index(counterpart) + 1}/{len(found)}" if len(found) > 1 else ""
        note = f"{base.note}{same_words(frame, counterpart)} {sureness(counterpart.link)}{turn} "
        differs = _theirs(frame, counterpart)
        return base._replace(top=top, sentence=sentence, role=Role.PEER, note=note, differs=differs)

    def _without(self, frame: Frame, article: int, row: int, base: View) -> View:
        """A pane without a counterpart: it holds still, unless the place of the missing passage is out of view."""
        after = gap(frame.story, frame.place.ref, article)
        if after is None:
            return base._replace(note=f"{base.note} not here ")
        if frame.steady and self._motion is not Motion.LEVEL:
            # Nothing moves, not even by the row of the mark: it stands in a blank row if there is one.
            return base._replace(gap=self._sheet(article).column.blank_after(after), note=f"{base.note} not here ")
        column = self._sheet(article).column.with_gap(after)
        at = column.extent(after)[1] if after >= 0 else 0
        if not base.top <= at < base.top + base.rows and self._follows(frame, article):
            self._tops[article] = clamped(column, at - row, frame.plan.body)
        return base._replace(top=self._tops.get(article, 0), gap=after, note=f"{base.note} not here ")


def same_words(frame: Frame, counterpart: Counterpart) -> str:
    """How much of a counterpart stands word for word in the current sentence's article, if that is worth telling."""
    shares = frame.story.shared_words(counterpart.link)
    share = shares[counterpart.ref == counterpart.link.target]
    return f" {share:.0%} same words " if share >= _MUCH else ""


def _text_width(frame: Frame) -> int:
    """Cells for text in a column: less the margin, the strip, and a blank before that."""
    return frame.plan.pane_width - len(str(len(frame.story.articles))) - 3 - (2 if frame.overview else 0)


def _laid_out(frame: Frame) -> tuple[object, ...]:
    """What rows depend on."""
    folding = (id(frame.story.findings), frame.shown, frame.opened) if frame.folded else ()
    return _text_width(frame), frame.plan.spaced, folding


def _known(frame: Frame) -> tuple[object, ...]:
    """What margins and marks depend on; stories and searches are told apart by being others, not by their content."""
    return id(frame.story), frame.settled, id(frame.search), id(frame.bookmarks), frame.only, frame.unmarked


def _own(frame: Frame) -> tuple[Span, ...]:
    """The words of the current sentence that no counterpart has."""
    if not frame.words or frame.sentence is None:
        return ()
    others = [c for index in range(len(frame.story.articles)) if (c := frame.counterpart(index))]
    return in_all([differences(frame.sentence.text, frame.story.sentence(c.ref).text)[0] for c in others])


def _theirs(frame: Frame, counterpart: Counterpart) -> tuple[Span, ...]:
    """The words of a counterpart that the current sentence has not."""
    if not frame.words or frame.sentence is None:
        return ()
    return differences(frame.sentence.text, frame.story.sentence(counterpart.ref).text)[1]
