"""Why passages are linked, and what can be taken away from the screen."""

import base64
import re
from dataclasses import replace

from newsread.model import Alignment, Evidence, SentenceRef
from newsread.story import Story
from newsread_tui.frame import Frame
from newsread_tui.glyphs import UNICODE
from newsread_tui.place import Place
from newsread_tui.plan import Plan
from newsread_tui.screens.why import why_lines
from newsread_tui.taking import clipboard_sequence, passage_text, sentence_text
from tests.tui.conftest import Read, Tell
from tests.tui.looking import lines, settled


def frame(story: Story, sentence: int) -> Frame:
    return Frame(story, Place(SentenceRef(0, sentence)), Plan(), settled=True)


def test_a_sentence_is_taken_with_its_source(tell: Tell) -> None:
    story = tell({"Gazette": ["!Big news", "It\n happened."]})
    assert sentence_text(frame(story, 1)) == "It happened.\n    Gazette, “Big news”, 2017-08-17"


def test_a_passage_is_taken_with_all_outlets_and_who_lacks_it(tell: Tell) -> None:
    story = tell({"A": ["One."], "B": ["Uno."], "C": ["Else."]}, [(0, 0, 1, 0, 0.9)])
    text = "One.\n    A, 2017-08-17\n\nUno.\n    B, 2017-08-17\n\nNot in C."
    assert passage_text(frame(story, 0)) == text


def test_the_clipboard_is_asked_for_in_one_sequence() -> None:
    sequence = clipboard_sequence("Größe", {"TERM": "xterm"})
    found = re.fullmatch("\x1b]52;c;(.*)\x07", sequence)
    assert found
    assert base64.b64decode(found[1]).decode() == "Größe"
    assert clipboard_sequence("x", {"TERM": "screen", "TMUX": "1"}) == clipboard_sequence("x", {})


def test_screen_hands_it_on_in_pieces() -> None:
    sequence = clipboard_sequence("x" * 2000, {"TERM": "screen-256color"})
    pieces = re.findall("\x1bP(.*?)\x1b\\\\", sequence, re.DOTALL)
    assert "".join(pieces) == clipboard_sequence("x" * 2000, {})
    assert len(pieces) == 4


def test_why_names_evidence_and_what_came_next(tell: Tell) -> None:
    story = tell({"A": ["One."], "B": ["Uno.", "Eins."], "C": ["Else."]}, [(0, 0, 1, 0, 0.9), (0, 0, 1, 1, 0.3)])
    assert story.alignment
    sure, unsure = story.alignment.candidates
    sure = replace(sure, evidence=Evidence("the one", ("Smith",), ("54,000",), ("single", "first")))
    story = replace(story, alignment=Alignment((sure, unsure)))
    text = "\n".join("".join(part for part, _ in line) for line in why_lines(frame(story, 0), UNICODE))
    assert "= 0.90 Uno." in text
    assert "both quote: “the one”" in text
    assert "names: Smith" in text
    assert "numbers: 54,000" in text
    assert "? 0.30 Eins." in text
    assert "no counterpart" in text


async def test_copying_says_what_was_sent_and_where(read: Read, story: Story) -> None:
    app = read(story)
    async with app.run_test(size=(160, 24)) as pilot:
        await settled(app, pilot)
        await pilot.press("j", "Y")
        assert "passage sent to the terminal for its clipboard" in lines(app)[-1]
        await pilot.press("w")
        assert "Why these are linked" in lines(app)[0]
