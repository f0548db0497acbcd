"""What the commands' arguments have in common, and what their exit statuses say."""

import argparse
import sys
from enum import IntEnum
from typing import TYPE_CHECKING, Final, NoReturn

from newsread_tui.care import add_care
from newsread_tui.console import emit
from newsread_tui.opening import add_opening

if TYPE_CHECKING:
    from _typeshed import SupportsWrite


class ExitCode(IntEnum):
    """What the exit status says."""

    OK = 0
    """Done."""
    FAILED = 1
    """Something could not be done, or the output could not be written."""
    UNUSABLE = 2
    """Nothing could be opened, or the arguments are wrong."""
    INTERRUPTED = 130
    """Ctrl-C."""


EXIT_STATUS: Final = """\
exit status: 0 done, 1 the output could not be written, 2 nothing could be
opened or the arguments are wrong, 130 interrupted
"""
SOURCE_HELP: Final = "a web address, a file, a folder, or - for standard input"
MODEL_HELP: Final = "an installed spaCy pipeline to find names with (default: the bundled English one)"


class Parser(argparse.ArgumentParser):
    """A parser whose complaints take one line, like every other of newsread's."""

    def _print_message(self, message: str, file: "SupportsWrite[str] | None" = None) -> None:
        """Help that cannot be written is no help given; argparse would keep quiet about it."""
        if file is sys.stdout:
            emit(message)
        else:
            super()._print_message(message, file)

    def error(self, message: str) -> NoReturn:
        """End the program with one line about wrong arguments."""
        from newsread.text import one_line

        self.exit(ExitCode.UNUSABLE, f"newsread: {one_line(message)} (newsread --help explains)\n")


def command_parser(name: str, description: str, examples: str, status: str = EXIT_STATUS) -> Parser:
    """The parser of ``newsread NAME``, with examples and exit statuses below its options."""
    return Parser(
        prog=f"newsread {name}",
        description=description,
        epilog=f"examples:\n{examples}\n{status}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )


def add_story(parser: argparse.ArgumentParser) -> None:
    """Add what every command that analyses a story takes: its sources, and how to go about it."""
    parser.add_argument("sources", metavar="SOURCE", nargs="+", help=SOURCE_HELP)
    parser.add_argument(
        "--corrections", action="store_true", help="link as you have corrected this story in the reader"
    )
    add_analysis(parser)
    add_opening(parser)


def add_analysis(parser: argparse.ArgumentParser) -> None:
    """Add how to analyse a story."""
    parser.add_argument("--threshold", type=probability, metavar="P", help="take links from this score on, 0 to 1")
    parser.add_argument("--model", metavar="NAME", help=MODEL_HELP)
    add_care(parser)
    add_caching(parser)
    parser.add_argument("-q", "--quiet", action="store_true", help="no progress and no warnings on standard error")


def add_caching(parser: argparse.ArgumentParser) -> None:
    """Add whether analyses are kept."""
    parser.add_argument(
        "--no-cache", dest="cache", action="store_false", help="analyse anew, and keep nothing for the next time"
    )


def probability(word: str) -> float:
    """A number from 0 to 1, as ``type`` of an argument."""
    try:
        value = float(word)
    except ValueError:
        value = -1.0
    if not 0.0 <= value <= 1.0:
        raise argparse.ArgumentTypeError(f"{word} is not a number from 0 to 1")
    return value


def positive(word: str) -> int:
    """A whole number from 1 on, as ``type`` of an argument."""
    if not (word.isascii() and word.isdigit() and 0 < int(word) < 100_000):
        raise argparse.ArgumentTypeError(f"{word} is not a whole number from 1 on")
    return int(word)
