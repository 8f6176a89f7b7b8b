"""Whatever a page is made of: it is read or refused, and no word of it is lost in silence."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publisher.model.inline import Link
from publisher.model.walk import runs
from publisher.readers.html import read_html
from publisher.readers.incoming import Imported, Incoming, account

PIECES = (
    *("<div>", "</div>", "<p>", "</p>", "<b>", "</b>", "<i>", "<h1>", "<h2>", "</h2>", "<ul>"),
    *("<li>", "</ul>", "<ol start=-5>", "<blockquote>", "<cite>", "<table>", "<tr>", "<td>"),
    *("<td colspan=9999>", "</table>", "<figure>", "<figcaption>", "</figure>", "<br>", "<hr>"),
    *("<img src=a.jpg>", "<img src='data:image/png;base64,A'>", "<picture>", "<amp-img src=a.jpg>"),
    *(
        "<noscript>",
        "</noscript>",
        "<video poster=a.jpg>",
        "<iframe src=x>",
        "<aside>",
        "<article>",
    ),
    *("<nav>", "<form>", "<button>", "<a href=javascript:x>", "<a href='http://[::1'>", "</a>"),
    *("<a href=/x>", "<span lang=de>", "</span>", "<pre>", "<code>", "<svg>", "<script>"),
    *("</script>", "<style>", "<!--", "-->", "</body>", "<body>", "<base href=x:y>", "<small>"),
    *("<div class=caption>", "<p class=credit>", "<div class=gallery>", "<div class=related>"),
    *("<time datetime=x>", "<div itemprop=articleBody>", "<title>", "<meta charset=utf-16>"),
    *("<o:p>", "<dl><dt>", "<caption>"),
)
WORDS = (
    "Words that are long enough to be a paragraph of a story, and then some more. ",
    *("word ", "Foto: A. Kos ", "(Ivo Lin/AFP) ", "By Ana Kos ", "3 May 2024 ", "Read more "),
    *("&nbsp;", "&#0;", "\x00", "\ud800", "\u202e", "“"),
)
pages = st.lists(st.sampled_from((*PIECES, *WORDS)), max_size=25).map("".join)


def read(page: str) -> Imported:
    data = page.encode("utf-8", "surrogatepass")
    return read_html(Incoming(data=data, name="page.html", beside=("page_files/a.jpg",)))


def check(imported: Imported) -> None:
    assert account(imported) == imported.rest
    assert imported.article is not None or imported.diagnostics
    for _, run in runs(imported.article) if imported.article else ():
        for inline in run.children:
            assert not isinstance(inline, Link) or not inline.href.startswith("javascript")


@settings(max_examples=60, deadline=None)
@given(pages)
def test_any_page_is_read_without_losing_a_word(page: str) -> None:
    check(read(page))


CAPTION = "<figcaption>The bench by the river. Foto: A. Kos</figcaption>"
LONG = "<p>" + WORDS[0] * 3 + "</p>"
FOUND = {
    "a picture that was never closed holds the text behind it": (
        f"<figure><amp-img src=a.jpg>{CAPTION}</figure>{LONG}"
    ),
    "the only picture stands in noscript, and its caption behind it": (
        f"<div><p><noscript><img src=a.jpg></noscript>{CAPTION}</p>{LONG}</div>"
    ),
    "text stands behind the end of the page": f"<body>{LONG}</body></html><aside>More</aside>",
    "an element has no children, but all of the text": f"<html>{WORDS[0] * 3}",
    "a comment ends a caption": "<figure><img src=a.jpg><figcaption><!--x--><b>A. Kos</b>",
    "the figure of the head holds the text": f"<h1>Title</h1><figure><img src=a.jpg>{LONG * 9}",
    "a line of the head is a bullet": (
        f"<td><b>Title</b><br>&bull;<br>By Ana Kos<br><br><figure><img src=a.jpg>{CAPTION}</figure>"
        f"{WORDS[0] * 2}<br><br>{WORDS[0] * 2}</td>"
    ),
    "a box of the page stands between two lines": (
        f"<article>{LONG}<div>One<div class=related>Related</div>two</div>{LONG}</article>"
    ),
    "the source of a quotation was never closed": (
        f"<blockquote><p>{WORDS[0]}</p><cite>A. Kos<blockquote>{LONG}<ul><li>x</ul></blockquote>"
    ),
    "text stands beside the cells of a table": (
        f"{LONG}<table><tr><td>a<td>b</tr>lost<tr>too<td>c<td>d</table>{LONG}"
    ),
    "a list ends with a comment": f"<article>{LONG}<ul><li><a href=/x>x</a><!--x--></ul></article>",
    "credits stand twice": (
        "<figure><img src=a.jpg><p>The bench. <b class=credit>A. Kos</b></p>"
        "<span class=credit>A. Kos</span></figure>"
    ),
    "a comment touches a caption": (
        "<figure><img src=a.jpg><figcaption>By the river<!--x--><b>A. Kos</b></figcaption></figure>"
    ),
    "lines below a picture touch": (
        "<figure><img src=a.jpg><figcaption>By the river<small>Image: A. Kos</small></figcaption>"
    ),
}


@pytest.mark.parametrize("page", FOUND.values(), ids=FOUND.keys())
def test_what_once_lost_words_or_stopped_keeps_them(page: str) -> None:
    imported = read(page)

    assert imported.article is not None
    check(imported)


HOSTILE = {
    "deep lists": "<ul><li>" * 900 + "text",
    "many marks": "<b>a<i>b" * 20_000,
    "many pictures": "<img src=a.jpg>" * 5_000 + "text",
    "entities": "<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;&a;'>]><p>&b;</p>",
    "external entity": '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hostname">]><p>x&e;</p>',
    "a deep box below a picture": "<p><img src=a.jpg></p><div class=caption>" + "<div>x" * 1500,
    "long class": f'<p class="{"share-" * 50_000}">text</p>',
    "brackets": "<figure><img src=a.jpg><figcaption>" + "(" * 20_000,
    "wide table": "<table><tr>" + "<td colspan=999>x<th>y" * 500,
}


@pytest.mark.parametrize("page", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_pages_are_read_or_refused(page: str) -> None:
    imported = read(page)

    assert imported.article is not None or imported.diagnostics
    assert "hostname" not in str(imported.article)
