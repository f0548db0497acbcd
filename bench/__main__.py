"""Measure and print a table for each part, all by default: ``python -m bench [--only PART]... [--gold FOLDER]``."""

import argparse
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Final

import newsread
from bench import alignment, analysis, growth, keys, remote, startup
from bench.document import PERFORMANCE, update
from bench.programs import ROOT, tell
from bench.table import HEAD, PEERS, Failure, Line, markdown
from bench.terminal import Unresponsive


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the benchmark.

    Attributes:
        title: What its table is called.
        measure: Gives its lines, one by one.
        head: What its columns are.
    """

    title: str
    measure: Callable[[Path], Iterator[Line]]
    head: tuple[str, ...] = HEAD


_PARTS: Final = {
    "startup": Part("Start-up", startup.measure),
    "keys": Part("Keys", keys.measure),
    "remote": Part("Over SSH", remote.measure),
    "analysis": Part("Analysis", analysis.measure),
    "growth": Part("Growth", growth.measure),
}


def main() -> int:
    """Measure the parts asked for, all of them by default."""
    args = _arguments()
    parts = dict(_PARTS)
    if args.gold:
        parts["peers"] = Part("Peers", partial(alignment.measure, gold=args.gold), PEERS)
    elif "peers" in (args.only or ()):
        raise SystemExit("bench: peers are compared on annotated stories: --gold FOLDER")
    circumstances, lines, tables = _circumstances(), list[Line](), dict[str, str]()
    print(circumstances)
    for name in args.only or parts:
        found = _measure(name, parts[name])
        tables[parts[name].title] = markdown(found, parts[name].head)
        print(f"\n## {parts[name].title}\n\n{tables[parts[name].title]}", flush=True)
        lines += found
    return _end(lines, tables, circumstances, args)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument("--only", action="append", choices=[*_PARTS, "peers"], help="measure this; may be repeated")
    parser.add_argument("--gold", type=Path, metavar="FOLDER", help="annotated stories, to compare other aligners on")
    parser.add_argument("--write", action="store_true", help="put the tables into docs/performance.md")
    parser.add_argument("--strict", action="store_true", help="exit with status 1 if a bound is not held")
    return parser.parse_args()


def _end(lines: list[Line], tables: dict[str, str], circumstances: str, args: argparse.Namespace) -> int:
    missed = sum(not line.held for line in lines)
    bounded = sum(line.bounded for line in lines)
    if bounded:
        print(f"\n{bounded - missed} of {bounded} bounds held")
    if os.getloadavg()[0] > 1.2 * (os.cpu_count() or 1):
        print("The machine had more to do than this: times are longer than they are at rest.")
    if args.write:
        update(tables, circumstances)
        print(f"Written to {PERFORMANCE.relative_to(ROOT)}")
    return 1 if missed and args.strict else 0


def _measure(name: str, part: Part) -> list[Line]:
    """The lines of one part; if it breaks off, those it gave and one that says why."""
    lines: list[Line] = []
    tell(f"{part.title} ...")
    begun = time.perf_counter()
    with tempfile.TemporaryDirectory(prefix="newsread-bench-") as home:
        try:
            lines.extend(part.measure(Path(home)))
        except (Unresponsive, RuntimeError) as error:
            lines.append(Failure(name, " ".join(str(error).split())[:100], columns=len(part.head)))
    tell(f"{part.title}: {time.perf_counter() - begun:.0f} s")
    return lines


def _circumstances() -> str:
    """Where and when: figures mean little without it."""
    facts = (
        f"newsread {newsread.__version__}",
        f"commit {_git('rev-parse', '--short', 'HEAD')}{' and changes' if _git('status', '--porcelain') else ''}",
        f"Python {platform.python_version()}",
        f"{platform.system()} {platform.machine()}",
        f"{_processor()}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} before",
        f"{datetime.now(UTC):%Y-%m-%d}",
    )
    return ", ".join(facts)


def _git(*words: str) -> str:
    done = subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout.strip() or ("unknown" if done.returncode else "")


def _processor() -> str:
    """The processor's name, where the system tells."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or "unknown processor"
    return next(
        (line.partition(":")[2].strip() for line in lines if line.startswith("model name")), "unknown processor"
    )


if __name__ == "__main__":
    sys.exit(main())
