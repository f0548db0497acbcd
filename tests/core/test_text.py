"""Clean text: nothing that could harm a terminal gets through, and every offset finds its way back."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsread.text import OffsetMap, clean, fold, one_line

HOSTILE = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from(
            "\x00\x07\x08\x1b\x7f\x85\x9b\x9d\u00ad\u200b\u200d\u202e\u2066\u2069\ufeff\r\n\t[];mK\\0123\u0301"
        ),
    )
)


@given(HOSTILE)
@example("\x1b]52;c;cm0gLXJm\x07text")
@example("a\x1b[31mred\x1b[0m")
@example("mis\u200bsile \u202egnitteS\u202c")
@example("\ud800")
def test_nothing_harmful_is_left(source: str) -> None:
    for character in clean(source).text:
        category = unicodedata.category(character)
        assert character in "\n\t" or category not in ("Cc", "Cs"), hex(ord(character))
        assert (
            character
            not in "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff\u00ad"
        )


@given(HOSTILE)
def test_each_clean_character_stands_where_the_map_says(source: str) -> None:
    cleaned = clean(source)
    for offset, character in enumerate(cleaned.text):
        origin = source[cleaned.offsets.start(offset)]
        assert origin == character or (character == "\n" and origin in "\r\v\f\x85\u2028\u2029")
        assert cleaned.offsets.end(offset + 1) == cleaned.offsets.start(offset) + 1


@given(st.text(st.characters(categories=["L", "N", "P", "Zs"]), max_size=80))
def test_harmless_text_stays_as_it_is(source: str) -> None:
    assert clean(source).text == source or max(source) >= "\u115f"
    if clean(source).text == source:
        assert clean(source).offsets == OffsetMap()


@given(HOSTILE)
def test_cleaning_twice_changes_nothing_more(source: str) -> None:
    once = clean(source).text
    assert "\x1b" not in once
    assert clean(once).text == once or "\u0301" * 4 in once


def test_line_ends_of_every_kind_become_line_feeds() -> None:
    cleaned = clean("one\r\ntwo\rthree\u2028four")
    assert cleaned.text == "one\ntwo\nthree\nfour"
    assert cleaned.offsets.start(4) == 5  # "two", after CR LF
    assert cleaned.offsets.end(3) == 3


def test_a_control_sequence_goes_with_its_parameters() -> None:
    assert clean("be\x1b[1;31mfore\x1b[0m \x1b]0;title\x07after\x1bP+q\x1b\\.").text == "before after."


def test_a_flood_of_combining_marks_is_cut() -> None:
    assert clean("a" + "\u0301" * 50 + "b").text == "a" + "\u0301" * 4 + "b"


@pytest.mark.parametrize("between", ["\x00", "\u200b", "\x1b[31m", "\ufeff\u2060"])
def test_a_flood_that_what_is_invisible_breaks_into_drops_is_cut(between: str) -> None:
    drops = between.join(["\u0301" * 4] * 5)
    cleaned = clean(f"a{drops}{between}b c")
    assert cleaned.text == "a" + "\u0301" * 4 + "b c"
    assert cleaned.offsets.start(cleaned.text.index("b")) == len(f"a{drops}{between}")


@given(st.text())
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)


@pytest.mark.parametrize(
    ("text", "folded"),
    [("“don’t”", '"don\'t"'), ("1–2 — 3", "1-2 - 3"), ("a\u00a0b\tc\nd", "a b c d"), ("„so“ «da»", '"so" "da"')],
)
def test_quotes_dashes_and_spaces_are_folded(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_one_line_is_one_line() -> None:
    assert one_line(" a\n\tb\x1b[2J  c ") == "a b c"
