"""How time and memory grow with the number of outlets."""

import math
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from bench.analysis import SENTENCES, write_crowd
from bench.programs import NEWSREAD, Usage, run, tell
from bench.table import Failure, Line, Row

OUTLETS: Final = (2, 5, 10, 20, 50)
_BOUNDED: Final = 20
_SECONDS: Final = 20.0
_MEMORY: Final = 1536.0
_PATIENCE: Final = 240.0
"""Seconds for one story."""
_FROM: Final = 2  # smaller stories say more of what has to be loaded than of growth


def measure(home: Path) -> Iterator[Line]:
    """Stories of ever more outlets, each analysed from nothing by ``newsread align --quick``, and how all grows.

    One of them is compared carefully as well, which takes longer in proportion to the sentences. What takes longer than
    one has patience for is told as such, and nothing larger is tried.
    """
    used: list[Usage] = []
    for outlets in OUTLETS:
        tell(f"{outlets} outlets")
        crowd = home / f"crowd-{outlets}"
        write_crowd(crowd, outlets)
        what = f"{outlets} outlets x {SENTENCES} sentences"
        bounded = outlets == _BOUNDED
        command = [NEWSREAD, "align", os.fspath(crowd), "--no-cache"]
        try:
            used.append(run([*command, "--quick"], home, limit=_PATIENCE))
        except RuntimeError as error:
            # Smaller than what is bounded: then that is not held either.
            yield Failure(what, " ".join(str(error).split())[-60:], outlets <= _BOUNDED)
            break
        beside = f"{OUTLETS[0]} outlets"
        yield Row(what, used[-1].seconds, "s", _SECONDS if bounded else None, False, used[0].seconds, beside)
        yield Row(
            f"{what}, peak memory", used[-1].peak, "MiB", _MEMORY if bounded else None, False, used[0].peak, beside
        )
        if bounded:
            yield from _carefully(command, what, home, used[-1])
    yield from exponents(used)


def _carefully(command: Sequence[str], what: str, home: Path, quick: Usage) -> Iterator[Row]:
    careful = run(command, home, limit=_PATIENCE)
    yield Row(f"{what}, carefully", careful.seconds, "s", _SECONDS, False, quick.seconds, "quickly")
    yield Row(f"{what}, carefully, peak memory", careful.peak, "MiB", _MEMORY, False, quick.peak, "quickly")


def exponents(used: Sequence[Usage]) -> Iterator[Row]:
    """How time and memory grow from ten outlets on; nothing where fewer than two such stories were measured."""
    sizes, used = OUTLETS[_FROM : len(used)], used[_FROM:]
    if len(sizes) < 2:
        return
    span = f"{sizes[0]} to {sizes[-1]}"
    pairs = [n * (n - 1) / 2 for n in sizes]
    yield Row(f"exponent of the time in outlets, {span}", _exponent(sizes, [u.seconds for u in used]), "")
    yield Row("exponent of the time in pairs of outlets", _exponent(pairs, [u.seconds for u in used]), "")
    yield Row(f"exponent of the memory in outlets, {span}", _exponent(sizes, [u.peak for u in used]), "")


def _exponent(sizes: Sequence[float], figures: Sequence[float]) -> float:
    """The slope of the line through the logarithms, by least squares."""
    x, y = ([math.log(value) for value in values] for values in (sizes, figures))
    middle, level = sum(x) / len(x), sum(y) / len(y)
    return sum((a - middle) * (b - level) for a, b in zip(x, y, strict=True)) / sum((a - middle) ** 2 for a in x)
