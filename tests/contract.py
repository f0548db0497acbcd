"""What ``newsread align`` promises of its JSON. Used by tests, and by .ci/run on the installed program."""

from pathlib import Path
from typing import Any, Final

SENTENCE_KINDS: Final = {"headline", "heading", "body", "caption", "meta"}
UNLINKED_KINDS: Final = {"caption", "meta"}
ENTITY_TYPES: Final = {"PERSON", "ORG", "PLACE", "GROUP", "OTHER"}

type Json = dict[str, Any]


def check_report(report: Json) -> None:
    """Hold a report to the contract, its sources being UTF-8 files that are still there."""
    assert {"schema", "articles", "links", "entities"} <= set(report)
    assert report["schema"] == 1
    articles = report["articles"]
    assert len({article["id"] for article in articles}) == len(articles)
    for article in articles:
        _check_article(article)
    _check_links(report["links"], articles)
    _check_entities(report["entities"], articles)


def source_of(article: Json) -> str:
    """The text whose characters the offsets of an article count."""
    return Path(article["path"]).read_bytes().decode("utf-8")


def _check_article(article: Json) -> None:
    expected = {"id", "path", "outlet", "title", "date", "url", "warnings", "sentences"}
    assert expected <= set(article), expected - set(article)
    source, end = source_of(article), 0
    for sentence in article["sentences"]:
        assert source[sentence["start"] : sentence["end"]] == sentence["text"], sentence
        assert end <= sentence["start"] < sentence["end"], sentence
        assert sentence["kind"] in SENTENCE_KINDS, sentence
        end = sentence["end"]


def _check_links(links: list[Json], articles: list[Json]) -> None:
    pairs = [tuple(link[end][key] for end in ("source", "target") for key in ("article", "sentence")) for link in links]
    assert len(set(pairs)) == len(pairs), "a pair appears twice"
    for (article, sentence, other_article, other_sentence), link in zip(pairs, links, strict=True):
        assert article < other_article, link
        ends = (articles[article]["sentences"][sentence], articles[other_article]["sentences"][other_sentence])
        assert not {end["kind"] for end in ends} & UNLINKED_KINDS, link
        assert 0 <= link["score"] <= 1, link
        assert link["kind"] in {"equivalent", "partial"}, link
        assert set(link["evidence"]) == {"quote", "entities", "numbers", "terms"}, link


def _check_entities(entities: list[Json], articles: list[Json]) -> None:
    assert [entity["id"] for entity in entities] == list(range(len(entities)))
    lengths = [len(source_of(article)) for article in articles]
    for entity in entities:
        assert entity["type"] in ENTITY_TYPES, entity
        assert entity["mentions"], entity
        for mention in entity["mentions"]:
            assert 0 <= mention["start"] < mention["end"] <= lengths[mention["article"]], entity
