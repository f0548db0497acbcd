"""What the analysis tells the screen."""

from dataclasses import dataclass

from textual.message import Message

from newsread.progress import Progress
from newsread.story import Story


@dataclass
class AnalysisAdvanced(Message):
    """A step is done."""

    progress: Progress

    def can_replace(self, message: Message) -> bool:
        """Of several reports still waiting only the last matters."""
        return isinstance(message, AnalysisAdvanced)


@dataclass
class AnalysisEnded(Message):
    """All steps are done."""

    story: Story
