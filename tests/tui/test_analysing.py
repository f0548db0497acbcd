"""The analysis beside the reading screen: text before it, its end, its failure."""

import threading
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot

from newsread.errors import ModelMissing
from newsread.progress import OnProgress, Progress, Stage
from newsread.story import Story
from newsread_tui.analysis import Analyst
from newsread_tui.app import ReaderApp
from newsread_tui.running import run_reader
from newsread_tui.settings.gather import gather
from tests.tui.looking import lines, reading, settled

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


async def test_the_careful_links_come_at_once_and_do_not_scroll_who_reads(story: Story) -> None:
    alignment = story.alignment
    assert alignment
    quick = replace(story, alignment=replace(alignment, candidates=alignment.candidates[:4], method="learned"))
    counted, scrolled = threading.Event(), threading.Event()

    def analyse(_: Story, *, on_progress: OnProgress, **__: object) -> Story:
        on_progress(Progress(Stage.AGAIN, 1, 3, quick))
        assert scrolled.wait(10)
        on_progress(Progress(Stage.AGAIN, 2, 3, quick))
        assert counted.wait(10)
        return story

    app = ReaderApp(replace(story, alignment=None, entities=None), Analyst(run=analyse))
    async with app.run_test(size=WIDE) as pilot:
        while "carefully 1/3" not in lines(app)[-1]:
            await pilot.pause()
        await pilot.press(*[")"] * 9)
        before = lines(app)[1:-1]
        scrolled.set()
        while "carefully 2/3" not in lines(app)[-1]:
            await pilot.pause()
        assert lines(app)[1:-1] == before
        counted.set()
        await settled(app, pilot)
        assert reading(app).frame.story.links == story.links
        assert "carefully" not in lines(app)[-1]
