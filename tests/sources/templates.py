"""Pages in the manner of real news sites' templates, around articles made up for the purpose.

Each template dresses the same article as one kind of site does: its element and class names, metadata, navigation,
share bars, advertisements, promos between paragraphs, newsletters, comments and lists of other stories.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from itertools import chain
from typing import Any


@dataclass(frozen=True)
class Story:
    """An article as its author wrote it: what a page must give back."""

    headline: str = "Springfield to close its old bridge for two years"
    author: str = "Jane Doe"
    published: str = "2024-05-14T09:30:00+02:00"
    paragraphs: tuple[str, ...] = (
        "The council of Springfield voted on Tuesday to close the old bridge for repairs that will take at least two years.",
        "“We cannot wait any longer,” Mayor Ann Lee said after the vote, which followed a debate of four hours.",
        "Engineers had found cracks in three of its seven piers during an inspection in March, according to the town’s report.",
        "The bridge, built in 1907, carries some 14,000 cars a day. Traffic will be led over the northern bridge, where buses will run every ten minutes.",
        "Opponents said the plan would ruin shops on the east bank, and promised to go to court.",
        "“Nobody asked the people who live here,” said Tom Roe, who has sold bicycles beside the bridge since 1989.",
        "The repairs are expected to cost 41 million dollars, of which the state will pay a third. Work begins on June 3.",
        "A ferry for pedestrians, free of charge, will cross the river from six in the morning until midnight.",
    )
    heading: str = "Shops fear for their sales"
    caption: str = "The old bridge seen from the east bank on Monday morning."
    credit: str = "Mary Major/Springfield Post"

    @property
    def body(self) -> str:
        """All its paragraphs."""
        return " ".join(self.paragraphs)


STORY = Story()
FURNITURE = (
    "Accept all cookies", "Six dogs found in a barn", "Oil rises on output cuts", "Sign up for our newsletter", "All rights reserved",
    "Share on Facebook", "Most read", "Advertisement", "Ten bridges to see before you die", "Leave a comment", "Skip to content",
)  # fmt: skip
_NAV = '<a href="#main">Skip to content</a><nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li><li><a href="/biz">Business</a></li></ul></nav>'
_SHARE = (
    '<div class="share-bar"><button>Share</button><a href="#f">Share on Facebook</a><a href="#x">Share on X</a></div>'
)
_MORE = (
    '<h3>Most read</h3><ul><li><a href="/1">Six dogs found in a barn</a></li><li><a href="/2">Oil rises on output cuts</a></li>'
    '<li><a href="/3">Ten bridges to see before you die</a></li></ul>'
)
_FOOT = '<footer><p>© 2024 Example Media. All rights reserved.</p><a href="/terms">Terms of use</a><a href="/privacy">Privacy policy</a></footer>'


def _json_ld(story: Story, outlet: str, url: str, **more: Any) -> str:
    said = {
        "@context": "https://schema.org", "@type": "NewsArticle", "headline": story.headline, "datePublished": story.published,
        "author": [{"@type": "Person", "name": story.author}], "publisher": {"@type": "Organization", "name": outlet},
        "mainEntityOfPage": {"@type": "WebPage", "@id": url}, **more,
    }  # fmt: skip
    return f'<script type="application/ld+json">{json.dumps(said)}</script>'


def _og(story: Story, outlet: str, url: str) -> str:
    said = {"og:title": f"{story.headline}", "og:site_name": outlet, "og:url": url, "og:type": "article",
            "article:published_time": story.published}  # fmt: skip
    return "".join(f'<meta property="{key}" content="{escape(value)}">' for key, value in said.items())


def _page(head: str, body: str, title: str, lang: str = "en") -> str:
    return f'<!DOCTYPE html>\n<html lang="{lang}"><head><meta charset="utf-8"><title>{escape(title)}</title>{head}</head><body>{body}</body></html>'


def _woven(paragraphs: list[str], *between: str) -> str:
    """Paragraphs with other things in between, after the second, the fourth and so on."""
    fill = chain(between, [""] * len(paragraphs))
    return "".join(p + (next(fill) if n % 2 else "") for n, p in enumerate(paragraphs))


def broadcaster(story: Story = STORY) -> str:
    """A cable broadcaster: paragraphs with data attributes, a dateline in bold, ads with feedback links."""
    texts = [
        f'<p class="paragraph inline-placeholder vossi-paragraph" data-uri="cms/{n}">{escape(p)}</p>'
        for n, p in enumerate(story.paragraphs)
    ]
    figure = f'<div class="image__container"><img src="b.jpg"></div><div class="image__metadata"><div itemprop="caption" class="image__caption">{story.caption}</div><figcaption class="image__credit">{story.credit}</figcaption></div>'
    ad = '<div class="ad-slot"><div class="ad-feedback">Ad Feedback</div><span>Advertisement</span></div>'
    related = (
        '<div class="related-content"><p>Related article</p><a href="/r">Ten bridges to see before you die</a></div>'
    )
    body = f'{_NAV}<main class="article__main"><h1 class="headline__text" id="maincontent">{story.headline}</h1><div class="byline__names">By {story.author}, KBN</div><div class="timestamp">Updated 9:30 AM EDT, Tue May 14, 2024</div>{_SHARE}<div class="article__content" itemprop="articleBody">{figure}{_woven(texts, ad, related, f"<h2 class=subheader>{story.heading}</h2>")}</div></main><aside>{_MORE}</aside>{_FOOT}'
    return _page(
        _json_ld(story, "KBN", "https://edition.kbn.example/2024/05/14/bridge"), body, f"{story.headline} | KBN"
    )


def public_service(story: Story = STORY) -> str:
    """A public broadcaster: one div per block, class names made by a machine."""
    texts = [
        f'<div data-component="text-block" class="ssrcss-11r1m41"><div class="ssrcss-7uxr49"><p class="ssrcss-1q0x1qg">{escape(p)}</p></div></div>'
        for p in story.paragraphs
    ]
    image = f'<div data-component="image-block"><figure><img src="a"><span class="visually-hidden">Image source, </span><span>{story.credit}</span><figcaption><span class="visually-hidden">Image caption, </span><p>{story.caption}</p></figcaption></figure></div>'
    heading = f'<div data-component="subheadline-block"><h2>{story.heading}</h2></div>'
    links = '<div data-component="unordered-list-block"><ul><li><a href="/a"><b>Six dogs found in a barn</b></a></li><li><a href="/b"><b>Oil rises on output cuts</b></a></li></ul></div>'
    topics = (
        '<div data-component="topic-list"><h2>Related Topics</h2><ul><li><a href="/t">Bridges</a></li></ul></div><div data-component="links-block"><h2>More on this story</h2>'
        + _MORE
        + "</div>"
    )
    body = f'{_NAV}<main id="main-content"><article><header><h1>{story.headline}</h1><time datetime="{story.published}">14 May 2024</time><div data-component="byline-block"><span>{story.author}</span><span>Transport correspondent</span></div></header>{_SHARE}{image}{_woven(texts, links, heading)}{topics}</article></main>{_FOOT}'
    return _page(
        _og(story, "SBC News", "https://www.sbc.example.co.uk/news/1"), body, f"{story.headline} - SBC News", "en-GB"
    )


def agency(story: Story = STORY) -> str:
    """A news agency: paragraphs are divs numbered by test ids, links open in new tabs, a "standards" line at the end."""
    texts = [
        f'<div data-testid="paragraph-{n}" class="text__text__1FZLe body__full_width__ekUdw article-body__paragraph__2-BtD">{"SPRINGFIELD, May 14 (Argus) - " if n == 0 else ""}{escape(p)}</div>'
        for n, p in enumerate(story.paragraphs)
    ]
    ad = '<div data-testid="Dianomi"><div class="ad">Advertisement · Scroll to continue</div></div>'
    news = '<div data-testid="ReadNext"><p>Sign up for our newsletter, the Daily Briefing. <a href="/n">Sign up here.</a></p></div>'
    tail = f'<p data-testid="Body">Reporting by {story.author}; Editing by John Public</p><p>Our Standards: <a href="/s">The Argus Trust Principles.</a></p>'
    body = f'{_NAV}<article><h1 data-testid="Heading">{story.headline}</h1><div class="info-content__author-date">By <a rel="author">{story.author}</a></div><figure data-testid="primary-image"><img src="c"><figcaption>{story.caption} {story.credit}</figcaption></figure><div class="article-body__content">{_woven(texts, ad, news)}{tail}</div></article><section><h2>Read Next</h2>{_MORE}</section>{_FOOT}'
    return _page(_json_ld(story, "Argus", "https://www.argus.example/world/bridge"), body, f"{story.headline} | Argus")


def quality_paper(story: Story = STORY) -> str:
    """A quality daily: a standfirst, promos as asides in the text, a reader's appeal, tags at the end."""
    texts = [f'<p class="dcr-iy9ec7">{escape(p)}</p>' for p in story.paragraphs]
    promo = '<aside class="rich-link"><a href="/x">Ten bridges to see before you die</a><span>Read more</span></aside>'
    appeal = '<gu-island><div class="contributions"><h2>Support independent journalism</h2><p>Sign up for our newsletter</p></div></gu-island>'
    body = f'{_NAV}<main><article><div data-gu-name="headline"><h1>{story.headline}</h1></div><div data-gu-name="standfirst"><p>Vote follows long debate over cracks in the piers</p></div><div data-gu-name="meta"><address><a rel="author">{story.author}</a></address><details><summary>Tue 14 May 2024 09.30 CEST</summary></details></div><figure><img src=x><figcaption><span>{story.caption}</span> Photograph: {story.credit}</figcaption></figure><div id="maincontent" class="article-body-commercial-selector">{_woven(texts, promo, f"<h2>{story.heading}</h2>", appeal)}</div><div class="submeta"><span>Explore more on these topics</span><ul><li><a href="/t">Bridges</a></li></ul>{_SHARE}</div></article></main><section id="comments"><h2>Leave a comment</h2></section><section data-container="most-viewed">{_MORE}</section>{_FOOT}'
    return _page(
        _og(story, "The Warden", "https://www.thewarden.example/uk/bridge"),
        body,
        f"{story.headline} | Bridges | The Warden",
    )


def grey_lady(story: Story = STORY) -> str:
    """A paper of record: the text in companion columns, captions with hidden labels, a graph of JSON-LD nodes."""
    graph = {"@context": "https://schema.org", "@graph": [
        {"@type": "NewsArticle", "headline": escape(story.headline), "datePublished": story.published, "isAccessibleForFree": False,
         "author": {"@id": "#jane"}, "publisher": {"@id": "#paper"}},
        {"@type": "Person", "@id": "#jane", "name": story.author},
        {"@type": "NewsMediaOrganization", "@id": "#paper", "name": "The Springfield Times"}]}  # fmt: skip
    columns = [story.paragraphs[n : n + 2] for n in range(0, len(story.paragraphs), 2)]
    ad = '<div class="css-ad"><div id="story-ad-1-wrapper">Advertisement<a href="#after">SKIP ADVERTISEMENT</a></div></div>'
    texts = [
        f'<div class="css-53u6y8 StoryBodyCompanionColumn"><div>{"".join(f"<p class=css-at9mc1>{escape(p)}</p>" for p in two)}</div></div>'
        for two in columns
    ]
    figure = f'<div><figure><picture><img src=z></picture><figcaption class="css-1g9ic6e"><span aria-hidden="false">{story.caption}</span><span class="css-1u46b97"><span>Credit...</span><span>{story.credit}</span></span></figcaption></figure></div>'
    body = f'{_NAV}<main><article id="story"><header><h1 data-testid="headline">{story.headline}</h1><p id="article-summary">A debate of four hours ended in a narrow vote.</p><p class="byline">By <span itemprop="name">{story.author}</span></p><time datetime="{story.published}">May 14, 2024</time></header>{figure}<section name="articleBody" itemprop="articleBody">{ad.join(texts)}</section><div class="bottom-of-article"><p>{story.author} reports on towns and their bridges. <a href="/m">More about {story.author}</a></p></div></article></main><section>{_MORE}</section>{_FOOT}'
    return _page(
        f'<script type="application/ld+json">{json.dumps(graph)}</script>',
        body,
        f"{story.headline} - The Springfield Times",
    )


def weblog(story: Story = STORY) -> str:
    """A local paper on a weblog engine: the text in entry-content, captions in paragraphs, sharing and related posts inside."""
    texts = [f"<p>{escape(p)}</p>" for p in story.paragraphs]
    figure = f'<div class="wp-caption alignnone" style="width:800px"><img src=y><p class="wp-caption-text">{story.caption}</p></div>'
    inside = '<div class="sharedaddy sd-sharing-enabled"><h3 class="sd-title">Share this:</h3><ul><li><a href="#">Share on Facebook</a></li><li><a>Email</a></li></ul></div><div id="jp-relatedposts" class="jp-relatedposts"><h3><em>Related</em></h3></div>'
    body = f'<div id="page">{_NAV}<article id="post-1" class="post type-post hentry"><header class="entry-header"><h1 class="entry-title">{story.headline}</h1><div class="entry-meta"><span class="posted-on"><time class="entry-date published" datetime="{story.published}">May 14, 2024</time></span> by <span class="author vcard"><a class="url fn n" href="/author">{story.author}</a></span></div></header><div class="entry-content">{figure}{_woven(texts, "", f"<h3>{story.heading}</h3>")}{inside}</div><footer class="entry-footer"><span class="tags-links">Tagged <a href="/tag">bridge</a></span></footer></article><nav class="post-navigation"><a href="/p">Six dogs found in a barn</a></nav><div id="respond"><h3>Leave a comment</h3><p>Your email address will not be published.</p></div><aside class="widget-area">{_MORE}</aside></div>{_FOOT}'
    return _page(
        _og(story, "The Eastbank Courier", "https://eastbankcourier.example/2024/05/bridge"),
        body,
        f"{story.headline} – The Eastbank Courier",
    )


def tabloid(story: Story = STORY) -> str:
    """A television network's site: links in capitals as paragraphs between the text, a video player, an app's banner."""
    texts = [
        f'<p class="speakable">{escape(p)}</p>' if n < 2 else f"<p>{escape(p)}</p>"
        for n, p in enumerate(story.paragraphs)
    ]
    shout = '<p><a href="/1"><strong>SIX DOGS FOUND IN A BARN</strong></a></p>'
    app = '<p><a href="/app"><u>CLICK HERE TO GET THE CHANNEL 9 APP</u></a></p>'
    figure = f'<div class="image-ct inline"><div class="m"><picture><img src=q></picture></div><div class="info"><div class="caption"><p><span>{story.caption}</span> <span class="copyright">({story.credit})</span></p></div></div></div>'
    body = f'{_NAV}<article class="article-wrap"><header class="article-header"><h1 class="headline speakable">{story.headline}</h1><div class="author-byline">By <span><a href="/p">{story.author}</a></span> <span>Channel 9</span></div><div class="article-date">Published <time>May 14, 2024 9:30am EDT</time></div></header><div class="article-content"><div class="article-body"><div class="featured-video"><span>NEW</span>You can now listen to articles!</div>{_woven(texts, shout, figure, app)}<div class="article-meta"><p><i>{story.author} is a reporter for Channel 9.</i></p></div></div></div></article><div class="sidebar">{_MORE}</div>{_FOOT}'
    return _page(
        _json_ld(story, "Channel 9 News", "https://www.channel9.example/us/bridge", articleBody=story.body),
        body,
        f"{story.headline} | Channel 9 News",
    )


def old_table(story: Story = STORY) -> str:
    """A site of the old school: tables, font elements, line breaks for paragraphs, Windows quotes, no metadata at all."""
    text = "<br><br>".join(escape(p) for p in story.paragraphs)
    return f'<html><head><title>{story.headline} - Riverside Gazette</title></head><body bgcolor=white><table width=100%><tr><td><a href="/">Home</a> | <a href="/n">News</a></td></tr></table><table><tr><td width=150><a href="/1">Six dogs found in a barn</a><br><a href="/2">Oil rises on output cuts</a></td><td><font size=5><b>{story.headline}</b></font><br><i>By {story.author}</i><br><br>{text}<br><br></td></tr></table><center><font size=1>Copyright 2024 Riverside Gazette. All rights reserved.</font></center></body></html>'


def amp(story: Story = STORY) -> str:
    """The stripped twin of a page that search engines ask for."""
    texts = [f"<p>{escape(p)}</p>" for p in story.paragraphs]
    return f'<!doctype html><html ⚡ lang="en"><head><meta charset="utf-8"><title>{story.headline}</title><link rel="canonical" href="https://www.channel9.example/us/bridge"><script async src="v0.js"></script>{_json_ld(story, "Channel 9 News", "https://www.channel9.example/us/bridge")}</head><body><amp-sidebar><ul><li><a href="/">Home</a></li></ul></amp-sidebar><article class="amp-wp-article"><header><h1>{story.headline}</h1></header><div class="amp-wp-article-content">{_woven(texts, "<amp-ad width=300></amp-ad>")}</div></article>{_FOOT}</body></html>'


def scripted(story: Story = STORY) -> str:
    """A page drawn by a script, with its text for search engines in JSON-LD."""
    body = '<div id="root"></div><noscript>You need to enable JavaScript to run this app.</noscript><script>window.__STATE__={}</script>'
    paragraphs = "\n\n".join(story.paragraphs)
    return _page(
        _json_ld(story, "Modern Daily", "https://modern.example/bridge", articleBody=paragraphs), body, story.headline
    )


TEMPLATES: tuple[Callable[..., str], ...] = (
    broadcaster, public_service, agency, quality_paper, grey_lady, weblog, tabloid, old_table, amp, scripted,
)  # fmt: skip
OUTLETS = ("KBN", "SBC News", "Argus", "The Warden", "The Springfield Times", "The Eastbank Courier", "Channel 9 News",
           "Riverside Gazette", "Channel 9 News", "Modern Daily")  # fmt: skip
