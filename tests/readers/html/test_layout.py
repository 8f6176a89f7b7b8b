"""Of a page, the article is read and nothing else, and each word of it."""

import pytest

from publisher.model.article import Article
from publisher.model.block import Figure, Heading, Paragraph
from publisher.model.walk import figures_of, plain_text
from publisher.readers.html import read_html
from publisher.readers.incoming import Incoming, account

TITLE = "A title for a story about nothing much"
TEXT = (
    "The first paragraph of this story is long enough to be taken for one by anybody.",
    "A second paragraph follows it, also of a decent length, so that the text is found.",
    "The third paragraph ends the story in the way that stories end when all is said.",
)
PARAGRAPHS = "".join(f"<p>{text}</p>" for text in TEXT)


def read(body: str, head: str = "") -> Article:
    page = (
        f'<html lang="en"><head><title>{TITLE} | The Dell Times</title>{head}</head><body>'
        f'<header class="site-header"><a href="/">The Dell Times</a></header>{body}'
        "<footer><p>© The Dell Times. All rights reserved, as they always are.</p></footer>"
    )
    imported = read_html(Incoming(data=page.encode(), name="page.html"))
    assert imported.article is not None
    assert account(imported) == imported.rest
    return imported.article


def lines(article: Article) -> tuple[str, ...]:
    return tuple(
        plain_text(block.content.children)
        for block in article.body
        if isinstance(block, Paragraph | Heading)
    )


def words(figure: Figure) -> tuple[str, str]:
    caption = plain_text(figure.caption.children) if figure.caption else ""
    return caption, figure.credit.line if figure.credit else ""


BODIES = (
    f'<h1>{TITLE}</h1><div class="entry-content">{PARAGRAPHS}</div>',
    f"<main><article><h1>{TITLE}</h1>{PARAGRAPHS}</article></main>",
    f"<form><table><tr><td><a href=/a>Home</a><td><h1>{TITLE}</h1>{PARAGRAPHS}</table></form>",
    f"<div class=css-1><h1>{TITLE}</h1>"
    + "".join(f"<div><p>{t}</p></div>" for t in TEXT)
    + "</div>",
    f"<div><b>{TITLE}</b><br>" + "<br><br>".join(TEXT) + "</div>",
    f'<div class="has-sidebar elementor-widget"><h1>{TITLE}</h1>{PARAGRAPHS}</div>',
)


@pytest.mark.parametrize("body", BODIES)
def test_the_text_is_found_whatever_holds_it(body: str) -> None:
    article = read(body)

    assert plain_text(article.title.children) == TITLE
    assert lines(article) == TEXT


FURNITURE = (
    '<div class="share-buttons">Share this</div>',
    '<aside class="related"><h3>Related</h3><a href="/b">Another story of this week</a></aside>',
    '<p>Read more: <a href="/b">Another story of this week</a></p>',
    '<p>Pročitajte još: <a href="/b">Još jedna priča ove sedmice</a></p>',
    '<p>Lexo edhe: <a href="/b">Një tjetër lajm i kësaj jave</a></p>',
    "<h4>Повезане вести</h4><ul><li><a href=/b>Још једна вест</a></li></ul>",
    '<div><a href="/b"><img src="b.jpg"><h4>Another story of this week</h4></a></div>',
    "<form><p>Sign up for the letter that comes on Sundays</p><input></form>",
    "<div>Advertisement</div>",
    '<div style="display: none">Hidden words</div>',
    "<script>document.write('x')</script><noscript>Turn it on</noscript>",
    '<div role="dialog">We use cookies</div>',
    '<div class="d-none">Words that a style sheet hides</div>',
)


@pytest.mark.parametrize("furniture", FURNITURE)
def test_what_stands_between_the_paragraphs_is_left_out_and_told(furniture: str) -> None:
    parts = [f"<p>{text}</p>" for text in TEXT]
    body = f"<article><h1>{TITLE}</h1>{parts[0]}{furniture}{parts[1]}{parts[2]}</article>"

    article = read(body)

    assert lines(article) == TEXT
    assert not figures_of(article)


HEADS = (
    '<p class="byline">By <a rel="author" href="/a">Ana Kos</a> and Ivo Lin</p><p>3 May 2024</p>',
    '<div class="meta"><span>By Ana Kos, Ivo Lin</span><span class="date">May 3, 2024</span></div>',
    (
        '<div><span itemprop="author">Ana Kos</span>, <span itemprop="author">Ivo Lin</span>'
        '<time datetime="2024-05-03T10:00:00Z">yesterday</time></div>'
    ),
)


@pytest.mark.parametrize("head", HEADS)
def test_authors_and_days_are_read_from_what_is_printed(head: str) -> None:
    article = read(f"<article><h1>{TITLE}</h1>{head}<div>{PARAGRAPHS}</div></article>")

    assert [plain_text(one.name.children) for one in article.byline] == ["Ana Kos", "Ivo Lin"]
    assert str(article.published) == "2024-05-03"
    assert lines(article) == TEXT


def test_a_line_that_begins_like_a_byline_is_a_paragraph_of_the_text() -> None:
    first = "By 412 votes to 187 the village has decided to keep the old clock for another year."
    article = read(f"<article><h1>{TITLE}</h1><p>{first}</p>{PARAGRAPHS}</article>")

    assert lines(article) == (first, *TEXT)
    assert not article.byline


@pytest.mark.parametrize(
    "deck",
    [
        '<p class="standfirst">{}</p>',
        "<h2>{}</h2>",
        '<div class="article__lead"><p>{}</p></div>',
        '<p itemprop="description">{}</p>',
    ],
)
def test_what_stands_below_the_title_is_the_subtitle(deck: str) -> None:
    words_ = "Nobody knows who moved the bench to the other bank."
    article = read(f"<h1>{TITLE}</h1>{deck.format(words_)}<div>{PARAGRAPHS}</div>")

    assert article.subtitle is not None
    assert plain_text(article.subtitle.children) == words_
    assert lines(article) == TEXT


LEADS = (
    (
        '<figure><button><img src="a.jpg" alt="x"></button><figcaption>A bench. Photo: Ivo Lin'
        "</figcaption></figure>"
    ),
    (
        '<div class="featured-image"><img src="a.jpg"><p class="overlay credit">Photo: Ivo Lin'
        '</p></div><p class="image-caption">A bench.</p>'
    ),
    (
        '<ul class="slides"><li class="slide"><div><img src="a.jpg"></div><div><p class="caption">'
        'A bench.</p><p class="credit">Photo: Ivo Lin</p></div></li></ul>'
    ),
)


@pytest.mark.parametrize("lead", LEADS)
def test_the_picture_of_the_head_has_its_words(lead: str) -> None:
    article = read(f"<article><h1>{TITLE}</h1>{lead}<div>{PARAGRAPHS}</div></article>")

    assert [words(figure) for figure in figures_of(article)] == [("A bench.", "Photo: Ivo Lin")]
    assert lines(article) == TEXT


def test_the_portrait_of_the_author_is_no_picture_of_the_article() -> None:
    head = '<div class="author"><img src="ana.jpg" width="200"><p>By Ana Kos</p></div>'
    article = read(f"<article><h1>{TITLE}</h1>{head}<div>{PARAGRAPHS}</div></article>")

    assert not figures_of(article)


def test_a_title_in_the_head_is_read_without_the_name_of_the_site() -> None:
    assert plain_text(read(f"<div>{PARAGRAPHS}</div>").title.children).startswith(TITLE)


def test_two_days_told_in_other_time_zones_are_one() -> None:
    head = (
        '<meta property="article:published_time" content="2024-05-03T22:30:00Z">'
        '<meta property="article:modified_time" content="2024-05-03T23:30:00Z">'
    )
    time = '<time datetime="2024-05-04T00:30:00+02:00">4 May</time>'
    article = read(f"<article><h1>{TITLE}</h1>{time}{PARAGRAPHS}</article>", head)

    assert (str(article.published), article.updated) == ("2024-05-04", None)
