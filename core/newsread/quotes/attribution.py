"""Which verb of saying a quoted stretch belongs to.

A quotation that stands for itself has its verb beside it; words lifted into the outlet's own sentence belong to the
last verb before them, else to one that closes the sentence. What no verb governs is a title, a nickname or irony.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from newsread.model import Sentence, Span
from newsread.quotes.indirect import closed
from newsread.quotes.marks import Quoted
from newsread.quotes.phrases import BLANK
from newsread.quotes.sayings import Saying
from newsread.quotes.verbs import SPEECH_NOUNS, takes_clause, takes_fragment_only

_BESIDE_BEFORE: Final = re.compile(
    r"(?:\s+(?:(?:on|in|at|via|during)\s[\w .'-]{1,40}|that|how|in part|it|on|reporters|him|her|them|us|me"
    r"|the [\w ]{1,30}|[A-Z][\w. ]{1,30})){0,2}"
    r"\s*[,:]?\s*(?:that\s*)?$"
)
_BESIDE_AFTER: Final = re.compile(r"[\s,-]*(?:and\s+)?$")
_BESIDE_AFTER_PART: Final = re.compile(r"[\s,]*(?:and\s+)?$")
# What leads from a noun of speech to the words: "Lee's warning of ..."; else they may be said of it.
_LEADS: Final = re.compile(r"\s*(?:of|about|that|on|regarding|as|to|in which|saying|:)\b")
_OWNED_SPEECH: Final = re.compile(r"([A-Z][\w.-]*(?:\s[A-Z][\w.-]*)*?)'s?\s+(?=((?:[\w-]+\s+){1,4}))")
_NOUN: Final = rf"\b((?:{'|'.join(sorted(SPEECH_NOUNS))})s?)\s+"
_MADE: Final = re.compile(rf"{_NOUN}(?:that\s+)?((?:[\w.'-]+\s+){{1,8}}?)(?:made|gave|issued|used)\b")
_OF: Final = re.compile(rf"{_NOUN}(?:by|from)\s+((?:[A-Z][\w.-]*\s?)+)")


@dataclass(frozen=True, slots=True)
class Attribution:
    """What makes a quoted stretch somebody's words.

    Attributes:
        verb: The verb, or the noun of speech, as it stands there.
        subject: Where the speaker stands; None for the subject of the sentence.
        sentence: Index of the sentence it stands in.
        beside: Whether it stands right beside the quoted words.
        at: Where the verb stands.
    """

    verb: str
    subject: Span | None
    sentence: int
    beside: bool
    at: int


def attribute(
    stretch: Quoted,
    where: Sequence[int],
    sentences: Sequence[Sentence],
    frame: str,
    said: Sequence[Saying],
    *,
    whole: bool,
) -> Attribution | None:
    """The verb that a quoted stretch belongs to, if its sentences have one.

    Args:
        stretch: What is quoted.
        where: The indices of the sentences it stands in.
        sentences: All sentences of the article.
        frame: The article's text with what is quoted blanked out.
        said: The verbs of saying of these sentences.
        whole: Whether the words stand for themselves, so that a verb of judging is none of theirs.
    """
    fit = [s for s in said if not (whole and takes_fragment_only(s.lemma))]
    before = [s for s in fit if sentences[where[0]].start <= s.verb.start and s.end <= stretch.start]
    following = [s for s in fit if s.start >= stretch.end and s.verb.end <= sentences[where[-1]].end]
    # "..., calling it wrong": a participle of judging has its own words after it.
    after = [s for s in following if s.subject or not takes_fragment_only(s.lemma)]
    if before and _BESIDE_BEFORE.fullmatch(frame, before[-1].end, stretch.start):
        return _by(before[-1], where[0], beside=True)
    beside = _BESIDE_AFTER if whole else _BESIDE_AFTER_PART
    if after and beside.fullmatch(frame, stretch.end, after[0].start):
        return _by(after[0], where[-1], beside=True)
    noun = None if whole else _by_noun(stretch, where[0], sentences, frame, told=bool(before))
    if noun and noun.subject and not (before and before[-1].start > noun.subject.start):
        return noun
    found = _governing(stretch, where, frame, before, whole=whole) or _closing(where, sentences, frame, after)
    if found is None and stretch.start > sentences[where[0]].start and frame[: stretch.start].rstrip().endswith(":"):
        return Attribution("", None, where[0], beside=True, at=stretch.start)
    return found or noun


def _governing(
    stretch: Quoted, where: Sequence[int], frame: str, before: Sequence[Saying], *, whole: bool
) -> Attribution | None:
    """The last verb before the words, from anywhere in their sentence."""
    apart = whole and frame[stretch.start - 2 : stretch.start - 1] not in {":", ","}
    fit = [saying for saying in before if takes_clause(saying.lemma) or takes_fragment_only(saying.lemma)]
    return _by(fit[-1], where[0]) if fit and not apart else None


def _closing(
    where: Sequence[int], sentences: Sequence[Sentence], frame: str, after: Sequence[Saying]
) -> Attribution | None:
    """The verb that closes the sentence after the words: "... “front line” in the conflict, Lee said"."""
    closing = next((saying for saying in after if _closes_a_clause(frame, saying, sentences[where[-1]])), None)
    return _by(closing, where[-1]) if closing and (takes_clause(closing.lemma) or closing.inverted) else None


def _by(saying: Saying, sentence: int, *, beside: bool = False) -> Attribution:
    return Attribution(saying.form, saying.subject, sentence, beside, saying.verb.start)


def _closes_a_clause(frame: str, saying: Saying, sentence: Sentence) -> bool:
    return (
        saying.subject is not None
        and frame[: saying.start].rstrip()[-1:] in {",", BLANK}
        and closed(frame, sentence, saying)
    )


def _by_noun(
    stretch: Quoted, number: int, sentences: Sequence[Sentence], frame: str, *, told: bool
) -> Attribution | None:
    """A noun of speech that has an owner: "Lee's warning of ...", "claims that Lee made", "remarks by Lee".

    Args:
        stretch: What is quoted.
        number: Index of its sentence.
        sentences: All sentences of the article.
        frame: The article's text with what is quoted blanked out.
        told: Whether somebody else tells of it in the sentence, so that the words may be his about what is owned.
    """
    start = sentences[number].start
    for pattern, noun, owner in ((_MADE, 1, 2), (_OWNED_SPEECH, 2, 1), (_OF, 1, 2)):
        for match in reversed(list(pattern.finditer(frame, start, stretch.start))):
            named = next(
                (w for w in match[noun].split() if w in SPEECH_NOUNS or w.removesuffix("s") in SPEECH_NOUNS), ""
            )
            last = match.start(noun) + match[noun].find(named) + len(named) if named else 0
            if named and not (told and pattern is _OWNED_SPEECH and not _LEADS.match(frame, last)):
                end = match.start(owner) + len(match[owner].rstrip())
                return Attribution(named, Span(match.start(owner), end), number, beside=False, at=match.start())
    return None
