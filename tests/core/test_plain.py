"""An analysis as plain values: nothing of it is lost, and nothing else is believed."""

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsread.analyses.plain import Unfitting, added_parts, articles_from_plain, articles_to_plain, with_parts
from tests.core.analysed import ARTICLES, BARE, WHOLE


def through_json(plain: Any) -> Any:
    return json.loads(json.dumps(plain))


def test_an_analysis_comes_back_as_it_was() -> None:
    back = with_parts(BARE, through_json(added_parts(WHOLE, BARE)))
    assert back == WHOLE
    assert back.findings
    assert back.alignment
    # A difference is found by its link: it must be the very one.
    assert back.findings.differences[0].link is back.alignment.candidates[1]
    assert back.findings.overlaps[0].passages[0].link is back.alignment.candidates[0]


def test_articles_come_back_as_they_were() -> None:
    assert articles_from_plain(through_json(articles_to_plain(ARTICLES))) == ARTICLES


def test_what_the_other_side_knows_is_not_told_again() -> None:
    half = replace(BARE, alignment=WHOLE.alignment, warnings=(*BARE.warnings, "no names"))
    assert added_parts(half, BARE).keys() == {"alignment", "remarks"}
    whole = replace(WHOLE, warnings=half.warnings)
    assert added_parts(whole, half).keys() == {"entities", "findings"}
    assert with_parts(half, through_json(added_parts(whole, half))) == whole


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-2, 9) | st.floats(allow_nan=False) | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=6) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
    max_leaves=12,
)


@given(JSON, st.sampled_from(["alignment", "entities", "findings", "remarks", "articles", "colour"]))
def test_anything_else_is_refused(plain: Any, name: str) -> None:
    for parts in (plain, {name: plain}):
        try:
            story = with_parts(BARE, parts)
        except Unfitting:
            continue
        # What fits is an analysis, if an empty one.
        assert with_parts(BARE, through_json(added_parts(story, BARE))) == story


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (["alignment", 0, 0, 0, 1], 9),
        (["alignment", 0, 0, 2], "high"),
        (["alignment", 0, 0, 3], "loose"),
        (["findings", 3, 0, 0], 2),
        (["findings", 3, 0, 0], -1),
        (["findings", 3, 0, 2], 7),
        (["entities", 0, 3, 0], [0, 1]),
    ],
)
def test_what_is_no_longer_of_its_kind_is_refused(place: list[Any], value: object) -> None:
    parts = through_json(added_parts(WHOLE, BARE))
    inner = parts
    for step in place[:-1]:
        inner = inner[step]
    inner[place[-1]] = value
    with pytest.raises(Unfitting):
        with_parts(BARE, parts)
