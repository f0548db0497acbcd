"""The terminal reader as a program."""

import asyncio
import contextlib
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import partial
from typing import ClassVar, Final

from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.command import Provider
from textual.driver import Driver
from textual.screen import Screen
from textual.theme import Theme

from newsread.errors import OutputFailed
from newsread.model import SentenceRef
from newsread.story import Story
from newsread_tui.analysis import Analyst
from newsread_tui.glyphs import UNICODE, Glyphs
from newsread_tui.hangup import watch_terminal
from newsread_tui.keys import UNBOUND, key_name, with_keys
from newsread_tui.screens.reading import ReadingScreen
from newsread_tui.settings.keymap import Keymap
from newsread_tui.settings.places import at_home, configuration_file
from newsread_tui.settings.values import Settings
from newsread_tui.state import Keeper
from newsread_tui.themes import DARK, TERMINAL, THEMES
from newsread_tui.thrift import thrifty
from newsread_tui.typeahead import TypeAheadApp

_DEFAULTS: Final = Settings()
_OWN_KEYS: Final = Keymap()


def _actions() -> type[Provider]:
    from newsread_tui.screens.palette import Actions

    return Actions


class ReaderApp(TypeAheadApp):
    """Shows a story.

    Args:
        story: Articles as :func:`newsread.pipeline.read_story` gives them.
        analyst: Does the language work.
        glyphs: The signs this terminal can show.
        keeper: Keeps the session; None to keep nothing.
        settings: What the user has chosen.
        keys: Keys of the user's own.
        remarks: What to say at the beginning, and to keep among the notes.
    """

    TITLE = "newsread"
    CSS = "LineWidget { background: $background; color: $foreground; }"
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {_actions}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+z", "suspend_process", "Suspend", show=False, id="suspend", priority=True),
        Binding("ctrl+l", "redraw", "Draw the screen again", show=False, id="redraw"),
    ]

    def __init__(
        self,
        story: Story,
        analyst: Analyst | None = None,
        glyphs: Glyphs = UNICODE,
        keeper: Keeper | None = None,
        *,
        settings: Settings = _DEFAULTS,
        keys: Keymap = _OWN_KEYS,
        remarks: Sequence[str] = (),
    ) -> None:
        colourless = "NO_COLOR" in os.environ
        usual = DARK.name if settings.theme == "auto" else settings.theme
        # Known before there is any style sheet, which would else be read three times until the first text.
        self.set_reactive(App.theme, TERMINAL.name if colourless else usual)
        # Only with the terminal's own colours can Textual leave out all colour: else it turns it into shades of grey.
        super().__init__(ansi_color=True if colourless else None)
        self._story = story
        self._keeper = keeper
        self._glyphs = glyphs
        self._settings = settings
        self._remarks = tuple(remarks)
        self._reading: ReadingScreen | None = None
        self.analyst = analyst or Analyst()
        self.animation_level = "none"
        if settings.theme == "auto" and self.console.color_system not in ("256", "truecolor"):
            self.theme = TERMINAL.name
        self.set_keymap(dict(keys.changes))

    @property
    def available_themes(self) -> dict[str, Theme]:
        """The reader's own, and none of Textual's."""
        return dict(THEMES)

    def get_driver_class(self) -> type[Driver]:
        """The driver of this platform, made to send less."""
        return thrifty(super().get_driver_class())

    def get_default_screen(self) -> Screen[None]:
        """The reading screen."""
        self._reading = ReadingScreen(self._story, self.analyst, self._glyphs, self._settings, self._keeper)
        self._reading.frame = replace(self._reading.frame, remarks=self._remarks)
        return self._reading

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Everything a key does can be found by name."""
        seen: set[str] = set()
        for _, binding, enabled, _ in screen.active_bindings.values():
            if enabled and binding.group and binding.description not in seen:
                seen.add(binding.description)
                action = binding.action
                key = "" if binding.key.startswith(UNBOUND) else key_name(binding.key)
                yield SystemCommand(binding.description, key, lambda a=action: self._run(a))

    def _run(self, action: str) -> None:
        self.call_later(self.run_action, action, self.screen)

    def action_help_quit(self) -> None:
        """Ctrl-C: say how to leave."""
        self._say(with_keys("press {quit} or Ctrl-Q to quit", self.screen.active_bindings.values()))

    # Textual's own is none, but actions may be coroutines.
    async def action_command_palette(self) -> None:  # type: ignore[override]
        """Find an action by its name."""
        from newsread_tui.screens.palette import Palette

        if not isinstance(self.screen, Palette):
            await self.push_screen(palette := Palette())
            palette.focus_field()

    def action_change_theme(self) -> None:
        """Choose how the reader looks."""
        from newsread_tui.screens.themes import ThemesScreen

        if self.no_color:
            self._say("no colours, as was asked for (NO_COLOR)")
            return
        screen = ThemesScreen(self._glyphs, self.theme)

        def chosen(ref: SentenceRef | None) -> None:
            if ref and screen.chosen != screen.before:
                self._say(f'for good: theme = "{screen.chosen}" in {at_home(configuration_file())}')

        self.push_screen(screen, chosen)

    def action_write_screen(self, linear: bool = False) -> None:  # noqa: FBT001, FBT002 - a binding gives it
        """Write what is on the screen to a file; ``linear`` one thing after the other, uncut."""
        from newsread_tui.writing import write_screen

        try:
            path = write_screen(self.screen, self._story.title, linear=linear)
        except OutputFailed as error:
            self._say(error.message)
        else:
            self._say(f"written to {at_home(path)}")

    def _say(self, notice: str) -> None:
        if say := getattr(self.screen, "say", None):
            say(notice)

    def on_mount(self) -> None:
        """A lost connection or a request to end keeps the session first; after a pause everything is painted again."""
        if self._remarks:
            more = f", and {len(self._remarks) - 1} more notes" if len(self._remarks) > 1 else ""
            self.call_after_refresh(self._say, f"{self._remarks[0]}{more}")
        self.app_resume_signal.subscribe(self, lambda _: self.action_redraw())
        if threading.current_thread() is threading.main_thread() and not self.is_headless:
            loop = asyncio.get_running_loop()
            for number in (signal.SIGHUP, signal.SIGTERM):
                loop.add_signal_handler(number, self._end, number)
            if sys.__stderr__ is not None:  # what the driver writes to
                gone = partial(loop.call_soon_threadsafe, self._end, signal.SIGHUP)
                watch_terminal(sys.__stderr__.fileno(), gone)

    def action_redraw(self) -> None:
        """Paint all of the screen: somebody else has written to the terminal."""
        if forget := getattr(self._driver, "forget", None):
            forget()
        self.refresh(layout=True)

    def _end(self, number: signal.Signals) -> None:
        self._save()
        if number is signal.SIGHUP:
            # The terminal is gone: there is nothing to restore, and writing to it would only fail.
            os._exit(128 + number)
        self.exit(return_code=128 + number)

    def _save(self) -> None:
        if self._reading:
            with contextlib.suppress(OSError):
                self._reading.save()

    async def action_quit(self) -> None:
        """Leave; the place is kept."""
        self._save()
        self.exit()

    def on_unmount(self) -> None:
        """Nobody waits for the analysis any more."""
        self.analyst.stop()
