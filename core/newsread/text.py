"""Text that is safe to show, and the one place where offsets are converted.

A source may hold escape sequences, control characters, bidirectional overrides and invisible characters, by accident
or to deceive. :func:`clean` takes them out before anything else sees the text and keeps a map back to the source.

:func:`fold` is for comparing and tagging: it straightens quotes and dashes one-to-one, so offsets do not change.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

# Terminal control sequences as a whole (ECMA-48 CSI and the string-type OSC, DCS, SOS, PM, APC): were only the ESC
# removed, their printable parameters would be left behind as litter in the text.
_SEQUENCE: Final = (
    r"(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]"
    r"|(?:\x1b[\]P^_X]|[\x9d\x90\x9e\x9f\x98])[^\x07\x1b\x9c\n]{0,4096}(?:\x07|\x1b\\|\x9c)"
    r"|\x1b[ -/]*[0-~]"
)
# C0 but tab and line feed, DEL, C1; bidirectional marks, embeddings, overrides and isolates; zero-width and other
# invisible format characters; soft hyphen; variation selectors; tags; unpaired surrogates; non-characters.
_UNSAFE: Final = (
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e0fff]+"
)
# Line ends other than LF: CR LF loses its CR, the rest become a line feed each, so that they stay line ends.
_LINE_END: Final = "\r\n|[\r\x0b\x0c\x85\u2028\u2029]"
_DIRTY: Final = re.compile(f"(?P<line>{_LINE_END})|{_SEQUENCE}|{_UNSAFE}")
# Combining marks are stacked without limit by some hostile texts; four on one letter serve every written language.
_MARK_FLOOD: Final = re.compile("([\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{4})"
                                "([\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+)")  # fmt: skip

_FOLDED: Final = {
    "\u2018": "'", "\u2019": "'", "\u201a": "'", "\u201b": "'", "\u2032": "'", "\u00b4": "'", "\u0060": "'",
    "\u201c": '"', "\u201d": '"', "\u201e": '"', "\u201f": '"', "\u2033": '"', "\u00ab": '"', "\u00bb": '"',
    "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2014": "-", "\u2015": "-", "\u2212": "-",
    "\u00a0": " ", "\u2000": " ", "\u2001": " ", "\u2002": " ", "\u2003": " ", "\u2004": " ", "\u2005": " ",
    "\u2006": " ", "\u2007": " ", "\u2008": " ", "\u2009": " ", "\u200a": " ", "\u202f": " ", "\u205f": " ",
    "\u3000": " ", "\t": " ", "\n": " ",
}  # fmt: skip
# To find the few and replace them takes a twentieth of what str.translate takes, which asks for each character.
_FOLDS: Final = re.compile(f"[{''.join(_FOLDED)}]")


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Turns offsets of a clean text into offsets of the source it was made from.

    Attributes:
        positions: Ascending clean offsets at which something had been taken out just before.
        shifts: For each of them, how many characters had been taken out up to there.
    """

    positions: tuple[int, ...] = ()
    shifts: tuple[int, ...] = ()

    def start(self, offset: int) -> int:
        """The source offset of the character at a clean ``offset``."""
        index = bisect_right(self.positions, offset)
        return offset + self.shifts[index - 1] if index else offset

    def end(self, offset: int) -> int:
        """The source offset after the character that ends at a clean ``offset``."""
        return self.start(offset - 1) + 1 if offset > 0 else self.start(0)


@dataclass(frozen=True, slots=True)
class CleanText:
    """A text that may reach a screen, with the way back to its source."""

    text: str
    offsets: OffsetMap = OffsetMap()


def clean(source: str) -> CleanText:
    """Take out of ``source`` whatever could harm a terminal or hide from a reader.

    Removed: terminal control sequences (ECMA-48), control characters but tab and line feed, bidirectional controls,
    zero-width and other invisible characters, and combining marks beyond the fourth on a letter. Line ends of
    every kind become a line feed.
    """
    cuts = [(m.start(), m.end(), "\n" if m["line"] else "") for m in _DIRTY.finditer(source)]
    once = _cut(source, cuts)
    # Marks are counted when nothing stands between them any more: what is invisible would break a flood into drops.
    floods = [match.span(2) for match in _MARK_FLOOD.finditer(once.text)]
    if not floods:
        return once
    cuts += [(once.offsets.start(start), once.offsets.end(end), "") for start, end in floods]
    return _cut(source, sorted(cuts))


def _cut(source: str, cuts: Sequence[tuple[int, int, str]]) -> CleanText:
    """``source`` with stretches replaced: (start, end, replacement), in order. One inside another goes with it."""
    pieces: list[str] = []
    positions: list[int] = []
    shifts: list[int] = []
    done = length = 0
    for start, end, kept in cuts:
        if end <= done:
            continue
        pieces += (source[done:start], kept)
        length += start - done + len(kept)
        if len(kept) != end - start:
            positions.append(length)
            shifts.append(end - length)
        done = end
    pieces.append(source[done:])
    return CleanText("".join(pieces), OffsetMap(tuple(positions), tuple(shifts)))


def fold(text: str) -> str:
    """``text`` with quotation marks, apostrophes, dashes and spaces in their plain ASCII form, of the same length."""
    return _FOLDS.sub(lambda match: _FOLDED[match[0]], text)


def one_line(text: str) -> str:
    """``text`` clean, on one line, with single spaces: for names, titles and messages."""
    return " ".join(clean(text).text.split())
