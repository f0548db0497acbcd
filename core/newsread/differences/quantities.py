"""Quantities in news English: figures and number words, money and percent, bounds, ranges, and vague amounts.

What is no amount is left out: years, days of a month, times of day, ages between commas, and numbers that are part of
a name.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from newsread.differences.measures import YEARS_OLD, currency_after, measure
from newsread.differences.passages import STOP, Passage, stem
from newsread.model import Span

_UNITS: Final = {
    name: number
    for number, name in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
        " seventeen eighteen nineteen".split()
    )
}
_TENS: Final = {
    name: 10 * number
    for number, name in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2)
}
_SCALES: Final = {"dozen": 12, "hundred": 100, "thousand": 1_000, "million": 1e6, "billion": 1e9, "trillion": 1e12,
                  "m": 1e6, "bn": 1e9, "k": 1_000}  # fmt: skip
_SMALL_WORDS: Final = "|".join([*_UNITS, *_TENS])
_WORDED: Final = rf"(?:(?:{'|'.join(_TENS)})-(?:{'|'.join(_UNITS)})|(?:{_SMALL_WORDS})\b)"
_SCALE: Final = r"(?:\s+(?:hundred|thousand|million|billion|trillion|dozen)\b|(?<=\d)(?:bn|m|k)\b)"
_FIGURE: Final = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_AMOUNT: Final = rf"(?:{_FIGURE}|{_WORDED}|(?:a|half a)(?=\s+(?:dozen|hundred|thousand|million|billion)\b)){_SCALE}*"
_QUANTITY: Final = re.compile(
    rf"(?<![\w.,$€£+/:'-])(?P<money>(?:US|A|C)?[$€£])?(?P<low>{_AMOUNT})(?:\s*(?:to|-)\s*[$€£]?(?P<high>{_AMOUNT}))?"
    rf"(?P<percent>\s*(?:%|percent\b|per cent\b))?(?P<hyphen>-(?=[a-z]{{3}}))?(?![\d:/+])",
    re.IGNORECASE,
)
VAGUE: Final = re.compile(
    r"(?<![\w-])(?:numerous|several|many|countless|dozens|scores|hundreds|thousands|tens of thousands"
    r"|hundreds of thousands|millions|billions|a handful|a number|a few|a couple|multiple)(?:\s+of)?(?![\w-])",
    re.IGNORECASE,
)
_BOUND: Final = re.compile(
    r"(?:(?P<least>more than|over|at least|exceeding|upward of|upwards of)"
    r"|(?P<most>less than|fewer than|under|up to|at most|as many as|as much as)"
    r"|(?P<about>about|around|some|roughly|approximately|an estimated|estimated|nearly|almost|close to))"
    r"\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_MONTH: Final = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]*\.?"
_DATED: Final = re.compile(rf"{_MONTH}\s+$")
_DATE_AFTER: Final = re.compile(
    rf"(?:st|nd|rd|th)?\s+{_MONTH}\b|(?:st|nd|rd|th)\b|\s*[ap]\.?m\b|\s*o'clock", re.IGNORECASE
)
_NAME_BEFORE: Final = re.compile(
    r"(?:\b(?:No|Section|Article|Chapter|Title|Flight|Route|Interstate|Highway|Channel|Room|Act|Proposition|Prop"
    r"|Amendment|Resolution|Apollo|Super Bowl|Type|Phase|Level|Page|District)\.?|[A-Z]{2,}|[A-Z][\w-]*[A-Z]\w*)\s*$"
)
_MEASURE: Final = re.compile(
    r"(?:year|month|week|day|hour|minute|mile|foot|inch|acre|page|point|member|seat|ton|person|man)\b"
)
_OLD: Final = re.compile(r"[\s-]*years?[\s-]old\b")
_ONE_IN: Final = re.compile(r"\b(?:one|1) (?:in|out of) (?:every )?$", re.IGNORECASE)
_GROUP: Final = re.compile(r"[\s-]+([^\W\d_][\w.'-]*)")
_IRREGULAR: Final = frozenset(
    "people men women children personnel police staff troops percent aircraft sheep feet".split()
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """An amount of something.

    Attributes:
        span: Where it stands in the article, its unit included.
        text: What stands there, with "about" and the like before it and what is counted after it.
        low: Its value, or the lower end of a range.
        high: Its value, or the upper end.
        unit: "%", a currency's sign, what a measure is turned into ("days", "metres"), "years old", or "".
        bound: ">", "<" or "~" when the article says "more than", "under" or "about"; else "".
        head: Stem of what is counted; "" when nothing is named.
        group: Stems of the words that name what is counted.
        vague: Whether it is a word like "several", without a value.
    """

    span: Span
    text: str
    low: float
    high: float
    unit: str = ""
    bound: str = ""
    head: str = ""
    group: frozenset[str] = frozenset()
    vague: bool = False


def quantities(passage: Passage) -> tuple[Quantity, ...]:
    """The amounts that a sentence gives, vague ones included, in reading order."""
    return _in_text(passage.text, passage.sentence.start)


@lru_cache(maxsize=4096)
def _in_text(text: str, base: int) -> tuple[Quantity, ...]:
    found = [made for match in _QUANTITY.finditer(text) if (made := _exact(text, base, match))]
    for match in VAGUE.finditer(text):
        head, group, named = _counted(text, match.end())
        found.append(Quantity(_span(base, match), match[0] + named, 0, 0, head=head, group=group, vague=True))
    return tuple(sorted(found, key=lambda quantity: quantity.span))


@lru_cache(maxsize=4096)
def values_in(text: str) -> frozenset[float]:
    """Every value that a folded text gives, whatever of."""
    values = (_value(match[end]) for match in _QUANTITY.finditer(text) for end in ("low", "high") if match[end])
    measured = (value for quantity in _in_text(text, 0) for value in (quantity.low, quantity.high) if quantity.unit)
    return frozenset(value for value in (*values, *measured) if value is not None)


def _exact(text: str, base: int, match: re.Match[str]) -> Quantity | None:
    low = _value(match["low"])
    high = _value(match["high"]) if match["high"] else low
    if low is None or high is None or _is_no_amount(text, match, low):
        return None
    if match["high"] and low < high:  # "two to three million"
        low *= max(1, high // low // 100) if _scaled(match["high"]) and not _scaled(match["low"]) else 1
    before = _BOUND.search(text[max(0, match.start() - 20) : match.start()])
    bound = next((sign for name, sign in _SIGNS if before and before[name]), "")
    unit = "%" if match["percent"] else (match["money"] or "")[-1:] or currency_after(text, match.end())
    head, group, named = _counted(text, match.end())
    shown = f"{match[0]}{named.lstrip()}" if match["hyphen"] else f"{match[0].rstrip(' -')}{named}"
    told = " ".join(f"{before[0] if before else ''}{shown}".split())
    span = Span(base + match.start(), base + match.start() + len(match[0].rstrip(" -")))
    if (old := _OLD.match(text, match.end())) and not unit:
        age = Span(span.start, base + old.end())
        return Quantity(age, text[match.start() : old.end()], min(low, high), high, YEARS_OLD, bound, "old")
    unit, scale = _measured(named) if not unit else (unit, 1.0)
    return Quantity(span, told, min(low, high) * scale, high * scale, unit, bound, head, group)


def _measured(named: str) -> tuple[str, float]:
    """The unit that what is counted is measured in, and how much of it each is."""
    first, _, _ = named.strip().partition(" ")
    return measure(first.partition("-")[0]) or ("", 1.0)


_SIGNS: Final = (("least", ">"), ("most", "<"), ("about", "~"))


def _scaled(text: str) -> bool:
    return bool(re.search(r"[a-z]", text, re.IGNORECASE))


def _span(base: int, match: re.Match[str]) -> Span:
    return Span(base + match.start(), base + len(match.string[: match.end()].rstrip(" -")))


def _value(text: str) -> float | None:
    """The number that figures, number words and scales make."""
    total = 0.0
    for word in re.findall(r"\d[\d,]*(?:\.\d+)?|[a-z]+", text.lower()):
        if word[0].isdigit():
            total = float(word.replace(",", ""))
        elif word in _SCALES:
            total = (total or 1) * _SCALES[word]
        elif word in _UNITS or word in _TENS:
            total += _UNITS.get(word, _TENS.get(word, 0))
        elif word == "half":
            total = 0.5
    return total or None


def _is_no_amount(text: str, match: re.Match[str], value: float) -> bool:
    """Whether a number is a year, a day, a time, an age between commas, a rank, or part of a name."""
    before, after = text[: match.start()], text[match.end() :]
    if match["money"] or match["percent"]:
        return False
    if match["hyphen"] and not _MEASURE.match(after):
        return True
    if _ONE_IN.search(before):
        return True
    if value == 1 or _DATED.search(before) or _DATE_AFTER.match(after) or _NAME_BEFORE.search(before):
        return True
    year = re.fullmatch(r"(?:1[789]|20)\d\d", match["low"]) and not match["hyphen"]
    age = before.rstrip().endswith(",") and after.startswith((",", ".")) and value < 120
    return bool(year) or age


def _counted(text: str, at: int) -> tuple[str, frozenset[str], str]:
    """What follows an amount: the stem of what is counted, those of all words that name it, and these words."""
    words: list[str] = []
    at -= text[at - 1 : at] in " -"
    while len(words) < 5 and (match := _GROUP.match(text, at)) and _goes_on(match[1]):
        words.append(match[1] if match[1].count(".") > 1 else match[1].rstrip("."))
        at = match.end()
    plural = next((w for w in words if _is_plural(w)), None)
    named = words[: words.index(plural) + 1] if plural else words
    head = plural or (words[0] if words else "")
    return stem(head), frozenset(stem(word) for word in named), " ".join(["", *named])


def _goes_on(word: str) -> bool:
    """Whether a word may be part of what is counted; "US" is no "us"."""
    return word.lower() not in STOP or (word.isupper() and len(word) > 1)


def _is_plural(word: str) -> bool:
    plain = word.lower()
    return plain in _IRREGULAR or (
        plain.endswith("s") and not plain.endswith(("ss", "us", "is", "'s")) and len(plain) > 3
    )
