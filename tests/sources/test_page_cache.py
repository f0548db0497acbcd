"""Pages that were fetched before: they answer for what has not changed, offline, and when a site fails."""

import re
from pathlib import Path

import pytest

from newsread.errors import FetchRefused
from newsread.web.options import FetchOptions
from tests.sources.conftest import changed, fetched
from tests.sources.server import Site, answers, running


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
