"""What the pages say: help made from the live bindings, and where the texts are from."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from textual.binding import ActiveBinding

from newsread.model import Article
from newsread.story import Story
from newsread.text import one_line
from newsread_tui.frame import Frame
from newsread_tui.glyphs import Glyphs
from newsread_tui.keys import key_table, with_keys
from newsread_tui.paint import SLOTS, Ink
from newsread_tui.screens.page import Line

_KEYS = 22
_TOLD = 0.01
"""The least share of words in common that is told."""


def help_lines(active: Iterable[ActiveBinding], glyphs: Glyphs) -> Sequence[Line]:
    """Every key that does something now, and what the signs and the looks of names mean."""
    active = list(active)
    return [*key_lines(active), *_together(active), [], *_signs(glyphs), [], *_looks()]


def _together(active: Sequence[ActiveBinding]) -> Sequence[Line]:
    """What keys do that are pressed one after the other."""
    told = [
        ("5{sentence.next}  3{shared.next}", "a number repeats a movement"),
        ("12{article.last}", "the sentence of that number"),
        (
            "{threshold.up}{shared.next}  {threshold.up}{omissions}  {threshold.up}{words}",
            "the next passage that others carry, only here, that differs",
        ),
        ("{threshold.down}{shared.next}  {threshold.down}{omissions}  {threshold.down}{words}", "the previous one"),
    ]
    keys = [(with_keys(names, active), text) for names, text in told]
    lines: list[Line] = [[(f"   {names:<{_KEYS}}", Ink.TITLE), (text, Ink.TEXT)] for names, text in keys]
    return [[(" One after the other", Ink.HEADING)], *lines]


def key_lines(active: Iterable[ActiveBinding], *, own_first: bool = False) -> Sequence[Line]:
    """Every key that does something now, by group; ``own_first`` with those that only this screen has at the top."""
    lines: list[Line] = []
    groups = list(key_table(active).items())
    for group, keys in reversed(groups) if own_first else groups:
        lines.append([(f" {group}", Ink.HEADING)])
        lines += [[(f"   {_joined(names):<{_KEYS}}", Ink.TITLE), (text, Ink.TEXT)] for text, names in keys.items()]
        lines.append([])
    return lines


def _joined(names: Sequence[str]) -> str:
    digits = [name for name in names if name.isdigit()]
    return f"{digits[0]} - {digits[-1]}" if len(digits) > 1 else "  ".join(names)


def _signs(glyphs: Glyphs) -> Sequence[Line]:
    signs = [
        (glyphs.equivalent, Ink.EQUIVALENT, "another outlet says the same; the number counts the outlets"),
        (glyphs.partial, Ink.PARTIAL, "another outlet says part of it"),
        (
            glyphs.doubtful,
            Ink.DOUBTFUL,
            "another outlet may say it: the link is hardly surer than the advised bar, or less",
        ),
        (glyphs.own, Ink.OWN, "you have said that another outlet says it"),
        (glyphs.alone, Ink.ALONE, "only this outlet says it"),
        (glyphs.differs, Ink.DISPUTED, "another outlet says it with another number, date, name or wording"),
        (glyphs.cursor, Ink.CURSOR_MARK, "where the cursor is, and the same passage in the other outlets"),
    ]
    lines: list[Line] = [[(f"   {sign:<{_KEYS}}", ink), (text, Ink.TEXT)] for sign, ink, text in signs]
    return [[(" Signs in the margin", Ink.HEADING)], *lines]


def _looks() -> Sequence[Line]:
    looks = [("a person", Ink.PERSON), ("an organisation", Ink.ORG), ("a place", Ink.PLACE), ("a group", Ink.GROUP)]
    looks += [("something else with a name", Ink.OTHER), ("words that differ", Ink.DIFFERS)]
    lines: list[Line] = [[(" Looks", Ink.HEADING)], *([("   ", Ink.TEXT), (text, ink)] for text, ink in looks)]
    most = [("   ", Ink.TEXT), ("the six named most have a colour each, the same in every outlet: ", Ink.TEXT)]
    return [*lines, [*most, *((f"{number} ", ink) for number, ink in enumerate(SLOTS, 1))]]


def detail_lines(frame: Frame) -> Sequence[Line]:
    """Outlet, date, headline, address and path of every article, with what there is to say of each."""
    lines: list[Line] = [[(f" {one_line(warning)}", Ink.NOTICE)] for warning in (*frame.remarks, *frame.story.warnings)]
    lines += [[]] if lines else []
    for number, article in enumerate(frame.story.articles, 1):
        lines.append([(f" {number} ", Ink.MUTED), (one_line(article.outlet), Ink.TITLE)])
        lines.append([("   ", Ink.TEXT), (one_line(article.title) or "no headline", Ink.TEXT)])
        lines += [[("   ", Ink.TEXT), (fact, Ink.MUTED)] for fact in _facts(article) if fact]
        lines += [[("   ", Ink.TEXT), (fact, Ink.MUTED)] for fact in _same_words(frame.story, number - 1)]
        lines += [[("   ", Ink.TEXT), (one_line(warning), Ink.NOTICE)] for warning in article.warnings]
        lines.append([])
    return lines


def _same_words(story: Story, article: int) -> Sequence[str]:
    """What share of an article's words other outlets print too, in stretches of six words or more."""
    shares = [(o.right, o.left_share) for o in story.overlaps if o.left == article]
    shares += [(o.left, o.right_share) for o in story.overlaps if o.right == article]
    told = [f"{one_line(story.articles[n].outlet)} {share:.0%}" for n, share in sorted(shares) if share >= _TOLD]
    return [f"word for word also in {', '.join(told)}"] if told else []


def _facts(article: Article) -> Sequence[str]:
    """When, by whom and where: moments in the zone of whoever reads them."""
    day = article.published.isoformat() if article.published else "no date"
    at = article.published_at
    also = ", ".join(article.also_in)
    return (
        _moment(at) if at else day,
        one_line(article.author),
        one_line(article.url or ""),
        one_line(article.path) if article.path != article.url else "",
        f"fetched {_moment(article.fetched)}" if article.fetched else "",
        f"also in {one_line(also)}" if also else "",
    )


def _moment(at: datetime) -> str:
    try:
        return at.astimezone().strftime("%Y-%m-%d %H:%M")
    except (OverflowError, ValueError, OSError):  # a year that no clock has, in a story.toml
        return at.isoformat(" ", "minutes")
