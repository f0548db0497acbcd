"""Who follows whom: the threshold, loose outlets, steady ones."""

from newsread.story import Story
from newsread_tui.widgets.pane import ArticlePane
from tests.tui.conftest import Read
from tests.tui.looking import lines, marked, opened, place

WIDE = (160, 24)


async def test_the_threshold_is_live(read: Read, story: Story) -> None:
    app = read(story)
    async with opened(app, WIDE) as pilot:
        await pilot.press("j", "j", "j")
        assert 2 in marked(app)
        await pilot.press("]", "]", "]")
        assert "≥0.65" in lines(app)[0]
        assert 2 not in marked(app)
        await pilot.press("[", "[")
        assert 2 in marked(app)
        await pilot.press(*"]" * 30)
        assert "≥1.00" in lines(app)[0]
        await pilot.press("=")
        assert "≥0.50" in lines(app)[0]


async def test_loose_outlets_hold_still_until_they_are_levelled(read: Read, story: Story) -> None:
    app = read(story)
    async with opened(app, WIDE) as pilot:
        beta = list(app.screen.query(ArticlePane))[1]
        await pilot.press("L", "G")
        assert "unlocked" in lines(app)[0]
        assert beta.view.top == 0
        await pilot.press("r")
        assert beta.view.top > 0
        await pilot.press("L", "g")
        assert " locked" in lines(app)[0]
        assert beta.view.top == 0


async def test_one_outlet_alone_can_be_let_loose(read: Read, story: Story) -> None:
    app = read(story)
    async with opened(app, WIDE) as pilot:
        beta = list(app.screen.query(ArticlePane))[1]
        await pilot.press("l", "x", "h", "G")
        assert "1 loose" in lines(app)[0]
        assert "loose" in lines(app)[1]
        assert beta.view.top == 0
        await pilot.press("l", "x", "h")
        assert beta.view.top > 0


async def test_one_outlet_scrolls_alone_and_the_cursor_stays(read: Read, story: Story) -> None:
    app = read(story)
    async with opened(app, WIDE) as pilot:
        alpha, beta, _ = app.screen.query(ArticlePane)
        await pilot.press(")", ")", ")")
        assert (alpha.view.top, beta.view.top) == (9, 0)
        assert place(app) == (0, 0)
        await pilot.press("(")
        assert alpha.view.top == 6
        await pilot.press("j")
        assert 0 in marked(app)


async def test_steady_outlets_scroll_only_when_they_must(read: Read, story: Story) -> None:
    app = read(story)
    async with opened(app, WIDE) as pilot:
        gamma = list(app.screen.query(ArticlePane))[2]
        await pilot.press("z", *"jjjjjj")
        assert gamma.view.sentence == 2
        await pilot.press("g", *"jjj")
        assert gamma.view.sentence == 28
        top = gamma.view.top
        await pilot.press("k", "k", "j", "j")
        assert gamma.view.top == top
        assert "steady" in lines(app)[0]
