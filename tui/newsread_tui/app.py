"""The terminal reader as a program."""

import asyncio
import contextlib
import os
import signal
import sys
import threading
from collections.abc import Iterable, Sequence
from functools import partial
from pathlib import Path
from typing import ClassVar

from platformdirs import user_state_dir
from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.driver import Driver
from textual.screen import Screen

from newsread.pipeline import read_story
from newsread.story import Story
from newsread_tui.analysis import Analyst
from newsread_tui.glyphs import ASCII, UNICODE, Glyphs
from newsread_tui.hangup import watch_terminal
from newsread_tui.keys import key_name
from newsread_tui.screens.reading import ReadingScreen
from newsread_tui.state import Keeper
from newsread_tui.themes import DARK, TERMINAL, THEMES
from newsread_tui.thrift import thrifty


class ReaderApp(App[None]):
    """Shows a story.

    Args:
        story: Articles as :func:`newsread.pipeline.read_story` gives them.
        analyst: Does the language work.
        glyphs: The signs this terminal can show.
        keeper: Keeps the session; None to keep nothing.
        theme: Name of a theme; by default the dark one, or the terminal's own colours where it has few or none.
    """

    TITLE = "newsread"
    CSS = "LineWidget { background: $background; color: $foreground; }"
    ENABLE_COMMAND_PALETTE = True
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+z", "suspend_process", "Suspend", show=False, id="suspend", priority=True)
    ]

    def __init__(
        self,
        story: Story,
        analyst: Analyst | None = None,
        glyphs: Glyphs = UNICODE,
        theme: str | None = None,
        keeper: Keeper | None = None,
    ) -> None:
        colourless = "NO_COLOR" in os.environ
        # Only with the terminal's own colours can Textual leave out all colour: else it turns it into shades of grey.
        super().__init__(ansi_color=True if colourless else None)
        self._story = story
        self._keeper = keeper
        self._glyphs = glyphs
        self._reading: ReadingScreen | None = None
        self.analyst = analyst or Analyst()
        self.animation_level = "none"
        self._register_themes()
        few = self.console.color_system not in ("256", "truecolor")
        self.theme = TERMINAL.name if colourless else theme or (TERMINAL.name if few else DARK.name)

    def _register_themes(self) -> None:
        builtin = [name for name in self.available_themes if name not in THEMES]
        for theme in THEMES.values():
            self.register_theme(theme)
        self.theme = DARK.name
        for name in builtin:
            self.unregister_theme(name)

    def get_driver_class(self) -> type[Driver]:
        """The driver of this platform, made to send less."""
        return thrifty(super().get_driver_class())

    def get_default_screen(self) -> Screen[None]:
        """The reading screen."""
        self._reading = ReadingScreen(self._story, self.analyst, self._glyphs, self._keeper)
        return self._reading

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Everything a key does can be found by name."""
        seen: set[str] = set()
        for _, binding, enabled, _ in screen.active_bindings.values():
            if enabled and binding.group and binding.action not in seen:
                seen.add(binding.action)
                action = binding.action
                yield SystemCommand(binding.description, key_name(binding.key), lambda a=action: self._run(a))
        if not self.no_color:
            yield SystemCommand("Theme", "Choose how the reader looks", self.action_change_theme)

    def _run(self, action: str) -> None:
        self.call_later(self.run_action, action, self.screen)

    def action_help_quit(self) -> None:
        """Ctrl-C: say how to leave."""
        if isinstance(self.screen, ReadingScreen):
            self.screen.say("press q to quit")

    def on_mount(self) -> None:
        """A lost connection or a request to end keeps the session first; after a pause everything is painted again."""
        self.app_resume_signal.subscribe(self, lambda _: self.refresh(layout=True))
        if threading.current_thread() is threading.main_thread() and not self.is_headless:
            loop = asyncio.get_running_loop()
            for number in (signal.SIGHUP, signal.SIGTERM):
                loop.add_signal_handler(number, self._end, number)
            if sys.__stderr__ is not None:  # what the driver writes to
                gone = partial(loop.call_soon_threadsafe, self._end, signal.SIGHUP)
                watch_terminal(sys.__stderr__.fileno(), gone)

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


def run_reader(
    sources: Sequence[str] | Story,
    model: str | None = None,
    *,
    analyst: Analyst | None = None,
    theme: str | None = None,
    ascii_only: bool = False,
    mouse: bool = False,
    resume: bool = True,
) -> int:
    """Open the reader on some sources and return the exit status when it is closed.

    Args:
        sources: What to read, or the story if it has been read already.
        model: Name of an installed spaCy pipeline; None for the default one.
        analyst: Does the language work, and may be at it already; None for a new one with this model.
        theme: Name of a theme.
        ascii_only: Whether to show plain ASCII, as is done by itself where the terminal is not UTF-8.
        mouse: Whether to take the mouse from the terminal.
        resume: Whether to begin where this story was left, and to keep where it is left now.

    Raises:
        NewsreadError: Nothing can be opened; nothing has been drawn yet.
    """
    _normalise_environment()
    story = sources if isinstance(sources, Story) else read_story(sources)
    utf8 = (getattr(sys.__stderr__, "encoding", None) or "").lower().replace("-", "") == "utf8"
    glyphs = ASCII if ascii_only or not utf8 else UNICODE
    keeper = Keeper.of(story, Path(user_state_dir("newsread"))) if resume else None
    app = ReaderApp(story, analyst or Analyst(model), glyphs, theme, keeper)
    app.run(mouse=mouse)
    code = app.return_code or 0
    app.analyst.leave(code)
    return code


def _normalise_environment() -> None:
    # An empty NO_COLOR means the same as none (no-color.org); Textual takes it for set.
    if os.environ.get("NO_COLOR") == "":
        del os.environ["NO_COLOR"]
