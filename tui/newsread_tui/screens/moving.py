"""Moving through a story: by sentence, paragraph, page and outlet, with counts and brackets before the key."""

from dataclasses import replace

from newsread.story import Story
from newsread_tui import place as moves
from newsread_tui.analysis import Analyst
from newsread_tui.frame import Motion
from newsread_tui.glyphs import Glyphs
from newsread_tui.screens.correcting import CorrectingScreen
from newsread_tui.settings.values import Settings
from newsread_tui.state import Keeper
from newsread_tui.typeahead import press_of
from newsread_tui.typed import Typed
from newsread_tui.widgets.columns import Columns


class MovingScreen(CorrectingScreen):
    """A story screen whose cursor goes where keys lead."""

    def __init__(
        self, story: Story, analyst: Analyst, glyphs: Glyphs, settings: Settings, keeper: Keeper | None = None
    ) -> None:
        super().__init__(story, analyst, glyphs, settings, keeper)
        self._typed: Typed | None = None

    def action_step(self, count: int) -> None:
        """Some sentences down, or up."""
        count *= self._count()
        self._move(moves.step(self.frame.story, self.frame.place, count, self._among()))

    def action_paragraph(self, count: int) -> None:
        """Some paragraphs down, or up."""
        count *= self._count()
        self._move(moves.paragraph(self.frame.story, self.frame.place, count))

    def action_seek(self, kind: str, count: int) -> None:
        """To the next passage of a kind in this article."""
        way, times = self._way(), self._count()
        count = way * times if way else count * times
        place = moves.next_where(self.frame.story, self.frame.place, count, moves.Kind(kind))
        if place is None:
            self.say(f"no {kind} passage further {'down' if count > 0 else 'up'}")
        else:
            self._move(place)

    def action_first(self) -> None:
        """To the beginning of the article, or after a number to that sentence."""
        typed = self._typed
        if typed and typed.keys == "g" and self._pending():
            return  # the second half of 12gg
        before = self.frame
        if self._to_sentence(last=False):
            self._typed = Typed("g", before, press_of(self.app))

    def action_last(self) -> None:
        """To the end of the article, or after a number to that sentence."""
        self._to_sentence(last=True)

    def _to_sentence(self, *, last: bool) -> int:
        number = self._given()
        place = moves.edge(self.frame.story, self.frame.place, last=last and not number)
        self._jump(moves.step(self.frame.story, place, number - 1) if number else place)
        return number

    def action_page(self, pages: float) -> None:
        """Some pages down, or up; two rows stay in view, so that nothing is skipped."""
        body = self.frame.plan.body
        pages *= self._count()
        sentence = self.query_one(Columns).page(round((body - 2) * pages) if abs(pages) >= 1 else round(body * pages))
        if sentence is not None:
            article = self.frame.story.articles[self.frame.place.ref.article]
            self._move(moves.at_sentence(self.frame.place, moves.stop_near(article, sentence)), Motion.STAY)

    def action_cross(self, count: int) -> None:
        """To the same passage in an outlet to the right, or to the left."""
        self._to_neighbour(count)

    def action_cycle(self, count: int) -> None:
        """To the same passage in the next outlet, and from the last to the first."""
        self._to_neighbour(count, around=True)

    def action_outlet(self, number: int) -> None:
        """To the same passage in an outlet by number; or the beginning of a count."""
        typed = self._pending()
        earlier = typed if typed and typed.count else None
        keys, before = (f"{earlier.keys}{number}", earlier.before) if earlier else (str(number), self.frame)
        self._typed = Typed(keys, before, press_of(self.app))
        self._to_outlet(number - 1)

    def _to_neighbour(self, count: int, *, around: bool = False) -> None:
        order = self.frame.shown
        at = order.index(self.frame.place.ref.article) + count
        if around or 0 <= at < len(order):
            self._to_outlet(order[at % len(order)])

    def _to_outlet(self, article: int) -> None:
        if article in self.frame.shown:
            self._move(moves.crossed(self.frame.story, self.frame.place, article))

    def _pending(self) -> Typed | None:
        """The keys just typed, if the present one follows soon enough to belong to them; they are used up."""
        typed, self._typed = self._typed, None
        return typed if typed and typed.followed_by(press_of(self.app)) else None

    def _count(self) -> int:
        """The count typed before this key, its digits taken back; 1 if there is none."""
        return self._given() or 1

    def _given(self) -> int:
        """The count typed before this key, its digits taken back; 0 if there is none."""
        typed = self._typed
        if not (typed and typed.count and self._pending()):
            return 0
        self.frame = replace(self.frame, place=typed.before.place)
        return typed.count

    def _way(self) -> int:
        """Up or down if this key follows a bracket, which is taken back; else 0."""
        typed = self._typed
        if not (typed and typed.way and self._pending()):
            return 0
        self.frame = replace(self.frame, story=typed.before.story)
        return typed.way
