"""Every action by its name, found as one types: Textual's palette, without its pictures, lines and bars."""

from textual.command import CommandInput, CommandPalette, DiscoveryHit, Hit, Hits, Provider, SearchIcon
from textual.content import Content

from newsread_tui.collecting import forget_closed


class Actions(Provider):
    """The actions of the screen below, each on one line with its key; in the order of the help."""

    async def discover(self) -> Hits:
        """Everything, before anything is typed."""
        for name, key, action, _ in self.app.get_system_commands(self.screen):
            yield DiscoveryHit(_line(Content(name), key), action, text=name)

    async def search(self, query: str) -> Hits:
        """What the words typed so far may mean."""
        matcher = self.matcher(query)
        for name, key, action, _ in self.app.get_system_commands(self.screen):
            if (score := matcher.match(name)) > 0:
                yield Hit(score, _line(matcher.highlight(name), key), action, text=name)


def _line(name: Content, key: str) -> Content:
    return Content.assemble(name, (f"   {key}" if key else "", "dim not bold"))


class Palette(CommandPalette):
    """Looks as calm as the rest, and is ASCII but for what is searched."""

    CSS = """
    Palette > Vertical { margin-top: 1; }
    Palette > Vertical, Palette #--results { background: $panel; border: none; }
    Palette #--input, Palette #--input.--list-visible { border: none; height: 1; margin-bottom: 1; }
    Palette CommandInput, Palette CommandInput:focus { border: none; height: 1; }
    Palette SearchIcon { margin: 0 0 0 1; color: $foreground; }
    Palette CommandList { scrollbar-size: 0 0; padding: 0; border-top: none; border-bottom: none; }
    Palette CommandList > .option-list--option { padding: 0 1; text-style: none; }
    Palette LoadingIndicator { display: none; }
    """

    def __init__(self) -> None:
        super().__init__(placeholder="what to do: a word or its beginning", id="--command-palette")

    def focus_field(self) -> None:
        """Be ready for what is typed, now and not only in a moment."""
        self.set_focus(self.query_one(CommandInput))

    def on_mount(self) -> None:
        """A plain sign in the place of a picture, which is as wide as it likes; and nothing that blinks."""
        self.query_one(SearchIcon).icon = ":"
        self.query_one(CommandInput).cursor_blink = False

    def on_screen_suspend(self) -> None:
        """Leave nothing behind."""
        forget_closed()
