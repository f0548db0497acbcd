"""Keys of one's own: the configured ones checked against the actions there are, and against each other."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import Final, NamedTuple

from textual.binding import Binding, BindingType
from textual.keys import Keys

from newsread.text import one_line
from newsread_tui.keys import READING, UNBOUND, key_name, sign_names
from newsread_tui.lists import LIST, OWN, in_lists
from newsread_tui.settings.file import KEYS, Configuration
from newsread_tui.settings.options import OPTIONS, nearest
from newsread_tui.settings.values import Problem, Unfit

type Action = tuple[str, tuple[str, ...], str]
"""Id, keys as Textual calls them, description."""

RESERVED: Final = {
    "ctrl+q": "it always quits",
    "ctrl+c": "it always says how to quit",
    "ctrl+z": "it always suspends",
    "ctrl+p": "it always finds actions by name",
}
_WORDS: Final = {
    "esc": "escape", "pgdn": "pagedown", "pgup": "pageup", "del": "delete", "return": "enter", "comma": "comma",
    "bksp": "backspace", "spacebar": "space", "ins": "insert",
}  # fmt: skip
_MODIFIERS: Final = {"ctrl": "ctrl", "control": "ctrl", "c": "ctrl", "shift": "shift", "s": "shift", "alt": "alt"}


class Keymap(NamedTuple):
    """Which keys do what.

    Attributes:
        changes: By id of an action, the keys it has instead of its own, as Textual takes them.
        problems: What was asked for and cannot be had.
    """

    changes: Mapping[str, str] = MappingProxyType({})
    problems: tuple[Problem, ...] = ()


def actions(bindings: Iterable[BindingType]) -> Iterator[Action]:
    """What the bindings of a screen do, by id and in order."""
    found: dict[str, tuple[list[str], str]] = {}
    for binding in Binding.make_bindings(bindings):
        if binding.id:
            found.setdefault(binding.id, ([], binding.description))[0].append(binding.key)
    return ((name, tuple(keys), description) for name, (keys, description) in found.items())


def written_actions(keymap: Keymap | None = None) -> Sequence[tuple[str, str, str]]:
    """Every action as the configuration file has it: id, keys, description."""
    changes = keymap.changes if keymap else {}
    every = {name: (keys, description) for name, keys, description in (*actions(READING), *actions(in_lists()))}
    return [
        (name, ", ".join(map(_written, _split(changes[name]) if name in changes else keys)), description)
        for name, (keys, description) in every.items()
    ]


def _written(key: str) -> str:
    name = key_name(key)
    return {",": "comma", '"': "quotation_mark", "\\": "backslash"}.get(name, name)


def _split(keys: str) -> tuple[str, ...]:
    return () if keys.startswith(UNBOUND) else tuple(keys.split(","))


def keymap(asked: Mapping[str, str], file: Configuration) -> Keymap:
    """The keymap that was asked for, without what cannot be."""
    problems: list[Problem] = []
    wanted: dict[str, tuple[str, ...]] = {}
    known = dict(_own())
    for name, text in asked.items():
        place = file.place(f"{KEYS}.{name}")
        if name not in known:
            problems.append(Problem(place, one_line(name), "there is no such action", _hint(name, known)))
            continue
        try:
            wanted[name] = read_keys(text)
        except Unfit as error:
            problems.append(Problem(place, name, error.message, error.hint))
    for context in (READING, *((*LIST, *own) for own in OWN)):
        problems += _settle({name: keys for name, keys, _ in actions(context)}, wanted, file)
    problems = list(dict.fromkeys(problems))  # what clashes in one list clashes in all
    changes = {name: ",".join(keys) or f"{UNBOUND}{name}" for name, keys in wanted.items() if keys != known.get(name)}
    return Keymap(changes, tuple(problems))


def _own() -> Iterator[tuple[str, tuple[str, ...]]]:
    return ((name, keys) for context in (READING, in_lists()) for name, keys, _ in actions(context))


def _hint(name: str, known: Mapping[str, object]) -> str:
    if name in OPTIONS:
        return f"{name} is an option: it stands above [keys]"
    return nearest(name, known) or "newsread config --keys lists them"


def _settle(
    own: Mapping[str, tuple[str, ...]], wanted: dict[str, tuple[str, ...]], file: Configuration
) -> list[Problem]:
    """See to it that no key does two things on one screen: what was asked for comes before what was there.

    ``wanted`` is changed: an action whose key was taken away gets the keys that are left to it.
    """
    problems: list[Problem] = []
    owner: dict[str, str] = {}
    asked = [name for name in wanted if name in own]
    for name in [*asked, *(name for name in own if name not in wanted)]:
        keys = wanted.get(name, own[name])
        clashing = [key for key in keys if owner.setdefault(key, name) != name]
        problems += [_clash(key, owner[key], name, file, both=name in asked) for key in clashing]
        left = tuple(key for key in keys if owner[key] == name)
        if left != keys:
            wanted[name] = left
    return problems


def _clash(key: str, winner: str, loser: str, file: Configuration, *, both: bool) -> Problem:
    place = file.place(f"{KEYS}.{loser if both else winner}")
    hint = "give one of them another key" if both else f'give "{loser}" other keys, or "" for none'
    return Problem(place, "", f'{key_name(key)} is the key of both "{winner}" and "{loser}"', hint)


def read_keys(text: str) -> tuple[str, ...]:
    """Keys as Textual calls them, from how people write them: "j, Down, Ctrl-D".

    Raises:
        Unfit: There is no such key, or it is not to be had.
    """
    words = ["comma"] if text.strip() == "," else [word.strip() for word in text.split(",") if word.strip()]
    return tuple(dict.fromkeys(_key(word) for word in words))


def _key(word: str) -> str:
    *modifiers, name = [word] if len(word) == 1 else re.split(r"[-+](?=.)", word)
    if any(each.lower() not in _MODIFIERS for each in modifiers):
        raise Unfit(f'no key is called "{one_line(word)}"', 'keys are called "j", "Down", "Ctrl-D", "Shift-Tab", "F1"')
    held = [_MODIFIERS[each.lower()] for each in modifiers]
    if len(name) == 1 and name.isalpha():
        if "shift" in held and len(held) == 1:
            return name.upper()
        name = name.lower() if held else name
    elif len(name) == 1:
        name = next(iter(Binding.make_bindings([Binding(name if name != "," else "comma", "none")]))).key
    else:
        name = _named(name)
    key = "+".join([*sorted(held, key=("alt", "ctrl", "shift").index), name])
    if key in RESERVED:
        raise Unfit(f"{key_name(key)} cannot be had", RESERVED[key])
    return key


def _named(name: str) -> str:
    name = _WORDS.get(name.lower(), name.lower())
    if name not in _known():
        raise Unfit(
            f'no key is called "{one_line(name)}"', nearest(name, _known()) or "newsread config --keys lists keys"
        )
    return name


@cache
def _known() -> tuple[str, ...]:
    """Names of keys that are no single letter."""
    names = {key.value.rpartition("+")[2] for key in Keys} | {f"f{n}" for n in range(1, 25)}
    return tuple(sorted(name for name in names | sign_names().keys() if len(name) > 1 and not name.startswith("<")))
