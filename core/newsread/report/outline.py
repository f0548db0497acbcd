"""What a report says, before it has a form: the same value for every writer."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

from newsread.coverage import Passage
from newsread.model import Article, EntityType, Link, LinkKind, SentenceKind, SentenceRef
from newsread.report.findings import Common, Disagreement, Saying, common, disagreements, sayings
from newsread.report.wordings import Comparison, compare
from newsread.story import Story
from newsread.text import fold

_LABEL: Final = 64  # characters
_TELLING: Final = 3  # words


@dataclass(frozen=True, slots=True)
class Wording:
    """What one outlet says in a passage.

    Attributes:
        article: Index of the article.
        text: Its sentences on one line; three dots stand between sentences that are apart in the article.
        sentences: Where they stand.
        kind: What they are; body if they are of several kinds.
        partial: Whether every link to the other outlets is a partial one.
        comparison: The wording beside the closest one of the outlets before it; None for the first.
    """

    article: int
    text: str
    sentences: tuple[SentenceRef, ...]
    kind: SentenceKind = SentenceKind.BODY
    partial: bool = False
    comparison: Comparison | None = None


@dataclass(frozen=True, slots=True)
class Shared:
    """A passage that two outlets or more carry.

    Attributes:
        number: Counted from 1, in the order of the report.
        label: A few words to know it by.
        wordings: One of each outlet that carries it, in the order of the articles.
        absent: Indices of the articles that do not carry it.
        sureness: The highest score of a link inside it, 0 to 1.
    """

    number: int
    label: str
    wordings: tuple[Wording, ...]
    absent: tuple[int, ...]
    sureness: float


@dataclass(frozen=True, slots=True)
class Share:
    """What one outlet leaves out, and what it alone has.

    Attributes:
        article: Index of the article.
        missing: The passages it leaves out, what most of the others carry first.
        only: What no other outlet carries, in the order of the article.
    """

    article: int
    missing: tuple[Shared, ...]
    only: tuple[Wording, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """Who or what is named, and how often in each article."""

    name: str
    type: EntityType
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """A report without a form.

    Attributes:
        title: What the story is called.
        articles: In the order of the story.
        shared: What several outlets say, in reading order.
        shares: What each outlet leaves out and alone has, one of each article.
        sayings: Who said what, in which outlets.
        disagreements: In what linked sentences differ, the gravest first.
        common: Which articles share words, and how many.
        names: Who and what is named, those that most outlets name first; None if nobody looked.
        bar: The score from which links count.
        method: Name of the aligner; empty if the articles have not been compared.
        warnings: What could not be read or done, one line each.
    """

    title: str
    articles: tuple[Article, ...]
    shared: tuple[Shared, ...]
    shares: tuple[Share, ...]
    sayings: tuple[Saying, ...]
    disagreements: tuple[Disagreement, ...]
    common: tuple[Common, ...]
    names: tuple[Named, ...] | None
    bar: float
    method: str
    warnings: tuple[str, ...]

    def outlet(self, article: int) -> str:
        """The name of an article's outlet."""
        return self.articles[article].outlet


def outline(story: Story) -> Outline:
    """What a report on ``story`` says."""
    passages = [passage for passage in story.coverage() if len(passage.articles) > 1]
    links = _inside(story, passages)
    shared = tuple(_shared(story, passage, number, links[number]) for number, passage in enumerate(passages, 1))
    return Outline(
        title=story.title or "Untitled story",
        articles=story.articles,
        shared=shared,
        shares=tuple(_share(story, article, shared) for article in range(len(story.articles))),
        sayings=sayings(story),
        disagreements=disagreements(story, _numbers(shared)),
        common=common(story),
        names=None if story.entities is None else tuple(_names(story)),
        bar=story.bar,
        method=story.alignment.method if story.alignment else "",
        warnings=story.warnings,
    )


def shorten(text: str, length: int = _LABEL) -> str:
    """The beginning of a text, cut between words if it is longer than ``length``."""
    if len(text) <= length:
        return text
    cut = text[: length - 1]
    return cut[: cut.rfind(" ") if " " in cut[length // 2 :] else None].rstrip(" ,;:.-–—") + "…"


def _numbers(shared: Sequence[Shared]) -> dict[SentenceRef, int]:
    return {ref: each.number for each in shared for wording in each.wordings for ref in wording.sentences}


def _inside(story: Story, passages: Sequence[Passage]) -> Mapping[int, Sequence[Link]]:
    """By number of the passage, the links between its sentences."""
    number = {ref: n for n, passage in enumerate(passages, 1) for ref in passage.sentences}
    found: dict[int, list[Link]] = defaultdict(list)
    for link in story.links:
        if link.source in number and number[link.source] == number.get(link.target):
            found[number[link.source]].append(link)
    return found


def _shared(story: Story, passage: Passage, number: int, inner: Sequence[Link]) -> Shared:
    wordings: list[Wording] = []
    for article in passage.articles:
        wording = _wording(story, passage.of(article), inner)
        wordings.append(_compared(wording, wordings))
    absent = tuple(article for article in range(len(story.articles)) if article not in passage.articles)
    return Shared(number, _label(wordings, inner), tuple(wordings), absent, passage.sureness)


def _wording(story: Story, refs: Sequence[SentenceRef], links: Sequence[Link]) -> Wording:
    own = [link for link in links if link.source in refs or link.target in refs]
    partial = bool(own) and all(link.kind is LinkKind.PARTIAL for link in own)
    kinds = {story.sentence(ref).kind for ref in refs}
    kind = kinds.pop() if len(kinds) == 1 else SentenceKind.BODY
    return Wording(refs[0].article, wording_of(story, refs), tuple(refs), kind, partial)


def wording_of(story: Story, refs: Sequence[SentenceRef]) -> str:
    """Sentences of one article on one line, three dots between those that are apart."""
    return " ".join(_pieces(story, refs))


def _pieces(story: Story, refs: Sequence[SentenceRef]) -> Iterator[str]:
    last = refs[0].sentence - 1
    for ref in refs:
        if ref.sentence != last + 1:
            yield "…"
        sentence = story.sentence(ref)
        text = " ".join(sentence.text.split())
        # A headline has no full stop that would part it from what follows.
        runs_on = ref != refs[-1] and sentence.kind in (SentenceKind.HEADLINE, SentenceKind.HEADING)
        yield f"{text}:" if runs_on and text[-1:].isalnum() else text
        last = ref.sentence


def _compared(wording: Wording, earlier: Sequence[Wording]) -> Wording:
    """The wording beside the one before it that shares most of its words."""
    if not earlier:
        return wording
    # Which one that is can be told from the words alone; comparing them in order, with all of twenty, takes long.
    words = _word_set(wording.text)
    closest = max(earlier, key=lambda other: _likeness(words, _word_set(other.text)))
    return replace(wording, comparison=compare(wording.text, closest.text, closest.article))


@lru_cache(maxsize=512)
def _word_set(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"\w+", fold(text).casefold()))


def _likeness(words: frozenset[str], others: frozenset[str]) -> float:
    """Jaccard's coefficient."""
    return len(words & others) / max(1, len(words | others))


def _label(wordings: Sequence[Wording], links: Sequence[Link]) -> str:
    """The words that outlets quote alike, if there are such, else the beginning of the shortest wording."""
    quotes = sorted({link.evidence.quote for link in links}, key=lambda quote: (-len(quote), quote))
    quote = next((quote for quote in quotes if len(quote.split()) >= _TELLING), "")
    if quote:
        return f"“{shorten(quote, _LABEL - 2)}”"
    return shorten(min((wording.text for wording in wordings), key=lambda text: (len(text), text)))


def _share(story: Story, article: int, shared: Sequence[Shared]) -> Share:
    missing = [each for each in shared if article in each.absent]
    only = tuple(_wording(story, passage.sentences, ()) for passage in story.only_in(article))
    return Share(article, tuple(sorted(missing, key=lambda each: (len(each.absent), each.number))), only)


def _names(story: Story) -> list[Named]:
    found = []
    for entity in story.entities or ():
        articles = [mention.article for mention in entity.mentions]
        counts = tuple(articles.count(article) for article in range(len(story.articles)))
        found.append(Named(entity.name, entity.type, counts))
    return sorted(found, key=lambda named: (named.counts.count(0), -sum(named.counts), named.name))
