"""A site on this machine, and how it is asked."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from newsread.web.options import Fetched, FetchOptions
from newsread.web.together import fetch_all
from tests.sources.server import Site, running


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
