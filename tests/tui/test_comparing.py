"""Names, quotations and differences, as lists over the reader."""

from dataclasses import replace

import pytest

from newsread.comparison import compare_articles
from newsread.story import Story
from tests.tui.conftest import Read, Tell
from tests.tui.looking import lines, opened, place

WIDE = (160, 30)
ALPHA = [
    "!Alpha headline",
    "The storm killed 12 people in the old town.",
    "“That is not our preferred path,” Lee said.",
    "Ray left.",
]
BETA = [
    "!Beta headline",
    "Nothing else is known.",
    "The storm killed 15 people in the old town.",
    "“That is not our preferred pathway,” Lee said.",
]
GAMMA = ["!Gamma headline", "“We cannot wait,” Lee said.", "The storm killed people in the old town."]


@pytest.fixture
def compared(tell: Tell) -> Story:
    texts = {"Alpha": ALPHA, "Beta": BETA, "Gamma": GAMMA}
    story = tell(texts, [(0, 1, 1, 2, 0.9), (0, 2, 1, 3, 0.9), (0, 1, 2, 2, 0.9)], ["Lee", "Ray"])
    return replace(story, findings=compare_articles(story.articles, story.alignment, story.entities or ()))


def shown(screen: list[str], text: str) -> str:
    return next(line for line in screen if text in line)


async def test_differences_are_listed_and_gone_to(read: Read, compared: Story) -> None:
    app = read(compared)
    async with opened(app, WIDE) as pilot:
        await pilot.press("D")
        screen = lines(app)
        assert "contradict each other: 1" in screen[2]
        assert "12 people / 15 people" in shown(screen, "number")
        assert "“path” / “pathway”" in shown(screen, "quotation")
        assert screen.index(shown(screen, "12 people")) < screen.index(shown(screen, "pathway"))
        await pilot.press("j", "enter")
        assert place(app) == (0, 2)
        await pilot.press("<")
        assert place(app) == (0, 0)


async def test_brackets_walk_the_differences(read: Read, compared: Story) -> None:
    app = read(compared)
    async with opened(app, WIDE) as pilot:
        await pilot.press("]", "d")
        assert place(app) == (0, 1)
        await pilot.press("]", "d")
        assert place(app) == (0, 2)
        await pilot.press("]", "d")
        assert "no differing passage further down" in lines(app)[-1]
        await pilot.press("[", "d")
        assert place(app) == (0, 1)


async def test_the_margin_marks_what_differs(read: Read, compared: Story) -> None:
    app = read(compared)
    async with opened(app, WIDE):
        assert "3! " in shown(lines(app), "The storm killed 12")
        assert "2! " in shown(lines(app), "preferred path,")


async def test_quotations_by_speaker(read: Read, compared: Story) -> None:
    app = read(compared)
    async with opened(app, WIDE) as pilot:
        await pilot.press("Q")
        screen = lines(app)
        assert "Lee  3" in screen[2]
        assert "longest" in shown(screen, "preferred path”")
        assert "other words" in shown(screen, "pathway”")
        await pilot.press("j", "enter")
        assert place(app) == (1, 3)


async def test_the_index_of_names(read: Read, compared: Story) -> None:
    app = read(compared)
    async with opened(app, WIDE) as pilot:
        await pilot.press("e")
        screen = lines(app)
        assert shown(screen, "Lee  person").split()[-3:] == ["1", "1", "1"]
        await pilot.press("o")
        assert not any("Lee  person" in line for line in lines(app))
        assert shown(lines(app), "Ray  person").split()[-1] == "1"
        await pilot.press("o", "enter")
        assert "Lee: named 3 times" in lines(app)[0]
        await pilot.press("escape")
        assert "Who and what is named: 2" in lines(app)[0]
        await pilot.press("enter", "j", "enter")
        assert place(app) == (1, 3)


async def test_the_index_by_type_and_in_other_orders(read: Read, compared: Story) -> None:
    app = read(compared)
    async with opened(app, WIDE) as pilot:
        await pilot.press("e", "t")
        assert "2, persons" in lines(app)[0]
        await pilot.press("t")
        assert "0, organisations" in lines(app)[0]
        await pilot.press("enter", "t", "t", "t", "t", "s", "s")
        assert "in fewest outlets first" in lines(app)[0]
        await pilot.press("q")
        assert place(app) == (0, 0)


async def test_before_anything_is_compared_the_reader_says_so(read: Read, story: Story) -> None:
    app = read(replace(story, entities=None))
    async with opened(app, WIDE) as pilot:
        for key, what in (("D", "differences"), ("Q", "quotations"), ("e", "names")):
            await pilot.press(key)
            assert f"{what} are still being sought" in lines(app)[-1]
