"""The words that settings can be, for the help, which should not wait for anything else to be imported."""

from typing import Final

THEMES: Final = ("auto", "dark", "light", "high-contrast", "blue-orange", "terminal")
COLORS: Final = ("auto", "truecolor", "256", "16", "none")
LAYOUTS: Final = ("columns", "pair", "one")
"""The names of :class:`newsread_tui.plan.Layout`."""
SWITCH: Final = ("auto", "on", "off")
