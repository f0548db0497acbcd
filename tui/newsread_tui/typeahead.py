"""Keys typed ahead: what is pressed before a text field is ready goes into the field all the same.

Textual decides where a key goes when it arrives. Over a slow link, or pasted, "/japan" arrives as one piece: the
letters are sent on their way before the action of the slash has opened the field, and would be taken for commands.
"""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, Final

from textual.app import App
from textual.events import Event, Key

if TYPE_CHECKING:
    from textual.widget import Widget

_REMEMBERED: Final = 256  # keys on their way


class TypeAheadApp(App[None]):
    """An app whose text fields get the keys that were meant for them, in their order."""

    def __init__(self, *, ansi_color: bool | None = None) -> None:
        super().__init__(ansi_color=ansi_color)
        self._on_their_way: deque[tuple[Key, Widget | None]] = deque(maxlen=_REMEMBERED)

    async def on_event(self, event: Event) -> None:
        """Remember where a key was sent; when it comes back unused, see whether it should have gone to a field."""
        if isinstance(event, Key):
            if not event.is_forwarded:
                self._on_their_way.append((event, self.focused))
            elif self._hand_on(event):
                return
        await super().on_event(event)

    def _hand_on(self, key: Key) -> bool:
        """Give a key that went elsewhere to the text field that is open now; False if there is nothing to mend."""
        sent = next((entry for entry in self._on_their_way if entry[0] is key), None)
        if sent is None:
            return False
        self._on_their_way.remove(sent)
        field = self.focused
        if field is None or field is sent[1] or not field.check_consume_key("a", "a"):
            return False
        again = Key(key.key, key.character)
        again._set_forwarded()  # noqa: SLF001 - it has been through the app, and must not begin anew
        field.post_message(again)
        return True
