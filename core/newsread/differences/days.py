"""Days, weeks, months and years as news names them, turned into dates where the article's own date is known.

"Thursday" is the last Thursday up to the day of publication, or the next one: which of the two, a sentence seldom
tells, so both are kept. "Last week" and "this month" count from the day of publication as well.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import IntEnum
from functools import lru_cache
from typing import Final

from dateutil.relativedelta import MO, relativedelta, weekday

from newsread.model import Span

_WEEKDAYS: Final = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS: Final = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH: Final = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec)\.)"
)
_NUMBERS: Final = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_COUNT: Final = rf"(?:\d{{1,2}}|{'|'.join(_NUMBERS)})"
_MOMENT: Final = re.compile(
    rf"(?<![\w-])(?:(?P<weekday>{'|'.join(day.title() for day in _WEEKDAYS)})\b(?!'s)"
    rf"|(?P<month>{_MONTH})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?![\d:])(?:,?\s+(?P<year>(?:19|20)\d\d))?"
    rf"|(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<month2>{_MONTH})(?:,?\s+(?P<year2>(?:19|20)\d\d))?"
    r"|(?P<near>[Yy]esterday|[Tt]oday|[Tt]omorrow|[Tt]onight|[Ll]ast night"
    r"|[Tt]his (?:morning|afternoon|evening))\b(?!'s)"
    rf"|(?P<ago>{_COUNT})\s+(?P<unit>day|week|month|year)s?\s+(?:ago|earlier)\b"
    r"|(?P<which>[Ll]ast|[Tt]his|[Nn]ext|[Ee]arlier this|[Ll]ater this)\s+(?P<span>week|month|year)\b(?!'s)"
    rf"|(?:in|since|last)\s+(?P<month3>{_MONTH})(?:,?\s+(?:of\s+)?(?P<year3>(?:19|20)\d\d))?(?!\s+\d)"
    r"|(?:in|since|of|during)\s+(?P<year4>(?:19|20)\d\d)\b)"
)
_SAID: Final = re.compile(
    r"\b(?:said|says|told(?:\s+[\w ]{1,20})?|announced|added|tweeted|wrote|reported|reporters)\s+"
    r"(?:\w+\s+)?(?:on\s+)?(?:late\s+|early\s+)?$"
)


class Grain(IntEnum):
    """How exactly a moment is named; the first is the most exact."""

    DAY = 0
    WEEK = 1
    MONTH = 2
    YEAR = 3


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, week, month or year that a sentence names.

    Attributes:
        span: Where it stands in the article.
        text: What stands there.
        grain: How exactly it is named.
        name: Its name, where that says the same in every article ("thursday", "june 28"); else "".
        when: The stretches of days it may be, first and last; empty when the article's date is needed and unknown.
        is_said: Whether it tells when something was said, not when it happened.
    """

    span: Span
    text: str
    grain: Grain
    name: str = ""
    when: tuple[tuple[date, date], ...] = ()
    is_said: bool = False

    def meets(self, other: "Moment") -> bool:
        """Whether the two may be the same time."""
        return any(a <= d and c <= b for a, b in self.when for c, d in other.when)


def moments(text: str, base: int, published: date | None) -> list[Moment]:
    """The times that a folded text names, in reading order, their offsets counted from ``base``."""
    return [replace(moment, span=_moved(moment.span, base)) for moment in _moments(text, published)]


@lru_cache(maxsize=4096)
def _moments(text: str, published: date | None) -> tuple[Moment, ...]:
    return tuple(
        Moment(Span(*match.span()), match[0], grain, name, tuple(when), bool(_SAID.search(text[: match.start()])))
        for match in _MOMENT.finditer(text)
        for grain, name, when in _read(match, published)
    )


def _moved(span: Span, base: int) -> Span:
    return Span(span.start + base, span.end + base)


def _read(match: re.Match[str], published: date | None) -> Iterator[tuple[Grain, str, list[tuple[date, date]]]]:
    if match["weekday"]:
        name = match["weekday"].lower()
        yield Grain.DAY, name, _weekdays(name, published)
    elif match["month"] or match["month2"]:
        yield from _day(match, published)
    elif match["near"]:
        step = {"yesterday": -1, "last night": -1, "tomorrow": 1}.get(match["near"].lower(), 0)
        yield Grain.DAY, "", [_one(published + timedelta(days=step))] if published else []
    elif match["ago"]:
        yield from _ago(match, published)
    elif match["span"]:
        step = {"last": -1, "next": 1}.get(match["which"].lower(), 0)
        grain = {"week": Grain.WEEK, "month": Grain.MONTH, "year": Grain.YEAR}[match["span"]]
        yield grain, "", [_stretch(grain, step, published)] if published else []
    elif match["month3"]:
        month = _month(match["month3"])
        yield Grain.MONTH, _MONTHS[month - 1], [_whole_month(y, month) for y in _years(match["year3"], published)]
    else:
        year = int(match["year4"])
        yield Grain.YEAR, match["year4"], [(date(year, 1, 1), date(year, 12, 31))]


def _ago(match: re.Match[str], published: date | None) -> Iterator[tuple[Grain, str, list[tuple[date, date]]]]:
    """A day for "two days ago"; weeks, months and years are counted roughly, so the whole one around it is meant."""
    count = _NUMBERS.index(match["ago"].lower()) if match["ago"].lower() in _NUMBERS else int(match["ago"])
    grain = {"day": Grain.DAY, "week": Grain.WEEK, "month": Grain.MONTH, "year": Grain.YEAR}[match["unit"]]
    if not published or match[0].endswith("earlier"):
        yield grain, "", []
    elif grain is Grain.DAY:
        yield grain, "", [_one(published - timedelta(days=count))]
    else:
        yield grain, "", [_stretch(grain, -count, published)]


def _day(match: re.Match[str], published: date | None) -> Iterator[tuple[Grain, str, list[tuple[date, date]]]]:
    month, day = _month(match["month"] or match["month2"]), int(match["day"] or match["day2"])
    if not 1 <= day <= 31:
        return
    years = _years(match["year"] or match["year2"], published)
    when = [_one(made) for year in years if (made := _date(year, month, day))]
    yield Grain.DAY, f"{_MONTHS[month - 1]} {day}", when


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:  # 30 February
        return None


def _one(day: date) -> tuple[date, date]:
    return day, day


def _month(name: str) -> int:
    return _MONTHS.index(name[:3].lower()) + 1


def _years(year: str | None, published: date | None) -> list[int]:
    if year:
        return [int(year)]
    return [published.year - 1, published.year, published.year + 1] if published else []


def _weekdays(name: str, published: date | None) -> list[tuple[date, date]]:
    if published is None:
        return []
    day = weekday(_WEEKDAYS.index(name))
    return [_one(published + relativedelta(weekday=day(-1))), _one(published + relativedelta(weekday=day(+1)))]


def _stretch(grain: Grain, step: int, published: date) -> tuple[date, date]:
    if grain is Grain.WEEK:
        monday = published + relativedelta(weekday=MO(-1)) + timedelta(weeks=step)
        return monday, monday + timedelta(days=6)
    if grain is Grain.MONTH:
        there = published + relativedelta(months=step)
        return _whole_month(there.year, there.month)
    return date(published.year + step, 1, 1), date(published.year + step, 12, 31)


def _whole_month(year: int, month: int) -> tuple[date, date]:
    first = date(year, month, 1)
    return first, first + relativedelta(months=1, days=-1)
