"""How the reader looks: five themes, and the colours they add to those of Textual.

Text comes first, colour last: every meaning also has a sign or an attribute (bold, italic, underline, reverse), so the
``terminal`` theme and terminals without colour lose nothing.
"""

from collections.abc import Mapping
from typing import Final

from textual.theme import Theme

DARK: Final = Theme(
    name="newsread-dark", dark=True, primary="#8fb4dc", secondary="#b3a6d4", accent="#d8b06a", warning="#d8b06a",
    error="#e08a80", success="#9fc49a", foreground="#d4d7dc", background="#15181c", surface="#15181c", panel="#1f242b",
    variables={
        "ink-muted": "#8b929c", "ink-title": "#e8ebef", "ink-equivalent": "#8fb4dc", "ink-partial": "#d8b06a",
        "ink-alone": "#d49ac0", "ink-cursor": "#2c3f5c", "ink-peer": "#202b3a", "ink-mark": "#a9cbf2",
        "ink-peer-mark": "#6d8bb0", "ink-differs": "#6b4a12", "ink-person": "#e3c793", "ink-org": "#a6c8ec",
        "ink-place": "#add1a6", "ink-group": "#d3b3dc", "ink-other": "#b9bec6",
    },
)  # fmt: skip
LIGHT: Final = Theme(
    name="newsread-light", dark=False, primary="#1f5fa8", secondary="#65509a", accent="#8a5a00", warning="#8a5a00",
    error="#a8281c", success="#2f6b2a", foreground="#22262b", background="#fbfaf7", surface="#fbfaf7", panel="#efede7",
    variables={
        "ink-muted": "#656b74", "ink-title": "#0c0f12", "ink-equivalent": "#1f5fa8", "ink-partial": "#8a5a00",
        "ink-alone": "#9a2f78", "ink-cursor": "#cfe0f5", "ink-peer": "#e7eef7", "ink-mark": "#1f5fa8",
        "ink-peer-mark": "#6f93bd", "ink-differs": "#f6d48c", "ink-person": "#7a4a00", "ink-org": "#1b4f8f",
        "ink-place": "#2f6323", "ink-group": "#713a85", "ink-other": "#4c5159",
    },
)  # fmt: skip
CONTRAST: Final = Theme(
    name="newsread-contrast", dark=True, primary="#7fd4ff", secondary="#ffffff", accent="#ffd23f", warning="#ffd23f",
    error="#ff8f8f", success="#7dff9b", foreground="#ffffff", background="#000000", surface="#000000", panel="#1a1a1a",
    variables={
        "ink-muted": "#c8c8c8", "ink-title": "#ffffff", "ink-equivalent": "#7fd4ff", "ink-partial": "#ffd23f",
        "ink-alone": "#ff9bea", "ink-cursor": "#003a8c", "ink-peer": "#00214f", "ink-mark": "#ffffff",
        "ink-peer-mark": "#7fd4ff", "ink-differs": "#7a5200", "ink-person": "#ffe08a", "ink-org": "#9fdcff",
        "ink-place": "#9dffb0", "ink-group": "#ffb8f1", "ink-other": "#e6e6e6",
    },
)  # fmt: skip
COLOUR_BLIND: Final = Theme(
    # Blue and orange only, the pair that the common kinds of colour blindness tell apart, at different lightness.
    name="newsread-blue-orange", dark=True, primary="#7db7f0", secondary="#f0a04b", accent="#f0a04b", warning="#f0a04b",
    error="#f0a04b", success="#7db7f0", foreground="#d8dade", background="#14171b", surface="#14171b", panel="#20252c",
    variables={
        "ink-muted": "#929aa5", "ink-title": "#eceff3", "ink-equivalent": "#7db7f0", "ink-partial": "#f0a04b",
        "ink-alone": "#ffd9ad", "ink-cursor": "#1f4470", "ink-peer": "#1c2d42", "ink-mark": "#bfe0ff",
        "ink-peer-mark": "#6d9cc9", "ink-differs": "#7a4300", "ink-person": "#f3c08a", "ink-org": "#9fccf5",
        "ink-place": "#c5dff7", "ink-group": "#fadfc0", "ink-other": "#bcc2ca",
    },
)  # fmt: skip
TERMINAL: Final = Theme(
    # The terminal's own colours: default text on default ground, and only the six hues that palettes leave alone.
    name="newsread-terminal", dark=True, ansi=True, primary="ansi_blue", secondary="ansi_cyan", accent="ansi_yellow",
    warning="ansi_yellow", error="ansi_red", success="ansi_green", foreground="ansi_default",
    background="ansi_default", surface="ansi_default", panel="ansi_default", boost="ansi_default",
    variables={
        "ink-muted": "ansi_default", "ink-title": "ansi_default", "ink-equivalent": "ansi_blue",
        "ink-partial": "ansi_yellow", "ink-alone": "ansi_magenta", "ink-cursor": "ansi_default",
        "ink-peer": "ansi_default", "ink-mark": "ansi_default", "ink-peer-mark": "ansi_default",
        "ink-differs": "ansi_default", "ink-person": "ansi_default", "ink-org": "ansi_default",
        "ink-place": "ansi_default", "ink-group": "ansi_default", "ink-other": "ansi_default",
        "ansi-background": "ansi_black", "ansi-foreground": "ansi_white",
    },
)  # fmt: skip

THEMES: Final[Mapping[str, Theme]] = {
    theme.name: theme for theme in (DARK, LIGHT, CONTRAST, COLOUR_BLIND, TERMINAL)
}  # fmt: skip

INKS: Final = """
LineWidget { background: $background; color: $foreground; }
LineWidget > .ink--title { color: $ink-title; text-style: bold; }
LineWidget > .ink--headline { color: $ink-title; text-style: bold; }
LineWidget > .ink--heading { text-style: bold italic; }
LineWidget > .ink--aside { color: $ink-muted; }
LineWidget > .ink--muted { color: $ink-muted; }
LineWidget > .ink--equivalent { color: $ink-equivalent; text-style: bold; }
LineWidget > .ink--partial { color: $ink-partial; }
LineWidget > .ink--alone { color: $ink-alone; text-style: bold; }
LineWidget > .ink--cursor { background: $ink-cursor; }
LineWidget > .ink--cursor-mark { color: $ink-mark; text-style: bold; }
LineWidget > .ink--peer { background: $ink-peer; }
LineWidget > .ink--peer-mark { color: $ink-peer-mark; }
LineWidget > .ink--differs { background: $ink-differs; text-style: bold; }
LineWidget > .ink--person { color: $ink-person; text-style: underline; }
LineWidget > .ink--org { color: $ink-org; text-style: bold; }
LineWidget > .ink--place { color: $ink-place; text-style: italic; }
LineWidget > .ink--group { color: $ink-group; text-style: italic underline; }
LineWidget > .ink--other { color: $ink-other; text-style: italic; }
LineWidget > .ink--notice { color: $accent; text-style: bold; }
LineWidget:ansi > .ink--aside { text-style: dim; }
LineWidget:ansi > .ink--muted { text-style: dim; }
LineWidget:ansi > .ink--cursor { text-style: reverse; }
LineWidget:ansi > .ink--peer-mark { text-style: bold; }
LineWidget:ansi > .ink--differs { text-style: bold reverse; }
"""
"""The look of every ink; in the terminal's own colours reverse and dim stand in for shades."""
