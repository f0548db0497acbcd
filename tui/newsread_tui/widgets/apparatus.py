"""The counterparts of the current sentence in the other outlets, one under another, below a single article."""

from collections.abc import Sequence

from rich.cells import cell_len
from rich.segment import Segment
from textual.strip import Strip

from newsread.model import SentenceRef, Span
from newsread.story import Counterpart
from newsread.text import one_line
from newsread_tui.frame import Frame
from newsread_tui.paint import Brush, Ink, clip
from newsread_tui.rows import wrap
from newsread_tui.sheet import differences, found, names_in, sign, sureness
from newsread_tui.widgets.lines import LineWidget

_MARGIN = 3
_SCORE = 6
_ELLIPSIS = 1
_STACK_INDENT = 3


class Apparatus(LineWidget):
    """Stands beside or below the text where there is a single column."""

    DEFAULT_CSS = """
    Apparatus { height: auto; }
    """

    def show(self, frame: Frame) -> None:
        """Show the counterparts of the current sentence."""
        plan = frame.plan
        self.display = plan.apparatus > 0
        if self.display:
            self.styles.height = plan.apparatus
            self.styles.width = plan.apparatus_width
            brush = self.brush(plan.apparatus_width)
            self.put(stacked(frame, brush) if plan.beside else apparatus(frame, brush))


def stacked(frame: Frame, brush: Brush) -> Sequence[Strip]:
    """The counterparts one under another, each below the name of its outlet: for a place beside the text."""
    found, missing = _carriers(frame)
    texts = [wrap(frame.story.sentence(c.ref).text, brush.width - _STACK_INDENT - _ELLIPSIS) for c in found]
    last = wrap(f"not in {', '.join(missing)}", brush.width - _STACK_INDENT) if missing and frame.compared else []
    given = shares([len(lines) for lines in texts], frame.plan.apparatus - 2 * len(found) - len(last))
    rows: list[Strip] = []
    for counterpart, lines, count in zip(found, texts, given, strict=True):
        mark, ink = sign(frame.story, counterpart.link, brush.glyphs)
        score = f"{sureness(counterpart.link)} "
        left = [(f" {mark} ", ink), (_number(counterpart), Ink.MUTED), (_outlet(frame, counterpart), Ink.TITLE)]
        rows.append(brush.spread(left, [(score, Ink.MUTED)]))
        rows += [_text_row(frame, brush, counterpart, words) for words in lines[:count]]
        if 0 < count < len(lines):
            rows[-1] = _cut(rows[-1], brush, brush.width)
        rows.append(brush.line())
    text = f"not in {', '.join(missing)}"
    rows += [brush.line((f"   {text[words[0].start : words[-1].end]}", Ink.MUTED)) for words in last]
    return (rows + [brush.line()] * frame.plan.apparatus)[: frame.plan.apparatus]


def _text_row(frame: Frame, brush: Brush, counterpart: Counterpart, words: Sequence[Span]) -> Strip:
    base = brush.palette[Ink.TEXT]
    text = frame.story.sentence(counterpart.ref).text
    indent = Segment(" " * _STACK_INDENT, base)
    return brush.filled([indent, *brush.words(words, text, _marks(frame, counterpart.ref), base)], base)


def _carriers(frame: Frame) -> tuple[Sequence[Counterpart], Sequence[str]]:
    """The counterparts the other outlets show, and the names of those that have none."""
    others = [index for index in range(len(frame.story.articles)) if index != frame.place.ref.article]
    found = [counterpart for index in others if (counterpart := frame.counterpart(index))]
    return found, [one_line(frame.story.articles[index].outlet) for index in others if not frame.counterpart(index)]


def apparatus(frame: Frame, brush: Brush) -> Sequence[Strip]:
    """The rows of the apparatus, just as many as the plan gives it."""
    height = frame.plan.apparatus
    found, missing = _carriers(frame)
    rows = [brush.line((brush.glyphs.rule * brush.width, Ink.MUTED))]
    last = [brush.line((clip(f"    not in {', '.join(missing)}", brush.width, brush.glyphs.ellipsis), Ink.MUTED))]
    last = last if missing and frame.compared else []
    rows += _entries(frame, brush, found, height - len(rows) - len(last)) + last
    return rows[:height] + [brush.line()] * (height - len(rows))


def _entries(frame: Frame, brush: Brush, found: Sequence[Counterpart], room: int) -> list[Strip]:
    """Each counterpart in a row at least, and in as many as its text needs while there is room."""
    widest = max((cell_len(_outlet(frame, counterpart)) for counterpart in found), default=0)
    numbers = max((len(_number(counterpart)) for counterpart in found), default=0)
    indent = _MARGIN + 1 + numbers + min(_longest_name(brush), widest) + 2
    texts = [wrap(frame.story.sentence(c.ref).text, max(10, brush.width - indent - _SCORE - _ELLIPSIS)) for c in found]
    strips: list[Strip] = []
    for counterpart, lines, count in zip(found, texts, shares([len(lines) for lines in texts], room), strict=True):
        strips += [_row(frame, brush, counterpart, n, words, indent) for n, words in enumerate(lines[:count])]
        if 0 < count < len(lines):
            strips[-1] = _cut(strips[-1], brush, brush.width - _SCORE)
    return strips


def shares(needs: Sequence[int], room: int) -> Sequence[int]:
    """How many of ``room`` rows each gets, none more than it needs: in turns, from the first on."""
    given = [0] * len(needs)
    for turn in range(max(needs, default=0)):
        for index, need in enumerate(needs):
            if turn < need and room > 0:
                given[index] += 1
                room -= 1
    return given


def _longest_name(brush: Brush) -> int:
    return min(24, brush.width // 4)


def _row(
    frame: Frame, brush: Brush, counterpart: Counterpart, number: int, words: Sequence[Span], indent: int
) -> Strip:
    base = brush.palette[Ink.TEXT]
    text = frame.story.sentence(counterpart.ref).text
    segments = [Segment(" " * indent, base)] if number else _lead(frame, brush, counterpart, indent)
    segments += brush.words(words, text, _marks(frame, counterpart.ref), base)
    score = "" if number else f"{sureness(counterpart.link)} "
    body = Strip(segments).adjust_cell_length(brush.width - len(score), base)
    return brush.filled([*body, Segment(score, base + brush.palette[Ink.MUTED])], base)


def _lead(frame: Frame, brush: Brush, counterpart: Counterpart, indent: int) -> list[Segment]:
    base = brush.palette[Ink.TEXT]
    mark, ink = sign(frame.story, counterpart.link, brush.glyphs)
    name = clip(_outlet(frame, counterpart), _longest_name(brush), brush.glyphs.ellipsis)
    number = _number(counterpart)
    pad = " " * (indent - _MARGIN - 1 - len(number) - cell_len(name))
    return [
        Segment(f"  {mark} ", base + brush.palette[ink]),
        Segment(number, base + brush.palette[Ink.MUTED]),
        Segment(brush.glyphs.shown(name) + pad, base + brush.palette[Ink.TITLE]),
    ]


def _cut(strip: Strip, brush: Brush, at: int) -> Strip:
    """A row with an ellipsis after its last word before cell ``at``."""
    text = strip.crop(0, at).text.rstrip()
    end = min(cell_len(text), at - 1)
    mark = Strip([Segment(brush.glyphs.ellipsis, brush.palette[Ink.TEXT] + brush.palette[Ink.MUTED])])
    return Strip.join([strip.crop(0, end), mark, strip.crop(end + 1)]).simplify()


def _marks(frame: Frame, ref: SentenceRef) -> Sequence[tuple[Span, Ink]]:
    if frame.words and frame.sentence:
        return [(span, Ink.DIFFERS) for span in differences(frame.sentence.text, frame.story.sentence(ref).text)[1]]
    return [*names_in(frame.story, ref, frame.unmarked), *found(frame.search, ref)]


def _number(counterpart: Counterpart) -> str:
    """The digit that leads there."""
    return f"{counterpart.ref.article + 1} "


def _outlet(frame: Frame, counterpart: Counterpart) -> str:
    return one_line(frame.story.articles[counterpart.ref.article].outlet)
