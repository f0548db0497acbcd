"""Verbs and nouns with which English news gives somebody's words.

The classes follow what a quotation may stand with (Krestel, Bergler and Witte 2008, "Minding the Source"; Pareti
2012, PARC): verbs of saying take a clause, verbs of judging take a few quoted words only.
"""

from functools import cache
from typing import Final

# Take a clause with "that", and quotations of every kind.
_SAYING: Final = """
say tell add warn claim insist argue explain declare stress note reiterate state announce reply respond acknowledge
confirm admit concede tweet write vow pledge promise threaten deny suggest maintain assert contend testify predict
complain caution recall remark observe conclude estimate emphasize emphasise allege boast reveal report recount reason
joke quip lament counter agree underscore indicate swear signal hint believe proclaim assure remind inform retort muse
opine profess attest concur charge
""".split()
# Take quotations, no clause of their own.
_UTTERING: Final = """
ask continue put go shout yell exclaim cry whisper mutter interject read begin repeat demand wonder chant sing post
begin urge
""".split()
# Take a few quoted words only: what somebody called, welcomed or condemned.
_JUDGING: Final = """
call describe welcome condemn denounce slam praise dismiss brand label decry criticize criticise blast hail reject cite
blame deride mock tout characterize characterise refer dub question express reaffirm accuse thank apologize apologise
laud applaud deplore ridicule tear lash attack defend plead advise instruct order invite speak
""".split()
# Take a clause without "that": "he said the talks were over".
_BARE: Final = "say tell insist argue claim".split()
_TELLING: Final = frozenset({"tell", "assure", "remind", "inform"})
_IRREGULAR: Final = {
    "say": ("say", "says", "said", "saying"), "tell": ("tell", "tells", "told", "telling"),
    "write": ("write", "writes", "wrote", "written", "writing"), "read": ("read", "reads", "reading"),
    "swear": ("swear", "swears", "swore", "swearing"), "sing": ("sing", "sings", "sang", "singing"),
    "begin": ("begin", "begins", "began", "beginning"), "speak": ("speak", "speaks", "spoke", "speaking"),
    "tear": ("tears", "tore", "tearing"), "plead": ("plead", "pleads", "pleaded", "pled", "pleading"),
    "admit": ("admit", "admits", "admitted", "admitting"), "refer": ("refer", "refers", "referred", "referring"),
    "quip": ("quip", "quips", "quipped", "quipping"), "slam": ("slam", "slams", "slammed", "slamming"),
    "put": ("put", "puts"), "go": ("went", "goes"),
    "dub": ("dub", "dubs", "dubbed", "dubbing"), "hint": ("hint", "hints", "hinted", "hinting"),
}  # fmt: skip
ONLY_BEFORE: Final = {"put": " it", "puts": " it", "went": " on", "goes": " on"}
"""Verbs that give words in one phrase only, with the word that follows there."""
SPEECH_NOUNS: Final = frozenset(
    "accusation allegation announcement answer apology argument assertion assurance boast call claim comment complaint"
    " contention criticism declaration demand denial description insistence message pledge promise question rebuke"
    " remark reply response speech statement suggestion testimony threat tweet vow warning words".split()
)  # fmt: skip
# Forms that are as often nouns or adjectives: they count after a name or a pronoun only.
AMBIGUOUS: Final = frozenset(
    "charge charges charged charging"
    " claims reports notes states calls demands promises remarks"
    " questions orders warns pleads attacks tears tweets vows"
    " reported stated estimated alleged claim report note state call demand promise remark question order warn attack"
    " tear tweet vow claimed confirmed revealed written labels brands cites hints signals post posts boasts mocks"
    " blames reason reasons counter counters read reads cry speaking reading writing beginning repeated ordered".split()
)  # fmt: skip


def _forms(verb: str) -> tuple[str, ...]:
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    if verb.endswith("e"):
        return verb, f"{verb}s", f"{verb}d", f"{verb[:-1]}ing"
    if verb.endswith("y") and verb[-2] not in "aeou":
        return verb, f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing"
    ending = "es" if verb.endswith(("s", "sh", "ch", "x")) else "s"
    return verb, f"{verb}{ending}", f"{verb}ed", f"{verb}ing"


@cache
def lemmas() -> dict[str, str]:
    """Every form of a verb that gives somebody's words, with the verb itself."""
    return {form: verb for verb in (*_JUDGING, *_UTTERING, *_SAYING) for form in _forms(verb)}


def takes_clause(lemma: str) -> bool:
    """Whether it is a verb of saying: a clause may follow."""
    return lemma in _SAYING


def takes_bare_clause(lemma: str) -> bool:
    """Whether the clause may follow without "that"."""
    return lemma in _BARE


def takes_object(lemma: str) -> bool:
    """Whether somebody who is told stands between it and the clause: "he told them that"."""
    return lemma in _TELLING


def takes_fragment_only(lemma: str) -> bool:
    """Whether it goes with a few quoted words, not with a quotation that stands for itself."""
    return lemma in _JUDGING
