"""One measurement, and the table that shows them all."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

HEAD: Final = ("what", "newsread", "beside", "ratio", "bound", "held")


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table.

    Attributes:
        what: What was measured.
        value: The figure for newsread, in ``unit``.
        unit: "ms", "s", "kB", "B" or "MiB".
        bound: The most it may be: times the reference if ``relative``, else in ``unit``; None if nobody has said.
        relative: Whether the bound is a ratio to the reference.
        reference: The figure beside which it stands, in the same unit; None if there is none.
        beside: What the reference is.
    """

    what: str
    value: float
    unit: str
    bound: float | None = None
    relative: bool = False
    reference: float | None = None
    beside: str = ""

    @property
    def ratio(self) -> float | None:
        """How many times the reference the value is."""
        return self.value / self.reference if self.reference else None

    @property
    def bounded(self) -> bool:
        """Whether it counts among the bounds."""
        return self.bound is not None

    @property
    def held(self) -> bool:
        """Whether the bound is kept."""
        if self.bound is None:
            return True
        measured = self.ratio if self.relative else self.value
        return measured is not None and measured <= self.bound

    def cells(self) -> tuple[str, ...]:
        """The line as text."""
        beside = "" if self.reference is None else f"{figure(self.reference, self.unit)} {self.beside}"
        ratio = "" if self.ratio is None else f"{self.ratio:.2f}x"
        held = "" if self.bound is None else "yes" if self.held else "NO"
        return self.what, figure(self.value, self.unit), beside, ratio, self._bound(), held

    def _bound(self) -> str:
        if self.bound is None:
            return ""
        return f"<= {self.bound:g}x" if self.relative else f"<= {figure(self.bound, self.unit)}"


@dataclass(frozen=True, slots=True)
class Failure:
    """A measurement that could not be made; it counts as a bound not held, where there is one."""

    what: str
    why: str
    bounded: bool = True
    columns: int = len(HEAD)

    @property
    def held(self) -> bool:
        """Whether it does no harm."""
        return not self.bounded

    def cells(self) -> tuple[str, ...]:
        """The line as text."""
        told = (self.what, "not measured", self.why)
        return (*told, *[""] * (self.columns - len(told) - 1), "" if self.held else "NO")


@dataclass(frozen=True, slots=True)
class PeerRow:
    """One aligner on annotated stories.

    Attributes:
        what: Which.
        figures: Jump F1, precision and recall.
        seconds: For all stories, loading left out.
        peak: Largest resident memory of its process, in MiB.
        reference: Seconds and memory of newsread.
    """

    what: str
    figures: tuple[float, float, float]
    seconds: float
    peak: float
    reference: tuple[float, float]
    bounded: bool = False
    held: bool = True

    def cells(self) -> tuple[str, ...]:
        """The line as text."""
        seconds, peak = self.reference
        return (
            self.what,
            *(f"{value:.3f}" for value in self.figures),
            figure(self.seconds, "s"),
            f"{self.seconds / seconds:.2f}x",
            figure(self.peak, "MiB"),
            f"{self.peak / peak:.2f}x",
        )


PEERS: Final = ("aligner", "jump_f1", "precision", "recall", "time", "of newsread's", "memory", "of newsread's")

type Line = Row | Failure | PeerRow


def figure(value: float, unit: str) -> str:
    """A figure of about three digits and its unit."""
    return f"{value:.0f} {unit}".rstrip() if value >= 100 else f"{value:.3g} {unit}".rstrip()


def markdown(lines: Iterable[Line], head: Sequence[str] = HEAD) -> str:
    """The table, as Markdown that also reads well in a terminal."""
    rows = [tuple(head), *(line.cells() for line in lines)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(head))]
    text = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |" for row in rows
    ]
    text.insert(1, "|" + "|".join("-" * (width + 2) for width in widths) + "|")
    return "\n".join(text)
