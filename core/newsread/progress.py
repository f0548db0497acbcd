"""How far an analysis is: what it tells while it goes on."""

from collections.abc import Callable
from enum import StrEnum
from typing import NamedTuple

from newsread.story import Story


class Stage(StrEnum):
    """What the analysis is doing."""

    ALIGN = "comparing sentences"
    ENTITIES = "finding names"
    WORDINGS = "comparing wordings"
    AGAIN = "comparing more carefully"


class Progress(NamedTuple):
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


type OnProgress = Callable[[Progress], None]
type ShouldStop = Callable[[], bool]
