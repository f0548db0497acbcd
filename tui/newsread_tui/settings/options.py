"""The table of options: their names, defaults, explanations, and how a value is read.

The configuration file, its template, the environment, the command line and the documentation are all made from it.
"""

from collections.abc import Callable, Mapping
from typing import Final, NamedTuple

from newsread.text import one_line
from newsread_tui.plan import Layout
from newsread_tui.settings.values import Clipboard, Unfit
from newsread_tui.settings.words import COLORS, LAYOUTS, SWITCH, THEMES

_ALSO: Final = {
    "contrast": "high-contrast", "color-blind": "blue-orange", "colour-blind": "blue-orange", "ansi": "terminal",
    "colorblind": "blue-orange", "colourblind": "blue-orange", "24bit": "truecolor", "standard": "16", "never": "none",
    "osc52-tmux": "tmux",
}  # fmt: skip
_ON: Final = {"true": True, "on": True, "yes": True, "1": True, "false": False, "off": False, "no": False, "0": False}
_NARROWEST, _WIDEST = 30, 200

type Read = Callable[[object], object]


class Option(NamedTuple):
    """One thing that can be chosen.

    Attributes:
        name: As the file has it.
        default: As the file has it.
        summary: What it is for, in lines that fit a comment.
        read: Makes a value of what was said; raises :class:`~newsread_tui.settings.values.Unfit`.
        variable: The environment variable that sets it too; empty if there is none.
        choices: The words it can be, for help and completion; empty if there are too many.
    """

    name: str
    default: str | bool | float
    summary: tuple[str, ...]
    read: Read
    variable: str = ""
    choices: tuple[str, ...] = ()


def nearest(word: str, known: Mapping[str, object] | tuple[str, ...]) -> str:
    """A hint at the word that was probably meant; empty if none comes near."""
    from difflib import get_close_matches

    found = get_close_matches(word.lower(), list(known), n=1, cutoff=0.6)
    return f'did you mean "{found[0]}"?' if found else ""


def shown(value: object) -> str:
    """A value as the file has it."""
    if isinstance(value, bool):
        return str(value).lower()
    return f"{value:g}" if isinstance(value, int | float) else f'"{one_line(str(value))}"'


def _one_of(what: str, words: tuple[str, ...]) -> Read:
    def read(value: object) -> str:
        word = str(value).lower() if isinstance(value, str | int) and not isinstance(value, bool) else ""
        word = _ALSO.get(word, word)
        if word not in words:
            hint = nearest(word, words) or f"there are {', '.join(words)}"
            raise Unfit(f"no {what} is called {shown(value)}", hint)
        return word

    return read


def _switch(value: object) -> bool:
    on = value if isinstance(value, bool) else _ON.get(str(value).lower())
    if on is None:
        raise Unfit(f"{shown(value)} is neither true nor false")
    return on


def _auto(value: object) -> bool | None:
    return None if value == "auto" else _switch(value)


def _threshold(value: object) -> float | None:
    if value == "advised":
        return None
    number = _number(value)
    if not 0 <= number <= 1:
        raise Unfit(f"{shown(value)} is not a number from 0 to 1", 'or "advised"')
    return number


def _measure(value: object) -> int:
    number = _number(value)
    if number != int(number) or not _NARROWEST <= number <= _WIDEST:
        raise Unfit(f"{shown(value)} is not a whole number from {_NARROWEST} to {_WIDEST}")
    return int(number)


def _number(value: object) -> float:
    try:
        number = float(value) if isinstance(value, int | float | str) and not isinstance(value, bool) else -1.0
    except (ValueError, OverflowError):
        return -1.0
    return number if -1 <= number <= 1e9 else -1.0  # no infinity, and what is no number compares with nothing


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise Unfit(f"{shown(value)} is no text", "put it in quotation marks")
    return value


def _layout(value: object) -> Layout:
    return Layout[str(_one_of("layout", LAYOUTS)(value)).upper()]


def _clipboard(value: object) -> Clipboard:
    return Clipboard(str(_one_of("way to the clipboard", tuple(Clipboard))(value)))


OPTIONS: Final = {
    option.name: option
    for option in (
        Option(
            "theme", "auto",
            ("How the reader looks: dark, light, high-contrast, blue-orange (for the colour-blind), terminal (its own",
             "16 colours, fewest bytes). auto is dark, or terminal where there are 16 colours or fewer."),
            _one_of("theme", THEMES), "NEWSREAD_THEME", THEMES,
        ),
        Option(
            "color", "auto",
            ("How many colours to send: truecolor, 256, 16 or none. auto asks the environment (COLORTERM, TERM,",
             "NO_COLOR); say truecolor where tmux or SSH hides that the terminal has it."),
            _one_of("number of colours", COLORS), "NEWSREAD_COLOR", COLORS,
        ),
        Option(
            "ascii", False,
            ("Draw in ASCII only. Where the locale is not UTF-8 that is done by itself.",),
            _switch, "NEWSREAD_ASCII",
        ),
        Option(
            "mouse", False,
            ("Take the mouse from the terminal: the wheel scrolls, but the terminal no longer selects text.",),
            _switch, "NEWSREAD_MOUSE",
        ),
        Option(
            "layout", "columns",
            ("What a story begins with: columns (as many as fit), pair (two columns), one (one article, and its",
             "counterparts beside or below it). Below 100 columns all of them are one."),
            _layout, "NEWSREAD_LAYOUT", LAYOUTS,
        ),
        Option(
            "threshold", "advised",
            ("From which score on links are followed, 0 to 1; advised is what the aligner thinks best.",),
            _threshold,
        ),
        Option(
            "steady", "auto",
            ("Whether the other outlets hold still while the passage is in view, and scroll only when it is not: on,",
             "off, or auto, which is on over SSH, where it saves bytes."),
            _auto, "NEWSREAD_STEADY", SWITCH,
        ),
        Option(
            "overview", False,
            ("Whether a strip beside every article shows the whole of it.",),
            _switch,
        ),
        Option(
            "measure", 72,
            ("The longest line of text, in cells.",),
            _measure,
        ),
        Option(
            "model", "",
            ("An installed spaCy pipeline to find names with; empty for the one that came with newsread.",),
            _text,
        ),
        Option(
            "careful", True,
            ("Whether what says the same thing is sought once more, with the large encoder, behind the first links: it",
             "finds more, and keeps the processor busy for a while. What was found is kept."),
            _switch, "NEWSREAD_CAREFUL",
        ),
        Option(
            "clipboard", "osc52",
            ("Where copies go: osc52 (to the terminal, also over SSH), tmux (to the terminal around tmux; needs tmux's",
             "allow-passthrough), command (see below), file. A copy is always kept in a file as well."),
            _clipboard, "NEWSREAD_CLIPBOARD", tuple(Clipboard),
        ),
        Option(
            "clipboard_command", "",
            ('The program that takes copies on standard input: "wl-copy", "xclip -selection clipboard", "pbcopy".',),
            _text,
        ),
    )
}  # fmt: skip
"""By name, in the order in which they are shown."""
SYNONYMS: Final = {"colour": "color", "color_system": "color"}
"""Other names under which an option is found."""
