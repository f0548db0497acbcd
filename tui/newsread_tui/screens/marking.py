"""Names taken and followed, passages picked out, and copies folded, on the reading screen."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from newsread.model import Entity, Mention, SentenceRef
from newsread.text import one_line
from newsread_tui.folding import closed, fold_at, hidden
from newsread_tui.frame import Frame, Motion
from newsread_tui.keys import with_keys
from newsread_tui.naming import entity_at, mentions_of, named_in, next_taken
from newsread_tui.place import Place, stops
from newsread_tui.screens.comparing import ComparingScreen
from newsread_tui.widgets.columns import Columns

if TYPE_CHECKING:
    from newsread_tui.find import Search


class MarkingScreen(ComparingScreen):
    """A story screen on which one picks out what is to be seen."""

    def _change(self, motion: Motion = Motion.FOLLOW, **fields: object) -> None:
        frame = replace(self.frame, **fields)  # type: ignore[arg-type]
        if "search" in fields and "taken" not in fields:
            fields["taken"] = None  # words are sought now
        elif "story" in fields and frame.taken:
            fields["search"] = mentions_of(frame.story, frame.taken)
        if fields.get("search", frame.search) is None:
            fields["only"] = False
        # Nobody should stand on text that is not there.
        if head := _hiding(frame):
            fields["opened"] = frame.opened | {head}
        super()._change(motion, **fields)

    def _jump(self, place: Place | None) -> None:
        if place:
            self._open_at(place.ref)
        super()._jump(place)

    # --- names -----------------------------------------------------------------------------------------------------

    def action_name(self) -> None:
        """Take the first name of the sentence, or the one after the name taken already."""
        if not self._knows_names():
            return
        taken = next_taken(self.frame.story, self.frame.place.ref, self.frame.taken)
        if taken is None:
            self.say("nothing is named in this sentence")
        else:
            self._take(taken)
            self._tell_taken()

    def _knows_names(self) -> bool:
        entities = self.frame.story.entities
        if not entities:
            self.say("no names" if entities is not None else "names are still being sought")
        return bool(entities)

    def _take(self, taken: Mention) -> None:
        self._change(Motion.STAY, taken=taken, search=mentions_of(self.frame.story, taken))

    def _tell_taken(self) -> None:
        """Who is taken, how often each outlet names them, and who would be next."""
        frame = self.frame
        entity, others = entity_at(frame.story, frame.taken), named_in(frame.story, [frame.place.ref])
        if entity and frame.search:
            following = _after(entity, others)
            also = f"; {self._keys('{name}')} again takes {one_line(following.name)}" if following else ""
            named = f"named {len(entity.mentions)} times in {_outlets(entity)}"
            self.say(f"{frame.search.query}: {named}; {self._keys('{found.next} {found.previous}')} go on{also}")

    def action_legend(self) -> None:
        """Which names are in view, how they are marked, and which types are."""
        from newsread_tui.screens.legend import LegendScreen

        if not self._knows_names():
            return
        refs = dict.fromkeys([self.frame.place.ref, *self.query_one(Columns).in_view(), *self._counterparts()])
        screen = LegendScreen(self.frame, named_in(self.frame.story, refs), self._glyphs)

        def closed_with(ref: SentenceRef | None) -> None:
            self._change(Motion.STAY, unmarked=screen.unmarked)
            if ref and screen.chosen:
                self._take(screen.chosen.mentions[0])
                self._tell_taken()

        self.app.push_screen(screen, closed_with)

    def _counterparts(self) -> Sequence[SentenceRef]:
        frame = self.frame
        found = (frame.counterpart(article) for article in range(len(frame.story.articles)))
        return [counterpart.ref for counterpart in found if counterpart]

    def action_people(self) -> None:
        """Who and what is named, and by whom; whom one goes to there is taken, so that ``n`` goes on."""
        if not self._knows_names():
            return
        from newsread_tui.screens.people import PeopleScreen

        screen = PeopleScreen(self.frame.story, self.frame.place.ref, self._glyphs)

        def gone(ref: SentenceRef | None) -> None:
            if ref and screen.chosen:
                self._take(screen.chosen.mentions[0])
            self._go(ref)

        self.app.push_screen(screen, gone)

    # --- passages --------------------------------------------------------------------------------------------------

    def _among(self) -> Sequence[int]:
        """The sentences of the current article at which the cursor stops."""
        frame = self.frame
        article = frame.place.ref.article
        passed = hidden(frame.folds(article))
        places = [stop for stop in stops(frame.story.articles[article]) if stop not in passed]
        if not (frame.only and frame.search):
            return places
        return [ref.sentence for ref in frame.search.refs if ref.article == article]

    def action_filter(self) -> None:
        """Go through the passages with the name or the words sought alone, or through all again."""
        if self.frame.only:
            self._all_again()
            return
        if self.frame.search is None and self.frame.story.entities:
            self.action_name()
        found = self.frame.search
        if found is None or not found.hits:
            self.say(self._keys("take a name with {name} or find words with {find} first"))
            return
        self._jump(Place(_nearest(found, self.frame.place.ref)))
        self._change(Motion.STAY, only=True)
        count = sum(ref.article == self.frame.place.ref.article for ref in found.refs)
        passages = "the 1 passage" if count == 1 else f"the {count} passages"
        keys = self._keys("{found.next} {found.previous} go on elsewhere; {found.clear} shows all")
        self.say(f"only {passages} here with {found.query}; {keys}")

    def action_clear(self) -> None:
        """Through all passages again; then no longer mark what was found."""
        if self.frame.only:
            self._all_again()
        else:
            super().action_clear()

    def _all_again(self) -> None:
        self._change(Motion.STAY, only=False)
        self.say("all passages again")

    def _keys(self, text: str) -> str:
        """A text about keys, with the keys that do it now."""
        return with_keys(text, self.active_bindings.values())

    # --- copies ----------------------------------------------------------------------------------------------------

    def action_fold(self) -> None:
        """Fold what outlets further left have word for word, or show all of it again."""
        frame = self.frame
        if frame.folded:
            self._change(folded=False, opened=frozenset())
            return
        folds = [fold for article in frame.shown for fold in closed(frame.story, frame.shown, article)]
        if not folds:
            known = frame.story.findings is not None
            self.say("no outlet has passages of another word for word" if known else "the texts are still compared")
            return
        self._change(folded=True)
        count = sum(fold.last - fold.first + 1 for fold in folds)
        what = "1 sentence" if count == 1 else f"{count} sentences"
        keys = self._keys("{fold.open} opens, {fold} shows all")
        self.say(f"folded: {what} as further left, word for word; {keys}")

    def action_open(self) -> None:
        """Show what is folded under the cursor."""
        self._open_at(self.frame.place.ref)
        self._change()

    def _open_at(self, ref: SentenceRef) -> None:
        if fold := fold_at(self.frame.folds(ref.article), ref.sentence):
            head = SentenceRef(ref.article, fold.first)
            self.frame = replace(self.frame, opened=self.frame.opened | {head})

    def action_found(self, count: int) -> None:
        """To the next sentence that has the words sought, in whatever outlet, folded or not."""
        found = self.frame.search
        if found and (ref := found.after(self.frame.place.ref, count)):
            self._open_at(ref)
        super().action_found(count)


def _hiding(frame: Frame) -> SentenceRef | None:
    """The head of the fold that hides the sentence under the cursor, if one does."""
    ref = frame.place.ref
    fold = fold_at(frame.folds(ref.article), ref.sentence)
    return SentenceRef(ref.article, fold.first) if fold and ref.sentence != fold.first else None


def _outlets(entity: Entity) -> str:
    count = len({mention.article for mention in entity.mentions})
    return "1 outlet" if count == 1 else f"{count} outlets"


def _after(entity: Entity, others: Sequence[Entity]) -> Entity | None:
    """The one that would be taken next at a sentence with several names."""
    ids = [other.id for other in others]
    if entity.id not in ids or len(ids) < 2:
        return None
    return others[(ids.index(entity.id) + 1) % len(ids)]


def _nearest(found: "Search", ref: SentenceRef) -> SentenceRef:
    """The sentence itself, else the next one in its article, else the last one there, else the next anywhere."""
    here = [hit for hit in found.refs if hit.article == ref.article]
    after = [hit for hit in here if hit >= ref]
    return (after or here[-1:] or [found.at_or_after(ref) or ref])[0]
