"""Fuzz for a while: ``python -m tests.fuzz SECONDS [TARGET...]``.

With atheris, where it is installed, mutation is led by what the code covers; without it Hypothesis mutates by itself. What is
found is written to ``.fuzz/``; put it into ``tests/fuzz/found/``, whose files every run of the tests feeds again.
"""

import hashlib
import subprocess
import sys
import time
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

FOUND: Final = Path(".fuzz")
_ROUND: Final = 200  # examples between two looks at the clock


def main() -> int:
    """Feed each target for its share of the time."""
    seconds, targets = float(sys.argv[1]), sys.argv[2:] or _targets()
    FOUND.mkdir(exist_ok=True)
    # Each in a process of its own: what one breaks or fills, the next does not meet.
    program = "from tests.fuzz.__main__ import run; import sys; run(sys.argv[1], float(sys.argv[2]))"
    failed = []
    for target in targets:
        command = [sys.executable, "-c", program, target, str(seconds / len(targets))]
        if subprocess.run(command, check=False).returncode:
            failed.append(target)
    sys.stdout.write(f"found something: {', '.join(failed)}\n" if failed else "found nothing\n")
    return 1 if failed else 0


def run(target: str, seconds: float) -> None:
    """Feed one target; ends the process with a status other than 0 if something is found."""
    led = find_spec("atheris") is not None
    sys.stdout.write(f"{target}: {seconds:.0f} s with {'atheris' if led else 'Hypothesis'}\n")
    sys.stdout.flush()
    if led:
        _with_atheris(target, seconds)
    else:
        _with_hypothesis(target, seconds)


def _with_atheris(target: str, seconds: float) -> None:
    atheris: Any = import_module("atheris")  # no dependency: it has no wheels for some systems
    with atheris.instrument_imports(include=["newsread", "newsread_tui"]):
        from tests.fuzz.target import feed
        from tests.fuzz.targets import TARGETS, WORDS

    corpus = FOUND / "corpus" / target
    corpus.mkdir(parents=True, exist_ok=True)
    for seed in TARGETS[target].seeds:
        (corpus / hashlib.sha256(seed).hexdigest()[:16]).write_bytes(seed)
    words = FOUND / "words"
    words.write_text("".join(f'"{"".join(f"\\x{byte:02x}" for byte in word)}"\n' for word in WORDS if len(word) < 64))
    limits = [f"-max_total_time={int(seconds)}", "-timeout=20", "-rss_limit_mb=3000", "-max_len=20000", "-verbosity=0"]
    atheris.Setup(
        ["fuzz", *limits, f"-dict={words}", f"-artifact_prefix={FOUND}/{target}-", str(corpus)],
        lambda data: feed(TARGETS[target], data),
    )
    atheris.Fuzz()


def _with_hypothesis(target: str, seconds: float) -> None:
    from hypothesis import HealthCheck, given, settings

    from tests.fuzz.mutating import mutated
    from tests.fuzz.target import feed
    from tests.fuzz.targets import TARGETS

    last = b""

    @settings(max_examples=_ROUND, deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(mutated(target))
    def one(data: bytes) -> None:
        nonlocal last
        last = data
        feed(TARGETS[target], data)

    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            one()
        except BaseException:
            (FOUND / f"{target}-{hashlib.sha256(last).hexdigest()[:16]}").write_bytes(last)
            raise


def _targets() -> list[str]:
    from tests.fuzz.targets import TARGETS

    return list(TARGETS)


if __name__ == "__main__":
    sys.exit(main())
