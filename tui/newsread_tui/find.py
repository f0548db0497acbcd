"""Finding words in all articles at once: pure."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from newsread.model import SentenceRef, Span
from newsread.story import Story
from newsread.text import fold
from newsread_tui.patterns import MARK, Refused, Seek, pattern


@dataclass(frozen=True)
class Search:
    """What was sought and where it stands.

    Attributes:
        query: The words as they were typed.
        hits: For every sentence that has them, in the order of articles, where in its text.
        problem: Why it was not sought, or not everywhere; empty if it was.
    """

    query: str
    hits: tuple[tuple[SentenceRef, tuple[Span, ...]], ...] = ()
    problem: str = ""

    @cached_property
    def refs(self) -> Sequence[SentenceRef]:
        """The sentences that have the words."""
        return [ref for ref, _ in self.hits]

    def spans(self, ref: SentenceRef) -> tuple[Span, ...]:
        """Where the words stand in one sentence."""
        index = bisect_left(self.refs, ref)
        return self.hits[index][1] if index < len(self.hits) and self.refs[index] == ref else ()

    def count(self, article: int) -> int:
        """How often they stand in one article."""
        return sum(len(spans) for ref, spans in self.hits if ref.article == article)

    def after(self, ref: SentenceRef, count: int = 1) -> SentenceRef | None:
        """The ``count``-th sentence with the words after one, or before it if negative; round and round."""
        if not self.hits:
            return None
        at = bisect_right(self.refs, ref) + count - 1 if count > 0 else bisect_left(self.refs, ref) + count
        return self.refs[at % len(self.refs)]

    def at_or_after(self, ref: SentenceRef) -> SentenceRef | None:
        """The first sentence with the words from one on; round and round."""
        return self.refs[bisect_left(self.refs, ref) % len(self.refs)] if self.hits else None


def search(story: Story, query: str) -> Search:
    """Seek words in all sentences, or a pattern if the query begins with a slash.

    Lower case finds every case; an upper-case letter in the query makes it matter. White space stands for any white
    space, line breaks included, and plain quotation marks and dashes for those of every shape.
    """
    try:
        seek = pattern(query) if query.startswith(MARK) and query.strip(MARK) else _words(query)
    except Refused as refused:
        return Search(query, problem=str(refused))
    hits: list[tuple[SentenceRef, tuple[Span, ...]]] = []
    for number, article in enumerate(story.articles):
        for index, sentence in enumerate(article.sentences):
            try:
                spans = tuple(seek(sentence.text))
            except Refused as refused:
                return Search(query, tuple(hits), problem=str(refused))
            if spans:
                hits.append((SentenceRef(number, index), spans))
    return Search(query, tuple(hits))


def _words(query: str) -> Seek:
    """What finds words as they are typed."""
    words = fold(query).split()
    case = re.IGNORECASE if query == query.lower() else re.NOFLAG
    literal = re.compile(r"\s+".join(re.escape(word) for word in words), case)
    return lambda text: [Span(*match.span()) for match in literal.finditer(fold(text))] if words else []
