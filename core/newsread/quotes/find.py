"""The quotations of a story: what is quoted or reported, by whom, and with which verb.

Rules over the clean text and the entities given, in the manner of Pouliquen, Steinberger and Best (2007, "Automatic
Detection of Quotations in Multilingual News") and O'Keefe et al. (2012, "A Sequence Labelling Approach to Quote
Attribution"): whoever governs the nearest verb of saying speaks, and words without one carry on what was said before.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Final

from newsread.findings import Quotation, QuotationKind
from newsread.model import Article, Entity, SentenceKind, Span
from newsread.quotes.attribution import Attribution, attribute
from newsread.quotes.cast import Cast
from newsread.quotes.indirect import clause, closes
from newsread.quotes.marks import Quoted, quoted
from newsread.quotes.phrases import BLANK
from newsread.quotes.sayings import sayings
from newsread.quotes.speakers import Speaker, Speakers
from newsread.quotes.verbs import lemmas, takes_fragment_only
from newsread.reading.languages import ALIGNED
from newsread.text import fold

_LONG: Final = 6  # words: quoted without a speaker, still somebody's words
_WORD: Final = re.compile(r"[^\W_]+(?:['.-][^\W_]+)*")
_NAMED_SO: Final = re.compile(
    r"(?:\bso-called|\bknown as|\bnicknamed|\btitled|\bentitled|\bor|\bcalled the"
    r"|\bthe (?:song|film|book|show|movie|series|terms?|words?|phrases?|label|slogan|nickname|hashtag))\s*$"
)
_CALLED: Final = re.compile(r"\bcalled\s*$")
# "on ABC's “This Week”"
_SHOWN_ON: Final = re.compile(r"(?:\b(?:on|with|by|from|for|of|in)|[A-Z]\w*['’]s?)\s*$")
_ASKED: Final = re.compile(r"Asked\b[^,]*,\s*$")
_OF_WORKS: Final = frozenset({"read", "reading", "reads", "wrote", "written", "writing", "sang", "sing", "singing"})
_SMALL: Final = frozenset("a an the of on in to and or for with at by from is it".split())


def find_quotations(articles: Sequence[Article], entities: Sequence[Entity] = ()) -> tuple[Quotation, ...]:
    """The quotations of a story's articles, in reading order.

    Without entities it works too: speakers are then what the text calls them. The verbs of saying are English, so
    articles in other languages have no quotations.
    """
    cast = Cast(articles, entities)
    return tuple(
        quotation
        for number, article in enumerate(articles)
        if article.language == ALIGNED
        for quotation in _Finder(cast, article, number).quotations()
    )


class _Finder:
    """Reads one article from its start."""

    def __init__(self, cast: Cast, article: Article, number: int) -> None:
        self.article, self.number = article, number
        self.sentences = article.sentences
        self.stretches = [s for s in quoted(article) if not _is_name(article.text, s)]
        self.frame = _blanked(article, self.stretches)
        self.speakers = Speakers(cast, number, self.sentences, self.frame)
        self.said = [sayings(self.frame, s) if s.kind is not SentenceKind.META else [] for s in self.sentences]
        self.before: tuple[int, Speaker] | None = None  # paragraph and speaker of the last quotation

    def quotations(self) -> Iterator[Quotation]:
        found: list[Quotation] = []
        for number, sentence in enumerate(self.sentences):
            starting = [s for s in self.stretches if sentence.start <= s.start < sentence.end]
            found += self._reported(number)
            for stretch in starting:
                found += self._quoted(stretch, number)
        yield from sorted(found, key=lambda quotation: (quotation.start, quotation.end))

    def _reported(self, number: int) -> Iterator[Quotation]:
        """Indirect speech of a sentence; who speaks in it is remembered whatever is made of it."""
        sentence = self.sentences[number]
        taken: list[Span] = []
        # What closes a sentence speaks of all of it: "Lee said she had lied, prosecutors said."
        for saying in sorted(self.said[number], key=lambda s: (not closes(self.frame, sentence, s), s.verb)):
            speaker = self._speaker(saying.subject, number, saying.verb.start)
            if speaker is None:
                continue
            if saying.subject and not taken:
                self.speakers.heard(speaker, number, saying.verb.start)
            words = clause(self.frame, sentence, saying)
            if words and not any(words.overlaps(other) for other in taken):
                taken.append(words)
                yield self._made(words, (number,), speaker, saying.form, QuotationKind.INDIRECT)

    def _quoted(self, stretch: Quoted, number: int) -> Iterator[Quotation]:
        where = tuple(n for n in range(number, len(self.sentences)) if self.sentences[n].start < stretch.end)
        whole = self._stands_for_itself(stretch, number)
        said = [saying for n in dict.fromkeys((where[0], where[-1])) for saying in self.said[n]]
        found = attribute(stretch, where, self.sentences, self.frame, said, whole=whole)
        if whole and not (found and found.beside):
            found = self._named_after(stretch, where[-1]) or found
        asked = self._is_asked(stretch, where[0], found)
        speaker = None if asked else self._speaker_of(found, where, whole=whole)
        name = self.speakers.named_at(stretch.end, self.sentences[where[-1]].end)
        if found and name and not (speaker or asked):
            speaker = self.speakers.of(name, where[-1])  # "After telling them “...,” Ann Lee left"
        if not self._is_speech(stretch, found, speaker, whole=whole):
            return
        kind = QuotationKind.DIRECT if whole else QuotationKind.FRAGMENT
        speaker = speaker or Speaker("", "")
        if speaker.text:
            at = found.at if found else -1
            self.before = (self.sentences[where[-1]].paragraph, self.speakers.heard(speaker, where[-1], at))
        yield self._made(stretch.inner, where, speaker, found.verb if found else "", kind, stretch.words)

    def _is_asked(self, stretch: Quoted, number: int, found: Attribution | None) -> bool:
        """Whether it is a question put to whoever answers it: "Asked, “Are you?” Lee replied"."""
        before = self.frame[self.sentences[number].start : stretch.start]
        return bool(_ASKED.match(before)) and found is not None and found.at > stretch.end

    def _named_after(self, stretch: Quoted, number: int) -> Attribution | None:
        """Whoever is named right after the words and says something further on: "...,” Ann Lee, of Troy, told us"."""
        name = self.speakers.named_at(stretch.end, self.sentences[number].end)
        verbs = [s for s in self.said[number] if name and s.verb.start > name.end and not s.form.endswith("ing")]
        return Attribution(verbs[0].form, name, number, beside=True, at=verbs[0].verb.start) if verbs else None

    def _speaker_of(self, found: Attribution | None, where: Sequence[int], *, whole: bool) -> Speaker | None:
        if found:
            return self._speaker(found.subject, found.sentence, found.at)
        return self._carried_on(where) if whole else None

    def _carried_on(self, where: Sequence[int]) -> Speaker | None:
        """Who goes on speaking in words that have no verb of their own."""
        first = self.sentences[where[0]]
        if self.before and first.paragraph - self.before[0] <= 1:
            return self.before[1]
        if where[-1] + 1 < len(self.sentences) and self.sentences[where[-1] + 1].paragraph == first.paragraph:
            following = [s for s in self.said[where[-1] + 1] if s.subject]
            if following and BLANK in self.frame[self.sentences[where[-1] + 1].start : following[0].start]:
                return self._speaker(following[0].subject, where[-1] + 1, following[0].verb.start)
        return self.speakers.of_sentence(where[0] - 1, self.sentences[where[0] - 1].end) if where[0] else None

    def _speaker(self, subject: Span | None, number: int, before: int) -> Speaker | None:
        """Who a subject is; that of the sentence, if the verb has none of its own."""
        if subject is not None:
            return self.speakers.of(subject, number)
        earlier = [s for s in self.said[number] if s.subject and s.verb.start < before]
        if earlier and earlier[-1].subject:
            return self.speakers.of(earlier[-1].subject, number)
        return self.speakers.of_sentence(number, before)

    def _stands_for_itself(self, stretch: Quoted, number: int) -> bool:
        """Whether the words are a quotation of their own, not a part of the outlet's sentence."""
        before = self.frame[self.sentences[number].start : stretch.start].rstrip()
        words = self.article.text[stretch.inner.start : stretch.inner.end]
        capital = words[:1].isupper() or not words[:1].isalpha()
        if not before:
            ends = words[-1:] in ".!?" or self.article.text[stretch.inner.end : stretch.inner.end + 1] == ","
            return ends or len(_WORD.findall(words)) > _LONG
        if before[-1] in ",:":
            return capital or before[-1] == ":" or self._verb_ends(before)
        return capital and len(_WORD.findall(words)) > 3 and words[-1:] in ".!?" and not _is_title(words)

    def _verb_ends(self, before: str) -> bool:
        """Whether the words before a comma end in a verb of saying: "he said, "no way"."""
        ends = {saying.verb.end for said in self.said for saying in said}
        start = self.frame.find(before)
        return start >= 0 and start + len(before) - 1 in ends

    def _is_speech(self, stretch: Quoted, found: Attribution | None, speaker: Speaker | None, *, whole: bool) -> bool:
        """Whether quoted words are somebody's speech: no title, no nickname, no irony."""
        words = " ".join(self.article.text[span.start : span.end] for span in stretch.words)
        count = len(_WORD.findall(words))
        if whole and not (_is_title(words) and count > 1 and words[-1] not in ".!?" and not (found and found.verb)):
            return speaker is not None or count > _LONG
        said = found is not None and found.beside and bool(found.verb) and found.verb not in _OF_WORKS
        shown = count > 1 and _SHOWN_ON.search(self.article.text, max(0, stretch.start - 40), stretch.start)
        if _is_title(words) and (shown or not said):
            return False
        if found and found.at > stretch.end and _is_title(words) and takes_fragment_only(lemmas().get(found.verb, "")):
            return False  # “Hannity,” she called on them
        return (found is not None and speaker is not None) or count >= _LONG

    def _made(
        self,
        span: Span,
        where: tuple[int, ...],
        speaker: Speaker,
        verb: str,
        kind: QuotationKind,
        parts: Sequence[Span] = (),
    ) -> Quotation:
        words = " ".join(" ".join(self.article.text[p.start : p.end] for p in parts or (span,)).split())
        return Quotation(
            self.number, span.start, span.end, where, words, speaker.text, speaker.name, speaker.entity, verb, kind
        )


def _blanked(article: Article, stretches: Sequence[Quoted]) -> str:
    """The article's folded text with :data:`BLANK` for every quoted character."""
    text, done = fold(article.text), 0
    pieces: list[str] = []
    for stretch in stretches:
        pieces += (text[done : stretch.start], BLANK * (stretch.end - stretch.start))
        done = stretch.end
    return "".join((*pieces, text[done:]))


def _is_name(text: str, stretch: Quoted) -> bool:
    """Whether what stands between marks is called so, not said: "the so-called '2+2' talks"."""
    words = text[stretch.inner.start : stretch.inner.end]
    start = max(0, stretch.start - 40)
    called = words[:1].isupper() and words[-1:] not in ".!?" and _CALLED.search(text, start, stretch.start)
    return not any(c.isalpha() for c in words) or bool(called or _NAMED_SO.search(text, start, stretch.start))


def _is_title(words: str) -> bool:
    """Whether words look like the name of a work: few, and capitals throughout."""
    told = _WORD.findall(words)
    return 0 < len(told) <= 2 * _LONG and all(w[0].isupper() or w[0].isdigit() or w in _SMALL for w in told)
