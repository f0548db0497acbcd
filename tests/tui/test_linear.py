"""Screens in reading order: one thing after the other, and nothing cut."""

from pathlib import Path

import pytest

from tests.tui.conftest import Read, Tell
from tests.tui.looking import lines, opened


async def test_a_screen_is_written_in_reading_order(
    read: Read, tell: Tell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    long = "It rained for so long that nobody could tell any more when it had begun, and some had ceased to care."
    story = tell({"A": [long, "It stopped."], "B": ["Rain."], "C": ["Sun."]}, [(0, 0, 1, 0, 0.95)])
    app = read(story)
    async with opened(app, (80, 24)) as pilot:
        for key in ("R", "c", "R", "escape", "V", "R", "escape", "l", "R"):
            await pilot.press(key)
        assert "written to" in lines(app)[-1]
    texts = [(tmp_path / f"newsread-a-story-{n}.txt").read_text(encoding="utf-8").splitlines() for n in range(1, 5)]
    assert texts[0] == [
        "1, A, 3 outlets · 17 Aug 2017, locked, level, ≥0.50, sentence 1 of 2",
        "",
        "A, 2017-08-17",
        f"Here: {long} [2 outlets, the same]",
        "It stopped. [only here]",
        "",
        "B, 2017-08-17",
        "Counterpart, the same, 0.95: Rain. [2 outlets, the same]",
        "",
        "C, 2017-08-17",
        "Not here.",
    ]
    assert texts[1][2] == f"{long} [A, B]"
    assert texts[2][2:] == [
        f"A, 2017-08-17: {long}",
        "B, 2017-08-17. Counterpart, the same, 0.95: Rain.",
        "Not in C, 2017-08-17.",
    ]
    assert texts[3][2:4] == ["A, 2017-08-17", f"Counterpart, the same, 0.95: {long} [2 outlets, the same]"]


async def test_in_reading_order_paragraphs_and_passages_are_whole(
    read: Read, tell: Tell, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is above and below the rows in view belongs to the paragraph all the same."""
    monkeypatch.chdir(tmp_path)
    long = [f"Sentence {n} of a paragraph without end, which no terminal shows in one piece." for n in range(40)]
    story = tell(
        {"A": ["Before.", long[0], *(f"+{line}" for line in long[1:]), "After."], "B": ["One.", "Two.", "Three."]},
        [(0, 20, 1, 0, 0.95), (0, 20, 1, 2, 0.6)],
    )
    app = read(story)
    async with opened(app, (80, 24)) as pilot:
        await pilot.press("2", "1", "g", "R")
        assert "written to" in lines(app)[-1]
    text = (tmp_path / "newsread-a-story-1.txt").read_text(encoding="utf-8")
    assert [line for line in long if line in text] == long
    assert "Before." not in text
    assert text.index("Counterpart, the same, 0.95: One.") < text.index("Counterpart, in part, 0.60: Three.")
    assert "Two." not in text
