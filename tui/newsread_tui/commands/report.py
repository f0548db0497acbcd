"""``newsread report``: the story for somebody without the reader."""

import argparse
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from newsread.manifest import MANIFEST_NAME
from newsread_tui.arguments import ExitCode, Parser, add_story, command_parser, positive
from newsread_tui.output import STANDARD_OUTPUT, refuse_source, write
from newsread_tui.work import aside, open_for

if TYPE_CHECKING:
    from newsread.story import Story

_DESCRIPTION: Final = """\
Write what the outlets say, what each of them leaves out or alone has, who is
named, and where the texts are from.
"""
_EXAMPLES: Final = """\
  newsread report ~/stories/summit
  newsread report ~/stories/summit -o summit.html
  newsread report cnn.txt bbc.txt --format csv > links.csv
"""
FORMATS: Final = ("text", "md", "html", "json", "jsonl", "csv", "svg")
_SUFFIXES: Final = {".txt": "text", ".htm": "html", **{f".{name}": name for name in FORMATS}}


def parser() -> Parser:
    """The arguments of ``newsread report``."""
    made = command_parser("report", _DESCRIPTION, _EXAMPLES)
    add_story(made)
    made.add_argument("--format", choices=FORMATS, help="what to write (default: by the name after -o, else text)")
    made.add_argument(
        "-o", "--output", metavar="FILE", default=STANDARD_OUTPUT, help="write there; complete or not at all"
    )
    made.add_argument("--width", type=positive, metavar="N", help="wrap text at N characters (default: the terminal's)")
    return made


def run(words: list[str]) -> int:
    """Write a report on a story."""
    options = parser().parse_args(words)
    form = options.format or _SUFFIXES.get(Path(options.output).suffix.lower(), "text")
    refuse_source(options.output, options.sources)
    story = open_for(options, lambda story: refuse_source(options.output, _files(options, story)))
    from newsread.report import render

    write(options.output, aside(lambda: render(story, form, width=_width(options))))
    return ExitCode.OK


def _files(options: argparse.Namespace, story: "Story") -> list[str]:
    """Every file that the story was read from."""
    manifests = [str(Path(source, MANIFEST_NAME)) for source in options.sources]
    return [*manifests, *(article.path for article in story.articles)]


def _width(options: argparse.Namespace) -> int | None:
    if options.width is not None or options.output != STANDARD_OUTPUT or not sys.stdout.isatty():
        width: int | None = options.width
        return width
    return shutil.get_terminal_size().columns
