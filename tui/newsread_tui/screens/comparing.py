"""What the outlets' comparison brought to light, as lists over the reading screen.

What only a key asks for is imported when it is pressed: the first text should not wait for it.
"""

from newsread_tui.screens.keeping import KeepingScreen


class ComparingScreen(KeepingScreen):
    """A story screen that lists quotations and differences."""

    def action_quotations(self) -> None:
        """Who says what, and in which words each outlet has it."""
        from newsread_tui.screens.listing import ListScreen
        from newsread_tui.screens.quotations import quotation_items

        items = quotation_items(self.frame.story)
        if items:
            here = self.frame.place.ref
            self.app.push_screen(ListScreen("Who says what, speaker by speaker", items, self._glyphs, here), self._go)
        else:
            self.say(self._none("quotations"))

    def action_differences(self) -> None:
        """In what the outlets differ."""
        from newsread_tui.screens.disagreements import difference_items
        from newsread_tui.screens.listing import ListScreen

        here = self.frame.place.ref
        items = difference_items(self.frame.story, here)
        if items:
            self.app.push_screen(ListScreen("Where the outlets differ", items, self._glyphs, here), self._go)
        else:
            self.say(self._none("differences"))

    def _none(self, what: str) -> str:
        return f"no {what}" if self.frame.story.findings else f"{what} are still being sought"
