"""Which names are marked and how: the entity that is taken, the types that are shown, and the six colours. Pure."""

from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Final

from newsread.model import Entity, EntityType, Mention, SentenceRef, Span
from newsread.story import Story
from newsread.text import one_line
from newsread_tui.paint import ENTITY_INK, SLOTS, Ink

if TYPE_CHECKING:
    from newsread_tui.find import Search

TYPE_NAMES: Final = {
    EntityType.PERSON: "persons",
    EntityType.ORG: "organisations",
    EntityType.PLACE: "places",
    EntityType.GROUP: "groups",
    EntityType.OTHER: "other names",
}
"""What the types are called where they are listed."""


def looks(story: Story, unmarked: Collection[EntityType] = ()) -> Mapping[int, tuple[Ink, ...]]:
    """How each entity looks wherever it is named: by its type, and in a colour of its own if it is named the most.

    Colours are given once all articles have been read: until then the counts still change, and names would change
    their colours under the reader's eyes. Entities of a type that is not to be marked are absent.
    """
    entities = story.entities or ()
    ranked = sorted(entities, key=lambda entity: -len(entity.mentions)) if story.findings else ()
    colours = {entity.id: (ink,) for entity, ink in zip(ranked, SLOTS, strict=False)}
    return {e.id: (ENTITY_INK[e.type], *colours.get(e.id, ())) for e in entities if e.type not in unmarked}


def sentence_of(story: Story, mention: Mention) -> SentenceRef:
    """The sentence a mention stands in."""
    starts = [sentence.start for sentence in story.articles[mention.article].sentences]
    return SentenceRef(mention.article, max(0, bisect_right(starts, mention.start) - 1))


def named_in(story: Story, refs: Collection[SentenceRef]) -> Sequence[Entity]:
    """The entities that some sentences name, in the order in which they are first named there."""
    places = sorted((ref.article, story.sentence(ref).span) for ref in refs)
    found = [
        entity
        for article, span in places
        for mention, entity in story.mentions(article)
        if span.start <= mention.start < span.end
    ]
    return list({entity.id: entity for entity in found}.values())


def entity_at(story: Story, mention: Mention | None) -> Entity | None:
    """The entity that a mention names in a story; entities change while names are still being found."""
    found = (e for e in story.entities or () if mention in e.mentions) if mention else iter(())
    return next(found, None)


def next_taken(story: Story, ref: SentenceRef, taken: Mention | None) -> Mention | None:
    """What to take at a sentence: its first name, or the one after the name taken already; None if it has none."""
    entities = named_in(story, [ref])
    before = entity_at(story, taken)
    at = next((n for n, entity in enumerate(entities) if before and entity.id == before.id), -1)
    return entities[(at + 1) % len(entities)].mentions[0] if entities else None


def mentions_of(story: Story, taken: Mention | None) -> "Search | None":
    """Where an entity is named, as if that had been sought; None if the story does not know it."""
    from newsread_tui.find import Search

    entity = entity_at(story, taken)
    if entity is None:
        return None
    hits: dict[SentenceRef, list[Span]] = {}
    for mention in entity.mentions:
        ref = sentence_of(story, mention)
        start = story.sentence(ref).start
        hits.setdefault(ref, []).append(Span(mention.start - start, mention.end - start))
    return Search(one_line(entity.name), tuple((ref, tuple(spans)) for ref, spans in sorted(hits.items())))
