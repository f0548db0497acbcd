"""What the screen says of an article's sentences, worked out once for each story and width: pure."""

from bisect import bisect_right
from collections.abc import Collection, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from newsread.model import Article, EntityType, Link, LinkKind, Mention, SentenceRef, Span
from newsread.story import Story
from newsread_tui.folding import Folds
from newsread_tui.glyphs import Glyphs
from newsread_tui.naming import looks
from newsread_tui.paint import Ink, Margin, Marks
from newsread_tui.rows import Column

if TYPE_CHECKING:
    from newsread_tui.find import Search

_DOUBT: Final = 0.1
"""How much surer than the aligner advises a link has to be to be shown without doubt."""


class Sheet(NamedTuple):
    """An article ready to be painted.

    Attributes:
        article: The text.
        column: Its rows.
        margins: For every sentence what its margin says.
        marks: For every sentence the names and the words sought in it, as spans of its own text.
        folds: What is folded in it.
        sources: Names of the outlets, for what stands on the row of a fold.
        set_apart: The sentences that others stand behind; None if all stand alike.
    """

    article: Article
    column: Column
    margins: Sequence[Margin]
    marks: Sequence[Marks]
    folds: Folds = ()
    sources: Sequence[str] = ()
    set_apart: Collection[int] | None = None


def margin(story: Story, ref: SentenceRef, glyphs: Glyphs, *, settled: bool) -> Margin:
    """What the margin says of one sentence; "only here" is not said before everything has been compared."""
    digits = len(str(len(story.articles)))
    found = story.counterparts(ref)
    if not story.sentence(ref).kind.linkable or not (found or settled):
        return Margin(digits=digits)
    if not found:
        return Margin(1, glyphs.alone, Ink.ALONE, digits)
    if story.differences_at(ref):
        return Margin(1 + len(found), glyphs.differs, Ink.DISPUTED, digits)
    links = [counterpart.link for each in found.values() for counterpart in each]
    return Margin(1 + len(found), *sign(story, max(links, key=lambda link: _clearness(story, link)), glyphs), digits)


def sign(story: Story, link: Link, glyphs: Glyphs) -> tuple[str, Ink]:
    """What stands for a link: the reader's own, doubtful, equivalent or partial."""
    if link.by_reader:
        return glyphs.own, Ink.OWN
    if doubtful(story, link):
        return glyphs.doubtful, Ink.DOUBTFUL
    return (glyphs.equivalent, Ink.EQUIVALENT) if link.kind is LinkKind.EQUIVALENT else (glyphs.partial, Ink.PARTIAL)


def sureness(link: Link) -> str:
    """How sure a link is, in a word."""
    return "yours" if link.by_reader else f"{link.score:.2f}"


def doubtful(story: Story, link: Link) -> bool:
    """Whether a link is hardly surer than the aligner advises, or less sure than that."""
    advised = story.alignment.threshold if story.alignment else 0.0
    return not link.by_reader and link.score < advised + _DOUBT


def _clearness(story: Story, link: Link) -> tuple[bool, bool, bool]:
    """The greater the more a reader can rely on a link."""
    return link.by_reader, not doubtful(story, link), link.kind is LinkKind.EQUIVALENT


def margins(story: Story, article: int, glyphs: Glyphs, *, settled: bool) -> Sequence[Margin]:
    """What the margin says of every sentence of an article."""
    settled = settled and story.alignment is not None and len(story.articles) > 1
    count = len(story.articles[article].sentences)
    return [margin(story, SentenceRef(article, index), glyphs, settled=settled) for index in range(count)]


def names(story: Story, article: int, unmarked: Collection[EntityType] = ()) -> Sequence[Marks]:
    """For every sentence of an article the names in it, but for those of types that are not to be marked."""
    look = looks(story, unmarked)
    sentences = story.articles[article].sentences
    starts = [sentence.start for sentence in sentences]
    marks: list[list[tuple[Span, Ink]]] = [[] for _ in sentences]
    for mention, entity in story.mentions(article):
        index = bisect_right(starts, mention.start) - 1
        if index >= 0 and mention.start < sentences[index].end:
            marks[index] += [(_within(mention, starts[index]), ink) for ink in look.get(entity.id, ())]
    return marks


def found(search: "Search | None", ref: SentenceRef) -> Marks:
    """The words sought in one sentence."""
    return [(span, Ink.FOUND) for span in search.spans(ref)] if search else []


def names_in(story: Story, ref: SentenceRef, unmarked: Collection[EntityType] = ()) -> Marks:
    """The names in one sentence, but for those of types that are not to be marked."""
    sentence, look = story.sentence(ref), looks(story, unmarked)
    return [
        (_within(mention, sentence.start), ink)
        for mention, entity in story.mentions(ref.article)
        if sentence.start <= mention.start < sentence.end
        for ink in look.get(entity.id, ())
    ]


def _within(mention: Mention, start: int) -> Span:
    return Span(mention.start - start, mention.end - start)


@lru_cache(512)
def differences(own: str, other: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """What each of two texts has that the other lacks; remembered, as the cursor often comes back."""
    from newsread.compare import word_differences

    return word_differences(own, other)


def in_all(sets: Sequence[Sequence[Span]]) -> tuple[Span, ...]:
    """The stretches covered in every one of several sets of spans."""
    if not sets:
        return ()
    common = list(sets[0])
    for spans in sets[1:]:
        pairs = ((a, b) for a in common for b in spans if a.overlaps(b))
        common = [Span(max(a.start, b.start), min(a.end, b.end)) for a, b in pairs]
    return tuple(common)
