"""Jumps and searches on the reading screen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from rich.cells import cell_len

from newsread.text import one_line
from newsread_tui.frame import Motion
from newsread_tui.keys import with_keys
from newsread_tui.patterns import MARK
from newsread_tui.place import Place
from newsread_tui.screens.story import StoryScreen
from newsread_tui.trail import Trail
from newsread_tui.widgets.hints import HintLine

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsread.model import SentenceRef
    from newsread.story import Story
    from newsread_tui.analysis import Analyst
    from newsread_tui.find import Search
    from newsread_tui.glyphs import Glyphs
    from newsread_tui.settings.values import Settings
    from newsread_tui.widgets.prompt import Prompt


_BESIDE_PROMPT: Final = 40
"""Cells of the last line that the words sought take."""


class FindingScreen(StoryScreen):
    """A story screen on which one moves, finds, and goes back and forward."""

    def __init__(self, story: Story, analyst: Analyst, glyphs: Glyphs, settings: Settings) -> None:
        super().__init__(story, analyst, glyphs, settings)
        self._trail = Trail()
        self._prompt: Prompt | None = None
        self._sought_from = self.frame.place

    def _move(self, place: Place, motion: Motion = Motion.FOLLOW) -> None:
        if place != self.frame.place or motion is not Motion.FOLLOW:
            self._change(motion, place=place)

    def _jump(self, place: Place | None) -> None:
        """Move far, so that one may want to come back."""
        if place and place != self.frame.place:
            self._make_visible(place)
            self._trail = self._trail.left(self.frame.place)
            self._move(place)

    def _make_visible(self, place: Place) -> None:
        """An outlet that is hidden is shown when one goes there."""
        if place.ref.article not in self.frame.shown:
            self.frame = replace(self.frame, order=(*self.frame.shown, place.ref.article))
            self._divide(*self.size, self.frame.layout)

    def _go(self, ref: SentenceRef | None) -> None:
        """Jump to what was chosen from a list."""
        self._jump(Place(ref) if ref else None)

    def action_back(self) -> None:
        """To where the reader was before the last jump."""
        self._retrace(self._trail.returned(self.frame.place), "no earlier place")

    def action_forward(self) -> None:
        """To where the reader was before going back."""
        self._retrace(self._trail.advanced(self.frame.place), "no later place")

    def _retrace(self, step: tuple[Trail, Place] | None, otherwise: str) -> None:
        if step is None:
            self.say(otherwise)
        else:
            self._trail, place = step
            self._make_visible(place)
            self._move(place)

    # --- searching -------------------------------------------------------------------------------------------------

    async def action_find(self) -> None:
        """Ask for words, and show where they stand as they are typed."""
        if self._prompt is None:
            from newsread_tui.widgets.prompt import Prompt

            self._prompt = Prompt("words, or /pattern")
            await self.query_one("#foot").mount(self._prompt, before=0)
        self._sought_from = self.frame.place
        self._prompt.value = ""
        self._prompt.display = True
        self.set_focus(self._prompt)

    def on_input_changed(self) -> None:
        """Show where the words stand that have been typed so far."""
        from newsread_tui.find import search

        if self._prompt and self._prompt.display and self._prompt.value.strip():
            self._show_hits(search(self.frame.story, self._prompt.value))

    def _show_hits(self, found: Search) -> None:
        ref = found.at_or_after(self._sought_from.ref)
        if ref:
            self._make_visible(Place(ref))
        self._change(search=found, place=Place(ref) if ref else self._sought_from)
        self.say(self._tally(found))

    def _tally(self, found: Search) -> str:
        """How often it was found, and in which outlets: by their short names where the whole ones have no room."""
        outlets = [one_line(article.outlet) for article in self.frame.story.articles]
        told = _counted(found, outlets)
        if cell_len(told) > self.size.width - _BESIDE_PROMPT:
            from newsread_tui.screens.coverage import short_names

            told = _counted(found, short_names(outlets))
        if not found.problem:
            return told
        return f"{found.problem}; {told} so far" if found.hits else one_line(found.problem)

    def on_input_submitted(self) -> None:
        """Stay where the words were found."""
        self._close_prompt()
        if self._sought_from != self.frame.place:
            self._trail = self._trail.left(self._sought_from)

    def on_prompt_turned(self) -> None:
        """Seek what was typed as a pattern, or as words again."""
        if self._prompt:
            value = self._prompt.value
            self._prompt.value = value.removeprefix(MARK) if value.startswith(MARK) else MARK + value
            self._prompt.cursor_position = len(self._prompt.value)

    def on_prompt_left(self) -> None:
        """Back to where the reader was."""
        self._close_prompt()
        self._change(search=None, place=self._sought_from)

    def _close_prompt(self) -> None:
        if self._prompt:
            self._prompt.display = False
            self.set_focus(None)
            self.say("")

    def action_found(self, count: int) -> None:
        """To the next sentence that has the words sought, in whatever outlet."""
        found = self.frame.search
        ref = found.after(self.frame.place.ref, count) if found else None
        if ref is None:
            hint = with_keys("press {find} to find something first", self.active_bindings.values())
            self.say("nothing found to go to" if found else hint)
        elif found and ref != self.frame.place.ref:
            self._make_visible(Place(ref))
            self._move(Place(ref))
            self.say(f"{found.query}: {found.refs.index(ref) + 1} of {len(found.refs)}")

    def action_clear(self) -> None:
        """No longer mark what was found."""
        if self.frame.search:
            self._change(search=None)

    def say(self, notice: str) -> None:
        """Show one line at the bottom, beside the prompt if there is one."""
        super().say(notice)
        if self._prompt and self._prompt.display:
            self.query_one(HintLine).show((), "", notice or " ", self.frame.plan.width - self._prompt.outer_size.width)


def _counted(found: Search, names: Sequence[str]) -> str:
    counts = [found.count(number) for number in range(len(names))]
    each = ", ".join(f"{name} {count}" for name, count in zip(names, counts, strict=True) if count)
    return f"{sum(counts)} found: {each}" if each else "not found"
