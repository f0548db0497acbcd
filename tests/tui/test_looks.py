"""How the reader looks: themes tried and kept, the palette, and what the command line and the file say of both."""

import pytest
from rich.color import Color, ColorSystem

from newsread.story import Story
from newsread_tui.frame import Frame
from newsread_tui.paint import Ink
from newsread_tui.plan import Layout
from newsread_tui.resume import begun, kept, resumed
from newsread_tui.screens.palette import Palette
from newsread_tui.settings.values import Settings
from newsread_tui.state import Session
from newsread_tui.themes import THEMES, palette
from tests.tui.conftest import Read
from tests.tui.looking import lines, opened, reading


def luminance(colour: tuple[int, int, int]) -> float:
    """Relative luminance as WCAG 2 defines it."""
    parts = [part / 255 for part in colour]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: tuple[int, int, int], other: tuple[int, int, int]) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def shown(color: Color | None, *, few: bool) -> tuple[int, int, int]:
    """What a terminal makes of a colour."""
    assert color
    return (color.downgrade(ColorSystem.EIGHT_BIT) if few else color).get_truecolor()


@pytest.mark.parametrize("few", [False, True])
@pytest.mark.parametrize("name", [name for name, theme in THEMES.items() if not theme.ansi])
def test_every_ink_can_be_read_on_every_ground(name: str, *, few: bool) -> None:
    """WCAG 2 asks for 4.5 to 1; of high contrast one expects 7 to 1."""
    inks = palette(name, few=few)
    least = 7 if name == "high-contrast" else 4.5
    text = inks[Ink.TEXT]
    faint = []
    # Marks of the cursor are bars and no text.
    for ink in set(Ink) - {Ink.PEER_MARK, Ink.CURSOR_MARK}:
        for base in (text, text + inks[Ink.CURSOR], text + inks[Ink.PEER]):
            style = base + inks[ink]
            found = contrast(shown(style.color, few=few), shown(style.bgcolor, few=few))
            # On other grounds only numbers and doubts in the margin are muted.
            if found < (3 if ink in {Ink.MUTED, Ink.ASIDE, Ink.DOUBTFUL} and base is not text else least):
                faint.append((ink, base.bgcolor, round(found, 2)))
    assert not faint


async def test_a_theme_is_shown_at_once_and_given_back(read: Read, story: Story) -> None:
    app = read(story, settings=Settings(theme="dark"))
    async with opened(app, (100, 30)) as pilot:
        await pilot.press("T", "j")
        assert app.theme == "light"
        await pilot.press("j", "escape")
        assert app.theme == "dark"
        await pilot.press("T", "j", "j", "enter")
        await pilot.pause()
        assert app.theme == "high-contrast"
        assert 'for good: theme = "high-contrast" in ' in lines(app)[-1]
        await pilot.press("T")
        assert next(line for line in lines(app) if line.startswith("▌")).split()[1] == "high-contrast"


async def test_without_colours_there_is_nothing_to_choose(
    read: Read, story: Story, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    app = read(story)
    async with opened(app, (100, 30)) as pilot:
        await pilot.press("T")
        assert "no colours" in lines(app)[-1]
        assert app.theme == "terminal"


async def test_the_palette_names_keys_and_draws_nothing(read: Read, story: Story) -> None:
    app = read(story)
    async with opened(app, (80, 24)) as pilot:
        await pilot.press(":")
        assert isinstance(app.screen, Palette)
        await pilot.press(*"copy wh")
        await app.workers.wait_for_complete()
        await pilot.pause()
        shown = lines(app)
        assert shown[1].startswith(" : copy wh")
        assert any(line.startswith(" Copy where the sentence is from   C ") for line in shown)
        await pilot.press("enter")
        await pilot.pause()
        await pilot.pause()
        assert "citation sent to the terminal" in lines(app)[-1] or "citation written to" in lines(app)[-1]


async def test_a_story_begins_as_the_settings_say(read: Read, story: Story) -> None:
    settings = Settings(layout=Layout.ONE, threshold=0.7, overview=True, steady=True, measure=40)
    app = read(story, settings=settings)
    async with opened(app, (160, 24)):
        frame = reading(app).frame
        assert (frame.layout, frame.story.bar, frame.overview, frame.steady) == (Layout.ONE, 0.7, True, True)
        assert frame.plan.pane_width == 44
        assert frame.plan.apparatus_width == 40


def test_what_was_changed_in_a_story_stays_and_all_else_follows_the_settings(story: Story) -> None:
    before = begun(story, Settings(layout=Layout.PAIR))
    session = kept(before, Session(), Settings(layout=Layout.PAIR))
    assert resumed(begun(story, Settings(layout=Layout.ONE)), session).layout is Layout.ONE

    changed = Frame(before.story.with_threshold(0.8), before.place, before.plan, Layout.COLUMNS)
    session = kept(changed, Session(), Settings(layout=Layout.PAIR))
    later = begun(story, Settings(layout=Layout.ONE, threshold=0.3))
    assert resumed(later, session).layout is Layout.COLUMNS
    assert resumed(later, session).story.threshold == 0.8
    assert resumed(later, session, said={"layout"}).layout is Layout.ONE


def test_what_the_command_line_says_of_a_story_is_kept_for_it(story: Story) -> None:
    said = Settings(layout=Layout.ONE, said=frozenset({"layout"}))
    session = kept(begun(story, said), Session(), said)
    assert resumed(begun(story, Settings()), session).layout is Layout.ONE
