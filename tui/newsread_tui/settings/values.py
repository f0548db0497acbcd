"""The settings as the reader uses them: one frozen value."""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import NamedTuple

from newsread_tui.plan import MEASURE, Layout


class Clipboard(StrEnum):
    """Where a copy is sent."""

    OSC52 = "osc52"
    """To the terminal, as it is."""
    TMUX = "tmux"
    """To the terminal around tmux, past tmux itself."""
    COMMAND = "command"
    """To the standard input of a program."""
    FILE = "file"
    """To a file, and nowhere else."""


class Settings(NamedTuple):
    """What the user may choose.

    Attributes:
        theme: Name of a theme; ``auto`` for the dark one, or the terminal's own colours where it has few or none.
        color: How many colours to send: ``auto``, ``truecolor``, ``256``, ``16`` or ``none``.
        ascii: Whether to draw in ASCII even where the terminal could show more.
        mouse: Whether to take the mouse from the terminal.
        layout: How a story is laid out that has not been read before.
        threshold: From which score on links are followed in such a story; None for what the aligner advises.
        steady: Whether outlets hold still while the passage is in view.
        overview: Whether every column has a strip that shows the whole of its article.
        measure: The longest line of text, in cells.
        model: Name of an installed spaCy pipeline to find names with; empty for the bundled one.
        careful: Whether sentences are compared once more, with the large encoder.
        clipboard: Where copies go.
        clipboard_command: The program that takes copies, as a shell would be told.
        keys: By id of an action, the keys that do it instead of its own.
        said: Names of the settings that were named on the command line: they win over how a story was left.
    """

    theme: str = "auto"
    color: str = "auto"
    ascii: bool = False
    mouse: bool = False
    layout: Layout = Layout.COLUMNS
    threshold: float | None = None
    steady: bool = False
    overview: bool = False
    measure: int = MEASURE
    model: str = ""
    careful: bool = True
    clipboard: Clipboard = Clipboard.OSC52
    clipboard_command: str = ""
    keys: Mapping[str, str] = MappingProxyType({})
    said: frozenset[str] = frozenset()


class Problem(NamedTuple):
    """Something that was said and cannot be followed.

    Attributes:
        place: Where: "config.toml, line 4", or the name of an environment variable.
        key: Of which setting; empty if of none.
        message: What is wrong.
        hint: What to do about it; may be empty.
    """

    place: str
    key: str
    message: str
    hint: str = ""

    def __str__(self) -> str:
        """All of it as one line."""
        told = ": ".join(part for part in (self.place, self.key, self.message) if part)
        return f"{told} ({self.hint})" if self.hint else told


class Unfit(ValueError):
    """A value that a setting cannot have.

    Args:
        message: What is wrong, without naming the setting.
        hint: What to do about it.
    """

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(f"{message} ({hint})" if hint else message)
        self.message = message
        self.hint = hint
