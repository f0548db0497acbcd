"""What ``newsread align`` promises of its JSON. Used by tests, and by .ci/run on the installed program."""

from pathlib import Path
from typing import Any, Final

SENTENCE_KINDS: Final = {"headline", "heading", "body", "caption", "meta"}
UNLINKED_KINDS: Final = {"caption", "meta"}
QUOTE_KINDS: Final = {"direct", "fragment", "indirect"}
DRIFT_KINDS: Final = {"same", "shorter", "reworded"}
DIFFERENCE_KINDS: Final = {"number", "date", "name", "negation", "strength", "quotation"}
SEVERITIES: Final = ("conflict", "drift", "detail")
ENTITY_TYPES: Final = {"PERSON", "ORG", "PLACE", "GROUP", "OTHER"}

type Json = dict[str, Any]


def check_report(report: Json) -> None:
    """Hold a report to the contract, its sources being UTF-8 files that are still there."""
    assert {"schema", "articles", "links", "entities", "quotes", "drifts", "differences", "overlap"} <= set(report)
    assert report["schema"] == 1
    articles = report["articles"]
    assert len({article["id"] for article in articles}) == len(articles)
    for article in articles:
        _check_article(article)
    _check_links(report["links"], articles)
    _check_entities(report["entities"], articles)
    _check_quotes(report)
    _check_differences(report["differences"], articles)
    _check_overlap(report["overlap"], articles)


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


def _check_quotes(report: Json) -> None:
    articles, quotes = report["articles"], report["quotes"]
    assert [quote["id"] for quote in quotes] == list(range(len(quotes)))
    for quote in quotes:
        source = source_of(articles[quote["article"]])
        sentences = [articles[quote["article"]]["sentences"][number] for number in quote["sentences"]]
        assert sentences[0]["start"] <= quote["start"] < quote["end"] <= sentences[-1]["end"], quote
        assert quote["text"][:8].split() == source[quote["start"] : quote["end"]].strip()[:8].split(), quote
        assert quote["kind"] in QUOTE_KINDS, quote
        assert quote["entity"] is None or 0 <= quote["entity"] < len(report["entities"]), quote
    for drift in report["drifts"]:
        assert drift["kind"] in DRIFT_KINDS, drift
        assert quotes[drift["left"]]["article"] < quotes[drift["right"]]["article"], drift
        for side in ("left", "right"):
            assert "".join(change[side] for change in drift["changes"]) == quotes[drift[side]]["text"], drift


def _check_differences(differences: list[Json], articles: list[Json]) -> None:
    ranks = [SEVERITIES.index(difference["severity"]) for difference in differences]
    assert ranks == sorted(ranks), "true conflicts come first"
    for difference in differences:
        assert difference["kind"] in DIFFERENCE_KINDS, difference
        assert difference["explanation"], difference
        for side, end in (("left", "source"), ("right", "target")):
            source, place = source_of(articles[difference[end]["article"]]), difference[side]
            assert source[place["start"] : place["end"]] == place["text"] != "", difference


def _check_overlap(overlaps: list[Json], articles: list[Json]) -> None:
    pairs = [tuple(overlap["articles"]) for overlap in overlaps]
    assert pairs == [(n, m) for n in range(len(articles)) for m in range(n + 1, len(articles))]
    for overlap in overlaps:
        assert all(0 <= share <= 1 for share in overlap["shares"]), overlap
        assert all(run["words"] >= 6 and run["left"]["start"] < run["left"]["end"] for run in overlap["runs"]), overlap
