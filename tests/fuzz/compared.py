"""Fuzzed: what comes of hostile articles: links, names, quotations, differences, reports, and the reader's screens."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import combinations
from typing import Final

from newsread import pipeline
from newsread.comparison import compare_articles
from newsread.corrections import Correction, Verdict, anchor_at
from newsread.model import Alignment, Entity, EntityType, Link, LinkKind, SentenceRef
from newsread.report import Format, render
from newsread.story import Story
from newsread_tui.find import search
from newsread_tui.frame import Frame
from newsread_tui.glyphs import ASCII, UNICODE
from newsread_tui.linear import passage_lines, reading_lines
from newsread_tui.paint import Brush, Role
from newsread_tui.place import Kind, Place, crossed, edge, gap, next_where, opening, paragraph, step, stops, turned
from newsread_tui.plan import Layout, plan
from newsread_tui.rows import RowKind, lay_out
from newsread_tui.sheet import margins, names
from newsread_tui.themes import DARK, palette
from newsread_tui.widgets.apparatus import apparatus, stacked
from newsread_tui.widgets.status import status
from tests.fuzz.target import Target, articles_of, check_shown
from tests.hostile.texts import HOSTILE
from tests.tui.conftest import mentions

_SAID: Final = (
    "!Talks go on\nThe minister said on Monday that talks with Japan would go on.\n“We are prepared for 12 more days,” Kim Lee told reporters in Tokyo.\n"
    "Nobody expects a result before Aug. 17, 2017, officials said.\n===\n!Talks\nTalks with Japan will go on, the minister said.\n"
    "Kim Lee said: “We are prepared for 21 days.”\n+They claimed that $1.2 million (£900,000) was not paid.\n===\n#Part\n%A caption\n@By us\nKim Lee spoke.\n"
).encode()


def _story(data: bytes) -> Story:
    """Hostile articles, linked sentence by sentence; every word that begins with an upper-case letter is a name."""
    articles = tuple(articles_of(data)) or tuple(articles_of(b"One.\n"))
    linked = [[n for n, sentence in enumerate(article.sentences) if sentence.kind.linkable] for article in articles]
    links = [
        Link(SentenceRef(a, n), SentenceRef(b, m), (0.95, 0.6, 0.3)[(n + m) % 3], list(LinkKind)[n % 2])
        for a, b in combinations(range(len(articles)), 2)
        for at, n in enumerate(linked[a][:12])
        for m in linked[b][at : at + 2]
    ]
    words = dict.fromkeys(word for article in articles for word in article.text.split() if word[:1].isupper())
    types = list(EntityType)
    entities = [
        Entity(n, word, types[n % len(types)], tuple(mentions(articles, word))) for n, word in enumerate([*words][:8])
    ]
    alignment = Alignment(tuple(sorted(links, key=lambda link: (link.source, link.target))), 0.5)
    return Story(
        articles, "A story", alignment, tuple(entities), findings=compare_articles(articles, alignment, entities)
    )


def _reported(data: bytes) -> None:
    story = _story(data)
    for form in Format:
        told = render(story, form).replace("\r\n", "\n")  # CSV ends its lines so
        if form not in (Format.JSON, Format.JSONL):
            check_shown(told)
    assert render(story, Format.TEXT, width=20)


def _aligned(data: bytes) -> None:
    story = pipeline.aligned(Story(tuple(replace(article, language="en") for article in articles_of(data))))
    assert story.alignment is not None
    pairs = [(link.source, link.target) for link in story.links]
    assert pairs == sorted(set(pairs))
    assert all(0 <= link.score <= 1 for link in story.alignment.candidates)


def _shown(data: bytes) -> None:
    """Every row fills its width and no more, at any width."""
    story = _story(data[1:])
    width = 8 + (data[0] if data else 0) % 90
    for number, article in enumerate(story.articles):
        told = list(zip(margins(story, number, UNICODE, settled=True), names(story, number), strict=True))
        for glyphs in (UNICODE, ASCII):
            brush = Brush(_PALETTE, glyphs, width)
            for row in lay_out(article.sentences, max(1, width - 4), spaced=True).rows:
                if row.kind is RowKind.TEXT:
                    margin, marks = told[row.sentence]
                    strip = brush.sentence_row(
                        row, article.sentences[row.sentence], marks, margin, _ROLES[row.sentence % len(_ROLES)]
                    )
                    assert sum(segment.cell_length for segment in strip) == width
                    check_shown(strip.text)


def _read(data: bytes) -> None:
    """The reader's model under keys: a place is a place wherever they lead, and all that is painted is as wide as it should be."""
    keys, _, text = data.partition(b"\n")
    story = _story(text)
    frame = Frame(story, opening(story), plan(80, 24, len(story.articles), 4), settled=True)
    for key in keys[:40]:
        frame = _MOVES[key % len(_MOVES)](frame, 1 if key & 128 else -1)
        place, articles = frame.place, frame.story.articles
        assert place.ref.sentence in stops(articles[place.ref.article]) or not articles[place.ref.article].sentences
    _painted(frame)


def _painted(frame: Frame) -> None:
    if frame.plan.columns and frame.sentence is not None:
        for glyphs in (UNICODE, ASCII):
            brush = Brush(_PALETTE, glyphs, frame.plan.apparatus_width or 40)
            shown = replace(frame, plan=frame.plan._replace(apparatus=frame.plan.apparatus or 8))
            for strip in (*apparatus(shown, brush), *stacked(shown, brush)):
                assert sum(segment.cell_length for segment in strip) == brush.width
                check_shown(strip.text)
            refs = [
                SentenceRef(n, s)
                for n, article in enumerate(frame.story.articles)
                for s in range(len(article.sentences))
            ]
            check_shown(*reading_lines(frame, refs, glyphs), *passage_lines(frame, glyphs))
            check_shown(*(text for part in status(frame, 80, glyphs) for text, _ in part))


def _cross(frame: Frame, way: int) -> Place:
    article = (frame.place.ref.article + way) % len(frame.story.articles)
    there = crossed(frame.story, frame.place, article)
    assert there.ref.article == article
    assert crossed(frame.story, there, frame.place.ref.article).ref == frame.place.ref, "straight back returns"
    after = gap(frame.story, frame.place.ref, article)
    assert after is None or -1 <= after < max(1, len(frame.story.articles[article].sentences))
    return there


def _seek(kind: Kind) -> Callable[[Frame, int], Frame]:
    return lambda frame, way: replace(frame, place=next_where(frame.story, frame.place, way, kind) or frame.place)


def _correct(frame: Frame, way: int) -> Frame:
    """What the reader says of the sentence and the first of another outlet."""
    articles, here = frame.story.articles, frame.place.ref
    other = (here.article + 1) % len(articles)
    if other == here.article or not (articles[other].sentences and articles[here.article].sentences):
        return frame
    verdict = Verdict.SAME if way > 0 else Verdict.NOT_SAME
    said = Correction(verdict, anchor_at(articles, here), anchor_at(articles, SentenceRef(other, 0)))
    return replace(frame, story=frame.story.with_corrections((*frame.story.corrections, said)))


def _divide(width: int, height: int, layout: Layout) -> Callable[[Frame, int], Frame]:
    return lambda frame, way: replace(
        frame, layout=layout, plan=plan(width + way, height - way, len(frame.story.articles), 4, layout)
    )


def _sought(frame: Frame, way: int) -> Frame:
    words = frame.sentence.text[:9] if frame.sentence else "x"
    found = search(frame.story, words if way > 0 else f"/{words}")
    after = found.after(frame.place.ref, way)
    assert after is None or found.spans(after)
    return replace(frame, search=found)


def _folds(frame: Frame, way: int) -> Frame:
    folded = replace(frame, folded=way > 0)
    for article in range(len(frame.story.articles)):
        ends = {fold.first: fold.last for fold in folded.folds(article)}
        column = lay_out(frame.story.articles[article].sentences, 30, folds=ends)
        assert len(column.tops) == len(frame.story.articles[article].sentences)
    return folded


def _move(move: Callable[[Story, Place, int], Place]) -> Callable[[Frame, int], Frame]:
    return lambda frame, way: replace(frame, place=move(frame.story, frame.place, way))


_MOVES: Final[Sequence[Callable[[Frame, int], Frame]]] = (
    _move(step),
    _move(paragraph),
    _move(lambda story, place, way: edge(story, place, last=way > 0)),
    _move(lambda story, place, way: turned(story, place)),
    lambda frame, way: replace(frame, place=_cross(frame, way)),
    *(_seek(kind) for kind in Kind),
    lambda frame, way: replace(frame, story=frame.story.with_threshold(0.9 if way > 0 else 0.2)),
    lambda frame, way: replace(frame, words=way > 0),
    _correct,
    *(_divide(width, height, layout) for layout in Layout for width, height in ((41, 12), (80, 24), (160, 48))),
    _sought,
    _folds,
)
_ROLES: Final = (Role.NONE, Role.CURSOR, Role.PEER)
_PALETTE: Final = palette(DARK.name)
COMPARED: Final = {
    "reported": Target(_reported, (_SAID, HOSTILE.encode() + _SAID)),
    "aligned": Target(_aligned, (_SAID,)),
    "shown": Target(_shown, (b"\x20" + _SAID, b"\x04" + _SAID)),
    "read": Target(_read, (bytes(range(30)) + b"\n" + _SAID, bytes(range(128, 160)) + b"\n" + _SAID)),
}
