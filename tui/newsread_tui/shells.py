"""What shells want to know for completion, taken from the parsers, and how each of them wants to be told."""

import argparse
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Option:
    """One option: how it is written, what it does, and which values it takes.

    Attributes:
        flags: "-q", "--quiet".
        summary: What it does, on one line.
        takes: Name of its value; empty if it takes none.
        choices: The values there are; empty if any word, number or file will do.
    """

    flags: tuple[str, ...]
    summary: str
    takes: str = ""
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Spec:
    """One command; that without a name is the reader.

    Attributes:
        name: The word after ``newsread``.
        summary: What it does.
        options: Its options.
        words: What its first argument can be; empty where that is a file.
    """

    name: str
    summary: str
    options: tuple[Option, ...]
    words: tuple[str, ...] = ()


def described(name: str, summary: str, parser: argparse.ArgumentParser) -> Spec:
    """What completion needs of a parser."""
    actions = parser._actions  # noqa: SLF001 argparse has no other way to ask
    options = tuple(_option(action) for action in actions if action.option_strings)
    words = next((action.choices or () for action in actions if not action.option_strings), ())
    return Spec(name, summary, options, tuple(map(str, words)))


def _option(action: argparse.Action) -> Option:
    takes = "" if action.nargs == 0 else str(action.metavar or action.dest).lower()
    summary = (action.help or "").partition(" (")[0].replace("%%", "%")
    return Option(tuple(action.option_strings), summary, takes, tuple(map(str, action.choices or ())))


def bash(specs: Sequence[Spec]) -> str:
    """Completion for bash 3.2 and newer, which macOS still has."""
    names = " ".join(spec.name for spec in specs if spec.name)
    return "\n".join([
        "# bash completion for newsread, written by: newsread completion bash",
        "_newsread() {",
        '  local current="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}" command="" words=""',
        f'  case "${{COMP_WORDS[1]}}" in {"|".join(names.split())}) command="${{COMP_WORDS[1]}}" ;; esac',
        '  [ "$COMP_CWORD" -gt 1 ] || command=""',
        '  case "$command $before" in',
        *(f'    {_pattern(spec, option)}) words="{" ".join(option.choices)}" ;;' for spec, option in _choosing(specs)),
        *(f"    {_pattern(spec, option)}) return ;;" for spec, option in _taking(specs)),
        "    *)",
        '      case "$command,$current" in',
        *(f'        {spec.name},-*) words="{" ".join(_flags(spec))}" ;;' for spec in specs),
        *(f'        {spec.name},*) words="{" ".join(spec.words)}" ;;' for spec in specs if spec.words),
        f'        ,*) [ "$COMP_CWORD" -gt 1 ] || words="{names}" ;;',
        "      esac ;;",
        "  esac",
        '  COMPREPLY=($(compgen -W "$words" -- "$current"))',
        "}",
        "complete -o bashdefault -o default -F _newsread newsread",
        "",
    ])  # fmt: skip


def zsh(specs: Sequence[Spec]) -> str:
    """Completion for zsh."""
    commands = "\n".join(f"    {_quoted(f'{spec.name}:{spec.summary}')}" for spec in specs if spec.name)
    return "\n".join([
        "#compdef newsread",
        "# zsh completion for newsread, written by: newsread completion zsh",
        "_newsread() {",
        f"  local -a commands=(\n{commands}\n  )",
        "  if (( CURRENT == 2 )) && [[ $words[2] != -* ]]; then",
        "    _describe -t commands command commands",
        "    _files",
        "    return",
        "  fi",
        "  case $words[2] in",
        *(line for spec in sorted(specs, key=lambda spec: not spec.name) for line in _zsh_case(spec)),
        "  esac",
        "}",
        'if [[ "$funcstack[1]" == _newsread ]]; then _newsread "$@"; else compdef _newsread newsread; fi',
        "",
    ])  # fmt: skip


def fish(specs: Sequence[Spec]) -> str:
    """Completion for fish."""
    names = " ".join(spec.name for spec in specs if spec.name)
    lines = ["# fish completion for newsread, written by: newsread completion fish"]
    lines += [
        f"complete -c newsread -n __fish_is_first_arg -a {spec.name} -d {_quoted(spec.summary)}"
        for spec in specs
        if spec.name
    ]
    for spec in specs:
        seen = f"__fish_seen_subcommand_from {spec.name}" if spec.name else f"not __fish_seen_subcommand_from {names}"
        lines += [f"complete -c newsread -n {_quoted(seen)} {_fish_option(option)}" for option in spec.options]
        lines += [f"complete -c newsread -n {_quoted(seen)} -xa {_quoted(' '.join(spec.words))}"] * bool(spec.words)
    return "\n".join(lines) + "\n"


def _pattern(spec: Spec, option: Option) -> str:
    return "|".join(f'"{spec.name} {flag}"' for flag in option.flags)


def _flags(spec: Spec) -> Iterator[str]:
    return (flag for option in spec.options for flag in option.flags)


def _choosing(specs: Sequence[Spec]) -> list[tuple[Spec, Option]]:
    return [(spec, option) for spec in specs for option in spec.options if option.choices]


def _taking(specs: Sequence[Spec]) -> list[tuple[Spec, Option]]:
    """Options with a value that the shell's own completion of files serves best."""
    return [(spec, option) for spec in specs for option in spec.options if option.takes and not option.choices]


def _zsh_case(spec: Spec) -> Iterator[str]:
    first = f"1:command:({' '.join(spec.words)})" if spec.words else "*:source:_files"
    yield f"    {spec.name or '*'})"
    yield "      shift words; (( CURRENT-- ))" if spec.name else "      :"
    yield "      _arguments -S \\"
    yield from (f"        {_zsh_option(option, flag)} \\" for option in spec.options for flag in option.flags)
    yield f"        {_quoted(first)} ;;"


def _zsh_option(option: Option, flag: str) -> str:
    summary = re.sub(r"([\[\]:])", r"\\\1", option.summary)
    values = f":{option.takes}:{'(' + ' '.join(option.choices) + ')' if option.choices else '_files'}"
    return _quoted(f"{flag}[{summary}]{values if option.takes else ''}")


def _fish_option(option: Option) -> str:
    flags = " ".join(f"-l {flag[2:]}" if flag.startswith("--") else f"-s {flag[1:]}" for flag in option.flags)
    values = f" -xa {_quoted(' '.join(option.choices))}" if option.choices else " -r" if option.takes else ""
    return f"{flags}{values} -d {_quoted(option.summary)}"


def _quoted(text: str) -> str:
    r"""In single quotes, an apostrophe as all three shells understand it: outside of them, behind a backslash."""
    return "'" + text.replace("'", "'\\''") + "'"
