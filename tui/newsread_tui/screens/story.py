"""The screen of a story: one state, a picture derived from it whenever it changes, and the analysis that adds to it."""

from dataclasses import replace

from textual import events, on, work
from textual.app import ComposeResult
from textual.containers import Container, Horizontal
from textual.geometry import Size
from textual.screen import Screen
from textual.signal import Signal
from textual.worker import Worker, WorkerState

from newsread.errors import NewsreadError
from newsread.progress import Stage
from newsread.story import Story
from newsread.text import one_line
from newsread_tui.analysis import Analyst
from newsread_tui.collecting import leave_what_stays
from newsread_tui.frame import NOTHING, Frame, Motion
from newsread_tui.glyphs import Glyphs
from newsread_tui.keys import hint_parts
from newsread_tui.messages import AnalysisAdvanced, AnalysisEnded
from newsread_tui.paint import Ink
from newsread_tui.plan import Layout, plan
from newsread_tui.resume import begun
from newsread_tui.settings.values import Settings
from newsread_tui.widgets.apparatus import Apparatus
from newsread_tui.widgets.columns import Columns
from newsread_tui.widgets.hints import HintLine
from newsread_tui.widgets.lines import LineWidget
from newsread_tui.widgets.status import StatusLine

_MOST_COLUMNS = 8


class StoryScreen(Screen[None]):
    """Several articles on one event, the current passage of one beside its counterparts in the others."""

    DEFAULT_CSS = """
    StoryScreen { layout: vertical; overflow: hidden; }
    StoryScreen > #texts { height: 1fr; layout: vertical; }
    StoryScreen > #texts.beside { layout: horizontal; }
    StoryScreen > #foot { height: 1; }
    StoryScreen > .floor { display: none; height: 1fr; }
    StoryScreen.too-small > * { display: none; }
    StoryScreen.too-small > .floor { display: block; }
    """

    # Else, back from a list, keys would go to a prompt that is no longer shown.
    AUTO_FOCUS = ""

    analysed: Signal[None]
    """Published whenever the analysis has found out more."""

    frame: Frame = NOTHING
    """What is shown. :meth:`_change` replaces and paints it; nothing else decides what is on the screen."""

    def __init__(self, story: Story, analyst: Analyst, glyphs: Glyphs, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self._glyphs = glyphs
        self._analyst = analyst
        self._notice = ""
        self._hints = tuple[tuple[str, str], ...]()
        self._motion = Motion.FOLLOW
        self._divided = Size()
        self.frame = begun(story, settings)
        self.analysed = Signal[None](self, "analysed")

    def compose(self) -> ComposeResult:
        """Status above, articles, their counterparts where there is no room beside them, hints below."""
        yield StatusLine(self._glyphs)
        with Container(id="texts"):
            yield Columns(min(len(self.frame.story.articles), _MOST_COLUMNS), self._glyphs)
            yield Apparatus(self._glyphs)
        with Horizontal(id="foot"):
            yield HintLine(self._glyphs)
        yield LineWidget(self._glyphs, classes="floor")

    def on_mount(self) -> None:
        """Once the text is on the screen the language work may begin."""
        self.app.theme_changed_signal.subscribe(self, lambda _: self._paint())
        self.call_later(self._begin)
        # Before Textual paints for the first time: else that would be an empty screen, as dear as one full of text.
        self._divide(*self.app.size, self.frame.layout)

    def on_resize(self, event: events.Resize) -> None:
        """Divide the screen anew; the cursor keeps its place."""
        if event.size != self._divided:
            self._divide(*event.size, self.frame.layout)
        # Textual tells the size several times while it starts; one picture is enough.
        if event.size == self.outer_size:
            event.prevent_default()

    # --- the one state ---------------------------------------------------------------------------------------------

    def _divide(self, width: int, height: int, layout: Layout) -> None:
        self._divided = Size(width, height)
        margin = len(str(len(self.frame.story.articles))) + 3
        divided = plan(width, height, len(self.frame.shown), margin, layout, self._settings.measure)
        self._change(plan=divided, layout=layout)

    def _change(self, motion: Motion = Motion.FOLLOW, **fields: object) -> None:
        self._motion = motion
        self.frame = replace(self.frame, **fields)  # type: ignore[arg-type]
        self._paint()

    def _paint(self) -> None:
        frame = self.frame
        if not self.is_attached or not frame.plan.width:
            return
        with self.app.batch_update():
            self.set_class(frame.plan.columns == 0, "too-small")
            if frame.plan.columns == 0:
                self._say_too_small()
                return
            self.query_one("#texts").set_class(frame.plan.beside, "beside")
            self.query_one(StatusLine).show(frame)
            self.query_one(Columns).show(frame, self._motion)
            self.query_one(Apparatus).show(frame)
            self._hint(frame)

    def _hint(self, frame: Frame) -> None:
        # Asking Textual for all bindings takes longer than painting a row.
        self._hints = self._hints or tuple(hint_parts(self.active_bindings.values()))
        self.query_one(HintLine).show(self._hints, self._going_on(frame), self._notice, frame.plan.width)

    def _going_on(self, frame: Frame) -> str:
        """What the end of the last line tells."""
        return frame.activity

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
        leave_what_stays()
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
        progress, story = message.progress, self._kept(message.progress.story)
        compared = progress.stage is not Stage.ALIGN or progress.done >= progress.total
        steps = f" {progress.done}/{progress.total}" if progress.total > 1 else ""
        # Who is reading by now is not moved by what changes nothing but this count.
        motion = Motion.HOLD if progress.stage is Stage.AGAIN else Motion.FOLLOW
        self._change(motion, story=story, settled=compared, activity=f"{progress.stage.value}{steps}")
        self.analysed.publish(None)

    @on(AnalysisEnded)
    def _end(self, message: AnalysisEnded) -> None:
        self._change(Motion.STAY, story=self._kept(message.story), settled=True, activity="")
        self.analysed.publish(None)

    def _kept(self, story: Story) -> Story:
        """What was found out, with the reader's own threshold and corrections."""
        mine = self.frame.story
        return story.with_threshold(mine.threshold).with_corrections(mine.corrections)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """The analysis failed: say so in one line, and keep it among the notes."""
        if event.state is WorkerState.ERROR and event.worker.group == "analysis":
            error = event.worker.error
            reason = one_line(str(error)) if isinstance(error, NewsreadError) else f"{type(error).__name__}: {error}"
            line = f"the analysis stopped: {one_line(reason)}"
            story = self.frame.story
            self._change(story=replace(story, warnings=(*story.warnings, line)), activity="")
            self.say(line)
