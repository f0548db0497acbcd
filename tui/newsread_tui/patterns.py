"""Patterns that a reader types, sought within a bound of time: none of them can hold up the screen."""

import re
import time
from collections.abc import Callable, Sequence
from typing import Final

from newsread.model import Span
from newsread.text import fold

MARK: Final = "/"
"""Begins a query that is a pattern."""
_LONGEST: Final = 500  # characters
_SECONDS: Final = 0.25
"""Computing time for all sentences of a story together."""
_SPACES: Final = re.compile(r"\s")

type Seek = Callable[[str], Sequence[Span]]


class Refused(Exception):
    """A pattern that cannot be sought; its text says why."""


def pattern(query: str) -> Seek:
    r"""What finds a pattern in one text after another.

    White space of the text is one blank, however it is broken into lines; quotation marks and dashes are plain ones. An
    upper-case letter makes case matter, but not that of ``\S`` and the like.

    Raises:
        Refused: It is no pattern; or, from the function that is given back, it takes too long.
    """
    import regex  # takes longer to load than the first search for words may last

    source = fold(query.removeprefix(MARK).removesuffix(MARK))
    if len(source) > _LONGEST:
        raise Refused("the pattern is too long")
    case = regex.VERSION0 if re.search(r"[A-Z]", re.sub(r"\\.", "", source)) else regex.VERSION0 | regex.IGNORECASE
    try:
        compiled = regex.compile(source, case)
    except (regex.error, OverflowError, RecursionError, MemoryError, ValueError) as error:
        raise Refused(f"not a pattern: {error}") from error
    spent = 0.0

    def seek(text: str) -> Sequence[Span]:
        nonlocal spent
        flat, places = _flat(fold(text))
        begun = time.process_time()
        try:
            matches = compiled.finditer(flat, timeout=max(0.001, _SECONDS - spent))
            spans = [match.span() for match in matches]
        except (TimeoutError, MemoryError, RecursionError) as error:
            raise Refused("this pattern takes too long") from error
        finally:
            spent += time.process_time() - begun
        return [Span(places[start], places[end - 1] + 1) for start, end in spans if start < end]

    return seek


def _flat(text: str) -> tuple[str, Sequence[int]]:
    """A text with one blank for white space of every length, and where each of its characters was."""
    if not re.search(r"\s\s|[^\S ]", text):
        return text, range(len(text))
    places = [n for n, char in enumerate(text) if not char.isspace() or n == 0 or not text[n - 1].isspace()]
    return _SPACES.sub(" ", "".join(text[n] for n in places)), places
