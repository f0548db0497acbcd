"""A clean text to the paragraphs of an article, page furniture left out."""

from dataclasses import dataclass, replace
from typing import Final

from newsread.model import SentenceKind, Span
from newsread.reading import page_lines
from newsread.reading.blocks import Block, split_blocks
from newsread.reading.labelling import Label, labelled

_KINDS: Final = {
    Label.CAPTION: SentenceKind.CAPTION,
    Label.META: SentenceKind.META,
    Label.HEADLINE: SentenceKind.HEADLINE,
    Label.HEADING: SentenceKind.HEADING,
    Label.BODY: SentenceKind.BODY,
}


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the article, headline and meta lines included.

    Attributes:
        span: Where it stands in the clean text.
        kind: What all its sentences are.
    """

    span: Span
    kind: SentenceKind


@dataclass(frozen=True, slots=True)
class Extract:
    """What a page holds.

    Attributes:
        paragraphs: The article's, in order.
        furniture: Stretches left out of it, in order.
    """

    paragraphs: tuple[Paragraph, ...]
    furniture: tuple[Span, ...] = ()


def extract(text: str) -> Extract:
    """Find the article in a clean text."""
    blocks = [part for block in split_blocks(text) for part in _without_credit(block)]
    labels = labelled(blocks)
    kept = [Paragraph(b.span, _KINDS[label]) for b, label in zip(blocks, labels, strict=True) if label in _KINDS]
    return Extract(tuple(kept), tuple(b.span for b, label in zip(blocks, labels, strict=True) if label not in _KINDS))


def _without_credit(block: Block) -> list[Block]:
    """The block, and its agency credit ("(Yonhap)" after the last full stop) as a block of its own."""
    cut = page_lines.credit_tail(block.text)
    if cut is None or page_lines.is_caption(" ".join(block.text.split())):
        return [block]
    body = block.text[:cut].rstrip()
    start = block.span.start
    return [
        replace(block, span=Span(start, start + len(body)), text=body),
        Block(Span(start + cut, block.span.end), block.text[cut:], after_gap=False),
    ]
