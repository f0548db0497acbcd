"""Bytes to text: Unicode by its marks, then UTF-8, then the best guess of charset-normalizer.

The offsets that leave the program count characters of what :func:`decode` returns, so line ends are kept as they are
and only a byte order mark is dropped.
"""

import codecs
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from newsread.errors import SourceEmpty, SourceNotText

# UTF-32's marks begin with UTF-16's, so they are looked for first.
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# How files that are not text begin: a clear word about them is worth more than a decoder's.
_SIGNATURES: Final = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a zip archive or office document"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "a database"),
)
_DECLARATION: Final = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z][\w:.-]{1,30})""", re.IGNORECASE)
_DECLARED_WITHIN: Final = 4096
# Python has codecs that are no encodings of the web, and some are slow enough to be a weapon (punycode).
_FAMILY: Final = re.compile(
    r"(?:utf-?8|utf-?16|iso[-_]?8859|iso-?2022|windows-|cp-?\d|latin|us-ascii|ascii|koi8|gb|big5|euc|shift|sjis|mac|tis)",
    re.IGNORECASE,
)
# Control characters no text has: bytes read in the wrong single-byte encoding give them.
_UNWRITTEN: Final = re.compile("[\x80-\x84\x86-\x9f\x00-\x08]")
_SAMPLE: Final = 64 * 1024
_TOLERATED_DAMAGE: Final = 0.005


@dataclass(frozen=True, slots=True)
class DecodedText:
    """A text and how it was decoded.

    Attributes:
        text: The characters, without a byte order mark.
        encoding: Name of the encoding.
        warnings: What went wrong on the way, one line each.
    """

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


def decode(data: bytes, name: str, declared: Sequence[str] = ()) -> DecodedText:
    """Decode ``data``.

    Args:
        data: The bytes.
        name: What messages call them.
        declared: Encodings that the bytes are said to be in, by a page or its server. Both are often wrong, so the
            bytes come first: UTF-8 is believed before any of these, and these only if the bytes can be read so.

    Raises:
        SourceEmpty: There is no character but white space.
        SourceNotText: It is not text, or in no encoding that can be told.
    """
    decoded = _decode(data, name, declared)
    if not decoded.text.strip().strip("\x00\ufeff\u200b"):
        raise SourceEmpty(f"{name}: there is no text in it")
    return decoded


def declared_in(data: bytes) -> str | None:
    """The encoding that a page's HTML or XML says it is in."""
    found = _DECLARATION.search(data[:_DECLARED_WITHIN])
    return found[1].decode("ascii") if found else None


def _decode(data: bytes, name: str, declared: Sequence[str]) -> DecodedText:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _lenient(data[len(mark) :], encoding)
    if what := next((what for signature, what in _SIGNATURES if data.startswith(signature)), None):
        raise SourceNotText(f"{name}: this is {what}, not a text", "save or export the article as text")
    if order := _unmarked_utf16(data):
        return _lenient(data, order)
    if _is_binary(data):
        raise SourceNotText(f"{name}: this is binary data, not a text")
    try:
        return DecodedText(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return _mostly_utf8(data) or _as_declared(data, declared) or _guessed(data, name)


def _as_declared(data: bytes, declared: Sequence[str]) -> DecodedText | None:
    for label in filter(_FAMILY.match, declared):
        try:
            # What pages call Latin-1 is what Windows makes of it (encoding.spec.whatwg.org).
            codec = "cp1252" if (found := codecs.lookup(label).name) in ("iso8859-1", "ascii") else found
            text = data.decode(codec)
        except (LookupError, UnicodeError):
            continue
        if not _UNWRITTEN.search(text):
            return DecodedText(text, codec)
    return None


def _lenient(data: bytes, encoding: str) -> DecodedText:
    text = data.decode(encoding, errors="replace")
    damage = text.count("\ufffd")
    return DecodedText(text, encoding, (f"{damage} damaged characters",) if damage else ())


def _unmarked_utf16(data: bytes) -> str | None:
    """The byte order of UTF-16 without a mark: in Western text every second byte is NUL."""
    sample = data[:_SAMPLE]
    half = len(sample) // 2
    if half < 8:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > half * 0.6 and even < half * 0.05:
        return "utf-16-le"
    return "utf-16-be" if even > half * 0.6 and odd < half * 0.05 else None


def _is_binary(data: bytes) -> bool:
    sample = data[:_SAMPLE]
    control = sum(sample.count(byte) for byte in (*range(7), *range(14, 27), *range(28, 32), 127))
    return control > len(sample) * 0.02 or sample.count(0) > max(1, len(sample) // 500)


def _mostly_utf8(data: bytes) -> DecodedText | None:
    """UTF-8 with a few bad bytes, such as a character cut in two at the end of half a download."""
    text = data.decode("utf-8", errors="replace")
    damage = text.count("\ufffd")
    sound = sum(character > "\x7f" for character in text) - damage
    truncated = damage == 1 and text.endswith("\ufffd")
    if truncated or (sound > damage * 4 and damage <= len(text) * _TOLERATED_DAMAGE):
        return DecodedText(text, "utf-8", (f"{damage} damaged character{'s' if damage > 1 else ''}",))
    return None


def _guessed(data: bytes, name: str) -> DecodedText:
    from charset_normalizer import from_bytes  # 40 ms that UTF-8 never pays

    matches = from_bytes(data)
    best = matches.best()
    if best is None:
        raise SourceNotText(f"{name}: its character encoding could not be told", "save it as UTF-8")
    # A few curly quotes and accents do not tell the Western code pages apart: of equals the commonest is right.
    equals = [match.encoding for match in matches if (match.chaos, match.coherence) == (best.chaos, best.coherence)]
    encoding = "cp1252" if "cp1252" in equals else best.encoding
    return DecodedText(data.decode(encoding, errors="replace"), encoding, (f"read as {encoding}",))
