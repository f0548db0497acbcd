"""The reading screen: one state, and a picture derived from it whenever it changes."""

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.reactive import var
from textual.screen import Screen
from textual.worker import Worker, WorkerState

from newsread.errors import NewsreadError
from newsread.pipeline import Stage
from newsread.story import Story
from newsread.text import one_line
from newsread_tui import place as moves
from newsread_tui.analysis import Analyst
from newsread_tui.frame import NOTHING, Frame
from newsread_tui.glyphs import Glyphs
from newsread_tui.keys import READING, hint_parts
from newsread_tui.messages import AnalysisAdvanced, AnalysisEnded
from newsread_tui.paint import Ink
from newsread_tui.place import Place
from newsread_tui.plan import Plan, plan
from newsread_tui.screens.page import PageScreen
from newsread_tui.screens.pages import detail_lines, help_lines
from newsread_tui.widgets.apparatus import Apparatus
from newsread_tui.widgets.columns import Columns
from newsread_tui.widgets.hints import HintLine
from newsread_tui.widgets.lines import LineWidget
from newsread_tui.widgets.status import StatusLine

_MOST_COLUMNS = 8


class ReadingScreen(Screen[None]):
    """Several articles on one event, the current passage of one beside its counterparts in the others."""

    DEFAULT_CSS = """
    ReadingScreen { layout: vertical; overflow: hidden; }
    ReadingScreen > .floor { display: none; height: 1fr; }
    ReadingScreen.too-small > * { display: none; }
    ReadingScreen.too-small > .floor { display: block; }
    """
    BINDINGS: ClassVar[list[BindingType]] = READING

    frame: var[Frame] = var(NOTHING, init=False)
    """What is shown. Handlers replace it; nothing else decides what is on the screen."""

    def __init__(self, story: Story, analyst: Analyst, glyphs: Glyphs) -> None:
        super().__init__()
        self._glyphs = glyphs
        self._analyst = analyst
        self._notice = ""
        self._still = False
        self.set_reactive(ReadingScreen.frame, Frame(story, moves.opening(story), Plan()))

    def compose(self) -> ComposeResult:
        """Status above, articles, their counterparts where there is no room beside them, hints below."""
        yield StatusLine(self._glyphs)
        yield Columns(min(len(self.frame.story.articles), _MOST_COLUMNS), self._glyphs)
        yield Apparatus(self._glyphs)
        yield HintLine(self._glyphs)
        yield LineWidget(self._glyphs, classes="floor")

    def on_mount(self) -> None:
        """Once the text is on the screen the language work may begin."""
        self.app.theme_changed_signal.subscribe(self, lambda _: self._paint())
        self.call_after_refresh(self._begin)

    def on_resize(self, event: events.Resize) -> None:
        """Divide the screen anew; the cursor keeps its place."""
        outlets = len(self.frame.story.articles)
        self._change(plan=plan(*event.size, outlets, margin=len(str(outlets)) + 3))

    # --- the one state ---------------------------------------------------------------------------------------------

    def _change(self, *, still: bool = False, **fields: object) -> None:
        self._still = still
        self.frame = replace(self.frame, **fields)  # type: ignore[arg-type]

    def watch_frame(self) -> None:
        """Paint, all widgets in one go."""
        self._paint()

    def _paint(self) -> None:
        frame = self.frame
        if not self.is_mounted or not frame.plan.width:
            return
        with self.app.batch_update():
            self.set_class(frame.plan.columns == 0, "too-small")
            if frame.plan.columns == 0:
                self._say_too_small()
                return
            self.query_one(StatusLine).show(frame)
            self.query_one(Columns).show(frame, still=self._still)
            self.query_one(Apparatus).show(frame)
            self._hint(frame)

    def _hint(self, frame: Frame) -> None:
        hints = hint_parts(self.active_bindings.values())
        self.query_one(HintLine).show(hints, frame.activity, self._notice, frame.plan.width)

    def _say_too_small(self) -> None:
        widget = self.query_one(".floor", LineWidget)
        lines = ["This terminal is too small to read in.", "newsread needs 40 x 10 cells."]
        widget.put([widget.brush(self.size.width).line((text, Ink.TEXT)) for text in lines])

    def say(self, notice: str) -> None:
        """Show one line at the bottom until the next key."""
        self._notice = notice
        self._hint(self.frame)

    def on_key(self) -> None:
        """A notice has been read when the next key is pressed."""
        if self._notice:
            self.say("")

    # --- the analysis ----------------------------------------------------------------------------------------------

    def _begin(self) -> None:
        if len(self.frame.story.articles) > 0:
            self._change(activity="starting")
            self._analyse(self.frame.story)

    @work(exclusive=True, exit_on_error=False, group="analysis")
    async def _analyse(self, story: Story) -> None:
        done = await self._analyst.analyse(story, lambda progress: self._report(AnalysisAdvanced(progress)))
        self.post_message(AnalysisEnded(done))

    def _report(self, message: AnalysisAdvanced) -> None:
        # Called from the analysis thread: posting a message is what may be done from there.
        self.post_message(message)

    @on(AnalysisAdvanced)
    def _advance(self, message: AnalysisAdvanced) -> None:
        progress = message.progress
        compared = progress.stage is not Stage.ALIGN or progress.done >= progress.total
        steps = f" {progress.done}/{progress.total}" if progress.total > 1 else ""
        self._change(story=progress.story, settled=compared, activity=f"{progress.stage.value}{steps}")

    @on(AnalysisEnded)
    def _end(self, message: AnalysisEnded) -> None:
        self._change(story=message.story, settled=True, activity="")

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """The analysis failed: say so in one line, and keep it among the notes."""
        if event.state is WorkerState.ERROR and event.worker.group == "analysis":
            error = event.worker.error
            reason = one_line(str(error)) if isinstance(error, NewsreadError) else f"{type(error).__name__}: {error}"
            line = f"the analysis stopped: {one_line(reason)}"
            story = self.frame.story
            self._change(story=replace(story, warnings=(*story.warnings, line)), activity="")
            self.say(line)

    # --- what keys do ----------------------------------------------------------------------------------------------

    def _move(self, place: Place, *, still: bool = False) -> None:
        if place != self.frame.place or still:
            self._change(place=place, still=still)

    def action_step(self, count: int) -> None:
        """Some sentences down, or up."""
        self._move(moves.step(self.frame.story, self.frame.place, count))

    def action_paragraph(self, count: int) -> None:
        """Some paragraphs down, or up."""
        self._move(moves.paragraph(self.frame.story, self.frame.place, count))

    def action_first(self) -> None:
        """To the beginning of the article."""
        self._move(moves.edge(self.frame.story, self.frame.place, last=False))

    def action_last(self) -> None:
        """To the end of the article."""
        self._move(moves.edge(self.frame.story, self.frame.place, last=True))

    def action_page(self, pages: float) -> None:
        """Some pages down, or up; two rows stay in view, so that nothing is skipped."""
        body = self.frame.plan.body
        sentence = self.query_one(Columns).page(round((body - 2) * pages) if abs(pages) >= 1 else round(body * pages))
        if sentence is not None:
            article = self.frame.story.articles[self.frame.place.ref.article]
            self._move(moves.at_sentence(self.frame.place, moves.stop_near(article, sentence)), still=True)

    def action_cross(self, count: int) -> None:
        """To the same passage in an outlet to the right, or to the left."""
        self.action_outlet(self.frame.place.ref.article + count + 1)

    def action_cycle(self, count: int) -> None:
        """To the same passage in the next outlet, and from the last to the first."""
        self.action_outlet((self.frame.place.ref.article + count) % len(self.frame.story.articles) + 1)

    def action_outlet(self, number: int) -> None:
        """To the same passage in an outlet by number."""
        if 1 <= number <= len(self.frame.story.articles):
            self._move(moves.crossed(self.frame.story, self.frame.place, number - 1))

    def action_other(self) -> None:
        """Show another of several counterparts."""
        self._move(moves.turned(self.frame.story, self.frame.place))

    def action_words(self) -> None:
        """Mark the words that differ, or no longer."""
        self._change(words=not self.frame.words, still=True)

    def action_help(self) -> None:
        """Keys and signs."""
        lines = help_lines(self.active_bindings.values(), self._glyphs)
        self._open("Keys and signs", lines)

    def action_details(self) -> None:
        """Where the texts are from."""
        self._open("Sources and notes", detail_lines(self.frame))

    def _open(self, title: str, lines: Sequence[Sequence[tuple[str, Ink]]]) -> None:
        self.app.push_screen(PageScreen(title, lines, self._glyphs))
