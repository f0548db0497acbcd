"""``newsread save``: a story as a folder that can be kept, mailed, edited and opened without a network."""

from pathlib import Path
from typing import Final

from newsread_tui.arguments import SOURCE_HELP, ExitCode, Parser, command_parser
from newsread_tui.console import emit
from newsread_tui.opening import add_opening, read_for

_DESCRIPTION: Final = """\
Write the articles into a new folder: a text file for each, and a story.toml
with outlet, headline, date, author, address and when it was fetched.
"""
_EXAMPLES: Final = """\
  newsread save summit https://a.example/1 https://b.example/2
  newsread save summit page.html mail.eml notes.txt
  newsread summit                      open it again, offline
"""


def parser() -> Parser:
    """The arguments of ``newsread save``."""
    made = command_parser("save", _DESCRIPTION, _EXAMPLES)
    made.add_argument("folder", metavar="DIR", type=Path, help="a folder that is new or empty")
    made.add_argument("sources", metavar="SOURCE", nargs="+", help=SOURCE_HELP)
    made.add_argument("-q", "--quiet", action="store_true", help="no progress and no warnings on standard error")
    add_opening(made)
    return made


def run(words: list[str]) -> int:
    """Save a story."""
    options = parser().parse_args(words)
    from newsread.saving import save_story
    from newsread_tui.work import tell_warnings

    story = read_for(options, options.sources, quiet=options.quiet)
    if not options.quiet:
        tell_warnings(story)
    emit("".join(f"{path}\n" for path in save_story(story, options.folder)))
    return ExitCode.OK
