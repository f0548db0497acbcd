"""The command line: in this process, which loads what it needs once for all tests, or in one of its own."""

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from newsread_tui.cli import main

type Done = subprocess.CompletedProcess[bytes]
type Newsread = Callable[..., Done]

_PROGRAM = Path(sys.executable).with_name("newsread")
_PLACES = ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")


@pytest.fixture
def newsread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]) -> Newsread:
    """Run the command line in an empty folder with an empty home; what escapes from it as an error is a test's."""
    for place in _PLACES:
        monkeypatch.setenv(place, os.fspath(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)

    def run(*arguments: str | Path, given: bytes = b"") -> Done:
        words = [os.fspath(argument) for argument in arguments]
        with monkeypatch.context() as patch:
            patch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(given), encoding="utf-8"))
            capfdbinary.readouterr()
            try:
                status = main(words)
            except SystemExit as error:  # of argparse
                status = int(error.code or 0)
            sys.stdout.flush()
            sys.stderr.flush()
        return subprocess.CompletedProcess(words, status, *capfdbinary.readouterr())

    return run


@pytest.fixture
def newsread_alone(tmp_path: Path) -> Newsread:
    """Run the program that users have, in an empty folder with an empty home."""
    environment = {**os.environ, **{place: os.fspath(tmp_path / "home") for place in _PLACES}}

    def run(*arguments: str | Path, given: bytes = b"") -> Done:
        return subprocess.run(
            [_PROGRAM, *arguments], cwd=tmp_path, env=environment, input=given, capture_output=True, check=False
        )

    return run


@pytest.fixture
def align(newsread: Newsread) -> Callable[..., dict[str, Any]]:
    """The report of ``newsread align`` on sources that it can read."""

    def run(*arguments: str | Path, given: bytes = b"") -> dict[str, Any]:
        return reported(newsread("align", *arguments, given=given))

    return run


def reported(done: Done) -> dict[str, Any]:
    """What ``newsread align`` has written, as a value."""
    assert done.returncode == 0, done.stderr.decode()
    report: dict[str, Any] = json.loads(done.stdout)
    return report
