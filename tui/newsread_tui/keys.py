"""The keys of the reading screen: one table, from which the bindings, the help and the hint line are made.

Every action has a letter or sign of its own, as terminals and multiplexers swallow other keys; arrows and the keys of
pagers and editors are there beside it.
"""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import cache
from string import punctuation
from typing import Final

from textual.binding import ActiveBinding, Binding, BindingType

_MOVE: Final = Binding.Group("Moving")
_LOOK: Final = Binding.Group("Looking closer")
_SYNC: Final = Binding.Group("Following")
_TAKE: Final = Binding.Group("Keeping and taking away")
_FIX: Final = Binding.Group("Correcting")
_APP: Final = Binding.Group("The program")

WRITE: Final = Binding("W", "app.write_screen", "Write what is on the screen to a file", id="write.screen", group=_TAKE)
"""Works over every screen, as does :data:`WRITE_LINEAR`."""
WRITE_LINEAR: Final = Binding(
    "R",
    "app.write_screen(True)",
    "Write it to a file in reading order, nothing cut",
    id="write.linear",
    group=_TAKE,
)

READING: Final[list[BindingType]] = [
    Binding("j,down", "step(1)", "Next sentence", id="sentence.next", group=_MOVE),
    Binding("k,up", "step(-1)", "Previous sentence", id="sentence.previous", group=_MOVE),
    Binding("l,right", "cross(1)", "Same passage, outlet to the right", id="outlet.right", group=_MOVE),
    Binding("h,left", "cross(-1)", "Same passage, outlet to the left", id="outlet.left", group=_MOVE),
    Binding("tab", "cycle(1)", "Next outlet, round and round", id="outlet.next", group=_MOVE),
    Binding("shift+tab", "cycle(-1)", "Previous outlet, round and round", id="outlet.previous", group=_MOVE),
    *(Binding(str(n), f"outlet({n})", "Outlet by number", id=f"outlet.{n}", group=_MOVE) for n in range(1, 10)),
    Binding("0", "outlet(0)", id="outlet.0", show=False),
    Binding("}", "paragraph(1)", "Next paragraph", id="paragraph.next", group=_MOVE),
    Binding("{", "paragraph(-1)", "Previous paragraph", id="paragraph.previous", group=_MOVE),
    Binding("J,ctrl+d", "page(0.5)", "Half a page down", id="page.half_down", group=_MOVE),
    Binding("K,ctrl+u", "page(-0.5)", "Half a page up", id="page.half_up", group=_MOVE),
    Binding("space,pagedown,ctrl+f", "page(1)", "A page down", id="page.down", group=_MOVE),
    Binding("b,pageup,ctrl+b", "page(-1)", "A page up", id="page.up", group=_MOVE),
    Binding("),ctrl+e", "scroll(3)", "Scroll this outlet alone, down", id="scroll.down", group=_MOVE),
    Binding("(,ctrl+y", "scroll(-3)", "Scroll this outlet alone, up", id="scroll.up", group=_MOVE),
    Binding("s", "seek('shared', 1)", "Next passage that others carry", id="shared.next", group=_MOVE),
    Binding("S", "seek('shared', -1)", "Previous passage that others carry", id="shared.previous", group=_MOVE),
    Binding("o", "seek('unique', 1)", "Next passage only here", id="unique.next", group=_MOVE),
    Binding("O", "seek('unique', -1)", "Previous passage only here", id="unique.previous", group=_MOVE),
    Binding(";", "seek('differing', 1)", "Next passage in which outlets differ", id="differing.next", group=_MOVE),
    Binding(
        "comma",
        "seek('differing', -1)",
        "Previous passage in which outlets differ",
        id="differing.previous",
        group=_MOVE,
    ),
    Binding("<", "back", "Back to before the last jump", id="back", group=_MOVE),
    Binding(">", "forward", "Forward again", id="forward", group=_MOVE),
    Binding("g,home", "first", "Beginning of the article, or the sentence by number", id="article.first", group=_MOVE),
    Binding("G,end", "last", "End of the article, or the sentence by number", id="article.last", group=_MOVE),
    Binding(".", "other", "Another counterpart, where there are several", id="counterpart.other", group=_LOOK),
    Binding("d", "words", "Mark the words that differ", id="words", group=_LOOK),
    Binding("c", "coverage", "Who carries what, as a matrix", id="coverage", group=_LOOK),
    Binding("u", "omissions", "What this outlet leaves out, and has alone", id="omissions", group=_LOOK),
    Binding("D", "differences", "Where the outlets differ", id="differences", group=_LOOK),
    Binding("Q", "quotations", "Who says what, and how the words drift", id="quotations", group=_LOOK),
    Binding("e", "people", "Who and what is named, and by whom", id="people", group=_LOOK),
    Binding("*", "name", "Take the name in the sentence, or its next one", id="name", group=_LOOK),
    Binding("t", "legend", "Names in view, and which types are marked", id="legend", group=_LOOK),
    Binding("/", "find", "Find words in all outlets", id="find", group=_LOOK),
    Binding("n", "found(1)", "Next place where they are found", id="found.next", group=_LOOK),
    Binding("N", "found(-1)", "Previous place where they are found", id="found.previous", group=_LOOK),
    Binding("f", "filter", "Only passages with the name or the words", id="filter", group=_LOOK),
    Binding("escape", "clear", "All passages again; no longer mark what was found", id="found.clear", group=_LOOK),
    Binding("Z", "fold", "Fold what an outlet further left has word for word", id="fold", group=_LOOK),
    Binding("enter", "open", "Open what is folded here", id="fold.open", group=_LOOK),
    Binding("V", "stacked", "The passage in all outlets, one under another", id="stacked", group=_LOOK),
    Binding("w", "why", "Why these are linked, and what else was near", id="why", group=_LOOK),
    Binding("m", "overview", "A strip that shows the whole of every article", id="overview", group=_LOOK),
    Binding("p", "outlets", "Choose, hide and order the outlets", id="outlets", group=_LOOK),
    Binding("v", "layout", "Another layout", id="layout", group=_LOOK),
    Binding("i", "details", "Where the texts are from, and notes on them", id="details", group=_LOOK),
    Binding("]", "threshold(1)", "Follow only surer links", id="threshold.up", group=_SYNC),
    Binding("[", "threshold(-1)", "Follow less sure links too", id="threshold.down", group=_SYNC),
    Binding("=", "threshold_own", "Follow the links that are advised", id="threshold.own", group=_SYNC),
    Binding("L", "lock", "Let all outlets loose, or lock them again", id="lock.all", group=_SYNC),
    Binding("x", "lock_this", "Let this outlet loose, or lock it again", id="lock.this", group=_SYNC),
    Binding("z", "steady", "Hold outlets still while the passage is in view", id="steady", group=_SYNC),
    Binding("r", "level", "Bring all outlets level with the cursor", id="level", group=_SYNC),
    Binding("y", "take('sentence')", "Copy the sentence, with its source", id="copy.sentence", group=_TAKE),
    Binding("Y", "take('passage')", "Copy the passage in all outlets", id="copy.passage", group=_TAKE),
    Binding("C", "take('citation')", "Copy where the sentence is from", id="copy.citation", group=_TAKE),
    WRITE,
    WRITE_LINEAR,
    Binding("B", "bookmark", "Mark the sentence, or no longer", id="bookmark", group=_TAKE),
    Binding("a", "note", "Write a note on the sentence", id="note", group=_TAKE),
    Binding("'", "bookmarks", "List bookmarks and notes", id="bookmarks", group=_TAKE),
    Binding("-", "unlink", "These do not say the same: take a link away", id="link.none", group=_FIX),
    Binding("+", "link", "Link two sentences: once here, once there", id="link.make", group=_FIX),
    Binding("P", "confirm", "These do say the same: pin a link", id="link.pin", group=_FIX),
    Binding("U", "uncorrect", "Take back what you said last", id="link.undo", group=_FIX),
    Binding("&", "corrections", "List your corrections", id="link.list", group=_FIX),
    Binding("?,f1", "help", "This help", id="help", group=_APP),
    Binding("T", "app.change_theme", "Choose how the reader looks", id="looks", group=_APP),
    Binding(":", "app.command_palette", "Find an action by its name", id="palette", group=_APP),
    Binding("q", "app.quit", "Quit", id="quit", group=_APP),
]
UNBOUND: Final = "unbound-"
"""Begins the name of the key that is no key, with which an action is left that the user wants on none."""

HINTS: Final = (
    ("sentence.next", "sentence.previous", "sentence"),
    ("outlet.left", "outlet.right", "outlet"),
    ("counterpart.other", "other match"),
    ("words", "words"),
    ("coverage", "coverage"),
    ("omissions", "left out"),
    ("find", "find"),
    ("layout", "layout"),
    ("details", "sources"),
    ("help", "help"),
    ("quit", "quit"),
)
"""What the hint line names: ids of bindings, and what they are for together."""

_NAMES: Final = {
    "escape": "Esc",
    "pagedown": "PgDn",
    "pageup": "PgUp",
    "delete": "Del",
}
_PLACE: Final = re.compile(r"\{([a-z][\w.]*)\}")
_ORDER: Final = [binding.id for binding in READING if isinstance(binding, Binding)]


def key_name(key: str) -> str:
    """A key as it is written on a keyboard: "j", "Ctrl-D", "{", "PgDn"."""
    modifiers, _, name = key.rpartition("+") if key != "+" else ("", "", key)
    if len(name) > 1:
        name = _NAMES.get(name) or _sign(name) or name.capitalize()
    elif modifiers:
        name = name.upper()
    return "-".join([*(part.capitalize() for part in modifiers.split("+") if part), name])


def _sign(name: str) -> str:
    """The sign Textual calls by its Unicode name, such as "full_stop"; nothing for a key that prints none."""
    if name in sign_names():
        return sign_names()[name]
    try:
        sign = unicodedata.lookup(name.replace("_", " "))
    except KeyError:
        return ""
    return sign if sign.isprintable() and not sign.isspace() else ""


@cache
def sign_names() -> dict[str, str]:
    """The signs of ASCII by Textual's names, in which hyphens are lost: "less_than_sign"."""
    bindings = Binding.make_bindings(Binding(sign, "", id=sign) for sign in punctuation if sign != ",")
    return {binding.key: str(binding.id) for binding in bindings} | {"comma": ","}


def keys_by_id(active: Iterable[ActiveBinding]) -> dict[str, list[str]]:
    """For every action id the names of the keys that now do it."""
    found: dict[str, list[str]] = {}
    for _, binding, enabled, _ in active:
        if enabled and binding.id and not binding.key.startswith(UNBOUND):
            found.setdefault(binding.id, []).append(key_name(binding.key))
    return found


def key_table(active: Iterable[ActiveBinding]) -> dict[str, dict[str, list[str]]]:
    """Keys by group and description, in the order of the table above; what is not in a group is left out."""
    table: dict[str, dict[str, list[str]]] = {}
    own = [
        binding
        for _, binding, enabled, _ in active
        if enabled and binding.group and binding.description and not binding.key.startswith(UNBOUND)
    ]
    for binding in sorted(own, key=lambda each: _ORDER.index(each.id) if each.id in _ORDER else len(_ORDER)):
        group = table.setdefault(binding.group.description if binding.group else "", {})
        group.setdefault(binding.description, []).append(key_name(binding.key))
    return table


def hint_parts(active: Iterable[ActiveBinding]) -> Sequence[tuple[str, str]]:
    """The hints as (keys, meaning), without those whose keys are bound to nothing."""
    keys = keys_by_id(active)
    hints = [([keys[name][0] for name in ids if name in keys], meaning) for *ids, meaning in HINTS]
    return [(" ".join(names), meaning) for names, meaning in hints if names]


def with_keys(text: str, active: Iterable[ActiveBinding]) -> str:
    """``text`` with the first key of an action for each ``{id}`` in it; Ctrl-P where it has none."""
    keys = keys_by_id(active)
    return _PLACE.sub(lambda found: keys.get(found[1], ["Ctrl-P"])[0], text)
