"""The aligner's files are read only if they are what was shipped."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import newsread
from newsread.alignment.weights import CHECKSUMS, need_memory, read_weights
from newsread.errors import WeightsMissing

DATA = Path(newsread.__file__).parent / "data"
ARTICLE = "Talks between the {} ministers will go on for as long as it takes, officials said on Monday.\n"


def _flip(file: Path) -> None:
    """Change one bit in the middle."""
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)


def test_every_file_of_numbers_has_a_checksum() -> None:
    listed = {line.split()[1] for line in (DATA / CHECKSUMS).read_text(encoding="utf-8").splitlines()}
    assert listed == {file.name for file in DATA.iterdir() if file.suffix in {".onnx", ".json"}}


def test_what_is_missing_changed_or_not_listed_is_refused(tmp_path: Path) -> None:
    for name in ("lexical.json", CHECKSUMS):
        shutil.copy(DATA / name, tmp_path)
    assert read_weights("lexical.json", tmp_path) == (DATA / "lexical.json").read_bytes()
    (tmp_path / "other.json").write_text("{}", encoding="utf-8")
    _flip(tmp_path / "lexical.json")
    for name, word in (("lexical.json", "damaged"), ("other.json", "damaged"), ("learned.json", "not installed")):
        with pytest.raises(WeightsMissing, match=word):
            read_weights(name, tmp_path)
    (tmp_path / CHECKSUMS).unlink()
    with pytest.raises(WeightsMissing, match="not installed"):
        read_weights("lexical.json", tmp_path)


def test_memory_that_cannot_be_had_is_noticed_before_a_library_asks_for_it() -> None:
    need_memory(1, "a test")
    with pytest.raises(WeightsMissing, match="too little memory for a test"):
        need_memory(1 << 60, "a test")


@pytest.mark.parametrize(
    ("name", "care", "told"),
    [
        ("careful.onnx", [], "quickly, not carefully"),
        ("learned.onnx", ["--quick"], "by their words alone"),
        ("learned.json", ["--quick"], "by their words alone"),
        ("tokenizer.json", [], "by their words alone"),
    ],
)
def test_a_flipped_bit_is_one_line_and_what_is_whole_does_the_work(
    tmp_path: Path, name: str, care: list[str], told: str
) -> None:
    package = tmp_path / "newsread"
    shutil.copytree(DATA.parent, package, symlinks=True, ignore=shutil.ignore_patterns("__pycache__"))
    _flip(package / "data" / name)
    for outlet in ("foreign", "two"):
        (tmp_path / f"{outlet}.txt").write_text(ARTICLE.format(outlet), encoding="utf-8")
    program = "import sys; sys.path.insert(0, sys.argv.pop(1)); from newsread_tui.cli import main; sys.exit(main())"
    sources = [tmp_path / "foreign.txt", tmp_path / "two.txt"]
    command: list[str | Path] = [
        sys.executable,
        "-c",
        program,
        tmp_path,
        "diff",
        *sources,
        *care,
        "--model",
        "none",
        "--no-pager",
    ]
    careful = os.environ | {"NEWSREAD_CAREFUL": "true"}
    done = subprocess.run(command, env=careful, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    compared = [line for line in done.stderr.splitlines() if "compared" in line]
    line = f"newsread: sentences were compared {told}: the aligner's {name} is damaged (install newsread again)"
    assert compared == [line]
    assert "Traceback" not in done.stderr
