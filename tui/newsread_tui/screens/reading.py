"""The reading screen: what keys do."""

from collections.abc import Sequence
from typing import ClassVar, Final

from textual.binding import BindingType

from newsread_tui import place as moves
from newsread_tui.frame import Motion
from newsread_tui.keys import READING
from newsread_tui.paint import Ink
from newsread_tui.place import Place
from newsread_tui.plan import Layout
from newsread_tui.screens.page import PageScreen
from newsread_tui.screens.pages import detail_lines, help_lines
from newsread_tui.screens.story import StoryScreen
from newsread_tui.widgets.columns import Columns

_STEP: Final = 0.05


class ReadingScreen(StoryScreen):
    """A story under the fingers; every action is a line or two that replaces the state."""

    BINDINGS: ClassVar[list[BindingType]] = READING

    def _move(self, place: Place, motion: Motion = Motion.FOLLOW) -> None:
        if place != self.frame.place or motion is not Motion.FOLLOW:
            self._change(motion, place=place)

    def action_step(self, count: int) -> None:
        """Some sentences down, or up."""
        self._move(moves.step(self.frame.story, self.frame.place, count))

    def action_paragraph(self, count: int) -> None:
        """Some paragraphs down, or up."""
        self._move(moves.paragraph(self.frame.story, self.frame.place, count))

    def action_first(self) -> None:
        """To the beginning of the article."""
        self._move(moves.edge(self.frame.story, self.frame.place, last=False))

    def action_last(self) -> None:
        """To the end of the article."""
        self._move(moves.edge(self.frame.story, self.frame.place, last=True))

    def action_page(self, pages: float) -> None:
        """Some pages down, or up; two rows stay in view, so that nothing is skipped."""
        body = self.frame.plan.body
        sentence = self.query_one(Columns).page(round((body - 2) * pages) if abs(pages) >= 1 else round(body * pages))
        if sentence is not None:
            article = self.frame.story.articles[self.frame.place.ref.article]
            self._move(moves.at_sentence(self.frame.place, moves.stop_near(article, sentence)), Motion.STAY)

    def action_cross(self, count: int) -> None:
        """To the same passage in an outlet to the right, or to the left."""
        self.action_outlet(self.frame.place.ref.article + count + 1)

    def action_cycle(self, count: int) -> None:
        """To the same passage in the next outlet, and from the last to the first."""
        self.action_outlet((self.frame.place.ref.article + count) % len(self.frame.story.articles) + 1)

    def action_outlet(self, number: int) -> None:
        """To the same passage in an outlet by number."""
        if 1 <= number <= len(self.frame.story.articles):
            self._move(moves.crossed(self.frame.story, self.frame.place, number - 1))

    def action_other(self) -> None:
        """Show another of several counterparts."""
        self._move(moves.turned(self.frame.story, self.frame.place))

    def action_words(self) -> None:
        """Mark the words that differ, or no longer."""
        self._change(Motion.STAY, words=not self.frame.words)

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
        bar = min(max(round(self.frame.story.bar / _STEP) + steps, 0), round(1 / _STEP)) * _STEP
        self._change(story=self.frame.story.with_threshold(round(bar, 2)))

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

    def action_level(self) -> None:
        """Bring all outlets to the height of the cursor once."""
        self._change(Motion.LEVEL)

    def action_scroll(self, rows: int) -> None:
        """Scroll this article alone; the cursor stays at its sentence."""
        self.query_one(Columns).scroll(rows)
        self._change(Motion.HOLD)

    def action_help(self) -> None:
        """Keys and signs."""
        lines = help_lines(self.active_bindings.values(), self._glyphs)
        self._open("Keys and signs", lines)

    def action_details(self) -> None:
        """Where the texts are from."""
        self._open("Sources and notes", detail_lines(self.frame))

    def _open(self, title: str, lines: Sequence[Sequence[tuple[str, Ink]]]) -> None:
        self.app.push_screen(PageScreen(title, lines, self._glyphs))
