"""A story as JSON: the contract that other tools rely on.

``schema`` is raised when a field changes its meaning or goes away; new fields may come without notice.
"""

import json
from typing import Any, Final

from newsread.export_findings import findings_to_dict
from newsread.model import Article, Entity, Link, SentenceRef
from newsread.story import Story

SCHEMA: Final = 1


def to_json(story: Story) -> str:
    """The story as one JSON object, indented, in UTF-8's full range; ends with a line feed."""
    return json.dumps(to_dict(story), ensure_ascii=False, indent=1) + "\n"


def to_dict(story: Story) -> dict[str, Any]:
    """The story as plain lists, dictionaries, strings and numbers.

    Offsets count characters of the decoded source, or, where an article has a ``text``, characters of that.
    """
    return {
        "schema": SCHEMA,
        "articles": [_article(article) for article in story.articles],
        "links": [_link(link) for link in story.links],
        "entities": [_entity(entity, story.articles) for entity in story.entities or ()],
        **findings_to_dict(story),
        "warnings": list(story.warnings),
    }


def _article(article: Article) -> dict[str, Any]:
    offsets = article.offsets
    told: dict[str, Any] = {
        "id": article.id,
        "path": article.path,
        "outlet": article.outlet,
        "title": article.title,
        "date": article.published.isoformat() if article.published else None,
        "url": article.url,
        "author": article.author or None,
        "language": article.language,
        "fetched": article.fetched.isoformat() if article.fetched else None,
        "also_in": list(article.also_in),
        "warnings": list(article.warnings),
        "sentences": [
            {"start": offsets.start(s.start), "end": offsets.end(s.end), "text": s.text, "kind": s.kind.value}
            for s in article.sentences
        ],
    }
    # What offsets count must be at hand: a text file is, but what was taken out of a page is nowhere else.
    return told | {"text": article.text} if article.extracted else told


def _link(link: Link) -> dict[str, Any]:
    evidence = link.evidence
    told: dict[str, Any] = {
        "source": _ref(link.source),
        "target": _ref(link.target),
        "score": round(link.score, 4),
        "kind": link.kind.value,
        "evidence": {
            "quote": evidence.quote,
            "entities": list(evidence.entities),
            "numbers": list(evidence.numbers),
            "terms": list(evidence.terms),
        },
    }
    return told | {"by": "reader"} if link.by_reader else told


def _ref(ref: SentenceRef) -> dict[str, int]:
    return {"article": ref.article, "sentence": ref.sentence}


def _entity(entity: Entity, articles: tuple[Article, ...]) -> dict[str, Any]:
    mentions = []
    for mention in entity.mentions:
        offsets = articles[mention.article].offsets
        start, end = offsets.start(mention.start), offsets.end(mention.end)
        mentions.append({"article": mention.article, "start": start, "end": end})
    return {"id": entity.id, "name": entity.name, "type": entity.type.value, "mentions": mentions}
