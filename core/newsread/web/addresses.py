"""Which addresses may be asked: web pages on the open Internet, and others only when the reader allows it.

An address in a feed or a redirect is a stranger's: it must not reach a router's admin page or a cloud's metadata.
"""

import ipaddress
import re
import socket
from typing import Final
from urllib.parse import quote, urljoin, urlsplit

from newsread.errors import FetchRefused
from newsread.text import one_line

type Address = ipaddress.IPv4Address | ipaddress.IPv6Address

_NAT64: Final = ipaddress.ip_network("64:ff9b::/96")
_MAX_URL: Final = 4096
_SCHEME: Final = re.compile(r"([a-z][a-z0-9+.-]*)://", re.IGNORECASE)
_MAX_SHOWN: Final = 90
_SAFE: Final = "%/:?=&~+!$,;'@()*[]|"


def shown(url: str) -> str:
    """An address as messages show it: clean, and not too long."""
    line = one_line(url[: 4 * _MAX_SHOWN])
    return line if len(line) <= _MAX_SHOWN else f"{line[: _MAX_SHOWN - 1]}…"


def check_url(url: str) -> None:
    """Hold an address to what may be fetched at all.

    Raises:
        FetchRefused: It is not a page of the web, carries a password, or is malformed.
    """
    scheme = _SCHEME.match(url)
    if not scheme or scheme[1].lower() not in ("http", "https"):
        hint = "give the file's path" if scheme and scheme[1].lower() == "file" else ""
        raise FetchRefused(f"{shown(url)}: only http and https are fetched", hint)
    rest = url[scheme.end() :]
    host = re.split(r"[/?#]", rest, maxsplit=1)[0]
    if len(url) > _MAX_URL or re.search(r"[\x00-\x20\x7f\ud800-\udfff]", url) or not host.strip(".:@[]"):
        raise FetchRefused(f"{shown(url)}: not a web address")
    if "@" in host:
        raise FetchRefused(f"{shown(host.rpartition('@')[2])}: addresses with a name or password are not fetched")


def joined(url: str, place: str) -> str:
    """Where a redirect from ``url`` leads, without a fragment.

    Raises:
        FetchRefused: Nowhere that can be fetched.
    """
    try:
        target = urljoin(url, place.strip()).partition("#")[0]
        written = quote(target, safe=_SAFE)
    except ValueError as error:
        raise FetchRefused(f"{shown(place)}: not a web address") from error
    check_url(written)
    return target


def on_the_wire(url: str) -> bytes:
    """An address in the characters that are sent: names in Punycode, the rest percent-encoded.

    Raises:
        FetchRefused: It cannot be written so.
    """
    try:
        parts = urlsplit(url)
        host = _sent_host(parts.hostname or "")
        port = f":{parts.port}" if parts.port is not None else ""
    except (ValueError, UnicodeError) as error:
        raise FetchRefused(f"{shown(url)}: not a web address") from error
    path = quote(parts.path or "/", safe=_SAFE) + (f"?{quote(parts.query, safe=_SAFE)}" if parts.query else "")
    return f"{parts.scheme.lower()}://{host}{port}{path}".encode("ascii")


def _sent_host(host: str) -> str:
    """A host's name in Punycode, an address of IPv6 in brackets.

    Raises:
        ValueError: It cannot be written so; of the blanks of other scripts, for instance, Punycode makes plain ones.
    """
    written = f"[{host}]" if ":" in host else host.encode("idna").decode("ascii")
    if re.search(r"[\x00-\x20\x7f]", written):
        raise ValueError("a blank in a name")
    return written


def resolved(host: str, port: int, *, allow_private: bool) -> list[str]:
    """The numeric addresses of a host that may be connected to.

    The connection is made to one of these, not to the name, so that a second look-up cannot lead elsewhere.

    Raises:
        FetchRefused: All of them are of loopback, private or link-local networks.
        OSError: The name is not known.
    """
    found = [str(info[4][0]) for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    if allow_private:
        return found
    public = [address for address in found if is_public(ipaddress.ip_address(address.partition("%")[0]))]
    if found and not public:
        raise FetchRefused(
            f"{shown(host)} is {found[0]}, an address of this machine or a private network",
            "--allow-private permits it",
        )
    return public


def is_public(address: Address) -> bool:
    """Whether an address is one of the open Internet, whatever other address it wraps."""
    if isinstance(address, ipaddress.IPv6Address):
        if address in _NAT64:
            return is_public(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
        wrapped = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
        if any(inner is not None and not is_public(inner) for inner in wrapped):
            return False
        if address.ipv4_mapped is not None:
            return True
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)
