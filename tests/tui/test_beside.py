"""The analysis in a process of its own: its results, its end, and what is said when it breaks down."""

import io
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from newsread.analyses.cache import AnalysisCache
from newsread.analyses.kept import keep_analysis
from newsread.analyses.plain import Unfitting
from newsread.care import Care
from newsread.errors import AnalysisFailed, Cancelled
from newsread.pipeline import Progress, Stage, analyse, read_story
from newsread.story import Story
from newsread_tui.analysis import Analyst
from newsread_tui.app import ReaderApp
from newsread_tui.beside.frames import read_frame, write_frame
from newsread_tui.beside.process import AnalysisProcess, NoProcess
from newsread_tui.beside.start import start_for
from tests.tui.looking import lines, reading

NONE = "none"  # no language model: loading one takes seconds
PARENT = """
import sys
from newsread_tui.beside.process import AnalysisProcess
print(AnalysisProcess()._process.pid, flush=True)
sys.stdin.read()
"""


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Story:
    """Two articles as they were read; caches are in an empty folder."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "one.txt").write_text(
        "The minister said on Monday that “talks are the only way” to end it.\n\nNo date was set.\n"
    )
    (tmp_path / "two.txt").write_text(
        "Talks are the only way to end it, the minister said on Monday.\n\nThe fleet returned.\n"
    )
    return read_story([str(tmp_path / "one.txt"), str(tmp_path / "two.txt")])


@pytest.fixture
def process() -> Iterator[AnalysisProcess]:
    started = AnalysisProcess()
    yield started
    started._bury()


def test_a_process_finds_what_a_thread_finds(bare: Story, process: AnalysisProcess) -> None:
    steps = list[Progress]()
    story = process.analyse(bare, NONE, Care.QUICK_FIRST, steps.append, keep=False)
    assert story == analyse(bare, model=NONE)
    assert story.links
    assert story.alignment
    assert story.alignment.method == "careful"
    assert [stage for stage in Stage if stage in {step.stage for step in steps}] == list(Stage)
    assert steps[-1].story.alignment == story.alignment
    assert process._process.returncode is not None


def test_a_process_that_is_killed_is_one_line(bare: Story, process: AnalysisProcess) -> None:
    with pytest.raises(AnalysisFailed, match=r"its process was killed \(SIGKILL, perhaps for want of memory"):
        process.analyse(bare, NONE, Care.QUICK, lambda _: process._process.kill(), keep=False)


def test_a_process_that_ends_by_itself_is_one_line(bare: Story, process: AnalysisProcess) -> None:
    with pytest.raises(AnalysisFailed, match=r"its process was killed \(SIGTERM"):
        process.analyse(bare, NONE, Care.QUICK, lambda _: process._process.terminate(), keep=False)


async def test_when_the_process_is_killed_the_reading_goes_on(bare: Story) -> None:
    analyst = Analyst(NONE)
    app = ReaderApp(bare, analyst)
    async with app.run_test(size=(120, 30)) as pilot:
        while analyst._process is None:
            await pilot.pause(0.01)
        analyst._process._process.send_signal(signal.SIGKILL)
        while not reading(app).frame.story.warnings:
            await pilot.pause(0.01)
        await pilot.pause()
        assert "the analysis stopped: its process was killed (SIGKILL" in lines(app)[-1]
        assert any("its process was killed" in warning for warning in reading(app).frame.story.warnings)
        await pilot.press("j")
        assert reading(app).frame.place.ref.sentence == 1


async def test_leaving_ends_the_process(bare: Story) -> None:
    analyst = Analyst(NONE)
    app = ReaderApp(bare, analyst)
    async with app.run_test(size=(120, 30)) as pilot:
        while analyst._process is None:
            await pilot.pause(0.01)
        await pilot.press("q")
    assert analyst._process._process.wait() == -signal.SIGKILL


def test_work_begun_early_is_stopped_at_once(bare: Story) -> None:
    analyst = Analyst(NONE)
    analyst.begin(bare)
    assert analyst._begun
    analyst.stop()
    with pytest.raises(Cancelled):
        analyst._begun[1].result()


@pytest.mark.parametrize("program", ["/no/such/python", "/bin/false", "/bin/true"])
async def test_where_there_can_be_no_process_a_thread_does_the_work(
    bare: Story, program: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "executable", program)
    app = ReaderApp(bare, Analyst(NONE))
    async with app.run_test(size=(120, 30)) as pilot:
        while not reading(app).frame.story.links:  # it takes as long as it takes; a test that hangs is killed
            await pilot.pause(0.05)


def test_a_program_that_is_no_newsread_is_no_process(bare: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", "/bin/cat")
    with pytest.raises(NoProcess):
        AnalysisProcess().analyse(bare, NONE, Care.QUICK, lambda _: None, keep=False)


def test_the_process_ends_when_the_reader_is_killed() -> None:
    parent = subprocess.Popen([sys.executable, "-c", PARENT], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert parent.stdout
    with parent:
        child = int(parent.stdout.readline())
        assert _lives(child)
        parent.kill()
    deadline = time.monotonic() + 30
    while _lives(child):
        assert time.monotonic() < deadline, "the process outlives the reader"
        time.sleep(0.05)


def _lives(pid: int) -> bool:
    state = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False).stdout  # noqa: S607
    return state.strip() != "" and not state.startswith("Z")


def test_a_story_that_was_analysed_needs_no_process(bare: Story, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = analyse(bare, model=NONE)
    keep_analysis(
        Story(whole.articles, whole.title, whole.alignment, whole.entities, findings=whole.findings),
        bare,
        None,
        Care.QUICK_FIRST,
        AnalysisCache(),
    )
    monkeypatch.setattr("newsread_tui.beside.start.MODULE", "no_such_module")
    analyst = Analyst()
    analyst.begin(bare)
    assert analyst._begun
    assert analyst._begun[1].result().links == whole.links
    assert analyst._process is None
    analyst.stop()


def test_files_are_read_in_the_process_and_analysed_there(bare: Story, tmp_path: Path) -> None:
    sources = [str(tmp_path / "one.txt"), str(tmp_path / "two.txt")]
    analyst = Analyst(NONE)
    story = analyst.open(sources, started=start_for(sources))()
    assert story == bare
    assert analyst._begun
    analyst.begin(story)
    assert analyst._begun[1].result() == analyse(bare, model=NONE)
    analyst.stop()


async def test_a_threshold_of_the_readers_own_begins_no_second_analysis(bare: Story) -> None:
    analyst = Analyst(NONE)
    analyst.begin(bare)
    begun = analyst._begun
    story = await analyst.analyse(bare.with_threshold(0.3), lambda _: None)
    assert analyst._begun is begun
    assert story.links
    analyst.stop()


def test_what_the_process_cannot_read_is_read_here(tmp_path: Path) -> None:
    (tmp_path / "empty.txt").write_text("")
    sources = [str(tmp_path / "empty.txt")]
    analyst = Analyst(NONE)
    assert analyst.open(sources, started=start_for(sources))() is None
    analyst.stop()


@pytest.mark.parametrize("sources", [[], ["-"], ["https://a.example/1"], ["no-such-file"], ["/dev/stdin"], [".", "\0"]])
def test_no_process_reads_what_only_this_program_can(sources: Sequence[str]) -> None:
    assert start_for(sources) is None


def test_what_was_kept_comes_from_the_process_as_it_was(bare: Story, tmp_path: Path) -> None:
    whole = analyse(bare, model=NONE)
    whole = Story(whole.articles, whole.title, whole.alignment, whole.entities, findings=whole.findings)
    keep_analysis(whole, bare, NONE, Care.QUICK_FIRST, AnalysisCache())
    sources = [str(tmp_path / "one.txt"), str(tmp_path / "two.txt")]
    analyst = Analyst(NONE)
    assert analyst.open(sources, started=start_for(sources))() == bare
    assert analyst._begun
    assert analyst._begun[1].result() == whole
    assert analyst._last is None  # there were no steps
    analyst.stop()


def test_a_message_comes_whole_or_not_at_all() -> None:
    stream = io.BytesIO()
    write_frame(stream, {"text": "“ü” \ud800", "numbers": [1, 2.5, None]})
    data = stream.getvalue()
    assert read_frame(io.BytesIO(data)) == {"text": "“ü” \ud800", "numbers": [1, 2.5, None]}
    assert all(read_frame(io.BytesIO(data[:size])) is None for size in range(len(data)))
    with pytest.raises(Unfitting):
        read_frame(io.BytesIO(b"\xff" * 8))


def test_no_file_of_the_folder_one_is_in_is_a_module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "newsread.py").write_text("raise SystemExit(7)")
    monkeypatch.chdir(tmp_path)
    process = AnalysisProcess()
    assert process._read() == {"ready": True}
    process._bury()
