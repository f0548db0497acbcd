"""Where keys take the reader."""

from newsread.model import SentenceRef
from newsread.story import Story
from newsread_tui.place import Place, crossed, edge, gap, opening, paragraph, shown, step, turned
from tests.tui.conftest import Tell

LINES = ["!Head", "%A caption", "One.", "+Two.", "Three.", "@Agency"]


def at(article: int, sentence: int) -> Place:
    return Place(SentenceRef(article, sentence))


def test_captions_and_meta_lines_are_passed_over(tell: Tell) -> None:
    story = tell({"A": LINES})
    assert opening(story) == at(0, 0)
    assert step(story, at(0, 0), 1) == at(0, 2)
    assert step(story, at(0, 2), -1) == at(0, 0)
    assert step(story, at(0, 2), 99) == edge(story, at(0, 0), last=True) == at(0, 4)


def test_where_there_is_nothing_else_captions_are_read(tell: Tell) -> None:
    story = tell({"A": ["%One", "%Two"]})
    assert step(story, opening(story), 1) == at(0, 1)


def test_an_article_without_text_can_be_visited(tell: Tell) -> None:
    story = tell({"A": [], "B": ["One."]})
    assert opening(story) == at(1, 0)
    empty = crossed(story, opening(story), 0)
    assert empty.ref.article == 0
    assert step(story, empty, 1).ref.article == 0
    assert crossed(story, empty, 1).ref == SentenceRef(1, 0)


def test_paragraphs_up_go_to_the_start_of_this_one_first(tell: Tell) -> None:
    story = tell({"A": LINES})
    assert paragraph(story, at(0, 2), 1) == at(0, 4)
    assert paragraph(story, at(0, 3), -1) == at(0, 2)
    assert paragraph(story, at(0, 2), -1) == at(0, 0)
    assert paragraph(story, at(0, 4), 1) == at(0, 4)


def test_crossing_lands_on_the_counterpart_and_straight_back_returns(story: Story) -> None:
    there = crossed(story, at(0, 12), 1)
    assert there.ref == SentenceRef(1, 12)
    assert crossed(story, there, 0).ref == SentenceRef(0, 12)


def test_straight_back_returns_even_where_the_counterpart_is_another(tell: Tell) -> None:
    story = tell({"A": ["1.", "2."], "B": ["1."]}, [(0, 0, 1, 0, 0.9), (0, 1, 1, 0, 0.8)])
    there = crossed(story, at(0, 1), 1)
    assert crossed(story, there, 0).ref == SentenceRef(0, 1)
    moved = Place(there.ref)
    assert crossed(story, moved, 0).ref == SentenceRef(0, 0)


def test_crossing_without_a_counterpart_lands_beside_the_gap(tell: Tell) -> None:
    story = tell({"A": ["1.", "2.", "3."], "B": ["x.", "y.", "z."]}, [(0, 0, 1, 1, 0.9)])
    assert gap(story, SentenceRef(0, 2), 1) == 1
    assert crossed(story, at(0, 2), 1).ref == SentenceRef(1, 1)


def test_a_gap_is_placed_by_its_neighbours(tell: Tell) -> None:
    story = tell({"A": ["1.", "2."], "B": ["x.", "y."], "C": ["q."]}, [(0, 1, 1, 0, 0.9)])
    assert gap(story, SentenceRef(0, 0), 1) == -1
    assert gap(story, SentenceRef(0, 0), 2) is None


def test_the_best_of_several_counterparts_is_shown_and_others_in_turn(story: Story) -> None:
    place = at(0, 6)
    found = []
    for _ in range(3):
        counterpart = shown(story, place, 2)
        assert counterpart
        found.append(counterpart.ref.sentence)
        place = turned(story, place)
    assert found == [2, 25, 2]


def test_there_is_no_other_where_there_is_one(story: Story) -> None:
    assert turned(story, at(0, 1)) == at(0, 1)
