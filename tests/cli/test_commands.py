"""Commands without a screen: what they write where, and what they leave alone."""

import csv
import json
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from newsread.sample import sample_story

type Newsread = Callable[..., subprocess.CompletedProcess[bytes]]

NEWSREAD = Path(sys.executable).with_name("newsread")
# Finding names takes two seconds, and only few of these tests need them.
NAMELESS = ("--model", "none", "--quiet")
ONE = "The minister said on Monday that “talks are the only way” to end the dispute over fishing.\n\nNo date was set.\n"
OTHER = (
    "Talks are the only way to end the fishing dispute, the minister said on Monday.\n\nThe fleet returned to port.\n"
)


@pytest.fixture(autouse=True)
def pair(tmp_path: Path) -> None:
    """Two short articles that share one passage, in the folder where commands run."""
    (tmp_path / "one.txt").write_text(ONE, encoding="utf-8")
    (tmp_path / "other.txt").write_text(OTHER, encoding="utf-8")


def _out(done: subprocess.CompletedProcess[bytes]) -> str:
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


@pytest.mark.parametrize(
    ("name", "beginning"),
    [
        ("a.txt", "The minister"), ("a.md", "# "), ("a.html", "<!DOCTYPE html>"), ("a.json", "{"), ("a.csv", "score,"),
        ("a.svg", "<svg "), ("a", "Untitled story"),
    ],
)  # fmt: skip
def test_the_name_of_the_file_tells_the_form(newsread: Newsread, tmp_path: Path, name: str, beginning: str) -> None:
    assert _out(newsread("report", "one.txt", "other.txt", *NAMELESS, "-o", name)) == ""
    written = (tmp_path / name).read_text(encoding="utf-8")
    assert written.startswith((beginning, "Untitled story"))


def test_a_report_goes_to_standard_output_as_text(newsread: Newsread) -> None:
    text = _out(newsread("report", "one.txt", "other.txt", *NAMELESS))
    assert "Passage 1 of 1. In all 2 outlets" in text
    assert "The fleet returned to port." in text


@pytest.mark.parametrize("output", ["one.txt", "./one.txt", "link.txt"])
def test_a_source_is_never_written_over(newsread: Newsread, tmp_path: Path, output: str) -> None:
    (tmp_path / "link.txt").symlink_to("one.txt")
    done = newsread("report", "one.txt", "other.txt", *NAMELESS, "-o", output)
    assert done.returncode == 1
    assert b"one of the sources" in done.stderr
    assert (tmp_path / "one.txt").read_text(encoding="utf-8") == ONE


def test_a_file_of_a_folder_is_a_source_too(newsread: Newsread, tmp_path: Path) -> None:
    done = newsread("report", ".", *NAMELESS, "-o", "other.txt")
    assert done.returncode == 1
    assert (tmp_path / "other.txt").read_text(encoding="utf-8") == OTHER


def test_what_was_there_stays_until_the_new_one_is_complete(newsread: Newsread, tmp_path: Path) -> None:
    old = tmp_path / "old.html"
    old.write_text("old", encoding="utf-8")
    old.chmod(0o640)
    assert newsread("report", "one.txt", "nowhere.txt/x", "-o", "old.html", "--threshold", "2").returncode == 2
    assert old.read_text(encoding="utf-8") == "old"
    _out(newsread("report", "one.txt", "other.txt", *NAMELESS, "-o", "old.html"))
    assert "</html>" in old.read_text(encoding="utf-8")
    assert old.stat().st_mode & 0o777 == 0o640
    assert sorted(path.name for path in tmp_path.iterdir() if path.is_file()) == ["old.html", "one.txt", "other.txt"]


def test_no_such_folder_to_write_to(newsread: Newsread) -> None:
    done = newsread("report", "one.txt", "other.txt", *NAMELESS, "-o", "no/such/report.md")
    assert done.returncode == 1
    assert done.stderr.decode().count("\n") == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_a_full_disk_is_one_line() -> None:
    articles = sorted(sample_story().glob("*.txt"))[:2]
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [NEWSREAD, "align", *articles, *NAMELESS], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 1
    assert done.stderr.decode().splitlines() == ["newsread: the output could not be written: No space left on device"]


def test_links_as_lines_and_as_rows(newsread: Newsread) -> None:
    lines = _out(newsread("align", "one.txt", "other.txt", "--format", "jsonl", *NAMELESS)).splitlines()
    rows = list(
        csv.DictReader(_out(newsread("align", "one.txt", "other.txt", "--format", "csv", *NAMELESS)).splitlines())
    )
    assert [json.loads(line)["source_text"] for line in lines] == [row["source_text"] for row in rows]
    assert ONE.startswith(rows[0]["source_text"])


def test_two_articles_side_by_side(newsread: Newsread) -> None:
    text = _out(newsread("diff", "one.txt", "other.txt", "--quiet"))
    assert "1 passage in both" in text
    assert "Only in" in text
    columns = _out(newsread("diff", "one.txt", "other.txt", "--quiet", "--format", "columns", "--width", "70"))
    assert max(map(len, columns.splitlines())) <= 70
    assert "\x1b" not in columns
    assert newsread("diff", "one.txt").returncode == 2


def test_tables_in_a_pipe_have_tabs(newsread: Newsread) -> None:
    head, *rows = _out(newsread("coverage", "one.txt", "other.txt", "--quiet")).splitlines()
    assert head.split("\t")[:2] == ["number", "passage"]
    assert [row.split("\t")[2:] for row in rows] == [["yes", "yes"]]
    assert _out(newsread("entities", "one.txt", "other.txt", *NAMELESS)).startswith("name\ttype\t")
    head, first, *_ = _out(newsread("quotes", "one.txt", "other.txt", *NAMELESS)).splitlines()
    assert head.split("\t")[0] == "utterance"
    assert first.split("\t")[-1] == "talks are the only way"


def test_quiet_is_quiet_about_all_but_errors(newsread: Newsread) -> None:
    assert b"nowhere" in newsread("coverage", "one.txt", "nowhere.txt").stderr
    assert newsread("coverage", "one.txt", "nowhere.txt", "--quiet").stderr == b""
    assert newsread("coverage", "nowhere.txt", "--quiet").stderr != b""


def test_a_reader_that_leaves_is_no_error_message() -> None:
    command = f"'{NEWSREAD}' report '{sample_story()}' --format html --model none --quiet | head -c 10"
    done = subprocess.run(["/bin/sh", "-c", command], capture_output=True, check=False)
    assert done.stdout == b"<!DOCTYPE "
    assert done.stderr == b""


@pytest.mark.parametrize("delay", [0.3, 1.0, 1.8])
def test_ctrl_c_ends_at_once_and_leaves_nothing(tmp_path: Path, delay: float) -> None:
    out = tmp_path / "out"
    out.mkdir()
    sources = [sample_story()] * 4
    command: list[str | Path] = [NEWSREAD, "report", *sources, "-o", out / "report.html"]
    process = subprocess.Popen(command, stderr=subprocess.PIPE, stdout=subprocess.PIPE)
    with pytest.raises(subprocess.TimeoutExpired):
        process.wait(delay)  # it is at work
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=30)
    assert process.returncode == 130
    assert b"Traceback" not in errors
    assert not list(out.iterdir())


def test_a_table_has_all_its_columns_however_many(newsread: Newsread, tmp_path: Path) -> None:
    for number in range(12):
        (tmp_path / f"outlet{number:02}.txt").write_text(ONE.replace("Monday", f"day {number}"), encoding="utf-8")
    sources = [f"outlet{number:02}.txt" for number in range(12)]
    for width in ("40", "80"):
        text = _out(newsread("coverage", *sources, "--all", "--quiet", "--format", "table", "--width", width))
        head = next(line for line in text.splitlines() if line.split()[:1] == ["passage"])
        assert head.split()[1:] == [str(number) for number in range(1, 13)]
