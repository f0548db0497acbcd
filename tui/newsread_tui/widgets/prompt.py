"""Where words to seek are typed. Imported only when it is needed: Textual's input field takes long to load."""

from dataclasses import dataclass
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Input


class Prompt(Input):
    """One line at the lower left, with the keys of Textual's input field."""

    DEFAULT_CSS = """
    Prompt, Prompt:focus { width: 36; height: 1; border: none; padding: 0 1; background: $panel; color: $foreground; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "Give up"),
        Binding("ctrl+r", "turn", "A pattern, or words again"),
    ]

    @dataclass
    class Left(Message):
        """The reader gave up."""

    @dataclass
    class Turned(Message):
        """The reader wants a pattern, or words again."""

    def __init__(self, placeholder: str) -> None:
        super().__init__(placeholder=placeholder, compact=True, select_on_focus=True)
        self.cursor_blink = False

    def action_leave(self) -> None:
        """Give up."""
        self.post_message(self.Left())

    def action_turn(self) -> None:
        """Take what is typed for a pattern, or for words again."""
        self.post_message(self.Turned())
