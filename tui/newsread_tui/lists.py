"""The keys of lists and pages over the reading screen, in one table: those that all have, and those of each list."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from typing import Final

from textual.binding import Binding, BindingType

from newsread.model import EntityType
from newsread_tui.keys import READING, WRITE, WRITE_LINEAR
from newsread_tui.naming import TYPE_NAMES

_IN_LISTS: Final = Binding.Group("In lists and pages")
_MATRIX: Final = Binding.Group("In the matrix")
_PEOPLE: Final = Binding.Group("In the list of names")
_LEGEND: Final = Binding.Group("In the list of names in view")
_OUTLETS: Final = Binding.Group("In the list of outlets")
_CORRECTIONS: Final = Binding.Group("In the list of corrections")

PAGE: Final[list[BindingType]] = [
    Binding("j,down", "step(1)", "Down", id="list.down", group=_IN_LISTS),
    Binding("k,up", "step(-1)", "Up", id="list.up", group=_IN_LISTS),
    Binding("space,pagedown,ctrl+f", "page(1)", "A page down", id="list.page_down", group=_IN_LISTS),
    Binding("b,pageup,ctrl+b", "page(-1)", "A page up", id="list.page_up", group=_IN_LISTS),
    Binding("g,home", "step(-1000000)", "Beginning", id="list.first", group=_IN_LISTS),
    Binding("G,end", "step(1000000)", "End", id="list.last", group=_IN_LISTS),
    Binding("enter", "choose", "Go there", id="list.choose", group=_IN_LISTS),
    Binding("escape,q", "close", "Close", id="list.close", group=_IN_LISTS),
    WRITE,
    WRITE_LINEAR,
]
"""``step`` takes rows, ``page`` screens of them; pages have nothing to choose."""

LIST: Final[list[BindingType]] = [
    *PAGE,
    Binding("question_mark,f1", "help", "The keys of this list", id="list.help", group=_IN_LISTS),
]

_WALKING: Final = {
    "sentence.next": "walk(1)",
    "sentence.previous": "walk(-1)",
    "outlet.left": "cross(-1)",
    "outlet.right": "cross(1)",
    "outlet.next": "cycle(1)",
    "outlet.previous": "cycle(-1)",
    "shared.next": "seek('shared', 1)",
    "shared.previous": "seek('shared', -1)",
    "unique.next": "seek('unique', 1)",
    "unique.previous": "seek('unique', -1)",
    "differing.next": "seek('differing', 1)",
    "differing.previous": "seek('differing', -1)",
    "stacked": "close",
}
"""Actions of the reading screen that the stacked passage has as well, under the same ids and so the same keys."""

STACKED: Final[list[BindingType]] = [
    *(each for each in PAGE if isinstance(each, Binding) and each.id not in ("list.down", "list.up")),
    *(replace(each, action=_WALKING[each.id]) for each in READING if isinstance(each, Binding) and each.id in _WALKING),
    Binding("question_mark,f1", "close", "Close", id="help"),
]

MATRIX: Final[list[BindingType]] = [
    Binding("o", "only", "Only what one outlet has, or all again", id="coverage.only", group=_MATRIX),
    Binding("m", "missing", "Only what the current outlet lacks, or all again", id="coverage.missing", group=_MATRIX),
    Binding("s", "sort", "Another order", id="coverage.sort", group=_MATRIX),
    Binding("c", "close", "Close the matrix", id="coverage.close", group=_MATRIX),
]
PEOPLE: Final[list[BindingType]] = [
    Binding("o", "only", "Only what one outlet names, or all again", id="people.only", group=_PEOPLE),
    Binding("t", "type", "Only persons, organisations, and so on", id="people.type", group=_PEOPLE),
    Binding("s", "sort", "Another order", id="people.sort", group=_PEOPLE),
    Binding("e", "close", "Close the list", id="people.close", group=_PEOPLE),
]
LEGEND: Final[list[BindingType]] = [
    *(
        Binding(str(n), f"mark({n})", f"Mark {TYPE_NAMES[kind]}, or not", id=f"legend.{n}", group=_LEGEND)
        for n, kind in enumerate(EntityType, 1)
    ),
    Binding("t", "close", "Close the list", id="legend.close", group=_LEGEND),
]
OUTLETS: Final[list[BindingType]] = [
    Binding("J", "shift(1)", "Move the outlet further right", id="outlets.right", group=_OUTLETS),
    Binding("K", "shift(-1)", "Move the outlet further left", id="outlets.left", group=_OUTLETS),
    Binding("x", "hide", "Hide the outlet, or show it", id="outlets.hide", group=_OUTLETS),
    Binding("p", "close", "Close the list", id="outlets.close", group=_OUTLETS),
]
CORRECTIONS: Final[list[BindingType]] = [
    Binding("x,U,delete", "undo", "Take it back, or not", id="corrections.undo", group=_CORRECTIONS),
    Binding("ampersand", "close", "Close the list", id="corrections.close", group=_CORRECTIONS),
]
OWN: Final = (MATRIX, PEOPLE, LEGEND, OUTLETS, CORRECTIONS)
"""Each stands beside :data:`LIST` on a screen of its own."""


def in_lists() -> Iterator[BindingType]:
    """Every key of lists and pages, once."""
    return chain(LIST, *OWN)
