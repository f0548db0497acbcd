"""Reports: a story as text, Markdown, HTML, JSON, CSV or a picture, for those who read it without the reader.

from newsread.report import Format, render

page = render(story, Format.HTML)
"""

from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from newsread.story import Story


class Format(StrEnum):
    """The forms that a report can have."""

    TEXT = "text"
    """Linear plain text, all of it in words."""
    MD = "md"
    """Markdown."""
    HTML = "html"
    """One page that holds everything it needs."""
    JSON = "json"
    """Everything that is known; see :mod:`newsread.export`."""
    JSONL = "jsonl"
    """One JSON object for each link, on a line of its own."""
    CSV = "csv"
    """One row for each link."""
    SVG = "svg"
    """Who carries what, as a picture."""


def render(story: "Story", form: Format | str, *, width: int | None = None) -> str:
    """A report on ``story``.

    Args:
        story: What to report on.
        form: The form it should have.
        width: Where to wrap plain text; None for one line per thing said.
    """
    from newsread.export import to_json
    from newsread.report import markdown, matrix, page, plain, tables
    from newsread.report.outline import outline

    writers: Mapping[Format, Callable[[], str]] = {
        Format.TEXT: lambda: plain.to_text(outline(story), width),
        Format.MD: lambda: markdown.to_markdown(outline(story)),
        Format.HTML: lambda: page.to_html(story, outline(story)),
        Format.JSON: lambda: to_json(story),
        Format.JSONL: lambda: tables.to_json_lines(story),
        Format.CSV: lambda: tables.to_csv(story),
        Format.SVG: lambda: matrix.to_svg(outline(story)),
    }
    return writers[Format(form)]()
