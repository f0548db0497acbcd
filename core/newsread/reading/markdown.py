"""Markdown to the text of its article: marks taken off, headings and pictures known, front matter read as facts."""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Final

from newsread.errors import SourceEmpty
from newsread.model import SentenceKind
from newsread.pages.blocks import PageBlock
from newsread.pages.labels import labelled
from newsread.reading import outlets
from newsread.reading.facts import Facts, dated, stated, web_address
from newsread.reading.readings import Reading, composed
from newsread.text import one_line

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT: Final = re.compile(r"\s*---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
_FIELD: Final = re.compile(r"^([\w-]+):[ \t]*(.*?)[ \t]*$", re.MULTILINE)
_MAX: Final = 2_000_000


def read_markdown(text: str, name: str, warnings: tuple[str, ...] = ()) -> Reading:
    """Read an article in Markdown.

    Raises:
        SourceEmpty: There is no article in it.
    """
    from markdown_it import MarkdownIt

    text = text[:_MAX].replace("\r\n", "\n").replace("\r", "\n")
    front = _FRONT.match(text)
    facts = _facts(front[1]) if front else Facts()
    tokens = MarkdownIt("commonmark").enable("table").parse(text[front.end() :] if front else text)
    blocks = list(_blocks(tokens))
    title = facts.headline or next((b.text for b in blocks[:3] if b.kind is SentenceKind.HEADING), None)
    found = labelled([block for block in blocks if block.text], title)
    if not any(block.kind is SentenceKind.BODY for block in found):
        raise SourceEmpty(f"{name}: there is no article in it")
    composed_text, paragraphs = composed([(block.text, block.kind) for block in found])
    return Reading(composed_text, paragraphs, facts, extracted=True, warnings=warnings)


def _facts(front: str) -> Facts:
    told = {key.lower(): value.strip("\"'[] ") for key, value in _FIELD.findall(front[:20_000])}
    outlet = next(
        (told[key] for key in ("sitename", "site", "outlet", "publisher", "source", "publication") if told.get(key)), ""
    )
    url = web_address(told.get("url") or told.get("link") or told.get("source"))
    return Facts(
        outlet=outlets.normalised(outlet) if outlet else None,
        headline=stated(told.get("title")),
        url=url,
        author=stated(told.get("author") or told.get("authors")),
        **dated(told.get("date") or told.get("published")),
    )


def _blocks(tokens: "Sequence[Token]") -> Iterator[PageBlock]:
    heading = item = 0
    for token in tokens:
        heading += {"heading_open": 1, "heading_close": -1}.get(token.type, 0)
        item += {"list_item_open": 1, "list_item_close": -1}.get(token.type, 0)
        if token.type != "inline":
            continue
        kind = SentenceKind.HEADING if heading else SentenceKind.BODY
        words, linked, picture = _inline(token.children or [])
        if picture and not words:
            yield PageBlock(picture, SentenceKind.CAPTION)
        elif words:
            yield PageBlock(words, kind, linked / len(words), bool(item))


def _inline(tokens: "Sequence[Token]") -> tuple[str, int, str]:
    """The words of a line, how many characters of them are links, and what its pictures show."""
    words: list[str] = []
    pictures: list[str] = []
    linked = inside = 0
    for token in tokens:
        inside += {"link_open": 1, "link_close": -1}.get(token.type, 0)
        if token.type in ("text", "code_inline"):
            words.append(token.content)
            linked += len(token.content) if inside else 0
        elif token.type in ("softbreak", "hardbreak"):
            words.append(" ")
        elif token.type == "image" and token.content:
            pictures.append(token.content)
    return one_line("".join(words)), linked, one_line(" ".join(pictures))
