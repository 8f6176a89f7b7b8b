"""Saved pages become articles, with every word told."""

from datetime import date

import pytest

from publisher.model.article import Article
from publisher.model.block import Heading, Paragraph
from publisher.model.walk import figures_of, plain_text
from publisher.readers.html import read_html
from publisher.readers.incoming import Imported, Incoming, Reason, account

PARAGRAPHS = (
    "The council of Dell has counted its benches twice since spring, and the sum was another.",
    "The first count was made on foot, the second by a pupil with a camera, bench by bench.",
    "Between the two counts lies the night on which somebody carried a bench to the other bank.",
)
PAGE = """<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>Benches counted twice - The Dell Times</title>
<meta property="og:site_name" content="The Dell Times">
<link rel="canonical" href="https://dell.example/benches">
<script type="application/ld+json">{head}</script>
</head><body><header><nav><a href="/">Home</a></nav></header>
<article><h1>Benches counted twice</h1><p class="standfirst">Nobody knows who moved it.</p>
<div class="meta"><span class="byline">By <a rel="author" href="/a">Ana Kos</a></span>
<time datetime="2024-05-04T00:30:00+02:00">4 May 2024</time></div>
<figure><img src="Page_files/bench%201.jpg" alt="A bench"><figcaption>The bench. (Ivo Lin/AFP)
</figcaption></figure>
<div class="entry-content"><p>{0}</p><p>{1} <script>alert(1)</script></p><h2>The night</h2>
<div class="related"><a href="/x">Another story of the week</a></div><p onclick="x()">{2}</p></div>
</article><footer>© The Dell Times</footer></body></html>"""
HEAD = (
    '{"@type": ["NewsArticle"], "headline": "Benches counted twice", "keywords": "benches, Dell",'
    '"datePublished": "2024-05-03T22:30:00Z", "author": [{"name": "By Ana Kos"}],}'
)


def imported(page: str, *beside: str, slug: str = "") -> Imported:
    data = page.encode("utf-8", "surrogatepass")
    return read_html(Incoming(data=data, name="page.html", beside=beside, slug=slug))


def article(page: str, *beside: str) -> Article:
    found = imported(page, *beside).article
    assert found is not None
    return found


def page(head: str = HEAD) -> str:
    text = PAGE.replace("{head}", head)
    for place, paragraph in enumerate(PARAGRAPHS):
        text = text.replace(f"{{{place}}}", paragraph)
    return text


def test_a_page_gives_its_article() -> None:
    found = article(page(), "Page_files/bench 1.jpg")

    assert plain_text(found.title.children) == "Benches counted twice"
    assert found.subtitle is not None
    assert plain_text(found.subtitle.children) == "Nobody knows who moved it."
    assert [plain_text(one.name.children) for one in found.byline] == ["Ana Kos"]
    assert (found.language, found.source) == ("en", "https://dell.example/benches")
    assert [plain_text(keyword.children) for keyword in found.keywords] == ["benches", "Dell"]
    texts = [b.content for b in found.body if isinstance(b, Paragraph | Heading)]
    assert [plain_text(text.children) for text in texts] == [
        PARAGRAPHS[0],
        PARAGRAPHS[1],
        "The night",
        PARAGRAPHS[2],
    ]


def test_the_picture_of_the_head_comes_first_with_its_words() -> None:
    (figure,) = figures_of(article(page(), "Page_files/bench 1.jpg"))

    assert figure.image is not None
    assert figure.image.path == "images/bench-1.jpg"
    assert figure.caption is not None
    assert plain_text(figure.caption.children) == "The bench."
    assert figure.credit is not None
    assert figure.credit.line == "Ivo Lin/AFP"


def test_the_day_is_the_one_that_the_page_prints() -> None:
    assert article(page()).published == date(2024, 5, 4)


def test_every_visible_word_is_in_the_article_or_in_the_rest() -> None:
    found = imported(page())

    assert account(found) == found.rest
    reasons = {rest.text: rest.reason for rest in found.rest}
    assert reasons["Another story of the week"] is Reason.PAGE
    assert reasons["Home"] is Reason.PAGE


@pytest.mark.parametrize(
    "head",
    [
        "",
        "{",
        "[]",
        "null",
        '{"@graph": [1, {"@type": 3}]}',
        "[" * 100_000,
        '{"@type": "NewsArticle"',
    ],
)
def test_broken_linked_data_does_no_harm(head: str) -> None:
    found = article(page(head))

    assert plain_text(found.title.children) == "Benches counted twice"
    assert [plain_text(one.name.children) for one in found.byline] == ["Ana Kos"]


@pytest.mark.parametrize("encoding", ["windows-1250", "iso-8859-2", "utf-8"])
def test_a_page_is_read_in_the_encoding_that_it_declares(encoding: str) -> None:
    text = f'<meta charset="{encoding}"><h1>Đak i šešir</h1><p>Ćutanje je čudna stvar u školi.</p>'
    found = read_html(Incoming(data=text.encode(encoding), name="a.html"))

    assert found.article is not None
    assert plain_text(found.article.title.children) == "Đak i šešir"


@pytest.mark.parametrize("text", ["", "<html>", "\x00", "<script>var a;</script>"])
def test_a_page_without_text_is_an_error(text: str) -> None:
    found = imported(text)

    assert found.article is None
    assert found.diagnostics[-1].code == "page-empty"


def test_a_page_that_is_nested_too_deep_is_an_error() -> None:
    found = imported("<div>" * 5000 + "text")

    assert [one.code for one in found.diagnostics] == ["page-too-deep"]


def test_a_page_that_is_too_large_is_an_error() -> None:
    found = read_html(Incoming(data=b"a" * 50_000_000, name="a.html"))

    assert [one.code for one in found.diagnostics] == ["page-too-large"]


def test_a_text_may_speak_as_pages_ask_of_their_readers() -> None:
    spoken = (
        "<p>“What do you think?” the reporter asked.</p>"
        "<p>Support our troops, the banner read above the square.</p>"
        "<p>Do you have any information, police asked on Monday.</p>"
        "<div><p>The union asked all to <a href='https://union.example/join/'>join</a>.</p></div>"
    )

    body = article(
        page().replace(f"<p>{PARAGRAPHS[0]}</p>", f"<p>{PARAGRAPHS[0]}</p>{spoken}")
    ).body

    texts = [plain_text(one.content.children) for one in body if isinstance(one, Paragraph)]
    assert len(texts) == len(PARAGRAPHS) + 4


def test_what_a_page_asks_of_its_readers_is_no_part_of_the_article() -> None:
    asked = "<p>Follow us on <a href='/f'>Facebook</a> and <a href='/x'>X</a>.</p></div></article>"

    found = imported(page().replace("</div>\n</article>", asked))

    assert "Follow us on Facebook and X." in [rest.text for rest in found.rest]


def test_words_in_q_have_the_quotation_marks_that_a_browser_sets() -> None:
    quoted = page().replace("bench by bench.", "<q>bench by <q>bench</q></q>.")

    body = article(quoted).body

    texts = [plain_text(one.content.children) for one in body if isinstance(one, Paragraph)]
    assert texts[1].endswith("“bench by ‘bench’”.")


def test_an_author_is_not_taken_from_a_box_beside_the_page() -> None:
    head = '{"@type": "NewsArticle", "headline": "Benches counted twice"}'
    bare = page(head).replace(
        '<span class="byline">By <a rel="author" href="/a">Ana Kos</a></span>', ""
    )

    found = article(bare.replace("<footer>", "<aside><p>Author: Ivo Lin</p></aside><footer>"))

    assert found.byline == ()


SEEN = "<svg><title>No words</title><text>Turnout <tspan>3.5</tspan></text></svg><select>"
SEEN += "<option>Choose</option></select><textarea>Write</textarea><input value='Send it'>"
SEEN += "<iframe srcdoc='<p>A post</p>'></iframe><input type=hidden value=secret>"


def test_words_of_drawings_forms_and_frames_are_told() -> None:
    found = imported(page().replace("<footer>", SEEN + "<footer>"))

    told = [rest.text for rest in found.rest if rest.reason is Reason.UNPLACED]
    assert told == ["Turnout 3.5", "Choose", "Write", "Send it", "A post"]


def test_a_short_sentence_may_begin_the_text() -> None:
    body = article(page().replace(f"<p>{PARAGRAPHS[0]}</p>", "<p>It is over.</p>")).body

    assert isinstance(body[1], Paragraph)
    assert plain_text(body[1].content.children) == "It is over."


def test_the_theme_of_a_blog_tells_author_and_change() -> None:
    byline = '<span class="byline">By <a rel="author" href="/a">Ana Kos</a></span>'
    written = (
        '<span class="byline">written <span class="author vcard"><a>Ivo Lin</a></span></span>'
        '<time class="updated" datetime="2024-05-06T08:00:00+02:00">6 May 2024</time>'
    )

    found = article(page('{"@type": "WebSite"}').replace(byline, written))

    assert [plain_text(one.name.children) for one in found.byline] == ["Ivo Lin"]
    assert (found.published, found.updated) == (date(2024, 5, 4), date(2024, 5, 6))


def test_a_line_below_a_picture_that_is_a_credit_is_one() -> None:
    figure = (
        '<figure><img src="b.jpg"><span>EPA</span><figcaption>Traders wait</figcaption></figure>'
    )

    found = figures_of(article(page().replace("<h2>The night</h2>", figure)))[1]

    assert found.credit is not None
    assert found.credit.line == "EPA"
    assert found.caption is not None
    assert plain_text(found.caption.children) == "Traders wait"
