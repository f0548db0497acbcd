"""Layouts, the threshold, and who follows whom."""

from dataclasses import replace

from newsread.comparison import compare_articles
from newsread.model import SentenceRef
from newsread.story import Story
from newsread_tui.glyphs import UNICODE
from newsread_tui.overview import overview
from newsread_tui.paint import Ink, Margin, Role
from newsread_tui.place import Place
from newsread_tui.plan import Layout, plan
from newsread_tui.rows import lay_out
from newsread_tui.screens.coverage import short_names
from newsread_tui.screens.reading import ReadingScreen
from newsread_tui.sheet import Sheet
from newsread_tui.trail import Trail
from newsread_tui.widgets.lines import LineWidget
from newsread_tui.widgets.pane import ArticlePane
from tests.tui.conftest import Read, Tell
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


async def test_passages_only_here_are_sought_and_missed(read: Read, story: Story) -> None:
    app = read(story)
    async with opened(app, WIDE) as pilot:
        await pilot.press("o")
        assert place(app) == (0, 0)
        assert "no unique passage further down" in lines(app)[-1]
        await pilot.press("l", "l", "o")
        assert place(app)[0] == 2


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


def test_the_strip_shows_what_matters_most_of_a_stretch(story: Story) -> None:
    article = story.articles[0]
    signs = [Margin(2, "=", Ink.EQUIVALENT), Margin(2, "!", Ink.DISPUTED), Margin(1, "+", Ink.ALONE), Margin()]
    sheet = Sheet(article, lay_out(article.sentences[:4], 400), signs, [[]] * 4)
    assert "".join(sign for sign, _ in overview(sheet, 2, UNICODE)) == "!+"
    assert "".join(sign for sign, _ in overview(sheet, 4, UNICODE, 2, Role.PEER)) == "=!▌ "


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
