"""The sample story that comes with the program."""

from pathlib import Path
from typing import Final

from newsread.errors import SourceMissing

_STORY: Final = "us-japan-2017"


def sample_story() -> Path:
    """The folder of the sample story: five newspapers on one meeting, with their ``story.toml``.

    It lies inside the package when newsread is installed, and beside it in a checkout.

    Raises:
        SourceMissing: The sample was left out of this installation.
    """
    package = Path(__file__).resolve().parent
    places = (package / "data" / "seeds" / _STORY, package.parents[1] / "seeds" / _STORY)
    for folder in places:
        if folder.is_dir():
            return folder
    raise SourceMissing("the sample story is not part of this installation", hint="install newsread again")
