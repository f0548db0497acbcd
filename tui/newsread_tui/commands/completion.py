"""``newsread completion``: what the shell needs to complete newsread's commands and options."""

from typing import TYPE_CHECKING, Final

from newsread_tui.arguments import ExitCode, Parser, command_parser
from newsread_tui.console import emit

if TYPE_CHECKING:
    from argparse import ArgumentParser

_DESCRIPTION: Final = """\
Write the completion of newsread's commands, options and their values for a
shell, made from the same definitions as the help.
"""
_EXAMPLES: Final = """\
  newsread completion bash > ~/.local/share/bash-completion/completions/newsread
  newsread completion zsh > "${fpath[1]}/_newsread"
  newsread completion fish > ~/.config/fish/completions/newsread.fish
"""
SHELLS: Final = ("bash", "zsh", "fish")


def parser() -> Parser:
    """The arguments of ``newsread completion``."""
    made = command_parser("completion", _DESCRIPTION, _EXAMPLES)
    made.add_argument("shell", choices=SHELLS, metavar="SHELL", help="bash, zsh or fish")
    return made


def run(words: list[str]) -> int:
    """Write the completion for a shell."""
    options = parser().parse_args(words)
    emit(_script(options.shell))
    return ExitCode.OK


def _script(shell: str) -> str:
    from newsread_tui import cli, shells
    from newsread_tui.commands import COMMANDS, command

    parsers: dict[str, ArgumentParser] = {"": cli.parser()}
    parsers |= {name: command(name).parser() for name in COMMANDS}
    specs = [shells.described(name, COMMANDS.get(name, ""), each) for name, each in parsers.items()]
    write = {"bash": shells.bash, "zsh": shells.zsh, "fish": shells.fish}[shell]
    return write(specs)
