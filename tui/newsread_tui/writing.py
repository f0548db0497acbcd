"""What is on the screen, as text in a file."""

import contextlib
import re
from collections.abc import Iterator, Sequence
from itertools import count, groupby, islice
from pathlib import Path
from typing import Final, Protocol, runtime_checkable

from rich.cells import cell_len
from textual.screen import Screen

from newsread.errors import OutputFailed
from newsread.text import fold
from newsread_tui.files import new_file
from newsread_tui.settings.places import state_folder
from newsread_tui.widgets.lines import LineWidget

_MOST: Final = 1000
_LONGEST: Final = 40


@runtime_checkable
class Linear(Protocol):
    """A screen that can say what it shows in reading order."""

    def told(self) -> Sequence[str]:
        """What it says, line by line: nothing side by side, and nothing cut."""


def write_screen(screen: Screen[object], title: str, *, linear: bool = False) -> Path:
    """Write what a screen shows to a new file in the current folder, or with the state where that is forbidden.

    Args:
        screen: What is shown.
        title: What the file is named after.
        linear: Whether in reading order, one thing after the other, instead of as it stands.

    Raises:
        OutputFailed: It cannot be written anywhere.
    """
    text = "\n".join(screen.told()).rstrip() + "\n" if linear and isinstance(screen, Linear) else screen_text(screen)
    try:
        return new_file(_names(Path.cwd(), title), text)
    except (OutputFailed, OSError):  # the folder may be gone, too
        folder = state_folder()
        with contextlib.suppress(OSError):  # then nothing can be written there, which is said
            folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        return new_file(_names(folder, title), text)


def _names(folder: Path, title: str) -> Iterator[Path]:
    words = "-".join(re.findall(r"[a-z0-9]+", fold(title).lower()))[:_LONGEST].strip("-") or "story"
    return (folder / f"newsread-{words}-{number}.txt" for number in islice(count(1), _MOST))


def screen_text(screen: Screen[object]) -> str:
    """The lines of a screen without colours, as they stand; blank ends are left out."""
    shown = [widget for widget in screen.query(LineWidget) if widget.display and widget.region.area]
    pieces = [
        (widget.region.y + y, widget.region.x, text)
        for widget in shown
        for y, text in enumerate(widget.texts[: widget.region.height])
    ]
    rows = {y: _joined(row) for y, row in groupby(sorted(pieces), key=lambda piece: piece[0])}
    lines = [rows.get(y, "") for y in range(max(rows, default=-1) + 1)]
    return "\n".join(lines).rstrip() + "\n"


def _joined(row: Iterator[tuple[int, int, str]]) -> str:
    line = ""
    for _, x, text in row:
        line += " " * (x - cell_len(line)) + text
    return line.rstrip()
