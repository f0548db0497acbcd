"""Copies of one text become one article that tells where the others are."""

from pathlib import Path

from newsread.model import Article
from newsread.pipeline import read_story
from newsread.reading.articles import article_from
from newsread.reading.twins import merged
from newsread.sources import RawDocument
from tests.sources.templates import STORY, amp, public_service, tabloid


def article(page: str, name: str = "page") -> Article:
    return article_from(RawDocument(name, page.encode()), 1)


def test_a_page_and_its_amp_twin_are_one() -> None:
    (one,) = merged([article(tabloid()), article(amp(), "amp.html")], [False, False])
    assert one.also_in == ("amp.html",)


def test_the_same_report_in_two_papers_is_one_and_names_the_other() -> None:
    shorter = public_service().replace(STORY.paragraphs[-1], "")
    (one,) = merged([article(shorter, "x"), article(tabloid())], [False, False])
    assert (one.outlet, one.also_in) == ("Channel 9 News", ("SBC News",))


def test_two_reports_with_a_quotation_in_common_stay_two() -> None:
    other = f"{STORY.paragraphs[1]} The river is to be dredged as well, which has not been done since the flood of 1962, an official said."
    assert len(merged([article(tabloid()), article(other)], [False, False])) == 2


def test_a_story_toml_and_all_keep_copies(tmp_path: Path) -> None:
    for name in ("a.html", "b.html"):
        (tmp_path / name).write_text(tabloid())
    assert len(read_story(tmp_path / "a.html").articles) == 1
    assert len(read_story([tmp_path / "a.html", tmp_path / "b.html"]).articles) == 1
    assert len(read_story([tmp_path / "a.html", tmp_path / "b.html"], keep_copies=True).articles) == 2
    (tmp_path / "story.toml").write_text('[[article]]\nfile = "a.html"\n[[article]]\nfile = "b.html"\n')
    assert len(read_story(tmp_path).articles) == 2
