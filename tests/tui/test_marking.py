"""A name taken and followed, passages picked out, types of names, and folds."""

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsread.comparison import compare_articles
from newsread.copies import Copy
from newsread.model import Entity, EntityType, Sentence
from newsread.story import Story
from newsread_tui.naming import looks
from newsread_tui.paint import SLOTS, Ink
from newsread_tui.rows import RowKind, lay_out
from newsread_tui.settings.keymap import Keymap
from newsread_tui.state import Keeper
from tests.tui.conftest import Read, Tell
from tests.tui.looking import lines, marked, opened, place, reading

WIDE = (160, 30)
WIRE = [f"The council voted on day {day} to close the old bridge over the river for repairs." for day in range(3)]
ALPHA = ["!Alpha headline", "Lee met Ray in town.", "Shops closed.", *WIRE, "Ray left."]
BETA = ["!Beta headline", "Nobody came.", *WIRE, "Lee spoke to Ray.", "Lee went home."]


@pytest.fixture
def named(tell: Tell) -> Story:
    links = [(0, 1, 1, 5, 0.9), *((0, 3 + n, 1, 2 + n, 0.9) for n in range(3))]
    story = tell({"Alpha": ALPHA, "Beta": BETA}, links, ["Lee", "Ray", "The council"])
    kinds = (EntityType.PERSON, EntityType.PERSON, EntityType.ORG)
    entities = tuple(replace(entity, type=kind) for entity, kind in zip(story.entities or (), kinds, strict=True))
    story = replace(story, entities=entities)
    return replace(story, findings=compare_articles(story.articles, story.alignment, entities))


async def test_a_name_is_taken_and_followed_through_the_outlets(read: Read, named: Story) -> None:
    app = read(named)
    async with opened(app, WIDE) as pilot:
        await pilot.press("j", "asterisk")
        screen = lines(app)
        assert "* Lee" in screen[0]
        assert "Lee: named 3 times in 2 outlets" in screen[-1]
        assert "* again takes Ray" in screen[-1]
        await pilot.press("n")
        assert place(app) == (1, 5)
        await pilot.press("n")
        assert place(app) == (1, 6)
        await pilot.press("N", "asterisk")
        assert "* Ray" in lines(app)[0]
        await pilot.press("escape")
        assert "* Ray" not in lines(app)[0]
        assert reading(app).frame.taken is None


async def test_a_sentence_without_names_has_nothing_to_take(read: Read, named: Story) -> None:
    app = read(named)
    async with opened(app, WIDE) as pilot:
        await pilot.press("asterisk")
        assert "nothing is named in this sentence" in lines(app)[-1]
        await pilot.press("f")
        assert "take a name with * or find words with / first" in lines(app)[-1]
        assert not reading(app).frame.only


async def test_only_the_passages_that_name_it(read: Read, named: Story) -> None:
    app = read(named)
    async with opened(app, WIDE) as pilot:
        await pilot.press("j", "asterisk", "asterisk", "f")
        assert "only Ray" in lines(app)[0]
        assert "only the 2 passages here with Ray" in lines(app)[-1]
        await pilot.press("j")
        assert place(app) == (0, 6)
        await pilot.press("j", "k")
        assert place(app) == (0, 1)
        await pilot.press("escape")
        assert "only" not in lines(app)[0]
        assert "* Ray" in lines(app)[0]
        await pilot.press("j")
        assert place(app) == (0, 2)


async def test_the_filter_holds_for_words_sought_and_ends_with_them(read: Read, named: Story) -> None:
    app = read(named)
    async with opened(app, WIDE) as pilot:
        await pilot.press("slash", *"voted", "enter", "f", "j")
        assert place(app) == (0, 4)
        assert "only voted" in lines(app)[0]
        await pilot.press("slash", *"zzz", "escape")
        assert not reading(app).frame.only


async def test_going_to_a_name_from_the_index_takes_it(read: Read, named: Story) -> None:
    app = read(named)
    async with opened(app, WIDE) as pilot:
        await pilot.press("e", "s", "j", "enter", "enter")
        assert place(app) == (0, 1)
        assert "* Ray" in lines(app)[0]
        await pilot.press("n")
        assert place(app) == (0, 6)


async def test_the_legend_tells_the_names_in_view_and_switches_types(read: Read, named: Story) -> None:
    app = read(named)
    async with opened(app, WIDE) as pilot:
        await pilot.press("t")
        screen = lines(app)
        assert "Names in view" in screen[0]
        assert any("3 names in view" in line for line in screen)
        assert any("Lee  person" in line for line in screen)
        await pilot.press("1")
        assert any("persons  not marked" in line for line in lines(app))
        await pilot.press("escape")
        assert reading(app).frame.unmarked == {EntityType.PERSON}
        await pilot.press("t", "g", "enter", "j", "enter", "escape", "t", "enter")
        assert reading(app).frame.unmarked == {EntityType.ORG}
        assert reading(app).frame.taken is not None


async def test_copies_are_folded_and_shown_again(read: Read, named: Story) -> None:
    app = read(named)
    async with opened(app, WIDE) as pilot:
        await pilot.press("j", "j", "j", "j", "Z")
        screen = lines(app)
        assert sum("3 sentences as in Alpha" in line for line in screen) == 1
        assert "folded" in screen[0]
        # The counterpart is inside the fold, whose row is marked as it.
        assert "3 sentences as in Alpha" in screen[1 + marked(app)[1]]
        await pilot.press("Z")
        assert not any("as in Alpha" in line for line in lines(app))
        assert place(app) == (0, 4)


async def test_a_fold_is_one_stop_and_opens(read: Read, named: Story) -> None:
    app = read(named)
    async with opened(app, WIDE) as pilot:
        await pilot.press("tab", "g", "Z", "j")
        await pilot.press("j")
        assert place(app) == (1, 2)
        await pilot.press("j")
        assert place(app) == (1, 5)
        await pilot.press("k", "enter", "j")
        assert place(app) == (1, 3)
        assert not any("as in Alpha" in line for line in lines(app))


@pytest.mark.parametrize("keys", [("j", "j", "j", "j", "l"), ("slash", *"day 1", "enter", "n")])
async def test_the_cursor_is_never_in_a_closed_fold(read: Read, named: Story, keys: tuple[str, ...]) -> None:
    app = read(named)
    async with opened(app, WIDE) as pilot:
        await pilot.press("Z", *keys)
        assert place(app) == (1, 3)
        assert sum("day 1 to close" in line for line in lines(app)) == 2


async def test_nothing_to_fold_is_said(read: Read, story: Story) -> None:
    app = read(replace(story, findings=compare_articles(story.articles[:1], None, ())))
    async with opened(app, WIDE) as pilot:
        await pilot.press("Z")
        assert "no outlet has passages of another word for word" in lines(app)[-1]
        assert not reading(app).frame.folded


async def test_what_was_picked_out_is_there_again(read: Read, named: Story, tmp_path: Path) -> None:
    first = read(named, keeper=Keeper.of(named, tmp_path))
    async with opened(first, WIDE) as pilot:
        await pilot.press("t", "3", "escape", "j", "asterisk", "Z", "q")
    again = read(named, keeper=Keeper.of(named, tmp_path))
    async with opened(again, WIDE) as pilot:
        frame = reading(again).frame
        assert "* Lee" in lines(again)[0]
        assert frame.folded
        assert frame.unmarked == {EntityType.PLACE}


async def test_word_for_word_shares_are_told(read: Read, named: Story) -> None:
    app = read(named)
    async with opened(app, WIDE) as pilot:
        await pilot.press("j", "j", "j")
        assert any("100% same words" in line for line in lines(app)[:3])
        await pilot.press("w")
        assert any("the same words: 100% of this, 100% of that" in line for line in lines(app))
        await pilot.press("escape", "i")
        assert sum("word for word also in" in line for line in lines(app)) == 2


def test_the_six_named_most_have_a_colour_once_all_is_read(named: Story) -> None:
    assert looks(replace(named, findings=None))[0] == (Ink.PERSON,)
    assert looks(named)[0] == (Ink.PERSON, SLOTS[1])
    assert 0 not in looks(named, {EntityType.PERSON})
    many = tuple(Entity(n, f"E{n}", EntityType.ORG, (named.entities or ())[0].mentions) for n in range(9))
    assert [len(look) for look in looks(replace(named, entities=many)).values()] == [2] * 6 + [1] * 3


@given(st.lists(st.integers(1, 9), min_size=1, max_size=12), st.sets(st.integers(0, 11)), st.booleans())
def test_a_column_with_folds_leads_to_every_sentence(lengths: list[int], cuts: set[int], spaced: bool) -> None:  # noqa: FBT001
    sentences = [Sentence(0, 0, "word " * length, paragraph=n // 3) for n, length in enumerate(lengths)]
    folds = [Copy(n, min(n + 1, len(lengths) - 1), 0) for n in sorted(cuts) if n < len(lengths) and n % 3 == 0]
    column = lay_out(sentences, 20, spaced=spaced, folds={fold.first: fold.last for fold in folds})
    assert len(column.tops) == len(sentences)
    for number in range(len(sentences)):
        top, end = column.extent(number)
        assert top < end <= len(column.rows)
        fold = next((f for f in folds if f.first <= number <= f.last), None)
        assert column.sentence_at(top) == (fold.first if fold else number)
        assert (column.rows[top].kind is RowKind.FOLD) == (fold is not None)
        gap = column.with_gap(number)
        assert gap.rows[gap.extent(number)[1]].kind is RowKind.GAP


async def test_what_is_said_of_keys_follows_the_keymap(tell: Tell, read: Read) -> None:
    story = tell({"A": ["Smith and Ray met.", "Smith left."], "B": ["Smith spoke."]}, [], ["Smith", "Ray"])
    app = read(story, keys=Keymap({"found.next": "f8", "found.previous": "f7", "name": "f6"}))
    async with opened(app, (120, 24)) as pilot:
        await pilot.press("f6")
        assert "F8 F7 go on; F6 again takes Ray" in lines(app)[-1]
