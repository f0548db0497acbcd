"""How the programs under measurement are started: in a clean environment, with nothing cached."""

import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.terminal import Terminal

ROOT = Path(__file__).resolve().parents[1]
SEEDS = ROOT / "seeds" / "us-japan-2017"
SIZE = (160, 48)
PYTHON = sys.executable
LIMIT = 600.0
NEWSREAD = os.fspath(Path(sys.executable).with_name("newsread"))


@dataclass(frozen=True, slots=True)
class Usage:
    """What a program needed.

    Attributes:
        seconds: From start to end.
        peak: Largest resident memory, in MiB.
        output: What it wrote to standard output.
    """

    seconds: float
    peak: float
    output: bytes = b""


def environment(home: Path) -> dict[str, str]:
    """Variables for a program whose home, configuration and cache are ``home``; it compares as this one would."""
    return {
        "PATH": os.environ.get("PATH", os.defpath),
        "HOME": os.fspath(home),
        "XDG_CACHE_HOME": os.fspath(home / "cache"),
        "XDG_CONFIG_HOME": os.fspath(home / "config"),
        "XDG_DATA_HOME": os.fspath(home / "data"),
        "XDG_STATE_HOME": os.fspath(home / "state"),
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "LANG": "C.UTF-8",
        "NEWSREAD_CAREFUL": os.environ.get("NEWSREAD_CAREFUL", ""),  # empty: as by default
    }


def run(command: Sequence[str], home: Path, given: bytes = b"", limit: float = LIMIT, **variables: str) -> Usage:
    """Run a program to its end; it must succeed, in ``limit`` seconds at the most.

    Raises:
        RuntimeError: It did not.
    """
    with tempfile.TemporaryFile() as source, tempfile.TemporaryFile() as output, tempfile.TemporaryFile() as errors:
        source.write(given)
        source.seek(0)
        begun = time.perf_counter()
        process = subprocess.Popen(
            command, cwd=ROOT, env=environment(home) | variables, stdin=source, stdout=output, stderr=errors
        )
        alarm = threading.Timer(limit, process.kill)
        alarm.start()
        _, status, used = os.wait4(process.pid, 0)
        seconds = time.perf_counter() - begun
        alarm.cancel()
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            errors.seek(0)
            message = errors.read().decode("utf-8", "replace").strip() or f"exit status {process.returncode}"
            raise RuntimeError(f"took more than {limit:g} s" if seconds > limit else message[-200:])
        output.seek(0)
        written = output.read()
    # Linux counts in KiB, macOS in bytes.
    return Usage(seconds, used.ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10), written)


def tell(what: str) -> None:
    """Say on standard error what is being measured, while the table is not there yet."""
    sys.stderr.write(f"  {what}\n")
    sys.stderr.flush()


def reader(home: Path, *options: str, story: Path = SEEDS) -> Terminal:
    """The reader, open on the sample story or on another one."""
    return Terminal([NEWSREAD, *options, os.fspath(story)], environment(home), SIZE)


def one_static(home: Path) -> Terminal:
    """The reference app."""
    return Terminal([PYTHON, os.fspath(ROOT / "bench" / "one_static.py")], environment(home), SIZE)


def first_word() -> str:
    """A word that is on the screen once the first article is."""
    text = min(SEEDS.glob("*.txt")).read_text(encoding="utf-8").lstrip()
    return max(text[:40].split(), key=len)
