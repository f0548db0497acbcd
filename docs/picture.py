"""Makes docs/images/reader.svg from the reader itself: ``make picture``."""

import asyncio
import re
from pathlib import Path
from typing import Any, Final

from newsread import Story, open_story, sample_story
from newsread_tui.analysis import Analyst
from newsread_tui.app import ReaderApp
from newsread_tui.settings.values import Settings
from newsread_tui.themes import DARK

PICTURE: Final = Path(__file__).parent / "images" / "reader.svg"
SIZE: Final = (150, 38)
KEYS: Final = "j"
# The picture should fetch nothing when it is looked at: the viewer's own typewriter face will do.
_FONTS: Final = re.compile(r"\s*@font-face \{.*?\}", re.DOTALL)


def _unchanged(story: Story, **_: Any) -> Story:
    return story


async def _draw(story: Story) -> str:
    """The reader a few keys into a story that has been analysed already."""
    app = ReaderApp(story, Analyst(run=_unchanged), settings=Settings(theme=DARK.name))
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await pilot.press(*KEYS)
        await pilot.pause()
        return app.export_screenshot(title="newsread")


def main() -> None:
    """Draw the sample story."""
    svg = asyncio.run(_draw(open_story([str(sample_story())])))
    PICTURE.write_text(_FONTS.sub("", svg), encoding="utf-8")
    print(f"{PICTURE}: {PICTURE.stat().st_size / 1000:.0f} kB")


if __name__ == "__main__":
    main()
