"""Which of the ways to compare sentences can be gone here."""

from collections.abc import Sequence
from contextlib import suppress

from newsread.alignment.encode import Encoder, load_encoder
from newsread.alignment.head import Judge, read_judge
from newsread.errors import WeightsMissing


def installed(*, careful: bool, encoding: bool) -> tuple[Judge, Encoder | None]:
    """The best judge that was asked for and whose weights are there, with the encoder it needs.

    Args:
        careful: Whether the one with the large encoder is asked for.
        encoding: Whether there is anything to encode; if not, no encoder is loaded.

    Raises:
        WeightsMissing: There is none at all.
    """
    for method in _methods(careful=careful):
        with suppress(WeightsMissing):
            return read_judge(method), load_encoder(method) if encoding else None
    return read_judge("lexical"), None


def why_not(*, careful: bool) -> str:
    """Why sentences cannot be compared here with the encoder that was asked for."""
    method = _methods(careful=careful)[0]
    try:
        read_judge(method)
        load_encoder(method)
    except WeightsMissing as error:
        return str(error)
    return f"the {method} aligner was not there at first"


def _methods(*, careful: bool) -> Sequence[str]:
    """The methods with an encoder, the one that was asked for first."""
    return ("careful", "learned") if careful else ("learned",)
