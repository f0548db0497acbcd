"""Sentences as words: stems, weights, and which of them are quoted, names or numbers.

Needs no language model, so that the lexical aligner works on any installation. English is what the rules are made
for; text in other languages still gives words, only without stemming and function words.
"""

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from newsread.model import Article
from newsread.text import fold

FUNCTION_WEIGHT: Final = 0.15
"""What a function word weighs, in the scale of :meth:`Vocabulary.weight`, where a rare word weighs 3 to 5."""

_WORD: Final = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:'[^\W\d_]+)?|\"")
_FUNCTION_WORDS: Final = """
    a about after again against all also although am among an and any are as at be because been before being both
    but by can could did do does doing down during each else even ever few for from further get had has have having he
    her here hers herself him himself his how i if in into is it its itself just like may me might more most must my
    myself no nor not now of off on once only or other our ours out over own per s same she should so some such t than
    that the their theirs them themselves then there these they this those though through to too under until up upon us
    very was we were what when where whether which while who whom whose why will with within without would yet you your
    said say says saying told mr mrs ms dr
"""
_NUMBER_WORDS: Final = """
    two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 thirteen=13 fourteen=14
    fifteen=15 sixteen=16 seventeen=17 eighteen=18 nineteen=19 twenty=20 thirty=30 forty=40 fifty=50 sixty=60 seventy=70
    eighty=80 ninety=90
"""  # "one" is mostly a pronoun
_SUFFIXES: Final = (
    ("'s", ""), ("ies", "y"), ("sses", "ss"), ("ings", ""), ("ing", ""), ("ied", "y"), ("edly", ""), ("ed", ""),
    ("ements", ""), ("ement", ""), ("ments", ""), ("ment", ""), ("ations", "at"), ("ation", "at"), ("ators", "at"),
    ("ator", "at"), ("ions", ""), ("ion", ""), ("ers", ""), ("er", ""), ("ors", ""), ("ly", ""), ("es", ""), ("s", ""),
    ("e", ""),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one sentence, in order; the tuples run parallel.

    Attributes:
        written: As they stand in the text, with quotes and dashes folded.
        stems: Lower case without the commonest English endings; numbers as digits.
        quoted: Whether they stand between quotation marks.
    """

    written: tuple[str, ...]
    stems: tuple[str, ...]
    quoted: tuple[bool, ...]


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What the words of a story are worth in that story.

    Attributes:
        sentences: How many sentences the story has.
        frequency: By stem, in how many of them it occurs.
        names: Stems that are names: capitalised inside sentences wherever they occur.
    """

    sentences: int
    frequency: Counter[str]
    names: frozenset[str]

    def weight(self, stem: str) -> float:
        """How telling a stem is: log(1 + N / n), inverse sentence frequency; little for function words."""
        if is_function(stem):
            return FUNCTION_WEIGHT
        return math.log(1 + self.sentences / max(1, self.frequency[stem]))


def split(text: str) -> Words:
    """The words of one sentence."""
    written, quoted = [], []
    for word, inside in _quoted_words(fold(text)):
        written.append(word)
        quoted.append(inside)
    return Words(tuple(written), tuple(stem(word) for word in written), tuple(quoted))


def split_article(article: Article) -> tuple[Words, ...]:
    """The words of every sentence of an article.

    A quotation that runs over several sentences is followed: one that is opened and not closed goes on in the next
    sentence of the paragraph.
    """
    found = []
    paragraph, is_open = -1, False
    for sentence in article.sentences:
        folded = fold(sentence.text).strip()
        is_open = is_open and sentence.paragraph == paragraph and not _opens_anew(folded)
        is_odd = folded.count('"') % 2 == 1
        starts_inside = is_open or (is_odd and folded.endswith('"'))
        found.append(split('"' + folded if starts_inside else folded))
        is_open = starts_inside != is_odd
        paragraph = sentence.paragraph
    return tuple(found)


def vocabulary(articles: Sequence[Sequence[Words]]) -> Vocabulary:
    """Count in how many sentences each stem occurs, and tell the names."""
    sentences = [words for article in articles for words in article]
    frequency = Counter(stem for words in sentences for stem in set(words.stems))
    upper: Counter[str] = Counter()
    lower: Counter[str] = Counter()
    for words in sentences:
        capitals = sum(word[:1].isupper() for word in words.written)
        if capitals > 0.6 * len(words.written):
            continue  # a headline in title case tells nothing about names
        for word, word_stem in zip(words.written[1:], words.stems[1:], strict=True):
            (upper if word[:1].isupper() else lower)[word_stem] += 1
    names = frozenset(s for s, n in upper.items() if n > 2 * lower[s] and not is_function(s))
    return Vocabulary(len(sentences), frequency, names)


def is_function(stem: str) -> bool:
    """Whether a stem is a function word, which says little about content."""
    return stem in _function_stems()


def is_number(stem: str) -> bool:
    """Whether a stem is a number."""
    return stem[:1].isdigit()


@cache
def stem(word: str) -> str:
    """A word in lower case without its commonest English endings; a number in digits, without separators."""
    low = word.lower()
    if low[:1].isdigit():
        return low.replace(",", "")
    if low in _function_words() or low in _numbers():
        return _numbers().get(low, low)
    for suffix, replacement in _SUFFIXES:
        if low.endswith(suffix) and len(low) - len(suffix) + len(replacement) >= 3 and not low.endswith("ss"):
            low = low[: -len(suffix)] + replacement
            break
    return low[:-1] if len(low) > 4 and low[-1] == low[-2] and low[-1] not in "aeiouls" else low


@cache
def _function_stems() -> frozenset[str]:
    return frozenset(stem(word) for word in _function_words())


@cache
def _function_words() -> frozenset[str]:
    return frozenset(_FUNCTION_WORDS.split())


@cache
def _numbers() -> Mapping[str, str]:
    """By number word, its digits."""
    entries = (entry.partition("=") for entry in _NUMBER_WORDS.split())
    return {word: digits for word, _, digits in entries}


def _quoted_words(text: str) -> Iterator[tuple[str, bool]]:
    inside = False
    for match in _WORD.finditer(text):
        if match[0] == '"':
            inside = not inside
        else:
            yield match[0], inside


def _opens_anew(text: str) -> bool:
    """Whether a sentence brings its own complete quotation, so that an earlier one was left open by mistake."""
    return text.startswith('"') and text.count('"') % 2 == 0
