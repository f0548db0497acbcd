"""The files of a folder that may be articles: what is hidden, huge or plainly no text is left aside, and told."""

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from newsread.manifest import MANIFEST_NAME
from newsread.reading.forms import Form, form_of
from newsread.text import one_line
from newsread.web.options import MAX_BYTES

MOST_FILES: Final = 200
_DEEPEST: Final = 4
# What lies beside articles and is none, whatever it holds.
_OTHER: Final = frozenset(
    ".png .jpg .jpeg .gif .webp .avif .svg .ico .bmp .tif .tiff .mp3 .mp4 .m4a .mov .avi .webm .ogg .wav .css .js .mjs"
    " .map .woff .woff2 .ttf .otf .eot .zip .tar .xz .bz2 .7z .py .pyc .sh .c .h .toml .yaml .yml .ini .cfg .lock"
    " .log .db .sqlite .exe .dll .so .o .bak .tmp .swp .part .crdownload .ds_store .csv .tsv .xlsx .xls .docx .doc"
    " .pptx".split()
)
# Where browsers put what a saved page needs, and programs what nobody reads.
_ASIDE: Final = ("_files", ".assets")
_ASIDE_NAMES: Final = frozenset({"node_modules", "__pycache__", "__MACOSX"})


class Folder:
    """The articles' files of a folder and its subfolders.

    Attributes:
        names: Paths below the folder, by name; what lies in the folder itself comes first.
        remarks: What was left aside, in one line; empty if nothing was.
    """

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._aside: Counter[str] = Counter()
        self.names: list[str] = []
        for name in _files(folder, self._aside):
            if reason := _reason(os.path.join(folder, name)):  # noqa: PTH118 - as the user wrote it
                self._aside[reason] += 1
            elif len(self.names) >= MOST_FILES:
                self._aside[f"beyond the first {MOST_FILES}"] += 1
            else:
                self.names.append(name)

    @property
    def remarks(self) -> tuple[str, ...]:
        """What was left aside."""
        told = ", ".join(f"{count} {reason}" for reason, count in sorted(self._aside.items()))
        return (f"{one_line(self._folder)}: left aside {told}",) if told else ()


def _files(folder: str, aside: Counter[str]) -> Iterator[str]:
    for place, inner, names in os.walk(folder, onerror=_complain if not aside else None):
        below = os.path.relpath(place, folder)
        depth = 0 if below == os.curdir else below.count(os.sep) + 1
        hidden = [name for name in (*inner, *names) if name.startswith(".")]
        aside.update({"hidden": len(hidden)} if hidden else {})
        if depth >= _DEEPEST and inner:
            aside["too deep"] += len(inner)
        kept = [name for name in inner if not (name.startswith(".") or _is_aside(name) or depth >= _DEEPEST)]
        inner[:] = sorted(kept)
        for name in sorted(names):
            if not name.startswith(".") and name != MANIFEST_NAME:
                yield name if depth == 0 else os.path.join(below, name)  # noqa: PTH118 - as the user wrote it


def _complain(error: OSError) -> None:
    raise error


def _is_aside(name: str) -> bool:
    return name in _ASIDE_NAMES or name.endswith(_ASIDE)


def _reason(path: str) -> str:
    """Why a file is no article, or nothing."""
    if Path(path).suffix.lower() in _OTHER:
        return "of other kinds"
    try:
        if not Path(path).is_file():
            return "that are no files"
        if Path(path).stat().st_size > MAX_BYTES:
            return f"larger than {MAX_BYTES // 1_000_000} MB"
        with Path(path).open("rb") as file:
            head = file.read(1024)
    except OSError:
        return ""  # said where it is read
    return "without text" if not head or (_is_binary(head) and form_of(head) is Form.TEXT) else ""


def _is_binary(head: bytes) -> bool:
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or head.count(0) > 0.4 * len(head):
        return False
    return b"\0" in head or sum(byte < 9 or 13 < byte < 32 for byte in head) > len(head) // 20
