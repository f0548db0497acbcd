"""newsread with something taken away that programs count on.

``python without.py WHAT[=AMOUNT]... -- ARGUMENTS``, where WHAT is ``memory`` or ``file`` (bytes that may be had of them),
``power`` (a user who may write where the permissions say so, also where root runs this), ``home``, ``room`` (on the disk of
a folder, ``room=FOLDER``) or ``pickle`` (reading values that can run code).
"""

import ctypes
import os
import pickle
import pwd
import resource
import sys
from pathlib import Path
from typing import Final, NoReturn

sys.path.append(os.fspath(Path(__file__).parents[2]))
from tests.faults import disk  # this is a program, not a part of the tests' process

_DROP: Final = 24  # PR_CAPBSET_DROP of Linux
_OVERRIDES: Final = (1, 2)  # CAP_DAC_OVERRIDE and CAP_DAC_READ_SEARCH
_LIMITS: Final = {"memory": resource.RLIMIT_AS, "file": resource.RLIMIT_FSIZE}


def _without_power(rest: list[str]) -> None:
    """Go on as a program to which permissions apply; root has to begin anew for that."""
    if os.geteuid() == 0 and sys.platform == "linux":
        for capability in _OVERRIDES:
            ctypes.CDLL(None).prctl(_DROP, capability, 0, 0, 0)
        os.execv(sys.executable, [sys.executable, __file__, *rest])  # noqa: S606 - itself


def _without_pickle() -> None:
    def refused(*given: object, **named: object) -> NoReturn:
        raise AssertionError(f"something was unpickled: {given} {named}")

    for module in (pickle, sys.modules["_pickle"]):
        for name in ("load", "loads", "Unpickler"):
            setattr(module, name, refused)


def _unknown(user: int) -> NoReturn:
    raise KeyError(user)


def main() -> int:
    """Take away, then run."""
    words, arguments = sys.argv[1 : sys.argv.index("--")], sys.argv[sys.argv.index("--") + 1 :]
    for word in words:
        what, _, amount = word.partition("=")
        if what == "power":
            _without_power([*(each for each in words if each != word), "--", *arguments])
        elif what == "pickle":
            _without_pickle()
        elif what == "room":
            disk.mounted(Path(amount))
            disk.without_bytes(Path(amount))
        elif what == "home":
            os.environ.pop("HOME", None)
            pwd.getpwuid = _unknown
        else:
            resource.setrlimit(_LIMITS[what], (int(amount), int(amount)))
    from newsread_tui.cli import main as newsread

    return newsread(arguments)


if __name__ == "__main__":
    sys.exit(main())
