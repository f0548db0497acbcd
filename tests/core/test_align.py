"""The aligner's promises: same result whatever the order, an article against itself, silence, stopping, no weights."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise, permutations
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsread.aligning import aligned, aligned_again
from newsread.alignment import installed
from newsread.alignment.align import FLOOR, align
from newsread.alignment.encode import Encoder, load_encoder
from newsread.errors import Cancelled, WeightsMissing
from newsread.model import Alignment, Article, Link, Sentence, SentenceKind, SentenceRef
from newsread.pipeline import read_story
from newsread.progress import Progress, Stage
from newsread.story import Story

SEEDS = Path(__file__).parents[2] / "seeds" / "us-japan-2017"


def article(name: str, sentences: Sequence[str], kind: SentenceKind = SentenceKind.BODY) -> Article:
    made, start = [], 0
    for number, text in enumerate(sentences):
        made.append(Sentence(start, start + len(text), text, kind, number))
        start += len(text) + 2
    return Article(name, f"{name}.txt", name, "", "\n\n".join(sentences), tuple(made))


TOKYO = article(
    "tokyo",
    [
        "Japan and the United States agreed to strengthen missile defence.",
        "The minister said Tokyo would buy the Aegis Ashore system.",
        '"We are prepared, we are prepared militarily," Mr. Tillerson said on Thursday.',
        "The weather in the capital was warm.",
    ],
)
PARIS = article(
    "paris",
    [
        "The harvest of grapes has begun early in Burgundy.",
        "Washington and Tokyo will strengthen their missile defences, they agreed.",
        'Rex Tillerson, the secretary of state: "We are prepared militarily."',
    ],
)


def plain(alignment: Alignment) -> list[Link]:
    return list(alignment.candidates)


def turned(alignment: Alignment, order: Sequence[int]) -> list[tuple[SentenceRef, SentenceRef, float, str]]:
    """The links with their articles named as they were before they were put in ``order``."""
    found = []
    for link in alignment.candidates:
        ends = sorted(SentenceRef(order[ref.article], ref.sentence) for ref in (link.source, link.target))
        found.append((ends[0], ends[1], link.score, link.kind.value))
    return sorted(found)


@dataclass(frozen=True)
class Run:
    """An alignment of the sample, and what was asked and told on the way."""

    articles: Sequence[Article]
    alignment: Alignment
    asked: int
    steps: Sequence[tuple[int, int, int]]


@cache
def sample_run(method: str) -> Run:
    """The sample aligned by a method, which the caller has put in place; once, as most tests only look at it."""
    align([TOKYO, PARIS])  # loads what is loaded once
    # The large encoder takes ten seconds for all five.
    articles = read_story([str(SEEDS)]).articles[: 3 if method == "careful" else 5]
    asked, steps = 0, list[tuple[int, int, int]]()

    def should_stop() -> bool:
        nonlocal asked
        asked += 1
        return False

    alignment = align(
        articles,
        on_progress=lambda done, total, partial: steps.append((done, total, len(partial.candidates))),
        should_stop=should_stop,
    )
    return Run(articles, alignment, asked, steps)


def sample_for(method: str) -> Sequence[Article]:
    """The sample's articles, whole but for the large encoder, which takes its time: of these it gets the beginnings."""
    most = 15 if method == "careful" else None
    return [replace(each, sentences=each.sentences[:most]) for each in read_story([str(SEEDS)]).articles]


MISSING = {"careful": (), "learned": ("careful",), "lexical": ("careful", "learned")}


@pytest.fixture(params=MISSING)
def method(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """The aligner as installed, as it is without the large encoder, and as it is without any."""
    without_encoders(monkeypatch, *MISSING[request.param])
    return str(request.param)


def without_encoders(monkeypatch: pytest.MonkeyPatch, *missing: str) -> None:
    def load(method: str) -> Encoder:
        if method in missing:
            raise WeightsMissing(f"the aligner's {method}.onnx is not installed")
        return load_encoder(method)

    monkeypatch.setattr(installed, "load_encoder", load)


@pytest.mark.usefixtures("method")
class TestEachMethod:
    def test_finds_what_is_said_twice_and_no_more(self) -> None:
        alignment = align([TOKYO, PARIS])
        followed = [link for link in alignment.candidates if link.score >= alignment.threshold]
        pairs = {(link.source.sentence, link.target.sentence) for link in followed}
        assert {(0, 1), (2, 2)} <= pairs
        assert not any(source == 3 or target == 0 for source, target in pairs)

    def test_says_why(self) -> None:
        links = {(link.source.sentence, link.target.sentence): link for link in align([TOKYO, PARIS]).candidates}
        evidence = links[2, 2].evidence
        assert "prepared militarily" in evidence.quote
        assert "Tillerson" in evidence.entities[0]
        assert "missile" in links[0, 1].evidence.terms

    def test_each_pair_once_lower_article_first_in_order(self, method: str) -> None:
        links = sample_run(method).alignment.candidates
        assert all(link.source.article < link.target.article for link in links)
        assert all((a.source, a.target) < (b.source, b.target) for a, b in pairwise(links))
        assert all(FLOOR <= link.score <= 1 for link in links)

    def test_is_deterministic_and_order_changes_only_indices(self, method: str) -> None:
        articles = sample_for(method)[:3]
        first = align(articles)
        reference = turned(first, [0, 1, 2])
        assert reference
        for order in permutations(range(3)):
            again = align([articles[i] for i in order])
            assert turned(again, order) == reference
            assert order != (0, 1, 2) or plain(again) == plain(first)

    def test_an_article_against_its_copy_is_the_identity(self, method: str) -> None:
        for original in sample_for(method):
            alignment = align([original, original])
            followed = [link for link in alignment.candidates if link.score >= alignment.threshold]
            assert all(link.source.sentence == link.target.sentence for link in followed)
            linkable = {i for i, sentence in enumerate(original.sentences) if sentence.kind.linkable}
            assert {link.source.sentence for link in followed} == linkable

    def test_captions_and_meta_lines_are_never_linked(self) -> None:
        caption = article("caption", [s.text for s in TOKYO.sentences], SentenceKind.CAPTION)
        assert align([TOKYO, caption]).candidates == ()

    def test_few_articles(self) -> None:
        empty = article("empty", [])
        one = article("one", ["Japan and the United States agreed to strengthen missile defence."])
        assert align([]).candidates == align([TOKYO]).candidates == align([TOKYO, empty]).candidates == ()
        assert align([empty, empty]).candidates == ()
        assert align([one, one]).candidates[0].score > 0.9
        assert align([one, empty, TOKYO]).candidates

    def test_thirty_articles(self) -> None:
        articles = [article(f"a{i}", [s.text for s in (TOKYO, PARIS)[i % 2].sentences]) for i in range(30)]
        assert len(align(articles).candidates) > 30

    def test_long_and_odd_sentences(self) -> None:
        odd = article(
            "odd",
            ["word " * 3000, "", "   ", "?!", "東京で会談が行われた。", "\U0001f600" * 50, "'''\"\"\"", "1,000,000.0"],
        )
        align([odd, TOKYO, odd])

    def test_stops_at_once(self) -> None:
        with pytest.raises(Cancelled):
            align([TOKYO, PARIS], should_stop=lambda: True)

    def test_asks_often_whether_to_stop(self, method: str) -> None:
        run = sample_run(method)
        pairs = len(run.articles) * (len(run.articles) - 1) // 2
        assert run.asked > len(run.articles) + pairs  # each article and pair is a step, and pairs are looked at twice

    def test_reports_what_is_known_so_far(self, method: str) -> None:
        steps = sample_run(method).steps
        assert [done for done, _, _ in steps] == list(range(1, steps[0][1] + 1))
        assert any(count for _, _, count in steps[: len(steps) // 2])


@pytest.mark.parametrize("others", [0, 2])
def test_one_article_needs_no_encoder_nor_do_empty_ones_beside_it(monkeypatch: pytest.MonkeyPatch, others: int) -> None:
    loaded: list[str] = []
    monkeypatch.setattr(installed, "load_encoder", loaded.append)
    assert align([TOKYO] + [article("empty", [])] * others).method == "careful"
    assert not loaded


@pytest.mark.parametrize(("careful", "missing", "found"), [
    (True, [], "careful"),
    (False, [], "learned"),
    (True, ["careful"], "learned"),
    (False, ["careful"], "learned"),
    (True, ["learned"], "careful"),
    (False, ["learned"], "lexical"),
    (True, ["careful", "learned"], "lexical"),
])  # fmt: skip
def test_takes_what_was_asked_for_or_the_next_best_that_is_there(
    monkeypatch: pytest.MonkeyPatch, *, careful: bool, missing: list[str], found: str
) -> None:
    without_encoders(monkeypatch, *missing)
    assert align([TOKYO, PARIS], careful=careful).method == found


@pytest.mark.parametrize(
    ("careful", "missing", "told"),
    [
        (
            True,
            ["careful"],
            "sentences were compared quickly, not carefully: the aligner's careful.onnx is not installed",
        ),
        (
            False,
            ["learned"],
            "sentences were compared by their words alone: the aligner's learned.onnx is not installed",
        ),
    ],
)
def test_the_reader_is_told_once_what_was_missing(
    monkeypatch: pytest.MonkeyPatch, *, careful: bool, missing: list[str], told: str
) -> None:
    without_encoders(monkeypatch, *missing)
    story = Story((TOKYO, PARIS))
    assert aligned(aligned(story, careful=careful), careful=careful).warnings == (told,)


def test_links_of_the_small_encoder_make_way_for_all_those_of_the_large_one_at_once() -> None:
    steps = list[Progress]()
    first = aligned(Story((TOKYO, PARIS)), careful=False)
    again = aligned_again(first, steps.append, lambda: False)
    assert again == aligned(Story((TOKYO, PARIS)))
    assert {(step.stage, step.story.alignment) for step in steps} == {(Stage.AGAIN, first.alignment)}


WORDS = st.sampled_from(
    "the minister said Tokyo would buy 10 missiles “no solution” 東京 Kim’s é — ... \x00".split(" ")
)
TEXTS = st.lists(st.lists(WORDS, max_size=12).map(" ".join), max_size=6)


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(texts=st.lists(TEXTS, min_size=2, max_size=4))
@pytest.mark.parametrize("method", MISSING)
def test_any_text_aligns_the_same_in_any_order(texts: list[list[str]], method: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        without_encoders(patch, *MISSING[method])
        articles = [article(f"a{i}", sentences) for i, sentences in enumerate(texts)]
        order = list(reversed(range(len(articles))))
        forwards, backwards = align(articles), align([articles[i] for i in order])
    assert turned(forwards, range(len(articles))) == turned(backwards, order)
