"""Units in which news measures the same thing differently: days and weeks, miles and kilometres, "$" and "dollars"."""

import re
from typing import Final

_DAYS: Final = {
    "second": 1 / 86_400, "minute": 1 / 1_440, "hour": 1 / 24, "day": 1.0, "week": 7.0, "month": 30.44, "year": 365.25,
    "decade": 3_652.5,
}  # fmt: skip
_METRES: Final = {
    "meter": 1.0, "metre": 1.0, "kilometer": 1_000.0, "kilometre": 1_000.0, "km": 1_000.0, "mile": 1_609.0,
    "foot": 0.3048, "feet": 0.3048, "yard": 0.9144, "inche": 0.0254, "inch": 0.0254,
}  # fmt: skip
_CURRENCIES: Final = {"dollar": "$", "euro": "€", "yen": "¥", "yuan": "yuan", "ruble": "ruble", "rupee": "rupee"}
_CURRENCY: Final = re.compile(rf"\s*(?:(?:U\.?S\.?|American)\s+)?({'|'.join(_CURRENCIES)})s?\b", re.IGNORECASE)

DAYS: Final = "days"
METRES: Final = "metres"
YEARS_OLD: Final = "years old"


def measure(word: str) -> tuple[str, float] | None:
    """The unit behind a word and how much of it one is: "weeks" is 7 days; None for what measures nothing."""
    plain = word.lower().removesuffix("s")
    for unit, table in ((DAYS, _DAYS), (METRES, _METRES)):
        if plain in table:
            return unit, table[plain]
    return None


def currency_after(text: str, at: int) -> str:
    """The sign of the currency that is named at a place: "$" for "million dollars"; "" if none is."""
    match = _CURRENCY.match(text, at)
    return _CURRENCIES[match[1].lower()] if match else ""
