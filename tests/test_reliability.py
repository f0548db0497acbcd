"""What docs/reliability.md promises is shown by tests, and what the tests of faults show is promised there."""

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
PROMISES = (ROOT / "docs" / "reliability.md").read_text(encoding="utf-8")
SHOWN = set(re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", PROMISES))


def _tests(file: Path) -> set[str]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    functions = (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    return {function.name for function in functions if function.name.startswith("test_")}


def test_every_row_names_a_test_that_exists() -> None:
    rows = [line for line in PROMISES.splitlines() if line.startswith("|")][2:]
    assert [row for row in rows if "::" not in row] == []
    assert [(file, name) for file, name in SHOWN if name not in _tests(ROOT / file)] == []


def test_every_test_of_a_fault_is_promised() -> None:
    files = sorted((ROOT / "tests" / "faults").glob("test_*.py"))
    found = {(file.relative_to(ROOT).as_posix(), name) for file in files for name in _tests(file)}
    assert found
    assert found - SHOWN == set()
