"""Help, version and reports must not pay for what they do not use."""

import subprocess
import sys

import pytest

import newsread
from newsread_tui.commands import COMMANDS

_RUN = """
import sys
from newsread_tui.cli import main
sys.argv = ["newsread", *sys.argv[1:]]
try:
    status = main()
except SystemExit as exit:
    status = exit.code
print("LOADED", *{name.partition(".")[0] for name in sys.modules})
sys.exit(status)
"""


def _run(*args: str) -> tuple[int, str, set[str]]:
    done = subprocess.run([sys.executable, "-c", _RUN, *args], check=False, capture_output=True, text=True)
    output, _, loaded = done.stdout.rpartition("LOADED")
    return done.returncode, output, set(loaded.split())


@pytest.mark.parametrize("args", [["--help"], ["--version"], *([name, "--help"] for name in COMMANDS)])
def test_help_and_version_load_neither_screen_nor_model(args: list[str]) -> None:
    status, output, loaded = _run(*args)
    assert status == 0
    assert output.strip()
    assert not loaded & {"textual", "rich", "spacy", "numpy", "onnxruntime", "tokenizers"}


@pytest.mark.parametrize("args", [["--help"], ["--version"]])
def test_help_of_the_reader_loads_next_to_nothing(args: list[str]) -> None:
    """Dataclasses alone bring the compiler's tools with them, which takes longer than all the rest."""
    _, _, loaded = _run(*args)
    assert not loaded & {"dataclasses", "inspect", "json", "subprocess", "tomllib", "asyncio", "hashlib"}


def test_version_is_the_version() -> None:
    _, output, _ = _run("--version")
    assert newsread.__version__ in output


def test_a_missing_file_loads_no_screen() -> None:
    status, _, loaded = _run("no-such-file.txt")
    assert status == 2
    assert not loaded & {"textual", "spacy"}
