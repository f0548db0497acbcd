"""``newsread config``, and ``newsread`` where nothing is named or no screen is there."""

import io
import os
from pathlib import Path

import pytest

from newsread.story import Story
from newsread_tui.cli import main, parser
from newsread_tui.last import remembered
from newsread_tui.launch import which_story

ARTICLE = "The minister said on Monday that talks would go on.\n"


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The configuration file, which is not there yet."""
    for name in [name for name in os.environ if name.startswith(("NEWSREAD_", "SSH_")) or name == "NO_COLOR"]:
        monkeypatch.delenv(name)
    path = tmp_path / "own" / "config.toml"
    monkeypatch.setenv("NEWSREAD_CONFIG", str(path))
    return path


def test_init_writes_a_file_once(config: Path, capfd: pytest.CaptureFixture[str]) -> None:
    assert main(["config", "--init"]) == 0
    assert '#theme = "auto"' in config.read_text(encoding="utf-8")
    config.write_text("measure = 60\n", encoding="utf-8")
    assert main(["config", "--init"]) == 1
    assert "is there already (move it away first)" in capfd.readouterr().err
    assert config.read_text(encoding="utf-8") == "measure = 60\n"


def test_what_is_in_force_is_told_with_its_origin(
    config: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    config.parent.mkdir()
    config.write_text('measure = 60\n[keys]\nwords = "F2"\n', encoding="utf-8")
    monkeypatch.setenv("NEWSREAD_THEME", "light")
    assert main(["config"]) == 0
    told = [" ".join(line.split()) for line in capfd.readouterr().out.splitlines()]
    assert told[0] == f"# {config}"
    assert 'theme = "light" # NEWSREAD_THEME' in told
    assert "measure = 60 # config.toml, line 1" in told
    assert '"words" = "F2" # Mark the words that differ' in told
    assert 'steady = "auto" # default: off, this is not SSH' in told
    main(["config", "--keys"])
    assert '"words" = "F2"' in capfd.readouterr().out
    main(["config", "--path"])
    assert capfd.readouterr().out == f"{config}\n"


def test_mistakes_are_told_all_and_end_with_one(config: Path, capfd: pytest.CaptureFixture[str]) -> None:
    config.parent.mkdir()
    config.write_text('thme = "x"\n[keys]\nwords = "j"\n', encoding="utf-8")
    assert main(["config"]) == 1
    told = capfd.readouterr().out
    assert '# config.toml, line 1: thme: there is no such option (did you mean "theme"?)' in told
    assert '# config.toml, line 3: j is the key of both "words" and "sentence.next"' in told


@pytest.mark.parametrize("words", [["--theme", "drak"], ["--color", "many"], ["--layout", "3"], ["--sample", "x.txt"]])
def test_the_command_line_is_checked_at_once(words: list[str], capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as raised:
        main(words)
    assert raised.value.code == 2
    assert capfd.readouterr().err.count("\n") == 1


def test_without_a_terminal_the_report_is_written(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    paths = [tmp_path / "one.txt", tmp_path / "two.txt"]
    for path in paths:
        path.write_text(f"{path.name} says this.\n\n{ARTICLE}", encoding="utf-8")
    words = [*map(str, paths), "--model", "none"]
    assert main(words) == 0
    instead = capfdbinary.readouterr()
    assert main(["report", *words]) == 0
    assert instead == capfdbinary.readouterr()
    assert b"talks would go on" in instead.out


def _opened(*words: str) -> Story:
    """What ``newsread`` with these words shows."""
    options = parser().parse_args(words)
    return which_story(options, options.sources)[0]


def _notice(*words: str) -> str:
    options = parser().parse_args(words)
    return which_story(options, options.sources)[1]


def test_newsread_alone_goes_on_with_what_was_read_last(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "one.txt").write_text(ARTICLE, encoding="utf-8")
    assert len(_opened().articles) == 5
    own = _opened("./one.txt")
    monkeypatch.chdir("/")
    again = _opened()
    assert [article.text for article in again.articles] == [ARTICLE]
    # Notes and the place are kept under the ids of articles.
    assert [article.id for article in again.articles] == [article.id for article in own.articles]
    assert len(_opened("--sample").articles) == 5
    assert len(_opened().articles) == 1


def test_what_came_through_a_pipe_is_not_opened_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "one.txt").write_text(ARTICLE, encoding="utf-8")
    _opened(str(tmp_path / "one.txt"))
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"Something else happened on Tuesday.")))
    assert "Something" in _opened("-").articles[0].text
    assert ARTICLE in _opened().articles[0].text


def test_a_last_story_that_is_gone_is_one_line_and_the_sample(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text(ARTICLE, encoding="utf-8")
    _opened(str(tmp_path / "one.txt"))
    (tmp_path / "one.txt").unlink()
    assert len(_opened().articles) == 5
    assert _notice().startswith("the story read last cannot be opened, this is the sample: ")
    assert "one.txt" in _notice()


def test_a_place_that_cannot_be_written_to_stops_nobody(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "one.txt").write_text(ARTICLE, encoding="utf-8")
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "one.txt"))
    assert "cannot be remembered" in _notice(str(tmp_path / "one.txt"))
    assert len(_opened().articles) == 5


@pytest.mark.parametrize("text", ["", "{", "[]", '{"sources": []}', '{"sources": [1]}', '{"sources": "x"}', "\xff"])
def test_no_file_however_broken_stops_newsread_alone(tmp_path: Path, text: str) -> None:
    path = tmp_path / "state" / "newsread" / "last.json"
    path.parent.mkdir(parents=True)
    path.write_bytes(text.encode("latin-1"))
    assert remembered() is None
