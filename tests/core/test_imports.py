"""The library knows no screen, and pays for heavy imports only when it needs them.

The import contracts in pyproject.toml look at the source; these tests look at what a running program has loaded.
"""

import subprocess
import sys

_SCREEN = {"textual", "rich", "newsread_tui"}
_HEAVY = {"spacy", "thinc", "onnxruntime", "tokenizers", "numpy", "charset_normalizer"}

_IMPORT_PUBLIC = "import newsread"
_IMPORT_ALL = """
import importlib, pkgutil, newsread
for module in pkgutil.walk_packages(newsread.__path__, "newsread."):
    importlib.import_module(module.name)
"""
_LIST = "\nimport sys; print(*{name.partition('.')[0] for name in sys.modules})"


def _loaded_by(code: str) -> set[str]:
    done = subprocess.run([sys.executable, "-c", code + _LIST], check=True, capture_output=True, text=True)
    return set(done.stdout.split())


def test_importing_the_library_loads_nothing_heavy() -> None:
    assert not _loaded_by(_IMPORT_PUBLIC) & (_SCREEN | _HEAVY)


def test_no_module_of_the_library_loads_a_screen_or_a_model_runtime() -> None:
    assert not _loaded_by(_IMPORT_ALL) & (_SCREEN | {"spacy", "onnxruntime"})
