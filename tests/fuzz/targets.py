"""What is fuzzed: everything that reads what others wrote, and what comes of it.

A target takes bytes; any error but newsread's own is a find.
"""

from typing import Final

from tests.fuzz.compared import COMPARED
from tests.fuzz.kept import KEPT
from tests.fuzz.sources import SOURCES
from tests.hostile.texts import HOSTILE

TARGETS: Final = SOURCES | KEPT | COMPARED
WORDS: Final = (*(word.encode() for word in (
    HOSTILE, "\n\n", "\n===\n", "\x00", "\ufeff", "<p>", "</", "<!--", "]]>", "&a;", "&#x110000;", "{", "[", "[" * 5000, '"', "\\u", "\\ud800", "- ", "1e999",
    "Infinity", "-1", "=", "charset=utf-7", "Content-Type: text/html; charset=x", "Content-Length: -1", "WARC/1.0\r\n", "obj", "stream", "“", "”", "Mr.", "U.S.",
    "said", "2017-02-30", "(Reuters)", "\u2028", "\U0001f600", "e\u0301", "\u6f22", "\u2014", "$1.2 million", "twelve", "not ", "http://[", "gzip",
)), b"\xff\xfe", b"\xfe\xff", b"\x1f\x8b", b"\x80", b"\xed\xa0\x80", b"%PDF-", b"PK\x03\x04")  # fmt: skip
