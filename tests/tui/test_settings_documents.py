"""What is documented of the settings is what there is."""

import re
import tomllib
from pathlib import Path

from newsread_tui.keys import key_name
from newsread_tui.lists import in_lists
from newsread_tui.plan import Layout
from newsread_tui.settings.gather import gather
from newsread_tui.settings.keymap import actions, keymap, written_actions
from newsread_tui.settings.options import OPTIONS
from newsread_tui.settings.values import Clipboard, Settings
from newsread_tui.settings.words import COLORS, LAYOUTS, THEMES
from newsread_tui.settings.written import template
from newsread_tui.themes import THEMES as LOOKS

DOCUMENT = Path(__file__).parents[2] / "docs" / "configuration.md"


def _block(name: str) -> str:
    found = re.search(rf"<!-- {name}:[^\n]*-->\n(.*)<!-- /{name} -->", DOCUMENT.read_text(encoding="utf-8"), re.DOTALL)
    assert found
    return found[1]


def test_the_document_shows_the_file_that_is_written() -> None:
    shown = f"```toml\n{template(()).partition('[keys]')[0].rstrip()}\n```\n"
    assert _block("options") == shown, f"put this between the marks:\n\n{shown}"


def test_the_document_has_the_keys_of_lists() -> None:
    rows = [
        f"| `{name}` | {' '.join(f'`{key_name(key)}`' for key in keys)} | {description} |"
        for name, keys, description in actions(in_lists())
        if not name.startswith("write.")
    ]
    table = "\n".join(["| id | key | |", "| --- | --- | --- |", *rows]) + "\n"
    assert _block("lists") == table, f"put this between the marks:\n\n{table}"


def test_the_document_has_every_theme_and_clipboard() -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    assert [name for name in (*THEMES[1:], *Clipboard) if f"| `{name}` |" not in text] == []
    assert set(THEMES[1:]) == set(LOOKS)
    assert all(color in text for color in COLORS)
    assert all(layout in text for layout in LAYOUTS)


def test_every_option_has_a_setting_and_its_default(tmp_path: Path) -> None:
    assert set(OPTIONS) == set(Settings._fields) - {"keys", "said"}
    assert gather(environment={}, path=tmp_path / "none").settings == Settings()


def test_the_file_that_is_written_changes_nothing_and_can_be_taken_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    text = template(written_actions())
    for told in (text, re.sub(r'^#(?=[a-z_]+ = |"[a-z])', "", text, flags=re.MULTILINE)):
        path.write_text(told, encoding="utf-8")
        gathered = gather(environment={}, path=path)
        assert gathered.problems == ()
        own = keymap(gathered.settings.keys, gathered.file)
        assert (own.problems, own.changes) == ((), {})
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    assert set(data) == {*OPTIONS, "keys"}
    assert len(data["keys"]) == len(written_actions())


def test_the_words_of_the_help_are_the_layouts() -> None:
    assert tuple(layout.name.lower() for layout in Layout) == LAYOUTS
