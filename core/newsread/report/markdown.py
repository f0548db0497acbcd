"""A report as Markdown (CommonMark with tables), for wikis, mails and pull requests."""

import re
from collections.abc import Iterator
from typing import Final

from newsread.model import Article
from newsread.report import phrases
from newsread.report.findings import Saying, by_speaker
from newsread.report.outline import Outline, Share, Shared, Wording
from newsread.report.wordings import cut, in_words
from newsread.text import clean

# Whatever Markdown or the HTML inside it might take for its own. A full stop or a dash matters at the start of a line
# only, and no text of an article stands there.
_SPECIAL: Final = re.compile(r"([\\`*_{}\[\]<>#|~!&])")


def to_markdown(outline: Outline) -> str:
    """The report in Markdown."""
    return clean("\n".join(_lines(outline)) + "\n").text


def escaped(text: str) -> str:
    """A text that Markdown shows as it is."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def _lines(outline: Outline) -> Iterator[str]:
    yield from (f"# {escaped(outline.title)}", "", escaped(phrases.about(outline)), "", phrases.caveat(outline))
    if outline.warnings:
        yield from ("", *(f"- Note: {escaped(warning)}." for warning in outline.warnings))
    yield from ("", "## Who carries what", "")
    yield from _matrix(outline)
    yield from ("", "## What several outlets say")
    for passage in outline.shared:
        yield from _passage(outline, passage)
    yield from ("", "## What each outlet leaves out, and what it alone has")
    for share in outline.shares:
        yield from _share(outline, share)
    yield from _sayings(outline)
    yield from _disagreements(outline)
    yield from ("", "## Names", "")
    yield from _names(outline)
    yield from ("", "## Sources", "")
    yield from (_source(number, article) for number, article in enumerate(outline.articles, 1))


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _matrix(outline: Outline) -> Iterator[str]:
    yield _row(["", "passage", *(escaped(article.outlet) for article in outline.articles)])
    yield _row(["---:", "---", *("---" for _ in outline.articles)])
    for passage in outline.shared:
        cells = ["no" if article in passage.absent else "yes" for article in range(len(outline.articles))]
        yield _row([str(passage.number), escaped(passage.label), *cells])


def _passage(outline: Outline, passage: Shared) -> Iterator[str]:
    yield from (
        "",
        f"### {passage.number}. {escaped(passage.label)}",
        "",
        escaped(phrases.carried(outline, passage)),
        "",
    )
    for wording in passage.wordings:
        line = f"- **{escaped(phrases.who(outline, wording))}**: {_marked(wording)}"
        yield line + "\\" if wording.comparison else line
        if wording.comparison:
            yield f"  *{escaped(in_words(wording.comparison, outline.outlet(wording.comparison.article)))}*"


def _marked(wording: Wording) -> str:
    """The wording, words that differ in bold."""
    pieces = cut(wording.text, wording.comparison.marks if wording.comparison else ())
    return "".join(f"**{_kept(text)}**" if is_marked else _kept(text) for text, is_marked in pieces)


def _kept(text: str) -> str:
    """Like :func:`escaped`, with the spaces at both ends."""
    return _SPECIAL.sub(r"\\\1", text)


def _share(outline: Outline, share: Share) -> Iterator[str]:
    yield from ("", f"### {escaped(outline.outlet(share.article))}", "")
    yield f"Leaves out {phrases.counted(len(share.missing), 'passage')}{':' if share.missing else '.'}"
    if share.missing:
        yield ""
    yield from (f"- {escaped(passage.label)} (passage {passage.number})" for passage in share.missing)
    yield from ("", f"Alone has {phrases.counted(len(share.only), 'sentence')}{':' if share.only else '.'}")
    if share.only:
        yield ""
    yield from (f"- {escaped(wording.text)}" for wording in share.only)


def _sayings(outline: Outline) -> Iterator[str]:
    if outline.sayings:
        yield from ("", "## Who said what")
    for name, sayings in by_speaker(outline.sayings).items():
        yield from ("", f"### {escaped(phrases.spoken_by(name))}", "")
        for saying in sayings:
            yield from (
                f"- {line}" if not index else f"  - {line}" for index, line in enumerate(_saying(outline, saying))
            )


def _saying(outline: Outline, saying: Saying) -> Iterator[str]:
    alone = len(saying.articles) == 1
    for version in saying.versions:
        outlet = escaped(outline.outlet(version.article))
        told = f" *{escaped(version.told)}*" if version.told else ""
        yield f'**{"Only in " if alone and not version.told else ""}{outlet}**: "{escaped(version.words)}"{told}'


def _disagreements(outline: Outline) -> Iterator[str]:
    if outline.disagreements:
        yield from ("", "## Where they disagree", "")
    for each in outline.disagreements:
        passage = f" (passage {each.passage})" if each.passage else ""
        yield f"- **{phrases.weighed(each)}**{passage}. {escaped(phrases.differing(outline, each))}"
    if outline.common:
        yield from ("", "## What is the same, word for word", "")
    yield from (f"- {escaped(phrases.in_common(outline, each))}" for each in outline.common)


def _names(outline: Outline) -> Iterator[str]:
    if not outline.names:
        yield "Names were not looked for." if outline.names is None else "No names were found."
        return
    yield _row(["name", "type", *(escaped(article.outlet) for article in outline.articles)])
    yield _row(["---", "---", *("---:" for _ in outline.articles)])
    for named in outline.names:
        yield _row([escaped(named.name), phrases.type_name(named.type), *map(str, named.counts)])


def _source(number: int, article: Article) -> str:
    title = escaped(article.title) or "no headline"
    if article.url and re.match(r"https?://[^\s<>]+$", article.url):
        title = f"{title}, <{article.url}>"
    when = phrases.day(article.published) if article.published else "day not known"
    return f"{number}. {escaped(article.outlet)}: {title}, {when}"
