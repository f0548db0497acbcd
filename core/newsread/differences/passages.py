"""Linked sentences as the comparers read them: their words, and what stands around a place in them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from newsread.compare import word_spans
from newsread.model import Article, Link, LinkKind, Sentence, SentenceRef, Span
from newsread.text import fold

_REACH: Final = 7  # words on either side that tell what something is about
STOP: Final = frozenset(
    "a an the of to in on at for by with from as and or but nor if then than that this these those there here it"
    " its he his him she her they them their we us our you your i me my who whom whose which what when where why"
    " how is are was were be been being am has have had do does did will would can could may might must shall"
    " should not no so such also about after before during over under into through up down out off again further"
    " more most some any all both each few other own same just too very s t said says say told tell added saying"
    " mr mrs ms according one two new between while because until against among across since amid toward towards"
    " per via although though however".split()
)
_ENDING: Final = re.compile(r"(?:'s|s'|')$")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a sentence: where it stands in the article, and the form in which it is compared."""

    span: Span
    text: str
    stem: str

    @property
    def tells(self) -> bool:
        """Whether it says what a sentence is about: no small word, no number."""
        return self.text not in STOP and self.stem.isalpha()


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence as a comparer reads it.

    Attributes:
        ref: Its address.
        sentence: It.
        text: Its folded text; offsets in it count from ``sentence.start``.
        words: Its words.
        around: The folded text of its neighbours and of what else its counterparts are linked to.
    """

    ref: SentenceRef
    sentence: Sentence
    text: str
    words: tuple[Word, ...]
    around: str

    def topic(self, span: Span, *, names: bool = True) -> frozenset[str]:
        """The stems of the telling words on either side of a place; on request without what is written like a name."""
        inside = [n for n, word in enumerate(self.words) if word.span.overlaps(span)] or [0]
        near = self.words[max(0, inside[0] - _REACH) : inside[-1] + _REACH + 1]
        return frozenset(
            word.stem
            for word in near
            if word.tells
            and not word.span.overlaps(span)
            and (names or self.text[word.span.start - self.sentence.start].islower())
        )

    def leading(self, span: Span) -> str:
        """The stem of the last telling word before a place; "" if there is none."""
        return next((w.stem for w in reversed(self.words) if w.tells and w.span.end <= span.start), "")


@dataclass(frozen=True, slots=True)
class Pair:
    """Two linked sentences."""

    link: Link
    left: Passage
    right: Passage

    @property
    def is_equivalent(self) -> bool:
        """Whether they say the same in the main."""
        return self.link.kind is LinkKind.EQUIVALENT


def passage(article: Article, ref: SentenceRef, others: Sequence[int]) -> Passage:
    """The sentence at ``ref``, read in the light of its neighbours and of ``others``, sentences of its article."""
    sentence = article.sentences[ref.sentence]
    text, words = _read(sentence)
    near = {ref.sentence - 1, ref.sentence + 1, *others} - {ref.sentence}
    around = " ".join(_read(article.sentences[n])[0] for n in sorted(near) if 0 <= n < len(article.sentences))
    return Passage(ref, sentence, text, words, around)


@lru_cache(maxsize=4096)  # a sentence is compared with one of every other outlet, and is a neighbour as well
def _read(sentence: Sentence) -> tuple[str, tuple[Word, ...]]:
    text = fold(sentence.text)
    return text, tuple(_word(text, span, sentence.start) for span in word_spans(sentence.text))


def _word(text: str, span: Span, base: int) -> Word:
    word = text[span.start : span.end].lower()
    return Word(Span(base + span.start, base + span.end), word, stem(word))


@lru_cache(maxsize=1 << 14)
def stem(word: str) -> str:
    """A word without possessive, plural and verbal endings, the same for its common forms."""
    plain = _ENDING.sub("", word.lower()).rstrip(".")
    for ending, least, instead in (
        ("ies", 5, "y"),
        ("sses", 6, "ss"),
        ("ing", 6, ""),
        ("ed", 5, ""),
        ("es", 5, ""),
        ("s", 4, ""),
    ):
        if plain.endswith(ending) and len(plain) >= least and not plain.endswith(("ss", "us", "is")):
            plain = plain.removesuffix(ending) + instead
            break
    if len(plain) > 3 and plain[-1] == plain[-2] and plain[-1] not in "lsez":
        plain = plain[:-1]  # "planned"
    return plain.removesuffix("e") if len(plain) > 3 else plain
