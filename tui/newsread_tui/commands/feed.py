"""``newsread feed``: what an RSS or Atom feed lists, and its articles opened."""

import argparse
import re
from typing import TYPE_CHECKING, Final

from newsread.errors import NewsreadError
from newsread_tui.arguments import MODEL_HELP, ExitCode, Parser, command_parser
from newsread_tui.care import add_care
from newsread_tui.console import emit
from newsread_tui.looks import add_looks
from newsread_tui.opening import add_opening, fetch_options, fetching_shown
from newsread_tui.work import aside

if TYPE_CHECKING:
    from newsread.feeds import Feed, FeedEntry

_DESCRIPTION: Final = """\
List the articles of a feed, or open the ones that are picked, side by side.
"""
_EXAMPLES: Final = """\
  newsread feed https://example.org/rss                   list it
  newsread feed https://example.org/rss --pick 1,3-5      open four of its articles
  newsread align $(newsread feed feed.xml --pick 1,2 --urls)
"""


def parser() -> Parser:
    """The arguments of ``newsread feed``."""
    made = command_parser("feed", _DESCRIPTION, _EXAMPLES)
    made.add_argument("feed", metavar="FEED", help="the address or file of a feed, or - for standard input")
    made.add_argument("--list", action="store_true", help="list its articles (the default)")
    made.add_argument("--pick", type=numbers, metavar="N,N", default=[], help="open these articles of the list")
    made.add_argument("--urls", action="store_true", help="write addresses alone, one to a line")
    made.add_argument("--model", metavar="NAME", help=MODEL_HELP)
    add_care(made)
    add_opening(made)
    add_looks(made)
    return made


def numbers(word: str) -> list[int]:
    """Numbers and ranges as ``type`` of an argument: "1,3-5"."""
    if not re.fullmatch(r"\d{1,3}(?:-\d{1,3})?(?:,\d{1,3}(?:-\d{1,3})?)*", word, re.ASCII):
        raise argparse.ArgumentTypeError(f"{word} is not a list of numbers such as 1,3-5")
    ends = [part.split("-") for part in word.split(",")]
    return list(dict.fromkeys(n for pair in ends for n in range(int(pair[0]), int(pair[-1]) + 1)))


def run(words: list[str]) -> int:
    """List a feed, or open articles of it."""
    options = parser().parse_args(words)
    from newsread.feeds import open_feed

    with fetching_shown([options.feed]) as on_progress:
        feed = aside(lambda: open_feed(options.feed, fetch_options(options, on_progress)))
    if strange := next((n for n in options.pick if not 0 < n <= len(feed.entries)), None):
        raise NewsreadError(f"the feed lists {len(feed.entries)} articles, and none has the number {strange}")
    picked = feed.picked(options.pick) or list(feed.entries)
    if options.urls:
        emit("".join(f"{entry.url}\n" for entry in picked))
    elif options.pick and not options.list:
        return _open(options, [entry.url for entry in picked])
    else:
        emit(_listed(feed, picked))
    return ExitCode.OK


def _open(options: argparse.Namespace, urls: list[str]) -> int:
    from newsread_tui.launch import launch

    return launch(options, urls)


def _listed(feed: "Feed", entries: "list[FeedEntry]") -> str:
    lines = [feed.title] if feed.title else []
    for entry in entries:
        day = entry.published.astimezone().date().isoformat() if entry.published else " " * 10
        outlet = f"  ({entry.outlet})" if entry.outlet else ""
        lines.append(f"{feed.entries.index(entry) + 1:>4}  {day}  {entry.title or 'no title'}{outlet}")
        lines.append(f"{'':18}{entry.url}")
    return "\n".join(lines) + "\n"
