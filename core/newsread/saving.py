"""A story as a folder: a text file for each article and a ``story.toml``, to be kept, mailed and opened again."""

import json
import shutil
import tempfile
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from newsread.errors import OutputFailed
from newsread.manifest import MANIFEST_NAME
from newsread.model import Article
from newsread.story import Story
from newsread.text import one_line


def save_story(story: Story, folder: Path) -> list[Path]:
    """Write a story into a new or empty folder, whole or not at all.

    Returns:
        The files written, ``story.toml`` first.

    Raises:
        OutputFailed: The folder holds something already, or can't be written.
    """
    name = one_line(str(folder))
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise OutputFailed(f"{name}: there is something there already", "name a new folder")
        folder.parent.mkdir(parents=True, exist_ok=True)
        fresh = Path(tempfile.mkdtemp(prefix=".newsread-", dir=folder.parent))
        try:
            for file, content in _files(story).items():
                (fresh / file).write_bytes(content.encode("utf-8"))
            fresh.chmod(0o755)
            fresh.replace(folder)
        finally:
            shutil.rmtree(fresh, ignore_errors=True)
    except OSError as error:
        raise OutputFailed(f"{name}: {error.strerror or 'could not be written'}") from error
    return [folder / file for file in _files(story)]


def _files(story: Story) -> dict[str, str]:
    texts = {f"{article.id}.txt": _text(article) for article in story.articles}
    return {MANIFEST_NAME: _manifest(story)} | texts


def _text(article: Article) -> str:
    """The text as it is shown; what was taken out of a page gets a blank line between paragraphs."""
    return "\n\n".join(text for text, _ in _paragraphs(article)) + "\n" if article.extracted else article.text


def _paragraphs(article: Article) -> list[tuple[str, str]]:
    """Each paragraph's words on one line, and its kind."""
    groups = (list(group) for _, group in groupby(article.sentences, key=lambda sentence: sentence.paragraph))
    return [(one_line(article.text[g[0].start : g[-1].end]), g[0].kind.value) for g in groups]


def _manifest(story: Story) -> str:
    lines = ["# A story kept by newsread. Edit it as you like: docs/story-toml.md tells what may stand here."]
    lines += [f"title = {_quoted(story.title)}"]
    for article in story.articles:
        lines += ["", "[[article]]", *(f"{key} = {value}" for key, value in _fields(article))]
    return "\n".join(lines) + "\n"


def _fields(article: Article) -> Iterator[tuple[str, str]]:
    published = article.published_at or article.published
    yield "file", _quoted(f"{article.id}.txt")
    yield "outlet", _quoted(article.outlet)
    yield "headline", _quoted(article.title)
    if published:
        yield "date", published.isoformat()
    for key, text in (("author", article.author), ("url", article.url), ("language", article.language)):
        if text:
            yield key, _quoted(text)
    yield "from", _quoted(article.path)
    if article.fetched:
        yield "fetched", article.fetched.isoformat()
    for key, texts in (("also_in", article.also_in), ("notes", article.warnings)):
        if texts:
            yield key, _listed(texts)
    if article.extracted:
        yield "kinds", _listed([kind for _, kind in _paragraphs(article)])


def _quoted(text: str) -> str:
    """A text as TOML writes it, which on clean lines is as JSON does."""
    return json.dumps(one_line(text), ensure_ascii=False)


def _listed(texts: "tuple[str, ...] | list[str]") -> str:
    return f"[{', '.join(_quoted(text) for text in texts)}]"
