"""One distribution, and lists of requirements that leave nothing to chance."""

import re
import tomllib
from importlib.metadata import distribution
from pathlib import Path

import pytest

import newsread

ROOT = Path(__file__).parents[1]
LISTS = ("run", "build", "dev")
_PIN = re.compile(r"^(?P<name>[a-z0-9.-]+)==(?P<version>[^ ;]+)(?P<marker> ;[^\\]*)?", re.MULTILINE)


def _list(name: str) -> str:
    return (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8")


def _pins(name: str) -> set[tuple[str, str]]:
    return {(pin["name"], pin["version"]) for pin in _PIN.finditer(_list(name))}


def _names(requirements: list[str]) -> set[str]:
    return {re.split(r"[<>=!~; \[]", requirement)[0].lower() for requirement in requirements}


def test_the_installed_distribution_is_this_one() -> None:
    installed = distribution("newsread")
    assert installed.version == newsread.__version__
    assert [script.value for script in installed.entry_points] == ["newsread_tui.cli:main"]
    assert installed.metadata["License-Expression"] == "Apache-2.0"


@pytest.mark.parametrize("name", LISTS)
def test_requirements_name_no_host_and_hash_every_pin(name: str) -> None:
    text = _list(name)
    assert "://" not in text
    entries = re.split(r"\n(?=[a-z])", text[text.index("\n", text.index("make lock")) + 1 :])
    assert all("--hash=sha256:" in entry for entry in entries)
    assert len(entries) == len(_PIN.findall(text))


def test_what_is_tested_is_what_is_run() -> None:
    assert _pins("run") <= _pins("dev")
    assert _pins("build") <= _pins("dev")


def test_every_dependency_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    assert _names(project["project"]["dependencies"]) <= {name for name, _ in _pins("run")}
    for group in ("build", "lint", "test"):
        assert _names(project["dependency-groups"][group]) <= {name for name, _ in _pins("dev")}, group
