"""Help, notes and the palette over the reading screen."""

from dataclasses import replace

from newsread.story import Story
from tests.tui.conftest import Read
from tests.tui.looking import lines, opened, place


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
