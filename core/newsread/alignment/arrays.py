"""Names for the arrays the aligner works with."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.floating[Any]]
"""Real numbers, mostly one for each pair of sentences of two articles."""

Flags = NDArray[np.bool_]
"""Yes or no for each element."""

Places = NDArray[np.integer[Any]]
"""Indices into another array."""
