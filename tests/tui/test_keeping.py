"""What is kept between two readings, and how safely."""

import json
from dataclasses import replace
from functools import partial
from multiprocessing import get_context
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsread.corrections import Anchor
from newsread.model import SentenceRef
from newsread.story import Story
from newsread_tui.frame import Frame
from newsread_tui.place import Place
from newsread_tui.plan import Layout, Plan
from newsread_tui.resume import bookmarked, kept, resumed
from newsread_tui.settings.values import Settings
from newsread_tui.state import Bookmark, Keeper, Session, anchor, found_again, with_bookmark
from tests.tui.conftest import Read, Tell, told_story
from tests.tui.looking import lines, opened, place, reading

WIDE = (160, 24)


@pytest.fixture
def keeper(tmp_path: Path, story: Story) -> Keeper:
    return Keeper.of(story, tmp_path)


def test_a_frame_comes_back_as_it_was(story: Story, keeper: Keeper) -> None:
    frame = Frame(
        story.with_threshold(0.65), Place(SentenceRef(2, 7)), Plan(), Layout.PAIR,
        words=True, overview=True, order=(2, 0), loose=frozenset({0}), bookmarks=(Bookmark(anchor(story, SentenceRef(0, 1))),),
    )  # fmt: skip
    keeper.update(lambda session: replace(kept(frame, session, Settings()), bookmarks=frame.bookmarks))
    again = resumed(Frame(story, Place(SentenceRef(0, 0)), Plan()), keeper.load())
    assert again == replace(frame, search=again.search)
    assert bookmarked(again) == {SentenceRef(0, 1)}


def test_a_sentence_is_found_again_by_its_words(tell: Tell) -> None:
    before = tell({"A": ["One.", "Two.", "Three."]})
    after = tell({"B": ["x"], "A": ["New.", "One.", "Two.", "Three!"]})
    assert found_again(after, anchor(before, SentenceRef(0, 1))) == SentenceRef(1, 2)
    assert found_again(after, anchor(before, SentenceRef(0, 2))) == SentenceRef(1, 2)
    assert found_again(after, Anchor("gone", 0, "One.")) is None


def test_a_story_is_known_by_its_texts_in_any_order(tmp_path: Path, tell: Tell) -> None:
    one, other = tell({"A": ["One."], "B": ["Two."]}), tell({"B": ["Two."], "A": ["One."]})
    assert Keeper.of(one, tmp_path)._path == Keeper.of(other, tmp_path)._path
    assert Keeper.of(tell({"A": ["One."]}), tmp_path)._path != Keeper.of(one, tmp_path)._path


JSON = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(["place", "view", "bookmarks", "layout", "order"]), inner),
)  # fmt: skip


@given(JSON | st.fixed_dictionaries({"view": st.dictionaries(st.sampled_from(["layout", "order", "loose", "threshold", "search"]), JSON)}))  # fmt: skip
def test_no_file_however_broken_stops_the_reader(tmp_path_factory: pytest.TempPathFactory, data: object) -> None:
    story = told_story({"A": ["One."]})
    keeper = Keeper(tmp_path_factory.getbasetemp() / "broken.json")
    keeper._path.write_text(json.dumps(data), encoding="utf-8")
    frame = resumed(Frame(story, Place(SentenceRef(0, 0)), Plan()), keeper.load())
    assert frame.place.ref == SentenceRef(0, 0)


def test_a_file_that_is_no_json_is_nothing(keeper: Keeper) -> None:
    keeper._path.parent.mkdir(parents=True)
    keeper._path.write_bytes(b"\xff{")
    assert keeper.load() == Session()


def _mark(path: Path, first: int) -> None:
    for number in range(first, first + 20):
        Keeper(path).update(partial(with_bookmark, bookmark=Bookmark(Anchor("a", number, str(number)))))


def test_two_readers_lose_nothing_of_each_other(tmp_path: Path) -> None:
    path = tmp_path / "story.json"
    context = get_context("spawn")
    readers = [context.Process(target=_mark, args=(path, first)) for first in (0, 100)]
    for reader in readers:
        reader.start()
    for reader in readers:
        reader.join(60)
    assert len(Keeper(path).load().bookmarks) == 40
    assert not list(tmp_path.glob("*.tmp"))


async def test_the_reader_begins_where_it_was_left(read: Read, story: Story, keeper: Keeper) -> None:
    app = read(story, keeper=keeper)
    async with opened(app, WIDE) as pilot:
        await pilot.press("j", "j", "l", "v", "]", "B", "q")
    again = read(story, keeper=keeper)
    async with opened(again, WIDE) as pilot:
        assert place(again) == (1, 2)
        assert reading(again).frame.layout is Layout.PAIR
        assert "≥0.55" in lines(again)[0]
        await pilot.press("g", "'", "enter")
        assert place(again) == (1, 2)


async def test_bookmarks_and_notes_are_shown_and_listed(read: Read, story: Story, keeper: Keeper) -> None:
    app = read(story, keeper=keeper)
    async with opened(app, WIDE) as pilot:
        await pilot.press("'")
        assert "no bookmarks yet" in lines(app)[-1]
        await pilot.press("j", "B", "j", "a", *"see this", "enter", "j")
        await pilot.pause()
        assert any(line.startswith("•2= Alpha says 0") for line in lines(app))
        await pilot.press("'")
        screen = "\n".join(lines(app))
        assert "Alpha  see this  Alpha says 1 of Smith" in screen
        await pilot.press("escape", "k", "k", "B")
        assert "taken away" in lines(app)[-1]
        assert len(keeper.load().bookmarks) == 1


async def test_a_bookmark_that_cannot_be_kept_is_said(read: Read, story: Story, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    app = read(story, keeper=Keeper(tmp_path / "file" / "story.json"))
    async with opened(app, WIDE) as pilot:
        for _ in range(2):
            await pilot.press("j", "B")
            await pilot.pause()
            assert "it cannot be kept: " in lines(app)[-1]
        assert len(reading(app).frame.bookmarks) == 2
        await pilot.press("j")
        assert "cannot be kept" not in lines(app)[-1]
        await pilot.press("q")


def test_a_story_goes_on_when_one_of_its_texts_has_changed(tmp_path: Path, tell: Tell) -> None:
    texts = {"A": ["One.", "Two."], "B": ["Eins."]}
    before = tell(texts)
    frame = Frame(before, Place(SentenceRef(0, 1)), Plan())
    mark = Bookmark(anchor(before, SentenceRef(0, 1)), "mine")
    Keeper.of(before, tmp_path).update(lambda session: with_bookmark(kept(frame, session, Settings()), mark))
    after = tell({"A": ["New.", "One.", "Two."], "B": ["Eins."], "C": ["Un."]})
    keeper = Keeper.of(after, tmp_path)
    assert keeper.load().bookmarks == (mark,)
    keeper.update(lambda session: session)
    assert json.loads(keeper._path.read_text(encoding="utf-8"))["bookmarks"][0]["note"] == "mine"
    assert Keeper.of(tell({"A": ["Other."], "B": ["Text."]}), tmp_path).load() == Session()
    assert Keeper.of(tell({"A": ["One.", "Two.", "Three."], "X": ["Eins."]}), tmp_path).load() == Session()
