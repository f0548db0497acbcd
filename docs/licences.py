"""Writes docs/licences.md: what is installed with newsread, and under which licence, as the packages themselves say.

``--show`` writes it to standard output instead.
"""

import re
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path
from typing import Final

from packaging.markers import Marker

ROOT: Final = Path(__file__).parents[1]
_PIN: Final = re.compile(r"^(?P<name>[a-z0-9.-]+)==(?P<version>[^ ;\\]+)(?: ; (?P<marker>[^\\]+))?", re.MULTILINE)
_SYSTEMS: Final = (("linux", "x86_64"), ("linux", "aarch64"), ("darwin", "arm64"), ("darwin", "x86_64"))
# Packages for other systems than the one on which this is run, and those whose own word needs a reading.
_KNOWN: Final = {
    "coloredlogs": "MIT", "humanfriendly": "MIT", "mpmath": "BSD-3-Clause", "sympy": "BSD-3-Clause",
    "python-dateutil": "Apache-2.0 OR BSD-3-Clause",
}  # fmt: skip
# How packages name their licences, beside SPDX.
_SPDX: Final = (
    (r"apache", "Apache-2.0"), (r"mozilla|^mpl", "MPL-2.0"), (r"isc", "ISC"), (r"2-clause", "BSD-2-Clause"),
    (r"bsd", "BSD-3-Clause"), (r"^mit\b|mit license", "MIT"),
)  # fmt: skip
_HEAD: Final = """\
# What is installed with newsread, and under which licence

Everything in `requirements/run.txt` for Linux and macOS, as the packages state it themselves; `make licences` writes
this list, and a test holds it to the packages. newsread's own licence is in `LICENSE`; what it ships besides its own
code (the aligner's weights, the sample story) is in `NOTICE` and `newsread/data/NOTICE.md`.

| package | version | licence |
| --- | --- | --- |
"""


def pins() -> Iterator[tuple[str, str]]:
    """Name and version of every package that is installed on a system newsread supports."""
    for pin in _PIN.finditer((ROOT / "requirements" / "run.txt").read_text(encoding="utf-8")):
        marker = Marker(pin["marker"].strip()) if pin["marker"] else None
        if marker is None or any(marker.evaluate(_environment(*system)) for system in _SYSTEMS):
            yield pin["name"], pin["version"]


def _environment(system: str, machine: str) -> dict[str, str]:
    names = {"linux": "Linux", "darwin": "Darwin"}
    return {
        "sys_platform": system, "platform_system": names[system], "platform_machine": machine, "os_name": "posix",
        "implementation_name": "cpython", "platform_python_implementation": "CPython", "python_version": "3.12",
        "python_full_version": "3.12.0", "extra": "",
    }  # fmt: skip


def licence(name: str) -> str:
    """The licence of a package, as SPDX writes it; empty if it is not installed here and not known."""
    if name in _KNOWN:
        return _KNOWN[name]
    try:
        told = metadata(name)
    except PackageNotFoundError:
        return ""
    if expression := told.get("License-Expression"):
        return str(expression)
    classifiers = [
        line.rsplit(" :: ", 1)[-1] for line in told.get_all("Classifier") or [] if line.startswith("License")
    ]
    stated = str(told.get("License") or "").strip().partition("\n")[0]
    if re.search(r"^[A-Z][\w.-]*-[\d.]+(?: (?:AND|OR) [\w.-]+)*$", stated):
        return stated
    return next(
        (spdx for said in (stated, *classifiers) for pattern, spdx in _SPDX if re.search(pattern, said, re.IGNORECASE)),
        "",
    )


def written() -> str:
    """The document."""
    rows = (f"| {name} | {version} | {licence(name)} |\n" for name, version in sorted(set(pins())))
    return _HEAD + "".join(rows)


if __name__ == "__main__":
    if "--show" in sys.argv:
        sys.stdout.write(written())
    else:
        (ROOT / "docs" / "licences.md").write_text(written(), encoding="utf-8")
