"""``newsread help``: commands and topics."""

from typing import Final

from newsread_tui.arguments import ExitCode, Parser, command_parser
from newsread_tui.console import emit

_DESCRIPTION: Final = "Explain newsread, one of its commands, or a topic.\n"
_EXAMPLES: Final = """\
  newsread help
  newsread help report
  newsread help formats
"""
TOPICS: Final = {
    "sources": """\
SOURCE is a web address, a file, a folder, or - for standard input. Options come
before or after it. A file whose name is that of a command is opened with a path
in front: newsread ./report

A file may be a text, a web page, Markdown, a mail, a scraper's JSON, a web
archive or a PDF: its content decides. Pages are fetched before the reader opens,
within bounds, and kept in the cache (--offline). docs/sources.md has the rest.

A folder stands for its articles, by name. With a story.toml in it, that names
the outlets, their order and dates:

  title = "Ministers meet"

  [[article]]
  file = "reuters.txt"
  outlet = "Reuters"
  date = 2017-08-17
  url = "https://example.com/article"
""",
    "formats": """\
text    linear and in words, for reading aloud, for mail, for comparing by line
md      Markdown with tables
html    one file with everything in it; reads without scripts, and with them its
        columns move together
json    everything that is known; docs/json.md explains it
jsonl   one JSON object for each link, on a line of its own
csv     one row for each link. A text that a spreadsheet would take for a formula
        (it begins with = + - @ or a tab) gets an apostrophe in front
svg     who carries what, as a picture

Tables (coverage, quotes, entities) are columns in a terminal, and lines with
tabs elsewhere. All files are UTF-8.
""",
    "exit": """\
0    done
1    something could not be done: the output could not be written, a story of a
     batch failed, doctor found something broken
2    nothing could be opened, or the arguments are wrong
130  interrupted with Ctrl-C

Warnings go to standard error and change no exit status; --quiet leaves them out.
A file named with -o is complete or is not written at all.
""",
    "environment": """\
NO_COLOR         set to anything: no colour, only bold, underlined and reverse
TERM             dumb: no styles, no progress, no pager; a report for the reader
COLORTERM        truecolor: the terminal has more than 256 colours
LC_ALL, LC_CTYPE, LANG   UTF-8 in it, or the reader draws in ASCII
NEWSREAD_THEME, NEWSREAD_COLOR, NEWSREAD_ASCII, NEWSREAD_MOUSE, NEWSREAD_LAYOUT,
NEWSREAD_STEADY, NEWSREAD_CLIPBOARD   settings, as in the file that newsread
                 config --init writes
NEWSREAD_CONFIG  another file than the usual one
COLUMNS, LINES   the size of the terminal, if it does not tell itself
PAGER            what long output goes through (less); cat or nothing for none
LESS             options of less (FRX)
XDG_CACHE_HOME, XDG_CONFIG_HOME, XDG_STATE_HOME   where files are kept
""",
}


def parser() -> Parser:
    """The arguments of ``newsread help``."""
    from newsread_tui.commands import COMMANDS

    made = command_parser("help", _DESCRIPTION, _EXAMPLES)
    names = [*COMMANDS, *TOPICS]
    made.add_argument("topic", nargs="?", choices=names, metavar="TOPIC", help=f"a command, or {', '.join(TOPICS)}")
    return made


def run(words: list[str]) -> int:
    """Explain a command or a topic."""
    topic = parser().parse_args(words).topic
    from newsread_tui import cli
    from newsread_tui.commands import command

    if topic in TOPICS:
        emit(TOPICS[topic])
    else:
        emit((command(topic).parser() if topic else cli.parser()).format_help())
    return ExitCode.OK
