"""Analyses that are kept: nothing is lost, nothing foreign is believed, and the folder keeps to its size."""

import json
import os
import subprocess
import sys
import threading
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsread.analyses.cache import AnalysisCache
from newsread.analyses.kept import keep_analysis, kept_analysis
from newsread.analyses.key import analysis_key
from newsread.analyses.plain import Unfitting, added_parts, articles_from_plain, articles_to_plain, with_parts
from newsread.cache_files import Kept
from newsread.findings import (
    Change,
    Difference,
    DifferenceKind,
    Drift,
    DriftKind,
    Findings,
    Overlap,
    PassageOverlap,
    Quotation,
    QuotationKind,
    Run,
    Severity,
    Utterance,
)
from newsread.model import (
    Alignment,
    Article,
    Entity,
    EntityType,
    Evidence,
    Link,
    LinkKind,
    Mention,
    Sentence,
    SentenceKind,
    SentenceRef,
    Span,
)
from newsread.pipeline import Progress, analyse, open_story, read_story
from newsread.sample import sample_story
from newsread.story import Story
from newsread.text import OffsetMap

TEXT = "“Talks are the only way,” Ann Lee said. \U0001f30d No date \ud800 was set."
ARTICLES = tuple(
    Article(
        id=name, path=f"{name}.txt", outlet=name.title(), title="Talks", text=TEXT, published=date(2017, 8, 17), url="https://a.example",
        sentences=(Sentence(0, 38, TEXT[:38], SentenceKind.HEADLINE), Sentence(39, 61, TEXT[39:61], paragraph=1)),
        offsets=OffsetMap((3, 9), (1, 4)), warnings=("odd",), author="J. Doe", also_in=("Argus",), extracted=True,
        published_at=datetime(2017, 8, 17, 12, tzinfo=UTC), fetched=datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC),
    )
    for name in ("one", "other")
)  # fmt: skip
BARE = Story(ARTICLES, "Talks", warnings=("one could not be read",))
LINKS = tuple(
    Link(SentenceRef(0, n), SentenceRef(1, n), 1 / 3 + n / 7, LinkKind.PARTIAL, Evidence("only way", ("Lee",), ("2",), ("talks",)))
    for n in range(2)
)  # fmt: skip
FINDINGS = Findings(
    (Quotation(0, 1, 24, (0,), "Talks are the only way,", "Ann Lee", "Ann Lee", 0, "said", QuotationKind.FRAGMENT), Quotation(1, 1, 24, (0,), "Talks")),
    (Drift(0, 1, 0.75, DriftKind.REWORDED, (Change("a ", "b ", same=False),), speakers_differ=True),),
    (Utterance((0, 1), 0),),
    (Difference(LINKS[1], DifferenceKind.NUMBER, Severity.DRIFT, Span(0, 3), Span(1, 4), "3 / 4"),),
    (Overlap(0, 1, (Run(Span(0, 9), Span(0, 9), 6),), 0.5, 1.0, (PassageOverlap(LINKS[0], 0.5, 0.25),)),),
)  # fmt: skip
WHOLE = replace(
    BARE,
    alignment=Alignment(LINKS, 0.4, "learned"),
    entities=(Entity(0, "Ann Lee", EntityType.PERSON, (Mention(0, 26, 33), Mention(1, 26, 33))),),
    findings=FINDINGS,
)


@pytest.fixture
def cache(tmp_path: Path) -> AnalysisCache:
    return AnalysisCache(tmp_path / "analyses")


def through_json(plain: Any) -> Any:
    return json.loads(json.dumps(plain))


def test_an_analysis_comes_back_as_it_was() -> None:
    back = with_parts(BARE, through_json(added_parts(WHOLE, BARE)))
    assert back == WHOLE
    assert back.findings
    assert back.alignment
    # A difference is found by its link: it must be the very one.
    assert back.findings.differences[0].link is back.alignment.candidates[1]
    assert back.findings.overlaps[0].passages[0].link is back.alignment.candidates[0]


def test_articles_come_back_as_they_were() -> None:
    assert articles_from_plain(through_json(articles_to_plain(ARTICLES))) == ARTICLES


def test_what_the_other_side_knows_is_not_told_again() -> None:
    half = replace(BARE, alignment=WHOLE.alignment, warnings=(*BARE.warnings, "no names"))
    assert added_parts(half, BARE).keys() == {"alignment", "remarks"}
    whole = replace(WHOLE, warnings=half.warnings)
    assert added_parts(whole, half).keys() == {"entities", "findings"}
    assert with_parts(half, through_json(added_parts(whole, half))) == whole


JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-2, 9) | st.floats(allow_nan=False) | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=6) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
    max_leaves=12,
)


@given(JSON, st.sampled_from(["alignment", "entities", "findings", "remarks", "articles", "colour"]))
def test_anything_else_is_refused(plain: Any, name: str) -> None:
    for parts in (plain, {name: plain}):
        try:
            story = with_parts(BARE, parts)
        except Unfitting:
            continue
        # What fits is an analysis, if an empty one.
        assert with_parts(BARE, through_json(added_parts(story, BARE))) == story


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (["alignment", 0, 0, 0, 1], 9),
        (["alignment", 0, 0, 2], "high"),
        (["alignment", 0, 0, 3], "loose"),
        (["findings", 3, 0, 0], 2),
        (["findings", 3, 0, 0], -1),
        (["findings", 3, 0, 2], 7),
        (["entities", 0, 3, 0], [0, 1]),
    ],
)
def test_what_is_no_longer_of_its_kind_is_refused(place: list[Any], value: object) -> None:
    parts = through_json(added_parts(WHOLE, BARE))
    inner = parts
    for step in place[:-1]:
        inner = inner[step]
    inner[place[-1]] = value
    with pytest.raises(Unfitting):
        with_parts(BARE, parts)


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
    assert kept_analysis(BARE, None, cache) is None
    keep_analysis(WHOLE, BARE, None, cache)
    assert kept_analysis(BARE, None, cache) == WHOLE
    assert kept_analysis(BARE, "another", cache) is None
    assert cache.folder.stat().st_mode & 0o077 == 0


def test_an_analysis_that_had_to_do_without_something_is_not_kept(cache: AnalysisCache) -> None:
    keep_analysis(replace(WHOLE, warnings=(*WHOLE.warnings, "no model")), BARE, None, cache)
    assert cache.kept().files == 0


def test_a_damaged_file_is_as_if_it_were_not_there(cache: AnalysisCache) -> None:
    keep_analysis(WHOLE, BARE, None, cache)
    (path,) = cache.folder.iterdir()
    whole = path.read_bytes()
    damaged = [whole[:size] for size in range(0, len(whole), 7)]
    damaged += [whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :] for at in range(0, len(whole), 5)]
    for data in [*damaged, b"", b"{}", whole + b"x"]:
        path.write_bytes(data)
        assert kept_analysis(BARE, None, cache) is None
    path.write_bytes(whole)
    assert kept_analysis(BARE, None, cache) == WHOLE


def test_a_file_of_another_key_is_not_believed(cache: AnalysisCache) -> None:
    cache.keep("a" * 64, {"x": 1})
    (path,) = cache.folder.iterdir()
    path.rename(cache.folder / path.name.replace("a", "b"))
    assert cache.find("b" * 64) is None


def test_a_folder_in_the_place_of_a_file_does_no_harm(cache: AnalysisCache) -> None:
    key = analysis_key(BARE.articles)
    (cache.folder / f"{key[:32]}.analysis").mkdir(parents=True)
    assert kept_analysis(BARE, None, cache) is None
    keep_analysis(WHOLE, BARE, None, cache)


def test_where_nothing_can_be_written_nothing_is_kept(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    cache = AnalysisCache(tmp_path / "file" / "analyses")
    keep_analysis(WHOLE, BARE, None, cache)
    assert kept_analysis(BARE, None, cache) is None
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
def test_the_sample_is_analysed_once(cache: AnalysisCache) -> None:
    first = open_story(str(sample_story()), cache=cache)
    steps = list[Progress]()
    again = analyse(read_story(str(sample_story())), on_progress=steps.append, cache=cache)
    assert again == first
    assert steps == []
    assert analyse(read_story(str(sample_story()))) == first
