"""``newsread quotes``: who said what, and which outlets print it."""

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from newsread_tui.arguments import ExitCode, Parser, add_story, command_parser
from newsread_tui.tables import add_table, print_rich, wants_table, write_tsv
from newsread_tui.work import open_for

if TYPE_CHECKING:
    from rich.text import Text

    from newsread.report.outline import Outline
    from newsread.story import Story

_DESCRIPTION: Final = """\
Show who is quoted, with which words, in which outlets: what several outlets
print comes as one, the longest version first. Into a pipe go lines with tabs,
one for each quotation; those of one utterance have the same number.
"""
_EXAMPLES: Final = """\
  newsread quotes ~/stories/summit
  newsread quotes cnn.txt bbc.txt | grep Tillerson
"""


def parser() -> Parser:
    """The arguments of ``newsread quotes``."""
    made = command_parser("quotes", _DESCRIPTION, _EXAMPLES)
    add_story(made)
    add_table(made)
    return made


def run(words: list[str]) -> int:
    """Show who said what."""
    options = parser().parse_args(words)
    story = open_for(options)
    if wants_table(options):
        from newsread.report.outline import outline

        _show(outline(story), options)
    else:
        write_tsv(["utterance", "speaker", "outlet", "kind", "verb", "words"], list(_rows(story)))
    return ExitCode.OK


def _rows(story: "Story") -> Iterator[list[object]]:
    numbers = {index: number for number, each in enumerate(story.utterances, 1) for index in each.quotations}
    for index, quotation in enumerate(story.quotations):
        outlet = story.articles[quotation.article].outlet
        yield [numbers.get(index, ""), quotation.name, outlet, quotation.kind.value, quotation.verb, quotation.words]


def _show(outline: "Outline", options: argparse.Namespace) -> None:
    from rich.console import Group

    print_rich(Group(*_texts(outline)), options)


def _texts(outline: "Outline") -> "Iterator[Text]":
    from rich.text import Text

    from newsread.report.findings import by_speaker
    from newsread.report.phrases import spoken_by

    if not outline.sayings:
        yield Text("No quotations were found.")
    for name, sayings in by_speaker(outline.sayings).items():
        yield Text(spoken_by(name), style="bold")
        for saying in sayings:
            for number, version in enumerate(saying.versions):
                head = Text(f"{'  ' if number else ''}  {outline.outlet(version.article)}: ", style="italic")
                yield Text.assemble(head, f"“{version.words}” ", (version.told, "dim"))
        yield Text("")
