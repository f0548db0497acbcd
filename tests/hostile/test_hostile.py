"""Hostile text from every side, to every way out: files, pages, names, story.toml; commands, reports, the reader."""

import json
import os
import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest

from bench.programs import NEWSREAD, environment
from bench.terminal import Terminal, Unresponsive
from newsread_tui.cli import main
from tests.hostile.texts import HOSTILE, OWNED, SEQUENCES, found_in, found_on_terminal, spoiled


@dataclass(frozen=True)
class Done:
    """How a command ended, and what it wrote."""

    returncode: int
    stdout: str
    stderr: str


type Run = Callable[..., Done]

SIZE = (110, 30)
SAID = [
    "The minister said on Monday that talks with Japan would go on.",
    "“We are prepared for 12 more days,” Kim Lee told reporters in Tokyo.",
    "Nobody expects a result this week, officials said.",
]


def _toml(text: str) -> str:
    """A text as TOML writes it: everything may be said, in escapes."""
    escaped = re.sub(r'["\\\\\x00-\x1f\x7f-\x9f]', lambda found: f"\\u{ord(found[0]):04x}", text)
    return f'"{escaped}"'


@pytest.fixture
def story(tmp_path: Path) -> Path:
    """A folder in which everything that can be written by others is hostile: names of files, too."""
    folder = tmp_path / "story"
    folder.mkdir()
    name = "a\x1b]0;OWNED\x07\x9b2J\u202eb"
    lines = ["title = " + _toml(spoiled("A story"))]
    for number, outlet in enumerate(("Alpha Post", "Beta News")):
        file = f"{name}{number}.txt"
        body = "\n\n".join(spoiled(sentence.replace("12", str(12 + number))) for sentence in SAID)
        (folder / file).write_text(f"{spoiled(f'{outlet} headline')}\n\n{body}\n", encoding="utf-8", newline="")
        lines += ["[[article]]", f"file = {_toml(file)}"]
        lines += [f"{key} = {_toml(spoiled(outlet))}" for key in ("outlet", "headline", "author")]
        lines += [f"url = {_toml('https://a.example/' + HOSTILE)}", "date = 2017-08-17"]
        lines += [f"also_in = [{_toml(spoiled('Gamma'))}]", f"notes = [{_toml(spoiled('a note'))}]"]
    (folder / "story.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


@pytest.fixture
def run(tmp_path: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Run newsread here; the same process for all saves loading everything anew."""
    for name, value in environment(tmp_path / "home").items():
        monkeypatch.setenv(name, value)
    monkeypatch.chdir(tmp_path)

    def newsread(*words: str | Path) -> Done:
        try:
            status = main([os.fspath(word) for word in words])
        except SystemExit as error:  # of argparse
            status = int(error.code or 0)
        return Done(status, *capfd.readouterr())

    return newsread


@pytest.mark.parametrize("command", [
    ["align"], ["diff"], ["coverage"], ["quotes"], ["entities"], ["coverage", "--format", "tsv"],
    ["report", "--format", "text"], ["report", "--format", "md"], ["report", "--format", "html"], ["report", "--format", "json"], ["report", "--format", "csv"], ["report", "--format", "svg"],
], ids=" ".join)  # fmt: skip
def test_no_command_passes_it_on(run: Run, story: Path, command: list[str]) -> None:
    done = run(command[0], story, *command[1:], "--model", "none")
    assert done.returncode == 0, done.stderr
    told = (
        json.dumps(_strings(json.loads(done.stdout)), ensure_ascii=False)
        if done.stdout.startswith("{")
        else done.stdout
    )
    # A report for machines says which file an article is from; nobody could open it under a cleaned name.
    told = re.sub(r'"(?:path|from)": "[^"]*"', "", told)
    assert found_in(told.replace("\r\n", "\n")) == []  # CSV ends its lines so
    assert found_in(done.stderr) == []
    assert "minister" in told or command[0] not in ("align", "diff", "report")


def _strings(value: object) -> object:
    """A report without the paths."""
    if isinstance(value, dict):
        return {key: _strings(each) for key, each in value.items() if key not in {"path", "sources"}}
    return [_strings(each) for each in value] if isinstance(value, list) else value


def test_what_is_saved_is_clean(run: Run, story: Path, tmp_path: Path) -> None:
    done = run("save", tmp_path / "kept", story)
    assert done.returncode == 0, done.stderr
    for path in (tmp_path / "kept").iterdir():
        assert found_in(path.name) == []
        text = path.read_text(encoding="utf-8")
        # A text stays as it was, so that offsets hold; newsread cleans it again whenever it is read.
        assert path.suffix == ".txt" or found_in(text) == []
    again = run("align", tmp_path / "kept", "--model", "none")
    assert again.returncode == 0, again.stderr
    assert found_in(again.stderr) == []


@pytest.mark.parametrize("words", [
    ["align", f"nowhere{HOSTILE}.txt"], ["align", f"https://{HOSTILE}/"], ["align", f"gopher://{OWNED}\x1b]0;x\x07/"],
    [f"--{HOSTILE}"], ["report", "story", "--format", HOSTILE], ["help", HOSTILE], ["align", "story", "--model", HOSTILE, "--threshold", HOSTILE],
], ids=range(7))  # fmt: skip
def test_no_complaint_passes_it_on(run: Run, story: Path, words: list[str]) -> None:
    assert story.is_dir()
    done = run(*words)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert found_in(done.stderr.replace(OWNED, "")) == []


@pytest.mark.parametrize("line", [
    f"outlett = {_toml(HOSTILE)}", f'"{OWNED}\\u001b]0;x\\u0007" = 1', f"kinds = [{_toml(HOSTILE)}]", f"language = {_toml(HOSTILE)}", "date = \x1b]0;",
], ids=range(5))  # fmt: skip
def test_a_hostile_story_toml_is_one_clean_line(run: Run, tmp_path: Path, line: str) -> None:
    (tmp_path / "story.toml").write_text(f'[[article]]\nfile = "a.txt"\n{line}\n', encoding="utf-8")
    done = run("align", tmp_path)
    assert done.returncode == 2
    assert len(done.stderr.splitlines()) == 1
    assert found_in(done.stderr.replace(OWNED, "")) == []


def test_the_reader_shows_none_of_it_on_any_screen(story: Path, tmp_path: Path) -> None:
    command = [NEWSREAD, "--model", "none", os.fspath(story)]
    with Terminal(command, environment(tmp_path / "home"), SIZE) as terminal:
        terminal.wait_for("minister")
        terminal.settle(1.0)
        for keys in ("j", "j", "d", "d", "w", "\x1b", "c", "\x1b", "u", "\x1b", "e", "\x1b", "Q", "\x1b", "D", "\x1b", "i", "\x1b",
                     "p", "\x1b", "m", "v", "v", "v", "B", "a", "x", "\r", "'", "\x1b", "?", "\x1b"):  # fmt: skip
            terminal.press(keys, pause=0.15, timeout=1.0)
        seen = terminal.written
        assert found_on_terminal(seen) == []
        assert terminal.end("q") == 0


def test_what_is_copied_is_clean(story: Path, tmp_path: Path) -> None:
    import base64

    command = [NEWSREAD, "--model", "none", os.fspath(story)]
    with Terminal(command, environment(tmp_path / "home"), SIZE) as terminal:
        terminal.wait_for("minister")
        terminal.settle(1.0)
        for key in ("j", "y", "Y"):
            terminal.press(key)
        copies = re.findall(rb"\x1b\]52;c;([A-Za-z0-9+/=]+)(?:\x07|\x1b\\)", terminal.written)
        assert copies
        for copy in copies:
            assert found_in(base64.b64decode(copy).decode()) == []


def test_a_bidirectional_search_and_a_pattern_that_runs_away_stop_nothing(tmp_path: Path) -> None:
    article = tmp_path / "one.txt"
    article.write_text("Talks went on.\n\n" + "a" * 5000 + " said the minister.\n", encoding="utf-8")
    command = [NEWSREAD, "--model", "none", os.fspath(article)]
    with Terminal(command, environment(tmp_path / "home"), SIZE) as terminal:
        terminal.wait_for("Talks")
        terminal.settle(0.5)
        for query in ("(a+)+$", "/(a+)+$/", "re:(a|aa)+$", "[", "\\", "(?P<x", "\u202e\u200b"):
            terminal.send("/")
            terminal.send(query)
            terminal.press("\r", pause=0.3)
            terminal.press("\x1b", pause=0.2)
        with suppress(Unresponsive):
            terminal.settle(0.5)
        assert "Traceback" not in terminal.text()
        assert terminal.end("q") == 0


def test_every_sequence_is_taken_out_alone() -> None:
    from newsread.text import clean, one_line

    for sequence in SEQUENCES:
        assert found_in(one_line(f"a{sequence}b")) == [], repr(sequence)
        assert found_in(clean(f"a{sequence}b").text) == [], repr(sequence)
