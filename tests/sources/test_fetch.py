"""Addresses become articles, or one clear line; nothing hangs, grows without end or goes where it must not."""

import ipaddress
import re
import socket
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from newsread.errors import Cancelled, FetchFailed, FetchRefused, NothingToRead, SourceError
from newsread.pipeline import read_story
from newsread.web.addresses import check_url, is_public
from newsread.web.options import Fetched, FetchOptions, FetchProgress, FetchState
from newsread.web.together import fetch_all
from tests.sources.server import Site, answers, running
from tests.sources.templates import STORY, TEMPLATES


@pytest.fixture(scope="module")
def shared_site() -> Iterator[Site]:
    with running() as site:
        yield site


@pytest.fixture
def site(shared_site: Site) -> Site:
    shared_site.requests.clear()
    return shared_site


@pytest.fixture
def options(tmp_path: Path) -> FetchOptions:
    return FetchOptions(allow_private=True, cache=tmp_path / "cache", patience=20, deadline=60)


def changed(options: FetchOptions, **how: Any) -> FetchOptions:
    return replace(options, **how)


def fetched(url: str, options: FetchOptions) -> Fetched:
    (page,) = fetch_all([url], options)
    if isinstance(page, Fetched):
        return page
    assert "\n" not in str(page)
    raise page


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


@pytest.mark.parametrize("address", ["{site}/agency", "http://localhost:{port}/", "http://127.1:{port}/", "http://2130706433:{port}/", "http://[::1]:{port}/",
                                     "http://0.0.0.0:{port}/", "http://[::ffff:127.0.0.1]:{port}/"])  # fmt: skip
def test_private_addresses_need_leave(
    site: Site, options: FetchOptions, address: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        socket,
        "getaddrinfo",
        lambda host, port, *_, **__: [(2, 1, 6, "", ("::1" if ":" in host else "127.0.0.1", port))],
    )
    url = address.format(site=site.url, port=site.url.rpartition(":")[2])
    with pytest.raises(FetchRefused, match="--allow-private"):
        fetched(url, changed(options, allow_private=False))
    assert site.requests == []


def test_a_redirect_or_a_name_cannot_lead_to_a_private_address(
    site: Site, options: FetchOptions, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The site itself is let through as if it were public; where it leads is looked at anew."""
    port = int(site.url.rpartition(":")[2])
    asked: list[str] = []

    def resolve(host: str, port: int, *_: Any, **__: Any) -> list[Any]:
        asked.append(host)
        return [(2, 1, 6, "", (host if host[0].isdigit() else "10.0.0.7", port))]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    monkeypatch.setattr(
        "newsread.web.addresses.is_public", lambda address: str(address) == "127.0.0.1" or is_public(address)
    )
    for path in ("/router", "/meta-data"):
        with pytest.raises(FetchRefused, match="private network"):
            fetched(site.url + path, changed(options, allow_private=False))
    with pytest.raises(FetchRefused, match=r"intranet\.example is 10\.0\.0\.7"):
        fetched(f"http://intranet.example:{port}/", changed(options, allow_private=False))
    assert {"192.168.1.1", "169.254.169.254", "intranet.example"} <= set(asked)


@pytest.mark.parametrize("address", ["127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.0.1", "169.254.169.254", "100.64.0.1", "0.0.0.1", "224.0.0.1", "255.255.255.255",
                                     "::1", "::", "fe80::1", "fc00::1", "ff02::1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "2001:db8::1"])  # fmt: skip
def test_addresses_that_are_not_public(address: str) -> None:
    assert not is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize(
    "address", ["93.184.216.34", "8.8.8.8", "2606:2800:220:1::1", "64:ff9b::808:808", "::ffff:8.8.8.8"]
)
def test_addresses_that_are_public(address: str) -> None:
    assert is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize("url", ["ftp://a.example/x", "file:///etc/passwd", "gopher://a", "http://", "http:///x", "https://user:secret@a.example/", "http://a.example/\x1b[31m",
                                 "http://a.example/a b", "javascript://%0aalert(1)", "http://" + "a" * 5000])  # fmt: skip
def test_what_is_no_page_of_the_web_is_refused(url: str) -> None:
    with pytest.raises(FetchRefused) as raised:
        check_url(url)
    assert "\x1b" not in str(raised.value)
    assert "secret" not in str(raised.value)
    assert len(str(raised.value)) < 200


def test_the_cache_answers_for_what_has_not_changed_and_offline(site: Site, options: FetchOptions) -> None:
    url = f"{site.url}/changes"
    first = fetched(url, options)
    again = fetched(url, options)
    assert (again.data, again.fetched, again.from_cache) == (first.data, first.fetched, True)
    assert site.headers["If-None-Match"] == '"v1"'
    asked = len(site.requests)
    assert fetched(url, changed(options, offline=True)).data == first.data
    assert len(site.requests) == asked


def test_offline_without_the_page_in_the_cache(site: Site, options: FetchOptions) -> None:
    with pytest.raises(FetchRefused, match="not in the cache"):
        fetched(f"{site.url}/agency", changed(options, offline=True))
    fetched(f"{site.url}/not-kept", options)
    with pytest.raises(FetchRefused, match="not in the cache"):
        fetched(f"{site.url}/not-kept", changed(options, offline=True))
    assert "/agency" not in site.requests


def test_when_the_site_fails_the_cache_is_shown_and_told(options: FetchOptions) -> None:
    with running() as site:
        url = f"{site.url}/agency"
        first = fetched(url, options)
        site.pages["/agency"] = answers(b"", status=500)
        again = fetched(url, options)
    assert again.data == first.data
    assert re.search(r"from the cache, fetched on \d{4}-\d\d-\d\d: the site answers 500", again.warnings[0])


def test_a_damaged_cache_is_no_cache(site: Site, options: FetchOptions) -> None:
    fetched(f"{site.url}/agency", options)
    assert options.cache
    for path in options.cache.iterdir():
        path.write_bytes(b"{damaged")
    assert fetched(f"{site.url}/agency", options).data


def test_a_cache_that_cannot_be_written_is_no_reason_not_to_read(
    site: Site, options: FetchOptions, tmp_path: Path
) -> None:
    (tmp_path / "occupied").write_text("a file")
    assert fetched(f"{site.url}/agency", changed(options, cache=tmp_path / "occupied")).data


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
