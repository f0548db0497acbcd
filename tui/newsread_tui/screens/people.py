"""Who and what is named: one row an entity with how often each outlet names it; Enter shows where."""

from collections.abc import Collection, Sequence
from typing import ClassVar, Final

from textual.binding import BindingType

from newsread.model import Entity, EntityType, SentenceRef
from newsread.story import Story
from newsread.text import one_line
from newsread_tui.glyphs import Glyphs
from newsread_tui.lists import PEOPLE
from newsread_tui.naming import TYPE_NAMES, looks, sentence_of
from newsread_tui.paint import Ink
from newsread_tui.screens.coverage import heading, short_names
from newsread_tui.screens.listing import Item, ListScreen

_CELL: Final = 5
_TYPES: Final = {
    EntityType.PERSON: "person",
    EntityType.ORG: "organisation",
    EntityType.PLACE: "place",
    EntityType.GROUP: "group",
    EntityType.OTHER: "other",
}
_ORDERS: Final = ("most named first", "by name", "in fewest outlets first")


class PeopleScreen(ListScreen):
    """The entities of a story; after Enter, the sentences that name one of them."""

    BINDINGS: ClassVar[list[BindingType]] = PEOPLE
    PLACES_HINT: Final = "{list.choose} goes there   {list.down} {list.up} move   {list.close} back to the index"
    INDEX_HINT: Final = (
        "{list.choose} shows where   {people.only} only in one   {people.type} type   {people.sort} sort"
        "   {list.help} help   {list.close} back"
    )

    def __init__(self, story: Story, here: SentenceRef, glyphs: Glyphs) -> None:
        super().__init__("", (), glyphs)
        self._story = story
        self._here = here
        self._entities: Sequence[Entity] = ()
        self.chosen: Entity | None = None
        self._only = False
        self._type: EntityType | None = None
        self._order = 0
        self._fill()

    def action_only(self) -> None:
        """What a single outlet names, or everything again."""
        self._only = not self._only
        self._fill()

    def action_type(self) -> None:
        """The next type alone, and after the last all of them."""
        types = [None, *EntityType]
        self._type = types[(types.index(self._type) + 1) % len(types)]
        self._fill()

    def action_sort(self) -> None:
        """Another order."""
        self._order = (self._order + 1) % len(_ORDERS)
        self._fill()

    def action_choose(self) -> None:
        """Show where an entity is named; then go to one of these places."""
        if self.chosen or not self.items:
            super().action_choose()
            return
        self.chosen = self._entities[self.at]
        self._fill()

    def action_close(self) -> None:
        """Back to the index, and from there to the articles."""
        if self.chosen is None:
            super().action_close()
            return
        before, self.chosen = self.chosen, None
        self._fill()
        self.at = next((n for n, entity in enumerate(self._entities) if entity == before), 0)
        self.paint()

    def _fill(self) -> None:
        if self.chosen:
            self.head, self.HINT = (), self.PLACES_HINT
            self.title_text = f"{one_line(self.chosen.name)}: named {len(self.chosen.mentions)} times"
            self.items = places(self._story, self.chosen)
        else:
            self._fill_index()
        self.at = 0
        if self.is_mounted:
            self.paint()

    def _fill_index(self) -> None:
        chosen = [
            entity
            for entity in self._story.entities or ()
            if (self._type in (None, entity.type)) and not (self._only and len(_articles(entity)) > 1)
        ]
        if self._order:
            chosen.sort(key=lambda e: e.name.casefold() if self._order == 1 else f"{len(_articles(e)):04}")
        self._entities = chosen
        self.items = [entity_row(self._story, entity, self.glyphs) for entity in chosen]
        self.head = [Item([("", Ink.TEXT)], heading(self._story, self._here.article))]
        self.HINT = self.INDEX_HINT
        kept = ", named by one outlet only" if self._only else ""
        sort = f", {TYPE_NAMES[self._type]}" if self._type else ""
        self.title_text = f"Who and what is named: {len(chosen)}{sort}{kept}, {_ORDERS[self._order]}"


def _articles(entity: Entity) -> set[int]:
    return {mention.article for mention in entity.mentions}


def entity_row(story: Story, entity: Entity, glyphs: Glyphs, unmarked: Collection[EntityType] = ()) -> Item:
    """An entity as it looks in the text, its colour before it, its type, and how often each outlet names it."""
    counts = [sum(m.article == index for m in entity.mentions) for index in range(len(story.articles))]
    alone = len(_articles(entity)) == 1
    ink = Ink.ALONE if alone else Ink.TEXT
    cells = [(f"{count or '':^{_CELL}}", ink if count else Ink.MUTED) for count in counts]
    look, *colour = looks(story, unmarked).get(entity.id, (Ink.TEXT,))
    mark = (f" {glyphs.carried} ", colour[0]) if colour else ("   ", Ink.TEXT)
    return Item(
        [mark, (one_line(entity.name), look), (f"  {_TYPES[entity.type]}", Ink.MUTED)],
        [("  ", Ink.TEXT), *cells],
        sentence_of(story, entity.mentions[0]),
    )


def places(story: Story, entity: Entity) -> Sequence[Item]:
    """The sentences that name an entity, outlet by outlet."""
    names = short_names([one_line(article.outlet) for article in story.articles])
    refs = dict.fromkeys(sentence_of(story, mention) for mention in entity.mentions)
    return [
        Item([(f" {names[ref.article]:<5}", Ink.MUTED), (one_line(story.sentence(ref).text), Ink.TEXT)], (), ref)
        for ref in refs
    ]
