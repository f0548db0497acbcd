"""What a story's own words tell of its names: where they end, of what sort they are, and where they stand again."""

import pytest

from newsread.model import EntityType
from newsread.names.entities import group
from tests.core.test_entities import GROUP, ORG, OTHER, PERSON, PLACE, entities, story_of, tagged


def kinds(text: str, *found: tuple[str, EntityType]) -> dict[str, EntityType]:
    articles = story_of(text)
    made = group(tagged(articles, *((0, name, kind) for name, kind in found)), articles)
    return {entity.name: entity.type for entity in made}


@pytest.mark.parametrize(
    ("text", "marked", "kind", "names"),
    [
        ("Fears of Lee ― Ray asked.", "Lee ― Ray", ORG, ["Lee", "Ray"]),
        ("They met near Fort Hill, D.C. Jackson left.", "D.C. Jackson", PERSON, ["D.C.", "Jackson"]),
        ("They asked Bishop Daniel Grey twice.", "Bishop Daniel Grey", ORG, ["Daniel Grey"]),
        ("The decorated FBI Special Agent left.", "FBI Special Agent", ORG, ["FBI"]),
        ("A plan called Safe Streets (SAFE failed.", "Safe Streets (SAFE", OTHER, ["Safe Streets"]),
        ("They sued the United States Forest Service.", "United States", PLACE, ["United States Forest Service"]),
        ("The Ohio Highway Patrol came.", "Ohio", PLACE, ["Ohio Highway Patrol"]),
        ("The case is Grey v. Stone, No. 7.", "Grey", PERSON, ["Grey v. Stone"]),
        ("They hate capitalism and Communism here.", "Communism", GROUP, []),
        ("Western aid came late.", "Western", ORG, []),
    ],
)  # fmt: skip
def test_where_a_name_begins_and_ends(text: str, marked: str, kind: EntityType, names: list[str]) -> None:
    articles = story_of(text)
    found = [form for forms in entities(articles, (0, marked, kind)).values() for form in forms]
    assert found == names


@pytest.mark.parametrize(
    ("text", "name", "tagged_as", "kind"),
    [
        ("The strike in Harrow, Mo., went on.", "Harrow", PERSON, PLACE),
        ("They met in nearby Harrow at noon.", "Harrow", ORG, PLACE),
        ("He owned Granny Pies, L.L.C., for years.", "Granny Pies", PERSON, ORG),
        ("He ran Healthful, the restaurant on Third Street.", "Healthful", PERSON, ORG),
        ("It was first told by The Pacific on Monday.", "Pacific", PLACE, ORG),
        ("It was said by AshLee Strong, a spokeswoman for the mayor.", "AshLee Strong", ORG, PERSON),
        ("The voters heard Brad Stone and Al Green of Texas.", "Al Green", PLACE, PERSON),
        ("They warned of radical Islam again.", "Islam", ORG, GROUP),
        ("A gold-plated Tempo watch was sold.", "Tempo", GROUP, ORG),
        ("He was shown to the Oval Office at once.", "Oval Office", ORG, PLACE),
        ("They asked the United States Cyber Command.", "United States Cyber Command", PLACE, ORG),
    ],
)  # fmt: skip
def test_what_sort_of_thing_it_is(text: str, name: str, tagged_as: EntityType, kind: EntityType) -> None:
    assert kinds(text, (name, tagged_as))[name] is kind


def test_a_town_told_once_is_a_town_throughout() -> None:
    found = kinds("HARROW was quiet. Harrow, Mo., slept. Harrow woke.", *[("Harrow", PERSON)] * 2)
    assert found["Harrow"] is PLACE


def test_the_family_of_a_name() -> None:
    assert kinds("Ann Lee left. The Lees wept.", ("Ann Lee", PERSON), ("Lees", ORG))["Lees"] is PERSON


@pytest.mark.parametrize(
    ("text", "seen", "overlooked"),
    [
        ("Ann Stone spoke. Then Stone left.", [("Ann Stone", PERSON)], "Stone"),
        ("He told Ann Stone so on Twitter today.", [("Ann Stone", PERSON)], "Twitter"),
        ("Ann Stone, D-Calif., spoke.", [("Ann Stone", PERSON)], "Calif."),
        ("A court in Harrow, Ark., sat.", [("Harrow", PLACE)], "Ark."),
        ("Ann Stone left the F.A.A. in May.", [("Ann Stone", PERSON)], "F.A.A."),
        ("Since 9/11 Ann Stone has led it.", [("Ann Stone", PERSON)], "9/11"),
        ("Ann Stone met the Stones.", [("Ann Stone", PERSON)], "Stones"),
        ("Ann Stone wrote. “Thanks @AnnStone!” they wrote.", [("Ann Stone", PERSON)], "@AnnStone"),
    ],
)  # fmt: skip
def test_what_the_tagger_overlooks(text: str, seen: list[tuple[str, EntityType]], overlooked: str) -> None:
    found = entities(story_of(text), *((0, name, kind) for name, kind in seen))
    assert overlooked in [form for forms in found.values() for form in forms]


def test_a_longer_name_is_found_where_a_part_of_it_is_marked() -> None:
    articles = story_of("She works at Nan's Corner Club now. Nan's Corner Club is old.")
    found = entities(articles, (0, "Nan's Corner Club", ORG), (0, "Nan", PERSON))
    assert found == {"Nan's Corner Club": ["Nan's Corner Club"] * 2}


def test_words_that_begin_a_sentence_are_no_names() -> None:
    articles = story_of("They grow hemp. Hemp is old. It was SOLD to buyers who sold it.")
    assert entities(articles, (0, "Hemp", PERSON), (0, "SOLD", ORG)) == {}


@pytest.mark.parametrize(
    ("forms", "kind"),
    [
        (["Washington", "D.C."], PLACE), (["116th Congress", "Congress"], ORG), (["Democrat", "Democratic"], GROUP),
        (["Ada Cole-Reed", "Cole-Reed"], PERSON), (["Mallory", "Mallory Stores", "Mallory Stores Inc."], ORG),
        (["House Budget Committee", "Budget Committee"], ORG), (["New Harrow Times", "Times"], ORG),
        (["U.S. Bridge Conference", "United States Bridge Conference"], ORG), (["Bob Grey", "Robert Grey III"], PERSON),
    ],
)  # fmt: skip
def test_more_forms_of_one_name(forms: list[str], kind: EntityType) -> None:
    articles = story_of(" ".join(f"They know the {form} here." for form in forms))
    assert list(entities(articles, *((0, form, kind) for form in forms)).values()) == [forms]


def test_a_son_is_his_father_only_where_no_father_is() -> None:
    lawyer = story_of("Tom Grey Jr. argued. Grey won.", "Tom Grey argued. Grey won.")
    found = entities(
        lawyer, (0, "Tom Grey Jr.", PERSON), (0, "Grey", PERSON), (1, "Tom Grey", PERSON), (1, "Grey", PERSON)
    )
    assert len(found) == 1
    family = story_of("Tom Grey Jr. wrote. Grey Jr. left. Grey won the vote.", "Tom Grey won.")
    found = entities(
        family, (0, "Tom Grey Jr.", PERSON), (0, "Grey Jr.", PERSON), (0, "Grey", PERSON), (1, "Tom Grey", PERSON)
    )
    assert found == {"Tom Grey Jr.": ["Tom Grey Jr.", "Grey Jr."], "Tom Grey": ["Grey", "Tom Grey"]}


def test_names_are_shown_as_they_are_usually_written() -> None:
    assert set(kinds("HARROW woke. They met in HARROW and Wis. towns.", ("HARROW", PLACE), ("Wis.", PLACE))) == {
        "Harrow",
        "Wisconsin",
    }
