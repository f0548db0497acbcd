"""Settings from everywhere they can be given: command line before environment before file before default."""

import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from newsread_tui.settings.file import KEYS, Configuration, read_file
from newsread_tui.settings.options import OPTIONS, Option, shown
from newsread_tui.settings.places import configuration_file, over_ssh
from newsread_tui.settings.values import Problem, Settings, Unfit

DEFAULT = "default"


class Origin(NamedTuple):
    """What an option is, and who said so.

    Attributes:
        said: The value as the file would have it.
        place: "default", "config.toml, line 3", "NEWSREAD_THEME" or "--theme".
    """

    said: str
    place: str = DEFAULT


class Gathered(NamedTuple):
    """All that was said.

    Attributes:
        settings: What follows from it.
        file: The configuration file as it was read.
        origins: For every option, what it is and who said so.
        problems: What could not be followed; the next best source, at last the default, holds instead.
    """

    settings: Settings
    file: Configuration
    origins: Mapping[str, Origin] = MappingProxyType({})
    problems: tuple[Problem, ...] = ()


def gather(
    said: Mapping[str, object] | None = None,
    environment: Mapping[str, str] = os.environ,
    path: Path | None = None,
) -> Gathered:
    """Gather the settings.

    Args:
        said: Options from the command line by name, valid already; None for one that was not given.
        environment: The environment variables.
        path: The configuration file; None for the usual one.
    """
    file = read_file(path or configuration_file(environment))
    problems = list(file.problems)
    line = {name: value for name, value in (said or {}).items() if value is not None}
    values, origins = dict[str, Any](), dict[str, Origin]()
    for name, option in OPTIONS.items():
        for value, place in _offers(option, line, environment, file):
            try:
                values[name] = option.read(value)
            except Unfit as error:
                problems.append(Problem(place, name, error.message, error.hint))
            else:
                origins[name] = Origin(shown(value), place)
                break
    if values["steady"] is None:
        values["steady"] = over_ssh(environment)
    keys, strange = _keys(file)
    settings = Settings(**values, keys=keys, said=frozenset(line))
    return Gathered(settings, file, origins, (*problems, *strange))


def _offers(
    option: Option, line: Mapping[str, object], environment: Mapping[str, str], file: Configuration
) -> Iterator[tuple[object, str]]:
    """What there is for an option, the strongest first, and where from."""
    if option.name in line:
        yield line[option.name], f"--{option.name}"
    # A variable that is empty says as much as one that is not there.
    if option.variable and (value := environment.get(option.variable)):
        yield value, option.variable
    if option.name == "color" and environment.get("NO_COLOR"):
        yield "none", "NO_COLOR"
    if option.name in file.values:
        yield file.values[option.name], file.place(option.name)
    yield option.default, DEFAULT


def _keys(file: Configuration) -> tuple[dict[str, str], list[Problem]]:
    """Keys by action id as texts; whether there are such actions and keys, only the reader can tell."""
    keys, problems = dict[str, str](), list[Problem]()
    for name, value in file.keys.items():
        listed = isinstance(value, list) and all(isinstance(each, str) for each in value)
        if isinstance(value, str) or listed:
            keys[name] = value if isinstance(value, str) else ", ".join("comma" if v == "," else v for v in value)
        else:
            problems.append(Problem(file.place(f"{KEYS}.{name}"), name, "keys are a text", 'such as "j, Down"'))
    return keys, problems
