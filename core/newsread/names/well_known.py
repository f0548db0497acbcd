"""Names that everybody knows, whatever the story: services, forces, institutions, faiths and parties.

A tagger trained on the news of twenty years ago overlooks "Twitter" and takes "Islam" for an organisation. These few
names are looked for wherever they stand with a capital, and have one type.
"""

from collections.abc import Mapping
from typing import Final

from newsread.model import EntityType

# Services and papers of one word that the press names like people: "Twitter banned", "Politico reported".
SERVICES: Final = frozenset(
    "axios breitbart buzzfeed facebook google huffpost instagram linkedin politico reddit reuters snapchat telegram"
    " tiktok twitter vox whatsapp youtube".split()
)
_BODIES: Final = (
    "Twitter", "Facebook", "YouTube", "Instagram", "Google", "HuffPost", "Politico", "BuzzFeed", "White House",
    "Pentagon", "Kremlin", "Navy", "Air Force", "Marine Corps", "Coast Guard", "National Guard", "State Department",
    "Justice Department", "Defense Department", "Treasury Department", "Homeland Security", "Secret Service",
    "Islamic State", "NATO", "FBI", "CIA", "UN", "IRS", "EU", "European Union", "United Nations", "Fox News",
    "Al Qaeda", "al Qaeda", "al-Qaeda", "Hamas", "Hezbollah", "Taliban", "Boko Haram",
)  # fmt: skip
_PLACES: Final = ("Capitol Hill", "Oval Office", "Rose Garden", "West Wing", "Wall Street")
_EVENTS: Final = ("Obamacare", "Brexit", "State of the Union")
_FAITHS: Final = (
    "islam islamic islamist muslim christian jew jewish catholic protestant evangelical sunni shiite shia hindu"
    " buddhist mormon orthodox".split()
)
_PEOPLES: Final = frozenset("arab kurd serb croat slav turk czech greek dane finn swede pole scot thai uzbek".split())
_PARTIES: Final = "democrat democratic republican conservative labour labor".split()
# Endings of words for peoples and followers: "Afghan", "Japanese", "Sunni", "socialist", "Tea Partiers".
_FOLLOWERS: Final = ("s", "an", "ish", "ese", "ic", "i", "ist", "ite", "er", "crat", "ch", "sh", "ive")

NAMES: Final[Mapping[str, EntityType]] = {
    **dict.fromkeys(_BODIES, EntityType.ORG),
    **dict.fromkeys(_PLACES, EntityType.PLACE),
    **dict.fromkeys(_EVENTS, EntityType.OTHER),
    **dict.fromkeys(
        (form for word in _FAITHS for form in (word.title(), f"{word.title()}s")), EntityType.GROUP
    ),
}  # fmt: skip
"""Names with their types, as they are written in a sentence."""


def is_service(text: str) -> bool:
    """Whether it is a service or paper of one word, known to everybody."""
    return text.lower() in SERVICES


def is_faith(text: str) -> bool:
    """Whether a word is the name of a faith or of its followers."""
    return text.lower() in _FAITHS or text.lower().removesuffix("s") in _FAITHS


def may_be_group(text: str) -> bool:
    """Whether a word may name a people, a party or a faith, as far as its ending tells."""
    last = text.rsplit(maxsplit=1)[-1].lower()
    return last.endswith(_FOLLOWERS) or is_faith(last) or last in _PARTIES or last in _PEOPLES or text == text.upper()
