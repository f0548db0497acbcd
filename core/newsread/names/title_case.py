"""Names in headlines that write Every Word with a capital, where a tagger can't see where a name ends."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from newsread.model import Article, EntityType, SentenceKind
from newsread.names.given_names import is_given
from newsread.names.nlp import Name

_LONG: Final = 4  # letters of a word that a headline in ordinary spelling would not capitalise


def settled(names: Sequence[Name], articles: Sequence[Article]) -> list[Name]:
    """The names of a story; those in such headlines cut to what is a name elsewhere, or left out."""
    headlines = [
        (number, sentence.start, sentence.end)
        for number, article in enumerate(articles)
        for sentence in article.sentences
        if sentence.kind in (SentenceKind.HEADLINE, SentenceKind.HEADING) and _is_title_case(sentence.text)
    ]
    inside = [any(n.article == a and s <= n.start < e for a, s, e in headlines) for n in names]
    known = {name.text: name.type for name, in_headline in zip(names, inside, strict=True) if not in_headline}
    return [
        part
        for name, in_headline in zip(names, inside, strict=True)
        for part in (_cut(name, known) if in_headline else (name,))
    ]


def _is_title_case(text: str) -> bool:
    words = [word for word in text.split() if len(word) >= _LONG and word[0].isalpha()]
    return len(words) > 1 and sum(word[0].isupper() for word in words) >= 0.8 * len(words)


def _cut(name: Name, known: dict[str, EntityType]) -> Iterator[Name]:
    """The longest part of a name that is a name elsewhere; itself if it is short and looks like one."""
    words = name.text.split(" ")
    for length in range(len(words), 0, -1):
        for first in range(len(words) - length + 1):
            part = " ".join(words[first : first + length]).removesuffix("'s")
            if part in known:
                start = name.start + len(" ".join(words[:first])) + bool(first)
                yield replace(name, start=start, end=start + len(part), text=part, type=known[part])
                return
    if len(words) == 1 or (len(words) < 4 and (is_given(words[0]) or name.type is EntityType.PLACE)):
        yield name
