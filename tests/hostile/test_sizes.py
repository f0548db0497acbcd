"""Texts without measure: endless lines, floods of marks, bombs of entities. They are read, in time that grows with their size."""

from pathlib import Path

import pytest

from newsread import aligning, pipeline
from newsread.errors import NewsreadError
from newsread.model import Article
from newsread.pipeline import read_story
from tests.hostile.texts import found_in

SENTENCE = "The minister said on Monday that talks with Japan would go on. "
ENTITIES = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "bomb"}">' for n in range(9))
PAGE = "<html><head><title>T</title></head><body><article><h1>A headline of a page</h1>{}</article></body></html>"


def _read(folder: Path, name: str, text: str) -> Article:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    (article,) = read_story([str(path)]).articles
    assert found_in(article.text) == []
    return article


@pytest.mark.parametrize(("text", "sentences"), [
    pytest.param("x" * 1_000_000, 1, id="one word of a megabyte"),
    pytest.param(SENTENCE * 2000, 2000, id="one line of many sentences"),
    pytest.param("U.S. " * 8000, 1, id="full stops that end nothing"),
    pytest.param(f"{SENTENCE}{' ' * 500_000}{SENTENCE}", 2, id="a gap"),
    pytest.param(f"{SENTENCE}{chr(10) * 500_000}{SENTENCE}", 2, id="empty lines"),
    pytest.param(f"{SENTENCE}A{chr(0x301) * 300_000} {SENTENCE}", 2, id="marks on one letter"),
    pytest.param("m\u200bi\u200dn\u2060ister " * 30_000, 1, id="invisible characters"),
    pytest.param(f"{'(' * 100_000} said {')' * 100_000}", 1, id="brackets"),
    pytest.param('"' * 100_000 + SENTENCE, 1, id="quotation marks"),
])  # fmt: skip
def test_a_text_without_measure_is_read(tmp_path: Path, text: str, sentences: int) -> None:
    assert len(_read(tmp_path, "one.txt", text).sentences) == sentences


def test_thousands_of_lines(tmp_path: Path) -> None:
    article = _read(tmp_path, "one.txt", "\n".join(f"{SENTENCE.strip()[:-1]} for {n} days." for n in range(2000)))
    assert len(article.sentences) == 2000


@pytest.mark.parametrize("text", [
    pytest.param(f"<!DOCTYPE x [{ENTITIES}]>{PAGE.format(f'<p>{SENTENCE * 5}&a8;</p>')}", id="entities of entities"),
    pytest.param(PAGE.format(f"<p>{SENTENCE * 5}{'&lt;' * 50_000}</p>"), id="many entities"),
    pytest.param(PAGE.format(f"<p>{SENTENCE * 5}{'&#x1b;]0;OWNED&#7;&#x9b;2J&#x202e;'}</p>"), id="entities that command"),
    pytest.param(PAGE.format(f"{'<div>' * 5000}<p>{SENTENCE * 5}</p>"), id="nested"),
    pytest.param(PAGE.format(f"<p>{SENTENCE * 5}</p>{'<a href=x>' * 5000}"), id="never closed"),
])  # fmt: skip
def test_a_page_that_means_harm_is_read_or_refused(tmp_path: Path, text: str) -> None:
    try:
        article = _read(tmp_path, "one.html", text)
    except NewsreadError:
        return
    assert "talks with Japan" in article.text
    assert article.text.count("bomb") < 1000


def test_of_a_story_without_end_the_beginning_is_compared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (aligning, pipeline):
        monkeypatch.setattr(module, "MOST_SENTENCES", 3)
    days = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"]
    for outlet, verb in (("Alpha", "agreed"), ("Beta", "were agreed")):
        lines = [f"On {day} the ministers {verb} to send {n + 3} ships to Guam." for n, day in enumerate(days)]
        (tmp_path / f"{outlet}.txt").write_text("\n\n".join(lines) + "\n", encoding="utf-8")
    read = read_story([str(tmp_path)])
    assert sum("only the first" in warning for warning in read.warnings) == 2
    story = pipeline.aligned(read)
    assert story.links
    assert max(max(link.source.sentence, link.target.sentence) for link in story.links) < 3
    assert len(story.articles[0].sentences) == 6
