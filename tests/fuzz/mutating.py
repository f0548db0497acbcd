"""Bytes that are almost what they should be."""

from hypothesis import strategies as st

from tests.fuzz.targets import TARGETS, WORDS


@st.composite
def mutated(draw: st.DrawFn, target: str) -> bytes:
    """One of a target's seeds, cut, doubled and written over in a few places."""
    data = bytearray(draw(st.sampled_from(TARGETS[target].seeds)))
    for _ in range(draw(st.integers(0, 6))):
        at = draw(st.integers(0, len(data)))
        until = min(len(data), at + draw(st.sampled_from((0, 1, 2, 8, 64, 4096))))
        piece = bytes(data[at:until])
        put = draw(st.sampled_from(WORDS) | st.binary(max_size=6) | st.just(b"") | st.just(piece * 3))
        data[at:until] = put
    return bytes(data)
