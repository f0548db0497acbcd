"""A web page's HTML to the text of its article. Nothing in it is run."""

import re
from collections.abc import Sequence
from typing import Final

from newsread.errors import SourceEmpty
from newsread.model import SentenceKind
from newsread.pages import warnings as page_warnings
from newsread.pages.blocks import PageBlock, page_blocks, plain_blocks
from newsread.pages.facts import PageFacts, page_facts
from newsread.pages.labels import labelled
from newsread.pages.tree import Element, parse, shown_text
from newsread.reading import outlets, page_lines
from newsread.reading.facts import Facts
from newsread.reading.readings import Reading, composed
from newsread.text import one_line

_SHOWN: Final = 40_000
_TOO_LITTLE: Final = 150


def read_page(source: str, name: str, url: str | None = None, warnings: tuple[str, ...] = ()) -> Reading:
    """Find the article on a page.

    Raises:
        SourceEmpty: There is none; the message says what is there instead.
    """
    tree = parse(source)
    if tree is None:
        raise SourceEmpty(f"{name}: there is no text in this page")
    said = page_facts(tree, url)
    shown = shown_text(tree)[:_SHOWN]
    found = _blocks(tree, said)
    told = page_warnings.what_is_there(found, said, shown, said.facts.url or url or "")
    kept = [] if _is_wall(told) else [block for block in found if not page_warnings.is_invitation(block.text)]
    blocks = labelled([part for block in kept for part in _without_credit(block)], said.facts.headline)
    told_of = any(block.kind.linkable and block.kind is not SentenceKind.HEADLINE for block in blocks)
    if not told_of and not (blocks and told and said.is_article):
        what = told[0] if told else "there is no article in this page"
        raise SourceEmpty(f"{name}: {what}", "open it in a browser and save its text")
    text, paragraphs = composed([(block.text, block.kind) for block in blocks])
    facts = said.facts.or_else(_from_text(blocks))
    return Reading(text, paragraphs, facts, extracted=True, warnings=(*warnings, *told))


def _is_wall(told: Sequence[str]) -> bool:
    return bool({page_warnings.COOKIES, page_warnings.SCRIPT}.intersection(told))


def _blocks(tree: Element, said: PageFacts) -> list[PageBlock]:
    if said.paid:
        _forget_metadata(tree)
    found = page_blocks(tree)
    words = sum(len(block.text.split()) for block in found)
    # Some pages show their text by script alone and carry it for search engines. What is for subscribers stays theirs.
    if words < _TOO_LITTLE and not said.paid and len(said.body.split()) > 1.5 * words:
        return [PageBlock(line) for part in re.split(r"\s*\n\s*", said.body) if (line := one_line(part))]
    return found if words else plain_blocks(tree)


def _forget_metadata(tree: Element) -> None:
    """Take out what a page carries for search engines alone, where trafilatura too would find the text."""
    for script in list(tree.iter("script")):
        script.text = None


def _without_credit(block: PageBlock) -> list[PageBlock]:
    cut = page_lines.credit_tail(block.text) if block.kind is SentenceKind.BODY else None
    if cut is None or page_lines.is_caption(block.text):
        return [block]
    return [PageBlock(block.text[:cut].rstrip()), PageBlock(block.text[cut:], SentenceKind.META)]


def _from_text(blocks: Sequence[PageBlock]) -> Facts:
    lines = [block.text for block in blocks]
    meta = [block.text for block in blocks if block.kind is SentenceKind.META]
    return Facts(outlet=outlets.outlet_in_text(lines), published=outlets.published_in_text(meta))
