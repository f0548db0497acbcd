"""Wrapping by cells, and what scrolling needs to know of the rows."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from newsread.model import Sentence, Span
from newsread.text import clean
from newsread_tui.rows import RowKind, _easily, _word_by_word, lay_out, wrap
from newsread_tui.scroll import clamped, levelled, revealed

PLAIN = st.text(st.sampled_from("abc éü’“…—  "), max_size=80)
WORDS = st.text(st.sampled_from("ab c\n-–—“”é漢字한かe\u0301\u0301👍🏽 "), max_size=80)


def shown(text: str, width: int, lines: Sequence[Sequence[Span]] = ()) -> list[str]:
    """The rows as they would be drawn."""
    rows = []
    for line in lines or wrap(text, width):
        row, done = "", line[0].start if line else 0
        for word in line:
            row += " " * (done < word.start) + text[word.start : word.end]
            done = word.end
        rows.append(row)
    return rows


def sentences(*lengths: int) -> list[Sentence]:
    return [Sentence(0, 0, "word " * length, paragraph=number // 2) for number, length in enumerate(lengths)]


@given(WORDS.map(lambda text: clean(text).text), st.integers(4, 30))
def test_no_row_is_too_wide_and_no_character_is_lost(text: str, width: int) -> None:
    rows = shown(text, width)
    assert all(cell_len(row) <= width for row in rows)
    assert "".join("".join(rows).split()) == "".join(text.split())


@given(PLAIN, st.integers(1, 12))
def test_what_is_easily_broken_breaks_where_it_does_word_by_word(text: str, width: int) -> None:
    if easily := _easily(text, width):
        assert shown(text, width, easily) == shown(text, width, _word_by_word(text, width))
    else:
        assert not text or "  " in text or text != text.strip() or "——" in text or max(map(len, text.split())) > width


def test_rows_break_between_words_and_join_the_lines_of_the_source() -> None:
    assert shown("one two\n   three", 8) == ["one two", "three"]
    assert shown("one two\n   three", 20) == ["one two three"]


def test_a_word_wider_than_the_row_is_cut_and_marks_stay_with_their_letter() -> None:
    assert shown("abcdefghij", 4) == ["abcd", "efgh", "ij"]
    assert shown("abce\u0301fg", 4) == ["abce\u0301", "fg"]


def test_wide_characters_count_two_cells_and_break_anywhere() -> None:
    assert shown("漢字漢字漢", 6) == ["漢字漢", "字漢"]


def test_a_dash_between_words_may_end_a_row() -> None:
    assert shown("threat—he said", 8) == ["threat—", "he said"]


def test_an_empty_sentence_still_has_a_row() -> None:
    assert wrap("", 10) == [()]


def test_paragraphs_are_parted_when_there_is_room() -> None:
    column = lay_out(sentences(1, 1, 1), 20, spaced=True)
    assert [row.kind for row in column.rows] == [RowKind.TEXT, RowKind.TEXT, RowKind.BLANK, RowKind.TEXT]
    assert column.tops == (0, 1, 3)
    assert lay_out(sentences(1, 1, 1), 20).tops == (0, 1, 2)


def test_a_gap_takes_the_place_of_a_blank_row_or_makes_room() -> None:
    spaced = lay_out(sentences(1, 1, 1), 20, spaced=True)
    assert spaced.with_gap(1).tops == spaced.tops
    assert spaced.with_gap(1).rows[2].kind is RowKind.GAP
    assert spaced.with_gap(0).tops == (0, 2, 4)
    assert spaced.with_gap(-1).tops == (1, 2, 4)


def test_the_sentence_at_a_row_is_the_one_that_stands_there() -> None:
    column = lay_out(sentences(8, 1, 1), 20, spaced=True)
    assert [column.sentence_at(row) for row in range(len(column.rows))] == [0, 0, 1, 1, 2]


def test_scrolling_keeps_what_is_in_view_and_else_moves_far() -> None:
    column = lay_out(sentences(*[1] * 50), 20)
    assert revealed(column, 10, 10, 12) == 10
    assert revealed(column, 10, 10, 20) == 16
    assert revealed(column, 10, 10, 9) == 4
    assert clamped(column, 99, 10) == 40
    assert levelled(column, 10, 30, 4) == 26
    assert levelled(column, 10, 2, 4) == 0


def test_a_sentence_taller_than_the_screen_is_shown_from_its_start() -> None:
    column = lay_out(sentences(3, 90, 1), 20)
    assert revealed(column, 0, 10, 1) == 1
