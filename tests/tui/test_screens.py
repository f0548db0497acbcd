"""The main screens as they were last looked at, cell by cell, with their looks.

UPDATE_GOLDEN=1 writes them anew: look at the difference before it is committed. Each row of a file is a row of the
screen, with the looks of its cells below it as letters, where they are not all plain; the letters are explained at the
end.
"""

import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from string import ascii_letters, digits

import pytest
from rich.segment import Segment
from rich.style import Style

from newsread.story import Story
from newsread_tui.app import ReaderApp
from newsread_tui.glyphs import ASCII
from newsread_tui.settings.values import Settings
from newsread_tui.themes import DARK, LIGHT, TERMINAL
from tests.tui.conftest import Read, told_story
from tests.tui.looking import settled

GOLDEN = Path(__file__).with_name("golden")
PLAIN = "."


@dataclass(frozen=True, slots=True)
class Case:
    """A screen: how large, what is pressed, and what is out of the ordinary."""

    name: str
    size: tuple[int, int]
    keys: Sequence[str] = ()
    theme: str = DARK.name
    options: dict[str, object] = field(default_factory=dict)


CASES = [
    Case("one-article-80x24", (80, 24), "jjj"),
    Case("two-columns-120x40", (120, 40), "jjj"),
    Case("three-columns-160x40", (160, 40), "jj"),
    Case("four-columns-200x60", (200, 60), "jjjj"),
    Case("article-and-counterparts-140x30", (140, 30), "jjvv"),
    Case("words-that-differ-160x24", (160, 24), "jd"),
    Case("overview-120x24", (120, 24), "jjm"),
    Case("found-160x24", (160, 24), ["/", *"path", "enter"]),
    Case("your-own-link-160x24", (160, 24), ["j", "P", "enter", "j", "minus"]),
    Case("terminal-colours-120x24", (120, 24), "jjd", TERMINAL.name),
    Case("light-120x24", (120, 24), "jj", LIGHT.name),
    Case("ascii-80x24", (80, 24), "jj", options={"glyphs": ASCII}),
    Case("matrix-100x24", (100, 24), "jc"),
    Case("left-out-100x24", (100, 24), "u"),
    Case("passage-80x24", (80, 24), "jV"),
    Case("why-80x24", (80, 24), "jw"),
    Case("outlets-80x24", (80, 24), "p"),
    Case("corrections-100x24", (100, 24), ["j", "P", "enter", "j", "minus", "&"]),
    Case("help-100x112", (100, 112), "?"),
    Case("too-small-39x9", (39, 9)),
]


@pytest.fixture
def path() -> Story:
    """Four outlets on one statement, in part in other words."""
    texts = {
        "CNN": [
            "!US prepared to act against North Korea", "Tillerson added: “That is not our preferred path.”",
            "“In close collaboration with our allies, there are strong military consequences,” Mattis said.",
            "+He spoke in Washington on Thursday.", "#Barcelona",
            "Tillerson also addressed the attack in Barcelona that left at least a dozen dead and more than 80 injured.",
        ],
        "Korea Herald": [
            "!US, Japan to boost ties", "@By a reporter",
            "He added there are “strong military consequences” to hostilities initiated by the North.",
            "Military action is “not our preferred pathway,” Tillerson said.", "Talks must lead somewhere.",
        ],
        "DW": ["!Military options remain", "“That is not our preferred pathway.”", "Talks must lead to a different conclusion."],
        "Reuters": ["!U.S., Japan step up cooperation", "Talks must lead to something else, Tillerson said."],
    }  # fmt: skip
    links = [
        (0, 1, 1, 3, 0.93), (0, 1, 2, 1, 0.97), (1, 3, 2, 1, 0.9), (0, 2, 1, 2, 0.62), (1, 4, 2, 2, 0.66),
        (1, 4, 3, 1, 0.55), (2, 2, 3, 1, 0.81), (0, 1, 1, 4, 0.3), (0, 0, 2, 0, 0.52),
    ]  # fmt: skip
    return told_story(texts, links, ["Tillerson", "Mattis", "Barcelona", "Washington"])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
async def test_screens_are_as_they_were_looked_at(read: Read, path: Story, case: Case) -> None:
    app = read(path, settings=Settings(theme=case.theme), **case.options)
    async with app.run_test(size=case.size) as pilot:
        await settled(app, pilot)
        await pilot.press(*case.keys)
        await pilot.pause()
        shown = picture(app)
    golden = GOLDEN / f"{case.name}.txt"
    if os.environ.get("UPDATE_GOLDEN"):
        GOLDEN.mkdir(exist_ok=True)
        golden.write_text(shown, encoding="utf-8")
    assert shown == golden.read_text(encoding="utf-8")


def test_no_picture_is_left_over() -> None:
    assert {file.stem for file in GOLDEN.glob("*.txt")} == {case.name for case in CASES}
    assert len(CASES) <= 25


def picture(app: ReaderApp) -> str:
    """The screen as text, with the looks of its cells."""
    rows = [list(strip) for strip in app.screen._compositor.render_strips()]
    looks: dict[str, str] = {}
    counts: dict[str, int] = {}
    for segment in (segment for row in rows for segment in row):
        counts[told(segment.style)] = counts.get(told(segment.style), 0) + segment.cell_length
    for look in sorted(counts, key=lambda look: (-counts[look], look)):
        looks[look] = PLAIN if not looks else (ascii_letters + digits)[len(looks) - 1]
    lines = [line for row in rows for line in _row(row, looks)]
    legend = [f"{letter} {look}" for look, letter in looks.items()]
    return "\n".join([*lines, "", *legend]) + "\n"


def _row(row: Sequence[Segment], looks: dict[str, str]) -> list[str]:
    text = "".join(segment.text for segment in row).rstrip()
    letters = "".join(looks[told(segment.style)] * segment.cell_length for segment in row)
    return [f"|{text}", *([f"|{letters.rstrip(PLAIN)}"] if letters.strip(PLAIN) else [])]


def told(style: Style | None) -> str:
    """A look in words; what Textual keeps for itself in a style is left out."""
    return (
        str(style.without_color + Style.from_color(style.color, style.bgcolor)).replace("none ", "")
        if style
        else "none"
    )
