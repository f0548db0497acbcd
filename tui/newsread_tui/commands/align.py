"""``newsread align``: the contract that other tools rely on."""

from typing import Final

from newsread_tui.arguments import ExitCode, Parser, add_story, command_parser
from newsread_tui.console import emit
from newsread_tui.work import open_for

_DESCRIPTION: Final = """\
Find the sentences of the articles that say the same thing, and write them as
JSON: articles with sentences, links with score and evidence, entities.
Offsets count characters of the decoded source text. As JSON lines and as CSV,
each link is one line with both of its sentences.
"""
_EXAMPLES: Final = """\
  newsread align cnn.txt bbc.txt > story.json
  newsread align ~/stories/summit --threshold 0.8
  newsread align cnn.txt bbc.txt --format csv > links.csv
"""
FORMATS: Final = ("json", "jsonl", "csv")


def parser() -> Parser:
    """The arguments of ``newsread align``."""
    made = command_parser("align", _DESCRIPTION, _EXAMPLES)
    add_story(made)
    made.add_argument(
        "--format", choices=["json", "jsonl", "csv"], default="json", help="what to write (default: json)"
    )
    return made


def run(words: list[str]) -> int:
    """Write the alignment of a story."""
    options = parser().parse_args(words)
    story = open_for(options)
    from newsread.report import render

    emit(render(story, options.format))
    return ExitCode.OK
