"""All that one picture of the reading screen depends on."""

from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING, Final

from newsread.model import EntityType, Mention, Sentence, SentenceRef
from newsread.story import Counterpart, Story
from newsread_tui.folding import Folds, closed
from newsread_tui.place import Place, shown
from newsread_tui.plan import Layout, Plan
from newsread_tui.state import Bookmark

if TYPE_CHECKING:
    from newsread_tui.find import Search


@dataclass(frozen=True, slots=True)
class Frame:
    """The state the widgets of the reading screen are painted from.

    Attributes:
        story: What is known.
        place: Where the cursor is.
        plan: How the screen is divided.
        layout: What the reader wants side by side.
        settled: Whether all sentences have been compared, so that "only here" can be said.
        words: Whether differing words are marked.
        overview: Whether every column has a strip that shows the whole of its article.
        order: The articles that are shown, from left to right; empty for all in their own order.
        steady: Whether the others hold still as long as the passage is in view, instead of coming level every time.
        bookmarks: Sentences the reader wants to find again.
        search: What was sought, and where it stands; None if nothing was.
        taken: A mention of the entity whose mentions ``search`` holds; None if words were sought.
        only: Whether the cursor goes through the passages of ``search`` alone.
        unmarked: Types of names that are not marked.
        folded: Whether is folded what an outlet further left has word for word.
        opened: The first sentences of folds that were opened.
        loose: Articles that do not follow the cursor, and are not followed.
        remarks: What is amiss besides what the story tells of itself.
        activity: What is being worked on; empty if nothing is.
        linking: The sentence that the reader is about to link with one of another outlet; None if none.
    """

    story: Story
    place: Place
    plan: Plan
    layout: Layout = Layout.COLUMNS
    settled: bool = False
    words: bool = False
    overview: bool = False
    order: tuple[int, ...] = ()
    steady: bool = False
    bookmarks: tuple[Bookmark, ...] = ()
    search: "Search | None" = None
    taken: Mention | None = None
    only: bool = False
    unmarked: frozenset[EntityType] = frozenset()
    folded: bool = False
    opened: frozenset[SentenceRef] = frozenset()
    loose: frozenset[int] = frozenset()
    remarks: tuple[str, ...] = ()
    activity: str = ""
    linking: SentenceRef | None = None

    def counterpart(self, article: int) -> Counterpart | None:
        """The counterpart of the current sentence that an article shows."""
        return shown(self.story, self.place, article)

    @property
    def sentence(self) -> Sentence | None:
        """The sentence under the cursor; None in an article without any."""
        sentences = self.story.articles[self.place.ref.article].sentences
        return sentences[self.place.ref.sentence] if sentences else None

    @property
    def shown(self) -> tuple[int, ...]:
        """The articles that are shown, from left to right."""
        return self.order or tuple(range(len(self.story.articles)))

    def folds(self, article: int) -> Folds:
        """What is folded in an article."""
        return closed(self.story, self.shown, article, self.opened) if self.folded else ()

    @property
    def compared(self) -> bool:
        """Whether a missing counterpart means that there is none."""
        return self.settled and self.story.alignment is not None


class Motion(Enum):
    """What may scroll when a frame is painted."""

    FOLLOW = auto()
    """The cursor comes into view, and the others to its height."""
    STAY = auto()
    """The current article stays where it was put; the others come to the height of the cursor."""
    HOLD = auto()
    """Nothing else moves: the current article has been scrolled alone."""
    LEVEL = auto()
    """Those that are loose come to the height of the cursor as well."""


NOTHING: Final = Frame(Story(()), Place(SentenceRef(0, 0)), Plan())
"""A frame before there is one."""
