"""The command line as its users have it: another process."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

type Done = subprocess.CompletedProcess[bytes]
type Newsread = Callable[..., Done]

_PROGRAM = Path(sys.executable).with_name("newsread")


@pytest.fixture
def newsread(tmp_path: Path) -> Newsread:
    """Run ``newsread`` in an empty folder with an empty home."""
    places = ("HOME", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME")
    environment = {**os.environ, **{place: os.fspath(tmp_path / "home") for place in places}}

    def run(*arguments: str | Path, given: bytes = b"") -> Done:
        return subprocess.run(
            [_PROGRAM, *arguments], cwd=tmp_path, env=environment, input=given, capture_output=True, check=False
        )

    return run


@pytest.fixture
def align(newsread: Newsread) -> Callable[..., dict[str, Any]]:
    """The report of ``newsread align`` on sources that it can read."""

    def run(*arguments: str | Path, given: bytes = b"") -> dict[str, Any]:
        done = newsread("align", *arguments, given=given)
        assert done.returncode == 0, done.stderr.decode()
        report: dict[str, Any] = json.loads(done.stdout)
        return report

    return run
