"""The command line: arguments in, exit codes out. Imports Textual only when a screen is opened."""

import argparse
import os
import sys
from collections.abc import Sequence
from typing import Final

from newsread import __version__
from newsread.errors import NewsreadError, OutputFailed
from newsread_tui.arguments import MODEL_HELP, SOURCE_HELP, ExitCode, Parser, add_caching
from newsread_tui.care import add_care
from newsread_tui.collecting import collect_rarely
from newsread_tui.commands import COMMANDS, command
from newsread_tui.looks import add_looks
from newsread_tui.opening import add_opening
from newsread_tui.surroundings import complete_surroundings, system_failure

_DESCRIPTION: Final = """\
Read one story in many newspapers at once.

newsread shows the articles side by side. As the cursor moves through one, every
other pane jumps to the passage that says the same thing, or says it has none.
"""
_EXAMPLES: Final = """\
examples:
  newsread                          go on with the story read last, or the sample
  newsread ~/stories/summit         open a folder: its text files, or its story.toml
  newsread cnn.txt bbc.html dw.pdf  open files, one outlet each
  newsread https://a.com/1 https://b.com/2
                                    fetch pages and open them
  pbpaste | newsread - other.txt    one article from standard input
  newsread align ~/stories/summit   the same, as JSON, without a screen

In the reader, ? lists the keys and q quits.
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run ``newsread`` with ``arguments``, the command line's by default, and return its exit status."""
    complete_surroundings()
    collect_rarely()
    words = list(sys.argv[1:] if arguments is None else arguments)
    try:
        return command(words[0]).run(words[1:]) if words and words[0] in COMMANDS else _read(words)
    except NewsreadError as error:
        _complain(error)
        if isinstance(error, OutputFailed):
            _forget_output()
            return ExitCode.FAILED
        return ExitCode.UNUSABLE
    except (MemoryError, ImportError) as error:
        _complain(system_failure(error))
        return ExitCode.FAILED
    except KeyboardInterrupt:
        return _interrupted()
    except BrokenPipeError:
        _forget_output()
        return ExitCode.FAILED


def _forget_output() -> None:
    """Let go of what cannot be written any more; without this Python would complain once more at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _complain(error: NewsreadError) -> None:
    hint = f" ({error.hint})" if error.hint else ""
    sys.stderr.write(f"newsread: {error.message}{hint}\n")


def _interrupted() -> int:
    """End at once: Python would wait for a thread that is still at work."""
    import threading

    if threading.active_count() > 1:
        sys.stderr.flush()
        os._exit(ExitCode.INTERRUPTED)
    return ExitCode.INTERRUPTED


def _read(words: Sequence[str]) -> int:
    options = parser().parse_args(words)
    if options.sample and options.sources:
        parser().error("--sample is a story of its own: name no other")
    from newsread_tui.launch import launch

    return launch(options, options.sources)


def parser() -> Parser:
    """The arguments of the reader itself; its help lists the commands."""
    made = Parser(
        prog="newsread",
        usage="newsread [options] [SOURCE ...]\n       newsread COMMAND [options] ...",
        description=_DESCRIPTION,
        epilog=_commands() + _EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    made.add_argument(
        "sources", metavar="SOURCE", nargs="*", help=f"{SOURCE_HELP}; the story read last if none is named"
    )
    made.add_argument("--sample", action="store_true", help="open the sample story")
    made.add_argument("--model", metavar="NAME", help=MODEL_HELP)
    add_care(made)
    add_caching(made)
    add_opening(made)
    add_looks(made)
    made.add_argument("--version", action="version", version=f"newsread {__version__}")
    return made


def _commands() -> str:
    lines = [f"  {name:<12} {summary}" for name, summary in COMMANDS.items()]
    return "\n".join(["commands, without a screen (newsread COMMAND --help explains):", *lines, "", ""])


if __name__ == "__main__":
    sys.exit(main())
