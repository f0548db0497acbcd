"""Indirect speech: the clause that a verb of saying introduces ("Lee said that ...") or closes ("..., Lee said")."""

import re
from typing import Final

from newsread.model import Sentence, Span
from newsread.quotes.phrases import BLANK
from newsread.quotes.sayings import Saying
from newsread.quotes.verbs import takes_bare_clause, takes_clause, takes_object

_DAY: Final = (
    r"(?:(?:on|late|early|earlier|last|this)\s+)*(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"(?:\s+(?:morning|evening|night|afternoon))?"
    r"|(?:last|this|earlier this|late last)\s+(?:week|month|year|night)|yesterday|today|earlier|later|repeatedly"
    r"|again|also"
)
_WHEN: Final = rf"(?:{_DAY}|(?:in|at|during|after|on|to reporters|via|before)\s+(?:[\w.'&-]+\s+){{0,7}}?[\w.'&-]+)"
_OBJECT: Final = r"(?:\s+(?:[\w.'&-]+\s+){0,6}?[\w.'&-]+)?"
_THAT: Final = re.compile(rf"(?:\s+{_WHEN})*\s+that\s+")
_TOLD_THAT: Final = re.compile(rf"{_OBJECT}(?:\s+{_WHEN})*\s+that\s+")
_TOLD_BARE: Final = re.compile(
    rf"\s+(?:[a-z]+|[A-Z][\w.]+(?:\s[A-Z][\w.]+){{0,3}})(?:\s+{_WHEN})*?\s+"
    r"(?=(?:he|she|it|they|there|we|I)\s)"
)
_PRONOUN: Final = re.compile(rf"(?:\s+(?:{_DAY}))*\s+(?=(?:he|she|it|they|there|we|I)\s)")
DATELINE: Final = re.compile(r"[A-Z][A-Z.,' ]{2,}(?:[A-Z][a-z]+\.?\s*)?(?:\([A-Za-z .]+\))?\s*--?\s+")
_BARE: Final = re.compile(
    rf"(?:\s+(?:{_DAY}))*\s+(?=(?:he|she|it|they|there|the|a|an|we|I|his|her|its|their|this|these|those|no|some|many|most"
    r"|any|both|more|such|all|each|our|my|[A-Z][\w.'-]*|\d[\d,.]*|another|new|other)\b)"
)
_WEEKDAY: Final = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b")
_CLOSED: Final = re.compile(rf"(?:\s+of\s+[A-Z][\w.]*\w)?(?:\s+{_WHEN})*\s*(?:[.,;]|$|\s-|\n)")
# What is apposed to a source is not yet what it tells: "According to the club, a rival, ...".
_AFTER_SOURCE: Final = re.compile(r"\s*,\s*(?:(?:an?|the|its|his|her)\s[^,]{3,60},\s*)?")
_SUBORDINATE: Final = re.compile(r"(?:When|While|Though|Although|After|As|Because|Since|Once|Before)\s")
_VERB: Final = re.compile(r"(?:is|was|were|are|will|would|could|should|may|might|has|had|does|did)(?:n't)?\b")
_RELATIVE: Final = re.compile(r",\s+who(?:\s+(?:has|have|had|also|once|later|previously))*$")
_GOES_ON: Final = re.compile(r",\s+(?=(?:has|have|had|was|were|is|are|will|would|said|told|left|went|became)\b)")
_OTHER_CLAUSE: Final = re.compile(r",\s+(?:and|but|while|as|who|which|\w+ing)\b")
_OPENS_CLAUSE: Final = frozenset(
    "By In With After Before For If While Given Under Rather Without Despite At On During Instead When As".split()
)
_LEAST: Final = 4  # words


def clause(frame: str, sentence: Sentence, saying: Saying) -> Span | None:
    """The clause that gives in the outlet's words what somebody said; None if there is none, or if it quotes."""
    if not (takes_clause(saying.lemma) or saying.lemma == "according to"):
        return None
    found = _closed(frame, sentence, saying) or _introduced(frame, sentence, saying)
    if found is None or BLANK in frame[found.start : found.end] or _words(frame, found) < _LEAST:
        return None
    return found


def _introduced(frame: str, sentence: Sentence, saying: Saying) -> Span | None:
    if saying.inverted:
        return None
    patterns = (_TOLD_THAT, _TOLD_BARE) if takes_object(saying.lemma) else (_THAT, *_bare(saying))
    for pattern in patterns:
        match = pattern.match(frame, saying.verb.end, sentence.end)
        if match and not _WEEKDAY.match(frame, match.end()):
            start = match.end()
            if match[0].split()[-1:] == ["that"] and _VERB.match(frame, start):
                if match[0].strip() != "that":
                    continue  # "told them in a talk that was brief"
                start -= len(match[0]) - match[0].rindex("that")  # "said that was no way to do it"
            return _trimmed(frame, start, _clause_end(frame, sentence, saying, start))
    return None


def _clause_end(frame: str, sentence: Sentence, saying: Saying, start: int) -> int:
    """Where the clause ends: with the sentence, or the relative clause that it is in ("Lee, who said ..., left")."""
    comma = frame.find(",", start, sentence.end)
    if _SUBORDINATE.match(frame, sentence.start) and "," not in frame[sentence.start : saying.start] and comma > 0:
        return comma  # "Though Lee said it was, Ray said it was not"
    relative = frame[sentence.start : saying.verb.start].rstrip()
    if not _RELATIVE.search(relative):
        return sentence.end
    goes_on = _GOES_ON.search(frame, start, sentence.end)
    return goes_on.start() if goes_on else sentence.end


def _bare(saying: Saying) -> tuple[re.Pattern[str], ...]:
    if saying.subject is None:
        return ()
    return (_BARE,) if takes_bare_clause(saying.lemma) else (_PRONOUN,)


def _closed(frame: str, sentence: Sentence, saying: Saying) -> Span | None:
    """What stands before ", Lee said" at the end of a clause."""
    before = frame[sentence.start : saying.start].rstrip()
    if not closes(frame, sentence, saying):
        if saying.lemma != "according to" or saying.start - sentence.start > 2:
            return None
        rest = _AFTER_SOURCE.match(frame, saying.end, sentence.end)
        return _trimmed(frame, rest.end(), sentence.end) if rest else None
    goes_on = frame[saying.end : saying.end + 1] == "," and _is_inserted(frame, sentence, saying, before)
    return _trimmed(frame, sentence.start, sentence.end if goes_on else sentence.start + len(before))


def _is_inserted(frame: str, sentence: Sentence, saying: Saying, before: str) -> bool:
    """Whether a verb of saying stands within what it tells: "The talks, he said, failed."."""
    words, rest = before.split(), frame[saying.end : sentence.end]
    quotes_on = BLANK in rest and not _OTHER_CLAUSE.match(rest)
    return len(words) < _LEAST or words[0] in _OPENS_CLAUSE or quotes_on


def closed(frame: str, sentence: Sentence, saying: Saying) -> bool:
    """Whether a verb of saying ends its clause, so that what it tells stands before it."""
    return saying.subject is not None and bool(_CLOSED.match(frame, saying.end, sentence.end))


def closes(frame: str, sentence: Sentence, saying: Saying) -> bool:
    """Whether what a verb of saying tells stands before it, after a comma."""
    return frame[sentence.start : saying.start].rstrip().endswith(",") and closed(frame, sentence, saying)


def _trimmed(frame: str, start: int, end: int) -> Span:
    dateline = DATELINE.match(frame, start, end)
    start = dateline.end() if dateline else start
    text = frame[start:end]
    return Span(start + len(text) - len(text.lstrip()), start + len(text.rstrip(" \n.,;")))


def _words(frame: str, span: Span) -> int:
    return len(frame[span.start : span.end].split())
