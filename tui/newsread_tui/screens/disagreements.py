"""Where the outlets differ: one row a difference, true conflicts first; Enter goes to the passage."""

from collections.abc import Sequence
from typing import Final

from newsread.findings import Difference, Severity
from newsread.model import SentenceRef
from newsread.story import Story
from newsread.text import one_line
from newsread_tui.paint import Ink
from newsread_tui.screens.coverage import short_names
from newsread_tui.screens.listing import Item

_HEADINGS: Final = {
    Severity.CONFLICT: "They contradict each other",
    Severity.DRIFT: "They put it differently",
    Severity.DETAIL: "One is more exact",
}
_INKS: Final = {Severity.CONFLICT: Ink.NOTICE, Severity.DRIFT: Ink.TEXT, Severity.DETAIL: Ink.TEXT}


def difference_items(story: Story, here: SentenceRef) -> Sequence[Item]:
    """The differences under a heading for each severity; each is read in the current outlet if that has part in it."""
    names = short_names([one_line(article.outlet) for article in story.articles])
    items: list[Item] = []
    for severity, title in _HEADINGS.items():
        found = [difference for difference in story.differences if difference.severity is severity]
        if found:
            items.append(Item([(f" {title}: {len(found)}", Ink.HEADING)]))
            items += [_row(story, difference, names, here) for difference in found]
            items.append(Item([("", Ink.TEXT)]))
    return items[:-1]


def _row(story: Story, difference: Difference, names: Sequence[str], here: SentenceRef) -> Item:
    link = difference.link
    target = link.target if link.target.article == here.article else link.source
    kind = (f"   {difference.kind.value:<10}", Ink.MUTED)
    outlets = f"  {names[link.source.article]} / {names[link.target.article]} "
    told = (one_line(difference.explanation), _INKS[difference.severity])
    passage = (f"   {one_line(story.sentence(target).text)}", Ink.MUTED)
    return Item([kind, told, passage], [(outlets, Ink.MUTED)], target)
