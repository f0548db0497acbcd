"""Token vectors of annotated stories, from the encoder as it ships."""

from collections.abc import Callable, Sequence

from newsread.alignment.counting import count_words
from newsread.alignment.encode import Encoder, cut
from newsread.alignment.features import pair_features
from newsread.alignment.late import TokenVectors
from training.gold import GoldStory
from training.heads import Pair

VectorsOf = Callable[[GoldStory], list[TokenVectors]]


def encode_story(encoder: Encoder, story: GoldStory) -> list[TokenVectors]:
    """Token vectors of each article of a story."""
    return [encoder.vectors(pieces) for pieces in cut(story.articles, encoder.tokenizer)]


def make_pairs(stories: Sequence[GoldStory], folds: dict[str, int], vectors_of: VectorsOf | None = None) -> list[Pair]:
    """All article pairs of the stories, with their features.

    Args:
        stories: Annotated stories.
        folds: By story name, its fold.
        vectors_of: Token vectors of a story's articles; None for lexical features alone.
    """
    pairs = []
    for story in stories:
        words = count_words(story.articles)
        vectors = vectors_of(story) if vectors_of else [None] * len(story.articles)
        for a, b in story.labels:
            features = pair_features(words, a, b, (vectors[a], vectors[b]))
            labels = story.labels[a, b][words.bags[a].indices, :][:, words.bags[b].indices]
            pairs.append(Pair(story.name, a, b, features, labels, folds[story.name]))
    return pairs
