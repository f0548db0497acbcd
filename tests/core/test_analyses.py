"""Analyses that are kept: each under its own key, nothing foreign is believed, and the folder keeps to its size."""

import os
import subprocess
import sys
import threading
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from newsread.analyses.cache import AnalysisCache
from newsread.analyses.kept import keep_analysis, kept_analysis
from newsread.analyses.key import analysis_key
from newsread.cache_files import Kept
from newsread.care import Care
from newsread.model import SentenceKind
from newsread.pipeline import Progress, analyse, open_story, read_story
from newsread.sample import sample_story
from newsread.text import OffsetMap
from tests.core.analysed import ARTICLES, BARE, TEXT, WHOLE


@pytest.fixture
def cache(tmp_path: Path) -> AnalysisCache:
    return AnalysisCache(tmp_path / "analyses")


@pytest.mark.parametrize(
    "change",
    [
        {"text": TEXT + "!"},
        {"published": date(2017, 8, 18)},
        {"language": "de"},
        {"id": "third"},
        {"outlet": "Third"},
        {"sentences": (replace(ARTICLES[0].sentences[0], kind=SentenceKind.BODY), ARTICLES[0].sentences[1])},
    ],
)
def test_the_key_changes_with_what_an_analysis_depends_on(change: dict[str, Any]) -> None:
    changed = (replace(ARTICLES[0], **change), ARTICLES[1])
    assert analysis_key(changed) != analysis_key(ARTICLES)


def test_the_key_is_the_same_wherever_the_same_texts_are_read_from() -> None:
    elsewhere = tuple(replace(a, path=f"/tmp/{a.id}", fetched=None, warnings=(), offsets=OffsetMap()) for a in ARTICLES)  # noqa: S108
    assert analysis_key(elsewhere) == analysis_key(ARTICLES)
    assert analysis_key(ARTICLES[::-1]) != analysis_key(ARTICLES)


def test_another_language_model_is_another_key(tmp_path: Path) -> None:
    keys = {analysis_key(ARTICLES, model) for model in (None, "en_core_web_sm", "no such model", str(tmp_path))}
    assert len(keys) == 4
    (tmp_path / "meta.json").write_text("{}")
    assert analysis_key(ARTICLES, str(tmp_path)) not in keys


def test_the_key_tells_how_carefully_sentences_were_compared_in_the_end() -> None:
    quick, careful, both = (analysis_key(ARTICLES, None, care) for care in Care)
    assert quick != careful == both


def test_a_changed_source_of_newsread_is_another_key(tmp_path: Path) -> None:
    code = "import sys; sys.path.insert(0, sys.argv[1])\nfrom newsread.analyses.key import analysis_key; print(analysis_key(()))"
    source = Path(analysis_key.__code__.co_filename).parents[1]
    (tmp_path / "newsread").mkdir()
    for path in source.rglob("*.py"):
        copy = tmp_path / "newsread" / path.relative_to(source)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(path.read_bytes())

    def key() -> str:
        return subprocess.run(
            [sys.executable, "-c", code, str(tmp_path)], check=True, capture_output=True, text=True
        ).stdout

    before = key()
    assert key() == before
    with (tmp_path / "newsread" / "overlap.py").open("a") as file:
        file.write("# another rule\n")
    assert key() != before


def test_what_was_kept_is_found_again(cache: AnalysisCache) -> None:
    assert kept_analysis(BARE, None, Care.CAREFUL, cache) is None
    keep_analysis(WHOLE, BARE, None, Care.CAREFUL, cache)
    assert kept_analysis(BARE, None, Care.CAREFUL, cache) == WHOLE
    assert kept_analysis(BARE, "another", Care.CAREFUL, cache) is None
    assert cache.folder.stat().st_mode & 0o077 == 0


def test_an_analysis_that_had_to_do_without_something_is_not_kept(cache: AnalysisCache) -> None:
    keep_analysis(replace(WHOLE, warnings=(*WHOLE.warnings, "no model")), BARE, None, Care.CAREFUL, cache)
    assert cache.kept().files == 0


def test_a_damaged_file_is_as_if_it_were_not_there(cache: AnalysisCache) -> None:
    keep_analysis(WHOLE, BARE, None, Care.CAREFUL, cache)
    (path,) = cache.folder.iterdir()
    whole = path.read_bytes()
    damaged = [whole[:size] for size in range(0, len(whole), 7)]
    damaged += [whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :] for at in range(0, len(whole), 5)]
    for data in [*damaged, b"", b"{}", whole + b"x"]:
        path.write_bytes(data)
        assert kept_analysis(BARE, None, Care.CAREFUL, cache) is None
    path.write_bytes(whole)
    assert kept_analysis(BARE, None, Care.CAREFUL, cache) == WHOLE


def test_a_file_of_another_key_is_not_believed(cache: AnalysisCache) -> None:
    cache.keep("a" * 64, {"x": 1})
    (path,) = cache.folder.iterdir()
    path.rename(cache.folder / path.name.replace("a", "b"))
    assert cache.find("b" * 64) is None


def test_a_folder_in_the_place_of_a_file_does_no_harm(cache: AnalysisCache) -> None:
    key = analysis_key(BARE.articles)
    (cache.folder / f"{key[:32]}.analysis").mkdir(parents=True)
    assert kept_analysis(BARE, None, Care.CAREFUL, cache) is None
    keep_analysis(WHOLE, BARE, None, Care.CAREFUL, cache)


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    cache = AnalysisCache(tmp_path / "file" / "analyses")
    keep_analysis(WHOLE, BARE, None, Care.CAREFUL, cache)
    assert kept_analysis(BARE, None, Care.CAREFUL, cache) is None
    assert cache.kept() == Kept(0, 0)
    cache.clear()


def test_what_has_not_been_used_for_longest_goes_first(tmp_path: Path) -> None:
    cache = AnalysisCache(tmp_path, most=1200)
    keys = [letter * 64 for letter in "abc"]
    for age, key in enumerate(keys):
        cache.keep(key, {"random": os.urandom(100).hex()})
        os.utime(tmp_path / f"{key[:32]}.analysis", (1000 + age, 1000 + age))
    assert cache.find(keys[0])  # used now
    while cache.find(keys[1]):
        os.utime(tmp_path / f"{keys[1][:32]}.analysis", (1001, 1001))
        cache.keep(os.urandom(32).hex(), {"random": os.urandom(100).hex()})
        assert cache.find(keys[0])
        assert cache.kept().size <= 1200


def test_a_file_that_nobody_finished_goes_when_it_is_old(cache: AnalysisCache) -> None:
    cache.folder.mkdir(parents=True)
    old, young = cache.folder / ".new-old", cache.folder / ".new-young"
    for path in (old, young):
        path.write_bytes(b"half")
    os.utime(old, (1000, 1000))
    cache.keep("a" * 64, {})
    assert not old.exists()
    assert young.exists()
    cache.clear()
    assert list(cache.folder.iterdir()) == []


def test_several_programs_may_keep_and_clear_at_once(cache: AnalysisCache) -> None:
    key, wrong = "a" * 64, list[object]()

    def work(number: int) -> None:
        for turn in range(60):
            cache.keep(key, {"text": "x" * 5000})
            found = cache.find(key)
            if found not in (None, {"text": "x" * 5000}):
                wrong.append(found)
            if number == 0 and turn % 10 == 0:
                cache.clear()

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


@pytest.mark.slow
def test_a_story_is_analysed_once(cache: AnalysisCache) -> None:
    articles = sorted(sample_story().glob("*.txt"))[:2]
    first = open_story(articles, cache=cache)
    steps = list[Progress]()
    again = analyse(read_story(articles), on_progress=steps.append, cache=cache)
    assert again == first
    assert steps == []
    assert analyse(read_story(articles)) == first
