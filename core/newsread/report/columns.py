"""The articles of a page side by side, each sentence with the way to its counterparts."""

from collections.abc import Iterator, Mapping
from itertools import groupby

from newsread.model import SentenceKind, SentenceRef
from newsread.report import phrases
from newsread.report.markup import anchor, escape
from newsread.report.outline import Outline, Shared
from newsread.story import Story


def name(ref: SentenceRef) -> str:
    """The identifier of a sentence in the page."""
    return f"a{ref.article}s{ref.sentence}"


def texts(story: Story, outline: Outline) -> Iterator[str]:
    """One column for each article, with a line above for the page's script to tell where the reader is."""
    passages = {ref: each for each in outline.shared for wording in each.wordings for ref in wording.sentences}
    yield '<p class="how">A number after a sentence leads to the passage it belongs to.</p>'
    yield '<p id="place" role="status" aria-live="polite" hidden></p><div id="columns">'
    for number in range(len(story.articles)):
        yield from _column(story, number, passages)
    yield "</div>"


def _column(story: Story, number: int, passages: Mapping[SentenceRef, Shared]) -> Iterator[str]:
    article = story.articles[number]
    outlet = escape(article.outlet)
    when = phrases.day(article.published) if article.published else "day not known"
    yield f'<article class="column" id="a{number}" data-outlet="{outlet}" aria-label="{outlet}">'
    yield f'<h3>{anchor(article.url, outlet)}</h3><p class="dim">{when}</p>'
    refs = [SentenceRef(number, index) for index in range(len(article.sentences))]
    for _, group in groupby(refs, key=lambda ref: story.sentence(ref).paragraph):
        paragraph = list(group)
        yield f"<p>{' '.join(_sentence(story, ref, passages.get(ref)) for ref in paragraph)}</p>"
    yield "</article>"


def _sentence(story: Story, ref: SentenceRef, passage: Shared | None) -> str:
    sentence = story.sentence(ref)
    best = [found[0].ref for _, found in sorted(story.counterparts(ref).items())]
    leads = f' data-to="{" ".join(map(name, best))}"' if best else ""
    kind = "" if sentence.kind is SentenceKind.BODY else f" {sentence.kind.value}"
    text = escape(" ".join(sentence.text.split()))
    number = f'<a class="number" href="#p{passage.number}">{passage.number}</a>' if passage else ""
    return f'<span class="s{kind}" id="{name(ref)}"{leads}>{text}</span>{number}'
