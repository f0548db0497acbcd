"""Why the current sentence is linked, and to what else it might have been."""

from collections.abc import Sequence

from newsread.model import Evidence, Link, LinkKind, SentenceRef
from newsread.story import Counterpart, Story
from newsread.text import one_line
from newsread_tui.frame import Frame
from newsread_tui.glyphs import Glyphs
from newsread_tui.paint import Ink
from newsread_tui.screens.page import Line

_OTHERS = 3
_NO_WORDS = "nothing in the words alone: judged by meaning and context"


def why_lines(frame: Frame, glyphs: Glyphs) -> Sequence[Line]:
    """For every other outlet: its counterparts with score and evidence, and what came next but was not sure enough."""
    sentence = frame.sentence
    if sentence is None:
        return [[("Nothing to read here.", Ink.TEXT)]]
    lines: list[Line] = [[("   ", Ink.TEXT), (one_line(sentence.text), Ink.TITLE)], []]
    for index, article in enumerate(frame.story.articles):
        if index != frame.place.ref.article:
            lines.append([(f" {one_line(article.outlet)}", Ink.HEADING)])
            lines += _outlet(frame, index, glyphs)
            lines.append([])
    return lines


def _outlet(frame: Frame, article: int, glyphs: Glyphs) -> Sequence[Line]:
    story, ref = frame.story, frame.place.ref
    found = story.counterparts(ref).get(article, ())
    lines: list[Line] = []
    for counterpart in found:
        lines += _counterpart(story, counterpart, glyphs)
    if not found:
        lines.append([("   no counterpart", Ink.MUTED)])
    weaker = doubtful(story, ref, article)[:_OTHERS]
    lines += [[(f"   ? {link.score:.2f} ", Ink.MUTED), (_text(story, link, ref), Ink.MUTED)] for link in weaker]
    return lines


def _counterpart(story: Story, counterpart: Counterpart, glyphs: Glyphs) -> Sequence[Line]:
    equivalent = counterpart.link.kind is LinkKind.EQUIVALENT
    sign, ink = (glyphs.equivalent, Ink.EQUIVALENT) if equivalent else (glyphs.partial, Ink.PARTIAL)
    text = one_line(story.sentence(counterpart.ref).text)
    reasons = [*(evidence(counterpart.link.evidence) or [_NO_WORDS]), *same_words(story, counterpart)]
    return [
        [(f"   {sign} {counterpart.link.score:.2f} ", ink), (text, Ink.TEXT)],
        *([("          ", Ink.TEXT), (reason, Ink.MUTED)] for reason in reasons),
    ]


def same_words(story: Story, counterpart: Counterpart) -> Sequence[str]:
    """What share of the two sentences is word for word the same, if any is."""
    shares = story.shared_words(counterpart.link)
    own, other = shares if counterpart.ref == counterpart.link.target else shares[::-1]
    return [f"the same words: {own:.0%} of this, {other:.0%} of that"] if own or other else []


def evidence(found: Evidence) -> Sequence[str]:
    """What two sentences share, a line for each sort of it."""
    shared = [("names", found.entities), ("numbers", found.numbers), ("words", found.terms)]
    lines = [f"both quote: “{one_line(found.quote)}”"] if found.quote else []
    return lines + [f"{name}: {', '.join(map(one_line, values))}" for name, values in shared if values]


def doubtful(story: Story, ref: SentenceRef, article: int) -> Sequence[Link]:
    """Links between a sentence and an article that were found but are below the threshold, best first."""
    candidates = story.alignment.candidates if story.alignment else ()
    near = [link for link in candidates if link.score < story.bar and _reaches(link, ref, article)]
    return sorted(near, key=lambda link: -link.score)


def _reaches(link: Link, ref: SentenceRef, article: int) -> bool:
    return (link.source == ref and link.target.article == article) or (
        link.target == ref and link.source.article == article
    )


def _text(story: Story, link: Link, ref: SentenceRef) -> str:
    return one_line(story.sentence(link.target if link.source == ref else link.source).text)
