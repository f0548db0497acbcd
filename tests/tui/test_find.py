"""Finding words and patterns in all outlets."""

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsread.model import SentenceRef
from newsread.story import Story
from newsread_tui.find import search
from newsread_tui.widgets.pane import ArticlePane
from tests.tui.conftest import Read, Tell, told_story
from tests.tui.looking import lines, opened, place, reading

WIDE = (160, 24)


def test_lower_case_finds_every_case_and_upper_case_only_itself(tell: Tell) -> None:
    story = tell({"A": ["The US and us.", "Thus."], "B": ["US."]})
    assert [search(story, "us").count(n) for n in (0, 1)] == [3, 1]
    assert [search(story, "US").count(n) for n in (0, 1)] == [1, 1]


def test_quotes_dashes_and_line_breaks_are_found_by_their_plain_forms(tell: Tell) -> None:
    story = tell({"A": ["He said: “We\n   don’t – ever.”"]})
    assert search(story, "we don't - ever").count(0) == 1
    assert search(story, '"we').count(0) == 1


def test_signs_of_regular_expressions_stand_for_themselves(tell: Tell) -> None:
    story = tell({"A": ["(a+)+$ and [x"]})
    assert search(story, "(a+)+$").count(0) == 1
    assert search(story, "[x").count(0) == 1
    assert search(story, ".*").count(0) == 0


def test_hits_go_round(tell: Tell) -> None:
    story = tell({"A": ["x", "y", "x"], "B": ["x"]})
    found = search(story, "x")
    refs = [SentenceRef(0, 0), SentenceRef(0, 2), SentenceRef(1, 0)]
    assert found.refs == refs
    assert found.after(refs[2]) == refs[0]
    assert found.after(refs[0], -1) == refs[2]
    assert found.after(SentenceRef(0, 1)) == refs[1]
    assert found.after(SentenceRef(0, 1), -1) == refs[0]
    assert found.at_or_after(refs[1]) == refs[1]
    assert search(story, "zebra").after(refs[0]) is None


@given(st.text(max_size=12))
def test_whatever_is_typed_is_sought(query: str) -> None:
    story = told_story({"A": ["Some text, İstanbul, “quoted” — and so on."]})
    for ref, spans in search(story, query).hits:
        assert all(span.start < span.end <= len(story.sentence(ref).text) for span in spans)


async def test_hits_are_shown_while_typing_and_kept_by_enter(read: Read, story: Story) -> None:
    app = read(story)
    async with opened(app, WIDE) as pilot:
        await pilot.press("j", "/", *"says 7", "enter")
        assert place(app) == (0, 8)
        assert "1 hit " in lines(app)[1]
        await pilot.press("n")
        assert place(app) == (1, 8)
        assert "says 7: 2 of 3" in lines(app)[-1]
        await pilot.press("n", "n", "N")
        assert place(app) == (2, 8)
        await pilot.press("escape")
        assert reading(app).frame.search is None
        await pilot.press("<")
        assert place(app) == (0, 1)
        await pilot.press("n")
        assert "press /" in lines(app)[-1]


async def test_escape_gives_up_a_search(read: Read, story: Story) -> None:
    app = read(story)
    async with opened(app, WIDE) as pilot:
        await pilot.press("j", "/", *"says 9")
        await pilot.pause()
        assert place(app) == (0, 10)
        assert "3 found: Alpha 1, Beta 1, Gamma 1" in lines(app)[-1]
        await pilot.press("q", "q")
        await pilot.pause()
        assert "not found" in lines(app)[-1]
        await pilot.press("escape", "j")
        assert place(app) == (0, 2)
        assert reading(app).frame.search is None
        await pilot.press("/", *"says 9", "enter")
        assert place(app) == (0, 10)


async def test_found_words_are_marked(read: Read, story: Story) -> None:
    app = read(story)
    async with opened(app, WIDE) as pilot:
        await pilot.press("/", *"headline", "enter")
        alpha = app.screen.query(ArticlePane).first()
        marked = [s.text.strip() for line in alpha._lines[2:] for s in line if s.style and s.style.reverse]
        assert marked == ["headline"]


def texts(story: Story, query: str) -> list[str]:
    return [story.sentence(ref).text[s.start : s.end] for ref, spans in search(story, query).hits for s in spans]


def test_a_slash_begins_a_pattern(tell: Tell) -> None:
    story = tell(
        {"A": ["Four missiles, or 4 missile tests.", "Of four\n   missiles he said: “no”."], "B": ["FOUR Missiles"]}
    )
    assert texts(story, "/(four|4) missiles?") == ["Four missiles", "4 missile", "four\n   missiles", "FOUR Missiles"]
    assert texts(story, "/(Four|4) missile\\S/") == ["Four missiles"]
    assert texts(story, '/"no"') == ["“no”"]
    assert texts(story, "/x*") == []
    assert texts(story, "/") == texts(story, "//") == []


@pytest.mark.parametrize("query", ["/(", "/[a", "/*", "/(?P<a", "/" + "x" * 600, "/(?<=a+)b\\"])
def test_what_is_no_pattern_is_said(tell: Tell, query: str) -> None:
    found = search(tell({"A": ["text"]}), query)
    assert found.hits == ()
    assert "pattern" in found.problem


@pytest.mark.parametrize("query", ["/(a+)+$", "/(a|aa)+$", "/((a?){50}){50}$", "/(?R)a|b", "/(?:a{1,1000}){1,1000}q"])
def test_no_pattern_holds_up_the_screen(tell: Tell, query: str) -> None:
    story = tell({"A": ["found", "a" * 3000 + "b"] * 30})
    begun = process_time()
    found = search(story, query)
    assert process_time() - begun < 5
    assert found.problem == "this pattern takes too long"


@given(st.text("ab()[]{}*+?|\\^$.1,-", max_size=10))
def test_every_pattern_finds_spans_or_says_why_not(query: str) -> None:
    story = told_story({"A": ["Some text, abba, 11 \n  — (and so on)."]})
    found = search(story, f"/{query}")
    for ref, spans in found.hits:
        assert all(span.start < span.end <= len(story.sentence(ref).text) for span in spans)


async def test_a_pattern_is_typed_and_its_faults_are_told(read: Read, story: Story) -> None:
    app = read(story)
    async with opened(app, WIDE) as pilot:
        await pilot.press("/", "/", *"says [78] ")
        await pilot.pause()
        assert "6 found: Alpha 2, Beta 2, Gamma 2" in lines(app)[-1]
        await pilot.press("(")
        await pilot.pause()
        assert "not a pattern: missing )" in lines(app)[-1]
        await pilot.press("escape", "/", *"says 7|x", "ctrl+r")
        await pilot.pause()
        assert "3 found" in lines(app)[-1]
        await pilot.press("ctrl+r")
        await pilot.pause()
        assert "not found" in lines(app)[-1]


async def test_keys_do_what_they_should_after_a_search_and_a_list(read: Read, story: Story) -> None:
    app = read(story)
    async with opened(app, WIDE) as pilot:
        await pilot.press("/", *"headline", "escape")
        await pilot.press("c", "escape")
        await pilot.pause()
        await pilot.press("j")
        assert place(app) == (0, 1)
