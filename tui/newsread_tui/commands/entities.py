"""``newsread entities``: who and what is named, and how often by whom."""

import argparse
from typing import TYPE_CHECKING, Final

from newsread_tui.arguments import ExitCode, Parser, add_story, command_parser
from newsread_tui.tables import add_table, print_rich, room, wants_table, write_tsv
from newsread_tui.work import open_for

if TYPE_CHECKING:
    from newsread.report.outline import Outline

_DESCRIPTION: Final = """\
Show who and what the outlets name, and how often each of them does; what most
outlets name comes first. Into a pipe go lines with tabs.
"""
_EXAMPLES: Final = """\
  newsread entities ~/stories/summit
  newsread entities cnn.txt bbc.txt --format tsv
"""
_TYPE: Final = len("organisation")
_NAME: Final = 40


def parser() -> Parser:
    """The arguments of ``newsread entities``."""
    made = command_parser("entities", _DESCRIPTION, _EXAMPLES)
    add_story(made)
    add_table(made)
    return made


def run(words: list[str]) -> int:
    """Show who is named."""
    options = parser().parse_args(words)
    story = open_for(options)
    from newsread.report.outline import outline
    from newsread.report.phrases import type_name

    found = outline(story)
    if wants_table(options):
        _show(found, options)
    else:
        head = ["name", "type", *(article.outlet for article in found.articles)]
        write_tsv(head, [[named.name, type_name(named.type), *named.counts] for named in found.names or ()])
    return ExitCode.OK


def _show(outline: "Outline", options: argparse.Namespace) -> None:
    from rich.console import Group
    from rich.table import Table
    from rich.text import Text

    from newsread.report.phrases import type_name

    table = Table(box=None, pad_edge=False, padding=(0, 1, 0, 0), header_style="bold")
    most = max((count for named in outline.names or () for count in named.counts), default=0)
    widths = [len(str(max(most, number))) for number in range(1, len(outline.articles) + 1)]
    table.add_column("name", width=min(room(options, [_TYPE, *widths]), _NAME))
    table.add_column("type", width=_TYPE)
    for number, width in enumerate(widths, 1):
        table.add_column(str(number), justify="right", width=width)
    for named in outline.names or ():
        table.add_row(Text(named.name), type_name(named.type), *(str(count or "") for count in named.counts))
    names = "   ".join(f"{number} {article.outlet}" for number, article in enumerate(outline.articles, 1))
    print_rich(Group(Text(outline.title, style="bold"), Text(names), Text(""), table), options)
