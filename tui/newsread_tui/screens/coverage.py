"""Who carries what: the matrix of passages and outlets, and what one outlet leaves out or has alone."""

from collections import Counter
from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual.binding import BindingType

from newsread.coverage import Passage
from newsread.model import SentenceRef
from newsread.story import Story
from newsread.text import one_line
from newsread_tui.glyphs import Glyphs
from newsread_tui.lists import MATRIX
from newsread_tui.paint import Ink, clip
from newsread_tui.screens.listing import Item, ListScreen

_CELL = 5
_ARTICLES = {"the", "a", "an"}
_ORDERS = ("in reading order", "what most carry first", "what fewest carry first")


class CoverageScreen(ListScreen):
    """Rows are passages, columns outlets; a filled cell says that the outlet carries the passage."""

    BINDINGS: ClassVar[list[BindingType]] = MATRIX
    HINT = (
        "{list.choose} reads it   {coverage.only} only one   {coverage.missing} missing here   {coverage.sort} sort"
        "   {list.help} help   {list.close} back"
    )

    def __init__(self, story: Story, here: SentenceRef, glyphs: Glyphs) -> None:
        super().__init__("", (), glyphs)
        self._story = story
        self._here = here
        self._only = self._missing = False
        self._order = 0
        self.head = [Item([("", Ink.TEXT)], heading(story, here.article))]
        self._fill()
        current = target(next((p for p in story.coverage() if here in p.sentences), Passage((here,))), here)
        self.at = next((n for n, item in enumerate(self.items) if item.target == current), 0)

    def action_only(self) -> None:
        """What a single outlet has, or everything again."""
        self._only, self._missing = not self._only, False
        self._fill()

    def action_missing(self) -> None:
        """What the current outlet lacks, or everything again."""
        self._missing, self._only = not self._missing, False
        self._fill()

    def action_sort(self) -> None:
        """Another order."""
        self._order = (self._order + 1) % len(_ORDERS)
        self._fill()

    def told(self) -> Sequence[str]:
        """Each passage with the outlets that carry it."""
        outlets = [one_line(article.outlet) for article in self._story.articles]
        refs = [(target(passage, self._here), passage.articles) for passage in self._passages]
        rows = [(one_line(self._story.sentence(ref).text), [outlets[n] for n in articles]) for ref, articles in refs]
        return [self.title_text, "", *(f"{text} [{', '.join(carriers)}]" for text, carriers in rows)]

    def _fill(self) -> None:
        article = self._here.article
        chosen = [
            passage
            for passage in self._story.coverage()
            if not (self._only and len(passage.articles) > 1) and not (self._missing and article in passage.articles)
        ]
        chosen.sort(key=lambda passage: self._order and len(passage.articles) * (-1 if self._order == 1 else 1))
        self._passages = chosen
        self.items = [row(self._story, passage, self._here, self.glyphs) for passage in chosen]
        outlet = one_line(self._story.articles[article].outlet)
        kept = ", only in one outlet" if self._only else f", not in {outlet}" if self._missing else ""
        self.title_text = f"Who carries what: {len(chosen)} passages{kept}, {_ORDERS[self._order]}"
        self.at = 0
        if self.is_mounted:
            self.paint()


def row(story: Story, passage: Passage, here: SentenceRef, glyphs: Glyphs) -> Item:
    """One passage: its words, and a sign for every outlet that carries it."""
    chosen = target(passage, here)
    cells = [
        (f"{glyphs.carried if index in passage.articles else glyphs.lacking:^{_CELL}}", _cell_ink(passage, index))
        for index in range(len(story.articles))
    ]
    return Item([(one_line(story.sentence(chosen).text), Ink.TEXT)], [("  ", Ink.TEXT), *cells], chosen)


def _cell_ink(passage: Passage, index: int) -> Ink:
    if index not in passage.articles:
        return Ink.MUTED
    return Ink.ALONE if len(passage.articles) == 1 else Ink.EQUIVALENT


def target(passage: Passage, here: SentenceRef) -> SentenceRef:
    """Where a passage is read: in the current outlet if it carries it, else in the first that does."""
    own = passage.of(here.article)
    return here if here in own else (own or passage.sentences)[0]


def heading(story: Story, article: int) -> Sequence[tuple[str, Ink]]:
    """The short names of the outlets above their columns; the current one stands out."""
    names = short_names([one_line(article.outlet) for article in story.articles])
    return [(_centred(name), Ink.TITLE if n == article else Ink.MUTED) for n, name in enumerate(names)]


def _centred(name: str) -> str:
    room = _CELL - cell_len(name)
    return " " * (room // 2) + name + " " * (room - room // 2)


def short_names(outlets: Sequence[str]) -> Sequence[str]:
    """Names of at most four cells: initials of several words, else the beginning; a number where two would be alike."""
    short = []
    for outlet in outlets:
        words = [word for word in outlet.split() if word.casefold() not in _ARTICLES] or outlet.split() or ["?"]
        short.append("".join(word[0] for word in words)[:4] if len(words) > 1 else clip(words[0], 4, ""))
    counts = Counter(short)
    return [name if counts[name] == 1 and cell_len(name) < _CELL else str(n + 1) for n, name in enumerate(short)]


def omissions(story: Story, article: int) -> Sequence[Item]:
    """What other outlets carry and this one does not, then what it alone carries; each with who has it."""
    outlet = one_line(story.articles[article].outlet)
    missing, alone = story.missing(article), story.only_in(article)
    items = [Item([(f"Not in {outlet}: {len(missing)} passages", Ink.HEADING)])]
    items += [_omitted(story, passage) for passage in missing]
    items += [Item([("", Ink.TEXT)]), Item([(f"Only in {outlet}: {len(alone)} passages", Ink.HEADING)])]
    return items + [Item([("  ", Ink.TEXT), (_words(story, p), Ink.TEXT)], (), p.sentences[0]) for p in alone]


def _omitted(story: Story, passage: Passage) -> Item:
    names = short_names([one_line(article.outlet) for article in story.articles])
    count = (f"{len(passage.articles):>3} ", Ink.MUTED)
    who = f"  {' '.join(names[index] for index in passage.articles[:8])} "
    return Item([count, (_words(story, passage), Ink.TEXT)], [(who, Ink.MUTED)], passage.sentences[0])


def _words(story: Story, passage: Passage) -> str:
    return one_line(story.sentence(passage.sentences[0]).text)
