"""What tests see of a running reader."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from textual.pilot import Pilot

from newsread_tui.app import ReaderApp
from newsread_tui.screens.reading import ReadingScreen
from newsread_tui.widgets.pane import ArticlePane


def lines(app: ReaderApp) -> list[str]:
    """What is on the screen."""
    return [strip.text for strip in app.screen._compositor.render_strips()]


def reading(app: ReaderApp) -> ReadingScreen:
    assert isinstance(app.screen, ReadingScreen)
    return app.screen


def place(app: ReaderApp) -> tuple[int, int]:
    ref = reading(app).frame.place.ref
    return ref.article, ref.sentence


def marked(app: ReaderApp) -> dict[int, int]:
    """By pane, the screen row on which the cursor or its counterpart begins."""
    panes = [pane for pane in app.screen.query(ArticlePane) if pane.display]
    rows: dict[int, int] = {}
    for number, pane in enumerate(panes):
        for row, line in enumerate(pane._lines):
            if line.text.startswith("▌"):
                rows.setdefault(number, row)
    return rows


async def settled(app: ReaderApp, pilot: Pilot[None]) -> None:
    """Wait until the analysis is done and painted."""
    await app.workers.wait_for_complete()
    while reading(app).frame.activity:
        await pilot.pause()
    await pilot.pause()


@asynccontextmanager
async def opened(app: ReaderApp, size: tuple[int, int]) -> AsyncIterator[Pilot[None]]:
    """A reader in a window of a size, its analysis done and painted."""
    async with app.run_test(size=size) as pilot:
        await settled(app, pilot)
        yield pilot
