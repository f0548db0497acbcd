"""Where quotation marks open and close: curly, straight, mixed, single, nested, and running over paragraphs.

Curly marks tell their direction; a straight one opens after a space or a bracket and closes before one. A speech of
several paragraphs opens each of them and closes once, at its end. Nested marks belong to the words around them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from newsread.model import Article, Sentence, SentenceKind, Span
from newsread.text import fold

_OPENERS: Final = "\u201c\u201e\u00ab"
_CLOSERS: Final = "\u201d\u00bb"
_DOUBLE: Final = re.compile("\"|''")
_BEFORE_OPENING: Final = " \n\t([{-'/"
# A single mark that opens, not the apostrophe of "'90s" or "'em".
_SINGLE_OPEN: Final = re.compile(r"(?<![\w.,!?'\"])'(?=\w)(?!\d0s|em\b|tis\b|til\b|twas\b|cause\b|s\b)")
_SINGLE_CLOSE: Final = re.compile(r"(?<=[\w.,!?])'(?!\w)")
_EDGE: Final = " \n\t,;"


@dataclass(frozen=True, slots=True)
class Quoted:
    """A stretch between quotation marks.

    Attributes:
        start: Offset of the mark that opens it.
        end: Offset after the mark that closes it, or after its last word when the source forgot that mark.
        words: Where its words stand, one span for each paragraph.
    """

    start: int
    end: int
    words: tuple[Span, ...]

    @property
    def inner(self) -> Span:
        """From the first to the last word, the marks of further paragraphs included."""
        return Span(self.words[0].start, self.words[-1].end)


def quoted(article: Article) -> list[Quoted]:
    """The stretches between quotation marks in an article's text, in reading order; nested ones are not listed."""
    text = fold(article.text)
    told = [sentence for sentence in article.sentences if sentence.kind is not SentenceKind.META]
    found: list[Quoted] = []
    running = False
    for _, group in groupby(told, key=lambda sentence: sentence.paragraph):
        sentences = list(group)
        here, goes_on = _in_paragraph(article.text, text, sentences)
        if running and here and here[0].start == sentences[0].start:
            found[-1] = replace(found[-1], end=here[0].end, words=(*found[-1].words, *here[0].words))
            here = here[1:]
        elif running and (closing := _closed_here(article.text, text, sentences)):
            for rest in _between(article.text, Span(sentences[0].start, sentences[0].start), closing):
                found[-1] = replace(found[-1], end=closing.end, words=(*found[-1].words, *rest.words))
            here = [stretch for stretch in here if stretch.start >= closing.end]
        found += here
        running = goes_on
    return found


def _closed_here(raw: str, text: str, sentences: Sequence[Sentence]) -> Span | None:
    """The mark that closes what a paragraph before opened, if it is the first here: paragraphs of one sentence each."""
    start, end = sentences[0].start, sentences[-1].end
    mark = _DOUBLE.search(text, start + 1, end)
    if mark and _closes(raw, text, mark, end) and not _opens(raw, text, mark, start):
        return Span(mark.start(), mark.end())
    return None


def _in_paragraph(raw: str, text: str, sentences: Sequence[Sentence]) -> tuple[list[Quoted], bool]:
    """The quoted stretches of a paragraph, and whether the last one is left open at its end."""
    start, end = sentences[0].start, sentences[-1].end
    found: list[Quoted] = []
    opened: Span | None = None
    for mark in _DOUBLE.finditer(text, start, end):
        if opened and _closes(raw, text, mark, end):
            found += _between(raw, opened, Span(mark.start(), mark.end()))
            opened = None
        elif (not opened or raw[mark.start()] in _OPENERS) and _opens(raw, text, mark, start):
            opened = Span(mark.start(), mark.end())  # one that was never closed is a slip, and forgotten
    starts = {sentence.start for sentence in sentences}
    left_open = opened is not None and opened.start in starts
    if opened and left_open:
        found += _between(raw, opened, Span(end, end))
    found += [s for s in _single(raw, text, sentences) if not any(s.start < f.end and f.start < s.end for f in found)]
    return sorted(found, key=lambda f: f.start), left_open


def _opens(raw: str, text: str, mark: re.Match[str], start: int) -> bool:
    at, after = mark.start(), text[mark.end() : mark.end() + 1]
    if raw[at] in _CLOSERS:
        return False
    return raw[at] in _OPENERS or ((at == start or text[at - 1] in _BEFORE_OPENING) and not after.isspace())


def _closes(raw: str, text: str, mark: re.Match[str], end: int) -> bool:
    at = mark.start()
    if raw[at] in _OPENERS:
        return False
    return raw[at] in _CLOSERS or not text[at - 1].isspace() or mark.end() >= end


def _single(raw: str, text: str, sentences: Sequence[Sentence]) -> Iterator[Quoted]:
    """Stretches between single marks, each within a sentence."""
    for sentence in sentences:
        at = sentence.start
        while opening := _SINGLE_OPEN.search(text, at, sentence.end):
            following = _SINGLE_OPEN.search(text, opening.end(), sentence.end)
            limit = following.start() if following else sentence.end
            closing = _closing(list(_SINGLE_CLOSE.finditer(text, opening.end(), limit)), text)
            if closing:
                yield from _between(raw, Span(opening.start(), opening.end()), Span(closing.start(), closing.end()))
            at = closing.end() if closing else opening.end()


def _closing(candidates: Sequence[re.Match[str]], text: str) -> re.Match[str] | None:
    """The mark that closes, not the apostrophe of a plural ("the allies' plan") before it."""
    sure = (c for c in candidates if text[c.start() - 1] != "s" or text[c.end() : c.end() + 1] in ",.;:!?")
    return next(sure, candidates[-1] if candidates else None)


def _between(raw: str, opening: Span, closing: Span) -> Iterator[Quoted]:
    start, end = opening.end, closing.start
    while start < end and raw[start] in _EDGE:
        start += 1
    while start < end and raw[end - 1] in _EDGE:
        end -= 1
    if start < end:
        yield Quoted(opening.start, closing.end, (Span(start, end),))
