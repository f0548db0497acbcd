"""The reading screen: panes, counterparts, differing words, sizes."""

import pytest

from newsread.story import Story
from newsread_tui.glyphs import ASCII
from newsread_tui.widgets.pane import ArticlePane
from tests.tui.conftest import Read, Tell
from tests.tui.looking import lines, marked, opened, place, reading

WIDE = (160, 24)


async def test_peers_stand_at_the_height_of_the_cursor(read: Read, story: Story) -> None:
    app = read(story)
    async with opened(app, WIDE) as pilot:
        await pilot.press(*"jjjjjjjjjjjjj", "k")
        assert place(app) == (0, 12)
        rows = marked(app)
        assert rows[0] == rows[1] == rows[2]
        assert reading(app).frame.counterpart(2) is not None


async def test_a_pane_without_the_passage_says_so_and_holds_still(read: Read, story: Story) -> None:
    app = read(story)
    async with opened(app, WIDE) as pilot:
        await pilot.press(*"jjjjjjjjj")
        gamma = list(app.screen.query(ArticlePane))[2]
        before = gamma.view.top
        await pilot.press("j")
        assert gamma.view.top == before
        assert sum("┄┄ not in Gamma ┄┄" in line.text for line in gamma._lines) == 1
        assert "not in Gamma" in "\n".join(lines(app))


async def test_another_of_several_counterparts(read: Read, story: Story) -> None:
    app = read(story)
    async with opened(app, WIDE) as pilot:
        await pilot.press(*"jjjjjj")
        assert "0.80  1/2" in lines(app)[1]
        await pilot.press(".")
        assert "0.60  2/2" in lines(app)[1]
        await pilot.press("l", "l")
        assert place(app)[0] == 2


async def test_differing_words_are_marked_and_unmarked(tell: Tell, read: Read) -> None:
    story = tell({"A": ["We want the old path."], "B": ["We want the new path."]}, [(0, 0, 1, 0, 0.9)])
    app = read(story)
    async with opened(app, (120, 24)) as pilot:
        await pilot.press("d")
        bold = [
            segment.text.strip()
            for pane in app.screen.query(ArticlePane)
            for line in pane._lines[2:]
            for segment in line
            if segment.style and segment.style.bold
        ]
        assert {"old", "new"} <= set(bold)
        assert "path." not in bold
        await pilot.press("d")
        assert not reading(app).frame.words


@pytest.mark.parametrize(("width", "panes"), [(100, 2), (150, 3), (200, 4), (260, 5)])
async def test_panes_by_width_and_the_others_are_reached(tell: Tell, read: Read, width: int, panes: int) -> None:
    story = tell({name: [f"{name} reports."] for name in ("Ann", "Bob", "Cid", "Dan", "Eve", "Fay")})
    app = read(story)
    async with opened(app, (width, 24)) as pilot:
        assert sum(pane.display for pane in app.screen.query(ArticlePane)) == panes
        assert "Ann reports." in "\n".join(lines(app))
        await pilot.press("6")
        screen = "\n".join(lines(app))
        assert "Fay reports." in screen
        assert "Ann reports." not in screen


async def test_one_article_and_its_apparatus(read: Read, story: Story) -> None:
    app = read(story)
    async with opened(app, (80, 24)) as pilot:
        await pilot.press(*"jj")
        screen = lines(app)
        assert screen[0].startswith(" 1 Alpha ")
        assert any(line.startswith("  = 2 Beta  Beta says 1 of Smith.") and line.endswith("0.90 ") for line in screen)
        assert any("not in Gamma" in line for line in screen)
        await pilot.press("l")
        assert lines(app)[0].startswith(" 2 Beta ")


async def test_resizing_keeps_the_place(read: Read, story: Story) -> None:
    app = read(story)
    async with opened(app, WIDE) as pilot:
        await pilot.press(*"jjjjjjjjjjjjjjjjjj")
        for size in ((80, 24), (120, 40), (39, 9), (60, 12), WIDE):
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert place(app) == (0, 18)
            if size == (39, 9):
                assert "too small" in "\n".join(lines(app))
            else:
                assert 0 in marked(app)
                assert "Alpha says 17" in "\n".join(lines(app))


async def test_ascii_terminals_get_ascii(read: Read, tell: Tell) -> None:
    story = tell({"Ä": ["“Größe” — 漢字 …", "Only here."], "B": ["“Grösse”"]}, [(0, 0, 1, 0, 0.9)])
    app = read(story, glyphs=ASCII)
    async with opened(app, (80, 24)) as pilot:
        for key in ("j", "l", "d", "i", "escape", "question_mark"):
            await pilot.press(key)
            assert all(line.isascii() for line in lines(app)), key


async def test_an_article_without_sentences_does_no_harm(read: Read, tell: Tell) -> None:
    app = read(tell({"A": [], "B": ["One.", "Two."], "C": []}))
    async with opened(app, WIDE) as pilot:
        for key in ("h", "j", "k", "space", "b", "G", "g", "}", "{", "d", ".", "l", "l", "j", "d"):
            await pilot.press(key)
        assert "nothing to read" in "\n".join(lines(app))


async def test_in_the_narrowest_terminal_the_outlet_keeps_its_name(read: Read, story: Story) -> None:
    app = read(story)
    async with opened(app, (40, 10)) as pilot:
        await pilot.press("l", "j")
        assert lines(app)[0].split() == ["2", "Beta", "locked,", "level", "≥0.50", "2/31"]
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert lines(app)[0].rstrip().endswith("sentence 2 of 31")
