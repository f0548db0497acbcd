"""Layouts and views: columns and counterparts, the strip, the matrix, outlets that are hidden."""

from newsread.story import Story
from newsread_tui.glyphs import UNICODE
from newsread_tui.overview import overview
from newsread_tui.paint import Ink, Margin, Role
from newsread_tui.plan import Layout, plan
from newsread_tui.rows import lay_out
from newsread_tui.screens.coverage import short_names
from newsread_tui.screens.reading import ReadingScreen
from newsread_tui.sheet import Sheet
from newsread_tui.widgets.pane import ArticlePane
from tests.tui.conftest import Read
from tests.tui.looking import lines, marked, opened, place, reading

WIDE = (160, 24)


def panes(story: Story, width: int, layout: Layout) -> int:
    return plan(width, 40, len(story.articles), 4, layout).columns


def test_a_layout_takes_what_room_there_is(story: Story) -> None:
    assert [panes(story, 160, layout) for layout in Layout] == [3, 2, 1]
    assert [panes(story, 80, layout) for layout in Layout] == [1, 2, 1]
    assert [panes(story, 60, layout) for layout in Layout] == [1, 1, 1]


def test_counterparts_stand_beside_the_text_where_there_is_room() -> None:
    wide, narrow = (plan(width, 40, 5, 4, Layout.ONE) for width in (160, 100))
    assert wide.beside
    assert wide.apparatus == wide.body == 38
    assert not narrow.beside
    assert narrow.apparatus + narrow.body == 38


async def test_layouts_change_round_and_round_and_survive_a_narrow_window(read: Read, story: Story) -> None:
    app = read(story)
    async with opened(app, WIDE) as pilot:
        await pilot.press("j", "j")
        counts = []
        for _ in range(3):
            await pilot.press("v")
            counts.append(sum(pane.display for pane in app.screen.query(ArticlePane)))
        assert counts == [2, 1, 3]
        await pilot.press("v")
        await pilot.resize_terminal(60, 20)
        await pilot.resize_terminal(*WIDE)
        await pilot.pause()
        assert reading(app).frame.plan.columns == 2
        assert place(app) == (0, 2)


async def test_the_stacked_view_names_every_outlet(read: Read, story: Story) -> None:
    app = read(story)
    async with opened(app, WIDE) as pilot:
        await pilot.press("j", "j", "j", "v", "v")
        screen = "\n".join(lines(app))
        assert " = 2 Beta " in screen
        assert " ~ 3 Gamma " in screen
        await pilot.press("j")
        assert "not in Gamma" in "\n".join(lines(app))


async def test_the_matrix_shows_who_carries_what_and_leads_there(read: Read, story: Story) -> None:
    app = read(story)
    async with opened(app, (100, 24)) as pilot:
        await pilot.press("j", "c")
        screen = lines(app)
        assert "Alp Beta  Gam" in screen[2]
        assert any("says 0 of Smith" in line and line.split()[-3:] == ["■", "■", "·"] for line in screen)
        await pilot.press("m", "m", "o")
        assert "only in one outlet" in lines(app)[0]
        await pilot.press("s", "o", "g", "j", "enter")
        assert isinstance(app.screen, ReadingScreen)
        there = place(app)
        await pilot.press("<")
        assert place(app) == (0, 1)
        await pilot.press(">")
        assert place(app) == there
        await pilot.press("c", "escape")
        assert place(app) == there


async def test_what_an_outlet_leaves_out_is_listed_and_leads_there(read: Read, story: Story) -> None:
    app = read(story)
    async with opened(app, (100, 24)) as pilot:
        await pilot.press("u")
        screen = "\n".join(lines(app))
        assert "Not in Alpha: 2" in screen
        assert "Only in Alpha: 0 passages" in screen or "Only in Alpha" not in screen
        await pilot.press("enter")
        assert place(app)[0] == 2


def test_short_names_tell_outlets_apart() -> None:
    names = ["CNN", "The Washington Times", "Reuters", "Reuters Asia", "WT", "The"]
    assert short_names(names) == ["CNN", "2", "Reu", "RA", "5", "The"]


async def test_the_strip_shows_the_whole_article(read: Read, story: Story) -> None:
    app = read(story)
    async with opened(app, WIDE) as pilot:
        await pilot.press("m")
        gamma = list(app.screen.query(ArticlePane))[2]
        strip = "".join(line.text[-1] for line in gamma._lines[2:])
        assert {"=", "~", "+"} >= set(strip)
        assert "~" in strip
        assert "▌" in "".join(line.text[-1] for line in app.screen.query(ArticlePane).first()._lines)
        await pilot.press("G", "m")
        assert marked(app)[0] > 0


async def test_outlets_are_hidden_ordered_and_found_again(read: Read, story: Story) -> None:
    app = read(story)
    async with opened(app, WIDE) as pilot:
        await pilot.press("p", "J", "escape")
        assert lines(app)[1].index("Beta") < lines(app)[1].index("Alpha")
        await pilot.press("j", "l")
        assert place(app)[0] == 2
        await pilot.press("h", "h")
        assert place(app)[0] == 1
        await pilot.press("p", "x", "escape")
        assert reading(app).frame.shown == (0, 2)
        assert place(app)[0] == 0
        assert sum(pane.display for pane in app.screen.query(ArticlePane)) == 2
        await pilot.press("2")
        assert place(app)[0] == 0
        await pilot.press("/", *"Beta says 4", "enter")
        assert place(app) == (1, 5)
        assert len(reading(app).frame.shown) == 3
        await pilot.press("p", "x", "k", "x", "k", "x", "x", "escape")
        assert len(reading(app).frame.shown) == 1


def test_the_strip_shows_what_matters_most_of_a_stretch(story: Story) -> None:
    article = story.articles[0]
    signs = [Margin(2, "=", Ink.EQUIVALENT), Margin(2, "!", Ink.DISPUTED), Margin(1, "+", Ink.ALONE), Margin()]
    sheet = Sheet(article, lay_out(article.sentences[:4], 400), signs, [[]] * 4)
    assert "".join(sign for sign, _ in overview(sheet, 2, UNICODE)) == "!+"
    assert "".join(sign for sign, _ in overview(sheet, 4, UNICODE, 2, Role.PEER)) == "=!▌ "
