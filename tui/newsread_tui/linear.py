"""What the reading screen shows, one outlet after the other: for ears, for a search, for a program that reads lines."""

from collections.abc import Iterable, Iterator, Sequence

from newsread.model import SentenceRef
from newsread.story import Counterpart
from newsread.text import one_line
from newsread_tui.frame import Frame
from newsread_tui.glyphs import Glyphs
from newsread_tui.paint import Ink
from newsread_tui.sheet import margin, sign, sureness
from newsread_tui.widgets.status import status

_WORDS = {
    Ink.EQUIVALENT: "the same",
    Ink.PARTIAL: "in part",
    Ink.DOUBTFUL: "perhaps",
    Ink.OWN: "as you say",
    Ink.ALONE: "only here",
    Ink.DISPUTED: "they differ",
}
"""What the signs mean."""
_WIDE = 1000


def reading_lines(frame: Frame, in_view: Iterable[SentenceRef], glyphs: Glyphs) -> Sequence[str]:
    """The state, then every outlet: all that it has of the passage, and the paragraphs in view, whole.

    Args:
        frame: What is shown.
        in_view: The sentences that are to be seen, outlet by outlet.
        glyphs: The signs this terminal can show.
    """
    seen: dict[int, list[SentenceRef]] = {}
    for ref in in_view:
        seen.setdefault(ref.article, []).append(ref)
    left, right = status(frame, _WIDE, glyphs)
    lines = [", ".join(part for text, _ in (*left, *right) for part in text.strip().split("   ") if part)]
    for article in frame.shown:
        lines += [
            "",
            _name(frame, article),
            *_outlet(frame, article, _whole(frame, article, seen.get(article, ())), glyphs),
        ]
    return lines


def passage_lines(frame: Frame, glyphs: Glyphs) -> Sequence[str]:
    """The passage in the current outlet, then in each of the others with all that says the same."""
    here = frame.place.ref
    lines = [f"{_name(frame, here.article)}: {one_line(frame.story.sentence(here).text)}"]
    found = frame.story.counterparts(here)
    for article in (n for n in range(len(frame.story.articles)) if n != here.article):
        name = _name(frame, article)
        lines += [f"{name}. {_linked(frame, each, glyphs)}" for each in found.get(article, ())]
        if article not in found and frame.compared:
            lines.append(f"Not in {name}.")
    return lines


def _linked(frame: Frame, counterpart: Counterpart, glyphs: Glyphs) -> str:
    _, ink = sign(frame.story, counterpart.link, glyphs)
    text = one_line(frame.story.sentence(counterpart.ref).text)
    return f"Counterpart, {_WORDS[ink]}, {sureness(counterpart.link)}: {text}"


def _whole(frame: Frame, article: int, seen: Iterable[SentenceRef]) -> Sequence[SentenceRef]:
    """The sentences of the paragraphs that are in view, in part at least, but for what is folded."""
    sentences = frame.story.articles[article].sentences
    paragraphs = {sentences[ref.sentence].paragraph for ref in seen}
    passed = {n for fold in frame.folds(article) for n in range(fold.first, fold.last + 1)}
    return [
        SentenceRef(article, n)
        for n, sentence in enumerate(sentences)
        if sentence.paragraph in paragraphs and n not in passed
    ]


def _outlet(frame: Frame, article: int, seen: Sequence[SentenceRef], glyphs: Glyphs) -> Iterator[str]:
    counterparts = {each.ref: each for each in frame.story.counterparts(frame.place.ref).get(article, ())}
    yield from (_told(frame, ref, each, glyphs) for ref, each in counterparts.items() if ref not in seen)
    if not counterparts and article != frame.place.ref.article and frame.compared:
        yield "Not here."
    yield from (_told(frame, ref, counterparts.get(ref), glyphs) for ref in seen)


def _told(frame: Frame, ref: SentenceRef, counterpart: Counterpart | None, glyphs: Glyphs) -> str:
    text = one_line(frame.story.sentence(ref).text)
    if counterpart:
        text = _linked(frame, counterpart, glyphs)
    elif ref == frame.place.ref:
        text = f"Here: {text}"
    told = margin(frame.story, ref, glyphs, settled=frame.settled)
    word = _WORDS.get(told.ink, "")
    end = f" [{told.count} outlets, {word}]" if told.count > 1 else f" [{word}]" if told.count else ""
    return f"{text}{end}"


def _name(frame: Frame, article: int) -> str:
    text = frame.story.articles[article]
    return ", ".join(part for part in (one_line(text.outlet), str(text.published or "")) if part)
