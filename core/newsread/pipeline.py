"""From sources to a story: what front ends call.

:func:`read_story` is quick and needs no language model, so a front end can show the texts at once.
:func:`analyse` adds entities and the alignment, reporting the story as it grows.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from newsread.align import align
from newsread.errors import Cancelled
from newsread.model import Alignment
from newsread.story import Story


class Stage(StrEnum):
    """What the analysis is doing."""

    ALIGN = "comparing sentences"
    ENTITIES = "finding names"


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


def read_story(sources: Sequence[str]) -> Story:
    """Read articles from files, folders or standard input (``-``).

    Raises:
        NothingToRead: No source gave an article.
    """
    raise NotImplementedError


def analyse(
    story: Story,
    *,
    model: str | None = None,
    on_progress: Callable[[Progress], None] = lambda progress: None,
    should_stop: Callable[[], bool] = lambda: False,
) -> Story:
    """Add the alignment and the entities to a story.

    Args:
        story: Articles as :func:`read_story` gives them.
        model: Name of an installed spaCy pipeline; None for the default one.
        on_progress: Called from this thread after each step.
        should_stop: Asked between steps; once it says so, the analysis ends.

    Raises:
        Cancelled: ``should_stop`` said so.
    """

    def on_alignment(done: int, total: int, partial: Alignment) -> None:
        nonlocal story
        story = replace(story, alignment=partial)
        on_progress(Progress(Stage.ALIGN, done, total, story))

    story = replace(story, alignment=align(story.articles, on_progress=on_alignment, should_stop=should_stop))
    if should_stop():
        raise Cancelled
    return story
