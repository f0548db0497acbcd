"""Why the current sentence is linked, and to what else it might have been."""

from collections.abc import Sequence

from newsread.model import Evidence, Link, SentenceRef
from newsread.story import Counterpart, Story
from newsread.text import one_line
from newsread_tui.frame import Frame
from newsread_tui.glyphs import Glyphs
from newsread_tui.paint import Ink
from newsread_tui.screens.page import Line
from newsread_tui.sheet import sign, sureness

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
    lines += [_refused(story, refused, glyphs) for refused in story.refused(ref) if refused.article == article]
    weaker = below_bar(story, ref, article)[:_OTHERS]
    lines += [[(f"   ? {link.score:.2f} ", Ink.MUTED), (_text(story, link, ref), Ink.MUTED)] for link in weaker]
    return lines


def _refused(story: Story, ref: SentenceRef, glyphs: Glyphs) -> Line:
    said = (f"   {glyphs.lacking} not the same, as you say: ", Ink.MUTED)
    return [said, (one_line(story.sentence(ref).text), Ink.MUTED)]


def _counterpart(story: Story, counterpart: Counterpart, glyphs: Glyphs) -> Sequence[Line]:
    mark, ink = sign(story, counterpart.link, glyphs)
    text = one_line(story.sentence(counterpart.ref).text)
    reasons = [*(evidence(counterpart.link.evidence) or [_NO_WORDS]), *same_words(story, counterpart)]
    if counterpart.link.by_reader:
        reasons = _by_reader(story, counterpart.link) + (reasons if _judged(story, counterpart.link) else [])
    return [
        [(f"   {mark} {sureness(counterpart.link)} ", ink), (text, Ink.TEXT)],
        *([("          ", Ink.TEXT), (reason, Ink.MUTED)] for reason in reasons),
    ]


def _judged(story: Story, link: Link) -> Link | None:
    """A link as the aligner has it; None if it has found none between the two sentences."""
    candidates = story.alignment.candidates if story.alignment else ()
    return next((each for each in candidates if (each.source, each.target) == (link.source, link.target)), None)


def _by_reader(story: Story, link: Link) -> list[str]:
    judged = _judged(story, link)
    found = f"the aligner gives it {judged.score:.2f}" if judged else "the aligner found nothing"
    return [f"your own word: these say the same; {found}"]


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


def below_bar(story: Story, ref: SentenceRef, article: int) -> Sequence[Link]:
    """Links between a sentence and an article that were found but are below the threshold, best first."""
    candidates = story.alignment.candidates if story.alignment else ()
    settled = {c.ref for c in story.counterparts(ref).get(article, ())} | set(story.refused(ref))
    near = [link for link in candidates if link.score < story.bar and _reaches(link, ref, article)]
    near = [link for link in near if settled.isdisjoint((link.source, link.target))]
    return sorted(near, key=lambda link: -link.score)


def _reaches(link: Link, ref: SentenceRef, article: int) -> bool:
    return (link.source == ref and link.target.article == article) or (
        link.target == ref and link.source.article == article
    )


def _text(story: Story, link: Link, ref: SentenceRef) -> str:
    return one_line(story.sentence(link.target if link.source == ref else link.source).text)
