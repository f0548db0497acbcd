"""Which names mean the same, shown on names made up for the purpose."""

import pytest

from newsread.model import Article, EntityType, Sentence, SentenceKind
from newsread.names.countries import country, is_demonym
from newsread.names.entities import group
from newsread.names.nlp import Name

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
        ("D.C.", None), ("ATF", None), ("IRA", None), ("Pyongyang", None), ("Washington", None), ("CA", None), ("IN", None), ("Springfield", None),
    ],
)  # fmt: skip
def test_countries(name: str, usual: str | None) -> None:
    assert country(name) == usual


def test_demonyms() -> None:
    assert is_demonym("Japanese")
    assert not is_demonym("Japan")


def test_a_surname_means_whom_its_title_tells_or_whom_the_article_introduces_first() -> None:
    articles = story_of(
        "President Donald Trump spoke. His son Donald Trump Jr. hunts. Trump waited. President Trump left.",
        "Donald Trump Jr. hunts. President Trump waited.",
    )
    found = entities(
        articles,
        (0, "Donald Trump", PERSON), (0, "Donald Trump Jr.", PERSON), (0, "Trump", PERSON), (0, "Trump", PERSON),
        (1, "Donald Trump Jr.", PERSON), (1, "Trump", PERSON),
    )  # fmt: skip
    assert found["Donald Trump"] == ["Donald Trump", "Trump", "Trump", "Trump"]
    assert found["Donald Trump Jr."] == ["Donald Trump Jr."] * 2


def test_two_presidents_by_their_middle_initials() -> None:
    articles = story_of("George H.W. Bush met George W. Bush.")
    assert len(entities(articles, (0, "George H.W. Bush", PERSON), (0, "George W. Bush", PERSON))) == 2


def test_short_given_names() -> None:
    articles = story_of("Bill Kristol spoke. Sandra Lee left.", "William Kristol spoke. Sandy came.")
    found = entities(
        articles,
        (0, "Bill Kristol", PERSON),
        (0, "Sandra Lee", PERSON),
        (1, "William Kristol", PERSON),
        (1, "Sandy", PERSON),
    )
    assert {tuple(forms) for forms in found.values()} == {("Bill Kristol", "William Kristol"), ("Sandra Lee", "Sandy")}


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("Department of Justice", "Justice Department", ORG), ("U.S. Central Command", "Central Command", ORG),
        ("Georgetown University", "Georgetown", ORG), ("Fish & Wildlife Service", "Fish and Wildlife Service", ORG),
        ("Republicans", "Republican", GROUP), ("Democrats", "Democratic", GROUP), ("Africa", "African", PLACE), ("Calif.", "California", PLACE),
    ],
)  # fmt: skip
def test_forms_of_one_name(one: str, other: str, kind: EntityType) -> None:
    articles = story_of(f"They know {one} well. They know {other} well.")
    (forms,) = entities(articles, (0, one, kind), (0, other, kind)).values()
    assert forms == [one, other]


def test_an_acronym_in_parentheses_is_what_stands_before_it() -> None:
    articles = story_of("The Bureau of Alcohol, Tobacco and Firearms (ATF) came. The ATF left.")
    found = entities(articles, (0, "Bureau of Alcohol, Tobacco and Firearms", ORG), (0, "ATF", PLACE), (0, "ATF", ORG))
    assert list(found.values()) == [["Bureau of Alcohol, Tobacco and Firearms", "ATF", "ATF"]]


def test_a_headline_in_title_case_names_what_the_text_names() -> None:
    text = "Old Bridge Falls As Ann Lee Mocks Town Report\n\nThe council said that Ann Lee left."
    end = text.index("\n")
    headline = Sentence(0, end, text[:end], SentenceKind.HEADLINE)
    body = Sentence(end + 2, len(text), text[end + 2 :], paragraph=1)
    articles = [Article("a", "", "", "", text, (headline, body))]
    found = entities(
        articles,
        (0, "Bridge Falls As", ORG),
        (0, "Ann Lee Mocks", PERSON),
        (0, "Town Report", ORG),
        (0, "Ann Lee", PERSON),
    )
    assert found == {"Ann Lee": ["Ann Lee", "Ann Lee"]}


def test_family_names_that_the_tagger_left_out() -> None:
    articles = story_of("Fan Changlong, a general, met them. The ministry cited Fan as saying so.")
    assert entities(articles, (0, "Changlong", PERSON)) == {"Fan Changlong": ["Fan Changlong", "Fan"]}


def test_words_that_name_nothing_and_marks_that_belong_to_no_name() -> None:
    articles = story_of("The Committee met D-Calif. Schiff and the ex-Republican and “Mad Max.")
    found = entities(
        articles, (0, "Committee", ORG), (0, "D-Calif.", GROUP), (0, "ex-Republican", GROUP), (0, "“Mad Max", OTHER)
    )
    assert set(found) == {"California", "Republican", "Mad Max"}
