"""Stories and the cache of analyses: what was found out before, and what is worth keeping."""

from newsread.analyses.cache import AnalysisCache
from newsread.analyses.key import analysis_key
from newsread.analyses.plain import Plain, Unfitting, added_parts, with_parts
from newsread.care import Care
from newsread.story import Story


def kept_parts(story: Story, model: str | None, care: Care, cache: AnalysisCache) -> Plain | None:
    """What was kept of a story's analysis, as it was written: to be handed on to whoever reads it."""
    return cache.find(analysis_key(story.articles, model, care))


def kept_analysis(story: Story, model: str | None, care: Care, cache: AnalysisCache) -> Story | None:
    """The story with the analysis that was kept of it, made in this manner; None if there is none."""
    parts = kept_parts(story, model, care, cache)
    if parts is None:
        return None
    try:
        return with_parts(story, parts)
    except (Unfitting, TypeError):
        return None


def keep_analysis(done: Story, before: Story, model: str | None, care: Care, cache: AnalysisCache) -> None:
    """Keep what an analysis added, if it is whole.

    One that had to do without an encoder or the language model has said so in a warning; it is done again next time,
    when they may be there.
    """
    if len(done.warnings) == len(before.warnings):
        cache.keep(analysis_key(before.articles, model, care), added_parts(done, before))
