"""The keys of lists and pages over the reading screen, in one table."""

from typing import Final

from textual.binding import Binding, BindingType

from newsread_tui.keys import WRITE

_IN_LISTS: Final = Binding.Group("In lists and pages")

LIST: Final[list[BindingType]] = [
    Binding("j,down", "step(1)", "Down", id="list.down", group=_IN_LISTS),
    Binding("k,up", "step(-1)", "Up", id="list.up", group=_IN_LISTS),
    Binding("space,pagedown,ctrl+f", "step(15)", "A page down", id="list.page_down", group=_IN_LISTS),
    Binding("b,pageup,ctrl+b", "step(-15)", "A page up", id="list.page_up", group=_IN_LISTS),
    Binding("g,home", "step(-1000000)", "Beginning", id="list.first", group=_IN_LISTS),
    Binding("G,end", "step(1000000)", "End", id="list.last", group=_IN_LISTS),
    Binding("enter", "choose", "Go there", id="list.choose", group=_IN_LISTS),
    Binding("escape,q", "close", "Close", id="list.close", group=_IN_LISTS),
    WRITE,
]
"""``step`` takes rows; pages have nothing to choose."""
