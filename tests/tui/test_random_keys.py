"""Thousands of keys in no order: whatever a cat may type. NEWSREAD_KEYS=10000 presses so many in all."""

import gc
import os
import random
import sys
from collections.abc import Iterator, Sequence
from functools import _lru_cache_wrapper
from pathlib import Path
from typing import Final

import pytest
from textual.pilot import Pilot
from textual.widgets import Input

from newsread.model import SentenceRef
from newsread.story import Story
from newsread_tui.app import ReaderApp
from newsread_tui.frame import NOTHING, Frame
from newsread_tui.place import Place
from newsread_tui.plan import Layout
from newsread_tui.screens.reading import ReadingScreen
from newsread_tui.state import Keeper
from newsread_tui.themes import THEMES
from newsread_tui.widgets.columns import Columns
from tests.tui.conftest import Read
from tests.tui.looking import lines, opened, reading

SIZES = [(80, 24), (120, 40), (200, 60)]
KEYS = int(os.environ.get("NEWSREAD_KEYS", "600")) // len(SIZES)
OTHERS = [
    "down",
    "up",
    "left",
    "right",
    "home",
    "end",
    "tab",
    "shift+tab",
    "backspace",
    "ctrl+c",
    "ctrl+l",
    "ctrl+p",
    "f1",
    "f5",
]
TYPED = [*"abeijkqsxSA 7/(+*.[", "backspace", "escape", "escape", "enter", "ctrl+r", "ctrl+u", "left"]
LEAVING = {"q", "ctrl+q", "ctrl+z", "ctrl+d"}
ELSEWHERE = [(39, 9), (40, 10), (60, 12), (100, 24), (160, 48), (250, 50)]


def choices(app: ReaderApp) -> Sequence[str]:
    """Keys that mean something now, and some that may not."""
    if isinstance(app.focused, Input):
        # In the palette, Enter might find the action that ends the program.
        return [key for key in TYPED if key != "enter" or isinstance(app.screen, ReadingScreen)]
    bound = [
        key for key, active in app.screen.active_bindings.items() if active.enabled and not key.startswith("unbound")
    ]
    leaving = LEAVING if isinstance(app.screen, ReadingScreen) else LEAVING - {"q", "ctrl+d"}
    return [key for key in [*sorted(bound), *OTHERS] if key not in leaving]


def check(frame: Frame) -> None:
    story, ref = frame.story, frame.place.ref
    sentences = story.articles[ref.article].sentences
    assert 0 <= ref.sentence < max(1, len(sentences))
    assert set(frame.shown) <= set(range(len(story.articles)))
    assert len(set(frame.shown)) == len(frame.shown) > 0
    assert ref.article in frame.shown
    assert frame.loose <= set(range(len(story.articles)))
    assert 0 <= story.bar <= 1


async def back_to_reading(app: ReaderApp, pilot: Pilot[None]) -> None:
    while not isinstance(app.screen, ReadingScreen) or app.focused:
        await pilot.press("escape")
        await pilot.pause()


@pytest.mark.parametrize("size", SIZES)
async def test_no_keys_do_harm(
    read: Read, story: Story, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    monkeypatch.chdir(tmp_path)
    keeper = Keeper.of(story, tmp_path / "state")
    chance = random.Random(size[0])
    app, pressed, known = read(story, keeper=keeper), [""], list[int]()
    try:
        async with opened(app, size) as pilot:
            await everything_once(app, pilot)
            for number in range(KEYS):
                if number % 100 == 99:
                    await back_to_reading(app, pilot)
                    await pilot.resize_terminal(*chance.choice([*ELSEWHERE, size, size, size]))
                if number % (KEYS // 4) == 0:
                    known.append(await things(app, pilot, size))
                pressed.append(chance.choice(choices(app)))
                await pilot.press(pressed[-1])
                check(app._reading.frame if app._reading else reading(app).frame)
                assert app.return_code is None
            await back_to_reading(app, pilot)
            await pilot.resize_terminal(*size)
            await pilot.pause()
            assert lines(app)[0].strip()
            assert 0 <= app.screen.query_one(Columns)._first < len(story.articles)
            left = reading(app).frame
            await pilot.press("q")
    except BaseException as error:
        error.add_note(f"after {' '.join(pressed[-30:])}")
        raise
    # Once everything has been opened a reader that runs on does not grow.
    if KEYS >= 1000:
        assert known[-1] < known[2] * 1.1, known
    again = read(story, keeper=keeper)
    async with opened(again, size) as pilot:
        found = reading(again).frame
        assert found.place.ref == left.place.ref
        assert (found.layout, found.steady, found.order, found.loose) == (
            left.layout,
            left.steady,
            left.order,
            left.loose,
        )
        assert (found.bookmarks, found.story.corrections) == (left.bookmarks, left.story.corrections)
        assert found.story.threshold == left.story.threshold


EVERYTHING: Final = [*"c?uwVetpTDQ&'imdZ*f", "colon", "a", "slash"]


async def everything_once(app: ReaderApp, pilot: Pilot[None]) -> None:
    """Open whatever there is, which loads what stays, and press as many keys as are remembered on their way.

    The first other theme stays, too: Textual reads its style sheets again for it, and keeps what it read before.
    """
    usual = app.theme
    for theme in THEMES:
        app.theme = theme
        await pilot.pause()
    app.theme = usual
    for key in EVERYTHING:
        await pilot.press(key)
        if isinstance(app.focused, Input):
            await pilot.press(*"x" * 90)
        await back_to_reading(app, pilot)


async def things(app: ReaderApp, pilot: Pilot[None], size: tuple[int, int]) -> int:
    """How many objects there are in the same view of the story each time, every column anew, nothing else open."""
    await back_to_reading(app, pilot)
    screen = reading(app)
    for key in ("escape", "escape", "="):
        await pilot.press(key)
    usual = {each: getattr(NOTHING, each) for each in ("words", "overview", "folded", "loose", "opened", "unmarked")}
    screen._change(order=(0, 1, 2), layout=Layout.COLUMNS, steady=False, place=Place(SentenceRef(0, 0)), **usual)
    for columns, rows in ((250, 50), (61, 20), size):
        await pilot.resize_terminal(columns, rows)
        await pilot.pause()
    return counted()


def counted() -> int:
    for cache in bounded_caches():
        cache.cache_clear()
    gc.collect()
    return len(gc.get_objects())


def bounded_caches() -> Iterator["_lru_cache_wrapper[object]"]:
    """Caches that grow to their bound and no further, which takes longer than keys are pressed here."""
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] in ("textual", "rich", "newsread", "newsread_tui"):
            for value in list(vars(module).values()):
                inside = list(vars(value).values()) if isinstance(value, type) else []
                for each in (value, *inside):
                    if isinstance(each, _lru_cache_wrapper) and each.cache_parameters()["maxsize"]:
                        yield each


OPENED: Final = [*"c?VepT", "colon", "a", "slash"]


@pytest.mark.parametrize("key", OPENED)
async def test_what_is_opened_and_closed_leaves_nothing_behind(
    read: Read, story: Story, tmp_path: Path, key: str
) -> None:
    async def often() -> int:
        for _ in range(8):
            await pilot.press(key)
            await back_to_reading(app, pilot)
        await pilot.pause()
        return counted()

    app = read(story, keeper=Keeper.of(story, tmp_path / "state"))
    async with opened(app, (80, 24)) as pilot:
        await pilot.press("B", "j", "-", "k")
        await often()
        before = await often()
        # A screen of nothing but lines takes a thousand objects; keys on their way are remembered for a while.
        assert await often() < before + 8 * 20
