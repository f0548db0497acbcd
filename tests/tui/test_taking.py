"""Why passages are linked, and what can be taken away from the screen."""

import base64
import re
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from newsread.errors import OutputFailed
from newsread.model import Alignment, Evidence, SentenceRef
from newsread.story import Story
from newsread_tui.clipboard import clipboard_sequence, copied
from newsread_tui.files import new_file
from newsread_tui.frame import Frame
from newsread_tui.glyphs import UNICODE
from newsread_tui.place import Place
from newsread_tui.plan import Plan
from newsread_tui.screens.why import why_lines
from newsread_tui.settings.values import Clipboard, Settings
from newsread_tui.taking import citation, passage_text, sentence_text
from tests.tui.conftest import Read, Tell
from tests.tui.looking import lines, opened


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
    async with opened(app, (160, 24)) as pilot:
        await pilot.press("j", "Y")
        assert "passage sent to the terminal; also in " in lines(app)[-1]
        await pilot.press("w")
        assert "Why these are linked" in lines(app)[0]


# --- the clipboard -------------------------------------------------------------------------------------------------


def kept_copy(tmp_path: Path) -> str:
    return (tmp_path / "state" / "newsread" / "copied.txt").read_text(encoding="utf-8")


def test_a_copy_goes_to_the_terminal_and_to_a_file(tmp_path: Path) -> None:
    sent: list[str] = []
    told = copied("Größe", "sentence", Settings(), sent.append)
    assert sent == [clipboard_sequence("Größe")]
    assert told.startswith("sentence sent to the terminal; also in ")
    assert told.endswith("copied.txt")
    assert kept_copy(tmp_path) == "Größe\n"
    assert (tmp_path / "state" / "newsread" / "copied.txt").stat().st_mode & 0o077 == 0


def test_for_the_terminal_around_tmux_it_is_wrapped() -> None:
    sent: list[str] = []
    copied("x", "sentence", Settings(clipboard=Clipboard.TMUX), sent.append)
    assert sent == ["\x1bPtmux;\x1b\x1b]52;c;eA==\x07\x1b\\"]


def test_what_is_too_long_for_a_terminal_is_in_the_file(tmp_path: Path) -> None:
    sent: list[str] = []
    told = copied("x" * 60_000, "passage", Settings(), sent.append)
    assert told.startswith("too long for the terminal; the passage is in ")
    assert not sent
    assert len(kept_copy(tmp_path)) == 60_001


def test_a_program_takes_the_copy(tmp_path: Path) -> None:
    target = tmp_path / "taken"
    settings = Settings(clipboard=Clipboard.COMMAND, clipboard_command=f"tee {target}")
    assert copied("Größe", "sentence", settings, None).startswith("sentence given to tee; also in ")
    assert target.read_text(encoding="utf-8") == "Größe"


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        ("", "no clipboard_command is set"),
        ("no-such-program -x", "no-such-program: No such file or directory"),
        ("false", "false: it failed"),
        ('tee "x', "tee: it failed"),
    ],
)
def test_a_program_that_takes_nothing_is_told_and_the_file_has_it(tmp_path: Path, command: str, reason: str) -> None:
    settings = Settings(clipboard=Clipboard.COMMAND, clipboard_command=command)
    assert copied("x", "sentence", settings, None).startswith(f"{reason}; the sentence is in ")
    assert kept_copy(tmp_path) == "x\n"


def test_a_file_that_cannot_be_written_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "file"))
    assert copied("x", "sentence", Settings(clipboard=Clipboard.FILE), None) == "the copy could not be written"
    assert copied("x", "sentence", Settings(), print) == "sentence sent to the terminal"


def test_a_citation_has_what_a_footnote_needs(tell: Tell) -> None:
    story = tell({"Gazette": ["!Big news", "It happened."]})
    told = replace(
        story.articles[0],
        author="Ann Author",
        url="https://example.org/1",
        fetched=datetime(2026, 1, 2, 12, tzinfo=UTC),
    )
    story = replace(story, articles=(told,))
    expected = "Ann Author, “Big news”, Gazette, 17 August 2017, https://example.org/1, fetched 2 January 2026"
    assert citation(frame(story, 1)) == expected
    bare = replace(story, articles=(replace(told, author="", url=None, fetched=None, title="", published=None),))
    assert citation(frame(bare, 1)) == "Gazette, no date"


# --- what is on the screen -----------------------------------------------------------------------------------------


async def test_the_screen_is_written_as_it_stands_and_over_nothing(
    read: Read, story: Story, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    app = read(story)
    async with opened(app, (160, 24)) as pilot:
        shown = [line.rstrip() for line in lines(app)]
        await pilot.press("W")
        assert "written to " in lines(app)[-1]
        assert "newsread-a-story-1.txt" in lines(app)[-1]
        await pilot.press("c", "W")
        assert "newsread-a-story-2.txt" in lines(app)[-1]
    written = (tmp_path / "newsread-a-story-1.txt").read_text(encoding="utf-8")
    assert written.splitlines() == shown
    assert "Who carries what" in (tmp_path / "newsread-a-story-2.txt").read_text(encoding="utf-8")


async def test_a_folder_that_cannot_be_written_to_is_told(
    read: Read, story: Story, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    gone.rmdir()
    app = read(story)
    async with opened(app, (160, 24)) as pilot:
        await pilot.press("W")
        assert "newsread-a-story-1.txt" in lines(app)[-1]
    assert (tmp_path / "state" / "newsread" / "newsread-a-story-1.txt").exists()
    monkeypatch.chdir(tmp_path)


def test_new_files_are_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("old", encoding="utf-8")
    assert new_file([tmp_path / "a", tmp_path / "b"], "new") == tmp_path / "b"
    with pytest.raises(OutputFailed, match="too many"):
        new_file([tmp_path / "a", tmp_path / "b"], "new")
    with pytest.raises(OutputFailed, match="No such file"):
        new_file([tmp_path / "none" / "a"], "new")
    assert (tmp_path / "a").read_text(encoding="utf-8") == "old"
