"""What a bug report needs to know, and whether everything works: each check is a value, none says anything private."""

import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Final

from newsread import __version__
from newsread.errors import NewsreadError
from newsread.model import Article
from newsread_tui.checkup.check import Check, State
from newsread_tui.checkup.choices import clipboard, configuration
from newsread_tui.settings.gather import gather

_PACKAGES: Final = "textual rich spacy onnxruntime tokenizers numpy trafilatura lxml httpcore".split()
_COMPARED: Final = 2
"""Articles of the sample story that are compared to see whether that works."""


def checks() -> Iterator[Check]:
    """Look at everything; the slow ones last."""
    yield Check("newsread", State.OK, __version__)
    yield Check("Python", State.OK, f"{platform.python_version()} on {platform.system()} {platform.machine()}")
    yield _packages()
    yield from _terminal()
    chosen = gather()
    yield configuration(chosen)
    yield clipboard(chosen.settings)
    yield from _folders()
    yield from _analysis()


def _packages() -> Check:
    found, missing = [], []
    for name in _PACKAGES:
        try:
            found.append(f"{name} {version(name)}")
        except PackageNotFoundError:
            missing.append(name)
    if missing:
        return Check("packages", State.BROKEN, f"missing: {', '.join(missing)}; install newsread again")
    return Check("packages", State.OK, ", ".join(found))


def _terminal() -> Iterator[Check]:
    term = os.environ.get("TERM", "")
    inside = next((name for name in ("TMUX", "STY", "SSH_CONNECTION", "WT_SESSION") if name in os.environ), "")
    around = {"TMUX": ", in tmux", "STY": ", in screen", "SSH_CONNECTION": ", over SSH", "WT_SESSION": ""}.get(
        inside, ""
    )
    if not sys.stdout.isatty():
        yield Check("terminal", State.NOTE, "standard output is none; the reader needs one")
    elif term in ("", "dumb"):
        yield Check("terminal", State.NOTE, "it cannot be drawn on (TERM); newsread report works")
    else:
        size = shutil.get_terminal_size()
        small = size.columns < 40 or size.lines < 10
        yield Check("terminal", State.NOTE if small else State.OK, f"{term}, {size.columns}x{size.lines}{around}")
    yield _colours()
    yield _encoding()


def _colours() -> Check:
    if os.environ.get("NO_COLOR"):
        return Check("colours", State.OK, "none, as NO_COLOR asks")
    from rich.console import Console

    return Check("colours", State.OK, Console(force_terminal=True).color_system or "none")


def _encoding() -> Check:
    encoding = sys.stdout.encoding.lower()
    if encoding.replace("-", "") == "utf8":
        return Check("text", State.OK, "UTF-8")
    return Check("text", State.NOTE, f"{encoding}: signs are shown in ASCII; a UTF-8 locale shows them all")


def _folders() -> Iterator[Check]:
    from platformdirs import user_cache_dir, user_config_dir, user_state_dir

    for name, folder in (("cache", user_cache_dir), ("state", user_state_dir), ("configuration", user_config_dir)):
        yield _folder(name, Path(folder("newsread")))


def _folder(name: str, folder: Path) -> Check:
    shown = str(folder).replace(str(Path.home()), "~", 1)
    nearest = next(each for each in (folder, *folder.parents) if each.exists())
    try:
        with tempfile.TemporaryFile(dir=nearest):
            pass
    except OSError as error:
        return Check(name, State.BROKEN, f"{shown} cannot be written to: {error.strerror}")
    if not folder.is_dir():
        return Check(name, State.OK, f"{shown}, not made yet")
    sizes = [path.stat().st_size for path in folder.rglob("*") if path.is_file()]
    return Check(name, State.OK, f"{shown}, {len(sizes)} files, {sum(sizes) / 1e6:.1f} MB")


def _aligner(articles: Sequence[Article], *, careful: bool) -> Check:
    """Whether some articles of the sample story can be compared."""
    from newsread.alignment.align import align
    from newsread.alignment.installed import why_not

    name, method = ("careful aligner", "careful") if careful else ("quick aligner", "learned")
    alignment = align(articles, careful=careful)
    found = sum(link.score >= alignment.threshold for link in alignment.candidates)
    told = f"{found} links between {len(articles)} articles of the sample story"
    if alignment.method != method:
        return Check(name, State.NOTE, f"{alignment.method} instead, {told} ({why_not(careful=careful)})")
    return Check(name, State.OK if found else State.BROKEN, told)


def _analysis() -> Iterator[Check]:
    """Whether the sample story can be read, aligned and tagged."""
    from newsread.names.nlp import load
    from newsread.pipeline import read_story
    from newsread.sample import sample_story

    try:
        story = read_story(sample_story())
        yield Check("sample story", State.OK, f"{len(story.articles)} articles")
        yield _aligner(story.articles[:_COMPARED], careful=False)
        yield _aligner(story.articles[:_COMPARED], careful=True)
    except NewsreadError as error:
        yield Check("aligner", State.BROKEN, str(error))
        return
    try:
        pipeline = load().pipeline
        names = len(load().names(story.articles[0], 0))
        told = (
            f"{pipeline.meta['lang']}_{pipeline.meta['name']} {pipeline.meta['version']}, {names} names in an article"
        )
        yield Check("language model", State.OK if names else State.BROKEN, told)
    except NewsreadError as error:
        yield Check("language model", State.BROKEN, str(error))
