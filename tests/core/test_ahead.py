"""What threads do ahead: in order, cut short on request, and with what went wrong told to whoever asks."""

import threading
from threading import Event

import pytest

from newsread.alignment.ahead import ahead
from newsread.alignment.align import align
from newsread.errors import Cancelled, ModelMissing
from newsread.model import Alignment
from newsread.names.ahead import ComingNames
from newsread.pipeline import read_story
from newsread.sample import sample_story


def test_results_come_in_the_order_of_the_items_however_long_each_takes() -> None:
    second_done = Event()

    def work(item: int) -> int:
        if item == 1:
            second_done.set()
        return item * item

    assert list(ahead(work, range(40))) == [item * item for item in range(40)]
    assert second_done.is_set()


def test_who_waits_may_stop_and_what_has_not_begun_is_left() -> None:
    release, done = Event(), []

    def work(item: int) -> None:
        release.wait()
        done.append(item)

    asked = iter([False, False, True])
    with pytest.raises(Cancelled):
        next(ahead(work, range(1000), lambda: next(asked)))
    release.set()
    assert len(done) < 1000


def test_what_goes_wrong_in_a_thread_is_raised_where_its_result_is_asked_for() -> None:
    coming = ahead(lambda item: 1 // item, [1, 0, 1])
    assert next(coming) == 1
    with pytest.raises(ZeroDivisionError):
        next(coming)


def test_a_timeout_of_the_work_itself_is_no_reason_to_wait_on() -> None:
    def work(item: int) -> None:
        raise TimeoutError(item)

    with pytest.raises(TimeoutError):
        next(ahead(work, [1]))


def test_a_missing_model_is_told_for_each_article() -> None:
    articles = read_story([sample_story()]).articles
    coming = ComingNames("no_such_model_of_names", articles)
    for number in range(len(articles)):
        with pytest.raises(ModelMissing):
            coming.of(number, lambda: False)


def test_waiting_for_names_can_be_stopped() -> None:
    articles = read_story([sample_story()]).articles
    coming = ComingNames(None, articles)
    with pytest.raises(Cancelled):
        coming.of(0, lambda: True)
    coming.stop()


def test_an_alignment_that_is_stopped_leaves_no_work_to_threads() -> None:
    articles = read_story([sample_story()]).articles

    def fail(done: int, _total: int, _partial: Alignment) -> None:
        raise ZeroDivisionError(done)

    with pytest.raises(ZeroDivisionError) as kept:  # as long as it is kept, so are the frames it came through
        align(articles, on_progress=fail)
    at_work = [thread for thread in threading.enumerate() if thread.name.startswith("aligner")]
    for thread in at_work:
        thread.join(10)
    assert kept.type is ZeroDivisionError
    assert not any(thread.is_alive() for thread in at_work)
