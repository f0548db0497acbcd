"""What the user named, as documents: files, folders with or without ``story.toml``, standard input.

A source that cannot be read never hides the others: it becomes a :class:`Failure`, a line the front end shows.
"""

import os
import stat
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from newsread.errors import (
    NewsreadError,
    SourceEmpty,
    SourceError,
    SourceForbidden,
    SourceMissing,
    SourceTooLarge,
)
from newsread.folders import Folder
from newsread.manifest import MANIFEST_NAME, ManifestEntry, read_manifest
from newsread.naming import is_address
from newsread.reading.facts import Facts
from newsread.text import one_line
from newsread.web.options import FetchOptions

MAX_BYTES: Final = 10_000_000
STANDARD_INPUT: Final = "-"
_USUAL: Final = FetchOptions()


@dataclass(frozen=True, slots=True)
class RawDocument:
    """The bytes of one article and what is known about them.

    Attributes:
        path: Where they were read from, as the user gave it.
        data: The bytes.
        stated: What a ``story.toml``, a record or the fetching says of the article.
        encoding: What a server says the bytes are encoded in.
        bare: Whether the bytes are a text taken out of another document.
        warnings: What the reader should know of how they were got, one line each.
    """

    path: str
    data: bytes
    stated: Facts = field(default_factory=Facts)
    encoding: str | None = None
    bare: bool = False
    warnings: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """What messages call it."""
        return "standard input" if self.path == STANDARD_INPUT else one_line(self.path)


@dataclass(frozen=True, slots=True)
class Failure:
    """A source that gave no article, and why."""

    path: str
    error: NewsreadError


@dataclass(frozen=True, slots=True)
class Gathered:
    """Everything the named sources gave.

    Attributes:
        documents: In the order given; within a folder in the order of its ``story.toml``, else by name.
        failures: Sources that gave none.
        title: Name of the story, when a ``story.toml`` tells it.
        remarks: What the reader should know of the sources, one line each.
    """

    documents: tuple[RawDocument, ...]
    failures: tuple[Failure, ...] = ()
    title: str = ""
    remarks: tuple[str, ...] = ()


def gather(sources: Sequence[str], fetching: FetchOptions = _USUAL) -> Gathered:
    """Read everything ``sources`` names: files, folders, web addresses, or ``-`` for standard input.

    Raises:
        Cancelled: ``fetching.should_stop`` said so.
    """
    documents: list[RawDocument] = []
    failures: list[Failure] = []
    told = _Told()
    pages = _fetched([source for source in sources if is_address(source)], fetching)
    for source in sources:
        try:
            for found in [pages.pop(0)] if is_address(source) else _open(source, told):
                if isinstance(found, RawDocument):
                    documents.append(found)
                else:
                    failures.append(found)
        except NewsreadError as error:
            failures.append(Failure(source, error))
    title = told.titles[0] if len(told.titles) == 1 else ""
    return Gathered(tuple(documents), tuple(failures), title, tuple(told.remarks))


@dataclass
class _Told:
    titles: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


def _fetched(urls: list[str], fetching: FetchOptions) -> list[RawDocument | Failure]:
    """What each address gave, all of them asked at once."""
    if not urls:
        return []
    from newsread.web.together import fetch_all  # the network's libraries, for those who use it

    found: list[RawDocument | Failure] = []
    for url, page in zip(urls, fetch_all(urls, fetching), strict=True):
        if isinstance(page, NewsreadError):
            found.append(Failure(url, page))
        else:
            stated = Facts(url=page.url, fetched=page.fetched)
            found.append(RawDocument(url, page.data, stated, encoding=page.encoding, warnings=page.warnings))
    return found


def _open(source: str, told: _Told) -> Iterator[RawDocument | Failure]:
    if source == STANDARD_INPUT:
        yield RawDocument(STANDARD_INPUT, sys.stdin.buffer.read(MAX_BYTES + 1))
    elif os.path.isdir(source):  # noqa: PTH112 - a name no file can have is False here, an error for Path
        yield from _open_folder(source, told)
    else:
        yield RawDocument(source, _read(source))


def _open_folder(folder: str, gathered: _Told) -> Iterator[RawDocument | Failure]:
    try:
        names = os.listdir(folder)  # noqa: PTH208 - as the user wrote it
        manifest = read_manifest(Path(folder, MANIFEST_NAME)) if MANIFEST_NAME in names else None
        found = Folder(folder) if manifest is None else None
    except OSError as error:
        raise _explained(folder, error) from error
    if manifest is not None:
        gathered.titles += [manifest.title] if manifest.title else []
        entries: Sequence[tuple[str, Facts]] = [(entry.file, entry) for entry in manifest.entries]
    else:
        entries = [(name, Facts()) for name in found.names] if found else []
        gathered.remarks += found.remarks if found else ()
    if not entries:
        raise SourceEmpty(f"{one_line(folder)}: there is no text file in this folder", "articles are texts or pages")
    for name, stated in entries:
        path = os.path.join(folder, name)  # noqa: PTH118 - "./a" stays "./a", as the user wrote it
        try:
            notes = stated.notes if isinstance(stated, ManifestEntry) else ()
            yield RawDocument(path, _read(path), stated, warnings=notes)
        except SourceError as error:
            yield Failure(path, error)


def _read(path: str) -> bytes:
    name = one_line(path)
    try:
        mode = Path(path).stat().st_mode
        # Pipes such as bash's <(...) are welcome; a device would never end.
        if not (stat.S_ISREG(mode) or stat.S_ISFIFO(mode)):
            raise SourceError(f"{name}: not a file")
        with Path(path).open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise _explained(name, error) from error
    if len(data) > MAX_BYTES:
        raise SourceTooLarge(f"{name}: larger than {MAX_BYTES // 1_000_000} MB, which no article is")
    return data


def _explained(name: str, error: OSError | ValueError) -> SourceError:
    name = one_line(name)
    if isinstance(error, FileNotFoundError):
        return SourceMissing(f"{name}: no such file or folder")
    if isinstance(error, PermissionError):
        return SourceForbidden(f"{name}: no permission to read it")
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return SourceError(f"{name}: {reason}")
