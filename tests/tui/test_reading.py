"""The reading screen under the fingers."""

import random
import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from newsread.errors import ModelMissing
from newsread.story import Story
from newsread_tui.analysis import Analyst
from newsread_tui.app import ReaderApp
from newsread_tui.glyphs import ASCII
from newsread_tui.running import run_reader
from newsread_tui.screens.page import PageScreen
from newsread_tui.screens.reading import ReadingScreen
from newsread_tui.settings.gather import gather
from newsread_tui.widgets.columns import Columns
from newsread_tui.widgets.pane import ArticlePane
from tests.tui.conftest import Read, Tell
from tests.tui.looking import lines, marked, opened, place, reading, settled

WIDE = (160, 24)


async def test_text_is_there_before_any_analysis(story: Story) -> None:
    begin = threading.Event()

    def analyse(_: Story, **__: object) -> Story:
        assert begin.wait(10)
        return story

    app = ReaderApp(replace(story, alignment=None, entities=None), Analyst(run=analyse))
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        screen = "\n".join(lines(app))
        assert "Alpha says 3 of Smith." in screen
        assert "starting" in screen
        assert "=" not in screen.replace("≥", "")
        begin.set()
        await settled(app, pilot)
        screen = "\n".join(lines(app))
        assert "starting" not in screen
        assert "2= Alpha says 3" in screen


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


async def test_a_failing_analysis_is_one_line_and_reading_goes_on(story: Story) -> None:
    def analyse(_: Story, **__: object) -> Story:
        raise ModelMissing("no language model called klingon", "pip install it")

    app = ReaderApp(replace(story, alignment=None, entities=None), Analyst(run=analyse))
    async with app.run_test(size=WIDE) as pilot:
        await pilot.pause()
        while "klingon" not in lines(app)[-1]:
            await pilot.pause()
        assert "the analysis stopped: no language model called klingon" in lines(app)[-1]
        await pilot.press("j")
        assert "klingon" not in lines(app)[-1]
        assert "1 note" in lines(app)[0]
        await pilot.press("i")
        assert "klingon" in "\n".join(lines(app))


async def test_even_a_bug_in_the_analysis_is_one_line(story: Story) -> None:
    def analyse(_: Story, **__: object) -> Story:
        raise ZeroDivisionError("a bug\x1b[2J")

    app = ReaderApp(story, Analyst(run=analyse))
    async with app.run_test(size=WIDE) as pilot:
        while "ZeroDivisionError: a bug" not in lines(app)[-1]:
            await pilot.pause()
        assert "\x1b" not in "".join(lines(app))


async def test_pages_over_the_screen_open_and_close(read: Read, story: Story) -> None:
    story = replace(story, warnings=("one page could not be read",))
    app = read(story)
    async with opened(app, (80, 24)) as pilot:
        for key, words in (("question_mark", "Same passage"), ("i", "one page could not be read")):
            await pilot.press(key)
            assert len(app.screen_stack) == 2
            assert words in "\n".join(lines(app))
            await pilot.press("j", "G", "k", "g", "escape")
            assert len(app.screen_stack) == 1


async def test_help_names_every_key_that_is_bound(read: Read, story: Story) -> None:
    app = read(story)
    async with opened(app, (100, 120)) as pilot:
        wanted = {
            active.binding.description
            for active in app.screen.active_bindings.values()
            if active.binding.group and active.enabled
        }
        await pilot.press("question_mark")
        screen = "\n".join(lines(app))
        assert all(description in screen for description in wanted)
        assert "Ctrl-D" in screen
        assert "Shift-Tab" in screen


async def test_every_action_is_in_the_command_palette(read: Read, story: Story) -> None:
    app = read(story)
    async with opened(app, (100, 40)) as pilot:
        titles = {command.title for command in app.get_system_commands(app.screen)}
        assert {"Next sentence", "Mark the words that differ", "Quit", "Choose how the reader looks"} <= titles
        next(c for c in app.get_system_commands(app.screen) if c.title == "Next sentence").callback()
        await pilot.pause()
        assert place(app) == (0, 1)


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


KEYS = (
    *"jjjkkklhbgGdJK{}.?iq123456789 ", "tab", "shift+tab", "down", "up", "left", "right", "pagedown", "pageup",
    "ctrl+d", "ctrl+u", "ctrl+f", "ctrl+b", "home", "end", "escape", "ctrl+c", "f1", "enter", "backspace", "x",
)  # fmt: skip


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_random_keys_do_no_harm(read: Read, story: Story, size: tuple[int, int]) -> None:
    app = read(story)
    chance = random.Random(size[0])
    async with opened(app, size) as pilot:
        for _ in range(200):
            key = chance.choice([key for key in KEYS if key != "q" or isinstance(app.screen, PageScreen)])
            await pilot.press({" ": "space", "{": "left_curly_bracket", "}": "right_curly_bracket"}.get(key, key))
        while not isinstance(app.screen, ReadingScreen):
            await pilot.press("escape")
        article, sentence = place(app)
        assert 0 <= sentence < len(story.articles[article].sentences)
        assert 0 <= app.screen.query_one(Columns)._first < 3
        assert app.return_code in (None, 0)


def test_quitting_while_analysing_does_not_wait(story: Story, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    release, left = threading.Event(), list[int]()

    def analyse(bare: Story, *, should_stop: Callable[[], bool], **_: object) -> Story:
        release.wait(20)
        assert should_stop()
        return bare

    async def quit_at_once(pilot: Pilot[None]) -> None:
        await pilot.pause()
        await pilot.press("q")

    monkeypatch.setattr("os._exit", left.append)
    monkeypatch.setattr(
        ReaderApp, "run", lambda app, mouse: super(ReaderApp, app).run(headless=True, auto_pilot=quit_at_once)
    )
    assert run_reader(story, gather(environment={}, path=tmp_path / "config.toml"), Analyst(run=analyse)) == 0
    assert left == [0]
    release.set()
