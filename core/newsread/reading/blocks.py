"""A clean text as blocks: one block is one paragraph, headline, caption or line of page furniture.

Most saved articles keep a paragraph on one line. Some are hard-wrapped, like mail: there a line that is full goes on
in the next one, and only a blank line or a short line ends the paragraph. Which of the two a text is, the text
itself tells.
"""

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from newsread.model import Span

_MAX_WRAP_WIDTH: Final = 120
_LINE: Final = re.compile(r"[^\n]+")
_ENDS_OPEN: Final = re.compile(r"[\w,;-]$")


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of lines that belong together.

    Attributes:
        span: Where it stands in the clean text, white space at both ends left out.
        text: The characters there.
        after_gap: Whether a blank line, or the start of the text, comes before it.
    """

    span: Span
    text: str
    after_gap: bool


@dataclass(frozen=True, slots=True)
class _Line:
    start: int
    end: int
    text: str
    after_gap: bool


def split_blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a clean text, in order."""
    lines = _lines(text)
    width = _wrap_width(lines)
    blocks: list[Block] = []
    start = 0
    for number, line in enumerate(lines):
        following = lines[number + 1] if number + 1 < len(lines) else None
        if following and width and _goes_on(line, following, width):
            continue
        span = Span(lines[start].start, line.end)
        blocks.append(Block(span, text[span.start : span.end], lines[start].after_gap))
        start = number + 1
    return tuple(blocks)


def _lines(text: str) -> list[_Line]:
    lines: list[_Line] = []
    end_before = 0
    for match in _LINE.finditer(text):
        content = match[0].strip()
        if content:
            start = match.start() + match[0].index(content)
            gap = not lines or text.count("\n", end_before, start) > 1
            lines.append(_Line(start, start + len(content), content, gap))
            end_before = lines[-1].end
    return lines


def _wrap_width(lines: list[_Line]) -> int:
    """The width the text is hard-wrapped at, or 0 when it is not."""
    width = max((len(line.text) for line in lines), default=0)
    if not 30 <= width <= _MAX_WRAP_WIDTH:
        return 0
    pairs = [(above, below) for above, below in pairwise(lines) if not below.after_gap]
    cut = [above for above, below in pairs if _ENDS_OPEN.search(above.text) and below.text[0].islower()]
    return width if len(cut) >= 2 and len(cut) * 4 >= len(pairs) else 0


def _goes_on(line: _Line, following: _Line, width: int) -> bool:
    """Whether the paragraph of ``line`` goes on below: the next line's first word had no room left."""
    if following.after_gap:
        return False
    first_word = following.text.split(maxsplit=1)[0]
    return len(line.text) + 1 + len(first_word) > width - 3
