"""``newsread batch``: many stories, some of them bad, some of them done."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

import pytest

from newsread_tui.batches import Job, is_done, outcomes

type Newsread = Callable[..., subprocess.CompletedProcess[bytes]]

NEWSREAD = Path(sys.executable).with_name("newsread")


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    """Three stories, the second without an article."""
    for name in ("alpha", "beta", "gamma"):
        folder = tmp_path / "stories" / name
        folder.mkdir(parents=True)
        if name != "beta":
            for outlet in ("one", "other"):
                text = f"The {outlet} minister said on Monday that talks about {name} would go on.\n"
                (folder / f"{outlet}.txt").write_text(text, encoding="utf-8")
    return tmp_path / "stories"


def test_bad_stories_take_one_line_and_the_rest_is_resumed(newsread: Newsread, stories: Path, tmp_path: Path) -> None:
    first = newsread("batch", stories, "-o", "out", "--model", "none", "--jobs", "2")
    assert first.returncode == 1
    lines = first.stderr.decode().splitlines()
    assert len(lines) == 2
    assert "beta" in lines[0]
    assert lines[1] == "newsread: 2 written, 0 already there, 1 failed"
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["alpha.json", "gamma.json"]
    before = (tmp_path / "out" / "alpha.json").stat().st_mtime_ns
    (stories / "beta" / "one.txt").write_text("The minister said so on Monday.\n", encoding="utf-8")
    second = newsread("batch", stories, "-o", "out", "--model", "none")
    assert second.stderr.decode() == "newsread: 1 written, 2 already there, 0 failed\n"
    assert second.returncode == 0
    assert (tmp_path / "out" / "alpha.json").stat().st_mtime_ns == before


def test_what_is_older_than_its_articles_is_not_done(tmp_path: Path) -> None:
    (tmp_path / "story").mkdir()
    article, output = tmp_path / "story" / "one.txt", tmp_path / "story.json"
    article.write_text("text", encoding="utf-8")
    job = Job(str(tmp_path / "story"), str(output), "json")
    assert not is_done(job)
    output.write_text("{}", encoding="utf-8")
    assert is_done(job)
    os.utime(article, (time.time() + 60, time.time() + 60))
    assert not is_done(job)


def test_no_story_is_one_line(newsread: Newsread, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    for folder in ("empty", "nowhere"):
        done = newsread("batch", folder, "-o", "out")
        assert done.returncode == 2
        assert done.stderr.decode().count("\n") == 1


def test_ctrl_c_ends_all_processes(stories: Path, tmp_path: Path) -> None:
    command: list[str | Path] = [NEWSREAD, "batch", stories, "-o", tmp_path / "out", "--jobs", "2"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, start_new_session=True)
    with pytest.raises(subprocess.TimeoutExpired):
        process.wait(1.5)  # it is at work
    os.killpg(process.pid, signal.SIGINT)
    _, errors = process.communicate(timeout=30)
    assert process.returncode == 130
    assert b"Traceback" not in errors
    assert b"leaked" not in errors
    assert _is_gone(process.pid)


def _is_gone(group: int) -> bool:
    """Whether no process of a group is left, after a moment."""
    for _ in range(60):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.05)
    return False


def die_on_bad(job: Job) -> str:
    """What a process does that runs out of memory."""
    if job.folder == "bad":
        os.kill(os.getpid(), signal.SIGKILL)
    return job.folder


def test_a_process_that_dies_takes_only_its_own_story_with_it() -> None:
    jobs = [Job(name, "", "json") for name in ("a", "b", "bad", "c", "d", "e")]
    found = {job.folder: outcome for job, outcome in outcomes(jobs, 2, die_on_bad)}
    assert isinstance(found.pop("bad"), BrokenProcessPool)
    assert found == {name: name for name in "abcde"}
