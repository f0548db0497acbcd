"""The configuration file, read: whatever is wrong with it becomes a problem, never an error."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from newsread.text import one_line
from newsread_tui.settings.options import OPTIONS, SYNONYMS, nearest
from newsread_tui.settings.values import Problem

KEYS: Final = "keys"
_LARGEST: Final = 1_000_000
_HEADER: Final = re.compile(r"\s*\[\s*([^\[\]]+?)\s*\]\s*(?:#.*)?$")
_SETTING: Final = re.compile(r"""\s*((?:"[^"]*"|'[^']*'|[\w-]+)(?:\s*\.\s*(?:"[^"]*"|'[^']*'|[\w-]+))*)\s*=""")
_AT: Final = re.compile(r"\s*\(at (?:line (\d+), column \d+|end of document)\)")


class Configuration(NamedTuple):
    """What the file says.

    Attributes:
        path: The file.
        exists: Whether it is there.
        values: Options by name, as TOML gives them.
        keys: Keys by id of an action, as TOML gives them.
        lines: The line on which a name is, where it could be told.
        problems: What cannot be followed.
    """

    path: Path
    exists: bool = False
    values: Mapping[str, Any] = MappingProxyType({})
    keys: Mapping[str, Any] = MappingProxyType({})
    lines: Mapping[str, int] = MappingProxyType({})
    problems: tuple[Problem, ...] = ()

    def place(self, name: str = "") -> str:
        """Where an option or ``keys.ID`` stands."""
        line = self.lines.get(name)
        return f"{one_line(self.path.name)}, line {line}" if line else one_line(self.path.name)


def read_file(path: Path) -> Configuration:
    """Read a configuration file; nothing is said where there is none."""
    name, text = one_line(path.name), ""
    try:
        with path.open("rb") as file:
            text = file.read(_LARGEST).decode("utf-8-sig")
    except FileNotFoundError:
        return Configuration(path)
    except OSError as error:
        return Configuration(path, exists=True, problems=(Problem(name, "", f"cannot be read: {error.strerror}"),))
    except UnicodeError:
        return Configuration(path, exists=True, problems=(Problem(name, "", "is not UTF-8"),))
    import tomllib  # most have no such file, and the first text should not wait for it

    try:
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        return Configuration(path, exists=True, problems=(_not_toml(name, text, str(error)),))
    return _sorted_out(Configuration(path, exists=True, lines=lines_of(text)), data)


def _not_toml(name: str, text: str, error: str) -> Problem:
    lines = text.splitlines()
    at = _AT.search(error)
    number = int(at[1]) if at and at[1] else len(lines)
    setting = _SETTING.match(lines[number - 1]) if 0 < number <= len(lines) else None
    reason = one_line(_AT.sub("", error))
    hint = "words stand in quotation marks" if "value" in reason.lower() and "overwrite" not in reason else ""
    key = one_line(_bare(setting[1])) if setting else ""
    return Problem(f"{name}, line {number}", key, reason[:1].lower() + reason[1:], hint)


def _sorted_out(found: Configuration, data: Mapping[str, Any]) -> Configuration:
    values, problems = dict[str, Any](), list[Problem]()
    for name, value in data.items():
        known = SYNONYMS.get(name, name)
        if known in OPTIONS and not isinstance(value, dict):
            values[known] = value
        elif name != KEYS or not isinstance(value, dict):
            hint = nearest(name, (*OPTIONS, KEYS))
            problems.append(Problem(found.place(name), one_line(name), "there is no such option", hint))
    table = data.get(KEYS)
    keys = dict(flattened(table)) if isinstance(table, dict) else {}
    lines = {SYNONYMS.get(name, name): line for name, line in found.lines.items()}
    return Configuration(found.path, found.exists, values, keys, lines, tuple(problems))


def flattened(table: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, Any]]:
    """The values of a table, and of the tables in it under names with dots: ``page.down = "d"`` needs no quotes."""
    for name, value in table.items():
        if isinstance(value, dict):
            yield from flattened(value, f"{before}{name}.")
        else:
            yield before + name, value


def lines_of(text: str) -> dict[str, int]:
    """The line on which every name is first given, as far as can be told without a parser that keeps track."""
    lines: dict[str, int] = {}
    table = ""
    for number, line in enumerate(text.splitlines(), 1):
        if header := _HEADER.match(line):
            table = _bare(header[1])
            lines.setdefault(table, number)
        elif setting := _SETTING.match(line):
            name = _bare(setting[1])
            lines.setdefault(f"{table}.{name}" if table else name, number)
    return lines


def _bare(name: str) -> str:
    return ".".join(
        part.strip().strip("\"'") for part in re.split(r"\.(?=(?:[^\"']*[\"'][^\"']*[\"'])*[^\"']*$)", name)
    )
