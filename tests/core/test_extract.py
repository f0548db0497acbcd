"""Finding the article on its page: what each line is, told from pages made up for the purpose."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsread.model import SentenceKind
from newsread.reading.extract import extract

PROSE = [
    "The council voted on Tuesday to close the old bridge for repairs that will take at least two years.",
    "“We cannot wait any longer,” the mayor said after the vote, which followed a debate of four hours.",
    "Traffic will be led over the northern bridge. Buses will run every ten minutes.",
    "Opponents said the plan would ruin shops on the east bank and promised to go to court.",
]
ARTICLE = "\n\n".join(PROSE)


def kinds(page: str) -> list[tuple[str, str]]:
    return [(p.kind.value, " ".join(page[p.span.start : p.span.end].split())) for p in extract(page).paragraphs]


def lines_of(page: str, kind: str) -> list[str]:
    return [line for found, line in kinds(page) if found == kind]


def test_prose_alone_is_body() -> None:
    assert kinds(ARTICLE) == [("body", line) for line in PROSE]


@pytest.mark.parametrize(
    "headline",
    [
        "Old bridge to close for two years",
        "Will the old bridge ever open again?",
        "Mayor: 'We cannot wait any longer'",
        "City to close bridge to traffic from U.S.",
        "Bridge closes; shopkeepers on the east bank of the river announce a suit against the city and the mayor over lost sales",
    ],
)
def test_the_short_line_before_the_prose_is_the_headline(headline: str) -> None:
    assert kinds(f"{headline}\n\n{ARTICLE}")[0] == ("headline", headline)


@pytest.mark.parametrize(
    "line",
    [
        "By Jane Doe",
        "By JANE DOE and John Q. Public, Staff Writers",
        "August 18, 2017",
        "Published 18 August 2017 10:22 GMT",
        "Updated 6:42 PM EDT, Thu August 17, 2017",
        "3 hours ago",
        "- The Evening Post - Thursday, August 17, 2017",
        "(Yonhap)",
        "ap/sms (Reuters, AP)",
        "Additional reporting by Jane Doe in Oslo; Editing by John Public",
        "Jane Doe contributed to this report.",
        "• Jane Doe can be reached at jdoe@example.com.",
        "This story has been updated.",
        "Correction: An earlier version of this article misspelled a name.",
    ],
)
def test_meta_lines(line: str) -> None:
    assert ("meta", line) in kinds(f"Old bridge to close for years\n\n{ARTICLE}\n\n{line}")
    assert ("meta", line) in kinds(f"Old bridge to close for years\n{line}\n\n{ARTICLE}")


@pytest.mark.parametrize(
    "line",
    [
        "Image: REUTERS/J. Ernst",
        "Photo by Jane Doe/Getty Images",
        "FILE PHOTO: The old bridge in the morning sun, May 3, 2015. REUTERS/Jane Doe",
        "The mayor speaks to reporters in the city hall on Tuesday. (AP Photo/Jane Doe)",
        "Mayor Ann Lee (R), with Bishop Tom Roe (L), attends a ceremony at the bridge, August 1, 2017.Jane Doe",
        "Image caption The old bridge was built in 1907",
        "This photo shows the old bridge from the east bank.",
    ],
)
def test_captions(line: str) -> None:
    assert ("caption", line) in kinds("\n\n".join(["Old bridge to close for years", *PROSE[:2], line, *PROSE[2:]]))


def test_a_line_above_a_photo_credit_is_its_caption() -> None:
    page = f"The bridge | Seen from the east bank before the works began in the spring\nImage: dpa/J. Doe\n\nOld bridge to close\n\n{ARTICLE}"
    assert lines_of(page, "caption") == [page.split("\n", maxsplit=1)[0], "Image: dpa/J. Doe"]
    assert lines_of(page, "headline") == ["Old bridge to close"]


@pytest.mark.parametrize(
    "line",
    [
        "Skip to content", "1. Skip to main menu", "Share on Facebook", "Share this article", "Facebook Twitter WhatsApp Email", "Advertisement",
        "Story continues below advertisement", "Subscribe to our newsletter", "Sign up for the morning briefing", "Read more: Who built the bridge?",
        "RELATED: Ten bridges to see", "Leave a Reply", "Your email address will not be published. Required fields are marked *", "12 Comments",
        "Copyright © 2023 The Evening Post, LLC. Click here for reprint permission.", "All rights reserved. This material may not be published.",
        "Home > News > City", "Most read", "Log in", "Click to Read More and View Comments", "We use cookies to improve your experience.",
        "Play video", "Follow us on Twitter", "Tags: bridge, traffic", "Media playback is unsupported on your device", "https://example.com/bridge",
    ],
)  # fmt: skip
def test_furniture_is_left_out_wherever_it_stands(line: str) -> None:
    for page in (f"{line}\n\n{ARTICLE}", "\n\n".join([*PROSE[:2], line, *PROSE[2:]]), f"{ARTICLE}\n\n{line}"):
        assert [text for _, text in kinds(page)] == PROSE


def test_lists_of_other_stories_end_the_article() -> None:
    tail = "Products You May Like\nArticles You May Like\nSix dogs found in a barn\nOil rises to $70 on output cuts: traders"
    teaser = "A man of the town has been feeding forty cats for years and says that he will never stop."
    assert kinds(f"{ARTICLE}\n\n{tail}\n\n{teaser}\nGo to homepage") == [("body", line) for line in PROSE]


def test_a_list_in_the_middle_goes_and_the_rest_stays() -> None:
    page = "\n\n".join(
        [*PROSE[:2], "Related stories", "Six dogs found in a barn", "Ten bridges to see", *PROSE[2:], *PROSE]
    )
    assert [text for _, text in kinds(page)] == [*PROSE, *PROSE]


def test_headings_between_paragraphs() -> None:
    page = "\n\n".join([PROSE[0], "Shops in danger", PROSE[1], "Who will pay?", PROSE[2], PROSE[3]])
    assert lines_of(page, "heading") == ["Shops in danger", "Who will pay?"]


def test_an_agency_credit_is_cut_from_the_last_paragraph() -> None:
    assert kinds(f"{ARTICLE} (Yonhap)")[-2:] == [("body", PROSE[-1]), ("meta", "(Yonhap)")]


def test_a_paragraph_without_its_full_stop_stays_body() -> None:
    slip = PROSE[0].rstrip(".")
    assert kinds("\n\n".join([PROSE[1], slip, *PROSE[2:]]))[1] == ("body", slip)


@given(
    st.lists(
        st.sampled_from(
            [*PROSE, "Share", "By Jane Doe", "Old bridge to close for years", "Image: dpa", "", "Most read"]
        )
    )
)
def test_any_order_of_lines_is_cut_into_paragraphs_and_furniture_without_loss(lines: list[str]) -> None:
    page = "\n".join(lines)
    found = extract(page)
    spans = sorted([p.span for p in found.paragraphs] + list(found.furniture))
    assert " ".join(page[s.start : s.end] for s in spans).split() == page.split()
    assert all(isinstance(p.kind, SentenceKind) for p in found.paragraphs)


@pytest.mark.parametrize(
    "piece", ["12:30 -", "mon, ", "| ", "’", "A. ", "– ", "(A ", "AP/", "May 1 ", "x@y", "- at on "]
)
@pytest.mark.parametrize("end", ["", "!", "é", "(("])
def test_endless_repetition_is_read_to_its_end(piece: str, end: str) -> None:
    line = (piece * 300)[:340] + end  # a pattern that tries every way to divide this would not come back
    page = f"{ARTICLE}\n\n{line}"
    spans = [p.span for p in extract(page).paragraphs] + list(extract(page).furniture)
    assert max(span.end for span in spans) == len(page.rstrip())
