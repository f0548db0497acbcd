"""Between the frame on the screen and the session in the file."""

from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from newsread.model import EntityType, Mention, SentenceRef
from newsread.story import Story
from newsread_tui.frame import Frame
from newsread_tui.place import Place, opening
from newsread_tui.plan import Layout, Plan
from newsread_tui.settings.values import Settings
from newsread_tui.state import Session, anchor, found_again

if TYPE_CHECKING:
    from newsread_tui.find import Search

_CHOSEN: Final = ("layout", "threshold", "overview", "steady")
"""What of the view is in the settings, too."""


def begun(story: Story, settings: Settings) -> Frame:
    """The frame of a story that was not read before."""
    return Frame(
        story.with_threshold(settings.threshold),
        opening(story),
        Plan(),
        settings.layout,
        overview=settings.overview,
        steady=settings.steady,
    )


def kept(frame: Frame, session: Session, settings: Settings) -> Session:
    """The session with the place and the view of a frame.

    What is as the settings have it is left out: so it follows them when they change.
    """
    story = frame.story
    ids = [article.id for article in story.articles]
    view = {
        "layout": frame.layout.name,
        "threshold": story.threshold,
        "words": frame.words,
        "overview": frame.overview,
        "steady": frame.steady,
        "order": [ids[index] for index in frame.order],
        "loose": [ids[index] for index in sorted(frame.loose)],
        "search": frame.search.query if frame.search and not frame.taken else "",
        "taken": [ids[frame.taken.article], frame.taken.start, frame.taken.end] if frame.taken else None,
        "unmarked": sorted(frame.unmarked),
        "folded": frame.folded,
    }
    own = {"layout": settings.layout.name} | {name: getattr(settings, name) for name in _CHOSEN[1:]}
    free = own.keys() - settings.said
    view = {name: value for name, value in view.items() if name not in free or value != own[name]}
    paths = tuple(article.path for article in story.articles)
    return replace(session, place=anchor(story, frame.place.ref), view=view, title=story.title, sources=paths)


def resumed(frame: Frame, session: Session, said: Collection[str] = ()) -> Frame:
    """The frame as it was left; whatever does not fit the story any more is passed over, as is what was ``said``."""
    story, view = frame.story, {name: value for name, value in session.view.items() if name not in said}
    ref = found_again(story, session.place) if session.place else None
    order = _indices(story, view.get("order"))
    place = Place(ref) if ref else frame.place
    return replace(
        frame,
        story=story.with_threshold(_threshold(view, story.threshold)).with_corrections(session.corrections),
        place=place,
        layout=_layout(view, frame.layout),
        words=view.get("words") is True,
        overview=_switch(view, "overview", otherwise=frame.overview),
        steady=_switch(view, "steady", otherwise=frame.steady),
        order=order if not order or place.ref.article in order else (*order, place.ref.article),
        loose=frozenset(_indices(story, view.get("loose"))),
        bookmarks=session.bookmarks,
        search=_sought(story, view.get("search")),
        taken=_mention(story, view.get("taken")),
        unmarked=_types(view.get("unmarked")),
        folded=view.get("folded") is True,
    )


def bookmarked(frame: Frame) -> frozenset[SentenceRef]:
    """The sentences that have a bookmark."""
    refs = (found_again(frame.story, mark.anchor) for mark in frame.bookmarks)
    return frozenset(ref for ref in refs if ref)


def _layout(view: Mapping[str, Any], otherwise: Layout) -> Layout:
    name = view.get("layout")
    return Layout[name] if isinstance(name, str) and name in Layout.__members__ else otherwise


def _threshold(view: Mapping[str, Any], otherwise: float | None) -> float | None:
    threshold = view.get("threshold", otherwise)
    valid = threshold is None or (isinstance(threshold, float | int) and 0 <= threshold <= 1)
    return threshold if valid else otherwise


def _switch(view: Mapping[str, Any], name: str, *, otherwise: bool) -> bool:
    return value if isinstance(value := view.get(name), bool) else otherwise


def _sought(story: Story, query: object) -> "Search | None":
    if not isinstance(query, str) or not query:
        return None
    from newsread_tui.find import search

    return search(story, query)


def _mention(story: Story, kept: object) -> Mention | None:
    """What was taken; where it is named is known again when names have been found."""
    if not (isinstance(kept, list) and len(kept) == 3):
        return None
    found, (start, end) = _indices(story, kept[:1]), kept[1:]
    valid = isinstance(start, int) and isinstance(end, int)
    return Mention(found[0], start, end) if found and valid else None


def _types(kept: object) -> frozenset[EntityType]:
    names = kept if isinstance(kept, list) else []
    return frozenset(kind for kind in EntityType if kind.value in names)


def _indices(story: Story, ids: object) -> tuple[int, ...]:
    known = {article.id: index for index, article in enumerate(story.articles)}
    names = ids if isinstance(ids, list) else []
    return tuple(dict.fromkeys(known[name] for name in names if isinstance(name, str) and name in known))
