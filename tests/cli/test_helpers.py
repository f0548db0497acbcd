"""``newsread doctor``, ``completion`` and ``help``."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from newsread_tui.commands import COMMANDS
from newsread_tui.commands.help import TOPICS

type Newsread = Callable[..., subprocess.CompletedProcess[bytes]]


def _needs(shell: str) -> pytest.MarkDecorator:
    return pytest.mark.skipif(shutil.which(shell) is None, reason=f"no {shell} on this machine")


def _out(done: subprocess.CompletedProcess[bytes]) -> str:
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


def _path(shell: str) -> str:
    found = shutil.which(shell)
    assert found
    return found


@pytest.mark.slow
def test_the_doctor_finds_everything_well_and_says_nothing_private(newsread: Newsread, tmp_path: Path) -> None:
    text = _out(newsread("doctor"))
    names = [line.split(maxsplit=1)[1].partition(":")[0] for line in text.splitlines()]
    known = {
        "newsread",
        "Python",
        "packages",
        "quick aligner",
        "careful aligner",
        "language model",
        "cache",
        "clipboard",
    }
    assert known <= set(names)
    assert "broken" not in text
    assert str(tmp_path) not in text
    assert os.uname().nodename not in text


def test_the_doctor_says_what_is_broken(newsread: Newsread, tmp_path: Path) -> None:
    (tmp_path / "home").write_text("a file where a folder should be", encoding="utf-8")
    done = newsread("doctor")
    assert done.returncode == 1
    assert b"broken  cache" in done.stdout


@pytest.mark.parametrize("topic", [*COMMANDS, *TOPICS])
def test_every_command_and_topic_is_explained(newsread: Newsread, topic: str) -> None:
    text = _out(newsread("help", topic))
    assert len(text.splitlines()) > 3
    assert max(map(len, text.splitlines())) <= 84
    if topic in COMMANDS:
        assert text == _out(newsread(topic, "--help"))


def test_help_alone_is_the_help(newsread: Newsread) -> None:
    assert _out(newsread("help")) == _out(newsread("--help"))
    assert newsread("help", "nonsense").returncode == 2


@_needs("bash")
@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["newsread", "re"], {"report"}),
        (["newsread", "report", "--fo"], {"--format"}),
        (["newsread", "report", "--format", "h"], {"html"}),
        (["newsread", "align", "x", "--format", ""], {"json", "jsonl", "csv"}),
        (["newsread", "help", "form"], {"formats"}),
        (["newsread", "report", "-o", "r"], set()),
        (["newsread", "x.txt", ""], set()),
    ],
)
def test_bash_completes(newsread: Newsread, tmp_path: Path, words: list[str], expected: set[str]) -> None:
    script = tmp_path / "completion"
    script.write_text(_out(newsread("completion", "bash")), encoding="utf-8")
    ask = f'. "{script}"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _newsread; echo "${{COMPREPLY[@]}}"'
    done = subprocess.run([_path("bash"), "-c", ask, "bash", *words], capture_output=True, text=True, check=True)
    assert set(done.stdout.split()) == expected
    assert done.stderr == ""


@_needs("zsh")
def test_zsh_takes_its_completion(newsread: Newsread, tmp_path: Path) -> None:
    (tmp_path / "_newsread").write_text(_out(newsread("completion", "zsh")), encoding="utf-8")
    ask = "fpath=(. $fpath); autoload -Uz compinit; compinit -D -u; zsh -n _newsread; autoload +X _newsread; which _newsread"
    done = subprocess.run([_path("zsh"), "-f", "-c", ask], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert "_arguments" in done.stdout
    assert done.stderr == ""


@_needs("fish")
@pytest.mark.parametrize(
    ("line", "expected"),
    [("newsread re", "report"), ("newsread report --form", "--format"), ("newsread report --format ht", "html")],
)
def test_fish_completes(newsread: Newsread, tmp_path: Path, line: str, expected: str) -> None:
    script = tmp_path / "newsread.fish"
    script.write_text(_out(newsread("completion", "fish")), encoding="utf-8")
    environment = {**os.environ, "HOME": str(tmp_path)}
    ask = f"source {script}; complete -C '{line}'"
    done = subprocess.run(
        [_path("fish"), "-N", "-c", ask], env=environment, cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert [each.split("\t")[0] for each in done.stdout.splitlines()] == [expected]
