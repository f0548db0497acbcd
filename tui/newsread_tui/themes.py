"""How the reader looks: five themes, and the colours they add to those of Textual.

Text comes first, colour last: every meaning also has a sign or an attribute (bold, italic, underline, reverse), so the
``terminal`` theme and terminals without colour lose nothing.

The colours of text are of those that every terminal with 256 colours has: so it looks the same there, and a terminal
with more can be told them in fewer bytes (see :mod:`newsread_tui.thrift`). Grounds are of finer shades than 256 have;
what comes nearest is too strong to read on, so there are others for them, whose names end in ``256``.
"""

from collections.abc import Mapping
from functools import cache
from typing import Final

from rich.style import Style
from textual.theme import Theme

from newsread_tui.paint import SLOTS, Ink, Palette

DARK: Final = Theme(
    name="dark", dark=True, primary="#8fb4dc", secondary="#b3a6d4", accent="#d8b06a", warning="#d8b06a",
    error="#e08a80", success="#9fc49a", foreground="#d7d7d7", background="#15181c", surface="#15181c", panel="#1f242b",
    variables={
        "ink-muted": "#8a8a8a", "ink-title": "#eeeeee", "ink-equivalent": "#87afd7", "ink-partial": "#d7af5f",
        "ink-alone": "#d787af", "ink-cursor": "#243650", "ink-peer": "#202b3a", "ink-mark": "#afd7ff",
        "ink-cursor-256": "#303030", "ink-peer-256": "#262626", "ink-differs-256": "#5f0000",
        "ink-peer-mark": "#5f87af", "ink-differs": "#6b4a12",
        "ink-name": "#c6c6c6", "ink-slot-1": "#d7af87", "ink-slot-2": "#87afd7", "ink-slot-3": "#afd7af",
        "ink-slot-4": "#d7afd7", "ink-slot-5": "#d7d787", "ink-slot-6": "#87d7d7",
    },
)  # fmt: skip
LIGHT: Final = Theme(
    name="light", dark=False, primary="#1f5fa8", secondary="#65509a", accent="#8a5a00", warning="#8a5a00",
    error="#a8281c", success="#2f6b2a", foreground="#262626", background="#fbfaf7", surface="#fbfaf7", panel="#efede7",
    variables={
        "ink-muted": "#626262", "ink-title": "#080808", "ink-equivalent": "#005faf", "ink-partial": "#875f00",
        "ink-alone": "#af0087", "ink-cursor": "#d9e7f9", "ink-peer": "#eaf1f9", "ink-mark": "#005faf",
        "ink-cursor-256": "#d7ffff", "ink-peer-256": "#eeeeee",
        "ink-peer-mark": "#5f87af", "ink-differs": "#f6d48c",
        "ink-name": "#303030", "ink-slot-1": "#875f00", "ink-slot-2": "#005faf", "ink-slot-3": "#005f00",
        "ink-slot-4": "#870087", "ink-slot-5": "#870000", "ink-slot-6": "#005f5f",
    },
)  # fmt: skip
CONTRAST: Final = Theme(
    name="high-contrast", dark=True, primary="#7fd4ff", secondary="#ffffff", accent="#ffd23f", warning="#ffd23f",
    error="#ff8f8f", success="#7dff9b", foreground="#ffffff", background="#000000", surface="#000000", panel="#1a1a1a",
    variables={
        "ink-muted": "#c6c6c6", "ink-title": "#ffffff", "ink-equivalent": "#87d7ff", "ink-partial": "#ffd75f",
        "ink-alone": "#ffafd7", "ink-cursor": "#002f75", "ink-peer": "#001f4a", "ink-mark": "#ffffff",
        "ink-cursor-256": "#000087", "ink-peer-256": "#00005f", "ink-differs-256": "#5f0000",
        "ink-peer-mark": "#87d7ff", "ink-differs": "#704a00",
        "ink-name": "#ffffff", "ink-slot-1": "#ffd787", "ink-slot-2": "#87d7ff", "ink-slot-3": "#87ffaf",
        "ink-slot-4": "#ffafff", "ink-slot-5": "#ffaf87", "ink-slot-6": "#d7d7ff",
    },
)  # fmt: skip
COLOUR_BLIND: Final = Theme(
    # Blue and orange only, the pair that the common kinds of colour blindness tell apart, at different lightness.
    name="blue-orange", dark=True, primary="#7db7f0", secondary="#f0a04b", accent="#f0a04b", warning="#f0a04b",
    error="#f0a04b", success="#7db7f0", foreground="#d7d7d7", background="#14171b", surface="#14171b", panel="#20252c",
    variables={
        "ink-muted": "#949494", "ink-title": "#eeeeee", "ink-equivalent": "#5fafff", "ink-partial": "#ffaf5f",
        "ink-alone": "#ffd7af", "ink-cursor": "#1d4068", "ink-peer": "#1c2d42", "ink-mark": "#afd7ff",
        "ink-cursor-256": "#00005f", "ink-peer-256": "#262626", "ink-differs-256": "#5f0000",
        "ink-peer-mark": "#5f87af", "ink-differs": "#7a4300",
        "ink-name": "#c6c6c6", "ink-slot-1": "#ffaf87", "ink-slot-2": "#87afff", "ink-slot-3": "#ffd7af",
        "ink-slot-4": "#afd7ff", "ink-slot-5": "#d7af87", "ink-slot-6": "#5fafff",
    },
)  # fmt: skip
TERMINAL: Final = Theme(
    # The terminal's own colours: default text on default ground, and only the six hues that palettes leave alone.
    name="terminal", dark=True, ansi=True, primary="ansi_blue", secondary="ansi_cyan", accent="ansi_yellow",
    warning="ansi_yellow", error="ansi_red", success="ansi_green", foreground="ansi_default",
    background="ansi_default", surface="ansi_default", panel="ansi_default", boost="ansi_default",
    variables={
        "ink-muted": "ansi_default", "ink-title": "ansi_default", "ink-equivalent": "ansi_blue",
        "ink-partial": "ansi_yellow", "ink-alone": "ansi_magenta", "ink-cursor": "ansi_default",
        "ink-peer": "ansi_default", "ink-mark": "ansi_default", "ink-peer-mark": "ansi_default",
        "ink-differs": "ansi_default",
        "ink-name": "ansi_default", "ink-slot-1": "ansi_yellow", "ink-slot-2": "ansi_blue", "ink-slot-3": "ansi_green",
        "ink-slot-4": "ansi_magenta", "ink-slot-5": "ansi_cyan", "ink-slot-6": "ansi_red",
        "ansi-background": "ansi_black", "ansi-foreground": "ansi_white",
    },
)  # fmt: skip

THEMES: Final[Mapping[str, Theme]] = {
    theme.name: theme for theme in (DARK, LIGHT, CONTRAST, COLOUR_BLIND, TERMINAL)
}  # fmt: skip

_LOOKS: Final[Mapping[Ink, tuple[str, str, str]]] = {
    # Colour of the text, colour of the ground (variables of the theme), attributes.
    Ink.TITLE: ("ink-title", "", "bold"),
    Ink.HEADLINE: ("ink-title", "", "bold"),
    Ink.HEADING: ("", "", "bold italic"),
    Ink.ASIDE: ("ink-muted", "", ""),
    Ink.MUTED: ("ink-muted", "", ""),
    Ink.EQUIVALENT: ("ink-equivalent", "", "bold"),
    Ink.PARTIAL: ("ink-partial", "", ""),
    Ink.ALONE: ("ink-alone", "", "bold"),
    Ink.DISPUTED: ("ink-partial", "", "bold"),
    Ink.DOUBTFUL: ("ink-muted", "", "italic"),
    Ink.OWN: ("ink-equivalent", "", "bold underline"),
    Ink.CURSOR: ("", "ink-cursor", ""),
    Ink.CURSOR_MARK: ("ink-mark", "", "bold"),
    Ink.PEER: ("", "ink-peer", ""),
    Ink.PEER_MARK: ("ink-peer-mark", "", ""),
    Ink.DIFFERS: ("", "ink-differs", "bold"),
    Ink.PERSON: ("ink-name", "", "underline"),
    Ink.ORG: ("ink-name", "", "bold"),
    Ink.PLACE: ("ink-name", "", "italic"),
    Ink.GROUP: ("ink-name", "", "italic underline"),
    Ink.OTHER: ("ink-name", "", "italic"),
    **{slot: (f"ink-{slot.value}", "", "") for slot in SLOTS},
    Ink.FOUND: ("", "", "reverse"),
    Ink.NOTICE: ("ink-partial", "", "bold"),
}
# Without shades, reverse and dim stand in for them.
_PLAIN_LOOKS: Final[Mapping[Ink, str]] = {
    Ink.ASIDE: "dim",
    Ink.MUTED: "dim",
    Ink.CURSOR: "reverse",
    Ink.PEER_MARK: "bold",
    Ink.DIFFERS: "bold reverse",
}


@cache
def palette(name: str, *, few: bool = False) -> Palette:
    """The look of every ink in a theme; ``few`` for a terminal of 256 colours.

    They are no component classes of widgets: resolving twenty of them for every widget took a third of the time to the
    first picture.
    """
    theme = THEMES[name]
    base = Style(color=_colour(theme.foreground), bgcolor=_colour(theme.background))
    looks = {ink: _look(theme, *look, few=few) for ink, look in _LOOKS.items()}
    if theme.ansi:
        looks |= {ink: looks[ink] + Style.parse(attributes) for ink, attributes in _PLAIN_LOOKS.items()}
    return looks | {Ink.TEXT: base}


def _look(theme: Theme, ink: str, ground: str, attributes: str, *, few: bool) -> Style:
    shade = theme.variables.get(f"{ground}-256") if few else None
    colours = Style(color=_colour(theme.variables.get(ink)), bgcolor=_colour(shade or theme.variables.get(ground)))
    return colours + Style.parse(attributes)


def _colour(name: str | None) -> str | None:
    return name.removeprefix("ansi_") if name else None
