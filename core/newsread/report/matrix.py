"""Who carries what, as a picture: one row for each passage, one column for each outlet."""

from collections.abc import Iterator, Sequence
from typing import Final
from unicodedata import east_asian_width

from newsread.report import phrases
from newsread.report.markup import escape
from newsread.report.outline import Outline, Shared, shorten

_ROW: Final = 22
_COLUMN: Final = 40
_LABEL: Final = 470
_EDGE: Final = 16
_NAME: Final = 24  # characters
# Colours are given twice, so that the picture is legible where a program knows nothing of media queries.
_STYLE: Final = """
text { font: 13px system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; fill: #1b1f24 }
.title { font-size: 18px; font-weight: 600 }
.dim { fill: #57606a }
.paper { fill: #ffffff }
.line { stroke: #d8dee4; stroke-width: 1 }
.yes { fill: #0b5cad }
.part { fill: none; stroke: #0b5cad; stroke-width: 2 }
.no { fill: #afb8c1 }
@media (prefers-color-scheme: dark) {
  text { fill: #e6edf3 }
  .dim { fill: #9da7b3 }
  .paper { fill: #12161b }
  .line { stroke: #30363d }
  .yes { fill: #6cb6ff }
  .part { stroke: #6cb6ff }
  .no { fill: #57606a }
}
"""


def to_svg(outline: Outline) -> str:
    """The coverage of a story as an SVG picture, its text as text."""
    head = _EDGE + 62 + _slant(outline)
    height = head + _ROW * (len(outline.shared) + 1) + _EDGE
    width = _EDGE + _LABEL + _COLUMN * len(outline.articles) + max(_EDGE, _slant(outline))
    title, size = escape(outline.title), f'viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
    return "\n".join([
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} role="img" aria-labelledby="title about">',
        f'<title id="title">{title}: who carries what</title>',
        f'<desc id="about">{escape(_about(outline))}</desc>',
        f"<style>{_STYLE}</style>",
        f'<rect class="paper" width="{width}" height="{height}" fill="#ffffff"/>',
        f'<text class="title" x="{_EDGE}" y="{_EDGE + 18}">{escape(_fitting(outline.title, 60))}</text>',
        f'<text class="dim" x="{_EDGE}" y="{_EDGE + 40}">{escape(_when(outline))}</text>',
        *_heads(outline, head),
        *(line for row, passage in enumerate(outline.shared) for line in _row(outline, passage, head + _ROW * row)),
        *_alone(outline, head + _ROW * len(outline.shared)),
        "</svg>",
        "",
    ])  # fmt: skip


def _slant(outline: Outline) -> int:
    """How high, and how far to the right, the names above the columns reach."""
    return max((5 * _cells(_fitting(article.outlet, _NAME)) for article in outline.articles), default=0) + 10


def _about(outline: Outline) -> str:
    rows = [f"{passage.label}: {_carriers(outline, passage)}." for passage in outline.shared]
    return " ".join([phrases.about(outline), *rows])


def _carriers(outline: Outline, passage: Shared) -> str:
    return phrases.listed([outline.outlet(wording.article) for wording in passage.wordings])


def _when(outline: Outline) -> str:
    when = phrases.days(outline.articles)
    passages = phrases.counted(len(outline.shared), "passage")
    outlets = phrases.counted(len(outline.articles), "outlet")
    return f"{passages} in more than one of {outlets}{when and ', '}{when}. Filled: carried. Outlined: in part."


def _heads(outline: Outline, bottom: int) -> Iterator[str]:
    for number, article in enumerate(outline.articles):
        x, y = _middle(number), bottom - 8
        name = escape(_fitting(article.outlet, _NAME))
        yield f'<text x="{x}" y="{y}" transform="rotate(-45 {x} {y})">{name}</text>'


def _row(outline: Outline, passage: Shared, top: int) -> Iterator[str]:
    yield _rule(outline, top)
    label = escape(_fitting(passage.label, 66))
    yield f'<text class="dim" x="{_EDGE + 20}" y="{top + 15}" text-anchor="end">{passage.number}</text>'
    yield f'<text x="{_EDGE + 30}" y="{top + 15}">{label}</text>'
    partial = {wording.article: wording.partial for wording in passage.wordings}
    for article in range(len(outline.articles)):
        yield _mark(_middle(article), top + _ROW // 2, partial.get(article))


def _mark(x: int, y: int, partial: bool | None) -> str:  # noqa: FBT001 three states of one mark
    if partial is None:
        return f'<circle class="no" cx="{x}" cy="{y}" r="1.5"/>'
    if partial:
        return f'<rect class="part" x="{x - 6}" y="{y - 6}" width="12" height="12" rx="2"/>'
    return f'<rect class="yes" x="{x - 7}" y="{y - 7}" width="14" height="14" rx="2" fill="#0b5cad"/>'


def _alone(outline: Outline, top: int) -> Iterator[str]:
    yield _rule(outline, top)
    yield f'<text class="dim" x="{_EDGE + 30}" y="{top + 15}">sentences that the outlet alone has</text>'
    for share in outline.shares:
        yield f'<text x="{_middle(share.article)}" y="{top + 15}" text-anchor="middle">{len(share.only)}</text>'


def _rule(outline: Outline, y: int) -> str:
    return f'<path class="line" d="M{_EDGE} {y}H{_EDGE + _LABEL + _COLUMN * len(outline.articles)}"/>'


def _middle(article: int) -> int:
    return _EDGE + _LABEL + _COLUMN * article + _COLUMN // 2


def _fitting(text: str, cells: int) -> str:
    """The beginning of a text that fits into so many cells, an East Asian character taking two."""
    room = cells * len(text) // max(1, _cells(text))
    return shorten(text, min(cells, max(1, room))) if _cells(text) > cells else text


def _cells(text: Sequence[str]) -> int:
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)
