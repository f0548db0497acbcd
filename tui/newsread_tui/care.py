"""How carefully a command compares: what its arguments and the environment say."""

import argparse
import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from newsread.care import Care

_HELP: Final = "compare with the small encoder alone: several times as fast, and less is found"


def add_care(parser: argparse.ArgumentParser) -> None:
    """Add whether to compare quickly; what is not given here is as ``NEWSREAD_CAREFUL`` has it, else careful."""
    parser.add_argument("--quick", dest="careful", action="store_false", default=None, help=_HELP)


def care_for(options: argparse.Namespace, environment: Mapping[str, str] = os.environ) -> "Care":
    """How carefully a command that writes what it finds compares."""
    from newsread.care import Care
    from newsread_tui.settings.options import OPTIONS
    from newsread_tui.settings.values import Unfit

    careful = options.careful
    if careful is None:
        option = OPTIONS["careful"]
        try:
            careful = option.read(environment.get(option.variable) or option.default)
        except Unfit:
            careful = option.default
    return Care.CAREFUL if careful else Care.QUICK
