"""The methods that are trained: which published encoder each begins with, and how it is tuned."""

from dataclasses import dataclass

from training.encoder import Shape
from training.tuning import Tuning


@dataclass(frozen=True, slots=True)
class Method:
    """A way to compare with an encoder.

    Attributes:
        name: As in what newsread writes.
        published: The folder of the published encoder, among those that ``make train`` fetches.
        shape: How much of it is taken.
        tuning: How it is tuned.
        block: How many of its weights share a scale in the file that ships.
    """

    name: str
    published: str
    shape: Shape
    tuning: Tuning
    block: int


LEARNED = Method("learned", "all-MiniLM-L6-v2", Shape(6, 12, 384, 1e-12, relative=False), Tuning(), 128)
# The first 8 of 12 layers find as much as all of them do (docs/alignment.md).
CAREFUL = Method(
    "careful", "all-mpnet-base-v2", Shape(8, 12, 768, 1e-5, relative=True), Tuning(epochs=3, rate=5e-5), 32
)
METHODS = (LEARNED, CAREFUL)
