"""What is taken away from the screen: a sentence, a passage or a citation, as text."""

from datetime import date

from newsread.model import Article, SentenceRef
from newsread.text import one_line
from newsread_tui.frame import Frame


def sentence_text(frame: Frame) -> str:
    """The current sentence with where it is from."""
    return _cited(frame, frame.place.ref) if frame.sentence else ""


def passage_text(frame: Frame) -> str:
    """The current sentence and what the other outlets have of it, one under another; who has nothing is named."""
    if not frame.sentence:
        return ""
    blocks, missing = [sentence_text(frame)], []
    for index, article in enumerate(frame.story.articles):
        if counterpart := frame.counterpart(index):
            blocks.append(_cited(frame, counterpart.ref))
        elif index != frame.place.ref.article:
            missing.append(one_line(article.outlet))
    if missing and frame.compared:
        blocks.append(f"Not in {', '.join(missing)}.")
    return "\n\n".join(blocks)


def _cited(frame: Frame, ref: SentenceRef) -> str:
    return f"{one_line(frame.story.sentence(ref).text)}\n    {source(frame.story.articles[ref.article])}"


def source(article: Article) -> str:
    """Where a sentence is from: outlet, headline, date, address."""
    day = article.published.isoformat() if article.published else ""
    title = f"“{one_line(article.title)}”" if article.title else ""
    parts = (one_line(article.outlet), title, day, one_line(article.url or ""))
    return ", ".join(part for part in parts if part)


def citation(frame: Frame) -> str:
    """Where the current sentence is from, as a footnote has it: author, headline, outlet, day, address."""
    if not frame.sentence:
        return ""
    article = frame.story.articles[frame.place.ref.article]
    title = f"“{one_line(article.title)}”" if article.title else ""
    read = f"fetched {_day(article.fetched.astimezone().date())}" if article.fetched else ""
    day = _day(article.published) if article.published else "no date"
    parts = (one_line(article.author), title, one_line(article.outlet), day, one_line(article.url or ""), read)
    return ", ".join(part for part in parts if part)


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
