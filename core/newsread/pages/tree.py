"""HTML as a tree, and the few questions that are asked of its elements. Imported only when there is a page to read."""

import re
from collections.abc import Iterator
from typing import Any, Final

from lxml import etree, html

from newsread.text import one_line

type Element = Any
"""An element of lxml, which publishes no types."""

_UNSEEN: Final = frozenset({"script", "style", "noscript", "template", "svg", "iframe", "object", "head", "button"})
# A glued pair such as "the bridge.Jane Doe" is two elements that the page's style keeps apart.
_GLUED: Final = re.compile(r"[.!?)\]”\"’a-zß-ÿ]$")
_HIDDEN: Final = re.compile(r"visually-?hidden|sr-only|screen-reader|\bhidden\b")
MAX_ELEMENTS: Final = 20_000
_MAX_HTML: Final = 5_000_000
# Pictures put into attributes, and floods of attributes, which cost the parser the square of their number.
_SWOLLEN_TAG: Final = re.compile(r"<(\w{1,20})[^<>]{20000,}>?")


def parse(source: str) -> Element | None:
    """The tree of a page, or None where there is none; what is past the bounds of a page is cut off."""
    source = _SWOLLEN_TAG.sub(r"<\1>", source).replace("\x00", "")[:_MAX_HTML]
    data = source.encode("utf-8", "replace")
    parser = html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        tree = html.document_fromstring(data, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    _cut(tree)
    return tree


def _cut(tree: Element) -> None:
    """Take out what comes after the last element a page may have."""
    late = [element for number, element in enumerate(tree.iter()) if number >= MAX_ELEMENTS]
    for element in reversed(late):
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)


def named(element: Element) -> str:
    """The names an element goes by, in lower case: class, id and the attributes that templates use like them."""
    names = (element.get(key) or "" for key in ("class", "id", "itemprop", "data-testid", "data-component", "rel"))
    return " ".join(names)[:500].lower()


def shown_text(element: Element) -> str:
    """The text of an element as a reader sees it, on one line."""
    return one_line(joined(_pieces(element)))


def _pieces(element: Element) -> Iterator[str]:
    if element.tag in _UNSEEN or not isinstance(element.tag, str) or _HIDDEN.search(element.get("class") or ""):
        return
    if element.text:
        yield element.text
    for child in element:
        if child.tag in ("br", "p", "div", "li"):
            yield " "
        yield from _pieces(child)
        if child.tail:
            yield child.tail


def joined(pieces: Iterator[str]) -> str:
    """Pieces of text put together, with a space where two sentences or words would be glued."""
    text: list[str] = []
    for piece in pieces:
        if text and piece[:1].isupper() and _GLUED.search(text[-1][-1:]):
            text.append(" ")
        text.append(piece)
    return "".join(text)
