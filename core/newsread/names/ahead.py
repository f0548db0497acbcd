"""Names, found by a thread while sentences are compared."""

from collections.abc import Mapping, Sequence
from concurrent.futures import Future
from threading import Thread

from newsread.model import Article
from newsread.names.nlp import Name, load
from newsread.progress import ShouldStop
from newsread.reading.languages import ALIGNED
from newsread.waiting import waited_for


class ComingNames:
    """The names in each article of a story, on their way; the thread holds up no program that ends before.

    Args:
        model: Name of an installed spaCy pipeline; None for the default one.
        articles: Those of the story; names are looked for in the ones that are in the pipeline's language.
    """

    def __init__(self, model: str | None, articles: Sequence[Article]) -> None:
        named = {number: article for number, article in enumerate(articles) if article.language == ALIGNED}
        self._found: Mapping[int, Future[list[Name]]] = {number: Future() for number in named}
        Thread(target=self._find, args=(model, named), name="names", daemon=True).start()

    def of(self, number: int, should_stop: ShouldStop) -> list[Name]:
        """The names in one article, in reading order; none if it is in another language.

        Raises:
            Cancelled: The caller asked to stop before they were found.
            ModelMissing: There is no such model.
        """
        return waited_for(self._found[number], should_stop) if number in self._found else []

    def are_there(self, number: int) -> bool:
        """Whether nobody has to wait for the names in an article."""
        return number not in self._found or self._found[number].done()

    def stop(self) -> None:
        """Look for no more names than those of the article at hand."""
        for coming in self._found.values():
            coming.cancel()

    def _find(self, model: str | None, named: Mapping[int, Article]) -> None:
        for number, coming in self._found.items():
            if not coming.set_running_or_notify_cancel():
                continue
            try:
                coming.set_result(load(model).names(named[number], number))
            except BaseException as error:  # noqa: BLE001 - raised again where the names are asked for
                coming.set_exception(error)
