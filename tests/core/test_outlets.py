"""The outlet and the day, from the page's own words or the file's name."""

from datetime import date

import pytest

from newsread.reading.outlets import outlet_in_path, outlet_in_text, published_in_text


@pytest.mark.parametrize(
    ("line", "outlet"),
    [
        ("WASHINGTON (Reuters) – The United States said so.", "Reuters"),
        ("SEOUL, Aug. 17 (Yonhap) -- The North said so.", "Yonhap"),
        ("(CNN) The US said so.", "CNN"),
        ("NEW YORK (AP) — It did.", "AP"),
        ("- The Washington Times - Thursday, August 17, 2017", "The Washington Times"),
        ("Copyright © 2023 The Evening Post, LLC. Click here.", "The Evening Post"),
        ("© 2017 The New York Times Company", "The New York Times"),
        ("More stories from DW", "DW"),
        ("Fox News' Jane Doe contributed to this report.", "Fox News"),
        ("(Yonhap)", "Yonhap"),
    ],
)
def test_outlets_that_a_page_names_as_its_own(line: str, outlet: str) -> None:
    assert outlet_in_text(["A headline here", line, "Something else was said."]) == outlet


@pytest.mark.parametrize(
    "line",
    [
        "He told Reuters so.",
        "The committee (FBI) met.",
        "Jane (left) spoke – briefly.",
        "The Pentagon (which is big) – said no.",
        "By Jane Doe",
    ],
)
def test_outlets_that_are_only_mentioned(line: str) -> None:
    assert outlet_in_text([line]) is None


@pytest.mark.parametrize(
    ("path", "outlet"),
    [
        ("a/huffpost.txt", "Huffpost"),
        ("nyt.txt", "NYT"),
        ("2017-08-17_the-guardian.txt", "The Guardian"),
        ("BBC News.txt", "BBC News"),
        ("004_f8825fb9799a5eeb.txt", None),
        ("article.txt", None),
        ("article-3.txt", None),
        ("us-japan-to-boost-ties.txt", None),
        ("-", None),
    ],
)
def test_outlets_that_files_are_named_after(path: str, outlet: str | None) -> None:
    assert outlet_in_path(path) == outlet


@pytest.mark.parametrize(
    "line",
    [
        "August 17, 2017",
        "Updated 6:42 PM EDT, Thu Aug 17, 2017",
        "17 August 2017",
        "2017-08-17T10:00:00Z",
        "- The Post - Thursday, August 17, 2017",
    ],
)
def test_dates(line: str) -> None:
    assert published_in_text(["By Jane Doe", line]) == date(2017, 8, 17)


def test_no_date_is_made_up() -> None:
    assert published_in_text(["Thursday", "3 hours ago", "February 31, 2017"]) is None
