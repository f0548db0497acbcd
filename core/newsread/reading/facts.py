"""What is known of an article besides its text: stated by a ``story.toml``, a page's metadata or a record's fields."""

import re
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from typing import Any, Final, Self

from newsread.text import one_line

_YEARS: Final = range(1900, 2101)
_MAX_DATE: Final = 64
_MAX_LINE: Final = 600


@dataclass(frozen=True, slots=True)
class Facts:
    """What a source states of one article; None where it is silent.

    Attributes:
        outlet: Name of the outlet.
        headline: The headline; empty when the article has none.
        published: Day of publication.
        url: Address of the page.
        author: Who wrote it, names separated by commas.
        published_at: The moment of publication, with its zone.
        fetched: When the page was fetched.
        language: ISO 639-1 code of the language.
    """

    outlet: str | None = None
    headline: str | None = None
    published: date | None = None
    url: str | None = None
    author: str | None = None
    published_at: datetime | None = None
    fetched: datetime | None = None
    language: str | None = None

    def or_else(self, other: "Facts") -> Self:
        """These facts, and where they are silent the ``other`` ones."""
        missing = {field.name: getattr(other, field.name) for field in fields(Facts)}
        return replace(self, **{name: value for name, value in missing.items() if getattr(self, name) is None})


def stated(value: object) -> str | None:
    """A text of unknown origin as one clean line of bearable length; None when there is nothing in it."""
    return one_line(value[: 4 * _MAX_LINE])[:_MAX_LINE].strip() or None if isinstance(value, str) else None


def moment(value: object) -> datetime | None:
    """The moment a page or record gives in words or digits, None when it can't be told."""
    if not isinstance(value, str) or not re.search(r"\d{4}|\d{8}", value[:_MAX_DATE]):
        return None
    from dateutil import parser  # only sources that tell their date pay for it

    try:
        found = parser.parse(value.strip()[:_MAX_DATE])
    except (ValueError, OverflowError):
        return None
    return found if found.year in _YEARS else None


def dated(value: object) -> dict[str, Any]:
    """The fields ``published`` and ``published_at`` for a written date; the latter only if it says its zone."""
    when = moment(value)
    if when is None:
        return {}
    return {"published": when.date(), "published_at": when if when.tzinfo else None}


def web_address(value: object) -> str | None:
    """``value`` if it is the address of a page."""
    line = stated(value)
    return line if line and re.match(r"https?://[^\s/]+", line) else None
