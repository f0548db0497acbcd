"""What is taken away from the screen: a sentence or a passage as text, and the way to the clipboard."""

import base64
import os
from collections.abc import Mapping
from typing import Final

from newsread.model import Article, SentenceRef
from newsread.text import one_line
from newsread_tui.frame import Frame

LONGEST: Final = 70_000
"""Terminals take no more than this at once."""


def sentence_text(frame: Frame) -> str:
    """The current sentence with where it is from."""
    return _cited(frame, frame.place.ref) if frame.sentence else ""


def passage_text(frame: Frame) -> str:
    """The current sentence and what the other outlets have of it, one under another; who has nothing is named."""
    if not frame.sentence:
        return ""
    blocks, missing = [sentence_text(frame)], []
    for index, article in enumerate(frame.story.articles):
        if counterpart := frame.counterpart(index):
            blocks.append(_cited(frame, counterpart.ref))
        elif index != frame.place.ref.article:
            missing.append(one_line(article.outlet))
    if missing and frame.compared:
        blocks.append(f"Not in {', '.join(missing)}.")
    return "\n\n".join(blocks)


def _cited(frame: Frame, ref: SentenceRef) -> str:
    return f"{one_line(frame.story.sentence(ref).text)}\n    {source(frame.story.articles[ref.article])}"


def source(article: Article) -> str:
    """Where a sentence is from: outlet, headline, date, address."""
    date = article.published.isoformat() if article.published else ""
    title = f"“{one_line(article.title)}”" if article.title else ""
    parts = (one_line(article.outlet), title, date, one_line(article.url or ""))
    return ", ".join(part for part in parts if part)


def clipboard_sequence(text: str, environment: Mapping[str, str] = os.environ) -> str:
    """The sequence that asks the terminal to put ``text`` on the clipboard (OSC 52).

    Inside screen it is wrapped so that the terminal around it gets it; tmux understands it as it is.
    """
    sequence = f"\x1b]52;c;{base64.b64encode(text.encode()).decode('ascii')}\x07"
    if environment.get("TERM", "").startswith("screen") and "TMUX" not in environment:
        # screen passes on strings of up to 768 bytes.
        pieces = [sequence[start : start + 700] for start in range(0, len(sequence), 700)]
        return "".join(f"\x1bP{piece}\x1b\\" for piece in pieces)
    return sequence
