"""Settings as text: the configuration file to begin with, and what is in force. Both are TOML."""

from collections.abc import Iterable, Iterator, Sequence

from newsread.text import one_line
from newsread_tui.settings.gather import Gathered
from newsread_tui.settings.options import OPTIONS, shown
from newsread_tui.settings.places import at_home

type Actions = Iterable[tuple[str, str, str]]
"""Id, keys and description of what keys do."""

_HEAD = """\
# Settings of newsread's reader. A line that begins with # is a comment: take the # away and change the value.
# What is given on the command line wins over the environment, that over this file, and this over the default.
# newsread config shows what is in force, and says what is wrong with this file, if anything is.
"""
_KEYS = """\
# Keys by action. Several keys are separated by commas: "j, Down, Ctrl-N"; no key at all is "". Words for keys are those
# of the help: Down, PgUp, Home, Tab, Shift-Tab, Enter, Esc, Space, F1, and comma for the comma.
# Ctrl-Q always quits, and Ctrl-P always finds every action by its name.
"""


def template(actions: Actions) -> str:
    """A configuration file in which every option stands with its default, as a comment."""
    parts = [_HEAD, *(_explained(name) for name in OPTIONS), _KEYS + "[keys]\n" + "".join(_bound(actions))]
    return "\n".join(parts)


def _explained(name: str) -> str:
    option = OPTIONS[name]
    told = [f"# {line}\n" for line in option.summary]
    if option.variable:
        told.append(f"# In the environment: {option.variable}\n")
    return "".join(told) + f"#{name} = {shown(option.default)}\n"


def _bound(actions: Actions, lead: str = "#") -> Iterator[str]:
    rows = [(f'{lead}"{name}" = "{keys}"', description) for name, keys, description in actions]
    width = max((len(left) for left, _ in rows), default=0)
    yield from (f"{left:<{width}}  # {description}\n" if description else f"{left}\n" for left, description in rows)


def listed_keys(actions: Actions) -> str:
    """Every action with its keys."""
    return "[keys]\n" + "".join(_bound(actions, lead=""))


def listed(gathered: Gathered, changed: Sequence[tuple[str, str, str]], problems: Iterable[object]) -> str:
    """What is in force, where each of it comes from, and what is wrong."""
    path = one_line(at_home(gathered.file.path))
    lines = [f"# {path}{'' if gathered.file.exists else ' is not there; newsread config --init writes it'}"]
    lines += [f"# {problem}" for problem in problems]
    rows = [(f"{name} = {origin.said}", _place(name, gathered)) for name, origin in gathered.origins.items()]
    width = min(max(len(left) for left, _ in rows), 40)
    lines += [f"{left:<{width}}  # {place}" for left, place in rows]
    text = "\n".join(lines) + "\n"
    return f"{text}\n{listed_keys(changed)}" if changed else text


def _place(name: str, gathered: Gathered) -> str:
    origin = gathered.origins[name]
    if name == "steady" and origin.said == '"auto"':
        return f"{origin.place}: {'on, this is SSH' if gathered.settings.steady else 'off, this is not SSH'}"
    return origin.place
