"""The commands besides the reader: each is a module here with ``parser()`` and ``run(words)``, imported when called."""

from importlib import import_module
from typing import Final, Protocol, cast

from newsread_tui.arguments import Parser

COMMANDS: Final = {
    "align": "write who says the same where, as JSON, JSON lines or CSV",
    "report": "write the story as text, Markdown, HTML, JSON, CSV or a picture",
    "diff": "show two articles passage beside passage",
    "coverage": "show which outlet carries which passage",
    "quotes": "show who is quoted with which words by which outlets",
    "entities": "show who and what is named, and how often by whom",
    "feed": "list the articles of an RSS or Atom feed, or open some",
    "save": "keep the articles in a folder, to be opened again offline",
    "batch": "write a report on each of many stories",
    "cache": "tell or remove what is kept to be quick",
    "config": "show the settings and keys, or write the file to change them in",
    "doctor": "look whether everything works; for bug reports",
    "completion": "write the completion for bash, zsh or fish",
    "help": "explain a command or a topic: sources, formats, exit, environment",
}
"""By name, what each does, for ``newsread --help``; in the order in which they are shown."""


class Command(Protocol):
    """What a module of this package offers."""

    def parser(self) -> Parser:
        """The parser of its arguments, for help and for shell completion."""

    def run(self, words: list[str]) -> int:
        """Run it with the words after its name; returns the exit status."""


def command(name: str) -> Command:
    """The command of this name, imported."""
    return cast("Command", import_module(f"{__name__}.{name}"))
