"""Run by .ci/run with the Python that newsread was installed for: does the installed program do its work?"""

import json
import subprocess
import sys
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import Any

import newsread
from newsread.sample import sample_story


def main() -> None:
    """Align the sample story that came with the wheel, and look at every promise of the JSON."""
    checkout = Path(sys.argv[1]).resolve()
    story = sample_story()
    for place in (Path(newsread.__file__), story):
        assert not place.resolve().is_relative_to(checkout), f"{place} is not the installed one"
    for package in ("newsread", "newsread_tui"):
        assert packages_distributions()[package] == ["newsread"], package
    report = align(story)
    check_articles(report["articles"])
    check_links(report["links"], report["articles"])
    check_entities(report["entities"], report["articles"])
    counts = [f"{len(report[name])} {name}" for name in ("articles", "links", "entities")]
    print("newsread align:", ", ".join(counts))


def align(story: Path) -> dict[str, Any]:
    """What ``newsread align`` writes on a story, as a value."""
    command: list[str | Path] = [Path(sys.executable).with_name("newsread"), "align", story, "--format", "json"]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, stdin=subprocess.DEVNULL)
    report: dict[str, Any] = json.loads(done.stdout)
    assert report["schema"] == 1, report["schema"]
    return report


def check_articles(articles: list[dict[str, Any]]) -> None:
    """Five outlets, and sentences that stand in their files where they say."""
    assert len(articles) == 5, [article["outlet"] for article in articles]
    for article in articles:
        source = Path(article["path"]).read_bytes().decode("utf-8")
        assert article["sentences"], article["id"]
        for sentence in article["sentences"]:
            assert source[sentence["start"] : sentence["end"]] == sentence["text"], (article["id"], sentence)


def check_links(links: list[dict[str, Any]], articles: list[dict[str, Any]]) -> None:
    """Links join sentences that exist, lower article first, each pair once."""
    assert links, "no links"
    pairs = [tuple(link[end][key] for end in ("source", "target") for key in ("article", "sentence")) for link in links]
    assert len(set(pairs)) == len(pairs), "a pair appears twice"
    for (a, s, b, t), link in zip(pairs, links, strict=True):
        assert a < b, link
        assert max(s - len(articles[a]["sentences"]), t - len(articles[b]["sentences"])) < 0, link
        assert 0 <= link["score"] <= 1, link


def check_entities(entities: list[dict[str, Any]], articles: list[dict[str, Any]]) -> None:
    """Entities are named where they say, and the language model came with the installation."""
    assert entities, "no entities"
    for entity in entities:
        for mention in entity["mentions"]:
            assert mention["start"] < mention["end"], entity
            assert mention["article"] < len(articles), entity


if __name__ == "__main__":
    main()
