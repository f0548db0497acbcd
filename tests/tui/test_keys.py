"""The table of keys: names people know, and documentation that keeps up with it."""

import re
from pathlib import Path

import pytest
from textual.binding import Binding

from newsread_tui.keys import HINTS, READING, key_name
from newsread_tui.lists import LIST

DOCUMENT = Path(__file__).parents[2] / "docs" / "reading.md"


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("j", "j"), ("G", "G"), ("down", "Down"), ("ctrl+d", "Ctrl-D"), ("shift+tab", "Shift-Tab"), ("tab", "Tab"),
        ("space", "Space"), ("pagedown", "PgDn"), ("question_mark", "?"), ("left_curly_bracket", "{"),
        ("full_stop", "."), ("less_than_sign", "<"), ("minus", "-"), ("comma", ","), ("apostrophe", "'"), ("ctrl+slash", "Ctrl-/"), ("escape", "Esc"), ("f1", "F1"),
    ],
)  # fmt: skip
def test_keys_are_called_what_keyboards_call_them(key: str, name: str) -> None:
    assert key_name(key) == name


def bindings() -> list[Binding]:
    return [binding for binding in READING if isinstance(binding, Binding)]


def documented() -> list[str]:
    """The table of keys as the documentation should have it."""
    groups: dict[str, dict[str, list[str]]] = {}
    for binding in bindings():
        if not binding.group:
            continue
        keys = groups.setdefault(binding.group.description, {}).setdefault(binding.description, [])
        keys += [key_name(key) for key in binding.key.split(",")]
    rows = ["| key | |", "| --- | --- |"]
    for group, actions in groups.items():
        rows.append(f"| **{group}** | |")
        rows += [f"| {_joined(keys)} | {description} |" for description, keys in actions.items()]
    return rows


def _joined(keys: list[str]) -> str:
    return f"`{keys[0]}` to `{keys[-1]}`" if len(keys) > 4 else " ".join(f"`{key}`" for key in keys)


def test_the_documentation_has_every_key() -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    found = re.search(r"(<!-- keys:[^\n]*-->\n)(.*)<!-- /keys -->", text, re.DOTALL)
    assert found
    table = "\n".join(documented()) + "\n"
    assert found[2] == table, f"put this between the marks:\n\n{table}"


def test_every_action_can_be_rebound_and_no_key_is_bound_twice() -> None:
    ids = [binding.id for binding in bindings()]
    assert all(ids)
    assert len(set(ids)) == len(ids)
    keys = [key for binding in bindings() for key in binding.key.split(",")]
    assert len(set(keys)) == len(keys)


def test_every_action_has_a_key_that_every_terminal_passes_on() -> None:
    safe = re.compile(r"[ -~]|tab|shift\+tab|space|enter|escape|comma")
    assert all(any(safe.fullmatch(key) for key in binding.key.split(",")) for binding in bindings())


def test_hints_name_bindings_that_are_there() -> None:
    ids = {binding.id for binding in bindings()}
    assert {name for *names, _ in HINTS for name in names} <= ids


def test_lists_and_pages_close_alike() -> None:
    close = next(binding for binding in LIST if isinstance(binding, Binding) and binding.id == "list.close")
    assert {"escape", "q"} <= set(close.key.split(","))
