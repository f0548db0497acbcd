"""The reader's own word wins over the aligner, and holds wherever the sentences have gone."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsread.corrections import Anchor, Correction, Verdict, anchor_at, corrected, located, pair_of, said
from newsread.export import to_dict
from newsread.model import Alignment, Link, LinkKind, SentenceRef
from newsread.records import records
from newsread.story import Story
from tests.tui.conftest import told_article

TEXTS = {"A": ["One.", "Two.", "Three."], "B": ["Eins.", "Zwei.", "Drei."], "C": ["Un.", "Deux.", "Trois."]}
LINKS = [(0, 0, 1, 0, 0.9), (0, 1, 1, 1, 0.6), (0, 2, 1, 2, 0.3), (1, 0, 2, 0, 0.95), (0, 0, 2, 0, 0.8)]


def ref(article: int, sentence: int) -> SentenceRef:
    return SentenceRef(article, sentence)


@pytest.fixture
def story() -> Story:
    articles = tuple(told_article(outlet, lines) for outlet, lines in TEXTS.items())
    links = (Link(ref(a, i), ref(b, j), score, LinkKind.PARTIAL) for a, i, b, j, score in sorted(LINKS))
    return Story(articles, "A story", Alignment(tuple(links)))


def say(story: Story, verdict: Verdict, one: SentenceRef, other: SentenceRef) -> Story:
    correction = Correction(verdict, anchor_at(story.articles, one), anchor_at(story.articles, other))
    return story.with_corrections([*story.corrections, correction])


def pairs(story: Story) -> list[tuple[tuple[int, int], tuple[int, int]]]:
    return [((x.source.article, x.source.sentence), (x.target.article, x.target.sentence)) for x in story.links]


def test_a_link_is_taken_away_at_every_threshold(story: Story) -> None:
    told = say(story, Verdict.NOT_SAME, ref(0, 0), ref(1, 0))
    for threshold in (None, 0.0, 1.0):
        assert ((0, 0), (1, 0)) not in pairs(told.with_threshold(threshold))
    assert 1 not in told.counterparts(ref(0, 0))
    assert told.refused(ref(1, 0)) == [ref(0, 0)]


def test_a_link_below_the_bar_is_pinned_and_keeps_what_is_known_of_it(story: Story) -> None:
    told = say(story, Verdict.SAME, ref(1, 2), ref(0, 2))
    (link,) = told.with_threshold(1.0).links
    assert link == replace(story.alignment.candidates[3], by_reader=True) if story.alignment else False
    assert (link.score, link.kind, link.by_reader) == (0.3, LinkKind.PARTIAL, True)


def test_a_link_that_nobody_found_is_made_and_comes_first(story: Story) -> None:
    told = say(story, Verdict.SAME, ref(2, 2), ref(0, 0))
    assert [c.ref for c in told.counterparts(ref(0, 0))[2]] == [ref(2, 2), ref(2, 0)]
    assert told.counterparts(ref(2, 2))[0][0].link.score == 1.0


def test_before_the_analysis_the_reader_is_heard_already(story: Story) -> None:
    told = say(replace(story, alignment=None), Verdict.SAME, ref(0, 1), ref(2, 1))
    assert pairs(told) == [((0, 1), (2, 1))]


def test_the_last_word_counts(story: Story) -> None:
    told = say(say(story, Verdict.NOT_SAME, ref(0, 0), ref(1, 0)), Verdict.SAME, ref(1, 0), ref(0, 0))
    assert ((0, 0), (1, 0)) in pairs(told)


def test_passages_follow(story: Story) -> None:
    assert any({ref(0, 0), ref(1, 0), ref(2, 0)} <= set(p.sentences) for p in story.coverage())
    apart = say(story, Verdict.NOT_SAME, ref(0, 0), ref(1, 0))
    assert not any({ref(0, 0), ref(1, 0)} <= set(p.sentences) for p in apart.coverage())
    joined = say(story, Verdict.SAME, ref(0, 2), ref(2, 1))
    assert any({ref(0, 2), ref(2, 1)} == set(p.sentences) for p in joined.coverage())


@given(st.permutations(range(3)))
def test_corrections_hold_in_any_order_of_articles(order: list[int]) -> None:
    articles = tuple(told_article(outlet, lines) for outlet, lines in TEXTS.items())
    story = say(Story(articles), Verdict.SAME, ref(0, 1), ref(2, 2))
    again = replace(story, articles=tuple(articles[index] for index in order))
    pair = sorted([ref(order.index(0), 1), ref(order.index(2), 2)])
    assert [(link.source, link.target) for link in again.links] == [tuple(pair)]


def test_a_sentence_is_found_when_the_text_around_it_has_changed() -> None:
    articles = (told_article("A", ["New.", "Said.", "More.", "Said."]), told_article("B", ["Other."]))
    assert located(articles, Anchor("a", 0, "Said.")) == ref(0, 1)
    assert located(articles, Anchor("a", 9, "Said.")) == ref(0, 3)
    assert located(articles, Anchor("a-2", 0, "Other.")) == ref(1, 0)
    assert located(articles, Anchor("a", 0, "Gone.")) is None


def test_what_is_not_there_any_more_changes_nothing(story: Story) -> None:
    gone = Correction(Verdict.NOT_SAME, Anchor("a", 0, "Gone."), Anchor("b", 0, "Eins."))
    alike = Correction(Verdict.SAME, Anchor("a", 0, "One."), Anchor("a", 1, "Two."))
    told = story.with_corrections([gone, alike])
    assert told.links == story.links
    assert pair_of(story.articles, gone) is pair_of(story.articles, alike) is None
    assert said(story.articles, [gone, alike]) == {}


SCORED = st.dictionaries(st.tuples(st.integers(0, 3), st.integers(0, 3)), st.floats(0, 1))
SAID = st.dictionaries(st.tuples(st.integers(0, 3), st.integers(0, 3)), st.sampled_from(Verdict))


@given(SCORED, SAID, st.floats(0, 1))
def test_the_reader_decides_and_the_bar_decides_the_rest(
    scores: dict[tuple[int, int], float], words: dict[tuple[int, int], Verdict], bar: float
) -> None:
    links = [Link(ref(0, i), ref(1, j), score, LinkKind.PARTIAL) for (i, j), score in sorted(scores.items())]
    verdicts = {(ref(0, i), ref(1, j)): verdict for (i, j), verdict in words.items()}
    kept = corrected(links, verdicts, bar)
    held = {pair for pair, verdict in words.items() if verdict is Verdict.SAME}
    held |= {pair for pair, score in scores.items() if score >= bar and pair not in words}
    assert [(x.source.sentence, x.target.sentence) for x in kept] == sorted(held)
    assert all(link.by_reader == ((link.source, link.target) in verdicts) for link in kept)


def test_reports_say_whose_a_link_is(story: Story) -> None:
    told = say(story, Verdict.SAME, ref(0, 0), ref(1, 0))
    links = json.loads(json.dumps(to_dict(told)))["links"]
    assert [link.get("by") for link in links if link["target"] == {"article": 1, "sentence": 0}] == ["reader"]
    assert sum("by" in link for link in links) == 1
    assert sorted(str(record["by"]) for record in records(told)) == ["aligner", "aligner", "aligner", "reader"]
