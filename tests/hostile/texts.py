"""Texts that mean harm, and how to tell whether they did any."""

import re
from typing import Final

OWNED: Final = "OWNED"
"""Stands in every hostile sequence, and so in nothing that may be shown."""

SEQUENCES: Final = (
    f"\x1b]0;{OWNED}\x07",  # window title
    f"\x1b]52;c;{OWNED}\x1b\\",  # clipboard
    f"\x1b]8;;https://evil.example/{OWNED}\x1b\\",  # link
    f"\x1bP$q{OWNED}\x1b\\",  # device control
    f"\x1b_{OWNED}\x1b\\",  # application program command
    f"\x9d0;{OWNED}\x9c",  # the same in C1
    f"\x90{OWNED}\x9c",
    "\x1b[2J", "\x1b[31;5m", "\x1b[?1049l", "\x1b[6n", "\x1b[>c", "\x1bc", "\x9b2J", "\x9b5i", "\x1b(0", "\x0e", "\x08" * 9, "\x7f", "\x07", "\r",
    "\u202e", "\u2066", "\u2069", "\u200b", "\u200f", "\u2060", "\ufeff", "\U000e0041", "\u2028", "\x85",
)  # fmt: skip
HOSTILE: Final = "".join(SEQUENCES)
# What a newspaper never prints and a terminal or a reader's eye would obey.
_UNSAFE: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u202a-\u202e\u2028\u2029\u2060-\u206f\ufeff\U000e0000-\U000e007f]"
)
# What newsread itself sends to a terminal: cursor, colours, modes and questions of Textual; of strings only one, the
# shape of the mouse pointer.
_OURS: Final = re.compile(
    r"\x1b\]22;[a-z]*\x07|\x1b\[[0-9;:?<>=$]*[A-Za-z~]|\x1b\[[0-9;?]*\$p|\x1b[=>78]|\r?\n|\r|\x1b\(B"
)


def spoiled(words: str) -> str:
    """Words with every hostile sequence before each of them."""
    return " ".join(HOSTILE + word for word in words.split(" "))


def found_in(text: str) -> list[str]:
    """What is unsafe in a text for people, and what was left of a sequence, each with what stands around it."""
    return _around(re.compile(f"{_UNSAFE.pattern}|{OWNED}"), text)


def unsafe_in(text: str) -> list[str]:
    """What is unsafe in a text for people, whatever words are left of it."""
    return _around(_UNSAFE, text)


def _around(sought: re.Pattern[str], text: str) -> list[str]:
    return [text[max(0, found.start() - 20) : found.end() + 20] for found in sought.finditer(text)]


def found_on_terminal(written: bytes) -> list[str]:
    """What is unsafe in what a program wrote to a terminal, beside what it needs to draw."""
    return found_in(_OURS.sub("", written.decode("utf-8", "replace")))
