"""Files, folders and standard input become documents; what can't be read becomes a line, and the rest still opens."""

import io
import os
import sys
from datetime import date
from pathlib import Path

import pytest

from newsread.errors import ManifestInvalid, SourceEmpty, SourceMissing, SourceTooLarge
from newsread.manifest import read_manifest
from newsread.sources import MAX_BYTES, gather


def test_a_folder_without_manifest_gives_its_text_files_by_name(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", ".hidden.txt", "picture.png"):
        (tmp_path / name).write_text(name)
    (tmp_path / "inner").mkdir()
    assert [Path(d.path).name for d in gather([str(tmp_path)]).documents] == ["a.txt", "b.txt"]


def test_a_manifest_gives_order_and_names(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text(name)
    (tmp_path / "story.toml").write_text(
        'title = "T"\n[[article]]\nfile = "b.txt"\noutlet = "B"\ndate = 2017-08-17\n[[article]]\nfile = "a.txt"\n'
    )
    gathered = gather([str(tmp_path)])
    assert gathered.title == "T"
    assert [(Path(d.path).name, d.stated.outlet, d.stated.published) for d in gathered.documents] == [
        ("b.txt", "B", date(2017, 8, 17)),
        ("a.txt", None, None),
    ]


def test_one_bad_source_does_not_hide_the_others(tmp_path: Path) -> None:
    good = tmp_path / "good.txt"
    good.write_text("text")
    gathered = gather([str(tmp_path / "missing.txt"), str(good), str(tmp_path / "no" / "folder")])
    assert [d.path for d in gathered.documents] == [str(good)]
    assert [type(f.error) for f in gathered.failures] == [SourceMissing, SourceMissing]


def test_a_file_of_the_manifest_that_is_missing_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a")
    (tmp_path / "story.toml").write_text('[[article]]\nfile = "a.txt"\n[[article]]\nfile = "gone.txt"\n')
    gathered = gather([str(tmp_path)])
    assert len(gathered.documents) == 1
    assert "gone.txt: no such file" in str(gathered.failures[0].error)


def test_an_empty_folder(tmp_path: Path) -> None:
    assert isinstance(gather([str(tmp_path)]).failures[0].error, SourceEmpty)


def test_an_endless_file_is_refused(tmp_path: Path) -> None:
    huge = tmp_path / "huge.txt"
    with huge.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    assert isinstance(gather([str(huge)]).failures[0].error, SourceTooLarge)


def test_a_device_is_refused_not_read() -> None:
    assert "not a file" in str(gather(["/dev/zero"]).failures[0].error)


def test_a_pipe_is_read() -> None:
    read, write = os.pipe()
    os.write(write, b"from a pipe")
    os.close(write)
    assert gather([f"/dev/fd/{read}"]).documents[0].data == b"from a pipe"
    os.close(read)


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"typed")))
    assert gather(["-"]).documents[0].data == b"typed"


@pytest.mark.parametrize("source", ["a\x00b", "x" * 5000, ""])
def test_names_no_file_can_have(source: str) -> None:
    assert len(gather([source]).failures) == 1


@pytest.mark.parametrize(
    ("manifest", "fault"),
    [
        ("title = ", "at end of document"),
        ("", "names no article"),
        ("[[article]]\noutlet = 'A'", "article 1: file must name"),
        ("[[article]]\nfile = '../a.txt'", "article 1: file must name"),
        ("[[article]]\nfile = '/etc/passwd'", "article 1: file must name"),
        ("[[article]]\nfile = 'a'\ndate = 'today'", "article 1: date must be a date"),
        ("[[article]]\nfile = 'a'\ncolour = 'x'", "line 3: article 1: unknown key 'colour'"),
        ("[[article]]\nfile = 'a'\n[[article]]\nfile = 'a'", "a is listed twice"),
        ("[[article]]\nfile = 'a'\nkinds = ['', 'body']", "article 1: no paragraph is a ''"),
        ("[[article]]\nfile = 'a'\nkinds = ['advertisement']", "article 1: no paragraph is a 'advertisement'"),
        ("article = 3", "names no article"),
        ("title = 3\n[[article]]\nfile = 'a'", "title must be"),
        ("\x00", "line 1"),
    ],
)
def test_a_faulty_manifest_says_where(tmp_path: Path, manifest: str, fault: str) -> None:
    path = tmp_path / "story.toml"
    path.write_text(manifest)
    with pytest.raises(ManifestInvalid) as raised:
        read_manifest(path)
    assert fault in str(raised.value)
    assert "\n" not in str(raised.value)
