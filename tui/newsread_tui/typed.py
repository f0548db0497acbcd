"""Keys that mean more together.

A digit goes to an outlet and ``]`` moves the threshold, both at once; but ``5j`` are five sentences down and ``]s`` is
the next shared passage. Nobody should have to wait for a key that may have a second half: the first half is carried
out, and taken back when the second one follows soon. How soon is a matter of the fingers: what counts is when a key was
pressed, not when a slow machine got round to it.
"""

from dataclasses import dataclass
from typing import Final

from newsread_tui.frame import Frame
from newsread_tui.typeahead import Press

_SOON: Final = 0.6
"""Seconds within which keys belong together."""


@dataclass(frozen=True, slots=True)
class Typed:
    """Keys that have been carried out but may turn out to be the beginning of something else.

    Attributes:
        keys: The keys.
        before: What was shown before them.
        last: When the last of them was pressed.
    """

    keys: str
    before: Frame
    last: Press

    def followed_by(self, press: Press) -> bool:
        """Whether a key belongs to them: pressed soon after, and none between."""
        return press.at - self.last.at <= _SOON and press.number == self.last.number + 1

    @property
    def count(self) -> int:
        """The number they make; 0 if they make none."""
        return min(int(self.keys), 9999) if self.keys.isdigit() else 0

    @property
    def way(self) -> int:
        """1 for a closing bracket, -1 for an opening one, 0 for anything else."""
        return {"]": 1, "[": -1}.get(self.keys, 0)
