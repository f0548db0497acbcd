"""The story that was read last, so that ``newsread`` alone opens it again."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from newsread.naming import is_address
from newsread_tui.files import replace_file
from newsread_tui.settings.places import state_folder

SCHEMA = 1


@dataclass(frozen=True, slots=True)
class Last:
    """A story by what it was opened from.

    Attributes:
        sources: Files and folders by their whole paths, and addresses.
        title: What it is called.
        keep_copies: Whether copies of one text were kept apart.
    """

    sources: tuple[str, ...]
    title: str = ""
    keep_copies: bool = False

    @property
    def fetched(self) -> bool:
        """Whether some of it comes from the network, or from the cache of what came from there."""
        return any(map(is_address, self.sources))


def remember(sources: Sequence[str], title: str, *, keep_copies: bool) -> None:
    """Keep what is being read, unless it cannot be opened a second time.

    Raises:
        OutputFailed: It cannot be written.
    """
    if "-" in sources:
        return  # standard input is not there twice
    whole = [source if is_address(source) else str(Path(source).absolute()) for source in sources]
    data = {"schema": SCHEMA, "title": title, "sources": whole, "keep_copies": keep_copies}
    replace_file(_path(), json.dumps(data, ensure_ascii=False, indent=1) + "\n")


def remembered() -> Last | None:
    """What was read last; None if nothing was, or the file cannot be understood."""
    try:
        return _last(json.loads(_path().read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _last(data: Mapping[str, Any]) -> Last | None:
    sources = data["sources"]
    if not (isinstance(sources, list) and sources and all(isinstance(source, str) for source in sources)):
        return None
    return Last(tuple(sources), str(data.get("title", "")), data.get("keep_copies") is True)


def _path() -> Path:
    return state_folder() / "last.json"
