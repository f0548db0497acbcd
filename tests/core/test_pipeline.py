"""Sources to a story: the sample, odd numbers of articles, and what a reader is told."""

import json
from pathlib import Path

import pytest

from newsread.care import Care
from newsread.errors import Cancelled, NothingToRead
from newsread.export import to_dict, to_json
from newsread.model import EntityType, SentenceKind
from newsread.pipeline import Progress, Stage, analyse, open_story, read_story
from newsread.sample import sample_story
from newsread.story import Story

ARTICLE = (
    "Old bridge to close for two years\n\nBy Jane Doe\n\nThe council of Springfield voted on Tuesday to close the old bridge for repairs. "
    "“We cannot wait,” Mayor Ann Lee said.\n\nTraffic will be led over the northern bridge, where buses run every ten minutes.\n"
)
OTHER = (
    "SPRINGFIELD (Reuters) - Springfield will close its old bridge for repairs, the council decided on Tuesday.\n\n"
    "“We cannot wait,” said Ann Lee, the mayor of the town.\n\nShops on the east bank fear for their sales.\n"
)


def write(folder: Path, *texts: str | bytes) -> list[str]:
    paths = []
    for number, text in enumerate(texts):
        path = folder / f"article-{number}.txt"
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        paths.append(str(path))
    return paths


def test_the_sample_has_five_outlets_in_the_order_of_its_manifest(sample: Story) -> None:
    assert [article.outlet for article in sample.articles] == [
        "CNN",
        "The Washington Times",
        "DW",
        "The Korea Herald",
        "Reuters",
    ]
    assert [len(article.sentences) for article in sample.articles] == [28, 30, 25, 22, 40]
    assert sample.articles[0].title == ""
    assert sample.warnings == ()


def test_the_sample_without_its_manifest_names_the_outlets_it_can(sample: Story) -> None:
    bare = read_story(sorted(str(path) for path in sample_story().glob("*.txt")))
    outlets = [article.outlet for article in bare.articles]
    assert outlets == ["Article 1", "The Washington Times", "DW", "Yonhap", "Reuters"]
    assert [a.sentences for a in bare.articles] == [a.sentences for a in sample.articles]


def test_every_sentence_stands_where_it_says(sample: Story) -> None:
    told = to_dict(sample)
    for article in told["articles"]:
        source = Path(article["path"]).read_bytes().decode()
        for sentence in article["sentences"]:
            assert source[sentence["start"] : sentence["end"]] == sentence["text"]


def test_furniture_is_in_no_sentence(sample: Story) -> None:
    text = " ".join(sentence.text for article in sample.articles for sentence in article.sentences)
    for furniture in ("Skip to content", "May Like", "Leave a Reply", "Click to", "Copyright", "Erdogan", "Ford ups"):
        assert furniture not in text


def test_captions_and_meta_lines_are_never_linked(sample: Story) -> None:
    assert sample.alignment
    for link in sample.alignment.candidates:
        for ref in (link.source, link.target):
            assert sample.sentence(ref).kind not in (SentenceKind.CAPTION, SentenceKind.META)


def test_the_same_people_in_every_article(sample: Story) -> None:
    assert sample.entities
    by_name = {entity.name: entity for entity in sample.entities}
    for name, articles in (("Rex Tillerson", 5), ("North Korea", 5), ("Donald Trump", 5), ("Steve Bannon", 4)):
        assert len({mention.article for mention in by_name[name].mentions}) == articles, name
    assert by_name["North Korea"].type is EntityType.PLACE
    assert by_name["Rex Tillerson"].type is EntityType.PERSON


def test_json_is_one_object_and_says_the_same_twice(sample: Story) -> None:
    assert json.loads(to_json(sample)) == to_dict(sample)
    assert to_json(open_story([str(sample_story())], care=Care.QUICK)) == to_json(sample)


def test_progress_brings_the_story_as_it_grows(tmp_path: Path) -> None:
    steps: list[Progress] = []
    story = analyse(read_story(write(tmp_path, ARTICLE, OTHER)), care=Care.QUICK_FIRST, on_progress=steps.append)
    assert [stage for stage in Stage if stage in {step.stage for step in steps}] == list(Stage)
    assert steps[-1].story == story
    assert steps[0].story.entities is None


def test_who_waits_sees_quick_links_until_the_careful_ones_are_there(tmp_path: Path) -> None:
    steps: list[Progress] = []
    read = read_story(write(tmp_path, ARTICLE, OTHER))
    story = analyse(read, care=Care.QUICK_FIRST, on_progress=steps.append)
    assert story == analyse(read)
    quick = analyse(read, care=Care.QUICK)
    assert {step.story for step in steps if step.stage is Stage.AGAIN} == {quick}
    assert [each.alignment.method for each in (quick, story) if each.alignment] == ["learned", "careful"]


def test_the_analysis_stops_when_asked(tmp_path: Path) -> None:
    with pytest.raises(Cancelled):
        analyse(read_story(write(tmp_path, ARTICLE, OTHER)), should_stop=lambda: True)


def test_a_missing_model_is_one_warning_and_the_links_stay(tmp_path: Path) -> None:
    paths = write(tmp_path, ARTICLE, OTHER)
    story = open_story(paths, model="no_such_model")
    assert story.warnings == (
        "names are not marked: the language model no_such_model is not installed (pip install no_such_model)",
    )
    assert story.entities == ()
    assert story.links == open_story(paths).links


def test_one_article_opens_with_a_warning(tmp_path: Path) -> None:
    story = open_story(write(tmp_path, ARTICLE))
    assert story.warnings == ("only one article: there is nothing to compare it with",)
    assert story.links == ()


def test_copies_of_one_article_become_one_that_tells_of_the_others(tmp_path: Path) -> None:
    paths = write(tmp_path, OTHER, ARTICLE, OTHER.replace("“", '"').replace("Reuters", "Argus"))
    story = read_story(paths)
    assert [(article.outlet, article.also_in) for article in story.articles] == [
        ("Reuters", ("Argus",)),
        ("Article 2", ()),
    ]
    assert story.warnings == ("Reuters is also in Argus: shown once (--all keeps copies apart)",)


def test_two_copies_kept_apart_are_told_and_told_apart(tmp_path: Path) -> None:
    story = analyse(read_story(write(tmp_path, OTHER, OTHER), keep_copies=True))
    assert [article.outlet for article in story.articles] == ["Reuters", "Reuters (2)"]
    assert [article.id for article in story.articles] == ["reuters", "reuters-2"]
    assert story.warnings == ("Reuters and Reuters (2) carry the same text",)
    linked = {(link.source.sentence, link.target.sentence) for link in story.links}
    assert {(n, n) for n, s in enumerate(story.articles[0].sentences) if s.kind.linkable} <= linked


def test_thirty_articles(tmp_path: Path) -> None:
    paths = write(tmp_path, *(text for _ in range(15) for text in (ARTICLE, OTHER)))
    story = analyse(read_story(paths, keep_copies=True))
    assert len({article.id for article in story.articles}) == 30


def test_bad_files_become_warnings_and_the_rest_opens(tmp_path: Path) -> None:
    paths = write(
        tmp_path, ARTICLE, b"", b"\x89PNG\r\n", b"\x00\x01\x02\x03" * 99, OTHER, b"<!DOCTYPE html><html></html>"
    )
    story = read_story([*paths, str(tmp_path / "missing.txt")])
    assert len(story.articles) == 2
    assert len(story.warnings) == 5
    assert all("\n" not in warning for warning in story.warnings)


def test_nothing_to_read_says_why(tmp_path: Path) -> None:
    with pytest.raises(NothingToRead, match=r"gone\.txt: no such file or folder"):
        read_story([str(tmp_path / "gone.txt")])


def test_a_text_cut_off_in_mid_sentence_is_told(tmp_path: Path) -> None:
    (article,) = read_story(
        write(tmp_path, ARTICLE.rstrip() + " Shops on the east bank of the river said that they")
    ).articles
    assert article.warnings == ("ends in the middle of a sentence: the text may be cut off",)


def test_hostile_text_reaches_no_field(tmp_path: Path) -> None:
    hostile = ARTICLE.replace("bridge", "bri\u200bdge\x1b[31m").replace("Tuesday", "\u202eTuesday\u202c")
    told = to_json(open_story(write(tmp_path, hostile, OTHER)))
    assert not any(character in told for character in "\x1b\u200b\u202e\u202c")
    assert "\\u001b" not in told
    source = hostile
    for sentence in json.loads(told)["articles"][0]["sentences"]:
        covered = source[sentence["start"] : sentence["end"]]
        assert covered[0] == sentence["text"][0]
        assert covered[-1] == sentence["text"][-1]
