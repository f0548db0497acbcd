"""Reading annotated stories and counting jumps: the parts of training that need no torch."""

import json
from pathlib import Path

import numpy as np
import pytest

from training.calibration import best_threshold
from training.gold import EQUIVALENT, NONE, OPTIONAL, PARTIAL, load_stories
from training.metrics import count, figures

GOLD = {
    "articles": {
        "a": {"file": "a.txt", "units": [[0, 5, "headline"], [7, 12, "body"], [14, 18, "boilerplate"]]},
        "b": {"file": "b.txt", "units": [[0, 4, "boilerplate"], [6, 11, "body"]]},
    },
    "links": [["a", 1, "b", 1, "E"], ["b", 1, "a", 0, "?"]],
}


def test_reads_a_story(tmp_path: Path) -> None:
    (tmp_path / "gold.json").write_text(json.dumps(GOLD))
    (tmp_path / "a.txt").write_text("First\n\nOther\n\nShare")
    (tmp_path / "b.txt").write_text("Menu\n\nThing")
    (story,) = load_stories(tmp_path)
    assert [s.text for s in story.articles[0].sentences] == ["First", "Other"]
    assert story.articles[0].sentences[1].paragraph == 1
    assert story.labels[0, 1].tolist() == [[OPTIONAL], [EQUIVALENT]]


def test_no_story_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        load_stories(tmp_path)


def test_counts_jumps_of_both_directions() -> None:
    labels = np.array([[EQUIVALENT, 0], [0, PARTIAL], [0, 0]], dtype=np.int8)
    scores = np.array([[0.9, 0.1], [0.2, 0.1], [0.8, 0.0]], dtype=np.float32)
    tally = count(scores, labels, 0.5)
    # Row 0 and column 0 jump rightly, row 2 wrongly; row 1 and column 1 have an answer and stay silent.
    assert (tally["jumps"], tally["right"], tally["answerable"], tally["queries"]) == (3, 2, 4, 5)
    assert figures(tally)["jump_f1"] == pytest.approx(2 * (2 / 3) * (2 / 4) / (2 / 3 + 2 / 4))
    assert figures(tally)["silence"] == 0.0


def test_a_jump_that_annotators_disagree_on_counts_for_nothing() -> None:
    tally = count(np.array([[0.9]], dtype=np.float32), np.array([[OPTIONAL]], dtype=np.int8), 0.5)
    assert (tally["jumps"], tally["answerable"], tally["silent"]) == (0, 0, 0)


@pytest.mark.parametrize(
    ("wrong", "silent", "lowest", "highest"),
    [
        pytest.param(5, 95, 0.2, 0.3, id="silent enough where jump F1 is best"),
        pytest.param(10, 90, 0.4, 0.7, id="not silent enough there"),
        pytest.param(0, 0, 0.2, 0.3, id="every sentence has an answer"),
        pytest.param(10, 0, 0.4, 0.7, id="never silent but above"),
    ],
)
def test_the_threshold_keeps_silence(wrong: int, silent: int, lowest: float, highest: float) -> None:
    """Sixty answers are sure and forty are not; a few wrong ones lie in between."""
    found = [(60, 0.7, EQUIVALENT), (40, 0.3, EQUIVALENT), (wrong, 0.4, NONE), (silent, 0.1, NONE)]
    scores = [np.full((1, 1), score, dtype=np.float32) for times, score, _ in found for _ in range(times)]
    labels = [np.full((1, 1), label, dtype=np.int8) for times, _, label in found for _ in range(times)]
    assert lowest <= best_threshold(scores, labels) <= highest
