"""A report as one HTML page that holds everything it needs.

It reads without scripts. Where they may run, the columns at its end move together as in the terminal. No text of an
article becomes markup (:mod:`newsread.report.markup`), and should that ever fail, the page's own policy forbids every
script, style, picture and connection but the script and the style named in it by their hashes.
"""

from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from newsread.report import columns, phrases
from newsread.report.findings import Saying, by_speaker
from newsread.report.markup import anchor, escape, fingerprint
from newsread.report.outline import Outline, Share, Shared, Wording
from newsread.report.wordings import cut, in_words
from newsread.story import Story


def to_html(story: Story, outline: Outline) -> str:
    """The report as a page."""
    return "\n".join([*_head(outline), *_body(story, outline), ""])


@cache
def _resource(name: str) -> str:
    return (files("newsread.report") / name).read_text(encoding="utf-8")


def _head(outline: Outline) -> Iterator[str]:
    style, script = _resource("page.css"), _resource("page.js")
    policy = (
        f"default-src 'none'; style-src {fingerprint(style)}; script-src {fingerprint(script)}; "
        "base-uri 'none'; form-action 'none'"
    )
    yield "<!DOCTYPE html>"
    yield '<html lang="en">'
    yield '<head><meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="referrer" content="no-referrer"><meta name="color-scheme" content="light dark">'
    yield f"<title>{escape(outline.title)}</title>"
    yield f"<style>{style}</style></head>"


def _body(story: Story, outline: Outline) -> Iterator[str]:
    yield f"<body><header><h1>{escape(outline.title)}</h1>"
    yield f"<p>{escape(phrases.about(outline))}</p>"
    yield f'<p class="dim">{escape(phrases.caveat(outline))}</p>'
    yield from (f'<p class="note">Note: {escape(warning)}.</p>' for warning in outline.warnings)
    yield (
        "<nav aria-label=Contents><ul>"
        + "".join(f'<li><a href="#{target}">{name}</a>' for target, name in _SECTIONS)
        + "</ul></nav></header><main>"
    )
    for (target, name), write in zip(_SECTIONS, _WRITERS, strict=True):
        yield f'<section id="{target}"><h2>{name}</h2>'
        yield from write(outline) if target != "texts" else columns.texts(story, outline)
        yield "</section>"
    yield f"</main><script>{_resource('page.js')}</script></body></html>"


def _matrix(outline: Outline) -> Iterator[str]:
    if not outline.shared:
        yield "<p>No passage was found in more than one outlet.</p>"
        return
    heads = "".join(f'<th scope="col"><span>{escape(article.outlet)}</span></th>' for article in outline.articles)
    yield f'<div class="wide"><table class="matrix"><thead><tr><th scope="col">passage</th>{heads}</tr></thead><tbody>'
    for passage in outline.shared:
        cells = "".join(_cell(passage, article) for article in range(len(outline.articles)))
        label = f'<a href="#p{passage.number}">{escape(passage.label)}</a>'
        yield f'<tr><th scope="row">{passage.number}. {label}</th>{cells}</tr>'
    yield "</tbody></table></div>"


def _cell(passage: Shared, article: int) -> str:
    partial = {wording.article: wording.partial for wording in passage.wordings}.get(article)
    if partial is None:
        return '<td class="no">no</td>'
    return '<td class="part">part</td>' if partial else '<td class="yes">yes</td>'


def _passages(outline: Outline) -> Iterator[str]:
    for passage in outline.shared:
        yield f'<article id="p{passage.number}"><h3>{passage.number}. {escape(passage.label)}</h3>'
        yield f'<p class="dim">{escape(phrases.carried(outline, passage))}</p><dl>'
        for wording in passage.wordings:
            yield from _wording(outline, wording)
        yield "</dl></article>"


def _wording(outline: Outline, wording: Wording) -> Iterator[str]:
    comparison = wording.comparison
    pieces = cut(wording.text, comparison.marks if comparison else ())
    marked = "".join(f"<mark>{escape(text)}</mark>" if is_marked else escape(text) for text, is_marked in pieces)
    first = columns.name(wording.sentences[0])
    yield f'<dt><a href="#{first}">{escape(phrases.who(outline, wording))}</a></dt><dd><p>{marked}</p>'
    if comparison:
        yield f'<p class="dim">{escape(in_words(comparison, outline.outlet(comparison.article)))}</p>'
    yield "</dd>"


def _shares(outline: Outline) -> Iterator[str]:
    for share in outline.shares:
        yield f"<article><h3>{escape(outline.outlet(share.article))}</h3>"
        yield from _share(share)
        yield "</article>"


def _share(share: Share) -> Iterator[str]:
    yield f"<p>Leaves out {phrases.counted(len(share.missing), 'passage')}.</p>"
    if share.missing:
        items = (f'<li><a href="#p{each.number}">{each.number}. {escape(each.label)}</a>' for each in share.missing)
        yield f"<ul>{''.join(items)}</ul>"
    yield f"<p>Alone has {phrases.counted(len(share.only), 'sentence')}.</p>"
    if share.only:
        yield f"<ul>{''.join(f'<li>{escape(wording.text)}' for wording in share.only)}</ul>"


def _sayings(outline: Outline) -> Iterator[str]:
    if not outline.sayings:
        yield "<p>No quotations were found.</p>"
    for name, sayings in by_speaker(outline.sayings).items():
        yield f"<article><h3>{escape(phrases.spoken_by(name))}</h3>"
        for saying in sayings:
            yield f'<dl class="saying">{"".join(_saying(outline, saying))}</dl>'
        yield "</article>"


def _saying(outline: Outline, saying: Saying) -> Iterator[str]:
    only = "only in " if len(saying.articles) == 1 else ""
    for version in saying.versions:
        yield f"<dt>{only}{escape(outline.outlet(version.article))}</dt><dd><q>{escape(version.words)}</q>"
        yield f'<p class="dim">{escape(version.told)}</p></dd>' if version.told else "</dd>"


def _disagreements(outline: Outline) -> Iterator[str]:
    if not outline.disagreements:
        yield "<p>No disagreements were found.</p>"
    yield "<ul>"
    for each in outline.disagreements:
        passage = f', <a href="#p{each.passage}">passage {each.passage}</a>' if each.passage else ""
        yield f"<li><strong>{phrases.weighed(each)}</strong>{passage}. {escape(phrases.differing(outline, each))}"
    yield "</ul>"
    if outline.common:
        yield f"<p>Word for word: {' '.join(escape(phrases.in_common(outline, each)) for each in outline.common)}</p>"


def _names(outline: Outline) -> Iterator[str]:
    if not outline.names:
        yield f"<p>{'Names were not looked for.' if outline.names is None else 'No names were found.'}</p>"
        return
    heads = "".join(f'<th scope="col">{escape(article.outlet)}</th>' for article in outline.articles)
    yield f'<div class="wide"><table><thead><tr><th scope="col">name</th><th scope="col">type</th>{heads}</tr></thead>'
    for named in outline.names:
        cells = "".join(f'<td class="count">{count or ""}</td>' for count in named.counts)
        yield f'<tr><th scope="row">{escape(named.name)}</th><td>{phrases.type_name(named.type)}</td>{cells}</tr>'
    yield "</table></div>"


def _sources(outline: Outline) -> Iterator[str]:
    yield "<ol>"
    for article in outline.articles:
        title = anchor(article.url, escape(article.title or "no headline"))
        when = phrases.day(article.published) if article.published else "day not known"
        author = f", by {escape(article.author)}" if article.author else ""
        yield f"<li>{escape(article.outlet)}: {title}, {when}{author}"
        yield from (f'<p class="note">Note: {escape(warning)}.</p>' for warning in article.warnings)
    yield "</ol>"


_SECTIONS = (
    ("carries", "Who carries what"),
    ("passages", "What several outlets say"),
    ("shares", "What each outlet leaves out, and what it alone has"),
    ("sayings", "Who said what"),
    ("disagreements", "Where they disagree"),
    ("names", "Names"),
    ("sources", "Sources"),
    ("texts", "The articles side by side"),
)
_WRITERS = (_matrix, _passages, _shares, _sayings, _disagreements, _names, _sources, _sources)
