"""A report as plain text: one thing after the other, all of it in words, nothing that a screen reader stumbles over."""

import textwrap
from collections.abc import Iterator

from newsread.model import EntityType
from newsread.report import phrases
from newsread.report.findings import Saying, by_speaker
from newsread.report.outline import Named, Outline, Share, Shared
from newsread.report.wordings import in_words
from newsread.text import clean


def to_text(outline: Outline, width: int | None = None) -> str:
    """The report, wrapped at ``width`` characters; unwrapped without one, so that a line is a thing said."""
    lines = [_wrapped(line, width) for line in _lines(outline)]
    return clean("\n".join(lines) + "\n").text


def _wrapped(line: str, width: int | None) -> str:
    return textwrap.fill(line, width, break_long_words=False, break_on_hyphens=False) if width and line else line


def _lines(outline: Outline) -> Iterator[str]:
    yield from (outline.title, "", phrases.about(outline), phrases.caveat(outline))
    for warning in outline.warnings:
        yield f"Note: {warning}."
    yield from ("", "WHAT SEVERAL OUTLETS SAY")
    if not outline.shared:
        yield from ("", "No passage was found in more than one outlet.")
    for passage in outline.shared:
        yield from _passage(outline, passage)
    yield from ("", "WHAT EACH OUTLET LEAVES OUT, AND WHAT IT ALONE HAS")
    for share in outline.shares:
        yield from _share(outline, share)
    yield from _sayings(outline)
    yield from _disagreements(outline)
    yield from _names(outline)
    yield from ("", "SOURCES")
    for number in range(len(outline.articles)):
        yield from _source(outline, number)


def _passage(outline: Outline, passage: Shared) -> Iterator[str]:
    yield from ("", f"Passage {passage.number} of {len(outline.shared)}. {phrases.carried(outline, passage)}")
    for wording in passage.wordings:
        yield f"{phrases.who(outline, wording)}: {wording.text}"
        if wording.comparison:
            yield in_words(wording.comparison, outline.outlet(wording.comparison.article))


def _share(outline: Outline, share: Share) -> Iterator[str]:
    outlet = outline.outlet(share.article)
    if share.missing:
        yield from ("", f"{outlet} leaves out {phrases.counted(len(share.missing), 'passage')}:")
    else:
        yield from ("", f"{outlet} leaves out none of these passages.")
    for passage in share.missing:
        outlets = phrases.counted(len(passage.wordings), "outlet")
        yield f"Passage {passage.number}, in {outlets}: {passage.label}"
    if share.only:
        yield from ("", f"{outlet} alone has {phrases.counted(len(share.only), 'sentence')}:")
    else:
        yield from ("", f"{outlet} has nothing alone.")
    for wording in share.only:
        yield wording.text


def _sayings(outline: Outline) -> Iterator[str]:
    if outline.sayings:
        yield from ("", "WHO SAID WHAT")
    for name, sayings in by_speaker(outline.sayings).items():
        yield from ("", f"{phrases.spoken_by(name)}:")
        for saying in sayings:
            yield from _saying(outline, saying)


def _saying(outline: Outline, saying: Saying) -> Iterator[str]:
    longest, *others = saying.versions
    outlet = outline.outlet(longest.article)
    if len(saying.articles) == 1:
        yield f'Only in {outlet}: "{longest.words}"'
        return
    yield f'In {len(saying.articles)} outlets, most of it in {outlet}: "{longest.words}"'
    for version in others:
        yield f'{outline.outlet(version.article)}: "{version.words}" {version.told}'


def _disagreements(outline: Outline) -> Iterator[str]:
    if outline.disagreements:
        yield from ("", "WHERE THEY DISAGREE", "")
    for each in outline.disagreements:
        passage = f", in passage {each.passage}" if each.passage else ""
        yield f"{phrases.weighed(each)}{passage}. {phrases.differing(outline, each)}"
    if outline.common:
        yield from ("", "WHAT IS THE SAME, WORD FOR WORD", "")
    yield from (phrases.in_common(outline, each) for each in outline.common)


def _names(outline: Outline) -> Iterator[str]:
    yield from ("", "NAMES")
    if not outline.names:
        yield from ("", "Names were not looked for." if outline.names is None else "No names were found.")
        return
    for kind in EntityType:
        names = [named for named in outline.names if named.type is kind]
        if names:
            yield from ("", f"{phrases.type_heading(kind)}:")
            yield from (_name(outline, named) for named in names)


def _name(outline: Outline, named: Named) -> str:
    counts = [f"{outline.outlet(article)} {count}" for article, count in enumerate(named.counts) if count]
    if len(counts) == 1:
        return f"{named.name}: only {counts[0]}"
    return f"{named.name}: {', '.join(counts)}"


def _source(outline: Outline, number: int) -> Iterator[str]:
    article = outline.articles[number]
    yield from ("", f"{number + 1}. {article.outlet}: {article.title or 'no headline'}")
    yield (
        f"Published {phrases.day(article.published)}." if article.published else "The day of publication is not known."
    )
    if article.author:
        yield f"By {article.author}."
    yield f"Address: {article.url}" if article.url else f"File: {article.path}"
    for warning in article.warnings:
        yield f"Note: {warning}."
