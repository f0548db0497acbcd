"""A page's tree to the blocks of its article: trafilatura finds the text, this module keeps what each block is.

trafilatura drops captions and forgets which of its paragraphs were captions or links, so the blocks it found are looked
up in the tree they came from.
"""

import logging
import re
from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from typing import Final

from newsread.model import SentenceKind
from newsread.pages.tree import Element, joined, named, shown_text
from newsread.text import one_line

_CAPTION: Final = re.compile(r"\b(?:fig|wp-|image|img|photo|media|picture)?[-_]*caption(?:__?|-|\b)|figcaption")
_SHORT: Final = 60
_WORDS_OF_A_CAPTION: Final = 4
_BLOCKS: Final = frozenset({"p", "list", "quote", "table", "row", "head", "item", "ab", "code"})
_WORDS_OF_A_CELL: Final = 12
_MOST_BLOCKS: Final = 3000
_RAW_BLOCKS: Final = ("p", "h2", "h3", "h4", "li", "blockquote")


@dataclass(frozen=True, slots=True)
class PageBlock:
    """A paragraph, heading, caption or list item of a page.

    Attributes:
        text: What it says, on one line.
        kind: What its element says it is; BODY when that tells nothing.
        linked: The share of its characters that are links.
        item: Whether it is a list's.
    """

    text: str
    kind: SentenceKind = SentenceKind.BODY
    linked: float = 0.0
    item: bool = False


def page_blocks(tree: Element) -> list[PageBlock]:
    """The blocks of the article on a page, in order, its captions in their places."""
    found = _extracted(tree)
    if sum(len(block.text.split()) for block in found) < _SHORT:
        found = max(found, _extracted(tree, recall=True), key=lambda blocks: sum(len(b.text) for b in blocks))
    return _with_captions(found[:_MOST_BLOCKS], tree)


def plain_blocks(tree: Element) -> list[PageBlock]:
    """Every paragraph of a page: for fragments too small for trafilatura."""
    blocks = [PageBlock(text) for each in tree.iter(*_RAW_BLOCKS) if (text := shown_text(each))]
    return blocks[:_MOST_BLOCKS] or [PageBlock(text) for text in [shown_text(tree)] if text]


def _extracted(tree: Element, *, recall: bool = False) -> list[PageBlock]:
    for name in ("trafilatura", "htmldate", "courlan", "justext"):
        logging.getLogger(name).addHandler(logging.NullHandler())
    from trafilatura import bare_extraction

    found = bare_extraction(
        deepcopy(tree), include_comments=False, include_links=True, include_tables=True, favor_recall=recall
    )
    body = getattr(found, "body", None)
    return [] if body is None else list(_blocks(body))


def _blocks(body: Element) -> Iterator[PageBlock]:
    for element in body.iter("p", "head", "item", "quote", "row", "ab", "code"):
        if element.tag == "quote" and element.find(".//p") is not None:
            continue
        kind = SentenceKind.HEADING if element.tag == "head" else SentenceKind.BODY
        item = element.tag in ("item", "row")
        for pieces in _lines(element):
            text = one_line(joined(iter([piece for piece, _ in pieces])))
            linked = sum(len(piece) for piece, link in pieces if link)
            if text:
                yield PageBlock(text, kind, min(1.0, linked / len(text)), item)
        if element.tail and element.tail.strip():
            yield PageBlock(one_line(element.tail))


def _lines(element: Element) -> Iterator[list[tuple[str, bool]]]:
    """The element's pieces of text, line breaks taken for ends of paragraphs; blocks inside it speak for themselves."""
    line: list[tuple[str, bool]] = []
    for piece in _pieces(element, linked=False):
        if piece is None:
            yield line
            line = []
        else:
            line.append(piece)
    yield line


def _pieces(element: Element, *, linked: bool) -> Iterator[tuple[str, bool] | None]:
    """Text and whether it is a link, None at line breaks."""
    yield element.text or "", linked
    for child in element:
        if child.tag == "lb" or child.tag in _BLOCKS:
            yield None
        else:
            yield from _pieces(child, linked=linked or child.tag == "ref")
        if child.tag == "cell":
            long = len("".join(child.itertext()).split()) > _WORDS_OF_A_CELL
            yield None if long else (" ", False)
        if child.tag not in _BLOCKS:  # what follows a block is taken up with it
            yield child.tail or "", linked


def _with_captions(blocks: list[PageBlock], tree: Element) -> list[PageBlock]:
    """The blocks, those that stand in a caption's element marked, and captions that were left out put in."""
    places = {_key(block.text): -1 for block in blocks}
    captions: dict[str, tuple[int, str]] = {}
    first_heading = -1
    for number, element in enumerate(tree.iter()):
        if not isinstance(element.tag, str):
            continue
        if first_heading < 0 and element.tag == "h1":
            first_heading = number
        if _is_caption(element):
            text = shown_text(element)
            if len(text.split()) >= _WORDS_OF_A_CAPTION and not _is_links(element, text):
                captions.setdefault(_key(text), (number, text))
        elif element.tag in ("p", "h2", "h3", "li", "blockquote", "div", "span", "h4"):
            key = _key(shown_text(element)) if len(element) < 30 else ""
            if places.get(key) == -1:
                places[key] = number
    return _merged(blocks, places, captions, first_heading)


def _merged(
    blocks: Sequence[PageBlock], places: dict[str, int], captions: dict[str, tuple[int, str]], first_heading: int
) -> list[PageBlock]:
    result: list[PageBlock] = []
    known = sorted(place for place in places.values() if place >= 0)
    if not known:
        return list(blocks)
    begin = first_heading if 0 <= first_heading < known[0] else known[0]
    waiting = sorted((at, text) for key, (at, text) in captions.items() if key not in places and begin < at < known[-1])
    for block in blocks:
        key = _key(block.text)
        while waiting and 0 <= waiting[0][0] < places[key]:
            result.append(PageBlock(waiting.pop(0)[1], SentenceKind.CAPTION))
        result.append(replace(block, kind=SentenceKind.CAPTION) if key in captions else block)
    return result


def _key(text: str) -> str:
    return re.sub(r"\W+", "", text)[:200]


def _is_caption(element: Element) -> bool:
    if element.tag == "figcaption":
        return True
    return element.tag in ("p", "div", "span") and bool(_CAPTION.search(named(element))) and len(element) < 12


def _is_links(element: Element, text: str) -> bool:
    return sum(len(shown_text(link)) for link in element.iter("a")) > len(text) * 0.6
