"""All that one picture of the reading screen depends on."""

from dataclasses import dataclass
from typing import Final

from newsread.model import Sentence, SentenceRef
from newsread.story import Counterpart, Story
from newsread_tui.place import Place, shown
from newsread_tui.plan import Plan


@dataclass(frozen=True, slots=True)
class Frame:
    """The state the widgets of the reading screen are painted from.

    Attributes:
        story: What is known.
        place: Where the cursor is.
        plan: How the screen is divided.
        settled: Whether all sentences have been compared, so that "only here" can be said.
        words: Whether differing words are marked.
        activity: What is being worked on; empty if nothing is.
    """

    story: Story
    place: Place
    plan: Plan
    settled: bool = False
    words: bool = False
    activity: str = ""

    def counterpart(self, article: int) -> Counterpart | None:
        """The counterpart of the current sentence that an article shows."""
        return shown(self.story, self.place, article)

    @property
    def sentence(self) -> Sentence | None:
        """The sentence under the cursor; None in an article without any."""
        sentences = self.story.articles[self.place.ref.article].sentences
        return sentences[self.place.ref.sentence] if sentences else None

    @property
    def compared(self) -> bool:
        """Whether a missing counterpart means that there is none."""
        return self.settled and self.story.alignment is not None


NOTHING: Final = Frame(Story(()), Place(SentenceRef(0, 0)), Plan())
"""A frame before there is one."""
