"""ninjs: news objects that validate, lose nothing, and are read by plain JSON and XML.

`python -m tests.export.test_ninjs > tests/data/three-alphabets.sq.ninjs` writes the golden file
anew.
"""

import hashlib
import json
import re
import sys
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from typing import Any, cast

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator, FormatChecker
from lxml import etree

from publisher.export.base import Artifact
from publisher.export.ninjs import STANDARD, export
from publisher.export.ninjs.plain import story
from publisher.export.ninjs.words import plain
from publisher.model.article import Article, Contributor, ContributorRole
from publisher.model.block import (
    Figure,
    FigureKind,
    Gallery,
    Image,
    ItemList,
    ListItem,
    Paragraph,
    Quotation,
)
from publisher.model.credit import parse_credit
from publisher.model.inline import Emphasis, Footnote, Prose, Text, prose
from publisher.model.walk import figures_of, images_of, plain_text, runs
from publisher.model.words import count_words
from publisher.render.edition import Edition, Layout, Picture, picture_key
from tests.export.editions import CREDITS, edition_of, english_terms, pictures, rich_edition
from tests.export.test_html import bulletin
from tests.strategies import articles

GOLDEN = Path(__file__).parents[1] / "data" / "three-alphabets.sq.ninjs"
LAYOUT = Layout(name="article", files={})
SHIPPED = files("publisher.export.ninjs").joinpath("ninjs-schema_3.2.json").read_bytes()
SCHEMA = json.loads(SHIPPED)
# Of the schema as the standard's own repository has it; whoever changes the file breaks the law
# that it is passed on as it is.
DIGEST = "acc352d2184f248d1bef29e03fa9aa33b139c6f5a76ee0ff29f60c19e10eeb85"
URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s\u0080-\U0010ffff]+")
FORMATS = FormatChecker(())
PICTURE = Picture(name="a.png", media_type="image/png", data=b"png", width=3, height=2)

few = settings(max_examples=settings().max_examples // 5)

Json = dict[str, Any]


@FORMATS.checks("date-time", raises=ValueError)
def is_moment(text: object) -> bool:
    return not isinstance(text, str) or datetime.fromisoformat(text).tzinfo is not None


@FORMATS.checks("uri")
def is_uri(text: object) -> bool:
    """Whether a text is an absolute address, or leads to a picture beside the file."""
    return not isinstance(text, str) or bool(URI.fullmatch(text)) or text.startswith("images/")


VALIDATOR = Draft202012Validator(SCHEMA, format_checker=FORMATS)


def written(artifact: Artifact) -> Json:
    """Read an artifact back, if it is valid."""
    document = json.loads(artifact.data)
    VALIDATOR.validate(document)
    return cast("Json", document)


def made(edition: Edition) -> Json:
    return written(export(edition, LAYOUT))


def made_of(article: Article, **changes: Any) -> Json:  # noqa: ANN401 -- whatever a test changes
    """Export an article of any kind, each of its pictures being the same small one."""
    edition = Edition(
        title="Gazeta",
        publisher="Redaksia",
        language=article.language,
        articles=(article,),
        terms=english_terms(),
        pictures={picture_key(article, one.path): PICTURE for one in images_of(article)},
        when=None,
    )
    return made(replace(edition, **changes))


def body(document: Json) -> etree._Element:
    """Read the marked body, which is well-formed."""
    return etree.fromstring(f"<div>{value(document['bodies'], 'main', 'text/html')}</div>")


def value(texts: list[Json], role: str, kind: str = "text/plain") -> str:
    (found,) = (one["value"] for one in texts if (one["role"], one["contentType"]) == (role, kind))
    return str(found)


def values(root: etree._Element, path: str) -> list[str]:
    return list(map(str, cast("list[str]", root.xpath(path))))


def joined(text: str) -> str:
    return "".join(text.split())


def texts(document: Json) -> Iterator[str]:
    """Give every text of a document: what is HTML as it is read, without the numbers of notes."""
    for key, item in document.items():
        for one in item if isinstance(item, list) else [item]:
            if isinstance(one, dict):
                yield from texts(one)
            elif key != "value" or document.get("contentType") != "text/html":
                yield str(one)
            else:
                root = etree.fromstring(f"<div>{one}</div>")
                for call in list(root.iter("sup")):
                    call[:] = [one for one in call if one.get("role") != "doc-noteref"]
                yield "".join(map(str, root.itertext()))


def lost(article: Article, document: Json) -> list[str]:
    """List what an article says that no text of its document holds."""
    held = [joined(text) for text in texts(document)]
    said = [(plain_text(run.children), plain(run)) for _, run in runs(article)]
    for figure in figures_of(article):
        said.append((figure.licence, figure.licence))
        if figure.credit:
            said.append((figure.credit.line, figure.credit.line))
    return [a for a, b in said if not any(joined(a) in one or joined(b) in one for one in held)]


def test_the_schema_is_passed_on_as_it_is() -> None:
    assert hashlib.sha256(SHIPPED).hexdigest() == DIGEST
    assert SCHEMA["$id"] == STANDARD["schema"]


@pytest.mark.parametrize("wrong", [{"Headline": "x"}, {"pubStatus": "draft"}, {"bodies": [{}]}])
def test_the_schema_refuses_what_is_not_ninjs(wrong: Json) -> None:
    document = made(rich_edition("en"))

    assert not VALIDATOR.is_valid({**document, **wrong})
    assert not VALIDATOR.is_valid({"associations": [{**document["associations"][0], **wrong}]})


@few
@given(articles)
def test_any_article_is_valid_and_loses_nothing(article: Article) -> None:
    document = made_of(article)

    assert lost(article, document) == []
    assert document["language"] == article.language
    assert document["slugline"] == article.slug


@few
@given(articles)
def test_each_figure_stands_in_the_body_by_the_name_of_its_object(article: Article) -> None:
    document = made_of(article)
    root, objects = body(document), document.get("associations", [])

    assert values(root, "//figure/@id") == [one["name"] for one in objects]
    for one, figure in zip(objects, figures_of(article), strict=True):
        sources = values(root, f"//figure[@id='{one['name']}']//img/@src")
        assert sources == [rendition["href"] for rendition in one.get("renditions", [])]
        assert bool(sources) == (figure.image is not None) == (one["pubStatus"] == "usable")
    assert len({document["uri"], *(one["uri"] for one in objects)}) == len(objects) + 1


@few
@given(articles)
def test_no_link_in_the_body_leads_nowhere(article: Article) -> None:
    root = body(made_of(article))
    ids = values(root, "//@id")

    inside = [href[1:] for href in values(root, "//a/@href") if href.startswith("#")]
    assert {*inside, *" ".join(values(root, "//@aria-labelledby")).split()} <= set(ids)
    assert len(ids) == len(set(ids))


def test_every_credit_and_caption_is_there_word_for_word(edition: Edition) -> None:
    objects = made(edition)["associations"]
    figures = figures_of(edition.articles[0])

    assert tuple(value(one["descriptions"], "creditline") for one in objects) == CREDITS
    for one, figure in zip(objects, figures, strict=True):
        assert figure.caption
        assert figure.alt
        assert value(one["descriptions"], "caption") == plain_text(figure.caption.children)
        assert value(one["descriptions"], "altText") == plain_text(figure.alt.children)
    assert objects[0]["usageTerms"] == "CC BY-SA 4.0"
    assert objects[0]["contentCreated"] == "2023-06-02T00:00:00Z"


def test_a_picture_lies_beside_the_file_where_its_rendition_leads(edition: Edition) -> None:
    artifact = export(edition, LAYOUT)
    beside = {one.path: one.data for one in artifact.companions}

    renditions = [r for one in written(artifact)["associations"] for r in one.get("renditions", [])]
    assert {one["href"] for one in renditions} <= set(beside)
    assert set(beside) == {f"images/{one.name}" for one in pictures().values()}
    assert all(one["sizeInBytes"] == len(beside[one["href"]]) for one in renditions)
    assert renditions[0] == {
        "name": "main",
        "href": "images/bridge.jpg",
        "contentType": "image/jpeg",
        "width": 1600,
        "height": 1067,
        "sizeInBytes": len(pictures()["three-alphabets/images/bridge.jpg"].data),
    }


def test_a_picture_that_is_withheld_has_no_rendition_but_all_its_words() -> None:
    withheld = made(rich_edition("en"))["associations"][1]

    assert withheld["pubStatus"] == "withheld"
    assert "renditions" not in withheld
    assert [one["role"] for one in withheld["descriptions"]] == [
        "caption",
        "creditline",
        "altText",
        "withheld",
    ]


def test_what_is_known_of_a_credit_stands_beside_the_line() -> None:
    lines = ("Armend Nimani/AFP via Getty Images", "© 2023 Ura", "Foto: Tanjug")
    figures = tuple(Figure(image=Image(path="a.png"), credit=parse_credit(x)) for x in lines)
    article = Article(slug="a", language="en", title=prose("A"), body=figures)

    first, second, third = made_of(article)["associations"]

    assert first["by"] == "Armend Nimani"
    assert first["infoSources"] == [
        {"name": "AFP", "role": "agency"},
        {"name": "Getty Images", "role": "distributor"},
    ]
    assert second["copyrightNotice"] == "© 2023 Ura"
    assert "copyrightNotice" not in first
    assert "by" not in third
    assert first["uri"] != second["uri"]  # though the picture is the same


def test_a_graphic_is_none_of_the_pictures() -> None:
    figure = Figure(image=Image(path="a.png"), kind=FigureKind.GRAPHIC)
    article = Article(slug="a", language="en", title=prose("A"), body=(figure,))

    assert made_of(article)["associations"][0]["type"] == "graphic"


def test_the_byline_names_the_authors_and_the_sources_name_everybody() -> None:
    byline = (
        Contributor(name=prose("Ana Ilić")),
        Contributor(name=prose("Besa Hoti"), role=ContributorRole.REPORTING),
        Contributor(name=prose("Deska"), role=ContributorRole.TRANSLATION),
    )
    article = Article(slug="a", language="en", title=prose("A"), byline=byline)

    document = made_of(article)

    assert document["by"] == "Ana Ilić, Besa Hoti"
    assert document["infoSources"] == [
        {"name": "Ana Ilić", "role": "text"},
        {"name": "Besa Hoti", "role": "reporting"},
        {"name": "Deska", "role": "translation"},
        {"name": "Redaksia", "role": "publisher"},
    ]
    assert made_of(replace(article, byline=byline[2:]))["by"] == "Deska"


def test_the_dates_are_the_article_s_and_there_is_none_where_it_has_none() -> None:
    dated = made(rich_edition("en"))
    undated = made_of(Article(slug="a", language="en", title=prose("A")))

    assert dated["contentCreated"] == "2023-06-02T00:00:00Z"
    assert dated["versionCreated"] == "2023-06-04T00:00:00Z"
    assert "versionCreated" not in undated
    assert "contentCreated" not in undated


def test_an_edition_s_time_stands_for_a_date_that_is_missing() -> None:
    when = rich_edition("en").when
    article = Article(slug="a", language="en", title=prose("A"))

    assert made_of(article, when=when)["versionCreated"] == "2023-06-04T10:30:00Z"


def test_a_name_lasts_and_no_two_languages_share_it() -> None:
    names = [made(rich_edition(tag))["uri"] for tag in ("sr-Cyrl", "sr-Latn", "sq", "en", "en")]

    assert len(set(names)) == 4
    assert all(name.startswith("urn:uuid:") for name in names)


def test_a_draft_is_not_for_publication() -> None:
    draft = made(rich_edition("sq", draft=True))

    assert (draft["pubStatus"], draft["edNote"]) == ("withheld", "Draft")
    assert made(rich_edition("sq"))["pubStatus"] == "usable"


def test_words_in_another_language_say_so() -> None:
    english = replace(prose("The bridge"), language="en")
    figure = Figure(image=Image(path="a.png"), caption=english, alt=prose("Ura"))
    block = Paragraph(content=english)
    article = Article(slug="a", language="sq", title=english, body=(block, figure))

    document = made_of(article)
    (photo,) = document["associations"]

    said = '<span lang="en" xml:lang="en">The bridge</span>'
    assert value(document["headlines"], "main", "text/html") == said
    assert values(body(document), "/div/p/@lang") == ["en"]
    assert photo["language"] == "en"  # that of its caption, which needs no mark then
    assert value(photo["descriptions"], "caption") == "The bridge"
    assert value(photo["descriptions"], "altText", "text/html") == (
        '<span lang="sq" xml:lang="sq">Ura</span>'
    )


def test_marked_words_and_notes_of_a_headline_are_told_as_html_too() -> None:
    note = Footnote(content=prose("Or <i>so</i>."))
    title = Prose(children=(Text(text="A & "), Emphasis(children=(Text(text="B"),)), note))

    headlines = made_of(Article(slug="a", language="en", title=title))["headlines"]

    assert value(headlines, "main") == "A & B [Or <i>so</i>.]"
    assert value(headlines, "main", "text/html") == (
        'A &amp; <em>B</em><span class="footnote">Or &lt;i&gt;so&lt;/i&gt;.</span>'
    )


def test_the_body_is_free_of_what_only_serves_the_look() -> None:
    root = body(made(rich_edition("sq")))

    assert values(root, "//@style") == []
    assert values(root, "//*[@class='nowrap' or @class='withheld-mark']") == []


def test_plain_text_keeps_lists_tables_and_notes_and_leaves_figures_out(edition: Edition) -> None:
    article = edition.articles[0]
    document = made(edition)
    (marked, told) = document["bodies"]

    assert told["value"] == story(article)
    assert told["charCount"] == marked["charCount"] == len(told["value"])
    assert told["wordCount"] == marked["wordCount"] == count_words(told["value"])
    assert all(credit not in told["value"] for credit in CREDITS)


def test_plain_text_is_laid_out_to_be_read() -> None:
    inner = ItemList(items=(ListItem(body=(Paragraph(content=prose("c")),)),))
    first = ListItem(body=(Paragraph(content=prose("a")), inner))
    second = ListItem(body=(Paragraph(content=prose("b")),))
    article = Article(
        slug="a",
        language="en",
        title=prose("A"),
        dateline=prose("ZVEČAN"),
        note=prose("End."),
        body=(
            Gallery(figures=(Figure(image=None, withheld=prose("No.")),)),
            Paragraph(content=prose("One.")),
            Quotation(body=(Paragraph(content=prose("Two.")),), source=prose("Ana")),
            ItemList(items=(first, second), ordered=True, start=3),
        ),
    )

    assert story(article).split("\n") == [
        "ZVEČAN — One.",
        "",
        "Two.",
        "",
        "Ana",
        "",
        "3. a",
        "  - c",
        "4. b",
        "",
        "End.",
    ]
    assert story(replace(article, body=())) == "ZVEČAN\n\nEnd."


def test_several_articles_are_put_together_each_whole() -> None:
    edition = bulletin()

    document = made(edition)

    assert document["type"] == "composite"
    assert value(document["headlines"], "main") == edition.title
    assert [one["name"] for one in document["associations"]] == ["three-alphabets", "second"]
    for one, article in zip(document["associations"], edition.articles, strict=True):
        alone = made(replace(edition, articles=(article,)))
        assert {**alone, "name": article.slug, "rel": "article"} == {**one, "standard": STANDARD}


def test_the_same_edition_gives_the_same_bytes(edition: Edition) -> None:
    assert export(edition, LAYOUT) == export(edition_of(*edition.articles), LAYOUT)
    names = [one.path for one in export(edition, LAYOUT).companions]
    assert all(one < other for one, other in pairwise(names))


def golden() -> str:
    """Export the rich edition; the sizes of its pictures do not hang on who encodes them."""
    edition = rich_edition("sq")
    small = {key: replace(one, data=b"picture") for key, one in edition.pictures.items()}
    return export(replace(edition, pictures=small), LAYOUT).data.decode()


def test_an_edition_is_written_as_the_golden_file_has_it() -> None:
    assert golden() == GOLDEN.read_text(encoding="utf-8")


if __name__ == "__main__":
    sys.stdout.write(golden())
