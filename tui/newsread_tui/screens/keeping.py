"""What the reading screen keeps between two readings: the session, bookmarks and notes."""

from functools import partial
from typing import TYPE_CHECKING

from textual.worker import Worker, WorkerState

from newsread.corrections import Anchor
from newsread.story import Story
from newsread.text import one_line
from newsread_tui.analysis import Analyst
from newsread_tui.frame import Motion
from newsread_tui.glyphs import Glyphs
from newsread_tui.keys import with_keys
from newsread_tui.paint import Ink
from newsread_tui.resume import kept, resumed
from newsread_tui.screens.finding import FindingScreen
from newsread_tui.settings.values import Settings
from newsread_tui.state import Bookmark, Keeper, anchor, found_again, with_bookmark, without_bookmark

if TYPE_CHECKING:
    from newsread_tui.screens.listing import Item

_SOON = 2.0
"""Seconds after a change until it is kept, so that a row of keys makes one write."""


class KeepingScreen(FindingScreen):
    """A reading screen that is found as it was left.

    Args:
        story: What is read.
        analyst: Does the language work.
        glyphs: The signs this terminal can show.
        settings: How a story begins that was not read before.
        keeper: Keeps the session; None to keep nothing.
    """

    def __init__(
        self, story: Story, analyst: Analyst, glyphs: Glyphs, settings: Settings, keeper: Keeper | None = None
    ) -> None:
        super().__init__(story, analyst, glyphs, settings)
        self._keeper = keeper
        self._saving = False
        self._told = False
        if keeper:
            session = keeper.load()
            self.frame = resumed(self.frame, session, settings.said)

    def _change(self, motion: Motion = Motion.FOLLOW, **fields: object) -> None:
        super()._change(motion, **fields)
        if self._keeper and self.is_mounted and not self._saving:
            self._saving = True
            self.set_timer(_SOON, self._save_beside)

    def _save_beside(self) -> None:
        self._saving = False
        self.run_worker(self.save, thread=True, group="save", exit_on_error=False)

    def save(self) -> None:
        """Keep the place and the view.

        Raises:
            OSError: They cannot be written.
        """
        if self._keeper:
            self._keeper.update(partial(kept, self.frame, settings=self._settings))

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Say once when nothing can be kept; Textual calls the handlers of the classes above by itself."""
        if event.worker.group == "save" and event.state is WorkerState.ERROR:
            self._tell(event.worker.error)

    def _tell(self, error: BaseException | None) -> None:
        if not self._told:
            self._told = True
            self.say(f"your place and bookmarks cannot be kept: {_reason(error)}")

    # --- bookmarks and notes ---------------------------------------------------------------------------------------

    def _bookmark_here(self) -> tuple[Anchor, Bookmark | None]:
        here = anchor(self.frame.story, self.frame.place.ref)
        return here, next((each for each in self.frame.bookmarks if each.anchor == here), None)

    def action_bookmark(self) -> None:
        """Mark the current sentence, or no longer."""
        here, mark = self._bookmark_here()
        if self._keep_bookmark(None if mark else Bookmark(here), here):
            self.say("bookmark taken away" if mark else "bookmarked")

    async def action_note(self) -> None:
        """Write a note on the current sentence."""
        from newsread_tui.screens.note import NoteScreen

        if self.frame.sentence is None:
            return
        here, mark = self._bookmark_here()

        def written(note: str | None) -> None:
            if note is not None:
                self._keep_bookmark(Bookmark(here, one_line(note)), here)

        passage = one_line(self.frame.sentence.text)
        screen = NoteScreen(passage, mark.note if mark else "", self._glyphs)
        await self.app.push_screen(screen, written)
        screen.focus_field()

    def _keep_bookmark(self, bookmark: Bookmark | None, here: Anchor) -> bool:
        """Set or take away a bookmark; whether that is kept. Each one that is not is told: it may hold a note."""
        others = tuple(each for each in self.frame.bookmarks if each.anchor != here)
        self._change(Motion.STAY, bookmarks=(*others, bookmark) if bookmark else others)
        if self._keeper:
            change = partial(with_bookmark, bookmark=bookmark) if bookmark else partial(without_bookmark, at=here)
            try:
                self._keeper.update(change)
            except OSError as error:
                self._told = True
                self.say(f"shown until you quit, but it cannot be kept: {_reason(error)}")
                return False
        return True

    def action_bookmarks(self) -> None:
        """List bookmarks and notes."""
        from newsread_tui.screens.listing import ListScreen

        items = [item for mark in self.frame.bookmarks if (item := self._item(mark))]
        if not items:
            self.say(with_keys("no bookmarks yet: {bookmark} makes one", self.active_bindings.values()))
            return
        self.app.push_screen(ListScreen("Bookmarks and notes", items, self._glyphs), self._go)

    def _item(self, mark: Bookmark) -> "Item | None":
        from newsread_tui.screens.listing import Item

        ref = found_again(self.frame.story, mark.anchor)
        if ref is None:
            return None
        outlet = one_line(self.frame.story.articles[ref.article].outlet)
        note = [(f"{mark.note}  ", Ink.NOTICE)] if mark.note else []
        return Item([(f"{outlet}  ", Ink.TITLE), *note, (one_line(mark.anchor.text), Ink.TEXT)], (), ref)


def _reason(error: BaseException | None) -> str:
    return one_line(getattr(error, "strerror", None) or str(error))
