"""What comes from others: which licences, and nothing that could run code where only values are wanted."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LISTED = (ROOT / "docs" / "licences.md").read_text(encoding="utf-8")
ROWS = re.findall(r"^\| ([a-z][\w.-]*) \| (\S+) \| (.*?) ?\|$", LISTED, re.MULTILINE)[1:]
# Licences under which a package may be used together with newsread; one of an "OR" is enough.
PERMISSIVE = {
    "0BSD", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "CNRI-Python", "ISC", "MIT", "MPL-1.1", "MPL-2.0", "PSF-2.0", "Zlib",
}  # fmt: skip
CODE_FROM_DATA = {"pickle", "_pickle", "marshal", "shelve", "dill", "cloudpickle", "joblib"}
RUNS = {"eval", "exec", "compile", "__import__"}
SOURCES = sorted(path for folder in ("core", "tui") for path in (ROOT / folder).rglob("*.py"))


def _installed(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def test_the_list_of_licences_is_what_the_packages_say() -> None:
    shown = subprocess.run(
        [sys.executable, ROOT / "docs" / "licences.py", "--show"], capture_output=True, text=True, check=True
    ).stdout
    if any(_installed(name) not in ("", number) for name, number, _ in ROWS if name != "onnxruntime"):
        pytest.skip("other versions are installed here than the lists name")
    assert shown == LISTED, "make licences"


@pytest.mark.parametrize(("name", "licence"), [(name, licence) for name, _, licence in ROWS])
def test_every_licence_allows_it(name: str, licence: str) -> None:
    allowed = [all(part in PERMISSIVE for part in choice.split(" AND ")) for choice in licence.split(" OR ")]
    assert any(allowed), f"{name}: {licence}"


def test_every_package_that_runs_is_listed() -> None:
    direct = {re.split(r"[<>=;]", line)[0] for line in re.findall(r'^ {4}"([a-z].*)",$', _dependencies(), re.MULTILINE)}
    assert direct
    assert direct <= {name for name, _, _ in ROWS}


def _dependencies() -> str:
    return (ROOT / "pyproject.toml").read_text(encoding="utf-8").partition("\ndependencies = [")[2].partition("\n]")[0]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_no_module_makes_code_of_data(path: Path) -> None:
    assert list(_dangers(ast.parse(path.read_text(encoding="utf-8")))) == []


def _dangers(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from CODE_FROM_DATA & {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            yield from CODE_FROM_DATA & {(node.module or "").partition(".")[0]}
        elif isinstance(node, ast.Call):
            if isinstance(node.func, ast.Name):
                yield from RUNS & {node.func.id}
            yield from (
                word.arg for word in node.keywords if word.arg in ("shell", "allow_pickle") and _is_true(word.value)
            )


def _is_true(node: ast.expr) -> bool:
    return not (isinstance(node, ast.Constant) and node.value is False)


def test_the_danger_would_be_seen() -> None:
    source = "import pickle.x\nfrom marshal import loads\neval('1')\nrun(1, shell=True)\nload(1, allow_pickle=False)"
    assert list(_dangers(ast.parse(source))) == ["pickle", "marshal", "eval", "shell"]
