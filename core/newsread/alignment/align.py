"""Articles in, links with score and evidence out."""

from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from operator import itemgetter
from typing import Final

import numpy as np

from newsread.alignment.ahead import ahead
from newsread.alignment.arrays import Flags, Matrix
from newsread.alignment.counting import StoryWords, count_words
from newsread.alignment.encode import Encoder, Pieces, cut
from newsread.alignment.evidence import Telling, evidence, telling
from newsread.alignment.features import HOPELESS, PRUNED, first_probability, pair_features, story_features
from newsread.alignment.head import Judge, joint_logits
from newsread.alignment.installed import installed
from newsread.alignment.late import TokenVectors
from newsread.alignment.topics import is_topic, without_topics
from newsread.alignment.verbatim import prefer_verbatim
from newsread.alignment.words import Words
from newsread.errors import Cancelled
from newsread.model import Alignment, Article, Link, LinkKind, SentenceRef

FLOOR: Final = 0.1
"""Links below this probability are not worth showing even on request."""

_PARTIALS: Final = 20  # intermediate results worth making
_TOGETHER: Final = 16  # article pairs

_Key = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class _Linkable:
    """The sentences of an article that may be linked: which of them only name a topic, and the words of each."""

    topics: list[bool]
    words: list[Words]


def align(
    articles: Sequence[Article],
    *,
    careful: bool = True,
    on_progress: Callable[[int, int, Alignment], None] = lambda done, total, partial: None,
    should_stop: Callable[[], bool] = lambda: False,
) -> Alignment:
    """Find the sentences of the articles that say the same thing.

    The result does not depend on the order of the articles, but for the indices in it.

    Args:
        articles: Two or more; with fewer there is nothing to link.
        careful: Whether to take the large encoder, which finds more and takes several times as long.
        on_progress: Called after each step with steps done, steps in all, and what is known so far.
        should_stop: Asked between steps.

    Raises:
        Cancelled: ``should_stop`` said so.
        WeightsMissing: Not even the lexical aligner's numbers are installed.
    """
    # One fixed order inside, so that rounding cannot depend on the order outside.
    order = sorted(range(len(articles)), key=lambda i: (articles[i].text, articles[i].id))
    in_order = [articles[i] for i in order]
    words = count_words(in_order)
    judge, encoder = installed(careful=careful, encoding=bool(words.pairs))
    comparison = _Comparison(judge, in_order, order, encoder, words)
    total = comparison.total
    partial, stride = Alignment(method=judge.method), 1 + total // _PARTIALS
    # Closed at once, whatever happens: a program that ends would wait for all that threads still had to do.
    with closing(comparison.steps(should_stop)) as steps:
        for done, _ in enumerate(steps, start=1):
            if should_stop():
                raise Cancelled
            if done % stride == 0:
                partial = comparison.alignment()
            on_progress(done, total, partial)
    return comparison.alignment(with_evidence=True)


@dataclass
class _Comparison:
    """A story on its way to being aligned; indices are those of the sorted articles.

    Attributes:
        judge: Turns features into probabilities.
        articles: Sorted.
        order: For each of them, its index in the caller's order.
        encoder: Gives the token vectors that the judge wants; None if it judges by words alone.
        words: Their words.
        linkable: For each, its sentences that may be linked.
        pieces: Their word pieces, for the encoder.
        vectors: Their token vectors, as far as they are known; None for an article with nothing to compare.
        features: By pair, what the judge's first head saw.
        logits: By pair, what the judge's first head said.
        between: By pair, that as probabilities.
        links: By pair, the links found: first guesses, until the second look replaces them.
        tellings: By article and sentence, what can speak for its links, as far as it was needed.
    """

    judge: Judge
    articles: Sequence[Article]
    order: Sequence[int]
    encoder: Encoder | None
    words: StoryWords
    linkable: list[_Linkable] = field(init=False)
    pieces: tuple[Pieces, ...] = field(init=False)
    vectors: list[TokenVectors | None] = field(default_factory=list)
    features: dict[tuple[int, int], Matrix] = field(default_factory=dict)
    logits: dict[tuple[int, int], Matrix] = field(default_factory=dict)
    between: dict[tuple[int, int], Matrix] = field(default_factory=dict)
    links: dict[tuple[int, int], list[tuple[_Key, Link]]] = field(default_factory=dict)
    tellings: dict[tuple[int, int], Telling] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.linkable = [self._linkable(article) for article in range(len(self.articles))]
        self.pieces = cut(self.articles, self.encoder.tokenizer) if self.encoder else ()

    @property
    def total(self) -> int:
        """How many steps there are."""
        return len(self.articles) + len(self.words.pairs) + len(self._groups)

    @property
    def _groups(self) -> list[list[tuple[int, int]]]:
        """The pairs, a few at a time: trees are quickest with many rows, and a reader waits for no more than that."""
        pairs = self.words.pairs
        return [pairs[at : at + _TOGETHER] for at in range(0, len(pairs), _TOGETHER)]

    def steps(self, should_stop: Callable[[], bool]) -> Generator[None]:
        """Do the work; each step takes a small part of a second, or asks ``should_stop`` by itself."""
        encoded = self._encoded(should_stop)
        for second, bag in enumerate(self.words.bags):
            self.vectors.append(next(encoded) if self.encoder and bag.indices else None)
            yield
            pairs = [pair for pair in self.words.pairs if pair[1] == second]
            for pair, features, logits in ahead(self._look, pairs, should_stop):
                self._note(pair, features, logits)
                yield
        for group in ahead(self._look_again, self._groups, should_stop):
            for pair, logits in group:
                self._settle(pair, logits)
            yield

    def alignment(self, *, with_evidence: bool = False) -> Alignment:
        """What is known so far."""
        found = [self._explained(entry) if with_evidence else entry for links in self.links.values() for entry in links]
        found.sort(key=itemgetter(0))
        return Alignment(tuple(link for _, link in found), self.judge.threshold, self.judge.method)

    def _encoded(self, should_stop: Callable[[], bool]) -> Iterator[TokenVectors]:
        """Token vectors of the articles that have something to compare."""
        pieces = [each for each, bag in zip(self.pieces, self.words.bags, strict=False) if bag.indices]
        return self.encoder.each(pieces, should_stop) if self.encoder else iter(())

    def _look(self, pair: tuple[int, int]) -> tuple[tuple[int, int], Matrix, Matrix]:
        """A pair, its features, and what the first head says of it."""
        features = pair_features(self.words, *pair, (self.vectors[pair[0]], self.vectors[pair[1]]))
        return pair, features, self.judge.first.logits(features)

    def _note(self, pair: tuple[int, int], features: Matrix, logits: Matrix) -> None:
        self.features[pair], self.logits[pair] = features, logits
        self.between[pair] = first_probability(logits)
        self.between[pair[1], pair[0]] = self.between[pair].T
        self._settle(pair, logits[0])

    def _look_again(self, group: Sequence[tuple[int, int]]) -> list[tuple[tuple[int, int], Matrix]]:
        """Each pair of a group and what both looks together say of it."""
        alive = [self.logits[pair][0] > PRUNED for pair in group]
        rows = [self._rows(pair, keep) for pair, keep in zip(group, alive, strict=True)]
        said = np.split(
            self.judge.second.logits(np.concatenate(rows, axis=1)), np.cumsum([part.shape[1] for part in rows])[:-1]
        )
        found = []
        for pair, keep, logits in zip(group, alive, said, strict=True):
            everywhere = np.full(keep.shape, HOPELESS)
            everywhere[keep] = joint_logits(self.logits[pair][0][keep], logits)
            found.append((pair, everywhere))
        return found

    def _rows(self, pair: tuple[int, int], keep: Flags) -> Matrix:
        """Features of the sentence pairs to keep: (features, rows)."""
        features = self.features.pop(pair)
        return story_features(features, self.logits[pair], self._between, *pair, len(self.articles))[:, keep]

    def _between(self, one: int, other: int) -> Matrix:
        sizes = len(self.words.bags[one].indices), len(self.words.bags[other].indices)
        return self.between.get((one, other), np.zeros(sizes, dtype=np.float32))

    def _settle(self, pair: tuple[int, int], logits: Matrix) -> None:
        rows, columns = (self.linkable[article] for article in pair)
        scores = without_topics(self.judge.probability(logits), rows.topics, columns.topics)
        scores = prefer_verbatim(scores, rows.words, columns.words, self.judge.threshold / 2)
        self.links[pair] = self._linked(pair, scores)

    def _linkable(self, article: int) -> _Linkable:
        sentences, words = self.articles[article].sentences, self.words.words[article]
        chosen = self.words.bags[article].indices
        return _Linkable([is_topic(sentences[i], words[i]) for i in chosen], [words[i] for i in chosen])

    def _linked(self, pair: tuple[int, int], scores: Matrix) -> list[tuple[_Key, Link]]:
        """The links of two articles, each with its place in the order of all."""
        a, b = pair if self.order[pair[0]] < self.order[pair[1]] else pair[::-1]
        scores, equal = (m if (a, b) == pair else m.T for m in (scores, self.logits[pair][1] >= 0))
        rows, columns = self.words.bags[a].indices, self.words.bags[b].indices
        links = []
        for i, j in np.argwhere(scores >= FLOOR).tolist():
            source, target = SentenceRef(self.order[a], rows[i]), SentenceRef(self.order[b], columns[j])
            kind = LinkKind.EQUIVALENT if equal[i, j] else LinkKind.PARTIAL
            key = (source.article, source.sentence, target.article, target.sentence)
            links.append((key, Link(source, target, float(scores[i, j]), kind)))
        return links

    def _explained(self, entry: tuple[_Key, Link]) -> tuple[_Key, Link]:
        key, link = entry
        one, other = (self._telling(self.order.index(ref.article), ref.sentence) for ref in (link.source, link.target))
        return key, replace(link, evidence=evidence(one, other, self.words.vocabulary.names))

    def _telling(self, article: int, sentence: int) -> Telling:
        known = self.tellings.get((article, sentence))
        if known is None:
            known = self.tellings[article, sentence] = telling(
                self.words.words[article][sentence], self.words.vocabulary
            )
        return known
