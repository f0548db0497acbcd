"""The passage in all outlets, one under another: a page that follows the cursor."""

import threading
from dataclasses import replace

import pytest

from newsread.story import Story
from newsread_tui.analysis import Analyst
from newsread_tui.app import ReaderApp
from newsread_tui.screens.stacked import StackedScreen
from newsread_tui.settings.keymap import Keymap
from newsread_tui.widgets.lines import LineWidget
from tests.tui.conftest import Read, Tell
from tests.tui.looking import lines, opened, place

SIZES = [(80, 24), (120, 40)]


def shown(app: ReaderApp) -> str:
    """What stands below the title, without the hints."""
    assert isinstance(app.screen, StackedScreen)
    return "\n".join(" ".join(line.split()) for line in lines(app)[2:-1]).strip()


@pytest.mark.parametrize("size", SIZES)
async def test_the_keys_of_the_cursor_move_it_and_the_page_follows(
    read: Read, story: Story, size: tuple[int, int]
) -> None:
    app = read(story)
    async with opened(app, size) as pilot:
        await pilot.press("V", "j", "j", "j")
        assert shown(app).startswith("▌ Alpha 2017-08-17\nAlpha says 2 of Smith.")
        assert "Beta says 2 of Smith." in shown(app)
        await pilot.press("k")
        assert "Alpha says 1 of Smith." in shown(app)
        await pilot.press("l")
        assert shown(app).startswith("▌ Beta 2017-08-17\nBeta says 1 of Smith.")
        await pilot.press("escape")
        assert place(app) == (1, 2)


async def test_passages_of_a_kind_are_sought_there_too(read: Read, tell: Tell) -> None:
    story = tell({"A": ["One.", "Two.", "Three."], "B": ["Third."]}, [(0, 2, 1, 0, 0.9)])
    app = read(story)
    async with opened(app, SIZES[0]) as pilot:
        await pilot.press("V", "s")
        assert "Three." in shown(app)
        assert "Third." in shown(app)
        await pilot.press("s")
        assert lines(app)[-1].strip() == "no shared passage further down"
        assert "Three." in shown(app)
        await pilot.press("O")
        assert "Two." in shown(app)
        assert "not in B" in shown(app)


async def test_what_is_found_out_while_the_page_is_open_shows_on_it(story: Story) -> None:
    release = threading.Event()

    def analyse(_: Story, **__: object) -> Story:
        assert release.wait(10)
        return story

    app = ReaderApp(replace(story, alignment=None, entities=None), Analyst(run=analyse))
    async with app.run_test(size=SIZES[0]) as pilot:
        await pilot.press("V")
        assert shown(app) == "▌ Alpha 2017-08-17\nAlpha headline"
        release.set()
        while "not in Gamma" not in shown(app):
            await pilot.pause()
        assert "Beta headline" in shown(app)


async def test_a_long_passage_scrolls_and_the_next_begins_at_its_top(read: Read, tell: Tell) -> None:
    long = " ".join(f"word{n}" for n in range(400))
    story = tell({"A": [long, "Two."], "B": [long]}, [(0, 0, 1, 0, 0.9)])
    app = read(story)
    async with opened(app, SIZES[0]) as pilot:
        await pilot.press("V")
        seen = shown(app)
        for _ in range(8):
            await pilot.press("space")
            assert shown(app).splitlines()[0] in seen, "nothing is skipped"
            seen += shown(app)
        assert all(f"word{n}" in seen for n in range(400))
        await pilot.press("j")
        assert shown(app).startswith("▌ A 2017-08-17\nTwo.")


async def test_keys_of_ones_own_hold_there_as_well(read: Read, story: Story) -> None:
    app = read(story, keys=Keymap({"sentence.next": "n", "found.next": "F8", "stacked": "X"}))
    async with opened(app, SIZES[0]) as pilot:
        await pilot.press("X", "n", "n")
        assert "Alpha says 1 of Smith." in shown(app)
        assert "n k sentence" in lines(app)[-1]
        await pilot.press("X")
        assert place(app) == (0, 2)


async def test_a_list_turns_its_pages_without_skipping(read: Read, story: Story) -> None:
    app = read(story)
    async with opened(app, (60, 12)) as pilot:
        await pilot.press("c")
        seen = lines(app)
        for _ in range(12):
            await pilot.press("space")
            assert set(lines(app)[2:-2]) & set(seen), "something of the page before is in view"
            seen = lines(app)


async def test_the_passage_is_shown_whole_in_all_outlets(tell: Tell, read: Read) -> None:
    texts = {"A": ["We want the old path, he said."], "B": ["We want the new path, he said."], "C": ["Rain."]}
    app = read(tell(texts, [(0, 0, 1, 0, 0.9)]))
    async with opened(app, (80, 24)) as pilot:
        await pilot.press("V")
        screen = [line.rstrip() for line in lines(app)]
        assert screen[2] == " ▌ A  2017-08-17"
        assert screen[3] == "   We want the old path, he said."
        assert screen[5].startswith(" = B  2017-08-17")
        assert screen[5].endswith(" 0.90")
        assert screen[6] == "   We want the new path, he said."
        assert screen[8] == "   not in C"
        body = app.screen.query_one(LineWidget)
        assert [
            s.text.strip() for line in body._lines[6:8] for s in line if s.style and s.style.bgcolor and s.style.bold
        ] == ["new"]
