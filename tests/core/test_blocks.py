"""Where paragraphs begin and end, in texts with a line to a paragraph and in hard-wrapped ones."""

import textwrap

from hypothesis import given
from hypothesis import strategies as st

from newsread.reading.blocks import split_blocks

LONG = (
    "The ministers met in the capital on Thursday, days after the launch had unsettled the region, and agreed to meet again "
    "before the end of the year. They gave no date. Officials of both sides said that the talks had been useful."
)


def test_a_line_is_a_paragraph() -> None:
    blocks = split_blocks("Headline here\nFirst paragraph.\nSecond paragraph.\n\nThird.")
    assert [block.text for block in blocks] == ["Headline here", "First paragraph.", "Second paragraph.", "Third."]
    assert [block.after_gap for block in blocks] == [True, False, False, True]


def test_hard_wrapped_lines_are_joined() -> None:
    wrapped = "\n\n".join(textwrap.fill(text, 60) for text in ("A Headline", LONG, LONG))
    blocks = split_blocks(wrapped)
    assert [" ".join(block.text.split()) for block in blocks] == ["A Headline", LONG, LONG]


def test_a_short_line_ends_a_hard_wrapped_paragraph() -> None:
    wrapped = textwrap.fill(LONG, 60) + "\nBy Jane Doe\n" + textwrap.fill(LONG, 60)
    assert "By Jane Doe" in [block.text for block in split_blocks(wrapped)]


@given(st.text(st.sampled_from("ab. \n\t“")))
def test_blocks_hold_all_that_is_not_white_space_in_order(text: str) -> None:
    blocks = split_blocks(text)
    assert "".join("".join(block.text.split()) for block in blocks) == "".join(text.split())
    assert all(text[block.span.start : block.span.end] == block.text == block.text.strip() for block in blocks)
    assert [block.span for block in blocks] == sorted(block.span for block in blocks)
