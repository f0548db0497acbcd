"""From sources to a story: what front ends call.

:func:`read_story` is quick and needs no language model, so a front end can show the texts at once.
:func:`analyse` adds the alignment and the entities, reporting the story as it grows.
"""

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations
from os import PathLike, fspath
from typing import TYPE_CHECKING, Final

from newsread.aligning import MOST_SENTENCES, aligned, aligned_again
from newsread.care import Care
from newsread.errors import Cancelled, ModelMissing, NewsreadError, NothingToRead
from newsread.manifest import ManifestEntry
from newsread.model import Article
from newsread.progress import OnProgress, Progress, ShouldStop, Stage
from newsread.reading.articles import article_from, distinct
from newsread.reading.twins import merged
from newsread.reading.unpack import unpacked
from newsread.sources import gather
from newsread.story import Story
from newsread.web.options import FetchOptions

if TYPE_CHECKING:
    from newsread.analyses.cache import AnalysisCache
    from newsread.names.ahead import ComingNames


__all__ = [
    "OnProgress", "Progress", "ShouldStop", "Source", "Stage", "aligned", "analyse", "open_story", "read_story",
]  # fmt: skip

type Source = str | PathLike[str]
"""A file, a folder, a web address, or ``-`` for standard input."""
_USUAL: Final = FetchOptions()
_ENDLESS: Final = f"only the first {MOST_SENTENCES} sentences of {{}} are compared with others"


def read_story(
    sources: Source | Sequence[Source], fetching: FetchOptions = _USUAL, *, keep_copies: bool = False
) -> Story:
    """Read articles from files, folders, web addresses or standard input (``-``).

    A source that can't be read becomes a warning of the story as long as another one can.

    Args:
        sources: What to open, one thing or several.
        fetching: How to fetch web addresses.
        keep_copies: Whether copies of one text stay apart; else they become one article that tells where else it is.

    Raises:
        NothingToRead: No source gave an article; its causes are its lines.
        Cancelled: ``fetching.should_stop`` said so.
    """
    named_sources = [sources] if isinstance(sources, str | PathLike) else sources
    gathered = gather([fspath(source) for source in named_sources], fetching)
    problems = [*(str(failure.error) for failure in gathered.failures), *gathered.remarks]
    articles: list[Article] = []
    apart: list[bool] = []
    for document in gathered.documents:
        try:
            for part in unpacked(document):
                articles.append(article_from(part, len(articles) + 1))
                # Who wrote a story.toml wants what it names.
                apart.append(keep_copies or isinstance(document.stated, ManifestEntry))
        except NewsreadError as error:
            problems.append(str(error))
    if not articles:
        raise NothingToRead("; ".join(problems) or "no source was named")
    named = distinct(merged(articles, apart))
    title = gathered.title or next((article.title for article in named if article.title), "")
    return Story(named, title=title, warnings=(*problems, *_remarks(named)))


def analyse(
    story: Story,
    *,
    model: str | None = None,
    care: Care = Care.CAREFUL,
    on_progress: OnProgress = lambda progress: None,
    should_stop: ShouldStop = lambda: False,
    cache: "AnalysisCache | None" = None,
) -> Story:
    """Add the alignment, the entities and what comparing brings to light to a story.

    Args:
        story: Articles as :func:`read_story` gives them.
        model: Name of an installed spaCy pipeline; None for the default one.
        care: How much is done to find what says the same thing.
        on_progress: Called from this thread after each step.
        should_stop: Asked between steps; once it says so, the analysis ends.
        cache: Where to look for this very analysis first, and to keep it; None to do it anew.

    Raises:
        Cancelled: ``should_stop`` said so.
    """
    if cache is None:
        return _analysed(story, model, care, on_progress, should_stop)
    from newsread.analyses.kept import keep_analysis, kept_analysis

    kept = kept_analysis(story, model, care, cache)
    if kept is not None:
        return kept
    done = _analysed(story, model, care, on_progress, should_stop)
    keep_analysis(done, story, model, care, cache)
    return done


def _analysed(story: Story, model: str | None, care: Care, on_progress: OnProgress, should_stop: ShouldStop) -> Story:
    from newsread.names.ahead import ComingNames

    # Names are found while sentences are compared, most of which happens outside of Python.
    coming = ComingNames(model, story.articles)
    try:
        careful = care is Care.CAREFUL
        story = aligned(story, careful=careful, on_progress=on_progress, should_stop=should_stop)
        on_progress(Progress(Stage.ENTITIES, 0, len(story.articles), story))
        story = _with_entities(story, coming, on_progress, should_stop)
    except ModelMissing as error:
        story = replace(story, entities=(), warnings=(*story.warnings, str(error)))
    finally:
        coming.stop()
    story = _compared(story, on_progress, should_stop)
    if care is not Care.QUICK_FIRST:
        return story
    return _compared(aligned_again(story, on_progress, should_stop), on_progress, should_stop)


def open_story(
    sources: Source | Sequence[Source],
    *,
    model: str | None = None,
    care: Care = Care.CAREFUL,
    on_progress: OnProgress = lambda progress: None,
    should_stop: ShouldStop = lambda: False,
    fetching: FetchOptions = _USUAL,
    cache: "AnalysisCache | None" = None,
) -> Story:
    """Read and analyse in one call; see :func:`read_story` and :func:`analyse`."""
    story = read_story(sources, fetching)
    return analyse(story, model=model, care=care, on_progress=on_progress, should_stop=should_stop, cache=cache)


def _with_entities(story: Story, coming: "ComingNames", on_progress: OnProgress, should_stop: ShouldStop) -> Story:
    from newsread.names.entities import group

    names = []
    last = len(story.articles)
    for number in range(1, last + 1):
        names += coming.of(number - 1, should_stop)
        # To group is to go through all names: after the last article, and where one has to wait for the next anyway,
        # after the first, second, fourth, eighth.
        if number == last or (not number & (number - 1) and not coming.are_there(number)):
            story = replace(story, entities=group(names, story.articles))
        on_progress(Progress(Stage.ENTITIES, number, last, story))
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
        f"{article.outlet} is also in {', '.join(article.also_in)}: shown once (--all keeps copies apart)"
        for article in articles
        if article.also_in
    ]
    worded = [(article.outlet, article.text.split()) for article in articles]
    remarks += [
        f"{one} and {other} carry the same text"
        for (one, words), (other, others) in combinations(worded, 2)
        if words == others
    ]
    remarks += [_ENDLESS.format(article.outlet) for article in articles if len(article.sentences) > MOST_SENTENCES]
    if len(articles) == 1:
        remarks.append("only one article: there is nothing to compare it with")
    return remarks
