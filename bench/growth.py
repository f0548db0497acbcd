"""How time and memory grow with the number of outlets."""

import math
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from bench.analysis import SENTENCES, write_crowd
from bench.programs import NEWSREAD, Usage, run, tell
from bench.table import Line, Row

OUTLETS: Final = (2, 5, 10, 20, 50)
_BOUNDED: Final = 20
_SECONDS: Final = 20.0
_MEMORY: Final = 1536.0


def measure(home: Path) -> Iterator[Line]:
    """Stories of ever more outlets, each analysed from nothing by ``newsread align``, and exponents of the growth."""
    used: list[Usage] = []
    for outlets in OUTLETS:
        tell(f"{outlets} outlets")
        crowd = home / f"crowd-{outlets}"
        write_crowd(crowd, outlets)
        used.append(run([NEWSREAD, "align", os.fspath(crowd), "--no-cache"], home))
        what = f"{outlets} outlets x {SENTENCES} sentences"
        bounded = outlets == _BOUNDED
        beside = f"{OUTLETS[0]} outlets"
        yield Row(what, used[-1].seconds, "s", _SECONDS if bounded else None, False, used[0].seconds, beside)
        yield Row(
            f"{what}, peak memory", used[-1].peak, "MiB", _MEMORY if bounded else None, False, used[0].peak, beside
        )
    pairs = [n * (n - 1) / 2 for n in OUTLETS]
    yield Row("exponent of the time in outlets, 10 to 50", _exponent(OUTLETS[2:], [u.seconds for u in used[2:]]), "")
    yield Row("exponent of the time in pairs of outlets", _exponent(pairs[2:], [u.seconds for u in used[2:]]), "")
    yield Row("exponent of the memory in outlets, 10 to 50", _exponent(OUTLETS[2:], [u.peak for u in used[2:]]), "")


def _exponent(sizes: Sequence[float], figures: Sequence[float]) -> float:
    """The slope of the line through the logarithms, by least squares."""
    x, y = ([math.log(value) for value in values] for values in (sizes, figures))
    middle, level = sum(x) / len(x), sum(y) / len(y)
    return sum((a - middle) * (b - level) for a, b in zip(x, y, strict=True)) / sum((a - middle) ** 2 for a in x)
