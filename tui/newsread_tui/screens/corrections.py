"""Lists for correcting: sentences to choose from, and what the reader has said so far."""

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import BindingType

from newsread.corrections import Correction, pair_of
from newsread.model import Link, SentenceRef
from newsread.story import Story
from newsread.text import one_line
from newsread_tui.glyphs import Glyphs
from newsread_tui.lists import CORRECTIONS
from newsread_tui.paint import Ink
from newsread_tui.screens.listing import Item, ListScreen
from newsread_tui.sheet import sign, sureness


class CorrectionsScreen(ListScreen):
    """One row a correction, the latest first; what is taken back here is in :attr:`gone` when the list is closed."""

    BINDINGS: ClassVar[list[BindingType]] = CORRECTIONS
    HINT = "{list.choose} goes there   {corrections.undo} takes it back   {list.close} back"

    def __init__(self, story: Story, glyphs: Glyphs) -> None:
        super().__init__("Your corrections, the latest first", (), glyphs)
        self._story = story
        self._all = tuple(reversed(story.corrections))
        self.gone: list[Correction] = []
        self._fill()

    def action_undo(self) -> None:
        """Take a correction back, or let it hold after all."""
        correction = self._all[self.at]
        if correction in self.gone:
            self.gone.remove(correction)
        else:
            self.gone.append(correction)
        self._fill()

    def _fill(self) -> None:
        self.items = [self._item(correction) for correction in self._all]
        if self.is_mounted:
            self.paint()

    def _item(self, correction: Correction) -> Item:
        pair = pair_of(self._story.articles, correction)
        gone = correction in self.gone
        head = (f" {'taken back' if gone else correction.verdict.value:<14}", Ink.MUTED if gone else Ink.TITLE)
        if pair is None:
            lost = f"not in these texts: {one_line(correction.one.text)}  /  {one_line(correction.other.text)}"
            return Item([head, (lost, Ink.MUTED)], (), SentenceRef(0, 0))
        outlets = [one_line(self._story.articles[ref.article].outlet) for ref in pair]
        texts = [one_line(self._story.sentence(ref).text) for ref in pair]
        told = [(f"{' / '.join(outlets)}  ", Ink.MUTED), ("  /  ".join(texts), Ink.TEXT)]
        return Item([head, *told], (), pair[0])


class ChoiceScreen(ListScreen):
    """Sentences, one of which is chosen."""

    HINT = "{list.choose} chooses it   {list.down} {list.up} move   {list.close} back"


def choices(story: Story, here: SentenceRef, refs: Sequence[SentenceRef], glyphs: Glyphs) -> Sequence[Item]:
    """The sentences to choose from, each with its outlet and how it is linked to the current one."""
    links = {frozenset((link.source, link.target)): link for link in _links(story)}
    width = max(len(one_line(story.articles[ref.article].outlet)) for ref in refs)
    items = []
    for ref in refs:
        link = links.get(frozenset((here, ref)))
        mark, ink = sign(story, link, glyphs) if link else (" ", Ink.TEXT)
        outlet = f"{one_line(story.articles[ref.article].outlet):<{width}}  "
        sure = (f"  {sureness(link)} " if link else "", Ink.MUTED)
        text = (one_line(story.sentence(ref).text), Ink.TEXT)
        items.append(Item([(f" {mark} ", ink), (outlet, Ink.TITLE), text], [sure], ref))
    return items


def _links(story: Story) -> Sequence[Link]:
    """Every link there is, those that are followed last."""
    return [*(story.alignment.candidates if story.alignment else ()), *story.links]
