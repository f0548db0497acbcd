"""Keys typed ahead: what is pressed before a text field is ready goes into the field all the same.

Textual decides where a key goes when it arrives. Over a slow link, or pasted, "/japan" arrives as one piece: the
letters are sent on their way before the action of the slash has opened the field, and would be taken for commands.

Likewise "5j": when the 5 is carried out the j has arrived already, or will be carried out much later if the machine is
slow. Which keys belong together is judged by when they were pressed, which is why that is kept for each of them.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final
from weakref import ref

from textual.app import App
from textual.events import Event, Key

if TYPE_CHECKING:
    from textual.widget import Widget

_REMEMBERED: Final = 256  # keys on their way


@dataclass(frozen=True, slots=True)
class Press:
    """When a key was pressed, however long it took to be carried out.

    Attributes:
        number: How many keys had been pressed by then, this one included.
        at: Seconds of a steady clock.
    """

    number: int = 0
    at: float = 0.0


@dataclass(frozen=True, slots=True)
class _Sent:
    """A key that is on its way through the widgets, and what it was sent to: a field that may be gone by now."""

    key: Key
    field: ref[Widget] | None
    press: Press


class TypeAheadApp(App[None]):
    """An app whose text fields get the keys that were meant for them, in their order."""

    press: Press = Press()
    """Of the key that is being carried out, or was last."""

    def __init__(self, *, ansi_color: bool | None = None) -> None:
        super().__init__(ansi_color=ansi_color)
        self._pressed = 0
        self._on_their_way: deque[_Sent] = deque(maxlen=_REMEMBERED)

    async def on_event(self, event: Event) -> None:
        """Remember where a key was sent; when it comes back unused, see whether it should have gone to a field."""
        if isinstance(event, Key):
            if not event.is_forwarded:
                self._pressed += 1
                field = ref(self.focused) if self.focused else None
                self._on_their_way.append(_Sent(event, field, Press(self._pressed, event.time)))
            elif (sent := self._came_back(event)) and self._hand_on(sent):
                return
        await super().on_event(event)

    def _came_back(self, key: Key) -> _Sent | None:
        """A key that no widget has used: what it means now is for the app to say."""
        sent = next((entry for entry in self._on_their_way if entry.key is key), None)
        if sent:
            self._on_their_way.remove(sent)
            self.press = sent.press
        return sent

    def _hand_on(self, sent: _Sent) -> bool:
        """Give a key that went elsewhere to the text field that is open now; False if there is nothing to mend."""
        field = self.focused
        if field is None or (sent.field and field is sent.field()) or not field.check_consume_key("a", "a"):
            return False
        again = Key(sent.key.key, sent.key.character)
        again._set_forwarded()  # noqa: SLF001 - it has been through the app, and must not begin anew
        field.post_message(again)
        return True


def press_of(app: App[object]) -> Press:
    """When the key was pressed that is being carried out."""
    return app.press if isinstance(app, TypeAheadApp) else Press()
