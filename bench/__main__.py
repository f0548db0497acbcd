"""Measure everything and print one table: ``python -m bench [--only startup|keys|analysis|remote] [--strict]``."""

import argparse
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import newsread
from bench import analysis, keys, remote, startup
from bench.programs import ROOT
from bench.table import Failure, Line, markdown
from bench.terminal import Unresponsive

_PARTS: Final[dict[str, Callable[[Path], Iterator[Line]]]] = {
    "startup": startup.measure,
    "keys": keys.measure,
    "analysis": analysis.measure,
    "remote": remote.measure,
}


def main() -> int:
    """Run the parts asked for, all of them by default."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--only", action="append", choices=_PARTS, help="measure this part; may be repeated")
    parser.add_argument("--strict", action="store_true", help="exit with status 1 if a bound is not held")
    args = parser.parse_args()
    print(_circumstances(), end="\n\n")
    lines = [line for name in args.only or _PARTS for line in _measure(name)]
    print(markdown(lines))
    missed = sum(not line.held for line in lines)
    print(f"\n{len(lines) - missed} of {len(lines)} bounds held")
    if os.getloadavg()[0] > 1.2 * (os.cpu_count() or 1):
        print("The machine had more to do than this: times are longer than they are at rest.")
    return 1 if missed and args.strict else 0


def _measure(name: str) -> list[Line]:
    """The lines of one part; if it breaks off, those it gave and one that says why."""
    lines: list[Line] = []
    with tempfile.TemporaryDirectory(prefix="newsread-bench-") as home:
        try:
            lines.extend(_PARTS[name](Path(home)))
        except (Unresponsive, RuntimeError) as error:
            lines.append(Failure(name, " ".join(str(error).split())[:100]))
    return lines


def _circumstances() -> str:
    """Where and when: figures mean little without it."""
    command = ["git", "rev-parse", "--short", "HEAD"]
    commit = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    facts = (
        f"newsread {newsread.__version__}",
        commit.stdout.strip() or "no commit",
        f"Python {platform.python_version()}",
        f"{platform.system()} {platform.machine()}",
        f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} before",
        f"{datetime.now(UTC):%Y-%m-%d}",
    )
    return ", ".join(facts)


if __name__ == "__main__":
    sys.exit(main())
