"""Keys that arrive all at once, as over a slow link: what is meant for a text field gets there."""

import pytest
from textual.events import Key
from textual.pilot import Pilot
from textual.widgets import Input

from newsread_tui.screens.palette import Palette
from tests.tui.conftest import Read, Tell
from tests.tui.looking import opened, reading

NAMES = {"/": "slash", " ": "space", ":": "colon", "'": "apostrophe", "\r": "enter"}


async def burst(pilot: Pilot[None], keys: str) -> None:
    """Keys sent without waiting for what each of them does."""
    for key in keys:
        pilot.app.post_message(Key(NAMES.get(key, key), None if key == "\r" else key))
    await pilot.pause()
    await pilot.pause()


@pytest.mark.parametrize("sent", ["/jj kq", "/aq"])
async def test_words_to_find_sent_at_once_with_the_key_that_asks_for_them(read: Read, tell: Tell, sent: str) -> None:
    app = read(tell({"A": ["One sentence.", "A jj kq, another."], "B": ["A third, aq."]}))
    async with opened(app, (120, 24)) as pilot:
        await burst(pilot, sent)
        assert app.screen.query_one(Input).value == sent[1:]
        assert app.is_running


async def test_enter_comes_after_the_words_it_ends(read: Read, tell: Tell) -> None:
    app = read(tell({"A": ["One sentence.", "The jackal."], "B": ["Nothing."]}))
    async with opened(app, (120, 24)) as pilot:
        await burst(pilot, "/jackal\r")
        search = reading(app).frame.search
        assert search is not None
        assert search.count(0) == 1
        assert not app.screen.query_one(Input).display


async def test_a_note_sent_at_once(read: Read, tell: Tell) -> None:
    app = read(tell({"A": ["One sentence.", "Another."], "B": ["A third."]}))
    async with opened(app, (120, 24)) as pilot:
        await burst(pilot, "jaquite so\r")
        (bookmark,) = reading(app).frame.bookmarks
        assert bookmark.note == "quite so"


async def test_an_action_by_its_name_sent_at_once(read: Read, tell: Tell) -> None:
    app = read(tell({"A": ["One sentence."], "B": ["A third."]}))
    async with opened(app, (120, 24)) as pilot:
        await burst(pilot, ":quit")
        assert isinstance(app.screen, Palette)
        assert app.screen.query_one(Input).value == "quit"


async def test_commands_in_a_row_stay_commands(read: Read, tell: Tell) -> None:
    app = read(tell({"A": ["One.", "Two.", "Three.", "Four."], "B": ["A third."]}))
    async with opened(app, (120, 24)) as pilot:
        await burst(pilot, "jjjk")
        assert reading(app).frame.place.ref.sentence == 2
