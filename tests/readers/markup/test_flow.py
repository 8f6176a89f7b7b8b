"""Elements of a page become the blocks that a reader of the page would name."""

import pytest

from publisher.model.block import (
    Aside,
    Block,
    Figure,
    Gallery,
    Heading,
    ItemList,
    Paragraph,
    Quotation,
    Separator,
    Table,
)
from publisher.model.inline import Link
from publisher.model.walk import blocks_of, plain_text
from publisher.readers.draft import Draft
from publisher.readers.incoming import Incoming, Reason
from publisher.readers.markup.flow import read_blocks
from publisher.readers.markup.parse import parse_fragment
from publisher.readers.markup.setting import Setting

BASE = "https://example.org/news/"


def read(html: str, *beside: str) -> tuple[tuple[Block, ...], Draft]:
    draft = Draft(Incoming(data=b"", name="a.html", beside=beside), language="en")
    return read_blocks([parse_fragment(html)], Setting(draft=draft, base=BASE)), draft


def blocks(html: str) -> tuple[Block, ...]:
    return read(html)[0]


def words(found: tuple[Block, ...]) -> list[str]:
    return [
        plain_text(block.content.children)
        for block in blocks_of(found)
        if isinstance(block, Paragraph | Heading)
    ]


def figure(html: str, *beside: str) -> Figure:
    found, _ = read(html, *beside)
    figures = [block for block in found if isinstance(block, Figure)]
    assert len(figures) == 1
    return figures[0]


def said(shown: Figure) -> tuple[str, str]:
    caption = plain_text(shown.caption.children) if shown.caption else ""
    return caption, shown.credit.line if shown.credit else ""


def test_text_directly_in_boxes_is_read_between_the_paragraphs() -> None:
    assert words(blocks("<div>One<p>Two</p>three <b>four</b><div>Five</div></div>")) == [
        "One",
        "Two",
        "three four",
        "Five",
    ]


def test_two_new_lines_part_paragraphs_and_one_does_not() -> None:
    found = blocks("<font>One<br>more<br>&nbsp;<br><b>Two<br><br>Three</b></font>")

    assert words(found) == ["One more", "Two", "Three"]


def test_the_outermost_heading_is_of_the_first_level() -> None:
    found = blocks("<h3>A</h3><p>x</p><h5>B</h5><h3>C</h3>")

    assert [block.level for block in found if isinstance(block, Heading)] == [1, 2, 1]


def test_spaces_stand_outside_of_what_is_marked() -> None:
    (paragraph,) = blocks("<p>a <b>bold </b>word</p>")

    assert isinstance(paragraph, Paragraph)
    assert [plain_text((child,)) for child in paragraph.content.children] == ["a ", "bold", " word"]


@pytest.mark.parametrize("href", ["javascript:alert(1)", "data:text/html,x", "java\nscript:x"])
def test_an_address_that_is_no_link_leaves_its_words(href: str) -> None:
    (paragraph,) = blocks(f'<p><a href="{href}">words</a></p>')

    assert isinstance(paragraph, Paragraph)
    assert not any(isinstance(child, Link) for child in paragraph.content.children)
    assert words((paragraph,)) == ["words"]


def test_relative_addresses_become_absolute() -> None:
    (paragraph,) = blocks('<p><a href="a b.html">x</a></p>')

    assert isinstance(paragraph, Paragraph)
    assert paragraph.content.children[0] == Link(
        children=paragraph.content.children[0].children,  # type: ignore[union-attr]
        href="https://example.org/news/a%20b.html",
    )


def test_lists_quotations_tables_and_lines_keep_their_shape() -> None:
    found = blocks(
        "<ol start=3><li>a<ul><li>b</li></ul></li></ol>"
        "<blockquote><p>Words.</p><cite>— Ana Kos</cite></blockquote><hr>"
        "<aside><h4>Box</h4><p>Text</p></aside>"
        "<table><caption>T</caption><tr><th>A<th>B</tr><tr><td colspan=2>1</td></tr></table>"
    )
    ordered, quotation, separator, aside, table = found

    assert isinstance(ordered, ItemList)
    assert (ordered.ordered, ordered.start) == (True, 3)
    assert isinstance(quotation, Quotation)
    assert quotation.source is not None
    assert plain_text(quotation.source.children) == "Ana Kos"
    assert isinstance(separator, Separator)
    assert isinstance(aside, Aside)
    assert aside.title is not None
    assert isinstance(table, Table)
    assert (len(table.header), len(table.rows), table.rows[0][1]) == (2, 1, None)


def test_a_table_that_lays_out_a_page_is_none() -> None:
    html = "<table><tr><td><p>Menu</p></td><td><p>One</p><p>Two</p><p>Three</p></td></tr></table>"

    assert words(blocks(html)) == ["Menu", "One", "Two", "Three"]


PICTURES = (
    "<figure><img src=a.jpg><figcaption>Words. {}</figcaption></figure>",
    (
        '<div class="wp-caption"><a href=x><img src=a.jpg></a>'
        '<p class="wp-caption-text">Words. <span class="credit">{}</span></p></div>'
    ),
    "<figure><div><img src=a.jpg></div><figcaption>Words. <cite>{}</cite></figcaption></figure>",
    (
        '<div class="image"><img src=a.jpg><div class="caption">Words.</div>'
        '<div class="photo-credit">{}</div></div>'
    ),
    "<p><img src=a.jpg></p><p><small>Words. {}</small></p>",
    '<div><img src=a.jpg></div><p class="caption">Words. {}</p>',
    '<table><tr><td><img src=a.jpg></td></tr><tr><td class="cap">Words. {}</td></tr></table>',
)


@pytest.mark.parametrize("html", PICTURES)
@pytest.mark.parametrize("credit", ["Foto: Tanjug / A. Kos", "© 2023 Ana Kos", "Photo by Ana Kos"])
def test_a_picture_has_the_words_around_it(html: str, credit: str) -> None:
    assert said(figure(html.format(credit))) == ("Words.", credit)


def test_words_for_screen_readers_alone_tell_what_is_a_credit() -> None:
    html = (
        '<figure><img src=a.jpg><p><span class="visually-hidden">Image source, </span>'
        "<span>Getty Images</span></p><figcaption>"
        '<span class="visually-hidden">Image caption, </span><p>Words.</p></figcaption></figure>'
    )

    assert said(figure(html)) == ("Words.", "Getty Images")


def test_a_label_apart_from_its_credit_stays_with_it() -> None:
    html = (
        "<figure><img src=a.jpg><figcaption>Words. <span>Foto:</span> "
        "<span class=credit>A. Kos</span></figcaption></figure>"
    )

    assert said(figure(html)) == ("Words.", "Foto: A. Kos")


def test_a_caption_that_stands_twice_is_printed_once_and_told() -> None:
    found, draft = read(
        '<figure><img src=a.jpg><div class="caption">Words.</div>'
        "<figcaption>Words.</figcaption></figure>"
    )

    assert isinstance(found[0], Figure)
    assert said(found[0]) == ("Words.", "")
    assert [(rest.text, rest.reason) for rest in draft.rest] == [("Words.", Reason.REPEATED)]


def test_pictures_that_come_late_are_found_beside_the_page() -> None:
    html = (
        '<p><img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-src="https://e.org/w/a%20b.jpg">'
        '<noscript><img src="https://e.org/w/a%20b.jpg"></noscript></p>'
    )
    shown = figure(html, "page_files/a b.jpg")

    assert shown.image is not None
    assert shown.image.path == "images/a-b.jpg"


def test_icons_and_counters_are_no_pictures() -> None:
    html = (
        '<p>Text<img src="https://s.w.org/images/core/emoji/x.svg" class="emoji" alt="🏴">'
        "<img src=c.gif width=1 height=1><img class=icon src=i.png></p>"
    )

    assert words(blocks(html)) == ["Text🏴"]


def test_several_pictures_in_one_frame_are_a_gallery() -> None:
    (gallery,) = blocks(
        "<figure class=gallery><ul><li><figure><img src=a.jpg><figcaption>A</figcaption></figure>"
        "<li><figure><img src=b.jpg><figcaption>B</figcaption></figure></ul>"
        "<figcaption>Both</figcaption></figure>"
    )

    assert isinstance(gallery, Gallery)
    assert [said(one)[0] for one in gallery.figures] == ["A", "B"]
    assert gallery.caption is not None


def test_any_depth_is_read() -> None:
    deep = "<div>" * 1500 + "<ul><li>" * 200 + "words" + "</div>"

    assert words(blocks(deep)) == ["words"]


def test_the_caption_of_a_gallery_is_that_of_no_picture_alone_and_its_credit_is_of_all() -> None:
    (gallery,) = blocks(
        "<figure class=gallery><img src=a.jpg><img src=b.jpg>"
        "<figcaption>Left: the mayor. Right: the bridge. Photos: Beta</figcaption></figure>"
    )

    assert isinstance(gallery, Gallery)
    assert gallery.caption is not None
    assert plain_text(gallery.caption.children) == "Left: the mayor. Right: the bridge."
    assert [one.credit.line for one in gallery.figures if one.credit] == ["Photos: Beta"] * 2
