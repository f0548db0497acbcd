"""One measurement, and the table that shows them all."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

_HEAD: Final = ("what", "newsread", "beside", "ratio", "bound", "held")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table.

    Attributes:
        what: What was measured.
        value: The figure for newsread, in ``unit``.
        unit: "ms", "s", "kB", "B" or "MiB".
        bound: The most it may be: times the reference if ``relative``, else in ``unit``.
        relative: Whether the bound is a ratio to the reference.
        reference: The figure beside which it stands, in the same unit; None if there is none.
        beside: What the reference is.
    """

    what: str
    value: float
    unit: str
    bound: float
    relative: bool = False
    reference: float | None = None
    beside: str = ""

    @property
    def ratio(self) -> float | None:
        """How many times the reference the value is."""
        return self.value / self.reference if self.reference else None

    @property
    def held(self) -> bool:
        """Whether the bound is kept."""
        measured = self.ratio if self.relative else self.value
        return measured is not None and measured <= self.bound

    def cells(self) -> tuple[str, ...]:
        """The line as text."""
        beside = "" if self.reference is None else f"{figure(self.reference, self.unit)} {self.beside}"
        ratio = "" if self.ratio is None else f"{self.ratio:.2f}x"
        bound = f"<= {self.bound:g}x" if self.relative else f"<= {figure(self.bound, self.unit)}"
        return self.what, figure(self.value, self.unit), beside, ratio, bound, "yes" if self.held else "NO"


@dataclass(frozen=True, slots=True)
class Failure:
    """A measurement that could not be made; it counts as a bound not held."""

    what: str
    why: str
    held: bool = False

    def cells(self) -> tuple[str, ...]:
        """The line as text."""
        return self.what, "not measured", self.why, "", "", "NO"


type Line = Row | Failure


def figure(value: float, unit: str) -> str:
    """A figure of about three digits and its unit."""
    return f"{value:.0f} {unit}" if value >= 100 else f"{value:.3g} {unit}"


def markdown(lines: Iterable[Line]) -> str:
    """The table, as Markdown that also reads well in a terminal."""
    rows = [_HEAD, *(line.cells() for line in lines)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(_HEAD))]
    text = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |" for row in rows
    ]
    text.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return "\n".join(text)
