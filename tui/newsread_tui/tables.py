"""Tables for commands: without lines in a terminal, with tabs in a pipe, and never a style that a text brings along."""

import argparse
import shutil
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from newsread.text import one_line
from newsread_tui.arguments import positive
from newsread_tui.console import emit, is_terminal
from newsread_tui.pager import show

if TYPE_CHECKING:
    from rich.console import RenderableType

FORMATS: Final = ("table", "tsv")
_LEAST: Final = 16


def add_table(parser: argparse.ArgumentParser) -> None:
    """Add how a table is to look."""
    parser.add_argument(
        "--format", choices=FORMATS, help="table, or values separated by tabs (default: table in a terminal)"
    )
    add_screen(parser)


def add_screen(parser: argparse.ArgumentParser) -> None:
    """Add how wide, and whether through a pager."""
    parser.add_argument("--width", type=positive, metavar="N", help="width in characters (default: the terminal's)")
    parser.add_argument("--no-pager", action="store_true", help="write to the terminal however long it is")


def wants_table(options: argparse.Namespace) -> bool:
    """Whether a table is for people, who see it in columns."""
    return bool(options.format == "table" or (options.format is None and is_terminal(sys.stdout)))


def write_tsv(head: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Write a table for programs: one line for each row, no tab and no line break inside a value."""
    emit("".join("\t".join(one_line(str(cell)) for cell in row) + "\n" for row in [head, *rows]))


def print_rich(rendered: "RenderableType", options: argparse.Namespace) -> None:
    """Write something of Rich's; colours only where they are wanted (NO_COLOR, pipes), through a pager if long."""
    from rich.console import Console

    console = Console(width=options.width, highlight=False, markup=False, emoji=False)
    with console.capture() as captured:
        console.print(rendered)
    lines = (line.rstrip() for line in captured.get().split("\n"))
    show("\n".join(lines), paged=not options.no_pager)


def room(options: argparse.Namespace, columns: Sequence[int]) -> int:
    """How wide the first column can be beside others of these widths; where that is too little, lines get longer."""
    taken = sum(width + 1 for width in columns) + 1
    options.width = max(options.width or shutil.get_terminal_size().columns, taken + _LEAST)
    return int(options.width) - taken


def signs() -> tuple[str, str, str]:
    """How a matrix says carried, carried in part, not carried: as far as the terminal's encoding goes."""
    try:
        "■□·".encode(sys.stdout.encoding)
    except UnicodeEncodeError:
        return "x", "p", "-"
    return "■", "□", "·"
