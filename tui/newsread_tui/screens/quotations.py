"""Who says what, speaker by speaker: the same utterance as each outlet prints it, with the words that drift."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from newsread.findings import Drift, DriftKind, Quotation, QuotationKind, Utterance
from newsread.model import SentenceRef
from newsread.story import Story
from newsread.text import one_line
from newsread_tui.paint import Ink
from newsread_tui.screens.coverage import short_names
from newsread_tui.screens.listing import Item

_NOBODY: Final = "nobody named"
_SAID_OF: Final = {DriftKind.SAME: "same words", DriftKind.SHORTER: "a part", DriftKind.REWORDED: "other words"}


def quotation_items(story: Story) -> Sequence[Item]:
    """A heading for every speaker, the most quoted first; under it what was said, one row for each outlet."""
    names = short_names([one_line(article.outlet) for article in story.articles])
    drifts = {(drift.left, drift.right): drift for drift in story.drifts}
    items: list[Item] = []
    for speaker, told in _by_speaker(story):
        count = sum(len(utterance.quotations) for utterance in told)
        items.append(Item([(f" {one_line(speaker)}", Ink.HEADING), (f"  {count}", Ink.MUTED)]))
        for utterance in told:
            items += _rows(story, utterance, names, drifts)
        items += [_reported(story, n, names) for n in _indirect(story, speaker)]
        items.append(Item([("", Ink.TEXT)]))
    return items[:-1]


def _by_speaker(story: Story) -> Sequence[tuple[str, Sequence[Utterance]]]:
    """Speakers with what they said; an utterance belongs to the one whom its longest quotation names."""
    found: dict[str, list[Utterance]] = defaultdict(list)
    for utterance in story.utterances:
        found[_speaker(story, utterance)].append(utterance)
    for quotation in story.quotations:
        found.setdefault(quotation.name or _NOBODY, [])
    return sorted(found.items(), key=lambda pair: (pair[0] == _NOBODY, -sum(len(u.quotations) for u in pair[1])))


def _speaker(story: Story, utterance: Utterance) -> str:
    told = [story.quotations[n] for n in (utterance.longest, *utterance.quotations)]
    resolved = next((quotation for quotation in told if quotation.entity is not None), told[0])
    return resolved.name or _NOBODY


def _indirect(story: Story, speaker: str) -> Sequence[int]:
    return [
        number
        for number, quotation in enumerate(story.quotations)
        if quotation.kind is QuotationKind.INDIRECT and (quotation.name or _NOBODY) == speaker
    ]


def _rows(
    story: Story, utterance: Utterance, names: Sequence[str], drifts: dict[tuple[int, int], Drift]
) -> Sequence[Item]:
    """The quotations of one utterance, the longest first; the rest with the words in which they differ from it."""
    first = utterance.longest
    rest = [number for number in utterance.quotations if number != first]
    mark = "longest" if rest else ""
    rows = [_row(story.quotations[first], names, [(story.quotations[first].words, Ink.TEXT)], mark)]
    for number in rest:
        quotation = story.quotations[number]
        drift = drifts.get((min(first, number), max(first, number)))
        parts = _parts(drift, own_is_left=number < first) if drift else [(quotation.words, Ink.TEXT)]
        rows.append(_row(quotation, names, parts, _SAID_OF[drift.kind] if drift else "", indent="  "))
    return rows


def _parts(drift: Drift, *, own_is_left: bool) -> Sequence[tuple[str, Ink]]:
    """The words of a quotation; those that the longest one lacks stand out."""
    words = [(change.left if own_is_left else change.right, change.same) for change in drift.changes]
    return [(text, Ink.TEXT if same else Ink.DIFFERS) for text, same in words if text]


def _row(
    quotation: Quotation, names: Sequence[str], words: Sequence[tuple[str, Ink]], right: str, indent: str = ""
) -> Item:
    lead = (f"   {names[quotation.article]:<5}{indent}“", Ink.MUTED)
    target = SentenceRef(quotation.article, quotation.sentences[0])
    return Item(
        [lead, *((_flat(text), ink) for text, ink in words), ("”", Ink.MUTED)], [(f"  {right} ", Ink.MUTED)], target
    )


def _reported(story: Story, number: int, names: Sequence[str]) -> Item:
    quotation = story.quotations[number]
    lead = (f"   {names[quotation.article]:<5}", Ink.MUTED)
    target = SentenceRef(quotation.article, quotation.sentences[0])
    return Item([lead, (one_line(quotation.words), Ink.ASIDE)], [("  reported ", Ink.MUTED)], target)


def _flat(text: str) -> str:
    """A stretch of words on one line, with its spaces at both ends."""
    inner = one_line(text)
    return (" " if text[:1].isspace() else "") + inner + (" " if text[-1:].isspace() and inner else "")
