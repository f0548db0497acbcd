"""Fuzzed: what newsread itself wrote, and somebody else may have touched since; and what was configured."""

import hashlib
import json
import os
import tempfile
from functools import partial
from pathlib import Path
from typing import Final
from unittest.mock import patch

from newsread.analyses.cache import AnalysisCache
from newsread.analyses.kept import kept_analysis
from newsread.analyses.key import analysis_key
from newsread.analyses.plain import added_parts
from newsread.care import Care
from newsread.model import SentenceRef
from newsread.reading.decode import decode
from newsread.web.cache import PageCache, now
from newsread_tui.find import search
from newsread_tui.frame import Frame
from newsread_tui.last import remembered
from newsread_tui.place import Place, step
from newsread_tui.plan import Plan
from newsread_tui.resume import bookmarked, resumed
from newsread_tui.settings.gather import gather
from newsread_tui.settings.keymap import keymap
from newsread_tui.state import Keeper
from tests.core.analysed import BARE, WHOLE
from tests.fuzz.target import Target, check_shown, in_file
from tests.tui.conftest import told_story

_SESSION: Final = json.dumps({
    "schema": 1, "place": {"article": "a", "sentence": 1, "text": "Two."}, "title": "A story", "sources": ["a.txt"],
    "view": {"layout": "PAIR", "threshold": 0.5, "words": True, "order": ["a"], "loose": ["b"], "search": "two", "taken": ["a", 0, 3],
             "unmarked": ["person"], "folded": True, "steady": True, "overview": True},
    "bookmarks": [{"anchor": {"article": "a", "sentence": 0, "text": "One."}, "note": "n"}],
    "corrections": [{"verdict": "same", "one": {"article": "a", "sentence": 1, "text": "Two."}, "other": {"article": "b", "sentence": 0, "text": "One."}}],
})  # fmt: skip
_LAST: Final = json.dumps(
    {"schema": 1, "title": "A story", "sources": ["a.txt", "https://a.example"], "keep_copies": False}
)
_PAGE: Final = b"<p>A page."
_URL: Final = "https://a.example/1"
_NOTE: Final = json.dumps({
    "url": _URL, "final_url": _URL, "fetched": "2026-01-02T03:04:05+00:00", "encoding": "utf-8", "etag": '"1"', "last_modified": "x",
    "sha256": hashlib.sha256(_PAGE).hexdigest(),
})  # fmt: skip
_CONFIGURATION: Final = 'theme = "newsread-light"\nlayout = "pair"\nthreshold = 0.5\nmouse = true\n[keys]\nnext = "n, down"\npage.down = ["d", "ctrl+d"]\n'


def _session(path: Path) -> None:
    story = told_story({"a": ["One.", "Two."], "b": ["One."]}, [(0, 0, 1, 0, 0.9)])
    session = Keeper(path).load()
    frame = resumed(Frame(story, Place(SentenceRef(0, 0)), Plan()), session)
    assert frame.place.ref.sentence < len(story.articles[frame.place.ref.article].sentences)
    assert frame.story.links is not None
    bookmarked(frame)
    step(frame.story, frame.place, 1)
    Keeper(path).update(lambda kept: kept)
    assert Keeper(path).load() == session


def _last(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder, patch.dict(os.environ, {"XDG_STATE_HOME": folder}):
        path = Path(folder, "newsread", "last.json")
        path.parent.mkdir()
        path.write_bytes(data)
        if last := remembered():
            assert last.fetched in (True, False)


def _note(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        cache = PageCache(Path(folder))
        note, body = cache._paths(_URL)
        note.write_bytes(data)
        body.write_bytes(_PAGE)
        if known := cache.find(_URL):
            assert known.page.fetched <= now() or known.page.fetched > now()
            assert all(isinstance(value, str) for value in known.validators.values())
            decode(known.page.data, "x", [known.page.encoding] if known.page.encoding else [])


def _analysis(data: bytes) -> None:
    """What stands in a kept analysis, whose outer wrapping is a checksum's matter."""
    try:
        plain = json.loads(data)
    except (ValueError, RecursionError):
        return
    with tempfile.TemporaryDirectory() as folder:
        cache = AnalysisCache(Path(folder))
        cache.keep(analysis_key(BARE.articles, None), plain)
        kept_analysis(BARE, None, Care.CAREFUL, cache)


def _settings(path: Path) -> None:
    gathered = gather({}, {}, path)
    for problem in (*gathered.problems, *keymap(gathered.settings.keys, gathered.file).problems):
        check_shown(str(problem))


def _sought(data: bytes) -> None:
    query = data.decode("utf-8", "replace")
    found = search(told_story({"a": ["One (two) three.", "a" * 200, "“Two\u00a0three”—\nfour"]}), query)
    assert all(spans for _, spans in found.hits)
    check_shown(found.problem)


KEPT: Final = {
    "session": Target(partial(in_file, "story.json", _session), (_SESSION.encode(),)),
    "last": Target(_last, (_LAST.encode(),)),
    "note": Target(_note, (_NOTE.encode(),)),
    "analysis": Target(_analysis, (json.dumps(added_parts(WHOLE, BARE)).encode(),)),
    "settings": Target(partial(in_file, "config.toml", _settings), (_CONFIGURATION.encode(),)),
    "search": Target(_sought, (b"two", b"(a+)+$", b'"two three"', b"/(one|two) +t[a-z]*/")),
}
