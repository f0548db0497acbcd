"""The terminal reader, run: what has been chosen and kept, put into the app, until it is left."""

from newsread.story import Story
from newsread_tui.analysis import Analyst
from newsread_tui.app import ReaderApp
from newsread_tui.glyphs import ASCII, UNICODE
from newsread_tui.settings.gather import Gathered
from newsread_tui.settings.keymap import keymap
from newsread_tui.settings.places import shows_utf8, state_folder
from newsread_tui.state import Keeper
from newsread_tui.themes import TERMINAL


def run_reader(story: Story, gathered: Gathered, analyst: Analyst, notice: str = "") -> int:
    """Open the reader on a story and return the exit status when it is closed.

    Args:
        story: As it was read.
        gathered: What the user has chosen.
        analyst: Does the language work, and may be at it already.
        notice: What to say at the beginning.
    """
    settings = gathered.settings
    keys = keymap(settings.keys, gathered.file)
    glyphs = ASCII if settings.ascii or not shows_utf8() else UNICODE
    app = ReaderApp(
        story,
        analyst,
        glyphs,
        Keeper.of(story, state_folder()),
        settings=settings,
        keys=keys,
        remarks=(*([notice] if notice else []), *map(str, (*gathered.problems, *keys.problems))),
    )
    if app.console.color_system == "standard":
        app.theme = TERMINAL.name  # shades made for many colours are illegible in sixteen
    app.run(mouse=settings.mouse)
    code = app.return_code or 0
    app.analyst.leave(code)
    return code
