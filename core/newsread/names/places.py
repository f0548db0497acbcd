"""Continents by their adjectives, and the states of America by the abbreviations that news agencies use.

General knowledge that the countries' package does not have: the abbreviations are those of the Associated Press.
"""

from typing import Final

CONTINENTS: Final = {
    "african": "africa", "asian": "asia", "european": "europe", "antarctic": "antarctica",
    "latin american": "latin america", "central american": "central america", "middle eastern": "middle east",
}  # fmt: skip
STATES: Final = {
    "ala": "alabama", "ariz": "arizona", "ark": "arkansas", "calif": "california", "colo": "colorado",
    "conn": "connecticut", "del": "delaware", "fla": "florida", "ga": "georgia", "ill": "illinois", "ind": "indiana",
    "kan": "kansas", "ky": "kentucky", "la": "louisiana", "md": "maryland", "mass": "massachusetts",
    "mich": "michigan", "minn": "minnesota", "miss": "mississippi", "mo": "missouri", "mont": "montana",
    "neb": "nebraska", "nev": "nevada", "nh": "new hampshire", "nj": "new jersey", "nm": "new mexico",
    "ny": "new york", "nc": "north carolina", "nd": "north dakota", "okla": "oklahoma", "ore": "oregon",
    "pa": "pennsylvania", "ri": "rhode island", "sc": "south carolina", "sd": "south dakota", "tenn": "tennessee",
    "tex": "texas", "vt": "vermont", "va": "virginia", "wash": "washington state", "wva": "west virginia",
    "wis": "wisconsin", "wyo": "wyoming",
}  # fmt: skip


def place_key(key: str, text: str) -> str | None:
    """The key of the continent or state that a name in its compared form means; None if it is none.

    An abbreviation counts only where it is written as one, with a full stop: "Miss." and "Del." are words otherwise.
    """
    if key in CONTINENTS:
        return CONTINENTS[key]
    return STATES.get(key.replace(" ", "")) if text.endswith(".") else None


def is_adjective(key: str) -> bool:
    """Whether a name in its compared form is a continent's adjective."""
    return key.casefold() in CONTINENTS
