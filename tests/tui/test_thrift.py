"""Fewer bytes, the same picture: judged by a terminal emulator."""

from itertools import pairwise

import pyte
from hypothesis import given, settings
from hypothesis import strategies as st

from newsread_tui.thrift import Look, Thrift, changed, difference

CODES = st.sampled_from(
    ["0", "", "1", "2", "3", "4", "7", "9", "22", "23", "24", "27", "39", "49", "31", "44", "97", "105"]
)
COLOURS = st.sampled_from(["38;2;1;2;3", "48;2;9;8;7", "38;2;95;0;255", "48;2;28;28;28", "38;5;200", "48;5;17"])
SGR = st.lists(CODES | COLOURS, min_size=1, max_size=4).map(lambda codes: f"\x1b[{';'.join(codes)}m")
MOVE = st.tuples(st.integers(1, 5), st.integers(1, 20)).map(lambda at: f"\x1b[{at[0]};{at[1]}H")
TEXT = st.text("abc é漢", min_size=1, max_size=4)
OTHER = st.sampled_from(["\r\n", "\x1b[?2026h", "\x1b[?2026l", "\x1b[?25l", "\x1b[K", "\x1b]0;title\x07", "\x1b[0m"])
STREAM = st.lists(SGR | MOVE | TEXT | OTHER, max_size=30)


def picture(data: str) -> list[object]:
    screen = pyte.Screen(24, 6)
    pyte.Stream(screen).feed(data)
    return [[screen.buffer[y][x] for x in range(24)] for y in range(6)]


def test_the_emulator_knows_the_same_256_colours() -> None:
    assert picture("\x1b[38;2;215;175;135mx")[0] == picture("\x1b[38;5;180mx")[0]


@settings(max_examples=300)
@given(STREAM, st.lists(st.integers(0, 200), max_size=5))
def test_the_picture_is_the_same_however_it_is_cut(stream: list[str], cuts: list[int]) -> None:
    data = "\x1b[1;1H" + "".join(stream) + "\x1b[1;1H"
    thrift, spared, edges = Thrift(), "", sorted({0, *(cut % len(data) for cut in cuts), len(data)})
    for start, end in pairwise(edges):
        spared += thrift.spare(data[start:end])
    assert picture(spared) == picture(data)


def test_what_stays_is_not_said_again() -> None:
    thrift = Thrift()
    thrift.spare("\x1b[m ")
    base, name = "\x1b[38;2;1;2;3;48;2;4;5;6m", "\x1b[4;38;2;7;7;7;48;2;4;5;6m"
    page = f"\x1b[1;1H{base}said \x1b[0m{name}Bob\x1b[0m{base}.\x1b[0m\x1b[1;9H\r\n\x1b[2;1H{base}so\x1b[0m\x1b[1;1H"
    expected = "\x1b[1;1H\x1b[38;2;1;2;3;48;2;4;5;6msaid \x1b[4;38;2;7;7;7mBob\x1b[24;38;2;1;2;3m.\x1b[1;9H\r\n\x1b[2;1Hso\x1b[1;1H"
    assert thrift.spare(page) == expected


def test_attributes_are_back_to_normal_before_anything_but_text() -> None:
    thrift = Thrift()
    thrift.spare("\x1b[1mtext\x1b[0m")
    assert thrift.spare("\x1b[?1049l") == "\x1b[m\x1b[?1049l"


def test_bold_and_dim_are_switched_off_together() -> None:
    bold_and_dim, dim = changed(Look(), "1;2;3"), changed(Look(), "2;3")
    assert difference(bold_and_dim, dim) in ("\x1b[22;2m", "\x1b[0;2;3m")


def test_colours_all_terminals_share_go_by_their_number() -> None:
    assert changed(Look(), "38;2;215;175;135;48;2;8;8;8") == Look(frozenset(), "38;5;180", "48;5;232")
    assert changed(Look(), "38;2;238;238;238") == Look(frozenset(), "38;5;255")
    assert changed(Look(), "38;2;9;9;9") == Look(frozenset(), "38;2;9;9;9")
