"""The reader's own word on what says the same: links taken away, confirmed and made, listed and taken back."""

from collections.abc import Callable, Collection, Sequence
from functools import partial

from newsread.corrections import Correction, Verdict, anchor_at, pair_of
from newsread.model import SentenceRef
from newsread.text import one_line
from newsread_tui.frame import Frame, Motion
from newsread_tui.keys import with_keys
from newsread_tui.place import Place
from newsread_tui.screens.marking import MarkingScreen
from newsread_tui.state import with_corrections

_NEAR = 3


class CorrectingScreen(MarkingScreen):
    """A story screen on which the reader puts right what the aligner got wrong."""

    def action_unlink(self) -> None:
        """Say of a counterpart that it does not say the same."""
        found = self._counterparts()
        if not found:
            self.say(self._nothing("nothing is linked to this sentence"))
            return
        self._choose("Which of these does not say the same?", found, partial(self._say_of, Verdict.NOT_SAME))

    def action_confirm(self) -> None:
        """Say of a counterpart, or of what came near, that it does say the same."""
        from newsread_tui.screens.why import below_bar

        found = self._counterparts()
        story, here = self.frame.story, self.frame.place.ref
        for article in range(len(story.articles)):
            near = [link.target if link.source == here else link.source for link in below_bar(story, here, article)]
            found += [ref for ref in near if ref not in found][:_NEAR]
        if not found:
            hint = with_keys("{link.make} here and {link.make} there links two", self.active_bindings.values())
            self.say(self._nothing(f"nothing came near: {hint}"))
            return
        self._choose("Which of these does say the same?", found, partial(self._say_of, Verdict.SAME))

    def action_link(self) -> None:
        """Begin to link the current sentence with one of another outlet, or do so where that was begun."""
        begun, here = self.frame.linking, self.frame.place.ref
        if self.frame.sentence is None:
            return
        if begun is None or begun.article == here.article:
            self._change(Motion.STAY, linking=None if begun == here else here)
            return
        self._change(Motion.STAY, linking=None)
        self._say_of(Verdict.SAME, begun)

    def _going_on(self, frame: Frame) -> str:
        if frame.linking is None:
            return super()._going_on(frame)
        outlet = one_line(frame.story.articles[frame.linking.article].outlet)
        text = with_keys("{link.make} links it, {found.clear} gives up", self.active_bindings.values())
        return f"linking from {outlet}: {text}"

    def action_corrections(self) -> None:
        """List what the reader has said, to go there or to take it back."""
        story = self.frame.story
        if not story.corrections:
            hint = "no corrections yet: {link.none} takes a link away, {link.make} makes one"
            self.say(with_keys(hint, self.active_bindings.values()))
            return
        from newsread_tui.screens.corrections import CorrectionsScreen

        screen = CorrectionsScreen(story, self._glyphs)

        def closed(ref: SentenceRef | None) -> None:
            if screen.gone:
                self._correct((), screen.gone)
            self._go(ref)

        self.app.push_screen(screen, closed)

    def action_uncorrect(self) -> None:
        """Take back what the reader said last."""
        corrections = self.frame.story.corrections
        if not corrections:
            self.say("there is no correction to take back")
            return
        self._correct((), corrections[-1:])
        self.say(f"taken back: {self._worded(corrections[-1])}")

    def action_clear(self) -> None:
        """Give up linking; else no longer mark what was found."""
        if self.frame.linking is not None:
            self._change(Motion.STAY, linking=None)
        else:
            super().action_clear()

    def _nothing(self, otherwise: str) -> str:
        return otherwise if self.frame.compared else "sentences are still being compared"

    def _counterparts(self) -> list[SentenceRef]:
        """The counterparts of the current sentence, those that are shown first."""
        found = self.frame.story.counterparts(self.frame.place.ref)
        refs = [counterpart.ref for article in sorted(found) for counterpart in found[article]]
        shown = [c.ref for article in range(len(self.frame.story.articles)) if (c := self.frame.counterpart(article))]
        return [*shown, *(ref for ref in refs if ref not in shown)]

    def _choose(self, title: str, refs: Sequence[SentenceRef], then: Callable[[SentenceRef], None]) -> None:
        """Let the reader choose a sentence; where there is one only, that is it."""
        if len(refs) == 1:
            then(refs[0])
            return
        from newsread_tui.screens.corrections import ChoiceScreen, choices

        items = choices(self.frame.story, self.frame.place.ref, refs, self._glyphs)
        self.app.push_screen(ChoiceScreen(title, items, self._glyphs), lambda ref: then(ref) if ref else None)

    def _say_of(self, verdict: Verdict, other: SentenceRef) -> None:
        """Keep what the reader says of the current sentence and another one."""
        story, here = self.frame.story, self.frame.place.ref
        said = Correction(verdict, anchor_at(story.articles, here), anchor_at(story.articles, other))
        pair = pair_of(story.articles, said)
        before = [each for each in story.corrections if pair_of(story.articles, each) == pair]
        self._correct([said], before)
        undo = with_keys("{link.undo} takes that back", self.active_bindings.values())
        self.say(f"{self._worded(said)}; {undo}")

    def _correct(self, new: Collection[Correction], gone: Collection[Correction]) -> None:
        story = self.frame.story
        kept = [each for each in story.corrections if each not in gone and each not in new]
        place = Place(self.frame.place.ref, self.frame.place.came_from)
        self._change(Motion.STAY, story=story.with_corrections([*kept, *new]), place=place)
        if self._keeper:
            try:
                self._keeper.update(partial(with_corrections, new=new, gone=gone))
            except OSError as error:
                self._tell(error)

    def _worded(self, correction: Correction) -> str:
        pair = pair_of(self.frame.story.articles, correction)
        outlets = [one_line(self.frame.story.articles[ref.article].outlet) for ref in pair or ()]
        names = " and ".join(outlets) or "two sentences that are gone"
        return f"{names}: {'linked by you' if correction.verdict is Verdict.SAME else 'not linked, as you say'}"
