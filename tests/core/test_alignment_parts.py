"""Parts of the aligner that save work: sentences encoded once, paths that lead nowhere, two looks made one."""

from dataclasses import dataclass, field

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsread.alignment.arrays import Matrix, Places
from newsread.alignment.encode import Encoder, Pieces, load_encoder
from newsread.alignment.evidence import evidence, telling
from newsread.alignment.features import _through
from newsread.alignment.head import joint_logits
from newsread.alignment.session import Session
from newsread.alignment.topics import is_topic, without_topics
from newsread.alignment.words import split, vocabulary
from newsread.errors import Cancelled
from newsread.model import Sentence, SentenceKind

PIECES = Pieces(((2900, 1998, 1996), (5087,), (2900, 1998, 1996)), ((1.0, 0.15, 0.15), (2.0,), (1.0, 0.15, 0.15)))
SHARES = st.floats(0, 1, width=32)


@dataclass(frozen=True)
class Counting(Session):
    """An encoder's session that keeps how many sentences it was given."""

    given: list[int] = field(default_factory=list)

    def vectors(self, ids: Places, mask: Matrix) -> Matrix:
        """What the session says."""
        self.given.append(len(ids))
        return Session.vectors(self, ids, mask)


def test_a_sentence_that_several_articles_have_is_encoded_once() -> None:
    session = load_encoder().session
    counting = Counting(session.runs, session.numbers)
    first, again = Encoder(counting, load_encoder().tokenizer).each([PIECES, PIECES])
    assert sum(counting.given) == len(set(PIECES.ids)) == 2
    assert np.array_equal(first.vectors, again.vectors)
    assert first.starts.tolist() == [0, 1, 2]


def test_encoding_asks_whether_it_is_to_stop() -> None:
    with pytest.raises(Cancelled):
        next(load_encoder().each([PIECES], lambda: True))


@given(
    st.integers(1, 4).flatmap(
        lambda k: st.tuples(
            st.lists(st.lists(SHARES, min_size=k, max_size=k), min_size=1, max_size=4),
            st.lists(st.lists(SHARES, min_size=2, max_size=2), min_size=k, max_size=k),
        )
    )
)
def test_paths_through_a_third_outlet(sides: tuple[list[list[float]], list[list[float]]]) -> None:
    one, other = (np.array(side, dtype=np.float32) for side in sides)
    every = (one[:, :, None] * other[None, :, :]).max(axis=1)
    found = _through(one, other)
    assert (found <= every + 1e-6).all()
    assert (every - found <= 0.02 + 1e-6).all()  # only what leads nowhere is passed over


def test_a_third_outlet_without_sentences_leads_nowhere() -> None:
    assert not _through(np.empty((2, 0), np.float32), np.empty((0, 3), np.float32)).any()


def test_both_looks_count_alike_and_the_first_is_bounded() -> None:
    assert joint_logits(np.array([2.0, -50.0]), np.array([4.0, 4.0])).tolist() == [3.0, -2.0]


def test_evidence_gives_the_wording_of_the_first_sentence() -> None:
    one = split('Mr. Tillerson said: "We are prepared militarily" after 3 tests.')
    other = split('"We are prepared, we are prepared militarily," Tillerson told reporters after three tests.')
    known = vocabulary([[one], [other]])
    found = evidence(telling(one, known), telling(other, known), known.names)
    assert found.quote == "We are prepared militarily"
    assert found.numbers == ("3",)
    assert "tests" in found.terms


@pytest.mark.parametrize(
    ("text", "kind", "topic"),
    [
        ("2+2 meeting", SentenceKind.HEADING, True),
        ("What is next for the harbour?", SentenceKind.HEADING, True),
        ("Harbour workers end strike", SentenceKind.HEADING, False),
        ("Strike ends", SentenceKind.HEADLINE, False),
        ("They agreed.", SentenceKind.BODY, False),
    ],
)
def test_a_heading_that_names_a_topic_states_nothing(text: str, kind: SentenceKind, topic: bool) -> None:  # noqa: FBT001
    assert is_topic(Sentence(0, len(text), text, kind, 0), split(text)) is topic


def test_topics_are_linked_with_nothing() -> None:
    scores = np.full((2, 3), 0.9, dtype=np.float32)
    assert (without_topics(scores, [True, False], [False, False, True]) > 0).tolist() == [
        [False, False, False],
        [True, True, False],
    ]
