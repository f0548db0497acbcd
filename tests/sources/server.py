"""A web server on loopback that serves pages as real ones do, and misbehaves as real ones do."""

import gzip
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from tests.sources.templates import TEMPLATES, agency

type Handler = BaseHTTPRequestHandler
type Page = Callable[[Handler], None]


@dataclass
class Site:
    """A server that is running.

    Attributes:
        url: Its address, without a slash at the end.
        requests: Paths asked for, in order.
        headers: Headers of the last request.
        over: Set when the server ends; pages that wait, wait for it.
    """

    url: str = ""
    requests: list[str] = field(default_factory=list)
    headers: dict[str, str] = field(default_factory=dict)
    over: threading.Event = field(default_factory=threading.Event)
    pages: dict[str, Page] = field(default_factory=dict)


def send(
    handler: Handler, data: bytes, status: int = 200, kind: str = "text/html; charset=utf-8", **headers: str
) -> None:
    """Answer with a whole page."""
    handler.send_response(status)
    handler.send_header("Content-Type", kind)
    handler.send_header("Content-Length", str(len(data)))
    for name, value in headers.items():
        handler.send_header(name.replace("_", "-"), value)
    handler.end_headers()
    handler.wfile.write(data)


def redirect(place: str) -> Page:
    """A page that leads elsewhere."""
    return lambda handler: send(handler, b"", 302, Location=place)


def answers(data: bytes | str, **how: Any) -> Page:
    """A page that is always the same."""
    body = data.encode() if isinstance(data, str) else data
    return lambda handler: send(handler, body, **how)


def _endless(handler: Handler) -> None:
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.end_headers()
    while True:
        handler.wfile.write(b"<p>And so on and on.</p>" * 4000)


def _bomb(handler: Handler) -> None:
    data = gzip.compress(b"<p>boom</p>" * 8_000_000, 9)
    send(handler, data, Content_Encoding="gzip")


def _truncated(handler: Handler) -> None:
    body = agency().encode()
    handler.send_response(200)
    handler.send_header("Content-Type", "text/html")
    handler.send_header("Content-Length", str(len(body) * 2))
    handler.end_headers()
    handler.wfile.write(body)


def _same_unless_changed(handler: Handler) -> None:
    if handler.headers.get("If-None-Match") == '"v1"':
        handler.send_response(304)
        handler.end_headers()
    else:
        send(handler, agency().encode(), ETag='"v1"', Last_Modified="Tue, 14 May 2024 07:30:00 GMT")


def _drip(site: Site) -> Page:
    def page(handler: Handler) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.end_headers()
        while not site.over.wait(0.05):
            handler.wfile.write(b"<p>")
            handler.wfile.flush()

    return page


def _silent(site: Site) -> Page:
    return lambda handler: (site.over.wait(), None)[1]


def _garbage(handler: Handler) -> None:
    handler.wfile.write(b"\x00\x01 this is no HTTP \xff\r\n\r\n")


def _pages(site: Site) -> dict[str, Page]:
    good = agency().encode()
    pages = {f"/{template.__name__}": answers(template()) for template in TEMPLATES}
    pages |= {
        f"/status/{code}": answers(b"<h1>no</h1>", status=code) for code in (401, 403, 404, 410, 429, 451, 500, 503)
    }
    return pages | {
        "/robots.txt": answers("User-agent: *\nDisallow: /private/*/page\n", kind="text/plain"),
        "/private/x/page": answers(good),
        "/endless": _endless, "/bomb": _bomb, "/truncated": _truncated, "/changes": _same_unless_changed,
        "/drip": _drip(site), "/silent": _silent(site), "/garbage": _garbage,
        "/loop": redirect("/loop"), "/away": redirect("/agency"), "/file": redirect("file:///etc/passwd"),
        "/router": redirect("http://192.168.1.1/admin"), "/meta-data": redirect("http://169.254.169.254/latest/"),
        "/odd": redirect("http://[::bad/"), "/hostile-place": redirect("/\x1b[31magency"),
        **{f"/hop/{n}": redirect(f"/hop/{n + 1}") for n in range(9)}, "/hop/9": answers(good),
        "/wrong-charset": answers(good, kind="text/html; charset=iso-8859-1"), "/no-charset": answers(good, kind="text/html"),
        "/nonsense-charset": answers(good, kind="text/html; charset=klingon"), "/picture": answers(b"\x89PNG\r\n", kind="image/png"),
        "/lying-picture": answers(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40), "/lying-page": answers(good, kind="application/pdf"),
        "/plain": answers("Old bridge to close\n\nThe council voted on Tuesday to close the old bridge. Buses will run.\n", kind="text/plain"),
        "/zipped": answers(gzip.compress(good), Content_Encoding="gzip"), "/brotli": answers(good, Content_Encoding="br"),
        "/half-zipped": answers(gzip.compress(good)[:900], Content_Encoding="gzip"), "/empty": answers(b""),
        "/not-kept": answers(good, Cache_Control="no-store"), "/bad-zip": answers(good, Content_Encoding="gzip"),
    }  # fmt: skip


@contextmanager
def running() -> Iterator[Site]:
    """A site on a port of this machine, ended at the end."""
    site = Site()
    site.pages = _pages(site)

    class Answering(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.requests.append(self.path)
            site.headers = dict(self.headers.items())
            try:
                site.pages.get(self.path.partition("?")[0], answers(b"<h1>404</h1>", status=404))(self)
            except OSError:
                self.close_connection = True

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name is given
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answering)
    server.daemon_threads = True
    site.url = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        site.over.set()
        server.shutdown()
        server.server_close()
        thread.join()
