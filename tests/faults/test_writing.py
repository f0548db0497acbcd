"""Whatever ends a write, what was there before is there still, or what was to be there is, whole."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from newsread.corrections import Anchor
from newsread_tui.state import Keeper, Session
from tests.faults.conftest import NEEDS_DISK

FAILING = Path(__file__).with_name("failing.py")
# Before and after; the second file of a page tells what the first one should be, so in between there is no page.
STATES = {
    "session": ("old", "old new", set()),
    "report": ("old", "new", set()),
    "saved": ("", "one.txt story.toml two.txt", set()),
    "page": ("old", "new", {""}),
    "analysis": ("old", "new", set()),
    "last": ("old", "new", set()),
    "screen": ("", "new", set()),
}


def _after(fault: str, writer: str, folder: Path) -> list[tuple[Any, Any]]:
    command: list[str | Path] = [sys.executable, FAILING, fault, writer, folder]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return [(how, found) for how, found in json.loads(done.stdout)]


@pytest.mark.parametrize("writer", STATES)
def test_killed_at_any_step_of_a_write(tmp_path: Path, writer: str) -> None:
    before, after, between = STATES[writer]
    found = [state for _, state in _after("killed", writer, tmp_path)]
    assert len(found) > 10, "the steps were not seen"
    assert {found[0], found[-1]} == {before, after}
    assert set(found) <= {before, after} | between
    turned = found.index(after)
    assert set(found[turned:]) == {after}


@pytest.mark.parametrize("writer", STATES)
@pytest.mark.parametrize(
    ("fault", "said"),
    [
        ("limited", "too large"),
        pytest.param("no_bytes", "No space left", marks=NEEDS_DISK),
        pytest.param("no_files", "No space left", marks=NEEDS_DISK),
    ],
)
def test_a_full_disk_leaves_what_was_there(tmp_path: Path, writer: str, fault: str, said: str) -> None:
    before, after, between = STATES[writer]
    (told, failed), (_, later), (_, half_written) = _after(fault, writer, tmp_path)
    assert failed in {before, *between}
    assert told == "" if writer in {"page", "analysis"} else said in told, "a cache says nothing, all else does"
    assert later == after, "there is room again"
    assert half_written == []


def test_what_a_killed_reader_left_half_written_is_cleared_away(tmp_path: Path) -> None:
    keeper = Keeper(tmp_path / "story.json")
    (tmp_path / ".half-written.tmp").write_text("{", encoding="utf-8")
    keeper.update(lambda _: Session(Anchor("a", 1, "One.")))
    assert sorted(path.name for path in tmp_path.iterdir()) == [".lock", "story.json"]
