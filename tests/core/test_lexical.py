"""Signals of shared words, computed for all pairs of sentences at once."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from newsread.alignment.counting import NO_WORD
from newsread.alignment.lexical import equal_words

_SEQUENCES = st.lists(st.integers(NO_WORD, 5), max_size=30)


@given(one=_SEQUENCES, other=_SEQUENCES)
def test_equal_words_are_found_in_order_and_what_parts_sentences_is_none(one: list[int], other: list[int]) -> None:
    rows, columns = equal_words(np.array(one, np.int32), np.array(other, np.int32))
    expected = [(i, j) for i, word in enumerate(one) for j, same in enumerate(other) if word == same != NO_WORD]
    assert list(zip(rows.tolist(), columns.tolist(), strict=True)) == expected
