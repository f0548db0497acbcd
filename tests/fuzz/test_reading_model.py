"""The reader's model under random keys: wherever they lead, the place is a place, and everything derived from it holds."""

from dataclasses import replace

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from newsread.corrections import Correction, Verdict, anchor_at
from newsread.model import SentenceRef
from newsread.story import Story
from newsread_tui.frame import Frame
from newsread_tui.place import (
    Kind,
    Place,
    crossed,
    edge,
    gap,
    next_where,
    opening,
    paragraph,
    shown,
    step,
    stops,
    turned,
)
from newsread_tui.plan import Layout, Plan
from newsread_tui.resume import resumed
from newsread_tui.state import Session, anchor
from tests.tui.conftest import told_story

LINES = st.lists(
    st.sampled_from(["One.", "+Two.", "!Head", "%A caption", "@By us", "#Part", "Three Smith."]), max_size=7
)
OUTLETS = ("Alpha", "Beta", "Gamma")
COUNTS = st.integers(-9, 9).filter(bool)


class Reading(RuleBasedStateMachine):
    """A story, and where the reader is in it."""

    story: Story
    place: Place
    layout: Layout = Layout.COLUMNS

    @initialize(data=st.data())
    def begin(self, data: st.DataObject) -> None:
        texts = {outlet: data.draw(LINES) for outlet in OUTLETS[: data.draw(st.integers(1, 3))]}
        texts["Delta"] = ["!Delta", "One.", "Two."]
        bare = told_story(texts)
        refs = [(a, s) for a, article in enumerate(bare.articles) for s in stops(article)]
        pairs = [(*one, *other) for one in refs for other in refs if one[0] < other[0]]
        chosen = data.draw(st.lists(st.sampled_from(pairs), unique=True, max_size=12)) if pairs else []
        links = [(*pair, data.draw(st.sampled_from([0.2, 0.5, 0.9]))) for pair in chosen]
        self.story = told_story(texts, links, ["Smith"])
        self.place = opening(self.story)

    @rule(count=COUNTS)
    def walk(self, count: int) -> None:
        self.place = step(self.story, self.place, count)

    @rule(count=COUNTS)
    def by_paragraph(self, count: int) -> None:
        self.place = paragraph(self.story, self.place, count)

    @rule(last=st.booleans())
    def to_an_end(self, last: bool) -> None:  # noqa: FBT001
        self.place = edge(self.story, self.place, last=last)

    @rule(count=COUNTS, kind=st.sampled_from(Kind))
    def seek(self, count: int, kind: Kind) -> None:
        self.place = next_where(self.story, self.place, count, kind) or self.place

    @rule()
    def turn(self) -> None:
        self.place = turned(self.story, self.place)

    @rule(data=st.data())
    def cross_and_come_back(self, data: st.DataObject) -> None:
        here, article = self.place, data.draw(st.integers(0, len(self.story.articles) - 1))
        there = crossed(self.story, here, article)
        assert there.ref.article == article
        assert crossed(self.story, there, here.ref.article).ref == here.ref, "straight back returns"
        self.place = there

    @rule(bar=st.none() | st.floats(0, 1))
    def raise_or_lower_the_bar(self, bar: float | None) -> None:
        self.story = self.story.with_threshold(bar)
        # What the reader has confirmed is followed whatever the bar.
        assert all(link.by_reader or link.score >= self.story.bar for link in self.story.links)

    @rule(layout=st.sampled_from(Layout))
    def lay_out(self, layout: Layout) -> None:
        self.layout = layout

    @rule(data=st.data(), verdict=st.sampled_from(Verdict))
    def correct(self, data: st.DataObject, verdict: Verdict) -> None:
        others = [
            (a, s)
            for a, article in enumerate(self.story.articles)
            if a != self.place.ref.article
            for s in stops(article)
        ]
        if not (others and self.story.articles[self.place.ref.article].sentences):
            return
        other = SentenceRef(*data.draw(st.sampled_from(others)))
        said = Correction(
            verdict, anchor_at(self.story.articles, self.place.ref), anchor_at(self.story.articles, other)
        )
        self.story = replace(self.story, threshold=None).with_corrections([said])

    @rule()
    def close_and_open_again(self) -> None:
        """What is kept of a reading leads to the same words again."""
        frame = Frame(self.story, self.place, Plan(), self.layout)
        session = Session(anchor(self.story, self.place.ref), {"layout": self.layout.name})
        again = resumed(replace(frame, place=opening(self.story), layout=Layout.COLUMNS), session)
        assert again.layout is self.layout
        if frame.sentence:
            assert again.sentence
            assert again.sentence.text == frame.sentence.text

    @invariant()
    def the_place_is_a_place(self) -> None:
        article = self.story.articles[self.place.ref.article]
        assert self.place.ref.sentence in stops(article) or not article.sentences

    @invariant()
    def what_is_derived_holds(self) -> None:
        for number, article in enumerate(self.story.articles):
            counterpart = shown(self.story, self.place, number)
            assert counterpart is None or (
                counterpart.ref.article == number and counterpart.ref.sentence < len(article.sentences)
            )
            if number != self.place.ref.article:
                after = gap(self.story, self.place.ref, number)
                assert after is None or -1 <= after < max(1, len(article.sentences))


TestReading = Reading.TestCase
TestReading.settings = settings(max_examples=25, stateful_step_count=25, deadline=None)
