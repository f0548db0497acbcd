"""Keys that arrive all at once, as over a slow link: what is meant for a text field gets there."""

import pytest
from textual.events import Key
from textual.pilot import Pilot
from textual.widgets import Input

from newsread.story import Story
from newsread_tui.keys import sign_names
from newsread_tui.screens.palette import Palette
from tests.tui.conftest import Read, Tell
from tests.tui.looking import opened, place, reading

NAMES = {"\r": "enter", " ": "space"} | {sign: name for name, sign in sign_names().items()}


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


@pytest.mark.parametrize(
    ("sent", "sentence"), [("5j", 5), ("12G", 11), ("12gg", 11), ("g12j3k", 9), ("3}", 3), ("2s", 2), ("G3S", 27)]
)
async def test_a_number_sent_at_once_with_what_it_counts(read: Read, story: Story, sent: str, sentence: int) -> None:
    app = read(story)
    async with opened(app, (160, 24)) as pilot:
        await burst(pilot, sent)
        assert place(app) == (0, sentence)


@pytest.mark.parametrize(("sent", "at"), [("]s", (0, 1)), ("l]u", (1, 2)), ("]s[s", (0, 0))])
async def test_a_bracket_sent_at_once_with_its_second_half(
    read: Read, tell: Tell, sent: str, at: tuple[int, int]
) -> None:
    texts = {"A": ["One.", "Two.", "Three."], "B": ["One.", "Two.", "Three."]}
    app = read(tell(texts, [(0, 0, 1, 0, 0.9), (0, 1, 1, 1, 0.9)]))
    async with opened(app, (120, 24)) as pilot:
        bar = reading(app).frame.story.bar
        await burst(pilot, sent)
        assert place(app) == at
        assert reading(app).frame.story.bar == bar


@pytest.mark.parametrize(("later", "at"), [(0.3, (0, 2)), (2.0, (1, 1))])
async def test_what_counts_is_when_keys_were_pressed_not_when_they_are_carried_out(
    read: Read, story: Story, later: float, at: tuple[int, int]
) -> None:
    app = read(story)
    async with opened(app, (160, 24)) as pilot:
        digit, step = Key("2", "2"), Key("j", "j")
        digit.time -= 10
        step.time += later - 10
        app.post_message(digit)
        await pilot.pause()
        app.post_message(step)
        await pilot.pause()
        # Too late for a count, it is to the second outlet and one down there.
        assert place(app) == at
