"""How carefully commands compare: as their arguments say, else as the environment does, else carefully."""

from pathlib import Path

import pytest

from tests.cli.conftest import Newsread

TEXT = "Talks are the only way to end the {} dispute, the minister said on Monday.\n\nThe fleet returned to port.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A story of two short articles."""
    story = tmp_path / "story"
    story.mkdir()
    for word in ("fishing", "fishery"):
        (story / f"{word}.txt").write_text(TEXT.format(word), encoding="utf-8")
    return story


@pytest.mark.parametrize(
    ("said", "variable", "method"),
    [
        ((), None, "careful"),
        ((), "", "careful"),
        ((), "true", "careful"),
        ((), "perhaps", "careful"),
        ((), "off", "learned"),
        (("--quick",), None, "learned"),
        (("--quick",), "true", "learned"),
    ],
)
def test_a_report_says_how_its_passages_were_matched(
    newsread: Newsread,
    folder: Path,
    monkeypatch: pytest.MonkeyPatch,
    said: tuple[str, ...],
    variable: str | None,
    method: str,
) -> None:
    if variable is None:
        monkeypatch.delenv("NEWSREAD_CAREFUL")
    else:
        monkeypatch.setenv("NEWSREAD_CAREFUL", variable)
    done = newsread("report", folder, "--format", "text", "--model", "none", *said)
    assert done.returncode == 0
    assert f"the {method} aligner" in done.stdout.decode()


def test_a_batch_compares_as_it_is_told(newsread: Newsread, folder: Path, tmp_path: Path) -> None:
    done = newsread("batch", folder.parent, "-o", tmp_path / "out", "--format", "text", "--model", "none", "--quick")
    assert done.returncode == 0, done.stderr.decode()
    assert "the learned aligner" in (tmp_path / "out" / "story.txt").read_text(encoding="utf-8")
