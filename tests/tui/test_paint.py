"""Rows into cells: signs, widths, and styles that compose."""

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from rich.style import Style

from newsread.model import Sentence, SentenceKind, Span
from newsread.story import Story
from newsread.text import clean
from newsread_tui.glyphs import ASCII, UNICODE, ascii_cells
from newsread_tui.paint import Brush, Ink, Margin, Role, clip
from newsread_tui.rows import lay_out
from newsread_tui.sheet import in_all, margins, names

PALETTE = {ink: Style() for ink in Ink} | {
    Ink.CURSOR: Style(reverse=True),
    Ink.DIFFERS: Style(bold=True, reverse=True),
    Ink.PERSON: Style(underline=True),
    Ink.HEADLINE: Style(bold=True),
}
ANY_TEXT = st.text(max_size=60).map(lambda text: " ".join(clean(text).text.split("\n")).replace("\t", " "))


def test_a_row_is_mark_count_sign_and_text() -> None:
    brush = Brush(PALETTE, UNICODE, 20)
    sentence = Sentence(0, 9, "Said Bob.")
    row = lay_out([sentence], 16).rows[0]
    strip = brush.sentence_row(row, sentence, [(Span(5, 8), Ink.PERSON)], Margin(3, "=", Ink.EQUIVALENT), Role.PEER)
    assert strip.text == "▌3= Said Bob.       "
    assert [(s.text, s.style) for s in strip if s.style and s.style.underline] == [("Bob", Style(underline=True))]


def test_a_difference_inside_a_reversed_cursor_is_not_reversed() -> None:
    brush = Brush(PALETTE, UNICODE, 20)
    sentence = Sentence(0, 7, "old new", SentenceKind.HEADLINE)
    row = lay_out([sentence], 16).rows[0]
    strip = brush.sentence_row(row, sentence, [(Span(4, 7), Ink.DIFFERS)], Margin(), Role.CURSOR)
    looks = {s.text.strip(): s.style for s in strip}
    assert looks["old"] == Style(reverse=True, bold=True)
    assert looks["new"] == Style(reverse=False, bold=True)


@given(ANY_TEXT, st.integers(12, 40), st.sampled_from([UNICODE, ASCII]), st.lists(st.integers(0, 60), max_size=6))
def test_every_row_is_just_as_wide_as_it_should_be(text: str, width: int, glyphs: object, edges: list[int]) -> None:
    brush = Brush(PALETTE, ASCII if glyphs is ASCII else UNICODE, width)
    sentence = Sentence(0, len(text), text)
    marks = [(Span(a, b), Ink.PERSON) for a, b in zip(sorted(edges)[::2], sorted(edges)[1::2], strict=False) if a < b]
    for row in lay_out([sentence], width - 4).rows:
        strip = brush.sentence_row(row, sentence, marks, Margin(2, "~"), Role.CURSOR)
        assert strip.cell_length == cell_len(strip.text) == width


@given(ANY_TEXT)
def test_plain_text_is_ascii_and_as_wide_as_before(text: str) -> None:
    plain = ascii_cells(text)
    assert plain.isascii()
    assert cell_len(plain) == cell_len(text)


def test_plain_text_keeps_what_it_can() -> None:
    assert ascii_cells("“Škoda” – 漢…") == '"Skoda" - ??.'


def test_clipped_text_says_so() -> None:
    assert clip("abcdef", 6, "…") == "abcdef"
    assert clip("abcdefg", 6, "…") == "abcde…"
    assert clip("abc", 0, "…") == ""


def test_margins_count_outlets_and_say_what_is_only_here_once_all_is_compared(story: Story) -> None:
    signs = margins(story, 0, UNICODE, settled=True)
    assert (signs[3].count, signs[3].sign) == (3, "=")
    assert (signs[1].count, signs[1].sign) == (2, "=")
    third = margins(story, 2, UNICODE, settled=True)
    assert (third[28].count, third[28].sign) == (2, "~")
    assert (third[3].count, third[3].sign) == (1, "+")
    assert margins(story, 2, UNICODE, settled=False)[3].count == 0


def test_names_are_spans_of_their_sentence(story: Story) -> None:
    article = story.articles[1]
    marks = names(story, 1)
    span, ink = marks[4][0]
    assert article.sentences[4].text[span.start : span.end] == "Smith"
    assert ink is Ink.PERSON


def test_spans_in_all_sets() -> None:
    assert in_all([]) == ()
    assert in_all([[Span(0, 5), Span(7, 9)], [Span(3, 8)]]) == (Span(3, 5), Span(7, 8))
