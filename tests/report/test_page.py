"""The page in a real browser: with scripts and without, on paper, and with texts that attack it.

PICTURES=FOLDER keeps pictures of what was seen.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from newsread.model import Alignment
from newsread.pipeline import read_story
from newsread.report import Format, render
from newsread.sample import sample_story
from newsread.story import Story
from tests.report.browser import PROGRAM, Browser
from tests.report.conftest import link

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(PROGRAM is None, reason="no chromium on this machine: apt-get install chromium"),
]


@contextmanager
def _opened(tmp_path: Path, story: Story, *, scripts: bool = True) -> Iterator[Browser]:
    page = tmp_path / "report.html"
    page.write_text(render(story, Format.HTML), encoding="utf-8")
    with Browser(tmp_path / "profile") as browser:
        browser.open(page, scripts=scripts)
        yield browser
        if folder := os.environ.get("PICTURES"):
            browser.picture(Path(folder, f"{tmp_path.name}.png"))
        assert not browser.errors
        assert browser.requests == [page.as_uri()]


def _sample() -> Story:
    """The sample's texts, each second sentence linked to one of the next article."""
    story = read_story(sample_story())
    links = [link((n, i), (n + 1, i + 2), 0.9) for n in range(4) for i in range(1, 18, 2)]
    links = [one for one in links if all(story.sentence(end).kind.linkable for end in (one.source, one.target))]
    return replace(story, alignment=Alignment(tuple(links), method="manual"), entities=())


def _top(browser: Browser, name: str) -> float:
    top: float = browser.value(f"document.getElementById('{name}').getBoundingClientRect().top")
    return top


def test_choosing_a_sentence_brings_its_counterpart_to_the_same_height(tmp_path: Path) -> None:
    with _opened(tmp_path, _sample()) as browser:
        browser.click("#a0s5")
        assert browser.value("document.querySelector('.here').id") == "a0s5"
        assert browser.value("document.querySelector('.there').id") == "a1s7"
        assert abs(_top(browser, "a0s5") - _top(browser, "a1s7")) < 2
        assert browser.value("document.getElementById('place').textContent").startswith("CNN, sentence 6 of")
        assert "Not in DW" in browser.value("document.getElementById('place').textContent")


def test_keys_move_through_the_columns(tmp_path: Path) -> None:
    with _opened(tmp_path, _sample()) as browser:
        browser.value("document.getElementById('columns').focus()")
        seen = []
        for key in ("ArrowDown", "j", "k", "l", "ArrowDown", "h"):
            browser.press(key)
            seen.append(browser.value("document.querySelector('.here').id"))
        assert seen[:3] == ["a0s1", "a0s2", "a0s1"]
        assert seen[3] == "a1s3"
        assert seen[4] == "a1s4"
        assert seen[5].startswith("a0")


def test_a_link_from_a_passage_chooses_its_sentence(tmp_path: Path) -> None:
    with _opened(tmp_path, _sample()) as browser:
        browser.click("#p1 dt a")
        browser.until("location.hash && '#' + document.querySelector('.here')?.id == location.hash")


def test_it_reads_without_scripts(tmp_path: Path) -> None:
    with _opened(tmp_path, _sample(), scripts=False) as browser:
        page = browser.call("DOM.getDocument", depth=-1)["root"]
        html = browser.call("DOM.getOuterHTML", nodeId=page["nodeId"])["outerHTML"]
        assert 'class="live"' not in html
        metrics = browser.call("Page.getLayoutMetrics")["cssContentSize"]
        assert metrics["width"] <= 1400
        assert metrics["height"] > 3000


@pytest.mark.parametrize("scripts", [True, False])
def test_no_text_becomes_markup_or_script(tmp_path: Path, hostile: Story, *, scripts: bool) -> None:
    with _opened(tmp_path, hostile, scripts=scripts) as browser:
        page = browser.call("DOM.getDocument", depth=-1)["root"]
        title = browser.call("Target.getTargets")["targetInfos"]
        assert not [each for each in title if each["title"] == "owned"]
        for selector, number in (("script", 1), ("style", 1), ("img", 0), ("main b, main i", 0), ("[onerror]", 0)):
            found = browser.call("DOM.querySelectorAll", nodeId=page["nodeId"], selector=selector)["nodeIds"]
            assert len(found) == number, selector
        links = browser.call("DOM.querySelectorAll", nodeId=page["nodeId"], selector="a:not([href^='#'])")["nodeIds"]
        assert not links


def test_the_policy_stops_what_escaping_would_miss(tmp_path: Path, story: Story) -> None:
    """Were a script to get into the page, the browser would not run it."""
    page = tmp_path / "report.html"
    text = render(story, Format.HTML).replace("<main>", "<main><script>document.title = 'owned'</script>")
    page.write_text(text, encoding="utf-8")
    with Browser(tmp_path / "profile") as browser:
        browser.open(page)
        assert browser.value("document.title") != "owned"
        assert any("Content Security Policy" in error for error in browser.errors)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_in_both_schemes(tmp_path: Path, story: Story, scheme: str) -> None:
    """WCAG 2.2 asks for a contrast of 4.5 at least."""
    with _opened(tmp_path, story) as browser:
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        browser.call("Emulation.setEmulatedMedia", features=features)
        paper = _colour(browser, "getComputedStyle(document.body).backgroundColor")
        for selector in ("body", ".dim", "a", ".no"):
            ink = _colour(browser, f"getComputedStyle(document.querySelector('{selector}')).color")
            assert _contrast(ink, paper) >= 4.5, selector
        mark = _colour(browser, "getComputedStyle(document.querySelector('mark')).backgroundColor")
        assert _contrast(_colour(browser, "getComputedStyle(document.body).color"), mark) >= 4.5


def test_it_prints(tmp_path: Path) -> None:
    with _opened(tmp_path, _sample()) as browser:
        browser.call("Emulation.setEmulatedMedia", media="print")
        shown = browser.value("getComputedStyle(document.getElementById('columns')).display")
        assert shown == "block"
        assert browser.value("getComputedStyle(document.querySelector('nav')).display") == "none"
        assert len(browser.call("Page.printToPDF")["data"]) > 20_000


def _colour(browser: Browser, expression: str) -> list[float]:
    numbers: str = browser.value(expression)
    return [int(number) / 255 for number in numbers[numbers.index("(") + 1 : -1].split(",")[:3]]


def _contrast(one: list[float], other: list[float]) -> float:
    """The contrast ratio of WCAG 2.2."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: list[float]) -> float:
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in colour]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
