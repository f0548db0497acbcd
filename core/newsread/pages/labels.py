"""Which blocks of a page are its article's: wording and links tell what trafilatura let through.

Gentle by intent: prose that trafilatura kept is never dropped for where it stands, because the page's structure has
already been weighed.
"""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from newsread.model import SentenceKind
from newsread.pages.blocks import PageBlock
from newsread.reading import page_lines

_FINISHED: Final = re.compile(r"[.!?…:。！？][\"'”’»)\]]*$")
_MOSTLY_LINKED: Final = 0.75
_SHORT: Final = 18
# Once the article's words are nearly all told, a heading such as "Related articles" ends it.
_TAIL: Final = 0.15


def labelled(blocks: Sequence[PageBlock], headline: str | None) -> list[PageBlock]:
    """The blocks that belong to the article, each with its kind, the headline's first."""
    kept = [block for block in _without_tail(blocks) if not _is_furniture(block)]
    kept = [_kind_told(block) for block in _without_dangling(kept)]
    return _headed(kept, headline)


def _without_tail(blocks: Sequence[PageBlock]) -> Sequence[PageBlock]:
    words = [len(block.text.split()) if _is_prose(block) else 0 for block in blocks]
    total = sum(words)
    for number, block in enumerate(blocks):
        opens = page_lines.opens_other_stories(block.text) or page_lines.opens_after_article(block.text)
        if opens and sum(words[number:]) <= _TAIL * total and len(block.text.split()) <= 6 and block.linked < 0.5:
            return blocks[:number]
    return blocks


def _is_prose(block: PageBlock) -> bool:
    words = len(block.text.split())
    return block.kind is SentenceKind.BODY and words >= 6 and (bool(_FINISHED.search(block.text)) or words >= _SHORT)


def _is_furniture(block: PageBlock) -> bool:
    if page_lines.is_furniture(block.text):
        return True
    few = len(block.text.split()) <= _SHORT
    return few and block.linked >= _MOSTLY_LINKED and not (_FINISHED.search(block.text) and not block.item)


def _without_dangling(blocks: Sequence[PageBlock]) -> Sequence[PageBlock]:
    """The blocks up to the last one that says something: headings and names at the end lead to what was left out."""
    last = len(blocks)
    while last and (blocks[last - 1].kind is SentenceKind.HEADING or _dangles(blocks[last - 1])):
        last -= 1
    return blocks[:last] if last else blocks


def _dangles(block: PageBlock) -> bool:
    if block.item or block.kind is not SentenceKind.BODY or page_lines.is_meta(block.text):
        return False
    return len(block.text.split()) <= 3 and not _FINISHED.search(block.text)


def _kind_told(block: PageBlock) -> PageBlock:
    if block.kind is not SentenceKind.BODY:
        return block
    if page_lines.is_meta(block.text):
        return replace(block, kind=SentenceKind.META)
    return replace(block, kind=SentenceKind.CAPTION) if page_lines.is_caption(block.text) else block


def _headed(blocks: Sequence[PageBlock], headline: str | None) -> list[PageBlock]:
    if not headline:
        return list(blocks)
    title = _key(headline)
    # The page repeats its headline above the text; a second time in the text it would be said twice.
    rest = [block for block in blocks if not (len(block.text.split()) < 40 and _key(block.text) == title)]
    return [PageBlock(headline, SentenceKind.HEADLINE), *rest]


def _key(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()
