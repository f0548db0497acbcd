"""Full stops that end no sentence in other languages than English: abbreviations, and ordinals such as "17. August"."""

import re
from typing import Final

_ABBREVIATIONS: Final = {
    "de": "abb abs art aufl bd betr bzw ca dipl dr ehem einschl etc evtl fam ff fr geb gegr ggf hl hr hrsg inkl ing"
    " insb jh jhdt jr kap km max min mio mrd nr pos prof rd s sog sr st std stellv str tel tsd u usf usw v vgl vs z"
    " zit zzgl",
    "fr": "art av bd cf chap dr env etc fig hab inc jr m me mgr mlle mm mme mmes n no p pp pr prof sgt st ste svp t tel"
    " vol",
    "es": "admón art av avda cap cía d dña dr dra etc excma excmo fig gral ing lic núm pág prof sr sra sres srta st sta"
    " tel ud uds vol",
    "it": "arch art avv cap cav dott dr ecc es fig geom gen ing mons n on pag pagg prof rag sen sig sigg sen st tel"
    " vol",
    "pt": "art av cap cia d dr dra eng etc exa exmo fig gen n núm pág prof profa sr sra sto sta tel v vol",
    "nl": "a.u.b afb art bijv blz ca dhr dr drs enz etc excl fig incl ing ir jl jr max mevr mgr min mr mw nl nr o.a p"
    " prof red st tel vgl vs zgn",
    "sv": "bl ca dr dvs etc ex fig jfr kap kl kr m nr osv s st t tel",
    "da": "bl ca dr etc f fig hhv jf kap kl kr mio mia nr osv pct s st tlf",
    "no": "bl ca dr etc f fig jf kap kl kr mill nr osv pst s st tlf",
    "pl": "al art dr godz gen inż itd itp mgr mjr np nr ok os pl płk pn pok prof red rys św tel tj tzw ul ur zł",
    "cs": "apod atd č čl dr hod ing kč mj mgr např nám obr odst popř prof př resp sv tel tj tzv ul",
    "ru": "г гг д др им кв млн млрд напр обл пр проф р руб см ст стр т тыс ул чел",
    "uk": "вул грн др ім млн млрд напр обл р рр см ст тис",
    "tr": "av bkz cad doç dr örn prof sok st vb vd yrd",
}
_KNOWN: Final = {language: frozenset(words.split()) for language, words in _ABBREVIATIONS.items()}
_KNOWN["nb"] = _KNOWN["nn"] = _KNOWN["no"]
# Where the day of a month and a king's number are written with a full stop.
_ORDINALS: Final = frozenset("bs cs da de et fi hr hu is lv nb nn no pl sk sl sr tr".split())
_NUMBER: Final = re.compile(r"(?<!\d)\d{1,2}$")
_LETTERS: Final = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]+)*$")


def stop_ends(before: str, language: str) -> bool:
    """Whether a full stop after ``before`` ends a sentence in ``language``, what follows being able to begin one."""
    if language in _ORDINALS and _NUMBER.search(before):
        return False
    last = _LETTERS.search(before)
    if last is None:
        return True
    word = last[0]
    if "." in word or (len(word) == 1 and word.isupper()):
        return False  # "z.B.", "J. Müller"
    return word.lower() not in _KNOWN.get(language, frozenset())
