"""What holds for every test: no network, the same random choices in every run of continuous integration, one sample."""

import ipaddress
import os
import signal
import socket
import threading
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from newsread.analyses.cache import AnalysisCache
from newsread.care import Care
from newsread.pipeline import open_story
from newsread.sample import sample_story
from newsread.story import Story

settings.register_profile("ci", derandomize=True, deadline=None, print_blob=True)
settings.register_profile("local", deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "local")

if threading.current_thread() is threading.main_thread():
    # Whoever runs the tests in the background may have them ignore Ctrl-C, and what they start would inherit that.
    signal.signal(signal.SIGINT, signal.default_int_handler)


class NetworkUsed(AssertionError):
    """A test tried to reach another machine."""


def _is_local(host: str) -> bool:
    try:
        return ipaddress.ip_address(host.partition("%")[0]).is_loopback
    except ValueError:
        return host in ("", "localhost")


@pytest.fixture(scope="session")
def analyses(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A cache directory in which the analysis of the sample story is; all processes that run the tests have one."""
    mine = tmp_path_factory.getbasetemp()
    folder = (mine.parent if "PYTEST_XDIST_WORKER" in os.environ else mine) / "cache"
    open_story(sample_story(), care=Care.QUICK, cache=AnalysisCache(folder / "newsread" / "analyses"))
    return folder


@pytest.fixture(scope="session")
def sample(analyses: Path) -> Story:
    """The sample story, analysed."""
    return open_story(sample_story(), care=Care.QUICK, cache=AnalysisCache(analyses / "newsread" / "analyses"))


@pytest.fixture(autouse=True)
def own_folders(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """What a test keeps or is configured with is its own."""
    for place in ("STATE", "CONFIG"):
        monkeypatch.setenv(f"XDG_{place}_HOME", str(tmp_path / place.lower()))
    # To compare carefully takes a processor three times as long; the tests of that say so.
    monkeypatch.setenv("NEWSREAD_CAREFUL", "false")


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Sockets reach this machine and no other, and only its names are looked up."""

    def guard(name: str, owner: Any, host_of: Any) -> None:
        original = getattr(owner, name)

        def guarded(*args: Any, **kwargs: Any) -> Any:
            host = host_of(args)
            if host is not None and not _is_local(host):
                raise NetworkUsed(f"{name} to {host}")
            return original(*args, **kwargs)

        monkeypatch.setattr(owner, name, guarded)

    def host_of_address(args: tuple[Any, ...]) -> str | None:
        # (socket, address); the address of a Unix socket is no tuple.
        address = args[1]
        return str(address[0]) if isinstance(address, tuple) else None

    def host_of_datagram(args: tuple[Any, ...]) -> str | None:
        # The address comes last, with flags before it or not.
        return host_of_address((args[0], args[-1]))

    def host_of_query(args: tuple[Any, ...]) -> str | None:
        return None if args[0] is None else str(args[0])

    guard("connect", socket.socket, host_of_address)
    guard("connect_ex", socket.socket, host_of_address)
    guard("sendto", socket.socket, host_of_datagram)
    for query in ("getaddrinfo", "gethostbyname", "gethostbyname_ex", "gethostbyaddr"):
        guard(query, socket, host_of_query)
