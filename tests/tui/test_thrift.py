"""Fewer bytes, the same picture: judged by a terminal emulator."""

from collections.abc import Sequence
from itertools import pairwise

import pyte
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsread_tui.attributes import Look, changed, difference
from newsread_tui.clipboard import clipboard_sequence
from newsread_tui.picture import Abilities
from newsread_tui.thrift import Thrift

CODES = st.sampled_from(
    ["0", "", "1", "2", "3", "4", "7", "9", "22", "23", "24", "27", "39", "49", "31", "44", "97", "105"]
)
COLOURS = st.sampled_from(["38;2;1;2;3", "48;2;9;8;7", "38;2;95;0;255", "48;2;28;28;28", "38;5;200", "48;5;17"])
SGR = st.lists(CODES | COLOURS, min_size=1, max_size=4).map(lambda codes: f"\x1b[{';'.join(codes)}m")
MOVE = st.tuples(st.integers(1, 5), st.integers(1, 20)).map(lambda at: f"\x1b[{at[0]};{at[1]}H")
TEXT = st.text("abc é漢", min_size=1, max_size=4)
OTHER = st.sampled_from(["\r\n", "\x1b[?2026h", "\x1b[?2026l", "\x1b[?25l", "\x1b[K", "\x1b]0;title\x07", "\x1b[0m"])
STREAM = st.lists(SGR | MOVE | TEXT | OTHER, max_size=30)


ALL = Abilities(erase=True, coloured=True, scroll=True)
SIZE = (24, 6)


def picture(data: str) -> list[object]:
    """What the emulator shows; of a blank, only what can be seen of it."""
    screen = pyte.Screen(*SIZE)
    pyte.Stream(screen).feed(data)
    return [[seen(screen.buffer[y][x]) for x in range(SIZE[0])] for y in range(SIZE[1])]


def seen(cell: pyte.screens.Char) -> pyte.screens.Char:
    marked = cell.reverse or cell.underscore or cell.strikethrough
    return cell if cell.data.strip() or marked else cell._replace(data=" ", fg="default", bold=False, italics=False)


def spared(data: str, can: Abilities = ALL, cuts: Sequence[int] = ()) -> str:
    thrift, edges = Thrift(lambda: SIZE, can), sorted({0, *cuts, len(data)})
    return "".join(thrift.spare(data[start:end]) for start, end in pairwise(edges))


def test_the_emulator_knows_the_same_256_colours() -> None:
    assert picture("\x1b[38;2;215;175;135mx")[0] == picture("\x1b[38;5;180mx")[0]


@settings(max_examples=300)
@given(
    STREAM,
    st.lists(st.integers(0, 200), max_size=5),
    st.builds(Abilities, st.booleans(), st.booleans(), st.booleans(), st.just(value=False)),
)
def test_the_picture_is_the_same_however_it_is_cut(stream: list[str], cuts: list[int], can: Abilities) -> None:
    data = "\x1b[1;1H" + "".join(stream) + "\x1b[1;1H"
    assert picture(spared(data, can, [cut % len(data) for cut in cuts])) == picture(data)


PAGE = st.lists(
    st.sampled_from(["one two", "three", "", "four   five", "six \x1b[4mseven\x1b[24m", "\x1b[44meight\x1b[m"]),
    min_size=6,
    max_size=6,
)


@given(st.lists(PAGE, min_size=1, max_size=4))
def test_pages_that_scroll_come_out_right(pages: list[list[str]]) -> None:
    painted = [f"\x1b[{y};1H{' ' * 24}\x1b[{y};1H{row}" for page in pages for y, row in enumerate(page, 1)]
    data = "".join(painted) + "\x1b[1;1H"
    cuts = [len("".join(painted[: 6 * count])) for count in range(1, len(pages))]
    assert picture(spared(data, ALL, cuts)) == picture(data)


def test_what_stays_is_not_said_again() -> None:
    base, name = "\x1b[38;2;1;2;3;48;2;4;5;6m", "\x1b[4;38;2;7;7;7;48;2;4;5;6m"
    page = f"\x1b[1;1H{base}said \x1b[0m{name}Bob\x1b[0m{base}.\x1b[0m\n\x1b[2;1H{base}so\x1b[0m\x1b[1;1H"
    expected = "\x1b[1;1H\x1b[0;38;2;1;2;3;48;2;4;5;6msaid \x1b[4;38;2;7;7;7mBob\x1b[24;38;2;1;2;3m.\r\nso\x1b[1;1H"
    assert spared(page) == expected
    assert spared(page + page, cuts=[len(page)]) == expected


def test_only_cells_that_change_are_sent() -> None:
    thrift = Thrift(lambda: SIZE, ALL)
    thrift.spare("\x1b[2;1Hsentence 11 of 27       \x1b[1;1H")
    assert thrift.spare("\x1b[2;1Hsentence 12 of 27       \x1b[1;1H") == "\x1b[2;11H2\x1b[1;1H"
    assert thrift.spare("\x1b[2;1Hsentence 1 of 27        \x1b[1;1H") == "\x1b[2;11H of 27 \x1b[1;1H"
    assert thrift.spare("\x1b[2;1H                        \x1b[1;1H") == "\x1b[2;1H\x1b[K\x1b[1;1H"


def test_an_empty_frame_is_not_sent() -> None:
    thrift = Thrift(lambda: SIZE)
    thrift.spare("\x1b[1;1Hx\x1b[1;1H")
    frames = [thrift.spare(part) for part in ("\x1b[?2026h", "\x1b[1;1Hx\x1b[1;1H", "\x1b[?2026l")]
    assert frames == ["", "", ""]
    frames = [thrift.spare(part) for part in ("\x1b[?2026h", "\x1b[1;1Hy\x1b[1;1H", "\x1b[?2026l")]
    assert frames == ["", "\x1b[?2026h\x1b[1;1Hy\x1b[1;1H", "\x1b[?2026l"]


def test_rows_that_only_move_are_moved_by_the_terminal() -> None:
    rows = [f"row {n} of the text" for n in range(12)]
    thrift = Thrift(lambda: SIZE, ALL)

    def shown(first: int) -> str:
        return thrift.spare("".join(f"\x1b[{y};1H{row:<24}" for y, row in enumerate(rows[first : first + 6], 1)))

    shown(0)
    assert "\x1b[1;6r\x1b[1;1H\x1b[2M\x1b[r" in (down := shown(2))
    assert down.count("row") == 2
    assert "\x1b[1;6r\x1b[1;1H\x1b[1L\x1b[r" in (up := shown(1))
    assert up.count("row") == 1


def test_after_somebody_else_wrote_everything_is_sent() -> None:
    thrift = Thrift(lambda: SIZE)
    first = thrift.spare("\x1b[1;1Htext\x1b[1;1H")
    assert thrift.spare("\x1b[1;1Htext\x1b[1;1H") == ""
    thrift.forget()
    assert thrift.spare("\x1b[1;1Htext\x1b[1;1H") == first


def test_without_a_size_all_is_passed_on() -> None:
    thrift = Thrift(lambda: None)
    assert "text" in thrift.spare("\x1b[1;1Htext\x1b[1;1H")
    assert "text" in thrift.spare("\x1b[1;1Htext\x1b[1;1H")


def test_attributes_are_back_to_normal_before_anything_but_text() -> None:
    thrift = Thrift(lambda: SIZE)
    thrift.spare("\x1b[1;1H\x1b[1mtext\x1b[0m")
    assert thrift.spare("\x1b[?1049l").endswith("\x1b[m\x1b[?1049l")


def test_bold_and_dim_are_switched_off_together() -> None:
    bold_and_dim, dim = changed(Look(), "1;2;3"), changed(Look(), "2;3")
    assert difference(bold_and_dim, dim) in ("\x1b[22;2m", "\x1b[0;2;3m")


def test_colours_all_terminals_share_go_by_their_number() -> None:
    assert changed(Look(), "38;2;215;175;135;48;2;8;8;8") == Look(frozenset(), "38;5;180", "48;5;232")
    assert changed(Look(), "38;2;238;238;238") == Look(frozenset(), "38;5;255")
    assert changed(Look(), "38;2;9;9;9") == Look(frozenset(), "38;2;9;9;9")


@pytest.mark.parametrize("env", [{"TERM": "xterm"}, {"TERM": "screen"}], ids=str)
@pytest.mark.parametrize("wrapped", [False, True])
def test_copies_are_handed_on_as_they_are(env: dict[str, str], *, wrapped: bool) -> None:
    copy = clipboard_sequence("words " * 300, env, wrapped=wrapped)
    thrift = Thrift(lambda: SIZE, ALL)
    assert copy in thrift.spare(f"\x1b[1m\x1b[2;3Htext\x1b[31m{copy}\x1b[mmore")


def test_what_was_drawn_for_a_larger_terminal_than_it_is_now() -> None:
    """A window made smaller: the last frame for its old size is still on its way."""
    assert spared("\x1b[20;60H\x1b[60;24H\x1b[60;25H") == "\x1b[60;25H"
    assert "late" in spared("\x1b[9;25Hlate")


def test_where_there_are_no_italics_words_are_underlined() -> None:
    screen = pyte.Screen(*SIZE)
    written = spared("\x1b[1;1H\x1b[3;44mone two\x1b[0m \x1b[1;3mthree\x1b[0m four", Abilities(upright=True))
    pyte.Stream(screen).feed(written)
    row = [screen.buffer[0][x] for x in range(SIZE[0])]
    assert "".join(cell.data for cell in row).rstrip() == "one two three four"
    assert not any(cell.italics for cell in row)
    assert [cell.underscore for cell in row if cell.data != " "] == [True] * 11 + [False] * 4
    assert [cell.bold for cell in row if cell.data != " "] == [False] * 6 + [True] * 5 + [False] * 4
