"""The names in view with their looks, and which types of names are marked."""

from collections.abc import Sequence
from typing import ClassVar, Final

from textual.binding import BindingType

from newsread.model import Entity, EntityType, SentenceRef
from newsread_tui.frame import Frame
from newsread_tui.glyphs import Glyphs
from newsread_tui.lists import LEGEND
from newsread_tui.naming import TYPE_NAMES
from newsread_tui.paint import ENTITY_INK, Ink
from newsread_tui.screens.coverage import heading
from newsread_tui.screens.listing import Item, ListScreen
from newsread_tui.screens.people import entity_row

_TYPES: Final = list(EntityType)


class LegendScreen(ListScreen):
    """A row for each type, then one for each entity in view; what is changed holds when it is closed."""

    BINDINGS: ClassVar[list[BindingType]] = LEGEND
    HINT = (
        "{legend.1} - {legend.5} mark a type or not   {list.choose} takes a name   {list.help} help   {list.close} back"
    )

    def __init__(self, frame: Frame, entities: Sequence[Entity], glyphs: Glyphs) -> None:
        super().__init__("Names in view", (), glyphs)
        self.unmarked = frame.unmarked
        self.chosen: Entity | None = None
        self._frame = frame
        self._entities = entities
        self._fill()
        self.at = len(_TYPES) + 2 if entities else 0

    def action_mark(self, number: int) -> None:
        """Mark the names of a type, or no longer."""
        self.unmarked = self.unmarked ^ {_TYPES[number - 1]}
        self._fill()
        self.paint()

    def action_choose(self) -> None:
        """Take the name, or mark its type or not."""
        if self.at < len(_TYPES):
            self.action_mark(self.at + 1)
        elif self.items[self.at].target:
            self.chosen = self._entities[self.at - len(_TYPES) - 2]
            super().action_choose()

    def _fill(self) -> None:
        story, here = self._frame.story, self._frame.place.ref
        types = [self._type_row(number, kind, here) for number, kind in enumerate(_TYPES, 1)]
        rows = [entity_row(story, entity, self.glyphs, self.unmarked) for entity in self._entities]
        count = len(self._entities)
        head = [(f" {count or 'No'} {'name' if count == 1 else 'names'} in view", Ink.HEADING)]
        self.items = [*types, Item([("", Ink.TEXT)]), Item(head, heading(story, here.article)), *rows]

    def _type_row(self, number: int, kind: EntityType, here: SentenceRef) -> Item:
        marked = kind not in self.unmarked
        sign = self.glyphs.carried if marked else self.glyphs.lacking
        look = ENTITY_INK[kind] if marked else Ink.MUTED
        state = "" if marked else "  not marked"
        return Item([(f" {number} {sign} ", Ink.TEXT), (TYPE_NAMES[kind], look), (state, Ink.MUTED)], (), here)
