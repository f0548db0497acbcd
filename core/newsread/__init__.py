"""Read one story in many newspapers: the library.

::

    import newsread

    story = newsread.open_story(["cnn.txt", "reuters.txt", "dw.txt"])
    here = newsread.SentenceRef(article=0, sentence=3)
    for article, found in story.counterparts(here).items():
        print(story.articles[article].outlet, story.sentence(found[0].ref).text)

Everything is a frozen value. Names are imported when they are first used, so ``import newsread`` costs next to
nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsread.compare import word_differences
    from newsread.errors import NewsreadError
    from newsread.export import to_dict, to_json
    from newsread.model import (
        Alignment,
        Article,
        Entity,
        EntityType,
        Evidence,
        Link,
        LinkKind,
        Mention,
        Sentence,
        SentenceKind,
        SentenceRef,
        Span,
    )
    from newsread.pipeline import Progress, Stage, analyse, open_story, read_story
    from newsread.sample import sample_story
    from newsread.story import Counterpart, Story

__version__ = "0.1.0"

__all__ = [
    "Alignment",
    "Article",
    "Counterpart",
    "Entity",
    "EntityType",
    "Evidence",
    "Link",
    "LinkKind",
    "Mention",
    "NewsreadError",
    "Progress",
    "Sentence",
    "SentenceKind",
    "SentenceRef",
    "Span",
    "Stage",
    "Story",
    "__version__",
    "analyse",
    "open_story",
    "read_story",
    "sample_story",
    "to_dict",
    "to_json",
    "word_differences",
]

_HOMES = {
    "compare": ["word_differences"],
    "errors": ["NewsreadError"],
    "export": ["to_dict", "to_json"],
    "model": [
        "Alignment", "Article", "Entity", "EntityType", "Evidence", "Link", "LinkKind", "Mention", "Sentence",
        "SentenceKind", "SentenceRef", "Span",
    ],
    "pipeline": ["Progress", "Stage", "analyse", "open_story", "read_story"],
    "sample": ["sample_story"],
    "story": ["Counterpart", "Story"],
}  # fmt: skip
_HOME_OF = {name: module for module, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> object:
    """Import a public name from its module on first use (PEP 562)."""
    if name not in _HOME_OF:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value: object = getattr(import_module(f"newsread.{_HOME_OF[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
