"""Putting the aligner right, under the fingers."""

from functools import partial
from pathlib import Path

import pytest

from newsread.corrections import Anchor, Correction, Verdict
from newsread.story import Story
from newsread_tui.glyphs import ASCII, UNICODE
from newsread_tui.paint import Ink
from newsread_tui.sheet import margin, sign
from newsread_tui.state import Keeper, Session, with_corrections
from tests.tui.conftest import Read, Tell
from tests.tui.looking import lines, opened, place, reading

WIDE = (160, 24)


@pytest.fixture
def keeper(tmp_path: Path, story: Story) -> Keeper:
    return Keeper.of(story, tmp_path)


async def test_a_link_is_taken_away_and_given_back(read: Read, story: Story) -> None:
    app = read(story)
    async with opened(app, WIDE) as pilot:
        await pilot.press("j", "minus")
        assert "Alpha and Beta: not linked, as you say" in lines(app)[-1]
        assert reading(app).frame.counterpart(1) is None
        assert "not in Beta" in "\n".join(lines(app))
        await pilot.press("w")
        assert "not the same, as you say: Beta says 0" in "\n".join(lines(app))
        await pilot.press("escape", "U")
        assert "taken back" in lines(app)[-1]
        assert reading(app).frame.counterpart(1) is not None
        await pilot.press("U")
        assert "no correction to take back" in lines(app)[-1]


async def test_of_several_counterparts_one_is_chosen(read: Read, story: Story) -> None:
    app = read(story)
    async with opened(app, WIDE) as pilot:
        await pilot.press(*"jjjjjj", "minus")
        assert "Which of these does not say the same?" in lines(app)[0]
        assert sum("Gamma" in line for line in lines(app)) == 2
        await pilot.press("j", "enter")
        assert "Alpha and Gamma: not linked" in lines(app)[-1]
        found = reading(app).frame.counterpart(2)
        assert found
        assert found.ref.sentence == 25


async def test_two_sentences_are_linked_by_hand(read: Read, story: Story) -> None:
    app = read(story)
    async with opened(app, WIDE) as pilot:
        await pilot.press(*"jj", "plus")
        assert "linking from Alpha: + links it, Esc gives up" in lines(app)[-1]
        await pilot.press("l", "l", "G", "plus")
        assert "Alpha and Gamma: linked by you" in lines(app)[-1]
        assert place(app) == (2, 30)
        assert " yours " in lines(app)[1]
        await pilot.press("1")
        assert any(line.startswith("▌3≡ Alpha says 1") for line in lines(app))
        await pilot.press("w")
        screen = "\n".join(lines(app))
        assert "≡ yours Gamma says 29" in screen
        assert "your own word: these say the same; the aligner found nothing" in screen


async def test_linking_is_given_up(read: Read, story: Story) -> None:
    app = read(story)
    async with opened(app, WIDE) as pilot:
        await pilot.press("plus", "escape", "3", "plus")
        assert not reading(app).frame.story.corrections
        assert "linking from Gamma" in lines(app)[-1]
        await pilot.press("plus")
        assert "linking" not in lines(app)[-1]


async def test_a_link_is_pinned_above_every_threshold(read: Read, story: Story) -> None:
    app = read(story)
    async with opened(app, WIDE) as pilot:
        await pilot.press("j", "P", *"]]]]]]]]]]]")
        found = reading(app).frame.counterpart(1)
        assert found
        assert found.link.by_reader
        await pilot.press("j")
        assert reading(app).frame.counterpart(1) is None


async def test_corrections_are_listed_and_taken_back(read: Read, story: Story, keeper: Keeper) -> None:
    app = read(story, keeper=keeper)
    async with opened(app, WIDE) as pilot:
        await pilot.press("&")
        assert "no corrections yet" in lines(app)[-1]
        await pilot.press("j", "minus", "j", "P", "&")
        screen = lines(app)
        assert "same" in screen[2]
        assert "Alpha says 1" in screen[2]
        assert "not the same" in screen[3]
        await pilot.press("x")
        assert "taken back" in lines(app)[2]
        await pilot.press("escape")
        assert [each.verdict for each in reading(app).frame.story.corrections] == [Verdict.NOT_SAME]
        await pilot.press("&", "enter")
        assert place(app) == (0, 1)
    assert [each.verdict for each in keeper.load().corrections] == [Verdict.NOT_SAME]


async def test_corrections_are_there_the_next_time(read: Read, story: Story, keeper: Keeper) -> None:
    app = read(story, keeper=keeper)
    async with opened(app, WIDE) as pilot:
        await pilot.press("j", "minus", "q")
    again = read(story, keeper=keeper)
    async with opened(again, WIDE) as pilot:
        await pilot.press("g", "j")
        assert reading(again).frame.counterpart(1) is None


def said(number: int) -> Correction:
    return Correction(Verdict.SAME, Anchor("a", number, str(number)), Anchor("b", number, str(number)))


def test_two_readers_keep_each_others_corrections(tmp_path: Path) -> None:
    one, other = Keeper(tmp_path / "story.json"), Keeper(tmp_path / "story.json")
    one.update(partial(with_corrections, new=[said(1), said(2)], gone=()))
    other.update(partial(with_corrections, new=[said(3)], gone=[said(1)]))
    one.update(partial(with_corrections, new=[said(2)], gone=()))
    assert one.load() == other.load() == Session(corrections=(said(3), said(2)))


def test_links_that_are_hardly_sure_are_doubtful(tell: Tell) -> None:
    story = tell(
        {"A": ["One.", "Two.", "Three."], "B": ["x", "y", "z"]},
        [(0, 0, 1, 0, 0.55), (0, 1, 1, 1, 0.65), (0, 2, 1, 2, 0.2)],
    )
    assert [sign(story, link, UNICODE)[0] for link in story.with_threshold(0).links] == ["?", "~", "?"]
    signs = [margin(story, ref, UNICODE, settled=True) for ref in (link.source for link in story.links)]
    assert [(each.sign, each.ink) for each in signs] == [("?", Ink.DOUBTFUL), ("~", Ink.PARTIAL)]
    assert ASCII.own.isascii()
