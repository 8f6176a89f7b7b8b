"""HTML pages."""

import os
import subprocess
import sys
from dataclasses import replace
from typing import cast

import pytest
from lxml import etree
from lxml import html as lxml_html

from publisher.errors import UsageError
from publisher.export import html
from publisher.model.walk import figures_of, plain_text
from publisher.render.edition import Edition, Layout, picture_key
from tests.export.editions import (
    CREDITS,
    ROOT,
    article_layout,
    edition_of,
    pictures,
    rich_article,
    rich_edition,
)

HASH = """
import hashlib
from publisher.export.html import export
from tests.export.editions import article_layout, rich_edition
print(hashlib.sha256(export(rich_edition(), article_layout()).data).hexdigest())
"""


def page(edition: Edition, layout: Layout | None = None) -> etree._Element:
    data = html.export(edition, layout or article_layout()).data
    return lxml_html.document_fromstring(data)


def values(root: etree._Element, path: str) -> list[str]:
    return list(map(str, cast("list[str]", root.xpath(path))))


def with_files(**files: str) -> Layout:
    """The shipped layout with files of a publication's own; `_` stands for a dot in a name."""
    layout = article_layout()
    own = {name.replace("__", "."): text.encode() for name, text in files.items()}
    return replace(layout, files={**layout.files, **own})


def bulletin() -> Edition:
    """An edition of two articles."""
    first = rich_article("sq")
    second = replace(first, slug="second")
    shared = {
        picture_key(second, key.partition("/")[2]): picture for key, picture in pictures().items()
    }
    return replace(edition_of(first, second), pictures={**pictures(), **shared})


def test_a_page_holds_everything_that_it_shows(edition: Edition) -> None:
    root = page(edition)

    assert all(source.startswith("data:") for source in values(root, "//@src"))
    assert values(root, "//script | //link | //iframe | //object | //embed") == []
    assert "url(" not in values(root, "//style/text()")[0]
    assert "@import" not in values(root, "//style/text()")[0]


def test_a_page_says_what_it_is(edition: Edition) -> None:
    article = edition.articles[0]
    root = page(edition)

    assert values(root, "/html/@lang") == [edition.language]
    assert values(root, "//title/text()") == [plain_text(article.title.children)]
    assert values(root, "//meta[@name='description']/@content") == [
        plain_text(article.summary.children) if article.summary else ""
    ]
    assert values(root, "//meta[@name='author']/@content") == [
        plain_text(article.byline[0].name.children)
    ]
    assert values(root, "//header//time/@datetime") == ["2023-06-02", "2023-06-04"]
    assert values(root, "//meta[@name='dcterms.modified']/@content") == ["2023-06-04T10:30:00Z"]


def test_what_has_no_date_claims_none() -> None:
    root = page(replace(rich_edition("en"), when=None))

    assert values(root, "//meta[starts-with(@name, 'dcterms.')]/@name") == [
        "dcterms.publisher",
        "dcterms.language",
    ]


def test_a_page_has_one_first_heading_and_one_main_part(edition: Edition) -> None:
    root = page(edition)

    assert len(values(root, "//h1")) == 1
    assert len(values(root, "//main")) == 1


def test_every_caption_and_credit_stands_in_the_page(edition: Edition) -> None:
    root = page(edition)

    captions = [
        "".join(map(str, element.itertext())) for element in root.iterfind(".//p[@class='caption']")
    ]

    assert captions == [
        plain_text(figure.caption.children)
        for figure in figures_of(edition.articles[0])
        if figure.caption
    ]
    assert tuple(values(root, "//span[@class='credit-line']/text()")) == CREDITS


def test_an_edition_of_several_articles_has_a_table_of_contents() -> None:
    root = page(bulletin())

    targets = values(root, "//nav//a/@href")
    assert values(root, "//h1/text()") == ["Tre alfabete"]
    assert [f"#{id_}" for id_ in values(root, "//article//h2[@class='headline']/@id")] == targets
    assert len(set(targets)) == 2
    ids = values(root, "//@id")
    assert len(ids) == len(set(ids))


def test_a_draft_says_so() -> None:
    assert values(page(rich_edition(draft=True)), "//p[@class='draft']/text()") == ["Draft"]
    assert values(page(rich_edition()), "//p[@class='draft']") == []


def test_a_publication_s_own_style_comes_last() -> None:
    style = values(page(rich_edition(), with_files(custom__css="h1{color:red}")), "//style/text()")

    assert style[0].index("h1{color:red}") > style[0].index("color-scheme")


def test_a_publication_s_own_template_replaces_one_part() -> None:
    layout = with_files(masthead__html__j2="<header><p>{{ edition.title }} & Co.</p></header>")

    assert values(page(rich_edition("en"), layout), "//header/p/text()")[0].startswith(
        "The Three Alphabets & Co."
    )


@pytest.mark.parametrize(
    ("template", "words"),
    [
        ("\n{% if %}", "Expected an expression"),
        ("\n{{ nothing }}", "'nothing' is undefined"),
        ("\n{{ edition.__class__.__mro__ }}", "unsafe"),
        ("\n{% include 'nowhere.html.j2' %}", "there is no template 'nowhere.html.j2'"),
        ("\n{% include 'article.css' %}", "there is no template 'article.css'"),
        ("\n{% include 'masthead.html.j2' %}", "it includes itself without end"),
        ("\n{{ edition.title | nofilter }}", "No filter named 'nofilter'"),
        ("\n{{ 1 / 0 }}", "division by zero"),
        ("\n{{ 'a' + 1 }}", "str"),
    ],
)
def test_a_template_that_cannot_be_used_is_an_error_that_names_it_and_its_line(
    template: str, words: str
) -> None:
    with pytest.raises(UsageError, match=words) as caught:
        html.export(rich_edition(), with_files(masthead__html__j2=template))

    assert caught.value.where == "layouts/article/masthead.html.j2:2"


def test_a_layout_without_its_page_is_told_so() -> None:
    layout = article_layout()
    files = {name: data for name, data in layout.files.items() if name != "page.html.j2"}

    with pytest.raises(UsageError, match="there is no template") as caught:
        html.export(rich_edition(), replace(layout, files=files))

    assert caught.value.where == "layouts/article/page.html.j2"


@pytest.mark.parametrize("name", ["masthead.html.j2", "article.css", "screen.css"])
def test_a_file_of_a_layout_that_is_not_utf_8_is_named_with_its_line(name: str) -> None:
    layout = article_layout()
    files = {**layout.files, name: b"/* a */\n/* \xeb */"}

    with pytest.raises(UsageError, match="not UTF-8: byte 0xEB") as caught:
        html.export(rich_edition(), replace(layout, files=files))

    assert caught.value.where == f"layouts/article/{name}:2"


def test_a_layout_without_its_mark_for_withheld_pictures_is_an_error() -> None:
    layout = article_layout()
    files = {name: data for name, data in layout.files.items() if name != "withheld.svg"}

    with pytest.raises(UsageError, match="withheld"):
        html.export(rich_edition(), replace(layout, files=files))


@pytest.mark.parametrize("style", ["p::after{content:'</style>'}", "/* <!-- */"])
def test_a_style_sheet_cannot_end_its_element(style: str) -> None:
    with pytest.raises(UsageError, match="cannot stand in a page"):
        html.export(rich_edition(), with_files(custom__css=style))


def test_words_of_the_publication_are_text_in_its_templates() -> None:
    edition = replace(rich_edition(), title="<script>x</script>", publisher='"><script>')

    assert values(page(edition), "//script") == []
    assert values(page(edition), "//p[@class='publication']/text()") == ["<script>x</script>"]


def test_the_same_edition_gives_the_same_bytes_in_any_process() -> None:
    def run(zone: str, seed: str) -> str:
        return subprocess.run(  # noqa: S603 -- this interpreter
            [sys.executable, "-c", HASH],
            cwd=ROOT,
            env={**os.environ, "TZ": zone, "PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            check=True,
            text=True,
        ).stdout

    assert run("Pacific/Kiritimati", "1") == run("America/Adak", "2")
