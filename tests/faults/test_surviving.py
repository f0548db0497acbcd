"""What newsread is given can fail it at any time: it goes on as far as it can, says so in a line, and breaks nothing."""

import json
import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bench.programs import environment
from newsread.analyses.cache import AnalysisCache
from newsread.web.cache import PageCache
from newsread.web.options import Fetched
from newsread_tui.batches import Job, is_done
from tests.faults.conftest import NEEDS_DISK, ON_LINUX, WITHOUT, Open, Run, plain, shows


@ON_LINUX
def test_a_home_that_cannot_be_written_to(read: Open, run: Run, story: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir(mode=0o555)
    terminal = read("power")
    terminal.press("j")
    terminal.press("B")
    shows(terminal, "cannot be kept")
    assert terminal.end("q") == 0
    assert not list(home.iterdir())
    assert plain(run("power", "--", "align", "--model", "none", "-q", story)) == []
    refused = run("power", "--", "report", "--model", "none", "-q", story, "-o", home / "report.txt")
    assert (refused.returncode, plain(refused)) == (1, [f"newsread: {home}/report.txt: Permission denied"])


@NEEDS_DISK
def test_a_home_on_a_full_disk(read: Open, run: Run, story: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    terminal = read(f"room={home}")
    terminal.press("j")
    terminal.press("B")
    shows(terminal, "cannot be kept")
    assert terminal.end("q") == 0
    done = run(f"room={home}", "--", "align", "--model", "none", "-q", story)
    assert (done.returncode, plain(done)) == (0, [])
    assert json.loads(done.stdout)["links"]
    report = ("report", story, "--model", "none", "-o", home / "report.txt")
    for words in (report, ("save", home / "kept", story)):
        done = run(f"room={home}", "--", *words, "-q")
        assert done.returncode == 1
        (line,) = plain(done)
        assert line.endswith("No space left on device")


def test_no_home_at_all(read: Open, story: Path, tmp_path: Path) -> None:
    bare = dict.fromkeys(("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"), "")
    terminal = read("home", **bare)
    terminal.press("B")
    shows(terminal, "cannot be kept")
    assert terminal.end("q") == 0
    variables = environment(tmp_path / "home") | bare
    command: list[str | Path] = [sys.executable, WITHOUT, "home", "--", "align", "--model", "none", "-q", story]
    done = subprocess.run(command, env=variables, capture_output=True, text=True, check=False)
    assert (done.returncode, plain(done)) == (0, [])


def test_folders_that_go_away_while_the_reader_runs(read: Open, tmp_path: Path) -> None:
    terminal = read()
    terminal.press("j")
    shutil.rmtree(tmp_path / "home", ignore_errors=True)
    for key in "jB":
        terminal.press(key)
    assert terminal.end("q") == 0
    (kept,) = (tmp_path / "home" / "state" / "newsread" / "stories").glob("*.json")
    assert json.loads(kept.read_text(encoding="utf-8"))["place"]["sentence"] == 2


# --- clocks -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("year", [1971, 2199])
def test_a_clock_that_was_wrong_for_a_while(tmp_path: Path, year: int) -> None:
    """What was kept at another time is used, kept and replaced like all else."""
    then = datetime(year, 1, 1, tzinfo=UTC)
    analyses = AnalysisCache(tmp_path / "analyses")
    analyses.keep("a" * 64, ["then"])
    pages, url = PageCache(tmp_path / "pages"), "https://newspaper.example/1"
    pages.keep(url, Fetched(url, b"then", None, then), {})
    for path in tmp_path.rglob("*"):
        os.utime(path, (then.timestamp(), then.timestamp()))
    assert analyses.find("a" * 64) == ["then"]
    analyses.keep("b" * 64, ["now"])
    assert analyses.find("b" * 64) == ["now"]
    known = pages.find(url)
    assert known
    assert known.page.fetched == then
    pages.keep(url, Fetched(url, b"now", None, datetime.now(UTC)), {})
    found = pages.find(url)
    assert found
    assert found.page.data == b"now"


def test_a_report_from_before_the_clock_was_set_back_is_made_again(tmp_path: Path) -> None:
    (tmp_path / "story").mkdir()
    article, report = tmp_path / "story" / "one.txt", tmp_path / "report.txt"
    for path in (article, report):
        path.write_text("x", encoding="utf-8")
    job = Job(str(article.parent), str(report), "text")
    os.utime(article, (4e9, 4e9))
    assert not is_done(job)


# --- memory -----------------------------------------------------------------------------------------------------------


@ON_LINUX
@pytest.mark.parametrize("megabytes", [230, 480, 900])
def test_too_little_memory(run: Run, story: Path, megabytes: int) -> None:
    """With less and less memory the meaning goes first, then all; never without a word, never with half a report."""
    done = run(f"memory={megabytes * 1_000_000}", "--", "align", "--model", "none", story)
    if done.returncode == 0:
        assert json.loads(done.stdout)["links"]
        plain(done)
    else:
        assert done.returncode == 1
        assert done.stdout == ""
        # numpy's own library ends the program itself; all its lines are alike.
        assert set(done.stderr.splitlines()) <= {
            "newsread: there is too little memory (open fewer or shorter articles, or allow newsread more)",
            "OpenBLAS error: Memory allocation still failed after 10 retries, giving up.",
        }


# --- streams ----------------------------------------------------------------------------------------------------------
