"""Folders in disorder, and stories kept in them."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from newsread.errors import NothingToRead, OutputFailed
from newsread.export import to_dict
from newsread.model import Article
from newsread.pipeline import read_story
from newsread.sample import sample_story
from newsread.saving import save_story
from newsread.story import Story
from newsread.web.options import MAX_BYTES, FetchOptions
from tests.sources.server import running
from tests.sources.templates import STORY, agency, broadcaster, grey_lady, old_table, tabloid

OTHER = "The ferry is to cross the river from June on, a spokesman for the harbour said on Wednesday. Tickets will not be needed.\n"


def test_a_folder_of_a_mess(tmp_path: Path) -> None:
    (tmp_path / "deep" / "er").mkdir(parents=True)
    (tmp_path / ".hidden").mkdir()
    (tmp_path / "page_files").mkdir()
    for name, data in {
        "b.txt": OTHER.encode(), "page.html": agency().encode(), "page_files/ad.html": b"<html>", "deep/er/x.dat": b"# Harbour\n\nThe harbour will be dredged, officials said.\n",
        ".secret.txt": b"x", ".hidden/a.txt": b"x", "picture.png": b"\x89PNG", "noise": bytes(range(256)) * 9, "empty.txt": b"", "style.css": b"p {}",
    }.items():  # fmt: skip
        (tmp_path / name).write_bytes(data)
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    story = read_story(tmp_path)
    assert [Path(article.path).name for article in story.articles] == ["b.txt", "page.html", "x.dat"]
    assert story.warnings == (
        f"{tmp_path}: left aside 2 hidden, 1 larger than 10 MB, 2 of other kinds, 2 without text",
    )


def test_a_link_that_leads_round_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(OTHER)
    (tmp_path / "round").symlink_to(tmp_path, target_is_directory=True)
    assert len(read_story(tmp_path, keep_copies=True).articles) == 1


def kept(article: Article) -> dict[str, Any]:
    """What must be the same after saving and opening."""
    told = to_dict(Story((article,)))["articles"][0]
    sentences = [(sentence["text"], sentence["kind"]) for sentence in told["sentences"]]
    return {
        key: told[key]
        for key in ("id", "outlet", "title", "date", "url", "author", "language", "fetched", "also_in", "warnings")
    } | {"sentences": sentences}


def test_a_story_that_is_saved_opens_as_it_was(tmp_path: Path) -> None:
    with running() as site:
        paths = ["/agency", "/broadcaster", "/grey_lady", "/amp", "/truncated", "/plain"]
        fetching = FetchOptions(allow_private=True, cache=tmp_path / "cache")
        story = read_story([site.url + path for path in paths], fetching, keep_copies=True)
    files = save_story(story, tmp_path / "kept")
    assert files[0].name == "story.toml"
    again = read_story(tmp_path / "kept")
    assert [kept(article) for article in again.articles] == [kept(article) for article in story.articles]
    assert again.title == story.title
    assert all(article.fetched for article in again.articles)


def test_saving_what_was_saved_changes_no_byte(tmp_path: Path) -> None:
    for name, page in (
        ("a.html", agency()),
        ("b.html", broadcaster()),
        ("c.html", old_table()),
        ("d.txt", OTHER),
        ("e.html", grey_lady()),
    ):
        (tmp_path / name).write_text(page)
    first = save_story(read_story([tmp_path / f"{name}" for name in ("a.html", "d.txt")]), tmp_path / "one")
    second = save_story(read_story(tmp_path / "one"), tmp_path / "two")
    assert [path.name for path in first] == [path.name for path in second]
    for one, other in zip(first[1:], second[1:], strict=True):
        assert one.read_bytes() == other.read_bytes()


def test_the_sample_saved_keeps_its_sentences(tmp_path: Path) -> None:
    story = read_story(sample_story())
    save_story(story, tmp_path / "kept")
    again = read_story(tmp_path / "kept")
    assert [kept(a)["sentences"] for a in again.articles] == [kept(a)["sentences"] for a in story.articles]


def test_hostile_names_reach_no_file_and_no_toml(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(tabloid())
    story = read_story(tmp_path / "a.html")
    bad = replace(
        story.articles[0],
        outlet='../..\\ "x"\n[[article]]\x7f',
        title='"""\n\x1b',
        author="\\",
        url="https://a.example/\"'\\",
    )
    paths = save_story(replace(story, articles=(bad,), title='t"\n'), tmp_path / "kept")
    assert {path.parent for path in paths} == {tmp_path / "kept"}
    assert len(read_story(tmp_path / "kept").articles) == 1


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(OTHER)
    story = read_story(tmp_path / "a.txt")
    for folder in (tmp_path, tmp_path / "a.txt"):
        with pytest.raises(OutputFailed):
            save_story(story, folder)
    (tmp_path / "empty").mkdir()
    assert save_story(story, tmp_path / "empty")
    assert not list(tmp_path.glob(".newsread-*"))


def test_a_text_edited_by_hand_still_opens(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(agency())
    _, text = save_story(read_story(tmp_path / "a.html"), tmp_path / "kept")
    text.write_text(text.read_text() + "\nA paragraph that was added by hand closes the article here.\n")
    (article,) = read_story(tmp_path / "kept").articles
    assert "added by hand" in article.sentences[-1].text
    assert STORY.headline == article.title


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("[[article]]\nfile = 'a'\n\n[[article]]\nfile = 'b'\noutlet = 3\n", "line 6: article 2: outlet must be a text"),
        ("[[article]]\nfile = 'a'\nkinds = ['body', 'poem']\n", "line 3: article 1: no paragraph is a 'poem'"),
        ("[[article]]\nfile = 'a'\nfetched = 2024-05-14\n", "line 3: article 1: fetched must be a moment"),
        ("[[article]]\nfile = 'a'\nnotes = [1]\n", "line 3: article 1: notes must be a list of texts"),
        ("[[article]]\nfile = 'a'\nlanguage = 'English'\n", "line 3: article 1: language must be a code"),
        ("\n[[article]]\noutlet = 'a'\n", "line 2: article 1: file must name"), ("title = 1\n[[article]]\nfile = 'a'\n", "title must be a text"),
    ],
)  # fmt: skip
def test_a_fault_in_story_toml_is_told_with_its_line(tmp_path: Path, text: str, fault: str) -> None:
    (tmp_path / "story.toml").write_text(text)
    with pytest.raises(NothingToRead, match=fault):
        read_story(tmp_path)
