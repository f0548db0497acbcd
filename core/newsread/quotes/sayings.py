"""Where a sentence names somebody who says something: the verb and whoever is its subject.

English news puts the two in few ways: "Lee said", "said Lee", "Lee, the mayor, said", "who added", "adding",
"according to Lee", "cited Lee as saying". They are read off the words around the verb, with what is quoted blanked out.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from newsread.model import Sentence, Span
from newsread.quotes.phrases import (
    BLANK,
    DAY,
    DETERMINERS,
    PASSIVE,
    described_from,
    is_apposed,
    subject_before,
    without_adverbs,
)
from newsread.quotes.verbs import AMBIGUOUS, ONLY_BEFORE, lemmas, takes_clause, takes_fragment_only, takes_object

PRONOUNS: Final = frozenset({"he", "she", "they", "it", "we", "i", "who"})
_WORD: Final = re.compile(r"(?<![\w'-])[a-z]+(?![\w'-])")
_BLOCKED: Final = re.compile(
    r"\b(?:to|would|will|can|could|may|might|must|should|did|does|do|not|n't|the|a|an|of|in|his|her|its|their|this|no"
    r"|any|for|such)$"
)
_ENDS: Final = re.compile(r"[.,:]|\s+that\b|\s+\x00")
_INVERTED: Final = re.compile(
    r"\s+((?:the\s+|a\s+|an\s+|one\s+|his\s+|her\s+)?(?:[\w.'-]+\s+){0,7}?[\w.'-]*\w)"
    r"(?=\s*,|;|\.?$|\s*\x00"
    r"|\s+(?:in|on|at|to|of|who|during|after|before|as|when|while|from|with|about|via|by|this|last|has|-)\b)"
)
_NAME_AFTER: Final = re.compile(r",\s+([A-Z][\w.'-]*(?:\s[A-Z][\w.'-]*\w){1,3})(?=[.,\s\x00]|$)")
_APPOSED_NAME: Final = re.compile(r",\s+([A-Z][\w.'-]*(?:\s[A-Z][\w.'-]*\w){1,3})(?=[.,](?:\s|$)|\s+of\s|$)")
_NAMED_BEFORE: Final = re.compile(r"(?:[Tt]he\s)?(?:[A-Z][\w.'-]*\s)*[A-Z][\w.'-]*\w$")
_AFTER_PREPOSITION: Final = re.compile(r"\b(?:on|in|at|to|of|for|from|with|by|via|during|and)\s*$", re.IGNORECASE)
_ACCORDING: Final = re.compile(r"\b[Aa]ccording to\s+([^,;:\x00]+?)(?=[,;\x00]|\.?$)")
_AS_SAYING: Final = re.compile(r"\b(?:cited|citing|quoted|quoting)\s+(.+?)\s+as$")
_WAS_QUOTED: Final = re.compile(r"\s+(?:was|were|has been|is)\s+(?:\w+ly\s+)?(?:quoted|cited|heard|recorded)\s+as$")
_CALENDAR: Final = re.compile(DAY)
_AFTER_HEAD: Final = frozenset("with of in on at for to".split())
_NAMED_THINGS: Final = frozenset(
    "app bill book campaign company drug effort film firm group initiative movement network operation plan program"
    " programme project show site song system tool unit website".split()
)
_NAMING: Final = frozenset({"called", "dubbed", "labeled", "branded"})
_QUANTIFIERS: Final = frozenset("one two three four five several some many most both all none few others".split())
_FINITE: Final = re.compile(r"\s(?:had|has|was|were|is|are|will|would|could|might|did)\s")
_NO_SUBJECT: Final = frozenset(
    "that in on at to of as it he she they we there this these those his their its if when while after during before"
    " for by with from what how why some many no not reporters then now later also still yet instead"
    " meanwhile however afterwards".split()
)


@dataclass(frozen=True, slots=True)
class Saying:
    """A verb of saying and its subject.

    Attributes:
        verb: Where the verb stands.
        form: The verb as it stands there.
        lemma: The verb itself; "according to" for that phrase.
        subject: Where its subject stands; None when it is that of the sentence ("adding", "but said").
        inverted: Whether the subject follows the verb.
        begin: Where the phrase begins if that is before both ("the ministry cited Lee as saying"); -1 if not.
    """

    verb: Span
    form: str
    lemma: str
    subject: Span | None
    inverted: bool = False
    begin: int = -1

    @property
    def start(self) -> int:
        """Where the verb with its subject begins."""
        if self.begin >= 0:
            return self.begin
        return min(self.verb.start, self.subject.start) if self.subject else self.verb.start

    @property
    def end(self) -> int:
        """Where the verb with its subject ends."""
        return max(self.verb.end, self.subject.end) if self.subject else self.verb.end


def sayings(frame: str, sentence: Sentence) -> list[Saying]:
    """The verbs of saying in a sentence, in reading order.

    Args:
        frame: The article's folded text with :data:`BLANK` for every quoted character.
        sentence: Where to look.
    """
    found = [
        saying for word in _WORD.finditer(frame, sentence.start, sentence.end) for saying in _of(frame, word, sentence)
    ]
    for phrase in _ACCORDING.finditer(frame, sentence.start, sentence.end):
        verb = Span(phrase.start(), phrase.start() + len("according to"))
        whom = Span(*phrase.span(1))
        described = phrase[1].split()[0].lower() in DETERMINERS and phrase[0][0] == "a"
        if described and (name := _APPOSED_NAME.match(frame, whom.end, sentence.end)):
            whom = Span(*name.span(1))
        found.append(Saying(verb, "according to", "according to", whom, inverted=True))
    return sorted(found, key=lambda saying: saying.verb)


def _of(frame: str, word: re.Match[str], sentence: Sentence) -> Iterator[Saying]:
    lemma = lemmas().get(word[0])
    follows = ONLY_BEFORE.get(word[0])
    if lemma is None or (follows and not frame.startswith(follows, word.end())):
        return
    verb, left = Span(*word.span()), frame[sentence.start : word.start()].rstrip()
    if subject := _follows(frame, verb, sentence, left):
        yield Saying(verb, word[0], lemma, subject, inverted=True)
        return
    left = without_adverbs(left)
    if word[0] == "saying" and (told := _quoted_as(left, sentence.start)):
        yield Saying(verb, word[0], lemma, told[0], begin=told[1])
    elif not _is_other(left, word[0]):
        subject = _subject(word[0], left, sentence.start)
        if subject and _FINITE.search(frame, subject.start, subject.end):
            subject = _before_clause(frame, subject)
        begin = described_from(left, sentence.start) if subject else -1
        if _agrees(frame, subject, word, lemma):
            yield Saying(verb, word[0], lemma, subject, begin=begin)


def _follows(frame: str, verb: Span, sentence: Sentence, left: str) -> Span | None:
    """The subject after the verb, as in '"...," said Ann Lee'."""
    form = frame[verb.start : verb.end]
    if takes_object(lemmas()[form]):
        return None  # "told Lee": whom somebody told
    if form.endswith("ing") or not left.endswith((BLANK, ",")) or not takes_clause(lemmas()[form]):
        return None
    match = _INVERTED.match(frame, verb.end, sentence.end)
    if not match or _CALENDAR.match(match[1]) or match[1].split()[0].lower() in _NO_SUBJECT:
        return None
    after_quote = left.endswith(BLANK) or left.removesuffix(",").endswith(BLANK)
    closed = frame[match.end() : match.end() + 1] in ",;." or match.end() >= sentence.end
    if (name := _NAME_AFTER.match(frame, match.end(), sentence.end)) and match[1].split()[0] in DETERMINERS:
        return Span(*name.span(1))
    named = match[1][0].isupper() or match[1].split()[0] in DETERMINERS or any(w[0].isupper() for w in match[1].split())
    return Span(*match.span(1)) if named and (after_quote or (closed and not is_apposed(left))) else None


def _quoted_as(left: str, base: int) -> tuple[Span, int] | None:
    """Who is "cited as saying", and where the phrase begins."""
    if match := _AS_SAYING.search(left):
        citing = subject_before(left[: match.start()].rstrip(), base)
        return Span(base + match.start(1), base + match.end(1)), citing.start if citing else base + match.start()
    if (match := _WAS_QUOTED.search(left)) and (subject := subject_before(left[: match.start()], base)):
        return subject, subject.start
    return None


def _is_other(left: str, form: str) -> bool:
    """Whether the word is a passive, an infinitive or a noun there."""
    return bool(_BLOCKED.search(left)) or (not form.endswith("ing") and bool(PASSIVE.search(left)))


def _subject(form: str, left: str, base: int) -> Span | None:
    """The subject before a verb; "saying" has that of its sentence, but right after a name ("the Lees saying") this.

    Args:
        form: The verb as it stands there.
        left: The words of its sentence before it.
        base: Where the sentence begins.
    """
    if not form.endswith("ing") or PASSIVE.search(left):
        return subject_before(left, base)
    name = _NAMED_BEFORE.search(left)
    plain = name and name[0].lower() not in _NO_SUBJECT and not _AFTER_PREPOSITION.search(left[: name.start()])
    return Span(base + name.start(), base + name.end()) if name and plain else None


def _before_clause(frame: str, subject: Span) -> Span | None:
    """What stands before the first comma of a phrase that holds a clause too: "Lee, who was there, said"."""
    comma = frame.find(",", subject.start, subject.end)
    finite = _FINITE.search(frame, subject.start, subject.end)
    named = frame[subject.start].isupper() and comma > 0 and finite is not None and comma < finite.start()
    return Span(subject.start, comma) if named else None


def _agrees(frame: str, subject: Span | None, verb: re.Match[str], lemma: str) -> bool:
    """Whether the words before a verb may be its subject."""
    form = verb[0]
    if subject is None:
        judging = form.endswith("ing") and takes_fragment_only(lemma)
        told = takes_clause(lemma) and (form != lemma or form in {"said", "told", "wrote"})
        return form not in AMBIGUOUS and (told or judging)
    words = frame[subject.start : subject.end].split()
    last = words[-1]
    if last.lower() in PRONOUNS:
        return True
    # "a program called Shield"
    named = form in _NAMING and last in _NAMED_THINGS and frame[verb.end() + 1 : verb.end() + 2].isupper()
    if named or last.endswith(("'s", "s'", "'")) or last.lower() in _NO_SUBJECT | DETERMINERS or _is_bare(words):
        return False
    if form == lemma and form not in {"read", "put"}:  # the plural
        return takes_clause(lemma) and (last.endswith("s") or "and" in words or last == "people")
    if last[0].isupper() or form not in AMBIGUOUS:
        return True
    return words[0].lower() in DETERMINERS and len(words) < 4 and bool(_ENDS.match(frame, verb.end()))


def _is_bare(words: list[str]) -> bool:
    """Whether its head is one small word that is no noun phrase by itself: "that afternoon said", "interview with"."""
    at = next((n for n, word in enumerate(words) if word in _AFTER_HEAD), len(words))
    word = words[max(0, at - 1)]
    return (
        max(1, at) == 1
        and word not in _QUANTIFIERS
        and word.islower()
        and not word.endswith("s")
        and word not in {"police", "people", "staff"}
    )
