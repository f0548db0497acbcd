"""numpy, kept to one thread for each product of matrices.

The products here are small, sixty sentences by a few hundred words. Its OpenBLAS would share out each of them among all
processors, which then wait for one another, spinning, and take the time from whatever else runs: an analysis keeps
all of them busy by doing several things at once. And how many threads there are would show in the last digits.
"""

import os
import sys
from typing import Final

_THREADS: Final = "OPENBLAS_NUM_THREADS"


def load_numpy() -> None:
    """Import numpy with one thread, unless it is there already or the user has said how many threads there are to be.

    OpenBLAS asks its environment once, when it is loaded; programs started later find theirs as it was.
    """
    if "numpy" in sys.modules or _THREADS in os.environ:
        return
    os.environ[_THREADS] = "1"
    try:
        import numpy as np  # noqa: F401 - for what its loading does
    finally:
        os.environ.pop(_THREADS, None)
