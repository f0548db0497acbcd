"""``newsread diff``: two articles, passage beside passage."""

import argparse
import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from newsread.errors import NewsreadError
from newsread_tui.arguments import ExitCode, Parser, add_analysis, command_parser
from newsread_tui.console import emit, is_terminal
from newsread_tui.opening import add_opening
from newsread_tui.tables import add_screen, print_rich
from newsread_tui.work import open_for

if TYPE_CHECKING:
    from rich.text import Text

    from newsread.model import Span
    from newsread.report.sides import Pair
    from newsread.story import Story

_DESCRIPTION: Final = """\
Show two articles passage beside passage; in passages that both have, the words
that differ are bold and underlined. A passage that only one has stands alone.
Into a pipe, or on a terminal that cannot style text, goes linear text that says
in words what differs.
"""
_EXAMPLES: Final = """\
  newsread diff cnn.txt reuters.txt
  newsread diff cnn.txt reuters.txt --format text | less
"""
FORMATS: Final = ("columns", "text")


def parser() -> Parser:
    """The arguments of ``newsread diff``."""
    made = command_parser("diff", _DESCRIPTION, _EXAMPLES)
    made.add_argument("sources", metavar="SOURCE", nargs="+", help="two text files, or a folder of two")
    add_analysis(made)
    add_opening(made)
    made.add_argument("--format", choices=FORMATS, help="columns or linear text (default: columns in a terminal)")
    add_screen(made)
    return made


def run(words: list[str]) -> int:
    """Compare two articles."""
    options = parser().parse_args(words)
    story = open_for(options, _two, names=False)
    from newsread.report.sides import linear, pairs

    if options.format == "columns" or (options.format is None and is_terminal(sys.stdout)):
        _show(story, pairs(story), options)
    else:
        emit(linear(story))
    return ExitCode.OK


def _two(story: "Story") -> None:
    found = len(story.articles)
    if found != 2:
        raise NewsreadError(f"newsread diff compares two articles, and here {'is' if found == 1 else 'are'} {found}")


def _show(story: "Story", found: Sequence["Pair"], options: argparse.Namespace) -> None:
    from rich.table import Table
    from rich.text import Text

    outlets = [article.outlet for article in story.articles]
    table = Table(box=None, pad_edge=False, padding=(0, 2, 1, 0), header_style="bold", expand=True)
    for outlet in outlets:
        table.add_column(Text(outlet), ratio=1)
    for pair in found:
        cells = zip(
            (pair.left, pair.right), (pair.left_marks, pair.right_marks), ("red", "green"), outlets, strict=True
        )
        table.add_row(*(_cell(*cell) for cell in cells))
    print_rich(table, options)


def _cell(text: str, marks: Sequence["Span"], colour: str, outlet: str) -> "Text":
    from rich.text import Text

    if not text:
        return Text(f"not in {outlet}", style="dim italic")
    return Text.assemble(*_pieces(text, marks, f"bold underline {colour}"))


def _pieces(text: str, marks: Sequence["Span"], style: str) -> Iterator[tuple[str, str]]:
    from newsread.report.wordings import cut

    yield from ((piece, style if is_marked else "") for piece, is_marked in cut(text, marks) if piece)
