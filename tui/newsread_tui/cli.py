"""The command line: arguments in, exit codes out. Imports Textual only when a screen is opened."""

import argparse
import os
import sys
from collections.abc import Sequence
from enum import IntEnum
from typing import Final, NoReturn

from newsread import __version__
from newsread.errors import NewsreadError


class ExitCode(IntEnum):
    """What the exit status says."""

    OK = 0
    FAILED = 1
    UNUSABLE = 2
    INTERRUPTED = 130


_DESCRIPTION: Final = """\
Read one story in many newspapers at once.

newsread shows the articles side by side. As the cursor moves through one, every
other pane jumps to the passage that says the same thing, or says it has none.
"""
_EPILOG: Final = """\
examples:
  newsread                          open the sample story
  newsread ~/stories/summit         open a folder: its text files, or its story.toml
  newsread cnn.txt bbc.txt dw.txt   open files, one outlet each
  pbpaste | newsread - other.txt    one article from standard input
  newsread align ~/stories/summit   the same, as JSON, without a screen

In the reader, ? lists the keys and q quits.
"""
_ALIGN_DESCRIPTION: Final = """\
Find the sentences of the articles that say the same thing, and write them as
JSON: articles with sentences, links with score and evidence, entities.
Offsets count characters of the decoded source text.
"""
_ALIGN_EPILOG: Final = """\
examples:
  newsread align cnn.txt bbc.txt > story.json
  newsread align ~/stories/summit --threshold 0.8

exit status: 0 done, 2 nothing could be opened or the arguments are wrong,
130 interrupted
"""
_SOURCE_HELP: Final = "a text file, a folder, or - for standard input"
_MODEL_HELP: Final = "an installed spaCy pipeline to find names with (default: the bundled English one)"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run ``newsread`` with ``arguments``, the command line's by default, and return its exit status."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    try:
        return _align(words[1:]) if words[:1] == ["align"] else _read(words)
    except NewsreadError as error:
        _complain(error)
        return ExitCode.UNUSABLE
    except KeyboardInterrupt:
        return ExitCode.INTERRUPTED
    except BrokenPipeError:
        # The reader of our output is gone; without this Python would complain once more at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitCode.FAILED


def _complain(error: NewsreadError) -> None:
    hint = f" ({error.hint})" if error.hint else ""
    _tell(f"{error.message}{hint}")


def _tell(line: str) -> None:
    sys.stderr.write(f"newsread: {line}\n")


def _read(words: Sequence[str]) -> int:
    options = _reader_parser().parse_args(words)
    if not (sys.stdout.isatty() and os.environ.get("TERM", "dumb") != "dumb"):
        raise NewsreadError("the reader needs a terminal", "newsread align SOURCE... writes JSON without one")
    from newsread.sample import sample_story

    sources = options.sources or [str(sample_story())]
    from newsread_tui.app import run_reader

    return run_reader(sources, model=options.model)


def _align(words: Sequence[str]) -> int:
    options = _align_parser().parse_args(words)
    from newsread.export import to_json
    from newsread.pipeline import open_story

    story = open_story(options.sources, model=options.model)
    if options.threshold is not None:
        story = story.with_threshold(options.threshold)
    for warning in story.warnings:
        _tell(warning)
    # JSON is UTF-8 whatever the locale; file names that are not are written back as the bytes they are.
    sys.stdout.buffer.write(to_json(story).encode("utf-8", "surrogateescape"))
    sys.stdout.flush()
    return ExitCode.OK


class _Parser(argparse.ArgumentParser):
    """A parser whose complaints take one line, like every other of newsread's."""

    def error(self, message: str) -> NoReturn:
        self.exit(ExitCode.UNUSABLE, f"newsread: {message} (newsread --help explains)\n")


def _reader_parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="newsread",
        usage="newsread [options] [SOURCE ...]\n       newsread align [options] SOURCE ...",
        description=_DESCRIPTION,
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "sources", metavar="SOURCE", nargs="*", help=f"{_SOURCE_HELP}; the sample story if none is named"
    )
    parser.add_argument("--model", metavar="NAME", help=_MODEL_HELP)
    parser.add_argument("--version", action="version", version=f"newsread {__version__}")
    return parser


def _align_parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="newsread align",
        description=_ALIGN_DESCRIPTION,
        epilog=_ALIGN_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("sources", metavar="SOURCE", nargs="+", help=_SOURCE_HELP)
    parser.add_argument("--format", choices=["json"], default="json", help="what to write (default: json)")
    parser.add_argument("--threshold", type=_probability, metavar="P", help="list links from this score, 0 to 1")
    parser.add_argument("--model", metavar="NAME", help=_MODEL_HELP)
    return parser


def _probability(word: str) -> float:
    try:
        value = float(word)
    except ValueError:
        value = -1.0
    if not 0.0 <= value <= 1.0:
        raise argparse.ArgumentTypeError(f"{word} is not a number from 0 to 1")
    return value


if __name__ == "__main__":
    sys.exit(main())
