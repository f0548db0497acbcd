"""Every form of a report, compared with one that was read by people.

UPDATE_GOLDEN=1 writes them anew: look at the difference before it is committed.
"""

import csv
import io
import json
import os
import re
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from newsread.model import Alignment, SentenceRef
from newsread.records import records
from newsread.report import Format, render
from newsread.report.outline import wording_of
from newsread.report.tables import COLUMNS
from newsread.story import Story

GOLDEN = Path(__file__).with_name("golden")
WRITTEN = [Format.TEXT, Format.MD, Format.HTML, Format.CSV, Format.JSONL, Format.SVG]


@pytest.mark.parametrize("form", WRITTEN)
def test_the_report_is_the_one_that_was_read(story: Story, form: Format) -> None:
    written = render(story, form)
    golden = GOLDEN / f"report.{form}"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_bytes(written.encode())
    assert written == golden.read_bytes().decode()


def test_the_json_holds_what_it_always_held(story: Story) -> None:
    report = json.loads(render(story, Format.JSON))
    held = {"links": report["links"], "entities": report["entities"]}
    held["sentences"] = [[sentence["text"] for sentence in article["sentences"]] for article in report["articles"]]
    golden = GOLDEN / "report.json"
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(json.dumps(held, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert held == json.loads(golden.read_text(encoding="utf-8"))


@pytest.mark.parametrize("form", Format)
def test_a_story_that_is_not_analysed_yet_has_a_report(story: Story, form: Format) -> None:
    assert render(Story(story.articles), form) or form is Format.JSONL
    assert render(Story(story.articles[:1], alignment=Alignment(), entities=()), form) or form is Format.JSONL


def test_text_is_one_line_for_each_thing_and_wraps_on_request(story: Story) -> None:
    assert max(map(len, render(story, Format.TEXT, width=60).splitlines())) <= 60
    unwrapped, wrapped = render(story, Format.TEXT), render(story, Format.TEXT, width=60)
    assert unwrapped.split() == wrapped.split()


def test_text_reads_aloud(story: Story) -> None:
    """Nothing but letters, digits and the punctuation of sentences: a screen reader names every other sign."""
    assert not re.search(r"[^\w\s.,:;“”\"'’()\-/?!…–—$%]", render(story, Format.TEXT))
    assert not re.search(r"[-=*_.]{4,}|^[ \t]+\S", render(story, Format.TEXT), re.MULTILINE)


def test_the_columns_of_the_csv_are_the_keys_of_a_record(story: Story) -> None:
    assert [list(record) for record in records(story)] == [list(COLUMNS)] * len(story.links)


def test_a_spreadsheet_gets_no_formula(hostile: Story) -> None:
    rows = list(csv.DictReader(io.StringIO(render(hostile, Format.CSV), newline="")))
    assert len(rows) == len(hostile.links)
    cells = [cell for row in rows for cell in row.values()]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert rows[0]["target_outlet"] == "'=cmd|' /C calc'!A0"


def test_the_picture_is_well_formed_whatever_it_shows(hostile: Story) -> None:
    picture = ET.fromstring(render(hostile, Format.SVG))  # noqa: S314 our own
    assert {element.tag.rpartition("}")[2] for element in picture.iter()} <= {
        "svg", "title", "desc", "style", "rect", "text", "path", "circle",
    }  # fmt: skip


def test_markdown_takes_no_text_for_its_own(hostile: Story) -> None:
    written = render(hostile, Format.MD)
    assert not re.search(r"(?<!\\)<(?!https?:)", written)
    assert "\x1b" not in written


def test_a_headline_does_not_run_into_its_article(story: Story) -> None:
    refs = (SentenceRef(2, 0), SentenceRef(2, 1))
    assert wording_of(story, refs).startswith('US, Japan to boost military ties to counter N. Korea: "In close')
    assert wording_of(story, (SentenceRef(2, 0), SentenceRef(2, 2))).count("…") == 1
