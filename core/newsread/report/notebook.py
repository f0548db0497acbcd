"""A story in a notebook: who carries what, as a small table that needs no style sheet."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from newsread.report import phrases
from newsread.report.markup import escape
from newsread.report.outline import Outline, Shared, outline

if TYPE_CHECKING:
    from newsread.story import Story

_MOST: Final = 40


def to_fragment(story: "Story") -> str:
    """The coverage of a story as HTML to be put into a page; at most forty passages."""
    return "".join(_parts(outline(story)))


def _parts(outline: Outline) -> Iterator[str]:
    heads = "".join(f"<th>{escape(article.outlet)}</th>" for article in outline.articles)
    yield f"<div><strong>{escape(outline.title)}</strong><br>{escape(phrases.about(outline))}"
    yield f"<table><thead><tr><th></th><th>passage</th>{heads}</tr></thead><tbody>"
    yield from (_row(outline, passage) for passage in outline.shared[:_MOST])
    yield "</tbody></table>"
    if len(outline.shared) > _MOST:
        yield f"<p>and {phrases.counted(len(outline.shared) - _MOST, 'more passage')}</p>"
    yield "</div>"


def _row(outline: Outline, passage: Shared) -> str:
    partial = {wording.article: wording.partial for wording in passage.wordings}
    words = {None: "", False: "yes", True: "part"}
    cells = "".join(f"<td>{words[partial.get(article)]}</td>" for article in range(len(outline.articles)))
    return f"<tr><td>{passage.number}</td><td>{escape(passage.label)}</td>{cells}</tr>"
