"""Small stories, told in a line or two, and a reader that shows them."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

import pytest

from newsread.model import (
    Alignment,
    Article,
    Entity,
    EntityType,
    Link,
    LinkKind,
    Mention,
    Sentence,
    SentenceKind,
    SentenceRef,
)
from newsread.pipeline import Progress, Stage
from newsread.story import Story
from newsread_tui.analysis import Analyst
from newsread_tui.app import ReaderApp
from newsread_tui.settings.values import Settings
from newsread_tui.themes import DARK

KINDS = {"!": SentenceKind.HEADLINE, "#": SentenceKind.HEADING, "%": SentenceKind.CAPTION, "@": SentenceKind.META}

type Told = tuple[int, int, int, int, float]
type Tell = Callable[..., Story]
type Read = Callable[..., ReaderApp]


def told_article(outlet: str, lines: Sequence[str], published: date | None = None) -> Article:
    """An article of sentences; the first sign of a line gives its kind, ``+`` keeps it in the paragraph before it."""
    text, sentences, paragraph = "", list[Sentence](), -1
    for line in lines:
        paragraph += not line.startswith("+")
        kind = KINDS.get(line[:1], SentenceKind.BODY)
        words = line[1:] if line[:1] in (*KINDS, "+") else line
        sentences.append(Sentence(len(text), len(text) + len(words), words, kind, paragraph))
        text += words + "\n"
    title = next((s.text for s in sentences if s.kind is SentenceKind.HEADLINE), "")
    return Article(outlet.lower(), f"{outlet}.txt", outlet, title, text, tuple(sentences), published)


def told_story(texts: Mapping[str, Sequence[str]], links: Sequence[Told] = (), names: Sequence[str] = ()) -> Story:
    """A story; links are (article, sentence, article, sentence, score), names are persons wherever they stand."""
    articles = tuple(told_article(outlet, lines, date(2017, 8, 17)) for outlet, lines in texts.items())
    alignment = Alignment(
        tuple(
            Link(SentenceRef(a, i), SentenceRef(b, j), score, LinkKind.EQUIVALENT if score > 0.7 else LinkKind.PARTIAL)
            for a, i, b, j, score in sorted(links)
        )
    )
    entities = tuple(
        Entity(number, name, EntityType.PERSON, tuple(mentions(articles, name))) for number, name in enumerate(names)
    )
    return Story(articles, "A story", alignment, entities)


def mentions(articles: Sequence[Article], name: str) -> Sequence[Mention]:
    found = []
    for index, article in enumerate(articles):
        start = article.text.find(name)
        while start >= 0:
            found.append(Mention(index, start, start + len(name)))
            start = article.text.find(name, start + 1)
    return found


@pytest.fixture
def tell() -> Tell:
    """Builds a story."""
    return told_story


@pytest.fixture
def story() -> Story:
    """Three outlets: the second carries all of the first in order, the third only some of it, from back to front."""
    texts = {
        outlet: [f"!{outlet} headline", *(f"{outlet} says {n} of Smith. " + "More. " * 5 * (n % 4) for n in range(30))]
        for outlet in ("Alpha", "Beta", "Gamma")
    }
    links = [(0, n, 1, n, 0.9) for n in range(31)]
    links += [(0, n, 2, 31 - n, 0.6) for n in range(1, 31) if n % 3 == 0]
    links += [(0, 6, 2, 2, 0.8)]
    return told_story(texts, links, ["Smith"])


@pytest.fixture
def read() -> Read:
    """Opens a reader whose analysis finds what the story already knows."""

    def open_reader(story: Story, **options: object) -> ReaderApp:
        def analyse(
            bare: Story,
            *,
            model: str | None = None,
            on_progress: Callable[[Progress], None] = lambda progress: None,
            should_stop: Callable[[], bool] = lambda: False,
        ) -> Story:
            del bare, model, should_stop
            on_progress(Progress(Stage.ALIGN, 1, 2, replace(story, entities=None)))
            return story

        bare = replace(story, alignment=None, entities=None)
        return ReaderApp(bare, Analyst(run=analyse), **{"settings": Settings(theme=DARK.name), **options})  # type: ignore[arg-type]

    return open_reader
