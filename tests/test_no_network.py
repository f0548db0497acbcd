"""Nothing is asked of the network, left behind or unpickled by an analysis, unless an address was named."""

import json
import os
import re
import shutil
import socket
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bench.programs import environment
from newsread.sample import sample_story
from tests.conftest import NetworkUsed

_WITHOUT = Path(__file__).parent / "faults" / "without.py"
_STRACE = shutil.which("strace")
# Any family but Unix sockets, and connecting or sending anywhere.
_OUTWARD = re.compile(r"\b(?:connect|sendto|sendmsg|sendmmsg)\([^\n]*AF_INET")


@dataclass(frozen=True)
class Analysis:
    """A whole analysis, run as users do: libraries that keep quiet in continuous integration are not told of it."""

    home: Path
    calls: str | None
    errors: str
    report: dict[str, Any]


@pytest.fixture(scope="module")
def analysis(tmp_path_factory: pytest.TempPathFactory) -> Analysis:
    home, calls = tmp_path_factory.mktemp("home"), tmp_path_factory.mktemp("calls") / "network"
    watch = [_STRACE, "-f", "-qq", "-e", "trace=network", "-o", os.fspath(calls)] if _STRACE else []
    command = [sys.executable, os.fspath(_WITHOUT), "pickle", "--", "align", os.fspath(sample_story())]
    done = subprocess.run([*watch, *command], env=environment(home), capture_output=True, text=True, check=False)
    if watch and "ptrace" in done.stderr:  # not allowed here
        done = subprocess.run(command, env=environment(home), capture_output=True, text=True, check=False)
        calls.unlink(missing_ok=True)
    assert done.returncode == 0, done.stderr
    report = json.loads(done.stdout)
    return Analysis(home, calls.read_text(encoding="utf-8") if calls.exists() else None, done.stderr, report)


@pytest.mark.slow
def test_an_analysis_leaves_nothing_in_the_home_but_what_is_ours(analysis: Analysis) -> None:
    assert not [path for path in analysis.home.rglob("*") if path.is_file() and "newsread" not in path.parts]
    assert analysis.errors == ""


@pytest.mark.slow
def test_an_analysis_unpickles_nothing(analysis: Analysis) -> None:
    """It ran where nothing can be unpickled; its links and names show that encoder and language model were at work."""
    assert max(link["score"] for link in analysis.report["links"]) > 0.9
    assert len(analysis.report["entities"]) > 10


@pytest.mark.slow
def test_an_analysis_asks_nothing_of_the_network(analysis: Analysis) -> None:
    if analysis.calls is None:
        pytest.skip("strace, which sees what libraries do below Python, is not installed or not allowed here")
    assert not _OUTWARD.findall(analysis.calls)


def test_the_tests_themselves_reach_no_other_machine() -> None:
    with socket.socket() as outward, pytest.raises(NetworkUsed):
        outward.connect(("192.0.2.1", 80))
    with socket.socket(type=socket.SOCK_DGRAM) as outward, pytest.raises(NetworkUsed):
        outward.sendto(b"?", ("192.0.2.1", 53))
    for query in (lambda name: socket.getaddrinfo(name, 443), socket.gethostbyname, socket.gethostbyname_ex):
        with pytest.raises(NetworkUsed):
            query("newspaper.example")
