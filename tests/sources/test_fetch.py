"""Addresses become articles, or one clear line; nothing hangs, grows without end or goes where it must not."""

import socket
import threading
from pathlib import Path
from typing import Any

import pytest

from newsread.errors import Cancelled, FetchFailed, FetchRefused, NothingToRead, SourceError
from newsread.pipeline import read_story
from newsread.web.options import Fetched, FetchOptions, FetchProgress, FetchState
from newsread.web.together import fetch_all
from tests.sources.conftest import changed, fetched
from tests.sources.server import Site, answers, running
from tests.sources.templates import STORY, TEMPLATES


def test_every_template_opens_over_the_wire(site: Site, options: FetchOptions) -> None:
    story = read_story([f"{site.url}/{template.__name__}" for template in TEMPLATES], options, keep_copies=True)
    assert len(story.articles) >= 8
    for article in story.articles:
        assert STORY.paragraphs[-1] in article.text
        assert article.fetched
        assert article.url
        assert article.url.startswith(site.url)
    assert "newsread/" in site.headers["User-Agent"]


def test_bad_addresses_do_not_hide_the_good_ones_and_order_is_kept(
    site: Site, options: FetchOptions, tmp_path: Path
) -> None:
    file = tmp_path / "local.txt"
    file.write_text("The council voted on Tuesday to close the old bridge. Buses will run every ten minutes.\n")
    paths = ["/agency", "/status/404", "/loop", "/weblog", "/picture"]
    story = read_story(
        [f"{site.url}{paths[0]}", str(file), *(site.url + path for path in paths[1:])], options, keep_copies=True
    )
    assert [Path(article.path).name for article in story.articles] == ["agency", "local.txt", "weblog"]
    assert len([warning for warning in story.warnings if site.url in warning]) == 3


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("/status/401", "password"), ("/status/403", "403"), ("/status/404", "404"), ("/status/410", "gone"), ("/status/429", "wait"),
        ("/status/451", "legal"), ("/status/500", "500"), ("/status/503", "503"), ("/loop", "redirected more than 5 times"),
        ("/hop/0", "redirected more than 5 times"), ("/file", "only http and https"), ("/odd", "not a web address"), ("/hostile-place", "not a web address"), ("/picture", "image/png"),
        ("/brotli", "packed"), ("/garbage", "does not speak"), ("/nowhere", "404"),
    ],
)  # fmt: skip
def test_each_failure_is_one_clear_line(site: Site, options: FetchOptions, path: str, line: str) -> None:
    with pytest.raises(SourceError, match=line) as raised:
        fetched(site.url + path, options)
    assert str(raised.value).startswith(site.url + path)


@pytest.mark.parametrize("path", ["/endless", "/bomb"])
def test_endless_bodies_and_bombs_are_cut(site: Site, options: FetchOptions, path: str) -> None:
    with pytest.raises(SourceError, match="larger than 1 MB"):
        fetched(site.url + path, changed(options, max_bytes=1_000_000))


def test_a_slow_drip_ends_with_its_time(site: Site, options: FetchOptions) -> None:
    with pytest.raises(FetchFailed, match=r"took longer than 0\.5 seconds"):
        fetched(f"{site.url}/drip", changed(options, deadline=0.5))


def test_silence_ends_with_patience(site: Site, options: FetchOptions) -> None:
    with pytest.raises(FetchFailed, match=r"no answer within 0\.3 seconds"):
        fetched(f"{site.url}/silent", changed(options, patience=0.3))


@pytest.mark.parametrize("path", ["/truncated", "/half-zipped"])
def test_half_a_page_is_shown_and_told(site: Site, options: FetchOptions, path: str) -> None:
    page = fetched(site.url + path, options)
    assert page.data.startswith(b"<!DOCTYPE")
    if path == "/truncated":
        (article,) = read_story([site.url + path], options).articles
        assert article.warnings == ("the connection broke off: the text may be incomplete",)


@pytest.mark.parametrize(
    "path", ["/wrong-charset", "/no-charset", "/nonsense-charset", "/lying-page", "/zipped", "/away", "/hop/4"]
)
def test_wrong_labels_do_no_harm(site: Site, options: FetchOptions, path: str) -> None:
    (article,) = read_story([site.url + path], options).articles
    assert STORY.paragraphs[1] in article.text
    assert article.outlet == "Argus"


def test_a_lying_picture_and_an_empty_page_are_refused(site: Site, options: FetchOptions) -> None:
    for path, line in (("/lying-picture", "PNG"), ("/empty", "no text"), ("/bad-zip", "broke off")):
        with pytest.raises(NothingToRead, match=line):
            read_story([site.url + path], options)


def test_robots_are_obeyed_unless_told_otherwise(site: Site, options: FetchOptions) -> None:
    with pytest.raises(FetchRefused, match=r"robots\.txt"):
        fetched(f"{site.url}/private/x/page", options)
    assert fetched(f"{site.url}/private/x/page", changed(options, obey_robots=False)).data
    assert site.requests.count("/robots.txt") == 1


def test_robots_that_cannot_be_read_forbid(options: FetchOptions) -> None:
    with running() as site:
        site.pages["/robots.txt"] = answers(b"", status=503)
        with pytest.raises(FetchRefused, match="left alone"):
            fetched(f"{site.url}/agency", options)
        assert "/agency" not in site.requests


def test_progress_tells_every_source_from_the_callers_thread(site: Site, options: FetchOptions) -> None:
    steps: list[tuple[FetchProgress, int]] = []
    urls = [f"{site.url}/agency", f"{site.url}/status/404"]
    fetch_all(urls, changed(options, on_progress=lambda step: steps.append((step, threading.get_ident()))))
    last = {step.number: step.state for step, _ in steps}
    assert last == {0: FetchState.DONE, 1: FetchState.FAILED}
    assert {thread for _, thread in steps} == {threading.get_ident()}


def test_fetching_stops_when_asked(site: Site, options: FetchOptions) -> None:
    stop = threading.Event()

    def on_progress(step: FetchProgress) -> None:
        if step.state is FetchState.READING:
            stop.set()

    with pytest.raises(Cancelled):
        fetch_all([f"{site.url}/drip"] * 12, changed(options, on_progress=on_progress, should_stop=stop.is_set))


def test_a_name_that_nobody_resolves_does_not_hold_up_the_others(
    site: Site, options: FetchOptions, monkeypatch: pytest.MonkeyPatch
) -> None:
    original = socket.getaddrinfo
    over = threading.Event()

    def resolve(host: str, *rest: Any, **named: Any) -> Any:
        if host == "stuck.example":
            over.wait()
            raise OSError
        return original(host, *rest, **named)

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    monkeypatch.setattr("newsread.web.together._GRACE", 0.2)
    results = fetch_all(["http://stuck.example/"] * 3 + [f"{site.url}/agency"], changed(options, deadline=1.5))
    over.set()
    assert isinstance(results[-1], Fetched)
    assert all(isinstance(each, FetchFailed) for each in results[:-1])
