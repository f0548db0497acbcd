"""Who speaks, in the ways of putting it that are easily misread; and what stands in marks but is nobody's speech."""

import pytest

from tests.core.test_quotes import told

LEE, RAY = "Ann Lee", "Bob Ray"


@pytest.mark.parametrize(
    ("paragraphs", "speaker", "words"),
    [
        (["“We are late,” Bob Ray of Our Good Hall, told the paper."], RAY, "We are late"),
        (["“We are late,” state Senate leader Bob Ray (R) said."], RAY, "We are late"),
        (["“We are late,” Mr. Bob Ray, Democrat of Ohio and the chairman of the panel — where it began — said."], RAY, "We are late"),
        (["Ms. Lee left. “She is late,” Ms. Lee's spokesman, Bob Ray, wrote to us."], RAY, "She is late"),
        (["It was up to Bob Ray, who said “we are late” again."], RAY, "we are late"),
        (["After Ann Lee ended her talk, Bob Ray came back and said, “We are late.”"], RAY, "We are late."),
        (["The mayor, as Bob Ray put it, “is never on time.”"], RAY, "is never on time."),
        (["Bob Ray said he found Ann Lee's remarks “quite disgraceful to us all.”"], RAY, "quite disgraceful to us all."),
        (["Bob Ray left, proclaiming that “the town will never be late again.”"], RAY, "the town will never be late again."),
        (["Bob Ray waited for Ann Lee — as did the council of the town before.", "“We are late,” he told reporters."], RAY, "We are late"),
        (["At a meeting with Ann Lee, Bob Ray was calm.", "“We are late,” he said."], RAY, "We are late"),
        (["While being asked by Bob Ray, Ann Lee urged calm.", "“We are late,” she said."], LEE, "We are late"),
        (["Bob Ray led. Ann Lee followed him.", "“We are late,” he said."], RAY, "We are late"),
        (["Bob Ray acknowledged that he was “late for it,” calling the rest wrong."], RAY, "late for it,"),
        (["Bob Ray said the plan was sound. Managers, he went on, “are told by the firm how to do it.”"], RAY, "are told by the firm how to do it."),
        (["Bob Ray tweeted on Friday, “Why are we so late?” He went on."], RAY, "Why are we so late?"),
        (["A call came from Sen. Bob Ray of Ohio, who tweeted: “We are late.”"], RAY, "We are late."),
        (["Housing and Roads Secretary Bob Ray tweeted: “We are late.”"], RAY, "We are late."),
        (["After telling reporters that he was “done with all of it,” Mayor Bob Ray came back."], RAY, "done with all of it,"),
        (["Bob Ray over the weekend joked that it was “an attack on him.”"], RAY, "an attack on him."),
        (["Bob Ray charged that you “have a mayor who is never on time.”"], RAY, "have a mayor who is never on time."),
        (["Bob Ray, who was late and was not asked, said it was “up to all of us.”"], RAY, "up to all of us."),
        (["A spokesman for Bob Ray waited. Bob Ray smiled.", "“We are late,” he said."], RAY, "We are late"),
    ],
)  # fmt: skip
def test_who_speaks(paragraphs: list[str], speaker: str, words: str) -> None:
    found = [(name, text.rstrip(",")) for kind, name, text in told(*paragraphs, names=(LEE, RAY)) if kind != "indirect"]
    assert (speaker, words.rstrip(",")) in found


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Bob Ray, who has said he knew nothing of it, has been asked twice.", "he knew nothing of it"),
        ("Bob Ray said that wasn't a fair way to ask him.", "that wasn't a fair way to ask him"),
        ("Though Bob Ray said it was no crime at all, others thought it was.", "it was no crime at all"),
        ("According to Bob Ray, a former judge, the bridge will hold.", "the bridge will hold"),
        ("Bob Ray assured the council that the bridge would hold.", "the bridge would hold"),
        ("The bridge will hold, according to the club's lawyer, Bob Ray of Troy.", "The bridge will hold"),
    ],
)
def test_what_is_reported(sentence: str, words: str) -> None:
    assert [(name, text) for _, name, text in told(sentence, names=(RAY,))] == [(RAY, words)]


@pytest.mark.parametrize(
    "sentence",
    [
        "By closing the bridge, Bob Ray said, the town was “asking for it.”",
        "The issues of the bridge, Bob Ray said, have simmered “beneath the whole of the town.”",
        "It was first announced that the bridge would be closed for good.",
    ],
)
def test_half_a_sentence_is_not_reported(sentence: str) -> None:
    assert not [text for kind, _, text in told(sentence, names=(RAY,)) if kind == "indirect"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Bob Ray posted a video called “Behind the old bridge with Ann” today.",
        "Bob Ray was asked why he shuns the term “late bridge” these days.",
        "On “Morning Talk,” Bob Ray called on the council to act.",
        "“That is not so,” he said on “The Morning Show.”",
        "Bob Ray was twice on the show, “The Old Bridge,” in May.",
    ],
)
def test_what_is_nobodys_speech(sentence: str) -> None:
    found = [text for kind, _, text in told(sentence, names=(LEE, RAY)) if kind != "indirect"]
    assert [text for text in found if text != "That is not so"] == []


def test_whose_lawyer_he_is_tells_not_who_he_is() -> None:
    found = told("The paper met Bob Ray.", "Ray's lawyer said that the bridge would hold.", names=(RAY,))
    assert [name for _, name, _ in found] == ["Ray's lawyer"]


def test_a_question_is_not_of_whoever_answers_it() -> None:
    found = told("Asked point-blank, “Is that you?” Bob Ray replied, “You know that I can't say.”", names=(RAY,))
    assert [name for _, name, text in found if text.startswith("You know")] == [RAY]
    assert all(name != RAY for _, name, text in found if text == "Is that you?")


def test_what_is_called_so_calls_nobody() -> None:
    assert told("It runs a program called Shield that is “on the inner side” of it.", names=(RAY,)) == []


def test_an_aside_between_dashes_has_another_speaker() -> None:
    found = told(
        "Asked about it — the new member Ann Lee vowed to “close the bridge” — Bob Ray said it was too late.",
        "“We cannot wait,” he told the paper.",
        names=(LEE, RAY),
    )
    assert [name for _, name, text in found if text == "We cannot wait"] == [RAY]


def test_people_of_whom_only_that_is_known_what_they_know() -> None:
    (found,) = told("The bridge is old, according to people familiar with the plan.")
    assert found[1] == "people familiar with the plan"
