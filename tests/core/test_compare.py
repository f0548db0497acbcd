"""Word differences: whole words, and nothing that only looks different."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsread.compare import word_differences


def words(left: str, right: str) -> tuple[list[str], list[str]]:
    here, there = word_differences(left, right)
    return [left[span.start : span.end] for span in here], [right[span.start : span.end] for span in there]


@pytest.mark.parametrize(
    ("left", "right", "only_left", "only_right"),
    [
        ("That is not our preferred path.", "That is not our preferred pathway.", ["path"], ["pathway"]),
        ("“It’s – well – so,” he said", '"it\'s  - well - so" he said.', [], []),
        ("around 54,000 U.S. troops", "numerous US troops", ["around 54,000"], ["numerous"]),
        ("January 5", "March 5", ["January"], ["March"]),
        ("the head of the office", "the chief of an agency", ["head of the office"], ["chief of an agency"]),
        ("", "new words", [], ["new words"]),
        ("in the U.S. today", "in the U.K. today", ["U.S."], ["U.K."]),
        ("same", "same", [], []),
    ],
)
def test_differences(left: str, right: str, only_left: list[str], only_right: list[str]) -> None:
    assert words(left, right) == (only_left, only_right)


TEXT = st.text(st.sampled_from("abcABC ’“”,.-1İß\n"), max_size=60)


@given(TEXT)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert word_differences(text, text) == ((), ())


@given(TEXT, TEXT)
def test_spans_are_whole_words_in_order(left: str, right: str) -> None:
    for text, spans in zip((left, right), word_differences(left, right), strict=True):
        assert list(spans) == sorted(spans)
        for span in spans:
            assert 0 <= span.start < span.end <= len(text)
            assert span.start == 0 or not (text[span.start - 1].isalnum() and text[span.start].isalnum())
            assert span.end == len(text) or not (text[span.end - 1].isalnum() and text[span.end].isalnum())


@given(st.lists(st.sampled_from(["alpha", "beta", "gamma", "delta"]), max_size=8), st.integers(0, 8))
def test_what_is_added_is_found(before: list[str], place: int) -> None:
    after = [*before[:place], "omega", *before[place:]]
    assert words(" ".join(before), " ".join(after)) == ([], ["omega"])
