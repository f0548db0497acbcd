"""``newsread cache`` and ``--no-cache``."""

from pathlib import Path

import pytest

from tests.cli.conftest import Newsread

NAMELESS = "--model=none"


@pytest.fixture
def pair(tmp_path: Path) -> tuple[Path, Path]:
    one, two = tmp_path / "one.txt", tmp_path / "two.txt"
    one.write_text("The minister said on Monday that “talks are the only way” to end it.\n\nNo date was set.\n")
    two.write_text("Talks are the only way to end it, the minister said on Monday.\n\nThe fleet returned.\n")
    return one, two


def kept(newsread: Newsread) -> str:
    done = newsread("cache", "analyses")
    assert done.returncode == 0
    return " ".join(done.stdout.decode().split()[1:3])


def test_an_analysis_is_kept_used_and_removed(newsread: Newsread, pair: tuple[Path, Path]) -> None:
    assert kept(newsread) == "0 kept,"
    assert newsread("align", *pair, "--no-cache").returncode == 0
    assert kept(newsread) == "0 kept,"
    first = newsread("align", *pair)
    assert kept(newsread) == "1 kept,"
    assert newsread("align", *pair).stdout == first.stdout
    assert (
        newsread("coverage", *pair, "--format", "tsv").stdout
        == newsread("coverage", *pair, "--no-cache", "--format", "tsv").stdout
    )
    cleared = newsread("cache", "--clear")
    assert cleared.returncode == 0
    assert b"1 removed" in cleared.stdout
    assert kept(newsread) == "0 kept,"


def test_without_names_nothing_is_kept(newsread: Newsread, pair: tuple[Path, Path]) -> None:
    assert newsread("align", *pair, NAMELESS).returncode == 0
    assert kept(newsread) == "0 kept,"


def test_a_part_that_is_none(newsread: Newsread) -> None:
    done = newsread("cache", "--clear", "bookmarks")
    assert done.returncode == 2
    assert done.stderr.decode().startswith("newsread: bookmarks is not a part of the cache: analyses, pages")
