"""The library as docs/library.md describes it."""

import doctest
import json
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

import newsread
from newsread.sample import sample_story

DOCS = Path(__file__).parents[1] / "docs"


@pytest.mark.slow
def test_the_examples_of_the_documentation_hold() -> None:
    done = doctest.testfile(str(DOCS / "library.md"), module_relative=False, encoding="utf-8")
    assert done.attempted > 20
    assert not done.failed


@pytest.mark.slow
def test_stories_can_be_opened_in_several_threads_at_once() -> None:
    begin = threading.Barrier(4)

    def opened(number: int) -> str:
        begin.wait()
        sources = sorted(sample_story().glob("*.txt"))
        story = newsread.open_story(sources[number % 2 :: 2], care=newsread.Care.QUICK)
        return f"{number % 2} {newsread.to_json(story)}"

    with ThreadPoolExecutor(4) as threads:
        found = list(threads.map(opened, range(4)))
    assert len(set(found)) == 2
    assert all(json.loads(text[2:])["entities"] for text in found)


def test_one_story_can_be_read_from_several_threads() -> None:
    story = newsread.read_story(sample_story())
    begin = threading.Barrier(8)

    def read(_: int) -> int:
        begin.wait()
        return len(story.coverage()) + len(story.only_in(0)) + len(story.missing(0)) + len(story.to_records())

    with ThreadPoolExecutor(8) as threads:
        assert len(set(threads.map(read, range(8)))) == 1


def test_a_single_source_needs_no_list() -> None:
    folder = sample_story()
    assert newsread.read_story(folder).articles == newsread.read_story([str(folder)]).articles


def test_a_notebook_shows_no_markup_of_an_article(tmp_path: Path) -> None:
    for name in ("one", "other"):
        (tmp_path / f"{name}.txt").write_text(
            "The <b>minister</b> said <script>x</script> on Monday.\n", encoding="utf-8"
        )
    fragment = newsread.read_story(tmp_path)._repr_html_()
    assert "<table>" in fragment
    assert "<b>" not in fragment
    assert "<script" not in fragment
