"""Where the reader is in a story, and how keys move them: pure functions over one frozen value.

Everything else on the screen, the other panes above all, is derived from a :class:`Place`.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from enum import StrEnum
from typing import Final, NamedTuple

from newsread.model import Article, SentenceRef
from newsread.story import Counterpart, Story

_AHEAD: Final = 10
_BEHIND: Final = 3


class Kind(StrEnum):
    """What passages can be sought by."""

    SHARED = "shared"
    UNIQUE = "unique"
    DIFFERS = "differing"


class Place(NamedTuple):
    """The sentence under the cursor.

    Attributes:
        ref: That sentence.
        came_from: Where the cursor crossed over from, if it has not moved since: going straight back returns there.
        turn: How many times another of several counterparts was asked for here.
    """

    ref: SentenceRef
    came_from: SentenceRef | None = None
    turn: int = 0


def opening(story: Story) -> Place:
    """Where reading starts: the first passage of the first article that has any text."""
    article = next((index for index, article in enumerate(story.articles) if article.sentences), 0)
    return Place(SentenceRef(article, (*stops(story.articles[article]), 0)[0]))


def stops(article: Article) -> Sequence[int]:
    """The sentences a cursor stops at: captions and meta lines are passed over, unless there is nothing else."""
    linkable = [index for index, sentence in enumerate(article.sentences) if sentence.kind.linkable]
    return linkable or range(len(article.sentences))


def stop_near(article: Article, sentence: int) -> int:
    """The cursor stop at a sentence, or the one before it, or else the one after it."""
    places = stops(article)
    return max((stop for stop in places if stop <= sentence), default=places[0] if places else 0)


def step(story: Story, place: Place, count: int, among: Sequence[int] | None = None) -> Place:
    """``count`` stops down, or up if negative, as far as there are any; ``among`` tells which, in order."""
    places = stops(story.articles[place.ref.article]) if among is None else among
    if not places:
        return place
    here = place.ref.sentence
    at = bisect_right(places, here) - 1 if count > 0 else bisect_left(places, here)
    return at_sentence(place, places[min(max(at + count, 0), len(places) - 1)])


def edge(story: Story, place: Place, *, last: bool) -> Place:
    """The first or the last stop of the article."""
    places = stops(story.articles[place.ref.article])
    return at_sentence(place, places[-1 if last else 0]) if places else place


def paragraph(story: Story, place: Place, count: int) -> Place:
    """The first stop of the paragraph ``count`` further down, or up; up first goes to the start of this one."""
    article = story.articles[place.ref.article]
    starts = _paragraph_starts(article)
    if not starts:
        return place
    here = max((index for index, stop in enumerate(starts) if stop <= place.ref.sentence), default=0)
    if count < 0 and starts[here] < place.ref.sentence:
        count += 1
    target = here + count
    return edge(story, place, last=True) if target >= len(starts) else at_sentence(place, starts[max(target, 0)])


def _paragraph_starts(article: Article) -> Sequence[int]:
    seen: dict[int, int] = {}
    for stop in stops(article):
        seen.setdefault(article.sentences[stop].paragraph, stop)
    return sorted(seen.values())


def next_where(story: Story, place: Place, count: int, kind: Kind) -> Place | None:
    """The ``count``-th passage of a kind further down, or up; where sentences of it adjoin, each counts."""
    article = place.ref.article
    found = [stop for stop in stops(story.articles[article]) if _is(story, SentenceRef(article, stop), kind)]
    ahead = [s for s in found if s > place.ref.sentence] if count > 0 else [s for s in found if s < place.ref.sentence]
    if not ahead:
        return None
    index = min(count, len(ahead)) - 1 if count > 0 else max(count, -len(ahead))
    return at_sentence(place, ahead[index])


def _is(story: Story, ref: SentenceRef, kind: Kind) -> bool:
    if kind is Kind.DIFFERS:
        return bool(story.differences_at(ref))
    carried = bool(story.counterparts(ref))
    return carried if kind is Kind.SHARED else not carried


def at_sentence(place: Place, sentence: int) -> Place:
    """Another sentence of the same article; the same place if it is the one already there."""
    return place if sentence == place.ref.sentence else Place(SentenceRef(place.ref.article, sentence))


def shown(story: Story, place: Place, article: int) -> Counterpart | None:
    """The counterpart an article shows: the best one, or the one the reader turned to."""
    found = story.counterparts(place.ref).get(article)
    return found[place.turn % len(found)] if found else None


def upcoming(story: Story, place: Place, article: int) -> Sequence[int]:
    """The sentences of an article that the cursor's next steps lead to, down first and then up; the nearest first."""
    own = stops(story.articles[place.ref.article])
    at = bisect_right(own, place.ref.sentence)
    steps = [*own[at : at + _AHEAD], *reversed(own[max(0, at - 1 - _BEHIND) : max(0, at - 1)])]
    found = (story.counterparts(SentenceRef(place.ref.article, step)).get(article) for step in steps)
    return [counterparts[0].ref.sentence for counterparts in found if counterparts]


def turned(story: Story, place: Place) -> Place:
    """The next of several counterparts in every article that has several."""
    several = any(len(found) > 1 for found in story.counterparts(place.ref).values())
    return Place(place.ref, place.came_from, place.turn + 1) if several else place


def crossed(story: Story, place: Place, article: int) -> Place:
    """The place in another article: the sentence one came from, the counterpart, or where the passage would stand."""
    if article == place.ref.article:
        return place
    if place.came_from and place.came_from.article == article:
        return Place(place.came_from, place.ref)
    if counterpart := shown(story, place, article):
        return Place(counterpart.ref, place.ref)
    after = gap(story, place.ref, article)
    sentence = stop_near(story.articles[article], max(after if after is not None else 0, 0))
    return Place(SentenceRef(article, sentence), place.ref)


def gap(story: Story, ref: SentenceRef, article: int) -> int | None:
    """After which sentence of ``article`` the passage at ``ref`` would stand, judged by its neighbours.

    -1 stands for before the first sentence; None if no neighbour has a counterpart there.
    """
    own = story.articles[ref.article].sentences
    for sentence in range(ref.sentence - 1, -1, -1):
        if found := story.counterparts(SentenceRef(ref.article, sentence)).get(article):
            return found[0].ref.sentence
    for sentence in range(ref.sentence + 1, len(own)):
        if found := story.counterparts(SentenceRef(ref.article, sentence)).get(article):
            return found[0].ref.sentence - 1
    return None
