"""What an article has word for word from another."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from newsread.copies import Copy, copies
from newsread.model import Article, Sentence, SentenceKind
from newsread.overlap import find_overlaps

ONE = "The council voted on Tuesday to close the old bridge for repairs."
TWO = "Shops on both banks fear for their sales in the summer."
OTHER = "Nobody came to the meeting that the mayor had called in May."


def article_of(*sentences: str) -> Article:
    text, made = " ".join(sentences), []
    start = 0
    for number, sentence in enumerate(sentences):
        kind = SentenceKind.HEADLINE if sentence.startswith("!") else SentenceKind.BODY
        made.append(Sentence(start, start + len(sentence), sentence, kind, number))
        start += len(sentence) + 1
    return Article("a", "", "", "", text, tuple(made))


def found(*articles: Article, order: tuple[int, ...] = ()) -> dict[int, tuple[Copy, ...]]:
    return dict(copies(articles, find_overlaps(articles), order))


def test_the_later_one_has_it_from_the_earlier() -> None:
    texts = article_of(ONE, TWO, OTHER), article_of(OTHER, ONE, TWO)
    assert found(*texts) == {1: (Copy(0, 2, 0),)}
    assert found(*texts, order=(1, 0)) == {0: (Copy(0, 2, 1),)}
    assert found(*texts, order=(1,)) == {}


def test_another_word_is_no_copy() -> None:
    assert found(article_of(ONE), article_of(ONE.replace("Tuesday", "Monday"))) == {}
    assert found(article_of(ONE), article_of(ONE.removesuffix(" for repairs."))) == {1: (Copy(0, 0, 0),)}


def test_a_headline_is_never_passed_over() -> None:
    headline = "!The council votes to close the old bridge"
    assert found(article_of(headline, ONE), article_of(headline, ONE)) == {1: (Copy(1, 1, 0),)}


def test_of_several_sources_the_first_that_goes_on() -> None:
    texts = article_of(TWO), article_of(ONE, TWO), article_of(ONE, TWO)
    assert found(*texts)[2] == (Copy(0, 1, 1),)


TEXTS = st.lists(st.sampled_from([ONE, TWO, OTHER, "A short one.", "!The headline of it all is this one here"]))


@given(st.lists(TEXTS, min_size=1, max_size=3))
def test_copies_are_what_they_say(texts: list[list[str]]) -> None:
    articles = [article_of(*text) for text in texts]
    for number, stretches in found(*articles).items():
        for copy in stretches:
            assert copy.source < number
            words = " ".join(s.text for s in articles[number].sentences[copy.first : copy.last + 1])
            assert all(s.text in articles[copy.source].text for s in articles[number].sentences[copy.first : copy.last])
            assert "!" not in words
        assert all(one.last < other.first for one, other in pairwise(stretches))
