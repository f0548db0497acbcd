"""docs/performance.md: the tables of the last runs, each with where and when it was measured. Nobody types a figure."""

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from bench.programs import ROOT

PERFORMANCE: Final = ROOT / "docs" / "performance.md"
_BEGINNING: Final = """\
# Performance

Written by `make bench WRITE=1`. Each table says when, where and at which commit it was measured; a figure stands beside
a reference from the same run wherever there is one, because a machine has good days and bad ones. A bound that is not
held says NO. `make bench ONLY=startup` measures one part; the bounds are those of [the map](architecture.md#bounds).
"""


def update(tables: Mapping[str, str], circumstances: str, path: Path = PERFORMANCE) -> None:
    """Put new tables, by title, in the place of those of the same title; the others stay as they were."""
    old = path.read_text(encoding="utf-8") if path.exists() else ""
    parts = dict(re.findall(r"^## (.+?)\n\n(.*?)(?=^## |\Z)", old, re.MULTILINE | re.DOTALL))
    parts |= {title: f"{circumstances}.\n\n{table}\n" for title, table in tables.items()}
    text = [_BEGINNING, *(f"## {title}\n\n{body.strip()}\n" for title, body in parts.items())]
    path.write_text("\n".join(text), encoding="utf-8")
