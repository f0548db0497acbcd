"""The documents say what is so."""

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from textual.binding import Binding

from newsread_tui.keys import READING

ROOT = Path(__file__).parents[1]
DOCUMENTS = sorted(path.relative_to(ROOT).as_posix() for path in [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md")])


def _read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def _declared() -> set[str]:
    project = tomllib.loads(_read("pyproject.toml"))
    groups = [requirement for group in project["dependency-groups"].values() for requirement in group]
    named = [*project["project"]["dependencies"], *(each for each in groups if isinstance(each, str))]
    return {re.split(r"[<>=;\[ ]", requirement)[0] for requirement in named}


def test_every_dependency_has_one_sentence() -> None:
    text = _read("docs/dependencies.md").replace("\n  ", " ")
    described = dict(re.findall(r"^- \*\*([\w-]+)\*\* (.+)$", text, re.MULTILINE))
    assert set(described) == _declared()
    assert all(sentence.endswith(".") for sentence in described.values())


@pytest.mark.parametrize("name", DOCUMENTS)
def test_links_lead_somewhere(name: str) -> None:
    links = re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", _read(name))
    missing = [link for link in links if not (ROOT / name).parent.joinpath(link).exists()]
    assert not missing


@pytest.mark.parametrize("name", DOCUMENTS)
def test_make_targets_exist(name: str) -> None:
    targets = set(re.findall(r"^([a-z]+):", _read("Makefile"), re.MULTILINE))
    assert set(re.findall(r"(?:^ {4}|`)make ([a-z]+)", _read(name), re.MULTILINE)) <= targets


def test_commands_are_introduced() -> None:
    commands = re.findall(r"^ {2}([a-z]+) {2,}(?=[a-z])", _section("commands"), re.MULTILINE)
    assert "align" in commands
    documents = "".join(map(_read, DOCUMENTS))
    assert [command for command in commands if f"newsread {command}" not in documents] == []


def _section(title: str) -> str:
    """The part of the help from a title to the next empty line."""
    return _help().partition(f"\n{title}")[2].partition("\n\n")[0]


def test_documented_options_exist() -> None:
    for command, option in re.findall(r"newsread ([a-z]+)\b[^`\n#]*?(--[a-z][a-z-]+)", _read("README.md")):
        assert option in _help(command)


def test_documented_keys_do_something() -> None:
    rows = re.findall(r"^\| (`[^|]+) \|", _read("README.md"), re.MULTILINE)
    documented = {key.lower() if len(key) > 1 else key for row in rows for key in re.findall(r"`([^`]+)`", row)}
    bound = {key for binding in READING if isinstance(binding, Binding) for key in binding.key.split(",")}
    assert documented
    assert documented <= bound


def _help(*command: str) -> str:
    newsread = Path(sys.executable).with_name("newsread")
    return subprocess.run([newsread, *command, "--help"], check=True, capture_output=True, text=True).stdout


def test_no_document_names_a_package_registry() -> None:
    registry = re.compile("py" + r"pi|pythonhosted|/simple/", re.IGNORECASE)
    assert not [name for name in DOCUMENTS if registry.search(_read(name))]
