"""From sources to a story: what front ends call.

:func:`read_story` is quick and needs no language model, so a front end can show the texts at once.
:func:`analyse` adds the alignment and the entities, reporting the story as it grows.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import combinations
from os import PathLike, fspath
from typing import Final

from newsread.articles import article_from, distinct
from newsread.errors import Cancelled, ModelMissing, NewsreadError, NothingToRead
from newsread.model import Alignment, Article
from newsread.sources import gather
from newsread.story import Story
from newsread.web.options import FetchOptions


class Stage(StrEnum):
    """What the analysis is doing."""

    ALIGN = "comparing sentences"
    ENTITIES = "finding names"
    WORDINGS = "comparing wordings"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the analysis is.

    Attributes:
        stage: What is being done.
        done: Steps of this stage that are done.
        total: Steps of this stage.
        story: The story as far as it is known.
    """

    stage: Stage
    done: int
    total: int
    story: Story


type Source = str | PathLike[str]
"""A file, a folder, a web address, or ``-`` for standard input."""
_USUAL: Final = FetchOptions()

type OnProgress = Callable[[Progress], None]
type ShouldStop = Callable[[], bool]


def read_story(sources: Source | Sequence[Source], fetching: FetchOptions = _USUAL) -> Story:
    """Read articles from files, folders, web addresses or standard input (``-``).

    A source that can't be read becomes a warning of the story as long as another one can.

    Args:
        sources: What to open, one thing or several.
        fetching: How to fetch web addresses.

    Raises:
        NothingToRead: No source gave an article; its causes are its lines.
        Cancelled: ``fetching.should_stop`` said so.
    """
    named_sources = [sources] if isinstance(sources, str | PathLike) else sources
    gathered = gather([fspath(source) for source in named_sources], fetching)
    problems = [str(failure.error) for failure in gathered.failures]
    articles: list[Article] = []
    for number, document in enumerate(gathered.documents, 1):
        try:
            articles.append(article_from(document, number))
        except NewsreadError as error:
            problems.append(str(error))
    if not articles:
        raise NothingToRead("; ".join(problems) or "no source was named")
    named = distinct(articles)
    title = gathered.title or next((article.title for article in named if article.title), "")
    return Story(named, title=title, warnings=(*problems, *_remarks(named)))


def analyse(
    story: Story,
    *,
    model: str | None = None,
    on_progress: OnProgress = lambda progress: None,
    should_stop: ShouldStop = lambda: False,
) -> Story:
    """Add the alignment, the entities and what comparing brings to light to a story.

    Args:
        story: Articles as :func:`read_story` gives them.
        model: Name of an installed spaCy pipeline; None for the default one.
        on_progress: Called from this thread after each step.
        should_stop: Asked between steps; once it says so, the analysis ends.

    Raises:
        Cancelled: ``should_stop`` said so.
    """
    story = _aligned(story, on_progress, should_stop)
    try:
        story = _with_entities(story, model, on_progress, should_stop)
    except ModelMissing as error:
        story = replace(story, entities=(), warnings=(*story.warnings, str(error)))
    return _compared(story, on_progress, should_stop)


def open_story(
    sources: Source | Sequence[Source],
    *,
    model: str | None = None,
    on_progress: OnProgress = lambda progress: None,
    should_stop: ShouldStop = lambda: False,
) -> Story:
    """Read and analyse in one call; see :func:`read_story` and :func:`analyse`."""
    return analyse(read_story(sources), model=model, on_progress=on_progress, should_stop=should_stop)


def _aligned(story: Story, on_progress: OnProgress, should_stop: ShouldStop) -> Story:
    from newsread.align import align  # numpy and the aligner's runtime, which reading does not need

    def report(done: int, total: int, partial: Alignment) -> None:
        on_progress(Progress(Stage.ALIGN, done, total, replace(story, alignment=partial)))

    story = replace(story, alignment=align(story.articles, on_progress=report, should_stop=should_stop))
    on_progress(Progress(Stage.ENTITIES, 0, len(story.articles), story))
    return story


def _with_entities(story: Story, model: str | None, on_progress: OnProgress, should_stop: ShouldStop) -> Story:
    from newsread.entities import group
    from newsread.nlp import load

    if should_stop():
        raise Cancelled
    tagger = load(model)
    names = []
    for number, article in enumerate(story.articles):
        if should_stop():
            raise Cancelled
        names += tagger.names(article, number)
        story = replace(story, entities=group(names, story.articles))
        on_progress(Progress(Stage.ENTITIES, number + 1, len(story.articles), story))
    return story


def _compared(story: Story, on_progress: OnProgress, should_stop: ShouldStop) -> Story:
    from newsread.comparison import compare_articles

    if should_stop():
        raise Cancelled
    on_progress(Progress(Stage.WORDINGS, 0, 1, story))
    story = replace(story, findings=compare_articles(story.articles, story.alignment, story.entities or ()))
    on_progress(Progress(Stage.WORDINGS, 1, 1, story))
    return story


def _remarks(articles: Sequence[Article]) -> list[str]:
    """What the reader should know of the articles together."""
    remarks = [
        f"{one.outlet} and {other.outlet} carry the same text"
        for one, other in combinations(articles, 2)
        if one.text.split() == other.text.split()
    ]
    if len(articles) == 1:
        remarks.append("only one article: there is nothing to compare it with")
    return remarks
