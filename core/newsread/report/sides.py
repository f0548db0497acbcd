"""Two articles passage beside passage."""

from collections.abc import Iterator
from dataclasses import dataclass

from newsread.coverage import Passage
from newsread.model import Span
from newsread.report.outline import wording_of
from newsread.report.phrases import counted
from newsread.report.wordings import Likeness, compare, in_words
from newsread.story import Story


@dataclass(frozen=True, slots=True)
class Pair:
    """A passage of two articles, or of one of them.

    Attributes:
        left: The first article's wording on one line; empty if it does not carry the passage.
        right: The second one's.
        left_marks: Where the first differs from the second; empty if it does so in most of its words.
        right_marks: Where the second differs from the first.
        told: What differs, in words; empty if only one article carries the passage.
    """

    left: str
    right: str
    left_marks: tuple[Span, ...] = ()
    right_marks: tuple[Span, ...] = ()
    told: str = ""


def pairs(story: Story) -> tuple[Pair, ...]:
    """The passages of the first two articles of a story, in reading order."""
    found = (_pair(story, passage) for passage in story.coverage())
    return tuple(pair for pair in found if pair.left or pair.right)


def linear(story: Story) -> str:
    """Two articles as text to be read one line after the other."""
    return "\n".join(_lines(story)) + "\n"


def _lines(story: Story) -> Iterator[str]:
    one, other = (article.outlet for article in story.articles[:2])
    shared = [pair for pair in pairs(story) if pair.told]
    yield f"{one} and {other}: {counted(len(shared), 'passage')} in both."
    for pair in pairs(story):
        if pair.told:
            yield from ("", f"{one}: {pair.left}", f"{other}: {pair.right}", pair.told)
        else:
            yield from ("", f"Only in {one if pair.left else other}: {pair.left or pair.right}")


def _pair(story: Story, passage: Passage) -> Pair:
    left, right = (_text(story, passage, article) for article in (0, 1))
    if not (left and right):
        return Pair(left, right)
    forth, back = compare(right, left, 0), compare(left, right, 1)
    told = in_words(forth, story.articles[0].outlet)
    if forth.likeness is not Likeness.CLOSE:
        return Pair(left, right, told=told)
    return Pair(left, right, back.marks, forth.marks, told)


def _text(story: Story, passage: Passage, article: int) -> str:
    refs = passage.of(article)
    return wording_of(story, refs) if refs else ""
