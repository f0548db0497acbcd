"""Writes that fail at every step, to see what is left behind.

``python failing.py killed WRITER FOLDER``: a child for each step does the write again and kills itself there, with the one
signal that no program can prepare for. Steps are the calls that reach the system: opening, writing, renaming and the like.
``python failing.py limited WRITER FOLDER``: the write is made where no file can grow beyond a few bytes.
``python failing.py no_bytes WRITER FOLDER``: the folder is on a disk that has no room for one byte more, or with
``no_files`` for one file more.
Prints what there was after each, as JSON.
"""

import json
import os
import resource
import shutil
import signal
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Any, Final

from newsread.errors import NewsreadError

sys.path.append(os.fspath(Path(__file__).parents[2]))
from tests.faults import disk  # this is a program, not a part of the tests' process

_SYSTEM: Final = ("posix", "fcntl", "_io", "io")
_ROOM: Final = 20  # bytes
_METHODS: Final = ("write", "flush", "close", "truncate", "seek")


def _reaches_the_system(function: object) -> bool:
    module = getattr(function, "__module__", None) or type(getattr(function, "__self__", None)).__module__
    return module in _SYSTEM and (module != "_io" or getattr(function, "__name__", "") in (*_METHODS, "open"))


def kill_at(step: int) -> None:
    """Kill this process just before the call that is number ``step``."""
    seen = 0

    def watch(frame: FrameType, event: str, function: Any) -> None:
        nonlocal seen
        del frame
        if event == "c_call" and _reaches_the_system(function):
            seen += 1
            if seen == step:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.setprofile(watch)


@dataclass(frozen=True)
class Case:
    """A write, what comes before it, and how to see what is there after it."""

    prepare: Callable[[], object]
    write: Callable[[], object]
    look: Callable[[], object]


type Writer = Callable[[Path], Case]


def killed(writer: Writer, folder: Path) -> list[Any]:
    """What there is after a kill at the first step, the second, and so on until the write gets through."""
    case = writer(folder)
    found: list[Any] = []
    for step in range(1, 500):
        case.prepare()
        child = os.fork()
        if child == 0:
            kill_at(step)
            case.write()
            os._exit(0)
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        found.append([status, case.look()])
        if status == 0:
            return found
    raise RuntimeError("the write never ends")


def limited(writer: Writer, folder: Path) -> list[Any]:
    """What is said, and what there is, when files must stay small; and then when they need not any more."""
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    return _without_room(
        writer(folder),
        folder,
        lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (_ROOM, limits[1])),
        lambda: resource.setrlimit(resource.RLIMIT_FSIZE, limits),
    )


def no_bytes(writer: Writer, folder: Path) -> list[Any]:
    """The same on a disk without room for a byte, and with it."""
    disk.mounted(folder)
    return _without_room(writer(folder), folder, lambda: disk.without_bytes(folder), lambda: disk.emptied(folder))


def no_files(writer: Writer, folder: Path) -> list[Any]:
    """The same on a disk without room for a file, and with it."""
    disk.mounted(folder)
    return _without_room(writer(folder), folder, lambda: disk.without_files(folder), lambda: disk.emptied(folder))


def _without_room(case: Case, folder: Path, take: Callable[[], object], give_back: Callable[[], object]) -> list[Any]:
    case.prepare()
    take()
    said = ""
    try:
        case.write()
    except (OSError, NewsreadError) as error:
        said = str(error)
    failed = [said, case.look()]
    give_back()
    half_written = [path.name for path in folder.rglob(".*") if path.name != ".lock"]
    case.write()
    return [failed, ["", case.look()], ["", half_written]]


def session(folder: Path) -> Case:
    """The session of a story: place, bookmarks and notes."""
    from newsread.corrections import Anchor
    from newsread_tui.state import Bookmark, Keeper, Session, with_bookmark

    keeper = Keeper(folder / "stories" / "story.json")
    old = Session(Anchor("a", 1, "One."), {"words": True}, (Bookmark(Anchor("a", 1, "One."), "old"),))
    added = Bookmark(Anchor("b", 2, "Two."), "new")
    return Case(
        lambda: keeper.update(lambda _: old),
        lambda: keeper.update(lambda session: with_bookmark(session, added)),
        lambda: " ".join(mark.note for mark in keeper.load().bookmarks),
    )


def report(folder: Path) -> Case:
    """A report that replaces an older one."""
    from newsread_tui.output import write

    path = folder / "report.txt"
    return Case(lambda: write(str(path), "old"), lambda: write(str(path), "new" * 9999), lambda: _start(path))


def saved(folder: Path) -> Case:
    """A story as a folder."""
    from newsread.pipeline import read_story
    from newsread.saving import save_story

    for name in ("one", "two"):
        (folder / f"{name}.txt").write_text(f"Talks of {name} go on for as long as it takes.\n", encoding="utf-8")
    story, target = read_story([str(folder / "one.txt"), str(folder / "two.txt")]), folder / "kept" / "story"
    return Case(
        lambda: shutil.rmtree(target, ignore_errors=True),
        lambda: save_story(story, target),
        lambda: " ".join(sorted(path.name for path in target.iterdir())) if target.exists() else "",
    )


def page(folder: Path) -> Case:
    """A fetched page that replaces an older version."""
    from newsread.web.cache import PageCache, now
    from newsread.web.options import Fetched

    cache, url = PageCache(folder / "pages"), "https://newspaper.example/1"
    old, new = (Fetched(url, text, None, now()) for text in (b"old", b"new" * 9999))

    def found() -> str:
        known = cache.find(url)
        return known.page.data[:3].decode() if known else ""

    return Case(lambda: cache.keep(url, old, {}), lambda: cache.keep(url, new, {}), found)


def analysis(folder: Path) -> Case:
    """An analysis that is kept."""
    from newsread.analyses.cache import AnalysisCache

    cache, key = AnalysisCache(folder / "analyses"), "k" * 64
    words = [str(number * number) for number in range(2000)]
    return Case(
        lambda: cache.keep(key, ["old"]),
        lambda: cache.keep(key, ["new", *words]),
        lambda: (cache.find(key) or [""])[0],
    )


def last(folder: Path) -> Case:
    """What was read last."""
    os.environ["XDG_STATE_HOME"] = os.fspath(folder)
    from newsread_tui.last import remember, remembered

    def title() -> str:
        known = remembered()
        return known.title if known else ""

    return Case(
        lambda: remember(["a.txt"], "old", keep_copies=False), lambda: remember(["b.txt"], "new", keep_copies=False), title
    )  # fmt: skip


def screen(folder: Path) -> Case:
    """A screen, or a configuration, that becomes a new file."""
    from newsread_tui.files import new_file

    path = folder / "screen.txt"
    return Case(
        lambda: path.unlink(missing_ok=True),
        lambda: new_file([path], "new" * 9999),
        lambda: _start(path) if path.exists() else "",
    )


def _start(path: Path) -> str:
    text = path.read_text(encoding="utf-8")
    return text[:3] if text in ("old", "new" * 9999) else "torn"


FAULTS: Final = {"killed": killed, "limited": limited, "no_bytes": no_bytes, "no_files": no_files}
WRITERS: Final = {
    "session": session,
    "report": report,
    "saved": saved,
    "page": page,
    "analysis": analysis,
    "last": last,
    "screen": screen,
}

if __name__ == "__main__":
    fault, writer, place = sys.argv[1:]
    json.dump(FAULTS[fault](WRITERS[writer], Path(place)), sys.stdout)
