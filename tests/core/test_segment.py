"""Sentence boundaries of news text. A bar marks where the next sentence begins."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsread.reading.segment import sentence_starts

CASES = [
    # Abbreviations, titles, initials
    "Mr. Trump met Sen. J. D. Vance and Gen. John F. Kelly.| They talked.",
    "The U.S. and the U.N. agreed.| The U.S. Navy did not.",
    "He lives in the U.S.| The family moved there in Jan. 2010.",
    "The post-Sept. 11 law stands.| It was passed in Oct. 2001.",
    "Sen. John McCain, R-Ariz., voted no.| Rep. Jesse Jackson Jr. (D-Ill.) voted yes.",
    "Apple Inc. said so.| Shares of Apple Inc. rose.| It was 5 p.m. Eastern.| It was 5 p.m.| He left.",
    "US, Japan to counter N. Korea at No. 10 St. James St. on Aug. 5.| He came.",
    "She wrote an op-ed.| It was vs. Wade, as in Roe v. Wade.",
    "Rex W. Tillerson spoke.| Image: J. Ernst was there.",
    "Grade was a B.| The rest failed.",
    "They paid $3.5 million, or 1.2 percent.| 30 people came.",
    # Quotations
    "“That is not our preferred pathway.| And that’s been made clear as well,” he added.",
    '"We agreed." | "They did not," she said.'.replace(" | ", "| "),
    "He said it was “unacceptable — and they must stop immediately.”| The US agreed.",
    "It was “not on the table at any level”.| The drill takes place.",
    "“Why now?” Trump asked.| “Are you sure?” he said.",
    "“How did it start?” Mr. Smith of Ohio, the chairman, asked.",
    "“No!” Ms. Jones shouted.| Then she left.",
    "Is this it?| Nobody knew!| All left.",
    "The plan [to halt drills] failed.| [Officials] said so.",
    "(It was not the first time.)| The second came in May.",
    "“I did these things.| … I used money,” he said.",
    "He would ... wait.| Then he went.",
    # Slips of the page
    "The talks ended.The next round is in May.",
    "See example.com or visit booking.com today.| It is free.",
    "UPDATE: 7:19 p.m. -- The paper reports it.",
    "One … two.| Three.",
    # Other scripts
    "会談は木曜日に行われた。|次回は五月だ。",
]


@pytest.mark.parametrize("marked", CASES)
def test_boundaries(marked: str) -> None:
    parts = [part.strip() for part in marked.split("|")]
    text = marked.replace("|", "")
    starts = [0, *sentence_starts(text), len(text)]
    found = [text[here:there].strip() for here, there in pairwise(starts)]
    if marked == "The talks ended.The next round is in May.":
        parts = ["The talks ended.", "The next round is in May."]
    assert found == parts


@given(st.text(st.sampled_from("Aab .!?…\"“”'’()[]1-\nU.S.")))
def test_boundaries_are_ascending_and_inside(text: str) -> None:
    starts = list(sentence_starts(text))
    assert starts == sorted(set(starts))
    assert all(0 < start < len(text) for start in starts)


@given(
    st.lists(st.sampled_from(["He said so.", "It rained all day.", "Nobody came!", "“We won,” she said."]), min_size=1)
)
def test_plain_sentences_are_told_apart(sentences: list[str]) -> None:
    text = " ".join(sentences)
    assert len(list(sentence_starts(text))) == len(sentences) - 1
