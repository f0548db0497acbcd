"""What newsread is given can fail it at any time: it goes on as far as it can, says so in a line, and breaks nothing."""

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import UTC, datetime
from pathlib import Path

import pyte
import pytest

from bench.programs import NEWSREAD, environment
from bench.terminal import Terminal
from newsread.analyses.cache import AnalysisCache
from newsread.web.cache import PageCache
from newsread.web.options import Fetched
from newsread_tui.batches import Job, is_done

WITHOUT = Path(__file__).with_name("without.py")
SIZE = (100, 30)
ON_LINUX = pytest.mark.skipif(
    sys.platform != "linux", reason="limits and permissions are taken away in the way of Linux"
)

type Open = Callable[..., Terminal]
type Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """Two articles."""
    folder = tmp_path / "story"
    folder.mkdir()
    told = {
        "alpha": "Officials said on day {} that talks would go on.",
        "beta": "Talks will go on, officials said on day {}.",
    }
    for outlet, words in told.items():
        lines = [words.format(day) for day in range(12)]
        (folder / f"{outlet}.txt").write_text("\n\n".join([f"{outlet} headline", *lines]) + "\n", encoding="utf-8")
    return folder


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run newsread without something, standard input and output being what they are told to be."""

    def without(*words: str | Path, **streams: object) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, WITHOUT, *words]
        given = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE} | streams
        return subprocess.run(command, env=environment(tmp_path / "home"), text=True, check=False, **given)  # type: ignore[call-overload, no-any-return]

    return without


@pytest.fixture
def read(tmp_path: Path, story: Path) -> Iterator[Open]:
    """Open the reader on the two articles, without some things, and without a language model."""
    with ExitStack() as stack:

        def opened(*words: str, **variables: str) -> Terminal:
            command = [sys.executable, os.fspath(WITHOUT), *words, "--", "--model", "none", os.fspath(story)]
            terminal = stack.enter_context(Terminal(command, environment(tmp_path / "home") | variables, SIZE))
            terminal.wait_until(lambda _: "locked" in _screen(terminal), "the reader")
            terminal.settle(0.5)
            return terminal

        yield opened


def _screen(terminal: Terminal) -> str:
    screen = pyte.Screen(*SIZE)
    pyte.ByteStream(screen).feed(terminal.written)
    return "\n".join(screen.display)


def _shows(terminal: Terminal, words: str) -> None:
    terminal.wait_until(lambda _: words in _screen(terminal), words)


def _plain(done: subprocess.CompletedProcess[str]) -> list[str]:
    """The lines about what went wrong; each is newsread's own."""
    lines = done.stderr.splitlines()
    assert all(line.startswith("newsread: ") for line in lines), done.stderr
    return lines


# --- homes and folders ----------------------------------------------------------------------------------------------


@ON_LINUX
def test_a_home_that_cannot_be_written_to(read: Open, run: Run, story: Path, tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir(mode=0o555)
    terminal = read("power")
    terminal.press("j")
    terminal.press("B")
    _shows(terminal, "cannot be kept")
    assert terminal.end("q") == 0
    assert not list(home.iterdir())
    assert _plain(run("power", "--", "align", "--model", "none", "-q", story)) == []
    refused = run("power", "--", "report", "--model", "none", "-q", story, "-o", home / "report.txt")
    assert (refused.returncode, _plain(refused)) == (1, [f"newsread: {home}/report.txt: Permission denied"])


def test_no_home_at_all(read: Open, story: Path, tmp_path: Path) -> None:
    bare = dict.fromkeys(("XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"), "")
    terminal = read("home", **bare)
    terminal.press("B")
    _shows(terminal, "cannot be kept")
    assert terminal.end("q") == 0
    variables = environment(tmp_path / "home") | bare
    command: list[str | Path] = [sys.executable, WITHOUT, "home", "--", "align", "--model", "none", "-q", story]
    done = subprocess.run(command, env=variables, capture_output=True, text=True, check=False)
    assert (done.returncode, _plain(done)) == (0, [])


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
        _plain(done)
    else:
        assert done.returncode == 1
        assert done.stdout == ""
        # numpy's own library ends the program itself; all its lines are alike.
        assert set(done.stderr.splitlines()) <= {
            "newsread: there is too little memory (open fewer or shorter articles, or allow newsread more)",
            "OpenBLAS error: Memory allocation still failed after 10 retries, giving up.",
        }


# --- streams ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words", [("--version",), ("--help",), ("help", "formats"), ("align", "--model", "none", "-q", "STORY")]
)
def test_output_that_cannot_be_written(run: Run, story: Path, words: tuple[str, ...]) -> None:
    named = [story if word == "STORY" else word for word in words]
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = run("--", *named, stdout=full)
    assert (done.returncode, len(_plain(done))) == (1, 1)


@pytest.mark.parametrize("number", [0, 1, 2])
def test_a_standard_stream_that_is_closed(story: Path, tmp_path: Path, number: int) -> None:
    closing = f'exec {number}>&-; exec "$0" "$@"'
    command: list[str | Path] = [
        "sh",
        "-c",
        closing,
        NEWSREAD,
        "align",
        "--model",
        "none",
        "-q",
        *(["-"] if number == 0 else []),
        story,
    ]
    done = subprocess.run(command, env=environment(tmp_path), capture_output=True, text=True, check=False)
    _plain(done)
    assert done.returncode == (1 if number == 1 else 0)
    assert bool(done.stdout) == (number != 1)


def test_a_reader_of_the_output_that_goes_away(story: Path, tmp_path: Path) -> None:
    command = [NEWSREAD, "align", "--model", "none", "-q", os.fspath(story)]
    with subprocess.Popen(
        command, env=environment(tmp_path), stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.close()
        assert process.stderr.read() == ""
    assert process.returncode == 1


# --- signals ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("number", [signal.SIGHUP, signal.SIGTERM])
def test_a_signal_to_end_keeps_the_place(read: Open, tmp_path: Path, number: signal.Signals) -> None:
    terminal = read()
    for key in "jjj":
        terminal.press(key)
    os.kill(terminal._process.pid, number)
    assert terminal.ended() == 128 + number
    (kept,) = (tmp_path / "home" / "state" / "newsread" / "stories").glob("*.json")
    assert json.loads(kept.read_text(encoding="utf-8"))["place"]["sentence"] == 3
    if number is signal.SIGTERM:
        assert b"\x1b[?1049l" in terminal.written, "the terminal is given back"


def test_ctrl_c_does_not_end_the_reading(read: Open) -> None:
    terminal = read()
    terminal.press("\x03")
    _shows(terminal, "to quit")
    assert terminal.end("q") == 0


def test_a_command_that_is_told_to_end_leaves_nothing_half_written(story: Path, tmp_path: Path) -> None:
    output = tmp_path / "out" / "report.txt"
    output.parent.mkdir()
    output.write_text("before", encoding="utf-8")
    command = [NEWSREAD, "report", os.fspath(story), "-o", os.fspath(output)]
    with subprocess.Popen(command, env=environment(tmp_path), stderr=subprocess.DEVNULL) as process:
        process.terminate()
        assert process.wait(20) == -signal.SIGTERM
    assert [path.name for path in output.parent.iterdir()] == ["report.txt"]
    assert output.read_text(encoding="utf-8") == "before"
