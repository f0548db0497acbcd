"""Every command in the documents does what it says: it is run, as it stands there."""

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from bench.terminal import Terminal
from newsread.sample import sample_story
from newsread_tui.arguments import Parser
from newsread_tui.cli import main
from newsread_tui.cli import parser as reader_parser
from newsread_tui.commands import COMMANDS, command

ROOT = Path(__file__).parents[1]
PROGRAMS = Path(sys.executable).parent
DOCUMENTS = [ROOT / "README.md", *sorted(ROOT.glob("docs/*.md"))]
_LINE = re.compile(r"^ {4}((?:newsread|\S+ \S+ \| newsread)\b.*?)(?: {2,}#.*)?$", re.MULTILINE)


def _commands() -> list[str]:
    found = [line for document in DOCUMENTS for line in _LINE.findall(document.read_text(encoding="utf-8"))]
    return sorted(set(found))


def _name(line: str) -> str:
    """The command's name; empty for the reader."""
    words = shlex.split(line.partition("newsread")[2])
    return words[0] if words and words[0] in COMMANDS else ""


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A folder with what the documents speak of: some articles, and a story."""
    articles = sorted(sample_story().glob("*.txt"))
    for name, article in zip(("cnn.txt", "article.txt", "other.txt", "reuters.txt"), articles, strict=False):
        shutil.copy(article, tmp_path / name)
    html = "".join(f"<p>{line}</p>" for line in articles[0].read_text(encoding="utf-8").splitlines() if line)
    (tmp_path / "cnn.html").write_text(f"<html><body><article>{html}</article></body></html>", encoding="utf-8")
    (tmp_path / "stories" / "summit").mkdir(parents=True)
    for article in articles[1:3]:
        shutil.copy(article, tmp_path / "stories" / "summit")
    return tmp_path


@pytest.fixture(scope="module")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the analyses are kept that one command after the other asks for."""
    return tmp_path_factory.mktemp("cache")


def _environment(home: Path, cache: Path) -> dict[str, str]:
    places = {place: str(home / place) for place in ("XDG_CONFIG_HOME", "XDG_STATE_HOME")}
    places["XDG_CACHE_HOME"] = str(cache)
    path = f"{PROGRAMS}{os.pathsep}{os.environ.get('PATH', os.defpath)}"
    return {**os.environ, **places, "HOME": str(home), "PATH": path, "TERM": "xterm-256color"}


WITHOUT_SCREEN = [line for line in _commands() if _name(line) and "://" not in line]
READER = [line for line in _commands() if not _name(line) and "://" not in line]
NETWORK = [line for line in _commands() if "://" in line]


def test_the_documents_have_commands() -> None:
    assert {_name(line) for line in _commands()} >= set(COMMANDS)
    assert len(WITHOUT_SCREEN) > 20


@pytest.mark.slow
@pytest.mark.parametrize("line", [line for line in WITHOUT_SCREEN if "|" not in line])
def test_commands_without_a_screen_run(
    desk: Path, line: str, monkeypatch: pytest.MonkeyPatch, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    """In this process, which loads the language model once for all of them."""
    monkeypatch.chdir(desk)
    told, _, redirected = line.partition(" > ")
    assert main(shlex.split(told)[1:]) == 0
    written = re.search(r"(?:-o|--output|save) (\S+)", line)
    assert (desk / written[1]).stat().st_size if written else capfdbinary.readouterr().out
    assert " " not in redirected


@pytest.mark.slow
@pytest.mark.parametrize("line", [line for line in WITHOUT_SCREEN if "|" in line])
def test_commands_in_a_pipe_run(desk: Path, cache: Path, line: str) -> None:
    done = subprocess.run(
        ["/bin/sh", "-c", line], cwd=desk, env=_environment(desk, cache), stdin=subprocess.DEVNULL, capture_output=True, check=False
    )  # fmt: skip
    assert done.returncode == 0, done.stderr.decode()
    assert done.stdout


@pytest.mark.slow
@pytest.mark.parametrize("line", READER)
def test_the_reader_opens(desk: Path, cache: Path, line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(desk)
    with Terminal(["/bin/sh", "-c", line], _environment(desk, cache), (120, 40)) as terminal:
        terminal.wait_for("quit")
        assert terminal.end("q") == 0


@pytest.mark.parametrize("line", NETWORK)
def test_commands_that_need_the_network_are_written_right(line: str) -> None:
    words = shlex.split(line.partition("newsread")[2])
    parser = command(words.pop(0)).parser() if _name(line) else reader_parser()
    parser.parse_args(words)


@pytest.mark.parametrize("name", COMMANDS)
def test_the_page_names_every_option_of_a_command(name: str) -> None:
    text = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    section = text.partition(f"\n## newsread {name}\n")[2].partition("\n## ")[0]
    assert section, "no section"
    known = section + text.partition("## newsread")[0]
    assert not [option for option in _options(command(name).parser()) if option not in known]


def _options(parser: Parser) -> list[str]:
    flags = [flag for action in parser._actions for flag in action.option_strings if flag.startswith("--")]
    return [flag for flag in flags if flag != "--help"]
