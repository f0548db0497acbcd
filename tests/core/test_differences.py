"""Where linked sentences disagree: found where they do, and quiet where they do not."""

from datetime import date
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsread.differences import find_differences
from newsread.findings import Difference, DifferenceKind, Severity
from newsread.model import Article, Entity, EntityType, Link, LinkKind, Mention, Sentence, SentenceRef
from newsread.quotes import find_drifts, find_quotations

NUMBER, DATE, NAME, NEGATION, STRENGTH, QUOTATION = DifferenceKind
PUBLISHED = date(2017, 8, 18)  # a Friday


def article_of(*sentences: str, published: date | None = PUBLISHED) -> Article:
    text, made = " ".join(sentences), []
    start = 0
    for number, sentence in enumerate(sentences):
        made.append(Sentence(start, start + len(sentence), sentence, paragraph=number))
        start += len(sentence) + 1
    return Article("a", "", "", "", text, tuple(made), published)


def linked(left: int = 0, right: int = 0, kind: LinkKind = LinkKind.EQUIVALENT) -> Link:
    return Link(SentenceRef(0, left), SentenceRef(1, right), 0.9, kind)


def named(articles: list[Article], name: str, *forms: str) -> Entity:
    mentions = [
        Mention(number, article.text.index(form), article.text.index(form) + len(form))
        for number, article in enumerate(articles)
        for form in forms
        if form in article.text
    ]
    return Entity(0, name, EntityType.PERSON, tuple(mentions))


def differences(
    left: str | Article, right: str | Article, *entities: Entity, kind: LinkKind = LinkKind.EQUIVALENT
) -> list[Difference]:
    articles = [side if isinstance(side, Article) else article_of(side) for side in (left, right)]
    quotations = find_quotations(articles, entities)
    found = find_differences(articles, [linked(kind=kind)], entities, quotations, find_drifts(quotations))
    for difference in found:
        for span, article in zip((difference.left, difference.right), articles, strict=True):
            assert 0 <= span.start < span.end <= len(article.text)
    return list(found)


def shown(found: list[Difference]) -> list[tuple[DifferenceKind, Severity, str]]:
    return [(difference.kind, difference.severity, difference.explanation) for difference in found]


@pytest.mark.parametrize(
    ("left", "right", "kind", "severity", "explanation"),
    [
        ("The storm killed 12 people in the old town.", "The storm killed 15 people in the old town.", NUMBER, Severity.CONFLICT, "12 people / 15 people"),
        ("It cost $3 million to mend the bridge, the council said.", "To mend the bridge cost $5 million, it said.", NUMBER, Severity.CONFLICT, "$3 million / $5 million"),
        ("Turnout in the vote rose to 40 percent on the day.", "Turnout in the vote rose to 45% on the day.", NUMBER, Severity.CONFLICT, "40 percent / 45%"),
        ("Japan hosts about 54,000 American troops.", "Japan hosts numerous American troops.", NUMBER, Severity.DETAIL, "about 54,000 American troops / numerous American troops"),
        ("It fired four missiles toward the island.", "It fired missiles over the island.", NUMBER, Severity.DETAIL, "four missiles / no number for missiles"),
        ("The army sent 5,200 troops to the border.", "The army sent more than 5,000 troops to the border.", NUMBER, Severity.DETAIL, "5,200 troops / more than 5,000 troops (both may be right)"),
        ("The council closed the bridge on Tuesday.", "The council closed the bridge on Monday.", DATE, Severity.CONFLICT, "Tuesday / Monday"),
        ("The council closed the bridge on August 15.", "The council closed the bridge on August 16.", DATE, Severity.CONFLICT, "August 15 / August 16"),
        ("The council closed the bridge on Tuesday.", "The council closed the bridge this week.", DATE, Severity.DETAIL, "Tuesday / this week: “Tuesday” is more exact"),
        ("A 46-year-old man was killed in the old town.", "A 47-year-old man was killed in the old town.", NUMBER, Severity.CONFLICT, "46-year-old / 47-year-old"),
        ("The storm killed 46 people in the old town.", "The storm killed 47 people in the old town.", NUMBER, Severity.CONFLICT, "46 people / 47 people"),
        ("He was sentenced to six months in prison for fraud.", "He was sentenced to six years in prison for fraud.", NUMBER, Severity.CONFLICT, "six months / six years"),
        ("It struck 30 miles from the town, officials said.", "It struck 90 kilometers from the town, officials said.", NUMBER, Severity.CONFLICT, "30 miles / 90 kilometers"),
        ("The quake had a magnitude of 6.1, it said.", "The quake had a magnitude of 6.4, it said.", NUMBER, Severity.CONFLICT, "6.1 / 6.4"),
        ("The House passed the bill by 220 to 212 on Friday.", "The House passed the bill 221-211 on Friday.", NUMBER, Severity.CONFLICT, "220 to 212 / 221-211"),
        ("It cost 5 million dollars to mend the bridge.", "To mend the bridge cost $8 million.", NUMBER, Severity.CONFLICT, "5 million dollars / $8 million"),
        ("The council closed the bridge two days ago.", "The council closed the bridge on Monday.", DATE, Severity.CONFLICT, "two days ago / Monday"),
        ("The council closed the bridge this morning.", "The council closed the bridge on Wednesday.", DATE, Severity.CONFLICT, "this morning / Wednesday"),
        ("The council closed the bridge last night.", "The council closed the bridge on Tuesday.", DATE, Severity.CONFLICT, "last night / Tuesday"),
        ("The court refused to hear the case on the bridge.", "The court agreed to hear the case on the bridge.", NEGATION, Severity.CONFLICT, "refused to / no denial"),
        ("The mayor denied that he had taken money from it.", "The mayor admitted that he had taken money from it.", NEGATION, Severity.CONFLICT, "denied / no denial"),
        ("The driver allegedly fled the scene of the crash.", "The driver fled the scene of the crash.", STRENGTH, Severity.DRIFT, "allegedly / stated as a fact"),
        ("The bomb may have killed the leader of the group.", "The bomb killed the leader of the group.", STRENGTH, Severity.DRIFT, "may have / stated as a fact"),
        ("The council did not vote to close the old bridge.", "The council did vote to close the old bridge.", NEGATION, Severity.CONFLICT, "not / no denial"),
        ("The two have agreed to mend the old bridge.", "The two will mend the old bridge in May.", STRENGTH, Severity.DRIFT, "agreed to mend / will mend"),
        ("“That is not our preferred path,” he added.", "“That is not our preferred pathway. And all know it,” he said.", QUOTATION, Severity.DRIFT, "“path” / “pathway”"),
        ("“That is not our preferred path,” he said.", "“That is not our preferred pathway,” he said.", QUOTATION, Severity.DRIFT, "“path” / “pathway”"),
    ],
)  # fmt: skip
def test_disagreements(left: str, right: str, kind: DifferenceKind, severity: Severity, explanation: str) -> None:
    assert shown(differences(left, right)) == [(kind, severity, explanation)]


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("The storm killed 12 people in town.", "The storm killed twelve people in town."),
        ("It cost $3,000,000 to mend the bridge.", "It cost $3 million to mend the bridge."),
        ("It cost $3.2 billion to mend it.", "It cost 3.2 billion dollars to mend it."),
        ("It struck 30 miles from the town, they said.", "It struck 48 kilometers from the town, they said."),
        ("It took two weeks to mend the bridge.", "It took 14 days to mend the bridge."),
        ("One in three voters backs the bridge.", "Voters in the town back the bridge."),
        ("The bridge closed two days ago in the rain.", "The bridge closed on Wednesday in the rain."),
        ("The bridge closed last night in the rain.", "The bridge closed on Thursday in the rain."),
        ("“It is not putting people back to work,” he said.", "“But we all want to help ourselves by putting people back to work,” he said."),
        ("It cost half a million to mend the bridge.", "It cost 500,000 to mend the bridge."),
        ("Lee, 47, closed the bridge at 10:30 a.m.", "Lee, 48, closed the bridge at 11 a.m."),
        ("The 2005 pact on the bridge failed.", "The 2006 pact on the bridge failed."),
        ("The storm killed 12 people in town.", "The storm hurt 30 animals in town."),
        ("It took 12 days and 30 people to mend it.", "It took 12 days to mend it."),
        ("The council closed the bridge on Thursday.", "The council closed the bridge on August 17."),
        ("The council closed the bridge on Thursday.", "The council closed the bridge yesterday."),
        ("The bridge closed, Lee said on Thursday.", "The bridge closed, Lee said on Friday."),
        ("Shops in the town do not fear for their sales at all.", "Shops in the north of the town fear for their sales and more."),
        ("“It is old and must be mended,” he said.", "“It's old and must be mended”, he said."),
        ("They will build a bridge in the town.", "They will mend a bridge in the town."),
    ],
)  # fmt: skip
def test_no_disagreement(left: str, right: str) -> None:
    assert shown(differences(left, right)) == []


def test_a_value_that_stands_nearby_is_no_disagreement() -> None:
    left = article_of("The storm killed 12 people in the old town.")
    right = article_of("The storm killed 15 people in the old town.", "At first 12 were counted.")
    assert differences(left, right) == []


def test_days_count_from_the_day_of_publication() -> None:
    left = article_of("The council closed the bridge on Thursday.")
    later = article_of("The council closed the bridge yesterday.", published=date(2017, 8, 19))
    assert shown(differences(left, later)) == [(DATE, Severity.CONFLICT, "Thursday / yesterday")]
    assert differences(left, article_of("The council closed the bridge yesterday.", published=None)) == []


def test_given_names_of_one_person() -> None:
    articles = [article_of("Secretary Jim Mattis left."), article_of("Secretary James Mattis left.")]
    person = named(articles, "Jim Mattis", "Jim Mattis", "James Mattis")
    assert shown(differences(articles[0], articles[1], person)) == [
        (NAME, Severity.DETAIL, "Jim Mattis / James Mattis")
    ]


def test_the_same_words_of_two_people() -> None:
    articles = [
        article_of("“We cannot wait any longer,” Ann Lee said."),
        article_of("“We cannot wait any longer,” Bob Ray said."),
    ]
    one, other = named(articles, "Ann Lee", "Ann Lee"), named(articles, "Bob Ray", "Bob Ray")
    found = differences(articles[0], articles[1], one, Entity(1, "Bob Ray", EntityType.PERSON, other.mentions))
    assert shown(found) == [(NAME, Severity.CONFLICT, "the same words are Ann Lee's / Bob Ray's")]


def test_said_and_claimed() -> None:
    found = differences("“We cannot wait any longer,” Lee said.", "“We cannot wait any longer,” Lee claimed.")
    assert shown(found) == [(STRENGTH, Severity.DRIFT, "said / claimed: “claimed” leaves open whether it is true")]


def test_conflicts_come_first() -> None:
    left = article_of("He fired four missiles toward the island.", "The storm killed 12 people in the old town.")
    right = article_of("He fired missiles over the island.", "The storm killed 15 people in the old town.")
    found = find_differences([left, right], [linked(), linked(1, 1)])
    assert [difference.severity for difference in found] == [Severity.CONFLICT, Severity.DETAIL]


PHRASES = st.lists(
    st.sampled_from([
        "The storm killed", "12 people", "15 people", "four missiles", "missiles", "six months", "six years", "30 miles", "48 kilometers", "allegedly", "may have killed",
        "voted 220 to 212", "voted 221-211", "a 46-year-old man", "40 percent", "dozens of people", "two days ago", "on Tuesday", "this week", "did not",
        "will mend", "may mend", "“our preferred path,”", "he said", "claimed", "the old bridge", "$3 million", "in town",
    ]),
    min_size=2,
    max_size=9,
)  # fmt: skip
TEXTS = st.lists(PHRASES.map(lambda phrases: " ".join(phrases) + "."), min_size=1, max_size=3)


@cache
def all_links(left: int, right: int) -> tuple[Link, ...]:
    return tuple(linked(one, other) for one in range(left) for other in range(right))


def found_in(left: list[str], right: list[str]) -> tuple[Difference, ...]:
    articles = [article_of(*left), article_of(*right)]
    quotations = find_quotations(articles)
    return find_differences(articles, all_links(len(left), len(right)), (), quotations, find_drifts(quotations))


@given(TEXTS)
def test_an_article_does_not_differ_from_itself(text: list[str]) -> None:
    assert found_in(text, text) == ()


@given(TEXTS, TEXTS)
def test_the_order_of_articles_does_not_matter(left: list[str], right: list[str]) -> None:
    one = {(d.kind, d.severity, d.left, d.right) for d in found_in(left, right)}
    assert one == {(d.kind, d.severity, d.right, d.left) for d in found_in(right, left)}


@given(TEXTS, TEXTS)
def test_differences_stand_in_their_sentences(left: list[str], right: list[str]) -> None:
    articles = [article_of(*left), article_of(*right)]
    for difference in found_in(left, right):
        for ref, span in ((difference.link.source, difference.left), (difference.link.target, difference.right)):
            sentence = articles[ref.article].sentences[ref.sentence]
            assert difference.kind is QUOTATION or sentence.start <= span.start < span.end <= sentence.end
            assert 0 <= span.start < span.end <= len(articles[ref.article].text)
