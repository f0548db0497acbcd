"""Continents by their adjectives, and the states of America by the abbreviations that news agencies use.

General knowledge that the countries' package does not have: the abbreviations are those of the Associated Press.
"""

import re
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
_SHORT: Final = frozenset({"ga", "ky", "la", "md", "mo", "pa", "va", "vt"})  # of two letters, written with one capital
_STATE_NAMES: Final = frozenset({
    *(state.title() for state in STATES.values() if state not in {"washington state", "georgia"}),
    *(f"{state.title()}." for state in STATES if len(state) > 2 or state in _SHORT), "Alaska", "Georgia", "Hawaii",
    "Idaho", "Iowa", "Maine", "Ohio", "Utah", "Washington", "D.C.", "N.H.", "N.J.", "N.M.", "N.Y.", "N.C.", "N.D.",
    "R.I.", "S.C.", "S.D.", "W.Va.",
})  # fmt: skip
STATE: Final = "|".join(sorted(map(re.escape, _STATE_NAMES), key=len, reverse=True))
"""A pattern for the states of America as they stand after a town or a party's letter: "Ferguson, Mo.", "D-Calif."."""
_CAPITAL: Final = frozenset({"washington", "washington, dc", "washington dc", "dc", "district of columbia"})


def place_key(key: str, text: str) -> str | None:
    """The key of the continent or state that a name in its compared form means; None if it is none.

    An abbreviation counts only where it is written as one, with a full stop: "Miss." and "Del." are words otherwise.
    """
    if key in CONTINENTS:
        return CONTINENTS[key]
    if key in _CAPITAL:
        return "washington"
    return STATES.get(key.replace(" ", "")) if text.endswith(".") else None


def full_name(text: str) -> str | None:
    """The name of the state that an abbreviation means: "California" for "Calif."; None if it is none."""
    state = STATES.get(text.casefold().replace(".", "").replace(" ", "")) if text.endswith(".") else None
    return state.title() if state else None


def is_adjective(key: str) -> bool:
    """Whether a name in its compared form is a continent's adjective."""
    return key.casefold() in CONTINENTS
