"""What stands in a page is read as a browser shows it."""

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.errors import CheckError
from publisher.verify.html import read
from publisher.verify.record import LINE_END, Illustration, Kind, Passage, Record, Run

PICTURE = "data:image/png;base64,YWJj"


def page(body: str, language: str = ' lang="sq"') -> Record:
    return read(f"<!DOCTYPE html><html{language}><body>{body}</body></html>".encode(), "x.html")


def passages(body: str) -> list[tuple[Kind, str]]:
    return [(one.kind, one.text) for one in page(body).content if isinstance(one, Passage)]


def test_spaces_join_as_in_a_browser_but_where_they_are_kept() -> None:
    assert passages(
        "\n <p> One\n <em> two </em> three </p>"
        '<p>AFP <span style="white-space: pre-wrap">a  b </span></p>'
    ) == [(Kind.PARAGRAPH, "One two three"), (Kind.PARAGRAPH, "AFP a  b ")]


def test_a_forced_break_is_a_line_s_end_and_a_soft_hyphen_is_nothing() -> None:
    assert passages("<p>One<br />two\u00adfold</p>") == [
        (Kind.PARAGRAPH, f"One{LINE_END}twofold"),
    ]


def test_every_kind_of_passage_is_told() -> None:
    body = (
        "<h2>H</h2><ul><li><p>L</p></li></ul><blockquote><p>Q</p></blockquote>"
        '<aside role="doc-pullquote"><p>P</p></aside>'
        "<table><caption>C</caption><tr><th>A</th></tr><tr><td></td></tr></table>"
        '<section role="doc-endnotes"><ol><li><p>N <a role="doc-backlink">↑</a></p></li></ol>'
        "</section>"
    )

    assert passages(body) == [
        (Kind.HEADING, "H"),
        (Kind.LIST_ITEM, "L"),
        (Kind.QUOTATION, "Q"),
        (Kind.QUOTATION, "P"),
        (Kind.TABLE_CAPTION, "C"),
        (Kind.HEADER_CELL, "A"),
        (Kind.CELL, ""),
        (Kind.FOOTNOTE, "N"),
    ]


def test_rows_are_counted_in_each_table_and_levels_of_headings_are_kept() -> None:
    row = "<tr><td>1</td><td>2</td></tr>"
    content = page(f"<h3>H</h3><table>{row}{row}</table><table>{row}</table>").content

    assert [(one.level, one.row) for one in content if isinstance(one, Passage)] == [
        (3, 0),
        *[(0, 1)] * 2,
        *[(0, 2)] * 2,
        *[(0, 1)] * 2,
    ]


def test_words_have_the_language_of_what_is_around_them() -> None:
    (one,) = page('<p>a <em lang="tr">b</em> c</p>').content

    assert isinstance(one, Passage)
    assert one.runs == (
        Run(text="a ", language="sq"),
        Run(text="b", language="tr"),
        Run(text=" c", language="sq"),
    )
    (bare,) = page("<p>a</p>", language="").content
    assert isinstance(bare, Passage)
    assert bare.runs == (Run(text="a", language=None),)


def test_a_figure_holds_its_picture_and_its_lines() -> None:
    (one,) = page(
        f'<figure><img src="{PICTURE}" alt="Alt" lang="en"><figcaption><p class="caption">C</p>'
        '<p class="credit">Photo: X</p><p>more</p></figcaption></figure>'
    ).content

    assert isinstance(one, Illustration)
    assert one.alt == Run(text="Alt", language="en")
    assert one.media_type == "image/png"
    assert one.digest
    assert one.digest.startswith("ba7816bf")  # of "abc", as FIPS 180-2 gives it
    assert [(line.kind, line.text) for line in one.lines] == [
        (Kind.CAPTION, "C"),
        (Kind.CREDIT, "Photo: X"),
        (Kind.PARAGRAPH, "more"),
    ]


def test_the_mark_of_a_withheld_picture_is_no_picture() -> None:
    (one,) = page(
        f'<figure><div class="withheld"><img src="{PICTURE}" alt="Alt"><p>Not shown</p></div>'
        "</figure>"
    ).content

    assert isinstance(one, Illustration)
    assert (one.digest, one.alt) == (None, Run(text="Alt", language="sq"))
    assert [line.kind for line in one.lines] == [Kind.WITHHELD]


def test_links_lead_out_in_their_order() -> None:
    links = page(
        '<p><a href="https://a.example/?x=1&amp;y=2">a</a> <a href="#b">b</a>'
        '<a href="mailto:c@example.org">c</a></p>'
    ).links

    assert links == ("https://a.example/?x=1&y=2", "mailto:c@example.org")


def test_what_a_page_does_not_show_is_not_read() -> None:
    assert passages("<nav><p>N</p></nav><p hidden>H</p><script>s</script><!-- c --><p>A</p>") == [
        (Kind.PARAGRAPH, "A")
    ]


@pytest.mark.parametrize("data", [b"", b"<frameset></frameset>"])
def test_what_is_no_page_is_an_error_that_names_it(data: bytes) -> None:
    with pytest.raises(CheckError) as caught:
        read(data, "broken.html")

    assert caught.value.where == "broken.html"


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(CheckError):
        read(text.encode("utf-8", "surrogatepass"), "x.html")
