"""``newsread coverage``: who carries what."""

import argparse
from typing import TYPE_CHECKING, Final

from newsread_tui.arguments import ExitCode, Parser, add_story, command_parser
from newsread_tui.tables import add_table, print_rich, room, signs, wants_table, write_tsv
from newsread_tui.work import open_for

if TYPE_CHECKING:
    from newsread.report.outline import Outline, Shared

_DESCRIPTION: Final = """\
Show which outlet carries which of the passages that two outlets or more have,
and how much each has alone. A filled square says that the outlet carries it, an
outlined one that it carries part of it. Into a pipe go lines with tabs, and the
words yes, part and no.
"""
_EXAMPLES: Final = """\
  newsread coverage ~/stories/summit
  newsread coverage cnn.txt bbc.txt dw.txt | grep -c yes
"""
_LABEL: Final = 66
_WORDS: Final = ("yes", "part", "no")


def parser() -> Parser:
    """The arguments of ``newsread coverage``."""
    made = command_parser("coverage", _DESCRIPTION, _EXAMPLES)
    add_story(made)
    add_table(made)
    return made


def run(words: list[str]) -> int:
    """Show who carries what."""
    options = parser().parse_args(words)
    story = open_for(options, names=False)
    from newsread.report.outline import outline

    found = outline(story)
    if wants_table(options):
        _show(found, options)
    else:
        head = ["number", "passage", *(article.outlet for article in found.articles)]
        write_tsv(head, [[each.number, each.label, *_cells(found, each, _WORDS)] for each in found.shared])
    return ExitCode.OK


def _cells(outline: "Outline", passage: "Shared", marks: tuple[str, str, str]) -> list[str]:
    """One mark for each outlet, of those for carried, carried in part, not carried."""
    partial = {wording.article: wording.partial for wording in passage.wordings}
    return [marks[partial.get(article, 2)] for article in range(len(outline.articles))]


def _show(outline: "Outline", options: argparse.Namespace) -> None:
    from rich.console import Group
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False, padding=(0, 1, 0, 0), header_style="bold")
    table.add_column("", justify="right", style="dim", width=3)
    widths = [len(str(max(share.article + 1, len(share.only)))) for share in outline.shares]
    width = room(options, [3, *widths])
    table.add_column("passage", overflow="ellipsis", no_wrap=True, width=min(width, _LABEL))
    for number, column in enumerate(widths, 1):
        table.add_column(str(number), justify="right", no_wrap=True, width=column)
    for passage in outline.shared:
        table.add_row(str(passage.number), Text(passage.label), *_cells(outline, passage, signs()))
    table.add_row("", "", *("" for _ in outline.articles))
    table.add_row("", Text("sentences of this outlet alone"), *(str(len(share.only)) for share in outline.shares))
    names = "   ".join(f"{number} {article.outlet}" for number, article in enumerate(outline.articles, 1))
    print_rich(Group(Text(outline.title, style="bold"), Text(names), Text(""), table), options)
