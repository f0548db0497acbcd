"""Outlets that hold still, and move no more than they must."""

import pytest

from newsread.story import Story
from newsread_tui.rows import lay_out
from newsread_tui.scroll import holding, in_view
from newsread_tui.settings.values import Settings
from newsread_tui.widgets.pane import ArticlePane
from tests.tui.conftest import Read
from tests.tui.looking import lines, opened, reading


def test_a_place_is_chosen_that_shows_what_comes_next(story: Story) -> None:
    column = lay_out(story.articles[0].sentences, 40)
    top = holding(column, 12, 20, [21, 22, 23], 6)
    assert all(in_view(column, top, 12, sentence) for sentence in (20, 21, 22))
    assert in_view(column, holding(column, 12, 20, [19, 18], 0), 12, 19)
    assert column.tops[20] - holding(column, 12, 20, [], 5) == 5


@pytest.mark.parametrize("steady", [True, False])
async def test_the_state_is_shown_and_toggled(read: Read, story: Story, *, steady: bool) -> None:
    app = read(story, settings=Settings(steady=steady))
    async with opened(app, (160, 24)) as pilot:
        assert ("locked, steady" if steady else "locked, level") in lines(app)[0]
        await pilot.press("z")
        assert ("locked, level" if steady else "locked, steady") in lines(app)[0]
        assert reading(app).frame.steady is not steady


async def test_a_steady_outlet_does_not_move_for_what_it_lacks(read: Read, story: Story) -> None:
    app = read(story, settings=Settings(steady=True))
    async with opened(app, (160, 24)) as pilot:
        gamma = list(app.screen.query(ArticlePane))[2]
        await pilot.press(*"jjjjjjjjj")
        before = [line.text[1:] for line in gamma._lines[2:]]
        await pilot.press("j")
        assert "not here" in gamma._lines[0].text
        assert [line.text[1:] for line in gamma._lines[2:]] == before
