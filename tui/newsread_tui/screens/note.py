"""Where a note on a passage is written. Imported only when it is needed, as it needs Textual's input field."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Input

from newsread_tui.collecting import forget_closed
from newsread_tui.glyphs import Glyphs
from newsread_tui.paint import Ink
from newsread_tui.rows import wrap
from newsread_tui.widgets.lines import LineWidget


class NoteScreen(Screen[str | None]):
    """The passage, and one line to write on; gives None if the reader gives up."""

    DEFAULT_CSS = """
    NoteScreen > LineWidget { height: 1fr; }
    NoteScreen > Input { height: 1; border: none; padding: 0 1; background: $panel; color: $foreground; }
    NoteScreen > Input:focus { border: none; background: $panel; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "Give up")]

    def __init__(self, passage: str, note: str, glyphs: Glyphs) -> None:
        super().__init__()
        self._passage = passage
        self._note = note
        self._glyphs = glyphs

    def compose(self) -> ComposeResult:
        """The passage above, the note below."""
        yield LineWidget(self._glyphs)
        field = Input(self._note, placeholder="a note on this passage; Enter keeps it, Esc gives up", compact=True)
        field.cursor_blink = False
        yield field

    def focus_field(self) -> None:
        """Be ready for what is typed, now and not only in a moment."""
        self.set_focus(self.query_one(Input))

    def on_resize(self) -> None:
        """Show the passage."""
        body = self.query_one(LineWidget)
        brush = body.brush(self.size.width)
        lines = wrap(self._passage, max(20, self.size.width - 4))
        texts = [self._passage[words[0].start : words[-1].end] for words in lines if words]
        rows = [brush.line((f"   {text}", Ink.TEXT)) for text in texts]
        body.put([brush.line((" A note on", Ink.TITLE)), brush.line(), *rows])

    def on_screen_suspend(self) -> None:
        """Leave nothing behind."""
        forget_closed()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Keep the note."""
        self.dismiss(event.value.strip())

    def action_leave(self) -> None:
        """Give up."""
        self.dismiss(None)
