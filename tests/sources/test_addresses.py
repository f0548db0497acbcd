"""What is asked for at all: public addresses of the web, unless one is told otherwise."""

import ipaddress
import socket
from typing import Any

import pytest

from newsread.errors import FetchRefused
from newsread.web.addresses import check_url, is_public
from newsread.web.options import FetchOptions
from tests.sources.conftest import changed, fetched
from tests.sources.server import Site


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
