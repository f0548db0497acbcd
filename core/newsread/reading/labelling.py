"""What each block of a page is: the body of an article, its headline and headings, or furniture.

Wording alone (:mod:`newsread.reading.page_lines`) tells much of it. The rest is told by place: prose makes the body,
what is short and unfinished before it may be the headline, between its paragraphs a heading, and after it furniture.
"""

import re
from collections.abc import Sequence
from enum import Enum, auto
from typing import Final

from newsread.reading import page_lines
from newsread.reading.abbreviations import ends_in_abbreviation
from newsread.reading.blocks import Block
from newsread.text import fold

# A body paragraph without a full stop happens (a slip, a colon); a heading of this many words does not.
_LONG: Final = 15
_MAX_HEADLINE: Final = 40
_MAX_HEADING: Final = 14
# After a list of other stories opens, prose may still go on (the list stood in the middle of the page). With less
# than this share of the words, what follows are teasers.
_TAIL_SHARE: Final = 0.4
_FINISHED: Final = re.compile(r"[.!?…:。！？][\"'”’»)\]]*$")
_QUESTION: Final = re.compile(r"[?!][\"'”’»)\]]*$")
_BULLET: Final = re.compile(r"^(?:[•·▪◦‣*–—-]|\d{1,2}[.)])\s")
_QUOTED: Final = re.compile(r"^[\"“‘'«„]")


class Label(Enum):
    """What a block is."""

    UNKNOWN = auto()
    FURNITURE = auto()
    CAPTION = auto()
    META = auto()
    HEADLINE = auto()
    HEADING = auto()
    BODY = auto()


def labelled(blocks: Sequence[Block]) -> Sequence[Label]:
    """What each of the blocks of one page is."""
    return _Page(blocks).labelled()


class _Page:
    """The blocks of one page while they are being labelled: each step settles some and leaves the rest unknown."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self.blocks = blocks
        self.lines = [" ".join(block.text.split()) for block in blocks]
        self.words = [_count_words(line) for line in self.lines]
        self.labels = [_by_wording(line) for line in self.lines]

    def labelled(self) -> list[Label]:
        if not self.blocks:
            return []
        self._settle_pictures()
        self._settle_other_stories()
        prose = [i for i in range(len(self.blocks)) if self._is_prose(i)]
        if prose:
            first, last = prose[0], self._end_of_body(prose[-1])
            self._settle_head(first)
            self._settle_body(first, last)
            self._settle_tail(last)
        else:
            self._settle_without_prose()
        return self.labels

    def _is_prose(self, index: int) -> bool:
        """Whether the block is running text: finished sentences, or too long to be anything else."""
        if self.labels[index] is not Label.UNKNOWN:
            return False
        line, words = self.lines[index], self.words[index]
        if _is_finished(line):
            return words >= 6 or (words >= 3 and bool(_QUOTED.match(line)))
        return words >= _LONG and not (index == self._first_unknown() and self._may_be_headline(index))

    def _may_be_headline(self, index: int) -> bool:
        line = self.lines[index]
        unfinished = not _is_finished(line) or bool(_QUESTION.search(line)) or ends_in_abbreviation(line)
        return unfinished and self.words[index] <= _MAX_HEADLINE and not _BULLET.match(line)

    def _first_unknown(self) -> int:
        return next((i for i, label in enumerate(self.labels) if label is Label.UNKNOWN), -1)

    def _settle_pictures(self) -> None:
        """An unfinished line right above a photo credit tells what the photo shows."""
        for i in range(1, len(self.blocks)):
            above = i - 1
            if (
                page_lines.is_photo_credit(self.lines[i])
                and not self.blocks[i].after_gap
                and self.labels[above] is Label.UNKNOWN
                and not (above == 0 and self.words[above] < _LONG)
                and (not _is_finished(self.lines[above]) or self.words[above] < _MAX_HEADLINE)
            ):
                self.labels[above] = Label.CAPTION

    def _settle_other_stories(self) -> None:
        """Drop what a heading such as "Related articles" opens: a few short lines, or the rest of the page."""
        total = [w if self._is_prose(i) else 0 for i, w in enumerate(self.words)]
        for i, line in enumerate(self.lines):
            if self.labels[i] is not Label.FURNITURE or not sum(total[:i]):
                continue
            if not (page_lines.opens_other_stories(line) or page_lines.opens_after_article(line)):
                continue
            if sum(total[i:]) <= _TAIL_SHARE * sum(total[:i]) and not self._goes_on_after(i):
                self._drop_rest(i)
                return
            self._drop_list(i)

    def _goes_on_after(self, index: int) -> bool:
        """Whether the article plainly goes on: this is no list's heading, and running text follows."""
        after = range(index + 1, min(index + 3, len(self.blocks)))
        pointer = self.words[index] > 3
        return pointer and len(after) == 2 and all(self._is_prose(i) for i in after)

    def _drop_rest(self, start: int) -> None:
        for i in range(start, len(self.blocks)):
            if self.labels[i] is not Label.META:
                self.labels[i] = Label.FURNITURE

    def _drop_list(self, start: int) -> None:
        following = range(start + 1, len(self.blocks))
        count = next((n for n, i in enumerate(following) if self._is_prose(i)), len(following))
        # One short line before the next prose is rather a heading of the article's own.
        if count >= 2 and self.words[start] <= 4:
            for i in following[:count]:
                if self.labels[i] is Label.UNKNOWN:
                    self.labels[i] = Label.FURNITURE

    def _end_of_body(self, last_prose: int) -> int:
        """The last block of the body: short finished sentences right after the last prose still belong to it."""
        last = last_prose
        for i in range(last_prose + 1, len(self.blocks)):
            if self.labels[i] is Label.UNKNOWN and _is_finished(self.lines[i]):
                last = i
            elif self.labels[i] not in (Label.META, Label.CAPTION):
                break
        return last

    def _settle_head(self, first: int) -> None:
        unknown = [i for i in range(first) if self.labels[i] is Label.UNKNOWN]
        headline = next((i for i in unknown if self.words[i] >= 4), unknown[-1] if unknown else None)
        if headline is None and first == self._first_unknown() and self._opens_with_headline(first):
            headline = first
        for i in unknown:
            # Below the headline stands a deck, or the headline once more; above it kickers and names of sections.
            below = headline is not None and i > headline and self.words[i] >= 4
            self.labels[i] = Label.HEADING if below else Label.FURNITURE
        if headline is not None:
            self.labels[headline] = Label.HEADLINE

    def _opens_with_headline(self, first: int) -> bool:
        """A question or an abbreviation makes a headline look finished; the blank line and the prose below tell."""
        follows = first + 1 < len(self.blocks) and self.blocks[first + 1].after_gap and self._is_prose(first + 1)
        return follows and self.words[first] <= 20 and self._may_be_headline(first) and self.words[first + 1] > 8

    def _settle_body(self, first: int, last: int) -> None:
        for i in range(first, last + 1):
            if self.labels[i] is Label.UNKNOWN:
                self.labels[i] = Label.HEADING if self._is_heading(i, last) else Label.BODY

    def _is_heading(self, index: int, last: int) -> bool:
        line, words = self.lines[index], self.words[index]
        if words > _MAX_HEADING or index >= last or _BULLET.match(line):
            return False
        if line.endswith("?"):
            return words <= 9 and not _QUOTED.match(line)
        return not _is_finished(line)

    def _settle_tail(self, last: int) -> None:
        for i in range(last + 1, len(self.blocks)):
            if self.labels[i] is Label.UNKNOWN:
                self.labels[i] = Label.FURNITURE

    def _settle_without_prose(self) -> None:
        """A text of short lines alone: better shown whole than not at all."""
        unknown = [i for i, label in enumerate(self.labels) if label is Label.UNKNOWN]
        for i in unknown:
            self.labels[i] = Label.BODY
        if len(unknown) > 1 and self._may_be_headline(unknown[0]):
            self.labels[unknown[0]] = Label.HEADLINE


def _by_wording(line: str) -> Label:
    if not any(character.isalnum() for character in line) or page_lines.is_furniture(line):
        return Label.FURNITURE
    if page_lines.is_caption(line):
        return Label.CAPTION
    if page_lines.is_meta(line):
        return Label.META
    return Label.UNKNOWN


def _is_finished(line: str) -> bool:
    return bool(_FINISHED.search(line))


def _count_words(line: str) -> int:
    """Words between spaces; scripts without spaces count about two characters to a word."""
    words = len(fold(line).split())
    return max(words, sum("\u2e80" <= c <= "\uffdc" or "\u0e00" <= c <= "\u0eff" for c in line) // 2)
