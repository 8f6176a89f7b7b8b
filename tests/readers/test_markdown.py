"""Each construct of an article's source, and what it becomes."""

from datetime import date

import pytest

from publisher.model.article import Article
from publisher.model.block import (
    Alignment,
    Aside,
    Block,
    Figure,
    FigureKind,
    Gallery,
    Heading,
    Image,
    ItemList,
    ListItem,
    Paragraph,
    Quotation,
    Separator,
    Table,
)
from publisher.model.credit import parse_credit
from publisher.model.inline import (
    Code,
    Emphasis,
    Footnote,
    Inline,
    Keep,
    LineBreak,
    Link,
    Prose,
    Span,
    Strong,
    Subscript,
    Superscript,
    Text,
    prose,
)
from publisher.model.walk import figures_of
from publisher.readers.base import Reading
from publisher.readers.markdown import read_markdown

HEAD = "---\ntitle: T\nlang: en\n---\n"
PICTURES = ("a.jpg", "images/timeline.svg", "images/timeline.sr-Latn.svg", "images/timeline.txt")


def read(body: str) -> Reading:
    return read_markdown((HEAD + body).encode(), "a.md", slug="a", pictures=PICTURES)


def article(body: str) -> Article:
    reading = read(body)
    assert reading.article is not None, "\n".join(map(str, reading.diagnostics))
    return reading.article


def blocks(body: str) -> tuple[Block, ...]:
    return article(body).body


def inlines(body: str) -> tuple[Inline, ...]:
    (block,) = blocks(body)
    assert isinstance(block, Paragraph)
    return block.content.children


def paragraph(text: str) -> Paragraph:
    return Paragraph(content=prose(text))


def text(words: str) -> tuple[Text]:
    return (Text(text=words),)


def codes(body: str) -> list[str]:
    return [diagnostic.code for diagnostic in read(body).diagnostics]


INLINES: list[tuple[str, tuple[Inline, ...]]] = [
    ("one\ntwo", text("one two")),
    ("one  \ntwo", (*text("one"), LineBreak(), *text("two"))),
    ("one\\\ntwo", (*text("one"), LineBreak(), *text("two"))),
    ("*a*", (Emphasis(children=text("a")),)),
    ("**a *b***", (Strong(children=(*text("a "), Emphasis(children=text("b")))),)),
    ("m^2^", (*text("m"), Superscript(children=text("2")))),
    ("H~2~O", (*text("H"), Subscript(children=text("2")), *text("O"))),
    ("`a *b*`", (Code(text="a *b*"),)),
    ("[a](https://x.org)", (Link(children=text("a"), href="https://x.org"),)),
    ("[a](#place)", (Link(children=text("a"), href="#place"),)),
    ("[a][b]\n\n[b]: https://x.org", (Link(children=text("a"), href="https://x.org"),)),
    ("[a](<https://x.org/b c>)", (Link(children=text("a"), href="https://x.org/b%20c"),)),
    (
        "<https://x.org/%D0%B0>",
        (Link(children=text("https://x.org/%D0%B0"), href="https://x.org/%D0%B0"),),
    ),
    ("<a@x.org>", (Link(children=text("a@x.org"), href="mailto:a@x.org"),)),
    ("[një]{lang=sq}", (Span(children=text("një"), language="sq"),)),
    ('[је]{lang="sr-Cyrl"}', (Span(children=text("је"), language="sr-Cyrl"),)),
    ("[KFOR]{.notranslate}", (Keep(text="KFOR"),)),
    ("[a]{lang=sq .notranslate}", (Span(children=(Keep(text="a"),), language="sq"),)),
    (
        "a[^1]\n\n[^1]: n *o*",
        (*text("a"), Footnote(content=Prose(children=(*text("n "), Emphasis(children=text("o")))))),
    ),
    ("AT&amp;T &lt;b&gt; &euro;", text("AT&T <b> €")),
    (r"\*a\* 1 < 2 \[^1\] \<b>", text("*a* 1 < 2 [^1] <b>")),
    ("[sic] & a_b_c 5 * 3", text("[sic] & a_b_c 5 * 3")),
    ("c\u0301ao", text("ćao")),
    ("a <!-- b --> c", text("a c")),
    ("`a` <!-- b -->", (Code(text="a"),)),
]


@pytest.mark.parametrize("serbian", ["sr-Cyrl", "sr-Latn"])
def test_serbian_means_the_publication_s_script_in_spans_and_names_of_pictures(
    serbian: str,
) -> None:
    source = (HEAD.replace("en", "sr") + "[a]{lang=sr}\n\n![a](a.jpg)").encode()

    reading = read_markdown(
        source, "a.md", slug="a", pictures=("a.jpg", "a.sr.jpg"), serbian=serbian
    )

    assert reading.article
    assert reading.article.language == serbian
    assert reading.article.body[0] == Paragraph(
        content=Prose(children=(Span(children=text("a"), language=serbian),))
    )
    (figure,) = figures_of(reading.article)
    assert figure.image == Image(path="a.jpg", versions=((serbian, "a.sr.jpg"),))


@pytest.mark.parametrize(("source", "expected"), INLINES, ids=[source for source, _ in INLINES])
def test_inline_markup_becomes_inlines(source: str, expected: tuple[Inline, ...]) -> None:
    assert inlines(source) == expected


def test_sections_begin_with_two_signs() -> None:
    assert blocks("## A\n\n### B\n\n## C *d*") == (
        Heading(level=1, content=prose("A")),
        Heading(level=2, content=prose("B")),
        Heading(level=1, content=Prose(children=(*text("C "), Emphasis(children=text("d"))))),
    )


def test_lists_nest_and_keep_their_first_number() -> None:
    body = "3. a\n4. b\n   - c\n\n     d\n"

    assert blocks(body) == (
        ItemList(
            ordered=True,
            start=3,
            items=(
                ListItem(body=(paragraph("a"),)),
                ListItem(
                    body=(
                        paragraph("b"),
                        ItemList(items=(ListItem(body=(paragraph("c"), paragraph("d"))),)),
                    )
                ),
            ),
        ),
    )


@pytest.mark.parametrize("dash", ["—", "–", "--"])
def test_a_last_paragraph_with_a_dash_is_the_source_of_a_quotation(dash: str) -> None:
    assert blocks(f"> a\n>\n> b\n>\n> {dash} C\n") == (
        Quotation(body=(paragraph("a"), paragraph("b")), source=prose("C")),
    )


def test_a_quotation_of_one_paragraph_has_no_source() -> None:
    assert blocks("> — Ko je tu?") == (Quotation(body=(paragraph("— Ko je tu?"),)),)


def test_a_dash_written_as_an_entity_is_speech() -> None:
    assert blocks("> a\n>\n> &mdash; b") == (Quotation(body=(paragraph("a"), paragraph("— b"))),)


def test_a_pullquote_is_a_quotation_that_repeats() -> None:
    assert blocks(":::{pullquote}\na\n\n— B\n:::") == (
        Quotation(body=(paragraph("a"),), source=prose("B"), pull=True),
    )


def test_an_aside_has_a_title_and_blocks() -> None:
    assert blocks(":::{aside} A *b*\nc\n\n- d\n:::") == (
        Aside(
            title=Prose(children=(*text("A "), Emphasis(children=text("b")))),
            body=(paragraph("c"), ItemList(items=(ListItem(body=(paragraph("d"),)),))),
        ),
    )
    assert blocks(":::{aside}\nc\n:::") == (Aside(body=(paragraph("c"),)),)


def test_a_pipe_table_keeps_its_alignments_and_empty_cells() -> None:
    assert blocks("| a | b | c | d |\n|---|:--|:-:|--:|\n| *e* | |  | x\\|y |") == (
        Table(
            header=tuple(map(prose, "abcd")),
            rows=((Prose(children=(Emphasis(children=text("e")),)), None, None, prose("x|y")),),
            alignments=(Alignment.DEFAULT, Alignment.LEFT, Alignment.CENTER, Alignment.RIGHT),
        ),
    )


def test_a_table_directive_gives_a_caption() -> None:
    assert blocks(":::{table} A\n| b |\n|---|\n| c |\n:::") == (
        Table(
            header=(prose("b"),),
            rows=((prose("c"),),),
            alignments=(Alignment.DEFAULT,),
            caption=prose("A"),
        ),
    )


@pytest.mark.parametrize("sign", ["***", "---", "* * *", "___"])
def test_a_line_of_signs_is_a_separator(sign: str) -> None:
    assert blocks(f"a\n\n{sign}\n\nb") == (paragraph("a"), Separator(), paragraph("b"))


FIGURE = """\
:::{figure} images/timeline.svg
:alt: What the picture shows,
   on two lines.
:credit: Armend Nimani/AFP via Getty Images
:licence: CC BY 4.0
:date: 2023-05-29
:place: Zvečan, Kosovo
The *caption*.
:::
"""


def test_a_figure_has_all_its_words() -> None:
    assert blocks(FIGURE) == (
        Figure(
            kind=FigureKind.GRAPHIC,
            image=Image(
                path="images/timeline.svg",
                versions=(("sr-Latn", "images/timeline.sr-Latn.svg"),),
            ),
            alt=prose("What the picture shows, on two lines."),
            caption=Prose(children=(*text("The "), Emphasis(children=text("caption")), *text("."))),
            credit=parse_credit("Armend Nimani/AFP via Getty Images"),
            licence="CC BY 4.0",
            taken=date(2023, 5, 29),
            place=prose("Zvečan, Kosovo"),
        ),
    )


@pytest.mark.parametrize(
    "line", ["a  /  b", "c\u0301", "*x* & <y> &amp; \\*", "— —", "a | b", "`", "[x]{lang=sq}"]
)
def test_a_credit_is_not_markdown(line: str) -> None:
    (figure,) = blocks(f":::{{figure}} a.jpg\n:alt: A\n:credit:   {line} \t\n:::")

    assert isinstance(figure, Figure)
    assert figure.credit is not None
    assert figure.credit.line == line


def test_a_withheld_figure_keeps_its_words_and_shows_no_picture() -> None:
    body = ":::{figure} not/here.jpg\n:withheld: No licence.\n:credit: C\nCaption\n:::"

    assert blocks(body) == (
        Figure(
            image=None,
            withheld=prose("No licence."),
            credit=parse_credit("C"),
            caption=prose("Caption"),
        ),
    )
    assert codes(body) == []


def test_a_figure_stands_in_a_list_and_in_a_quotation() -> None:
    figure = ":::{figure} a.jpg\n  :alt: A\n  :credit: C\n  Caption\n  :::\n"
    expected = Figure(
        image=Image(path="a.jpg"),
        alt=prose("A"),
        credit=parse_credit("C"),
        caption=prose("Caption"),
    )

    assert blocks(f"- {figure}") == (ItemList(items=(ListItem(body=(expected,)),)),)
    quoted = "".join(f"> {line.strip()}\n" for line in figure.splitlines())
    assert blocks(quoted) == (Quotation(body=(expected,)),)


def test_an_image_alone_in_its_paragraph_is_a_figure_without_credit() -> None:
    body = '![What it *shows*](a.jpg "Caption")'.replace("*", "")

    assert blocks(body) == (
        Figure(image=Image(path="a.jpg"), alt=prose("What it shows"), caption=prose("Caption")),
    )
    assert codes(body) == ["image-without-credit"]


def test_a_gallery_holds_figures() -> None:
    body = (
        "::::{gallery} *All*\n:::{figure} a.jpg\n:alt: A\n:credit: C\n:::\n\n"
        ":::{figure} a.jpg\n:alt: B\n:credit: C\nb\n:::\n![D](a.jpg)\n::::\n"
    )
    image, credit = Image(path="a.jpg"), parse_credit("C")

    assert blocks(body) == (
        Gallery(
            caption=Prose(children=(Emphasis(children=text("All")),)),
            figures=(
                Figure(image=image, alt=prose("A"), credit=credit),
                Figure(image=image, alt=prose("B"), credit=credit, caption=prose("b")),
                Figure(image=image, alt=prose("D")),
            ),
        ),
    )


def test_a_footnote_is_known_in_every_part_of_the_article() -> None:
    body = ":::{aside} A[^t]\nb[^b]\n:::\n\n> c [d][e]\n\n[^t]: T\n[^b]: B\n\n[e]: https://x.org\n"
    aside, _ = blocks(body)

    assert aside == Aside(
        title=Prose(children=(*text("A"), Footnote(content=prose("T")))),
        body=(Paragraph(content=Prose(children=(*text("b"), Footnote(content=prose("B"))))),),
    )


def test_invisible_space_after_the_colons_closes_a_directive_all_the_same() -> None:
    assert blocks(":::{aside}\u00a0\na\n:::\u00a0\n\nb") == (
        Aside(body=(paragraph("a"),)),
        paragraph("b"),
    )


def test_a_comment_is_left_out_and_told() -> None:
    assert blocks("a\n\n<!-- b\nc -->\n\nd") == (paragraph("a"), paragraph("d"))
    assert codes("a\n\n<!-- b\nc -->\n\nd") == ["comment"]


def test_windows_line_ends_and_a_byte_order_mark_make_no_difference() -> None:
    data = (HEAD + FIGURE).replace("\n", "\r\n").encode("utf-8-sig")
    reading = read_markdown(data, "a.md", slug="a", pictures=PICTURES)

    assert reading.article == article(FIGURE)
    assert reading == read(FIGURE)


def test_lines_say_where_each_run_begins() -> None:
    body = (
        "one\ntwo\n\n"  # 5
        + FIGURE  # 8, with its caption on 15
        + "\n::::{aside} Title\nword\n\n- item[^n]\n::::\n"  # 18
        + "\n| h |\n|---|\n| c |\n\none\ntwo\n\n[^n]: note\n"  # 24
    )

    assert dict(read(body).lines) == {
        ("title", "T"): 2,
        ("paragraph", "one two"): 5,
        ("alt", "What the picture shows, on two lines."): 9,
        ("place", "Zvečan, Kosovo"): 14,
        ("caption", "The <em>caption</em>."): 15,
        ("aside-title", "Title"): 18,
        ("paragraph", "word"): 19,
        ("list-item", "item<fn/>"): 21,
        ("cell", "h"): 24,
        ("cell", "c"): 26,
        ("footnote", "note"): 31,
    }


@pytest.mark.parametrize(
    ("path", "option", "kind"),
    [
        ("a.jpg", "", FigureKind.PHOTOGRAPH),
        ("a.svg", "", FigureKind.GRAPHIC),
        ("a.jpg", ":kind: graphic\n", FigureKind.GRAPHIC),
        ("a.svg", ":kind: photograph\n", FigureKind.PHOTOGRAPH),
    ],
)
def test_a_figure_is_photographed_or_drawn(path: str, option: str, kind: FigureKind) -> None:
    source = f"---\ntitle: T\nlang: en\n---\n\n:::{{figure}} {path}\n:alt: A\n{option}:::\n"

    reading = read_markdown(source.encode(), "a.md", slug="a", pictures=["a.jpg", "a.svg"])

    assert reading.article
    assert [figure.kind for figure in figures_of(reading.article)] == [kind]
