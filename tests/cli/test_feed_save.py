"""``newsread feed`` and ``newsread save``, and web addresses on the command line."""

import subprocess
from collections.abc import Callable
from pathlib import Path

from tests.sources.server import answers, running
from tests.sources.templates import STORY
from tests.sources.test_feeds import RSS

type Newsread = Callable[..., subprocess.CompletedProcess[bytes]]


def test_a_feed_is_listed_and_picked_from(newsread: Newsread, tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_text(RSS)
    listed = newsread("feed", "feed.xml", "--list")
    assert listed.returncode == 0
    assert "   1  2024-05-14  Bridge closes & ferry opens\n" in listed.stdout.decode()
    picked = newsread("feed", "feed.xml", "--pick", "2", "--urls")
    assert picked.stdout == b"https://argus.example/2\n"
    for arguments in (("--pick", "9"), ("--pick", "x"), ("--pick", "1", "--offline")):
        done = newsread("feed", "feed.xml", *arguments)
        assert done.returncode == 2
        assert done.stderr.decode().count("\n") == 1


def test_what_is_picked_is_reported_where_there_is_no_terminal(newsread: Newsread, tmp_path: Path) -> None:
    with running() as site:
        items = "".join(
            f"<item><title>{page}</title><link>{site.url}/{page}</link></item>" for page in ("agency", "weblog")
        )
        (tmp_path / "feed.xml").write_text(f'<rss version="2.0"><channel><title>News</title>{items}</channel></rss>')
        done = newsread("feed", "feed.xml", "--pick", "1-2", "--allow-private", "--model", "none")
    assert done.returncode == 0, done.stderr.decode()
    assert STORY.paragraphs[0] in " ".join(done.stdout.decode().split())


def test_pages_are_fetched_saved_and_opened_offline(newsread: Newsread) -> None:
    with running() as site:
        urls = [f"{site.url}/agency", f"{site.url}/status/404", f"{site.url}/weblog"]
        saved = newsread("save", "kept", *urls, "--allow-private", "--all")
        refused = newsread("save", "other", urls[0])
        site.pages["/agency"] = answers(b"", status=500)
    assert saved.returncode == 0, saved.stderr.decode()
    assert saved.stdout.decode().split() == ["kept/story.toml", "kept/argus.txt", "kept/eastbank-courier.txt"]
    assert b"404" in saved.stderr
    assert refused.returncode == 2
    assert b"--allow-private" in refused.stderr
    assert STORY.paragraphs[0] in newsread("align", "kept", "--model", "none").stdout.decode()
    offline = newsread("align", urls[0], "--offline", "--model", "none")
    assert offline.returncode == 0, offline.stderr.decode()
    assert newsread("save", "kept", "kept").returncode != 0
