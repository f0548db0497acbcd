"""Streams that close, disks that are full, signals to end: the place is kept, nothing is half-written, one line says why."""

import json
import os
import signal
import subprocess
from pathlib import Path

import pytest

from bench.programs import NEWSREAD, environment
from tests.faults.conftest import Open, Run, plain, shows


@pytest.mark.parametrize(
    "words", [("--version",), ("--help",), ("help", "formats"), ("align", "--model", "none", "-q", "STORY")]
)
def test_output_that_cannot_be_written(run: Run, story: Path, words: tuple[str, ...]) -> None:
    named = [story if word == "STORY" else word for word in words]
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        done = run("--", *named, stdout=full)
    assert (done.returncode, len(plain(done))) == (1, 1)


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
    plain(done)
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
    shows(terminal, "to quit")
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
