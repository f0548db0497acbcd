"""Where keys lead: across and back, by pages, counts and brackets, to passages of a kind."""

from dataclasses import replace

from newsread.comparison import compare_articles
from newsread.model import SentenceRef
from newsread.story import Story
from newsread_tui.place import Place
from newsread_tui.trail import Trail
from newsread_tui.widgets.pane import ArticlePane
from tests.tui.conftest import Read, Tell
from tests.tui.looking import lines, opened, place, reading

WIDE = (160, 24)


async def test_crossing_over_and_coming_straight_back(read: Read, story: Story) -> None:
    app = read(story)
    async with opened(app, WIDE) as pilot:
        await pilot.press(*"jjjjjj", "3")
        assert place(app) == (2, 2)
        await pilot.press("1")
        assert place(app) == (0, 6)
        await pilot.press("l")
        assert place(app) == (1, 6)
        await pilot.press("tab", "tab")
        assert place(app)[0] == 0
        await pilot.press("shift+tab")
        assert place(app)[0] == 2
        await pilot.press("l", "9", "3")
        assert place(app)[0] == 2


async def test_pages_skip_no_row_and_end_at_the_ends(read: Read, story: Story) -> None:
    app = read(story)
    async with opened(app, (160, 16)) as pilot:
        pane = app.screen.query(ArticlePane).first()
        seen: set[int] = set()
        for _ in range(40):
            seen |= set(range(pane.view.top, pane.view.top + pane.view.rows))
            await pilot.press("space")
        assert place(app) == (0, 30)
        assert pane.sheet
        assert set(range(len(pane.sheet.column.rows))) <= seen
        for _ in range(40):
            await pilot.press("b")
        assert place(app) == (0, 0)
        await pilot.press("G")
        assert place(app) == (0, 30)
        await pilot.press("g")
        assert place(app) == (0, 0)


def test_a_trail_leads_back_and_forward() -> None:
    first, second, third = (Place(SentenceRef(0, n)) for n in range(3))
    trail = Trail().left(first).left(second)
    step = trail.returned(third)
    assert step
    assert step[1] == second
    again = step[0].advanced(second)
    assert again
    assert again[1] == third
    assert Trail().returned(first) is None
    assert Trail().advanced(first) is None


async def test_counts_and_brackets_take_back_what_their_first_half_did(read: Read, story: Story) -> None:
    app = read(story)
    async with opened(app, WIDE) as pilot:
        await pilot.press("5", "j")
        assert place(app) == (0, 5)
        await pilot.press("1", "2", "j")
        assert place(app) == (0, 17)
        await pilot.press("1", "0", "k")
        assert place(app) == (0, 7)
        await pilot.press("]", "s")
        assert place(app) == (0, 8)
        assert "≥0.50" in lines(app)[0]
        await pilot.press("2", "S")
        assert place(app) == (0, 6)
        await pilot.press("3", "]", "u")
        assert place(app) == (2, 3)
        await pilot.press("[", "u")
        assert place(app) == (2, 0)


async def test_a_digit_that_nothing_follows_soon_stays_an_outlet(read: Read, story: Story) -> None:
    app = read(story)
    async with opened(app, WIDE) as pilot:
        await pilot.press("2")
        screen = reading(app)
        assert screen._typed
        last = screen._typed.last
        screen._typed = replace(screen._typed, last=replace(last, at=last.at - 5))
        await pilot.press("j")
        assert place(app) == (1, 1)


async def test_numbers_before_g_are_sentences(read: Read, story: Story) -> None:
    app = read(story)
    async with opened(app, (160, 24)) as pilot:
        await pilot.press(*"12G")
        assert place(app) == (0, 11)
        await pilot.press(*"gg")
        assert place(app) == (0, 0)
        await pilot.press(*"3gg")
        assert place(app) == (0, 2)
        await pilot.press(*"g")
        assert place(app) == (0, 0)
        await pilot.press("<", *"99G")
        assert place(app) == (0, 30)


async def test_passages_only_here_are_sought_and_missed(read: Read, story: Story) -> None:
    app = read(story)
    async with opened(app, WIDE) as pilot:
        await pilot.press("o")
        assert place(app) == (0, 0)
        assert "no unique passage further down" in lines(app)[-1]
        await pilot.press("l", "l", "o")
        assert place(app)[0] == 2


async def test_passages_in_which_outlets_differ_are_one_key_away(read: Read, tell: Tell) -> None:
    texts = {
        "A": ["Rain.", "Police arrested 3 people in Paris on Monday.", "Snow.", "Then he left."],
        "B": ["Rain.", "Police arrested 4 people in Paris on Monday."],
    }
    story = tell(texts, [(0, 0, 1, 0, 0.9), (0, 1, 1, 1, 0.9)])
    story = replace(story, findings=compare_articles(story.articles, story.alignment, ()))
    app = read(story)
    async with opened(app, (120, 24)) as pilot:
        await pilot.press("semicolon")
        assert place(app) == (0, 1)
        await pilot.press("semicolon")
        assert "no differing passage further down" in lines(app)[-1]
        await pilot.press("j", "comma")
        assert place(app) == (0, 1)
