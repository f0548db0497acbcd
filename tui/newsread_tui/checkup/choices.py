"""Whether what the user has chosen can be had: the configuration file, and the way to the clipboard."""

import os
import shlex
import shutil
import subprocess
from collections.abc import Mapping
from typing import Final

from newsread_tui.checkup.check import Check, State
from newsread_tui.settings.gather import Gathered
from newsread_tui.settings.keymap import keymap
from newsread_tui.settings.places import at_home
from newsread_tui.settings.values import Clipboard, Settings

_PATIENCE: Final = 2.0
"""Seconds that tmux may take over an answer."""


def configuration(chosen: Gathered) -> Check:
    """Which file is read, and the first thing in it, or in the environment, that cannot be followed."""
    file, name = chosen.file, at_home(chosen.file.path)
    problems = (*chosen.problems, *keymap(chosen.settings.keys, file).problems)
    if problems:
        # A file of which nothing can be used is as good as none.
        state = State.NOTE if file.values or file.keys or not file.problems else State.BROKEN
        more = f"; {len(problems) - 1} more, see newsread config" if len(problems) > 1 else ""
        return Check("settings", state, f"{problems[0]}{more}; read from {name}")
    if not file.exists:
        return Check("settings", State.OK, f"all as they come; {name} is not there, newsread config --init writes it")
    count = len(file.values) + len(file.keys)
    return Check("settings", State.OK, f"{name}, {count} {'entry' if count == 1 else 'entries'}, all understood")


def clipboard(settings: Settings, environment: Mapping[str, str] = os.environ) -> Check:
    """Where copies go, and whether what is on the way there is known to let them through."""
    if settings.clipboard is Clipboard.FILE:
        return Check("clipboard", State.OK, "copies go into a file")
    if settings.clipboard is Clipboard.COMMAND:
        return _command(settings.clipboard_command)
    if "TMUX" in environment:
        return _through_tmux(wrapped=settings.clipboard is Clipboard.TMUX)
    if environment.get("TERM_PROGRAM") == "Apple_Terminal":
        return Check("clipboard", State.NOTE, "macOS Terminal does not take copies (OSC 52)")
    # The reader hands copies to the terminal, which alone knows whether it takes them.
    return Check("clipboard", State.OK, "through the terminal (OSC 52), if it allows that")


def _command(command: str) -> Check:
    try:
        words = shlex.split(command)
    except ValueError:
        words = []
    if not words:
        return Check("clipboard", State.NOTE, "clipboard_command names no program")
    if shutil.which(words[0]) is None:
        return Check("clipboard", State.NOTE, f"{words[0]}, which clipboard_command names, is not there")
    return Check("clipboard", State.OK, f"through {words[0]}")


def _through_tmux(*, wrapped: bool) -> Check:
    scope, option = ("-g", "allow-passthrough") if wrapped else ("-s", "set-clipboard")
    said = _tmux_option(scope, option)
    if not said:
        return Check("clipboard", State.OK, f"through tmux (OSC 52), if its {option} is on")
    if said in ("on", "all"):
        return Check("clipboard", State.OK, f"through tmux (OSC 52), whose {option} is {said}")
    hint = f"tmux set {scope} {option} on"
    return Check("clipboard", State.NOTE, f"tmux lets no copies through, as its {option} is {said}: {hint}")


def _tmux_option(scope: str, option: str) -> str:
    """What tmux says of one of its options; empty if it does not answer."""
    tmux = shutil.which("tmux")
    if tmux is None:
        return ""
    try:
        done = subprocess.run(
            [tmux, "show-options", f"{scope}v", option],
            stdin=subprocess.DEVNULL, capture_output=True, timeout=_PATIENCE, check=True, text=True,
        )  # fmt: skip
    except (OSError, subprocess.SubprocessError, UnicodeError):
        return ""
    return done.stdout.strip()
