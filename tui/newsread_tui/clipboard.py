"""The way to the clipboard: through the terminal, through a program, or into a file; and what to say of it."""

import base64
import os
import shlex
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from newsread.errors import OutputFailed
from newsread_tui.files import replace_file
from newsread_tui.settings.places import at_home, state_folder
from newsread_tui.settings.values import Clipboard, Settings

LONGEST: Final = 70_000
"""Terminals take no more characters than this at once."""
_PATIENCE: Final = 5.0
"""Seconds a program may take over a copy."""

type Send = Callable[[str], object]
"""Sends a sequence to the terminal."""


def copied(text: str, what: str, settings: Settings, send: Send | None) -> str:
    """Copy ``text`` as the settings say; what to tell the reader, who should know where it went.

    A copy is always kept in a file as well: whether a terminal obeys, nobody can know, as terminals do not answer.
    """
    where = _kept(text)
    beside = f"; also in {where}" if where else ""
    if settings.clipboard is Clipboard.COMMAND:
        trouble = _run(text, settings.clipboard_command)
        return f"{trouble}; the {what} is in {where}" if trouble else f"{what} given to {_name(settings)}{beside}"
    if settings.clipboard is Clipboard.FILE or send is None:
        return f"{what} written to {where}" if where else "the copy could not be written"
    sequence = clipboard_sequence(text, wrapped=settings.clipboard is Clipboard.TMUX)
    if len(sequence) > LONGEST:
        return f"too long for the terminal; the {what} is in {where}" if where else "too long for the terminal"
    send(sequence)
    return f"{what} sent to the terminal{beside}"


def _kept(text: str) -> str:
    path = state_folder() / "copied.txt"
    try:
        replace_file(path, f"{text}\n")
    except OutputFailed:
        return ""
    return at_home(path)


def _name(settings: Settings) -> str:
    return Path(shlex.split(settings.clipboard_command)[0]).name


def _run(text: str, command: str) -> str:
    """What went wrong; empty if nothing did."""
    try:
        words = shlex.split(command)
        if not words:
            return "no clipboard_command is set"
        # Programs such as xclip stay behind to serve the copy, so what they write must be no pipe that is waited for.
        subprocess.run(
            words, input=text.encode(), check=True, timeout=_PATIENCE, stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )  # fmt: skip
    except (OSError, ValueError, subprocess.SubprocessError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else "it failed"
        return f"{command.split(maxsplit=1)[0]}: {reason}"
    return ""


def clipboard_sequence(text: str, environment: Mapping[str, str] = os.environ, *, wrapped: bool = False) -> str:
    """The sequence that asks the terminal to put ``text`` on the clipboard (OSC 52).

    Inside screen it is handed on to the terminal around it. tmux understands it as it is, if its ``set-clipboard`` is
    ``on``; ``wrapped`` has it handed on by tmux too, if its ``allow-passthrough`` is ``on``.
    """
    sequence = f"\x1b]52;c;{base64.b64encode(text.encode()).decode('ascii')}\x07"
    if wrapped:
        doubled = sequence.replace("\x1b", "\x1b\x1b")
        return f"\x1bPtmux;{doubled}\x1b\\"
    if environment.get("TERM", "").startswith("screen") and "TMUX" not in environment:
        # screen passes on strings of up to 768 bytes.
        pieces = [sequence[start : start + 700] for start in range(0, len(sequence), 700)]
        return "".join(f"\x1bP{piece}\x1b\\" for piece in pieces)
    return sequence
