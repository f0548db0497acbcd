"""Keys of one's own: what can be asked for, and what is said of clashes."""

from pathlib import Path
from typing import Any

import pytest
from textual.binding import Binding

from newsread.story import Story
from newsread_tui.keys import READING, UNBOUND
from newsread_tui.screens.reading import ReadingScreen
from newsread_tui.settings.file import read_file
from newsread_tui.settings.gather import gather
from newsread_tui.settings.keymap import Keymap, keymap, read_keys
from newsread_tui.settings.values import Settings, Unfit
from tests.tui.conftest import Read
from tests.tui.looking import lines, opened, place, reading, settled


def asked(tmp_path: Path, text: str) -> Keymap:
    path = tmp_path / "config.toml"
    path.write_text(f"[keys]\n{text}\n", encoding="utf-8")
    gathered = gather(environment={}, path=path)
    assert gathered.problems == ()
    return keymap(gathered.settings.keys, read_file(path))


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("j, Down", ("j", "down")),
        ("Ctrl-D, ctrl+e, Control-F", ("ctrl+d", "ctrl+e", "ctrl+f")),
        ("?, ., /, -, +, <", ("question_mark", "full_stop", "slash", "minus", "plus", "less_than_sign")),
        (",", ("comma",)),
        ("j,comma", ("j", "comma")),
        ("Esc, PgDn, F5, Shift-Tab, Shift-j, J", ("escape", "pagedown", "f5", "shift+tab", "J")),
        ("ü", ("ü",)),
        ("  ", ()),
    ],
)  # fmt: skip
def test_keys_are_written_as_on_keyboards(text: str, keys: tuple[str, ...]) -> None:
    assert read_keys(text) == keys


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Dwon", 'no key is called "dwon" (did you mean "down"?)'),
        ("Hyper-j", 'no key is called "Hyper-j"'),
        ("Ctrl-Q", "Ctrl-Q cannot be had (it always quits)"),
        ("j, Ctrl-P", "Ctrl-P cannot be had"),
    ],
)
def test_keys_that_cannot_be_had(text: str, reason: str) -> None:
    with pytest.raises(Unfit) as raised:
        read_keys(text)
    assert reason in str(raised.value)


def test_an_unknown_action_is_told_with_the_nearest(tmp_path: Path) -> None:
    found = asked(tmp_path, '"sentence.nxt" = "j"\ntheme = "x"')
    assert [str(problem) for problem in found.problems] == [
        'config.toml, line 2: sentence.nxt: there is no such action (did you mean "sentence.next"?)',
        "config.toml, line 3: theme: there is no such action (theme is an option: it stands above [keys])",
    ]


def test_a_clash_names_both_actions_and_the_asked_for_wins(tmp_path: Path) -> None:
    found = asked(tmp_path, '"words" = "j"')
    told = 'config.toml, line 2: j is the key of both "words" and "sentence.next"'
    assert [str(each) for each in found.problems] == [f'{told} (give "sentence.next" other keys, or "" for none)']
    assert found.changes == {"words": "j", "sentence.next": "down"}


def test_two_wishes_for_one_key(tmp_path: Path) -> None:
    found = asked(tmp_path, '"words" = "W"\n"why" = "W"\n"write.screen" = "X"')
    assert [str(problem) for problem in found.problems] == [
        'config.toml, line 3: W is the key of both "words" and "why" (give one of them another key)'
    ]
    assert found.changes == {"words": "W", "why": f"{UNBOUND}why", "write.screen": "X"}


def test_keys_can_be_exchanged_and_lists_have_their_own(tmp_path: Path) -> None:
    found = asked(tmp_path, '"sentence.next" = "k"\n"sentence.previous" = "j"\n"list.down" = "n"')
    assert found.problems == ()
    assert found.changes == {"sentence.next": "k", "sentence.previous": "j", "list.down": "n"}


async def test_the_reader_obeys_and_help_tells(read: Read, story: Story, tmp_path: Path) -> None:
    own = asked(tmp_path, 'sentence.next = "n"\n"found.next" = ""\n"help" = "H"\nlist.close = "X"\n"find" = "Ctrl-F"')
    app = read(story, keys=own)
    async with opened(app, (160, 60)) as pilot:
        assert " n k sentence" in lines(app)[-1]
        await pilot.press("n", "n", "j")
        assert place(app) == (0, 2)
        await pilot.press("H")
        shown = "\n".join(lines(app))
        assert "   n                     Next sentence" in shown
        assert "Next place where they are found" not in shown
        assert "X back" in lines(app)[-1]
        await pilot.press("escape", "X")
        assert isinstance(app.screen, ReadingScreen)
        screen: Any = app.screen
        names = [command.title for command in app.get_system_commands(screen)]
        assert "Next place where they are found" in names


async def test_an_action_without_a_key_is_run_from_the_palette(read: Read, story: Story, tmp_path: Path) -> None:
    app = read(story, keys=asked(tmp_path, '"words" = ""'))
    async with opened(app, (160, 40)) as pilot:
        await pilot.press("d")
        assert not reading(app).frame.words
        await pilot.press("ctrl+p", *"words that differ")
        await app.workers.wait_for_complete()
        await pilot.press("enter")
        await pilot.pause()
        await pilot.pause()
        assert reading(app).frame.words


async def test_no_keymap_takes_the_last_way_out(read: Read, story: Story, tmp_path: Path) -> None:
    every = {str(binding.id): "" for binding in READING if isinstance(binding, Binding)}
    every["why"] = "Ctrl-Q"
    app = read(story, keys=keymap(every, read_file(tmp_path / "none")), settings=Settings(theme="dark"))
    async with app.run_test() as pilot:
        await settled(app, pilot)
        await pilot.press("q")
        assert app.is_running
        await pilot.press("ctrl+q")
    assert app.return_code == 0


def test_keys_of_one_list_clash_with_those_of_all_lists_and_with_no_other(tmp_path: Path) -> None:
    assert asked(tmp_path, 'coverage.sort = "t"\npeople.sort = "m"').problems == ()
    found = asked(tmp_path, 'list.down = "s, Down"\noutlets.hide = "j"')
    told = 'config.toml, line 2: s is the key of both "list.down" and "{0}" (give "{0}" other keys, or "" for none)'
    assert [str(problem) for problem in found.problems] == [told.format("coverage.sort"), told.format("people.sort")]
    assert found.changes["outlets.hide"] == "j"


async def test_a_list_obeys_and_tells_its_own_keys(read: Read, story: Story, tmp_path: Path) -> None:
    app = read(story, keys=asked(tmp_path, 'coverage.only = "1"\ncoverage.sort = ""'))
    async with opened(app, (80, 40)) as pilot:
        await pilot.press("c")
        assert lines(app)[-1].startswith(
            " Enter reads it   1 only one   m missing here   Ctrl-P sort   ? help   Esc back"
        )
        await pilot.press("o")
        assert "only in one outlet" not in lines(app)[0]
        await pilot.press("1")
        assert "only in one outlet" in lines(app)[0]
        await pilot.press("?")
        shown = "\n".join(lines(app))
        assert " In the matrix" in shown
        assert "   1                     Only what one outlet has, or all again" in shown
        assert "Another order" not in shown
        await pilot.press("?")
        assert "only in one outlet" in lines(app)[0]
