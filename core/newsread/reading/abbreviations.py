"""Abbreviations of English news text, by what their full stop says about the end of a sentence."""

import re
from typing import Final


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# A name follows, so these never end a sentence.
BEFORE_NAMES: Final = _words("""
    mr mrs ms mx dr prof gen col lt lieut sgt capt maj adm cmdr cpl pvt sen sens rep reps gov govs rev hon msgr fr st
    ste messrs supt det insp pres amb atty ald sec treas mt ft pt no nos vs v art ch vol fig eq pp ed eds trans dept
    univ assn natl brig cdr ens pfc spc sra mme mlle mons dir asst assoc
""")
# A number or a name usually follows; they end a sentence when a word follows that typically begins one.
AT_EITHER: Final = _words("""
    jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun
    inc corp co ltd llc plc bros cos jr sr esq ph.d m.d etc al est approx ave blvd rd hwy sq bldg
    ala ariz ark calif colo conn del fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn
    tex vt va wash wis wyo dist intl govt admin a.m p.m i.e e.g cf viz ca max min avg tel ext hr hrs mins oz lb lbs mph
""")
# The rest of them are also words of the language ("no", "ill", "sat") unless they have a capital.
OF_EITHER_CASE: Final = _words("""
    vs v pp vol eq a.m p.m i.e e.g cf etc al est approx inc corp co ltd ft lb lbs oz hr hrs mins mph ph.d m.d jr sr
""")
# Words that begin sentences far more often than they go on after an abbreviation or an initial.
SENTENCE_OPENERS: Final = _words("""
    the a an in on at by for from to with of as if when while after before since although though because but and or so
    yet nor he she it they we i you his her its their our my your this that these those there here what who why how
    where which some many most all both each no not one two several more other another such still also however
    meanwhile instead then now later earlier even once until according during despite under over between among about
    above against without within is are was were has have had will would can could should may might must do does did
    asked mr mrs ms today yesterday last next perhaps maybe few only just
""")
_LAST_TOKEN: Final = re.compile(r"([\w.&’'-]+)\.[\"'”’»)\]]*$")
_DOTTED: Final = re.compile(r"^(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}$")


def is_abbreviation(word: str, kind: frozenset[str]) -> bool:
    """Whether a word without its full stop is of a ``kind`` of abbreviations, and written as one."""
    part = word.rsplit("-", 1)[-1]  # "post-Sept." is a month, "op-ed." no abbreviation
    name = (part if part[:1].isupper() else word).lower()
    return name in kind and (part[:1].isupper() or name in OF_EITHER_CASE)


def is_dotted(word: str) -> bool:
    """Whether a word without its last full stop is an acronym with full stops ("U.S", "a.m", "Ph.D")."""
    return bool(_DOTTED.match(word))


def is_initial(word: str) -> bool:
    """Whether a word without its full stop is the initial of a name ("J")."""
    return len(word) == 1 and word.isupper()


def ends_in_abbreviation(text: str) -> bool:
    """Whether the full stop at the end of ``text`` belongs to an abbreviation, so that it may not be a sentence."""
    match = _LAST_TOKEN.search(text)
    if match is None:
        return False
    word = match[1]
    return is_dotted(word) or is_initial(word) or is_abbreviation(word, AT_EITHER | BEFORE_NAMES)
