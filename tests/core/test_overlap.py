"""What articles share word for word."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from newsread.findings import Overlap
from newsread.model import Article, Link, LinkKind, Sentence, SentenceKind, SentenceRef
from newsread.overlap import SHINGLE, find_overlaps


def article_of(*sentences: str, kind: SentenceKind = SentenceKind.BODY) -> Article:
    text, made = " ".join(sentences), []
    start = 0
    for sentence in sentences:
        made.append(Sentence(start, start + len(sentence), sentence, kind))
        start += len(sentence) + 1
    return Article("a", "", "", "", text, tuple(made))


def overlap_of(left: Article, right: Article, *links: Link) -> Overlap:
    (found,) = find_overlaps([left, right], links)
    return found


WIRE = "The council voted on Tuesday to close the old bridge for repairs."


def test_copied_words_are_found_whatever_their_marks() -> None:
    found = overlap_of(
        article_of("Shops fear.", WIRE), article_of("“The Council voted on Tuesday to close the old bridge”, we hear.")
    )
    (run,) = found.runs
    assert run.words == 10
    assert found.left_share == 10 / 14
    assert found.right_share == 10 / 12


def test_few_words_in_common_are_chance() -> None:
    assert overlap_of(article_of("They voted on Tuesday to close."), article_of("They voted on Tuesday.")).runs == ()


def test_linked_passages_tell_their_own_share() -> None:
    link = Link(SentenceRef(0, 1), SentenceRef(1, 0), 1.0, LinkKind.EQUIVALENT)
    (passage,) = overlap_of(article_of("Shops fear.", WIRE), article_of(WIRE, "Nobody came."), link).passages
    assert (passage.link, passage.left, passage.right) == (link, 1.0, 1.0)


def test_meta_lines_do_not_count() -> None:
    assert overlap_of(article_of(WIRE, kind=SentenceKind.META), article_of(WIRE)).left_share == 0


TEXTS = st.lists(st.sampled_from(["one", "two", "six", "ten", "old"]), min_size=1, max_size=40).map(" ".join)


@given(TEXTS, TEXTS)
def test_runs_are_the_same_words_and_apart(left: str, right: str) -> None:
    found = overlap_of(article_of(left), article_of(right))
    for run in found.runs:
        words = left[run.left.start : run.left.end].split()
        assert words == right[run.right.start : run.right.end].split()
        assert len(words) == run.words >= SHINGLE
    for side in ("left", "right"):
        spans = sorted(getattr(run, side) for run in found.runs)
        assert all(one.end <= other.start for one, other in pairwise(spans))
        assert 0 <= getattr(found, f"{side}_share") <= 1


@given(TEXTS)
def test_an_article_is_all_its_own(text: str) -> None:
    found = overlap_of(article_of(text), article_of(text))
    assert found.left_share == (1 if len(text.split()) >= SHINGLE else 0)


@given(TEXTS, TEXTS)
def test_the_order_of_articles_does_not_matter(left: str, right: str) -> None:
    found, turned = overlap_of(article_of(left), article_of(right)), overlap_of(article_of(right), article_of(left))
    assert sorted((r.left, r.right) for r in found.runs) == sorted((r.right, r.left) for r in turned.runs)
    assert (found.left_share, found.right_share) == (turned.right_share, turned.left_share)
