"""A report costs next to nothing beside the analysis it is made from."""

import time
from pathlib import Path

import pytest

from newsread.nlp import _load
from newsread.pipeline import open_story
from newsread.report import Format, render
from newsread.sample import sample_story


@pytest.fixture
def eight(tmp_path: Path) -> list[Path]:
    """The five articles of the sample, and three more put together from their paragraphs."""
    texts = [path.read_text(encoding="utf-8").split("\n") for path in sorted(sample_story().glob("*.txt"))]
    mixed = [texts[n][n::2] + texts[n + 1][: len(texts[n + 1]) // 2] for n in range(3)]
    files = [tmp_path / f"{n}.txt" for n in range(8)]
    for file, lines in zip(files, texts + mixed, strict=True):
        file.write_text("\n\n".join(lines), encoding="utf-8")
    return files


@pytest.mark.slow
def test_a_report_on_eight_outlets_adds_less_than_a_tenth(eight: list[Path]) -> None:
    _load.cache_clear()  # as in a new process
    begun = time.process_time()
    story = open_story(eight)
    analysed = time.process_time()
    analysis = analysed - begun
    assert len(story.articles) == 8
    for form in (Format.TEXT, Format.HTML):
        begun = time.process_time()
        render(story.with_threshold(None), form)
        assert time.process_time() - begun < 0.1 * analysis, form
