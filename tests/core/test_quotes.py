"""Quotations: found, with their speakers, in the sample and in sentences made up for the purpose."""

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from newsread.findings import Quotation, QuotationKind
from newsread.model import Article, Entity, EntityType, Mention, Sentence
from newsread.quotes import find_quotations
from newsread.reading.segment import sentence_starts
from newsread.story import Story

GOLD = Path(__file__).parents[1] / "data" / "quotations-us-japan-2017.json"


def article_of(*paragraphs: str) -> Article:
    text, sentences = "\n\n".join(paragraphs), []
    start = 0
    for number, paragraph in enumerate(paragraphs):
        for first, following in pairwise([0, *sentence_starts(paragraph), len(paragraph)]):
            begin, end = start + first, start + len(paragraph[:following].rstrip())
            if begin < end:
                sentences.append(Sentence(begin, end, text[begin:end], paragraph=number))
        start += len(paragraph) + 2
    return Article("a", "", "", "", text, tuple(sentences))


def people(article: Article, *names: str) -> list[Entity]:
    """Entities whose full names, or last words of them, are their mentions."""
    found = []
    for number, name in enumerate(names):
        taken = [
            Mention(0, start, start + len(form))
            for form in (name, name.split()[-1])
            for start in range(len(article.text))
            if article.text.startswith(form, start)
        ]
        mentions = [m for m in taken if not any(o.start < m.start and m.end == o.end for o in taken)]
        found.append(Entity(number, name, EntityType.PERSON, tuple(sorted(mentions))))
    return found


def told(*paragraphs: str, names: tuple[str, ...] = ()) -> list[tuple[str, str, str]]:
    article = article_of(*paragraphs)
    found = find_quotations([article], people(article, *names))
    return [(quotation.kind.value, quotation.name, quotation.words) for quotation in found]


def gold() -> list[dict[str, Any]]:
    entries: list[dict[str, Any]] = json.loads(GOLD.read_text(encoding="utf-8"))
    return entries


def is_found(sample: Story, entry: dict[str, Any], quotation: Quotation) -> bool:
    article = sample.articles[quotation.article]
    start, end = article.offsets.start(quotation.start), article.offsets.end(quotation.end)
    shared = min(entry["end"], end) - max(entry["start"], start)
    same = article.id == entry["article"] and shared * 5 >= 4 * max(entry["end"] - entry["start"], end - start)
    return same and entry["speaker"] in {quotation.name, quotation.speaker}


def test_the_gold_stands_where_it_says(sample: Story) -> None:
    texts = {a.id: Path(a.path).read_bytes().decode() for a in sample.articles}
    for entry in gold():
        assert " ".join(texts[entry["article"]][entry["start"] : entry["end"]].split()) == entry["words"]


@pytest.mark.slow
@pytest.mark.parametrize("kinds", [("direct",), ("fragment",), ("indirect",), ("direct", "fragment", "indirect")])
def test_the_quotations_of_the_sample_with_their_speakers(sample: Story, kinds: tuple[str, ...]) -> None:
    entries = [entry for entry in gold() if entry["kind"] in kinds]
    found = [q for q in find_quotations(sample.articles, sample.entities or ()) if q.kind.value in kinds]
    hits = [q for q in found if any(is_found(sample, entry, q) for entry in entries)]
    met = [entry for entry in entries if any(is_found(sample, entry, q) for q in found)]
    precision, recall = len(hits) / len(found), len(met) / len(entries)
    missed = [entry for entry in entries if entry not in met] + [q for q in found if q not in hits]
    assert precision >= 0.95, missed
    assert recall >= 0.95, missed


@pytest.mark.slow
def test_without_entities_the_same_words_are_found(sample: Story) -> None:
    named = {(q.article, q.start, q.end) for q in find_quotations(sample.articles, sample.entities or ())}
    bare = {(q.article, q.start, q.end) for q in find_quotations(sample.articles)}
    assert len(named & bare) >= 0.95 * len(named | bare)


@pytest.mark.parametrize(
    ("sentence", "kind", "speaker", "words"),
    [
        ("“We cannot wait,” Ann Lee said.", "direct", "Ann Lee", "We cannot wait"),
        ('"We cannot wait," said Ann Lee, the mayor.', "direct", "Ann Lee", "We cannot wait"),
        ("‘We cannot wait,’ said the mayor, Ann Lee.", "direct", "Ann Lee", "We cannot wait"),
        ("Ann Lee, the mayor, said: “We cannot wait.”", "direct", "Ann Lee", "We cannot wait."),
        ("Her deputy, Ann Lee, told reporters, “We cannot wait.”", "direct", "Ann Lee", "We cannot wait."),
        ("Ann Lee called the plan “very wise” on Monday.", "fragment", "Ann Lee", "very wise"),
        ("Ann Lee said the bridge was “a ‘rotten’ thing.”", "fragment", "Ann Lee", "a ‘rotten’ thing."),
        ("“[They] cannot wait,” Ann Lee said.", "direct", "Ann Lee", "[They] cannot wait"),
        ("Ann Lee said on Monday that the bridge would close.", "indirect", "Ann Lee", "the bridge would close"),
        ("The bridge will close in May, Ann Lee said.", "indirect", "Ann Lee", "The bridge will close in May"),
        ("According to Ann Lee, the bridge is old.", "indirect", "Ann Lee", "the bridge is old"),
        ("Ann Lee was quoted as saying that the bridge was old.", "indirect", "Ann Lee", "the bridge was old"),
        ("Critics dismissed claims that Ann Lee made that it was “all fine” again.", "fragment", "Ann Lee", "all fine"),
    ],
)  # fmt: skip
def test_forms_of_speech(sentence: str, kind: str, speaker: str, words: str) -> None:
    assert told(sentence, names=("Ann Lee",)) == [(kind, speaker, words)]


@pytest.mark.parametrize(
    "sentence",
    [
        "The so-called “big bridge” is old.",
        "The “2+2” meeting ended.",
        "He read “The Old Bridge” at night.",
        "The players' coach and the team's owner met.",
        "The mayor was told to wait.",
        "Dismissed claims made headlines.",
    ],
)
def test_what_is_no_speech(sentence: str) -> None:
    assert told(sentence) == []


def test_a_speech_over_paragraphs_is_one() -> None:
    found = told(
        "“We cannot wait,” Ann Lee said. “It is old.", "“It will fall.”", "Shops fear for sales.", names=("Ann Lee",)
    )
    assert [words for _, _, words in found] == ["We cannot wait", "It is old. It will fall."]
    assert {speaker for _, speaker, _ in found} == {"Ann Lee"}


def test_pronouns_and_descriptions() -> None:
    found = told(
        "Secretary of Roads Ann Lee met Mayor Bob Ray on Monday.",
        "“It is old,” the roads chief said.",
        "“Not at all,” said Mr. Ray. “It is fine,” he added.",
        "Lee disagreed. She said it would fall soon.",
        names=("Ann Lee", "Bob Ray"),
    )
    assert [speaker for _, speaker, _ in found] == ["Ann Lee", "Bob Ray", "Bob Ray", "Ann Lee"]


def test_a_mark_that_never_closes_swallows_no_article() -> None:
    found = told(
        "He said “never.", "The bridge is old and long and will be closed.", "“Yes,” Ann Lee said.", names=("Ann Lee",)
    )
    assert found[-1] == ("direct", "Ann Lee", "Yes")
    assert all("bridge" not in words for _, _, words in found)


PIECES = st.lists(
    st.sampled_from([
        "“", "”", '"', "'", "’", " ", " ", "Lee", "he", "said", "that", ",", ".", "We wait", "the mayor", "added", "\n\n", ":"
    ]),
    max_size=40,
)  # fmt: skip


@example(["'", "'", "'", "\n\n", " ", "”"])
@given(PIECES)
def test_offsets_are_true_whatever_the_marks(pieces: list[str]) -> None:
    article = article_of(*[p for p in "".join(pieces).split("\n\n") if p.strip()] or ["x"])
    for q in find_quotations([article]):
        assert 0 <= q.start < q.end <= len(article.text)
        assert q.kind is not QuotationKind.DIRECT or q.words
        first, last = article.sentences[q.sentences[0]], article.sentences[q.sentences[-1]]
        assert first.start <= q.start < first.end
        assert last.start < q.end <= last.end
