"""The alignment of a story: which of its articles are compared, and what is said if that cannot be done as asked."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Final

from newsread.model import Alignment, Article, SentenceRef
from newsread.progress import OnProgress, Progress, ShouldStop, Stage
from newsread.reading.languages import ALIGNED
from newsread.story import Story

MOST_SENTENCES: Final = 1500
"""As much of an article as is compared: work and memory grow with the product of two lengths."""

_INSTEAD: Final = {
    "lexical": "sentences were compared by their words alone: ",
    "learned": "sentences were compared quickly, not carefully: ",
}

type _Report = Callable[[int, int, Alignment], None]


def aligned(
    story: Story,
    *,
    careful: bool = True,
    on_progress: OnProgress = lambda progress: None,
    should_stop: ShouldStop = lambda: False,
) -> Story:
    """Add the alignment to a story: the articles in the aligner's language are compared, others have no links.

    Args:
        story: Articles as they were read.
        careful: Whether to take the large encoder; where it is not installed a warning of the story says so.
        on_progress: Called from this thread after each step, with the links known by then.
        should_stop: Asked between steps.

    Raises:
        Cancelled: ``should_stop`` said so.
    """

    def report(done: int, total: int, partial: Alignment) -> None:
        on_progress(Progress(Stage.ALIGN, done, total, replace(story, alignment=partial)))

    return _aligned(story, report, should_stop, careful=careful)


def aligned_again(story: Story, on_progress: OnProgress, should_stop: ShouldStop) -> Story:
    """Put the alignment that the large encoder finds in place of the one that is there, once all of it is known."""

    def report(done: int, total: int, partial: Alignment) -> None:
        del partial  # who reads sees links change once, not with every step
        on_progress(Progress(Stage.AGAIN, done, total, story))

    return _aligned(story, report, should_stop, careful=True)


def _aligned(story: Story, report: _Report, should_stop: ShouldStop, *, careful: bool) -> Story:
    # numpy and the aligner's runtime, which reading does not need
    from newsread.alignment.align import align
    from newsread.alignment.installed import why_not

    chosen = [number for number, article in enumerate(story.articles) if article.language == ALIGNED]
    articles = [_bounded(story.articles[number]) for number in chosen]

    def report_placed(done: int, total: int, partial: Alignment) -> None:
        report(done, total, _placed(partial, chosen))

    found = align(articles, careful=careful, on_progress=report_placed, should_stop=should_stop)
    asked = "careful" if careful else "learned"
    remark = _INSTEAD.get(found.method, "") if found.method != asked and len(articles) > 1 else ""
    told = not remark or any(warning.startswith(remark) for warning in story.warnings)
    remarks = () if told else (remark + why_not(careful=careful),)
    return replace(story, alignment=_placed(found, chosen), warnings=(*story.warnings, *remarks))


def _bounded(article: Article) -> Article:
    return replace(article, sentences=article.sentences[:MOST_SENTENCES])


def _placed(alignment: Alignment, chosen: Sequence[int]) -> Alignment:
    """An alignment of some articles, its links leading to their places among all."""
    if list(chosen) == list(range(len(chosen))):
        return alignment
    links = (
        replace(
            link,
            source=SentenceRef(chosen[link.source.article], link.source.sentence),
            target=SentenceRef(chosen[link.target.article], link.target.sentence),
        )
        for link in alignment.candidates
    )
    return replace(alignment, candidates=tuple(links))
