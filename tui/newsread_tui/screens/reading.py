"""The reading screen: what keys do.

What only a key asks for is imported when it is pressed: the first text should not wait for it.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar, Final

from textual.binding import BindingType

from newsread.model import SentenceRef
from newsread_tui import place as moves
from newsread_tui.frame import Motion
from newsread_tui.keys import READING
from newsread_tui.paint import Ink
from newsread_tui.plan import Layout
from newsread_tui.screens.moving import MovingScreen
from newsread_tui.typeahead import press_of
from newsread_tui.typed import Typed
from newsread_tui.widgets.columns import Columns

_STEP: Final = 0.05


class ReadingScreen(MovingScreen):
    """A story under the fingers; every action is a line or two that replaces the state."""

    BINDINGS: ClassVar[list[BindingType]] = READING

    def action_other(self) -> None:
        """Show another of several counterparts."""
        self._move(moves.turned(self.frame.story, self.frame.place))

    def action_words(self) -> None:
        """Mark the words that differ, or no longer; after a bracket the next passage that differs."""
        if way := self._way():
            self.action_seek(moves.Kind.DIFFERS, way)
            return
        self._change(Motion.STAY, words=not self.frame.words)

    def action_coverage(self) -> None:
        """Who carries what."""
        from newsread_tui.screens.coverage import CoverageScreen

        screen = CoverageScreen(self.frame.story, self.frame.place.ref, self._glyphs)
        self.app.push_screen(screen, self._go)

    def action_omissions(self) -> None:
        """What this outlet leaves out, and what it alone has; after a bracket the next passage of its own."""
        if way := self._way():
            self.action_seek(moves.Kind.UNIQUE, way)
            return
        from newsread_tui.screens.coverage import omissions
        from newsread_tui.screens.listing import ListScreen

        items = omissions(self.frame.story, self.frame.place.ref.article)
        self.app.push_screen(ListScreen("Left out, and only here", items, self._glyphs), self._go)

    def action_overview(self) -> None:
        """Show the whole of every article as a strip beside it, or no longer."""
        self._change(overview=not self.frame.overview)

    def action_outlets(self) -> None:
        """Choose which outlets are shown, and in what order."""
        from newsread_tui.screens.outlets import OutletsScreen

        screen = OutletsScreen(self.frame.story, self.frame.shown, self.frame.place.ref.article, self._glyphs)

        def chosen(ref: SentenceRef | None) -> None:
            here = self.frame.place.ref.article
            target = ref.article if ref else here if here in screen.order else screen.order[0]
            place = moves.crossed(self.frame.story, self.frame.place, target)
            self.frame = replace(self.frame, order=screen.order, place=place)
            self._divide(*self.size, self.frame.layout)

        self.app.push_screen(screen, chosen)

    def action_layout(self) -> None:
        """Another division of the screen, the next that looks different."""
        before, layout = self.frame.plan, self.frame.layout
        for _ in Layout:
            layout = layout.following
            self._divide(*self.size, layout)
            if self.frame.plan != before:
                break
        self.say(layout.value)

    def action_threshold(self, steps: int) -> None:
        """Follow only surer links, or less sure ones too."""
        before = self.frame
        bar = min(max(round(self.frame.story.bar / _STEP) + steps, 0), round(1 / _STEP)) * _STEP
        self._change(story=self.frame.story.with_threshold(round(bar, 2)))
        self._typed = Typed("]" if steps > 0 else "[", before, press_of(self.app))

    def action_threshold_own(self) -> None:
        """Follow the links that the aligner advises."""
        self._change(story=self.frame.story.with_threshold(None))

    def action_lock(self) -> None:
        """Let no outlet follow, or all again."""
        every = frozenset(range(len(self.frame.story.articles)))
        self._change(loose=frozenset() if self.frame.loose else every)

    def action_lock_this(self) -> None:
        """Let this outlet neither follow nor lead, or both again."""
        self._change(loose=self.frame.loose ^ {self.frame.place.ref.article})

    def action_steady(self) -> None:
        """Let the others hold still while the passage is in view, or come level with the cursor every time."""
        steady = not self.frame.steady
        self._change(steady=steady)
        self.say("outlets hold still while the passage is in view" if steady else "outlets come level with the cursor")

    def action_level(self) -> None:
        """Bring all outlets to the height of the cursor once."""
        self._change(Motion.LEVEL)

    def action_scroll(self, rows: int) -> None:
        """Scroll this article alone; the cursor stays at its sentence."""
        self.query_one(Columns).scroll(rows)
        self._change(Motion.HOLD)

    def action_stacked(self) -> None:
        """The passage in all outlets, whole."""
        from newsread_tui.screens.stacked import StackedScreen

        if self.frame.sentence is not None:
            self.app.push_screen(StackedScreen(self, self._glyphs))

    def action_why(self) -> None:
        """Why the counterparts are linked to the current sentence."""
        from newsread_tui.screens.why import why_lines

        self._open("Why these are linked", why_lines(self.frame, self._glyphs))

    def action_take(self, what: str) -> None:
        """Copy the sentence, the passage or where it is from."""
        from newsread_tui.clipboard import copied
        from newsread_tui.taking import citation, passage_text, sentence_text

        take = {"passage": passage_text, "citation": citation}.get(what, sentence_text)
        if text := take(self.frame):
            driver = self.app._driver  # noqa: SLF001 - the way Textual's own copying goes
            self.say(copied(text, what, self._settings, driver.write if driver else None))

    def told(self) -> Sequence[str]:
        """What is in view, one outlet after the other."""
        from newsread_tui.linear import reading_lines

        return reading_lines(self.frame, self.query_one(Columns).in_view(), self._glyphs)

    def action_help(self) -> None:
        """Keys and signs."""
        from newsread_tui.screens.pages import help_lines

        lines = help_lines(self.active_bindings.values(), self._glyphs)
        self._open("Keys and signs", lines)

    def action_details(self) -> None:
        """Where the texts are from."""
        from newsread_tui.screens.pages import detail_lines

        self._open("Sources and notes", detail_lines(self.frame))

    def _open(self, title: str, lines: Sequence[Sequence[tuple[str, Ink]]]) -> None:
        from newsread_tui.screens.page import PageScreen

        self.app.push_screen(PageScreen(title, lines, self._glyphs))
