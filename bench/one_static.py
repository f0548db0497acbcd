"""The reference: the smallest Textual app that shows a text and answers a key."""

from typing import ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.widgets import Static


class OneStatic(App[None]):
    """One Static, whose text changes with every ``j``."""

    BINDINGS: ClassVar[list[BindingType]] = [("j", "next", "next"), ("q", "quit", "quit")]
    ENABLE_COMMAND_PALETTE = False
    presses = 0

    def compose(self) -> ComposeResult:
        """The one widget."""
        yield Static("ready")

    def action_next(self) -> None:
        """Show another text."""
        self.presses += 1
        self.query_one(Static).update(f"pressed {self.presses}")


if __name__ == "__main__":
    OneStatic().run(mouse=False)
