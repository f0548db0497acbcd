"""Options of the command line that say how the reader looks."""

import argparse
from collections.abc import Callable, Mapping

from newsread_tui.settings.words import COLORS, LAYOUTS, THEMES


def add_looks(parser: argparse.ArgumentParser) -> None:
    """Add how the reader looks; what is not given here is as the configuration has it."""
    looks = parser.add_argument_group("how it looks (newsread config keeps it)")
    looks.add_argument("--theme", type=_of("theme"), metavar="NAME", help=", ".join(THEMES[1:]))
    looks.add_argument("--color", type=_of("color"), metavar="N", help=", ".join(COLORS[1:]))
    looks.add_argument("--colour", type=_of("color"), dest="color", help=argparse.SUPPRESS)
    looks.add_argument("--layout", type=_of("layout"), metavar="NAME", help=", ".join(LAYOUTS))
    looks.add_argument("--ascii", action="store_true", default=None, help="draw in ASCII only")
    looks.add_argument("--mouse", action="store_true", default=None, help="take the mouse from the terminal")


def _of(name: str) -> Callable[[str], str]:
    """A word that the option of this name can be, as ``type`` of an argument."""

    def valid(word: str) -> str:
        from newsread_tui.settings.options import OPTIONS
        from newsread_tui.settings.values import Unfit

        try:
            OPTIONS[name].read(word)
        except Unfit as error:
            raise argparse.ArgumentTypeError(str(error)) from error
        return word

    return valid


def chosen(options: argparse.Namespace) -> Mapping[str, object]:
    """What the command line says of the settings, by name."""
    from newsread_tui.settings.options import OPTIONS

    given = {name: getattr(options, name, None) for name in OPTIONS}
    return {name: value for name, value in given.items() if value is not None}
