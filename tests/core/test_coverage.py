"""Passages: every sentence once, joined where the links say so and not further."""

from hypothesis import given
from hypothesis import strategies as st

from newsread.coverage import Passage, passages
from newsread.model import Alignment, Article, Link, LinkKind, Sentence, SentenceKind, SentenceRef
from newsread.story import Story


def article(count: int, kind: SentenceKind = SentenceKind.BODY) -> Article:
    text = "A b. " * count
    return Article("a", "", "A", "", text, tuple(Sentence(5 * n, 5 * n + 4, "A b.", kind, n) for n in range(count)))


def link(a: tuple[int, int], b: tuple[int, int], score: float = 0.9) -> Link:
    return Link(SentenceRef(*a), SentenceRef(*b), score, LinkKind.EQUIVALENT)


def refs(passage: Passage) -> list[tuple[int, int]]:
    return [(ref.article, ref.sentence) for ref in passage.sentences]


def test_linked_sentences_make_one_passage() -> None:
    found = passages([article(2)] * 3, [link((0, 0), (1, 0)), link((1, 0), (2, 0)), link((0, 0), (2, 0))])
    assert [refs(p) for p in found if len(p.sentences) > 1] == [[(0, 0), (1, 0), (2, 0)]]
    assert len(found) == 4


def test_a_sentence_that_equals_two_joins_them() -> None:
    (first, *rest) = passages([article(1), article(2)], [link((0, 0), (1, 0)), link((0, 0), (1, 1))])
    assert refs(first) == [(0, 0), (1, 0), (1, 1)]
    assert first.articles == (0, 1)
    assert rest == []


def test_a_chain_of_single_links_does_not_make_all_one() -> None:
    chain = [link((n, 0), (n + 1, 0), 0.9 - n / 100) for n in range(5)]
    assert max(len(p.sentences) for p in passages([article(1)] * 6, chain)) < 6


def test_captions_and_meta_lines_are_in_no_passage() -> None:
    assert passages([article(2, SentenceKind.CAPTION), article(2, SentenceKind.META)], []) == ()


def test_a_heading_is_a_passage_only_where_another_outlet_says_the_same() -> None:
    headings = [article(2, SentenceKind.HEADING), article(2)]
    assert [refs(p) for p in passages(headings, [link((0, 0), (1, 0))])] == [[(0, 0), (1, 0)], [(1, 1)]]


LINKS = st.lists(
    st.builds(
        lambda a, i, step, j, score: link((a, i), (a + step, j), score),
        st.integers(0, 1), st.integers(0, 3), st.integers(1, 2), st.integers(0, 3), st.floats(0.1, 1),
    ),
    max_size=12,
    unique_by=lambda made: (made.source, made.target),
)  # fmt: skip


@given(LINKS)
def test_every_sentence_is_in_exactly_one_passage(links: list[Link]) -> None:
    found = passages([article(4)] * 4, links)
    assert sorted(ref for p in found for ref in p.sentences) == [SentenceRef(a, i) for a in range(4) for i in range(4)]
    assert found == passages([article(4)] * 4, links[::-1])


@given(LINKS)
def test_a_story_tells_what_is_missing_and_what_is_alone(links: list[Link]) -> None:
    story = Story((article(4),) * 4, alignment=Alignment(tuple(links), threshold=0.0))
    for number in range(4):
        assert all(number not in passage.articles for passage in story.missing(number))
        assert all(passage.articles == (number,) for passage in story.only_in(number))
        here = [p for p in story.coverage() if number in p.articles]
        assert len(here) + len(story.missing(number)) == len(story.coverage())
