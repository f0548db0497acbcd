"""How quotations drift: which are of one utterance, word by word, and who prints most of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsread.compare import word_changes
from newsread.findings import Drift, DriftKind, Quotation, QuotationKind
from newsread.quotes import find_drifts, utterances


def quotation(
    article: int, words: str, entity: int | None = 0, kind: QuotationKind = QuotationKind.DIRECT
) -> Quotation:
    return Quotation(article, 0, len(words), (0,), words, "Lee", "Ann Lee", entity, "said", kind)


def drift_of(left: str, right: str, entities: tuple[int | None, int | None] = (0, 0)) -> Drift | None:
    found = find_drifts([quotation(0, left, entities[0]), quotation(1, right, entities[1])])
    return found[0] if found else None


def shown(drift: Drift) -> list[str]:
    return [c.left.strip() if c.same else f"[{c.left.strip()}|{c.right.strip()}]" for c in drift.changes]


@pytest.mark.parametrize(
    ("left", "right", "kind", "words"),
    [
        ("That is not our preferred path.", "That is not our preferred pathway.", DriftKind.REWORDED, ["That is not our preferred", "[path.|pathway.]"]),
        ("We cannot wait any longer", "“We cannot wait any longer”", DriftKind.SAME, ["We cannot wait any longer"]),
        ("they are very wise", "very wise", DriftKind.SHORTER, ["[they are|]", "very wise"]),
        ("prepared militarily", "We are prepared, we’re prepared militarily", DriftKind.SHORTER, ["[|We are prepared, we’re]", "prepared militarily"]),
    ],
)  # fmt: skip
def test_one_utterance(left: str, right: str, kind: DriftKind, words: list[str]) -> None:
    drift = drift_of(left, right)
    assert drift is not None
    assert drift.kind is kind
    assert shown(drift) == words


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("We cannot wait any longer", "The bridge is old and long"),
        ("old", "The bridge is old and long and it must be closed"),
        ("It is what it is and we are for it", "We are for it as it is and was"),
    ],
)
def test_two_utterances(left: str, right: str) -> None:
    assert drift_of(left, right, (0, 1)) is None


def test_the_same_words_of_two_people() -> None:
    drift = drift_of("We cannot wait any longer", "We cannot wait any longer", (0, 1))
    assert drift is not None
    assert drift.speakers_differ


def test_one_article_does_not_drift_from_itself() -> None:
    assert find_drifts([quotation(0, "We cannot wait any longer"), quotation(0, "We cannot wait any longer")]) == ()


def test_who_prints_most() -> None:
    told = [
        quotation(0, "not our preferred path"),
        quotation(1, "That is not our preferred pathway"),
        quotation(1, "We cannot wait"),
        quotation(2, "not our preferred path", kind=QuotationKind.INDIRECT),
    ]
    first, second = utterances(told, find_drifts(told))
    assert (first.quotations, first.longest) == ((0, 1), 1)
    assert (second.quotations, second.longest) == ((2,), 2)


TEXT = st.text(st.sampled_from("abcAB ’“”,.-1İß\n"), max_size=60)
WORDS = st.lists(st.sampled_from(["we", "cannot", "wait", "any", "longer", "now", "never"]), max_size=12).map(" ".join)


@given(st.one_of(TEXT, WORDS), st.one_of(TEXT, WORDS))
def test_changes_put_together_are_both_texts(left: str, right: str) -> None:
    changes = word_changes(left, right)
    assert "".join(change.left for change in changes) == left
    assert "".join(change.right for change in changes) == right


@given(WORDS, WORDS)
def test_a_drift_puts_both_wordings_together_whichever_comes_first(left: str, right: str) -> None:
    drift, turned = drift_of(left, right), drift_of(right, left)
    assert (drift is None) == (turned is None)
    if drift and turned:
        assert "".join(change.left for change in drift.changes) == left
        assert "".join(change.right for change in drift.changes) == right
        assert [(c.left, c.right, c.same) for c in drift.changes] == [(c.right, c.left, c.same) for c in turned.changes]
