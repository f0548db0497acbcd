"""What a page says of itself: JSON-LD (schema.org) first, then OpenGraph and its like, then its visible marks."""

import html
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from newsread.pages.tree import Element, named, shown_text
from newsread.reading import outlets
from newsread.reading.facts import Facts, dated, stated, web_address
from newsread.text import one_line

type Json = Mapping[str, Any]

_ARTICLE: Final = re.compile(r"(?:Article|Posting|Report|Review)$")
_MAX_NODES: Final = 4000
_MAX_JSON: Final = 2_000_000
_TITLE_TAIL: Final = re.compile(r"\s+[|–—·•»-]\s+([^|–—·•»]{2,40})$")
_NAME: Final = re.compile(r"(?:[A-Z][\w.'’-]* (?:(?:van|von|de|der|den|al|bin|da|di|la|le) )*){1,3}[A-Z][\w'’-]+\.?")
_SILENT: Final = Facts()
_BY: Final = re.compile(r"^(?:by|von|par|por|di|door)\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class PageFacts:
    """A page's own account of its article.

    Attributes:
        facts: What it states.
        body: The article's text, where the page carries it in its JSON-LD.
        paid: Whether the page says that the article is not free.
        live: Whether it says that it is a live blog.
        is_article: Whether it says that it is an article at all.
    """

    facts: Facts = _SILENT
    body: str = ""
    paid: bool = False
    live: bool = False
    is_article: bool = False


def page_facts(tree: Element, url: str | None = None) -> PageFacts:
    """Read what the page says of itself.

    Args:
        tree: The page.
        url: Where it was fetched from.
    """
    nodes = list(_json_nodes(tree))
    article = _article(nodes)
    metas = _metas(tree)
    facts = _from_json(article, nodes).or_else(_from_metas(tree, metas))
    address = facts.url or url
    host = outlets.outlet_in_url(address) if address else None
    seen = Facts(outlet=host or _title_tail(tree), url=url)
    return PageFacts(
        facts=facts.or_else(_from_marks(tree)).or_else(seen),
        body=html.unescape(body) if isinstance(body := article.get("articleBody"), str) else "",
        paid=any(str(node.get("isAccessibleForFree")).lower() == "false" for node in nodes)
        or metas.get("article:content_tier") in ("locked", "metered"),
        live=any("LiveBlogPosting" in _types(node) for node in nodes),
        is_article=bool(article) or metas.get("og:type") == "article",
    )


def _json_nodes(tree: Element) -> Iterator[Json]:
    scripts = [each for each in tree.iter("script") if "ld+json" in (each.get("type") or "").lower()]
    waiting = [_json(script.text or "") for script in reversed(scripts)]
    seen = 0
    while waiting and seen < _MAX_NODES:
        node = waiting.pop()
        seen += 1
        if isinstance(node, dict):
            yield node
            waiting += [value for value in reversed(list(node.values())) if isinstance(value, (dict, list))]
        elif isinstance(node, list):
            waiting += reversed(node)


def _json(text: str) -> object:
    text = re.sub(r"^\s*(?:<!--|//<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\]\]>|\]\]>)?\s*;?\s*$", "", text[:_MAX_JSON])
    try:
        return json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None


def _types(node: Json) -> list[str]:
    types = node.get("@type")
    return [str(each) for each in (types if isinstance(types, list) else [types])]


def _article(nodes: list[Json]) -> Json:
    articles = [node for node in nodes if any(_ARTICLE.search(each) for each in _types(node))]
    return next((node for node in articles if node.get("headline")), articles[0] if articles else {})


def _from_json(article: Json, nodes: list[Json]) -> Facts:
    if not article:
        return Facts()
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and node.get("name")}
    publisher = ", ".join(_names(article.get("publisher"), by_id))
    return Facts(
        outlet=outlets.normalised(publisher) if publisher else None,
        headline=_text(article.get("headline")) or _text(article.get("name")),
        url=web_address(article.get("url")) or web_address(_id(article.get("mainEntityOfPage"))),
        author=", ".join(_names(article.get("author"), by_id)) or None,
        language=_language(article.get("inLanguage")),
        **dated(article.get("datePublished") or article.get("dateCreated")),
    )


def _names(value: object, by_id: Mapping[str, Json]) -> list[str]:
    names: list[str] = []
    for each in (value if isinstance(value, list) else [value])[:12]:
        node = by_id.get(str(each.get("@id")), each) if isinstance(each, dict) and not each.get("name") else each
        name = _text(node.get("name")) if isinstance(node, dict) else _text(node)
        if name and not web_address(name) and name not in names:
            names.append(_BY.sub("", name))
    return names


def _id(value: object) -> object:
    return value.get("@id") if isinstance(value, dict) else value


def _text(value: object) -> str | None:
    """A text of JSON-LD or a meta element; many are escaped twice."""
    return stated(re.sub(r"</?\w+[^>]{0,80}>", "", html.unescape(value))) if isinstance(value, str) else None


def _language(value: object) -> str | None:
    code = re.match(r"[A-Za-z]{2}(?![A-Za-z])", value.strip()) if isinstance(value, str) else None
    return code[0].lower() if code else None


def _metas(tree: Element) -> dict[str, str]:
    metas: dict[str, str] = {}
    for meta in tree.iter("meta"):
        key = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").strip().lower()
        if key and (content := (meta.get("content") or "").strip()):
            metas.setdefault(key, content)
    return metas


def _from_metas(tree: Element, metas: Mapping[str, str]) -> Facts:
    site = _text(metas.get("og:site_name") or metas.get("application-name") or metas.get("dc.publisher"))
    canonical = next((link.get("href") for link in tree.iter("link") if "canonical" in named(link)), None)
    authors = [_text(metas.get(key)) for key in ("author", "article:author", "byl", "parsely-author", "dc.creator")]
    written = ("article:published_time", "datepublished", "og:published_time", "date", "pubdate", "dc.date",
               "parsely-pub-date", "publishdate", "sailthru.date", "dc.date.issued", "article.published")  # fmt: skip
    return Facts(
        outlet=outlets.normalised(site) if site else None,
        headline=_without_site(_text(metas.get("og:title") or metas.get("twitter:title")), site),
        url=web_address(metas.get("og:url")) or web_address(canonical),
        author=next((_BY.sub("", name) for name in authors if name and not web_address(name)), None),
        language=_language(tree.get("lang") or metas.get("og:locale") or metas.get("content-language")),
        **next((found for key in written if (found := dated(metas.get(key)))), {}),
    )


def _without_site(title: str | None, site: str | None) -> str | None:
    """A page's title without the outlet's name at its end: "Old bridge to close - The Evening Post"."""
    tail = _TITLE_TAIL.search(title) if title else None
    if not (title and tail):
        return title
    one, other = tail[1].casefold(), (site or tail[1]).casefold()
    return title[: tail.start()] or None if one in other or other in one else title


def _from_marks(tree: Element) -> Facts:
    """What the page shows its readers: its only h1, its title, the element marked as byline or time."""
    headings = [text for each in tree.iter("h1") if (text := shown_text(each))]
    titles = [text for each in tree.iter("title") if (text := shown_text(each))]
    title = _without_site(titles[0], None) if titles else None
    told = next((headline for headline in headings if len(headline.split()) >= 3), None)
    moments = (each.get("datetime") or each.get("content") for each in tree.iter("time"))
    return Facts(
        headline=stated(told or title or (headings[0] if headings else None)),
        author=_byline(tree),
        **next((found for written in moments if (found := dated(written))), {}),
    )


def _byline(tree: Element) -> str | None:
    for element in tree.iter("a", "span", "div", "p", "address"):
        if not re.search(r"\b(?:byline|author)\b", named(element)):
            continue
        for piece in list(element.itertext())[:20]:
            name = _BY.sub("", one_line(piece[:200]))
            if _NAME.fullmatch(name):
                return name
    return None


def _title_tail(tree: Element) -> str | None:
    title = next((text for each in tree.iter("title") if (text := shown_text(each))), "")
    tail = _TITLE_TAIL.search(title[-80:])
    return tail[1] if tail and all(word[0].isupper() or len(word) < 4 for word in tail[1].split()) else None
