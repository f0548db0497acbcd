"""What is kept of a story between two readings: the place, the view, bookmarks, notes and corrections.

One small JSON file for each story in the state directory of the user (XDG_STATE_HOME), written whole and at once, so
that a crash leaves the old or the new one. A story is known again by its texts, wherever they are read from.
"""

import contextlib
import fcntl
import hashlib
import json
import os
import tempfile
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, Final

from newsread.corrections import Anchor, Correction, Verdict, anchor_at, located
from newsread.model import SentenceRef
from newsread.story import Story

SCHEMA: Final = 1
_LOOKED_AT: Final = 200
"""How many of the stories read last may be the one at hand, with another text."""


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A sentence the reader wants to find again.

    Attributes:
        anchor: The sentence.
        note: What the reader wrote about it; empty for a mere mark.
    """

    anchor: Anchor
    note: str = ""


@dataclass(frozen=True, slots=True)
class Session:
    """What is kept of one story.

    Attributes:
        place: Where the cursor was; None before the first reading.
        view: Layout, threshold and the like, under the names of the frame's fields.
        bookmarks: In the order in which they were made.
        title: What the story was called, for people who look into the file.
        sources: Where it was read from.
        corrections: What the reader says of pairs of sentences, the latest last.
    """

    place: Anchor | None = None
    view: Mapping[str, Any] = field(default_factory=dict)
    bookmarks: tuple[Bookmark, ...] = ()
    title: str = ""
    sources: tuple[str, ...] = ()
    corrections: tuple[Correction, ...] = ()


def anchor(story: Story, ref: SentenceRef) -> Anchor:
    """How to find a sentence again."""
    return anchor_at(story.articles, ref)


def found_again(story: Story, sought: Anchor) -> SentenceRef | None:
    """The sentence of an anchor: by its words, else by its place; None if there is no such article any more."""
    index = next((n for n, article in enumerate(story.articles) if article.id == sought.article), None)
    if index is None:
        return None
    if (found := located([story.articles[index]], sought)) is not None:
        return SentenceRef(index, found.sentence)
    last = len(story.articles[index].sentences) - 1
    return SentenceRef(index, min(sought.sentence, last)) if last >= 0 and sought.sentence >= 0 else None


class Keeper:
    """Keeps the session of one story in a file.

    Args:
        path: The file; its folder is made when it is first written.
        story: What is read, to know it again when one of its texts has changed; None to know it by the file alone.
    """

    def __init__(self, path: Path, story: Story | None = None) -> None:
        self._path = path
        self._story = story

    @classmethod
    def of(cls, story: Story, folder: Path) -> "Keeper":
        """The keeper of a story, which is known by its texts."""
        texts = sorted(article.text for article in story.articles)
        digest = hashlib.sha256("\0".join(texts).encode("utf-8", "surrogatepass")).hexdigest()
        return cls(folder / "stories" / f"{digest[:32]}.json", story)

    def load(self) -> Session:
        """What was kept; nothing if there is no file or it cannot be understood."""
        return _read(self._path) or self._earlier() or Session()

    def _earlier(self) -> Session | None:
        """What was kept of the same sources before one of their texts changed, or one was added or left out."""
        if self._story is None or self._path.exists():
            return None
        with contextlib.suppress(OSError):
            files = sorted(self._path.parent.glob("*.json"), key=lambda file: file.stat().st_mtime, reverse=True)
            for file in files[:_LOOKED_AT]:
                if (session := _read(file)) and _continues(self._story, session):
                    return session
        return None

    def update(self, change: Callable[[Session], Session]) -> None:
        """Change what is kept; another reader of the same story keeps what it has added meanwhile.

        Raises:
            OSError: It cannot be written.
        """
        self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        with self._alone():
            self._clear_away()
            text = json.dumps({"schema": SCHEMA, **asdict(change(self.load()))}, ensure_ascii=False, indent=1)
            handle, name = tempfile.mkstemp(dir=self._path.parent, prefix=".", suffix=".tmp")
            try:
                with os.fdopen(handle, "w", encoding="utf-8", errors="replace") as file:
                    file.write(text)
                    file.flush()
                    os.fsync(file.fileno())
                Path(name).replace(self._path)
            except BaseException:
                Path(name).unlink(missing_ok=True)
                raise

    def _clear_away(self) -> None:
        """Remove what readers that were killed did not finish; nobody else is writing now."""
        for unfinished in self._path.parent.glob(".*.tmp"):
            unfinished.unlink(missing_ok=True)

    @contextlib.contextmanager
    def _alone(self) -> Iterator[None]:
        """Nobody else updates meanwhile; the lock goes with the process that holds it."""
        with (self._path.parent / ".lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield


def _read(path: Path) -> Session | None:
    """What a file keeps; None if there is none or it cannot be understood."""
    try:
        return _session(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError, OverflowError):
        return None


def _continues(story: Story, session: Session) -> bool:
    """Whether a session is of an earlier reading: of the same sources, and with most of its sentences still there."""
    now, then = {article.path for article in story.articles}, set(session.sources)
    if len(now & then) < 2 or not (now <= then or then <= now):
        return False
    told = [end for each in session.corrections for end in (each.one, each.other)]
    told += [*(mark.anchor for mark in session.bookmarks), *([session.place] if session.place else [])]
    found = sum(located(story.articles, each) is not None for each in told)
    return found * 2 > len(told)


def _session(data: Mapping[str, Any]) -> Session:
    place = data.get("place")
    return Session(
        _anchor(place) if place else None,
        dict(data.get("view", {})),
        tuple(Bookmark(_anchor(each["anchor"]), str(each.get("note", ""))) for each in data.get("bookmarks", ())),
        str(data.get("title", "")),
        tuple(map(str, data.get("sources", ()))),
        tuple(_correction(each) for each in data.get("corrections", ())),
    )


def _correction(data: Mapping[str, Any]) -> Correction:
    return Correction(Verdict(data["verdict"]), _anchor(data["one"]), _anchor(data["other"]))


def _anchor(data: Mapping[str, Any]) -> Anchor:
    return Anchor(str(data["article"]), int(data["sentence"]), str(data["text"]))


def with_bookmark(session: Session, bookmark: Bookmark) -> Session:
    """The session with a bookmark, in the place of one at the same sentence."""
    return replace(without_bookmark(session, bookmark.anchor), bookmarks=_and(session, bookmark))


def without_bookmark(session: Session, at: Anchor) -> Session:
    """The session without a bookmark at a sentence."""
    return replace(session, bookmarks=tuple(each for each in session.bookmarks if each.anchor != at))


def _and(session: Session, bookmark: Bookmark) -> tuple[Bookmark, ...]:
    return (*(each for each in session.bookmarks if each.anchor != bookmark.anchor), bookmark)


def with_corrections(session: Session, new: Collection[Correction], gone: Collection[Correction]) -> Session:
    """The session with some corrections more, and others taken back; those of another reader stay."""
    kept = (each for each in session.corrections if each not in gone and each not in new)
    return replace(session, corrections=(*kept, *new))
