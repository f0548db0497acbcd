"""``newsread align``: the contract, held on real and on difficult input."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from newsread.corrections import Correction, Verdict, anchor_at
from newsread.model import SentenceRef
from newsread.pipeline import read_story
from newsread.sample import sample_story
from newsread_tui.state import Keeper, with_corrections
from tests.cli.conftest import Newsread, reported
from tests.contract import check_report

type Align = Callable[..., dict[str, Any]]

# Loading the language model takes two seconds, and most of these tests need no names.
NAMELESS = ("--model", "none")
ONE = "The minister said on Monday that “talks are the only way” to end the dispute over fishing.\n\nNo date was set.\n"
OTHER = (
    "Talks are the only way to end the fishing dispute, the minister said on Monday.\n\nThe fleet returned to port.\n"
)


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    """Two short articles that share one passage."""
    one, other = tmp_path / "one.txt", tmp_path / "other.txt"
    one.write_bytes(ONE.encode())
    other.write_bytes(OTHER.encode())
    return one, other


def _linked(report: dict[str, Any]) -> set[tuple[int, int]]:
    return {(link["source"]["sentence"], link["target"]["sentence"]) for link in report["links"]}


def test_the_sample_story_holds_the_contract(newsread_alone: Newsread) -> None:
    report = reported(newsread_alone("align", sample_story(), "--format", "json"))
    check_report(report)
    assert [article["outlet"] for article in report["articles"]] == [
        "CNN", "The Washington Times", "DW", "The Korea Herald", "Reuters",
    ]  # fmt: skip
    assert len(report["links"]) > 20
    assert {"Rex Tillerson", "North Korea"} <= {entity["name"] for entity in report["entities"]}


def test_a_paraphrase_is_linked_and_a_sentence_of_one_alone_is_not(
    newsread_alone: Newsread, pair: tuple[Path, Path]
) -> None:
    report = reported(newsread_alone("align", *pair, *NAMELESS))
    check_report(report)
    assert _linked(report) == {(0, 0)}


def test_articles_stay_in_the_order_given(align: Align, pair: tuple[Path, Path]) -> None:
    report = align(*reversed(pair), *NAMELESS)
    assert [Path(article["path"]).name for article in report["articles"]] == ["other.txt", "one.txt"]


def test_a_threshold_above_all_scores_leaves_no_links(align: Align, pair: tuple[Path, Path]) -> None:
    assert align(*pair, "--threshold", "1", *NAMELESS)["links"] == []


def test_standard_input_is_an_article(align: Align, pair: tuple[Path, Path]) -> None:
    report = align("-", pair[1], *NAMELESS, given=ONE.encode())
    assert _linked(report) == {(0, 0)}
    assert ONE[slice(*(report["articles"][0]["sentences"][0][end] for end in ("start", "end")))].startswith(
        "The minister"
    )


@pytest.mark.parametrize(
    "disguise",
    [
        pytest.param(lambda text: text.replace("\n", "\r\n"), id="CR LF"),
        pytest.param(lambda text: text.replace("minister", "min\u200bister"), id="zero width"),
        pytest.param(lambda text: text.replace("minister", "\x1b[31mminister\x1b[0m"), id="escape sequences"),
        pytest.param(lambda text: text.replace("minister", "\u202eminister\u202c"), id="bidirectional override"),
    ],
)
def test_offsets_count_the_source_whatever_is_taken_out(
    align: Align, pair: tuple[Path, Path], disguise: Callable[[str], str]
) -> None:
    source = disguise(ONE)
    pair[0].write_bytes(source.encode())
    report = align(*pair, *NAMELESS)
    first = report["articles"][0]["sentences"][0]
    assert first["text"] == ONE.partition("\n")[0]
    stretch = source[first["start"] : first["end"]]
    assert stretch.startswith("The ")
    assert stretch.endswith("fishing.")
    assert _linked(report) == {(0, 0)}


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_offsets_count_decoded_characters(align: Align, pair: tuple[Path, Path], encoding: str) -> None:
    """A byte order mark says how to decode; it is no character of the text."""
    pair[0].write_bytes(ONE.encode(encoding))
    first = align(*pair, *NAMELESS)["articles"][0]["sentences"][0]
    assert ONE[first["start"] : first["end"]] == first["text"] == ONE.partition("\n")[0]


def test_corrections_made_in_the_reader_are_taken_when_asked_for(
    align: Align, pair: tuple[Path, Path], tmp_path: Path
) -> None:
    story = read_story(list(pair))
    refs = [SentenceRef(0, 0), SentenceRef(1, 0), SentenceRef(0, 1), SentenceRef(1, 1)]
    one, other, alone, apart = (anchor_at(story.articles, ref) for ref in refs)
    new = [Correction(Verdict.NOT_SAME, one, other), Correction(Verdict.SAME, apart, alone)]
    Keeper.of(story, tmp_path / "home" / "newsread").update(partial(with_corrections, new=new, gone=()))
    assert _linked(align(*pair, *NAMELESS)) == {(0, 0)}
    report = align(*reversed(pair), "--corrections", *NAMELESS)
    check_report(report)
    assert _linked(report) == {(1, 1)}
    assert [link["by"] for link in report["links"]] == ["reader"]
    assert "corrected by a reader: 1 link made or confirmed, 1 taken away" in report["warnings"]
