"""Which language an article is in. The aligner and the tagger know English; other languages are shown as they are."""

import re
from typing import Final

from newsread.arithmetic import load_numpy

ALIGNED: Final = "en"
"""The language whose sentences are compared and whose names are found."""

# A tenth of all running English is these words; in no other language are they nearly as common.
_ENGLISH: Final = frozenset(
    "the and of to that with for from said has have were which this are not but his their would will who by".split()
)
_ENOUGH: Final = 0.12
_WORDS: Final = 400
_FEW: Final = 15
_NAMES: Final = {
    "ar": "Arabic", "bg": "Bulgarian", "bn": "Bengali", "ca": "Catalan", "cs": "Czech", "da": "Danish", "de": "German",
    "el": "Greek", "en": "English", "es": "Spanish", "et": "Estonian", "eu": "Basque", "fa": "Persian", "fi": "Finnish",
    "fr": "French", "ga": "Irish", "gl": "Galician", "he": "Hebrew", "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian",
    "id": "Indonesian", "is": "Icelandic", "it": "Italian", "ja": "Japanese", "ko": "Korean", "lt": "Lithuanian",
    "lv": "Latvian", "ms": "Malay", "nb": "Norwegian", "nl": "Dutch", "nn": "Norwegian", "no": "Norwegian",
    "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sk": "Slovak", "sl": "Slovene",
    "sr": "Serbian", "sv": "Swedish", "sw": "Swahili", "th": "Thai", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu",
    "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip


def language_of(text: str, stated: str | None = None) -> str:
    """The ISO 639-1 code of a text's language.

    Args:
        text: The article's own words.
        stated: What its page says; believed only of a text too short to tell.
    """
    words = re.findall(r"[^\W\d_]+", text[: _WORDS * 12].lower())[:_WORDS]
    if len(words) < _FEW and len(text) < 3 * _FEW:
        return stated or ALIGNED
    if sum(word in _ENGLISH for word in words) >= _ENOUGH * len(words) > 0:
        return ALIGNED
    load_numpy()
    import py3langid  # a second that plain English never pays; it brings numpy

    code, _ = py3langid.classify(text[:5000])
    return str(code)


def language_name(code: str) -> str:
    """A language's name in English, or its code where it is a rare one."""
    return _NAMES.get(code, f"the language {code}")
