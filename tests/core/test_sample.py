"""The sample story is found, from a checkout and from an installation."""

import tomllib
from pathlib import Path

import pytest

from newsread import sample
from newsread.errors import SourceMissing


def test_the_story_has_five_articles_named_in_its_manifest() -> None:
    story = sample.sample_story()
    files = {path.name for path in story.glob("*.txt")}
    manifest = tomllib.loads((story / "story.toml").read_text(encoding="utf-8"))
    assert len(files) == 5
    assert {article["file"] for article in manifest["article"]} == files


def test_an_installed_package_uses_its_own_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    installed = tmp_path / "site-packages" / "newsread"
    story = installed / "data" / "seeds" / "us-japan-2017"
    story.mkdir(parents=True)
    monkeypatch.setattr(sample, "__file__", str(installed / "sample.py"))
    assert sample.sample_story() == story


def test_a_missing_sample_is_an_error_for_people(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sample, "__file__", str(tmp_path / "a" / "newsread" / "sample.py"))
    with pytest.raises(SourceMissing, match="sample story"):
        sample.sample_story()
