"""``newsread config``: the settings in force, the keys, and a file to change them in."""

from pathlib import Path
from typing import Final

from newsread.errors import OutputFailed
from newsread.text import one_line
from newsread_tui.arguments import ExitCode, Parser, command_parser
from newsread_tui.console import emit

_DESCRIPTION: Final = """\
Show the settings of the reader that are in force, where each of them comes from,
and what is wrong in the configuration file, if anything is. All of it is TOML.
"""
_EXAMPLES: Final = """\
  newsread config                     what is in force
  newsread config --init              write a file with all defaults, to change
  newsread config --keys              every action with its keys
"""
_STATUS: Final = """\
exit status: 0 done, 1 something in the file or the environment cannot be
followed, or the file could not be written, 2 the arguments are wrong
"""


def parser() -> Parser:
    """The arguments of ``newsread config``."""
    made = command_parser("config", _DESCRIPTION, _EXAMPLES, _STATUS)
    what = made.add_mutually_exclusive_group()
    what.add_argument("--init", action="store_true", help="write the configuration file; never over another")
    what.add_argument("--keys", action="store_true", help="list every action with the keys that do it")
    what.add_argument("--path", action="store_true", help="write the name of the configuration file alone")
    return made


def run(words: list[str]) -> int:
    """Show the settings, or write the file."""
    options = parser().parse_args(words)
    from newsread_tui.settings.places import configuration_file

    path = configuration_file()
    if options.path:
        emit(f"{path}\n")
        return ExitCode.OK
    if options.init:
        _write(path)
        return ExitCode.OK
    return _show(keys=options.keys)


def _write(path: Path) -> None:
    from newsread_tui.files import new_file
    from newsread_tui.settings.keymap import written_actions
    from newsread_tui.settings.places import at_home
    from newsread_tui.settings.written import template

    name = one_line(at_home(path))
    if path.exists():
        raise OutputFailed(f"{name} is there already", "move it away first")
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError as error:
        raise OutputFailed(f"{one_line(at_home(path.parent))}: {error.strerror}") from error
    new_file([path], template(written_actions()))
    emit(f"{name}\n")


def _show(*, keys: bool) -> int:
    from newsread_tui.settings.gather import gather
    from newsread_tui.settings.keymap import keymap, written_actions
    from newsread_tui.settings.written import listed, listed_keys

    gathered = gather()
    own = keymap(gathered.settings.keys, gathered.file)
    problems = (*gathered.problems, *own.problems)
    every = written_actions(own)
    changed = [action for action in every if action[0] in own.changes]
    emit(listed_keys(every) if keys else listed(gathered, changed, problems))
    return ExitCode.FAILED if problems else ExitCode.OK
