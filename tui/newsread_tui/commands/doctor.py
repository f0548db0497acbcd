"""``newsread doctor``: what a bug report needs, and whether everything works."""

from typing import Final

from newsread.text import one_line
from newsread_tui.arguments import ExitCode, Parser, command_parser
from newsread_tui.console import emit

_DESCRIPTION: Final = """\
Look whether everything that newsread needs is there and works, and write what a
bug report should tell: versions, language model, aligner, terminal, folders.
Nothing private is in it: no names, no addresses, no titles of what was read.
"""
_EXAMPLES: Final = "  newsread doctor\n"
_STATUS: Final = "exit status: 0 everything works, 1 something is broken\n"


def parser() -> Parser:
    """The arguments of ``newsread doctor``."""
    return command_parser("doctor", _DESCRIPTION, _EXAMPLES, _STATUS)


def run(words: list[str]) -> int:
    """Look whether everything works."""
    parser().parse_args(words)
    from newsread_tui.checkup.check import State
    from newsread_tui.checkup.everything import checks

    broken = False
    for check in checks():
        emit(f"{check.state:<7} {check.name}: {one_line(check.found)}\n")
        broken = broken or check.state is State.BROKEN
    return ExitCode.FAILED if broken else ExitCode.OK
