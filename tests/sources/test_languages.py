"""Articles in other languages: recognised, cut into sentences, shown, and not compared."""

import sys
from pathlib import Path

import pytest

from newsread.export import to_dict
from newsread.pipeline import Progress, analyse, read_story
from newsread.reading.languages import language_of
from newsread.reading.segment import sentence_starts

ENGLISH = "The council of Springfield voted on Tuesday to close the old bridge for repairs. “We cannot wait,” Mayor Ann Lee said after the vote."
OTHER = "Springfield will close its old bridge for repairs, the council decided on Tuesday. “We cannot wait,” said Ann Lee, the mayor."
TEXTS = {
    "de": "Der Stadtrat hat am 14. Mai beschlossen, die alte Brücke zu sperren. Die Arbeiten kosten ca. 41 Mio. Euro, sagte Bürgermeisterin Prof. Dr. Anna Lee. „Wir können nicht warten“, fügte sie hinzu.",
    "fr": "Le conseil municipal a voté mardi la fermeture du vieux pont pour deux ans. « Nous ne pouvons pas attendre », a déclaré Mme. Lee après le vote. Les bus passeront par le pont nord.",
    "es": "El ayuntamiento votó el martes a favor de cerrar el viejo puente. ¿Cuánto costará? «No podemos esperar», dijo la Sra. Lee después de la votación.",
    "ru": "Городской совет проголосовал за закрытие старого моста на ремонт. Работы обойдутся в 41 млн. рублей. Мэр сообщила об этом во вторник вечером.",
    "zh": "市议会星期二投票决定关闭这座老桥两年进行维修。市长李安在投票后表示，我们不能再等了。公共汽车将改走北桥，每十分钟一班。",
}
COUNTS = {"de": 3, "fr": 3, "es": 3, "ru": 3, "zh": 3}


@pytest.mark.parametrize("code", TEXTS)
def test_a_language_is_told_and_its_sentences_are_cut(code: str) -> None:
    assert language_of(TEXTS[code]) == code
    assert 1 + len(list(sentence_starts(TEXTS[code], code))) == COUNTS[code]


def test_english_needs_no_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "py3langid", None)
    assert language_of(ENGLISH) == language_of(OTHER) == "en"
    assert language_of("Brücke gesperrt", "de") == "de"
    assert language_of("") == "en"


def test_an_article_in_another_language_is_shown_and_not_linked(tmp_path: Path) -> None:
    for name, text in (("a", ENGLISH), ("b", TEXTS["de"]), ("c", OTHER)):
        (tmp_path / f"{name}.txt").write_text(text)
    steps: list[Progress] = []
    story = analyse(read_story(tmp_path), model="none", on_progress=steps.append)
    assert [article.language for article in story.articles] == ["en", "de", "en"]
    assert story.articles[1].warnings == ("in German: shown, but not compared with the others",)
    assert story.links
    assert {(link.source.article, link.target.article) for link in story.links} == {(0, 2)}
    assert all(link.target.article != 1 for step in steps for link in step.story.links)
    assert to_dict(story)["articles"][1]["language"] == "de"


def test_a_story_without_any_english_opens(tmp_path: Path) -> None:
    for code in ("de", "fr"):
        (tmp_path / f"{code}.txt").write_text(TEXTS[code])
    story = analyse(read_story(tmp_path), model="none")
    assert len(story.articles) == 2
    assert story.links == ()
