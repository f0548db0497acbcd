"""What becomes of what is no longer needed.

Python looks for garbage that holds itself rarely, and not among what stays.

A program that loads hundreds of modules makes hundreds of thousands of objects that stay, and by default Python goes
through them again and again while it does so: a tenth of the time until the first text.
"""

import gc
from typing import Final

_YOUNG: Final = (50_000, 20, 50)


def collect_rarely() -> None:
    """Look for garbage after so many objects as a screen of work makes, not after a few hundred."""
    gc.set_threshold(*_YOUNG)


def leave_what_stays() -> None:
    """Never look again at what is there now; what nothing refers to any more still goes at once."""
    gc.freeze()


def forget_closed() -> None:
    """Let go of the screens that were closed: Textual remembers what a thousand widgets painted after they are gone.

    What is still open is remembered again when it is painted next, which takes no time.
    """
    from textual._styles_cache import StylesCache

    StylesCache.get_inner_outer.cache_clear()
