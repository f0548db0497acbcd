"""What can't be opened: one clear line and exit status 2; what can be opened in part is, with a warning."""

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

type Newsread = Callable[..., subprocess.CompletedProcess[bytes]]

ARTICLE = b"The minister said on Monday that talks would go on.\n"


def _the_one_line(done: subprocess.CompletedProcess[bytes]) -> str:
    assert done.returncode == 2
    assert done.stdout == b""
    text = done.stderr.decode()
    assert text.count("\n") == 1
    assert text.startswith("newsread: ")
    return text


@pytest.mark.parametrize(
    ("content", "word"),
    [
        pytest.param(b"", "no text", id="empty"),
        pytest.param(b" \n\t\r\n", "no text", id="blank"),
        pytest.param(bytes(range(256)) * 40, "text", id="binary"),
        pytest.param(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 8, "text", id="picture"),
    ],
)
def test_a_file_that_is_no_article(newsread: Newsread, tmp_path: Path, content: bytes, word: str) -> None:
    (tmp_path / "page").write_bytes(content)
    line = _the_one_line(newsread("align", "page"))
    assert "page" in line
    assert word in line


def test_a_missing_file(newsread: Newsread) -> None:
    assert "nowhere.txt" in _the_one_line(newsread("align", "nowhere.txt"))


def test_an_empty_folder(newsread: Newsread, tmp_path: Path) -> None:
    (tmp_path / "story").mkdir()
    assert "story" in _the_one_line(newsread("align", "story"))


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_forbidden_file(newsread: Newsread, tmp_path: Path) -> None:
    (tmp_path / "secret").write_bytes(ARTICLE)
    (tmp_path / "secret").chmod(0)
    assert "secret" in _the_one_line(newsread("align", "secret"))


@pytest.mark.parametrize("arguments", [["align"], ["align", "a", "--format", "xml"], ["--nonsense"]])
def test_wrong_arguments(newsread: Newsread, arguments: list[str]) -> None:
    _the_one_line(newsread(*arguments))


def test_one_bad_source_among_good_ones_is_a_warning(newsread: Newsread, tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_bytes(ARTICLE)
    done = newsread("align", "one.txt", "nowhere.txt", "--model", "none")
    assert done.returncode == 0
    assert b"nowhere.txt" in done.stderr


@pytest.mark.parametrize("model", ["no_such_model", "/no/such/folder"])
def test_a_missing_model_still_aligns(newsread: Newsread, tmp_path: Path, model: str) -> None:
    (tmp_path / "one.txt").write_bytes(ARTICLE)
    done = newsread("align", "one.txt", "one.txt", "--model", model)
    assert done.returncode == 0
    assert model in done.stderr.decode()


def test_a_name_cannot_reach_the_terminal_raw(newsread: Newsread) -> None:
    assert "\x1b" not in _the_one_line(newsread("align", "a\x1b]0;owned\x07b"))
