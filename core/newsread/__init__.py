"""Read one story in many newspapers: the library.

    from newsread import open_story

    story = open_story(["reuters.txt", "cnn.txt"])
    for link in story.links:
        print(link.score, story.sentence(link.source).text, story.sentence(link.target).text)

Importing the package is quick: each name below is resolved when it is first used.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newsread.care import Care
    from newsread.compare import word_differences
    from newsread.corrections import Anchor, Correction, Verdict
    from newsread.coverage import Passage
    from newsread.errors import NewsreadError
    from newsread.export import to_json
    from newsread.findings import (
        Change,
        Difference,
        DifferenceKind,
        Drift,
        DriftKind,
        Findings,
        Overlap,
        Quotation,
        QuotationKind,
        Severity,
        Utterance,
    )
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
    from newsread.pipeline import analyse, open_story, read_story
    from newsread.progress import Progress, Stage
    from newsread.report import Format, render
    from newsread.sample import sample_story
    from newsread.story import Counterpart, Story

__version__ = "0.1.0"
__all__ = [
    "Alignment",
    "Anchor",
    "Article",
    "Care",
    "Change",
    "Correction",
    "Counterpart",
    "Difference",
    "DifferenceKind",
    "Drift",
    "DriftKind",
    "Entity",
    "EntityType",
    "Evidence",
    "Findings",
    "Format",
    "Link",
    "LinkKind",
    "Mention",
    "NewsreadError",
    "Overlap",
    "Passage",
    "Progress",
    "Quotation",
    "QuotationKind",
    "Sentence",
    "SentenceKind",
    "SentenceRef",
    "Severity",
    "Span",
    "Stage",
    "Story",
    "Utterance",
    "Verdict",
    "__version__",
    "analyse",
    "open_story",
    "read_story",
    "render",
    "sample_story",
    "to_json",
    "word_differences",
]
_HOMES = {
    **dict.fromkeys(("Alignment", "Article", "Entity", "EntityType", "Evidence", "Link", "LinkKind"), "model"),
    **dict.fromkeys(("Mention", "Sentence", "SentenceKind", "SentenceRef", "Span"), "model"),
    **dict.fromkeys(("Progress", "Stage"), "progress"),
    **dict.fromkeys(("analyse", "open_story", "read_story"), "pipeline"),
    **dict.fromkeys(("Counterpart", "Story"), "story"),
    **dict.fromkeys(("Anchor", "Correction", "Verdict"), "corrections"),
    **dict.fromkeys(("Change", "Difference", "DifferenceKind", "Drift", "DriftKind", "Findings"), "findings"),
    **dict.fromkeys(("Overlap", "Quotation", "QuotationKind", "Severity", "Utterance"), "findings"),
    **dict.fromkeys(("Format", "render"), "report"),
    "Care": "care",
    "NewsreadError": "errors",
    "Passage": "coverage",
    "sample_story": "sample",
    "to_json": "export",
    "word_differences": "compare",
}


def __getattr__(name: str) -> Any:
    """Import what is asked for when it is asked for."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    member = getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    globals()[name] = member
    return member


def __dir__() -> list[str]:
    """Every name of the package, imported or not."""
    return sorted({*globals(), *__all__})
