"""``make`` finds a Python that is new enough wherever it is, and says what to do when there is none."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

MAKEFILE = Path(__file__).parents[1] / "Makefile"
MAKE = shutil.which("make")
pytestmark = pytest.mark.skipif(MAKE is None, reason="make is not installed")

_FIT = """#!/bin/sh
case "$1 $2" in
"--version ") echo "Python 3.12.0" ;;
"-m venv") /bin/mkdir -p .venv/bin && : >.venv/bin/python && /bin/chmod +x .venv/bin/python && echo "made by $0" ;;
esac
"""
_UNFIT = "#!/bin/sh\nexit 1\n"


def _interpreter(path: Path, script: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(script, encoding="utf-8")
    path.chmod(0o755)
    return path


def _make_environment(home: Path, *args: str) -> subprocess.CompletedProcess[str]:
    shutil.copy(MAKEFILE, home)
    for name in ("run", "build", "dev"):
        requirements = home / "requirements" / f"{name}.txt"
        requirements.parent.mkdir(exist_ok=True)
        if not requirements.exists():
            requirements.touch()
    environment = {"PATH": os.fspath(home / "bin"), "HOME": os.fspath(home)}
    command = [os.fspath(MAKE or ""), "-C", os.fspath(home), ".venv/new.stamp", *args]
    return subprocess.run(command, env=environment, check=False, capture_output=True, text=True)


def test_an_old_python_on_the_path_is_passed_over_for_a_new_one_of_pyenv(tmp_path: Path) -> None:
    _interpreter(tmp_path / "bin" / "python3", _UNFIT)
    _interpreter(tmp_path / ".pyenv" / "versions" / "3.11.7" / "bin" / "python3", _UNFIT)
    found = _interpreter(tmp_path / ".pyenv" / "versions" / "3.12.1" / "bin" / "python3", _FIT)
    assert f"made by {found}" in _make_environment(tmp_path).stdout


def test_a_python_of_uv_is_found_below_a_home_with_a_space(tmp_path: Path) -> None:
    home = tmp_path / "my home"
    managed = home / ".local" / "share" / "uv" / "python" / "cpython-3.13.1-linux-x86_64-gnu" / "bin" / "python3"
    assert f"made by {_interpreter(managed, _FIT)}" in _make_environment(home).stdout


def test_an_interpreter_can_be_named(tmp_path: Path) -> None:
    _interpreter(tmp_path / "bin" / "python3.12", _FIT)
    chosen = _interpreter(tmp_path / "elsewhere" / "python", _FIT)
    assert f"made by {chosen}" in _make_environment(tmp_path, f"PYTHON={chosen}").stdout


def test_an_environment_is_made_once_and_again_when_a_list_changes_or_its_python_goes(tmp_path: Path) -> None:
    _interpreter(tmp_path / "bin" / "python3.12", _FIT)
    assert "made by" in _make_environment(tmp_path).stdout
    assert "made by" not in _make_environment(tmp_path).stdout
    (tmp_path / "requirements" / "dev.txt").write_text("changed\n", encoding="utf-8")
    assert "made by" in _make_environment(tmp_path).stdout
    (tmp_path / ".venv" / "bin" / "python").unlink()
    assert "made by" in _make_environment(tmp_path).stdout


def test_without_any_python_one_line_says_what_to_install(tmp_path: Path) -> None:
    done = _make_environment(tmp_path, "CANDIDATES=python3")
    assert done.returncode == 2
    first, *rest = done.stderr.splitlines()
    assert first.startswith("newsread needs Python 3.12 or newer: install it")
    assert all(line.startswith("make: ") for line in rest)
