"""The language model, loaded while sentences are compared."""

from concurrent.futures import Future
from threading import Thread
from typing import Final

from newsread.errors import Cancelled
from newsread.names.nlp import Tagger, load
from newsread.progress import ShouldStop

_PATIENCE: Final = 0.1  # seconds between two looks whether to stop


def load_ahead(model: str | None) -> Future[Tagger]:
    """The language model, which a thread begins to load; the thread holds up no program that ends before.

    Args:
        model: Name of an installed spaCy pipeline; None for the default one.
    """
    loading: Future[Tagger] = Future()

    def work() -> None:
        try:
            loading.set_result(load(model))
        except BaseException as error:  # noqa: BLE001 - raised again where the model is asked for
            loading.set_exception(error)

    Thread(target=work, name="model", daemon=True).start()
    return loading


def loaded(loading: Future[Tagger], should_stop: ShouldStop) -> Tagger:
    """The model once it is loaded.

    Raises:
        Cancelled: The caller asked to stop before it was.
        ModelMissing: There is no such model.
    """
    while not should_stop():
        try:
            return loading.result(timeout=_PATIENCE)
        except TimeoutError:
            if loading.done():
                raise
    raise Cancelled
