"""Where the reader has been: back and forward, as in a browser."""

from typing import NamedTuple

from newsread_tui.place import Place

_LONGEST = 200


class Trail(NamedTuple):
    """Places left behind by jumps.

    Attributes:
        back: The last one last.
        forward: Those come back from, the nearest last.
    """

    back: tuple[Place, ...] = ()
    forward: tuple[Place, ...] = ()

    def left(self, place: Place) -> "Trail":
        """After a jump away from ``place``."""
        return Trail((*self.back, place)[-_LONGEST:])

    def returned(self, place: Place) -> "tuple[Trail, Place] | None":
        """One step back from ``place``, and where that leads; None at the beginning."""
        if not self.back:
            return None
        return Trail(self.back[:-1], (*self.forward, place)), self.back[-1]

    def advanced(self, place: Place) -> "tuple[Trail, Place] | None":
        """One step forward again from ``place``, and where that leads; None at the end."""
        if not self.forward:
            return None
        return Trail((*self.back, place), self.forward[:-1]), self.forward[-1]
