"""What Word files say: every word in its style, its language and its bookmark."""

from collections import Counter
from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from lxml import etree

from publisher.export.docx.anchors import digest_of_text, read_anchor
from publisher.model.article import Article
from publisher.model.block import (
    Alignment,
    Block,
    Figure,
    Heading,
    ItemList,
    ListItem,
    Paragraph,
    Quotation,
    Table,
)
from publisher.model.credit import parse_credit
from publisher.model.inline import (
    Code,
    Emphasis,
    Footnote,
    Inline,
    Link,
    Prose,
    Span,
    Strong,
    Subscript,
    Text,
    prose,
)
from publisher.model.walk import Place, Role, figures_of, images_of, map_prose, plain_text, runs
from publisher.readers.word.elements import Element, qualified
from publisher.render.edition import Edition, picture_key
from publisher.render.terms import CREDIT_LABELS, Term
from tests import strategies
from tests.export.docx_reading import WordFile, find, made, text_of
from tests.export.editions import (
    CREDITS,
    LANGUAGES,
    PHOTO_CREDIT,
    edition_of,
    pictures,
    rich_article,
    rich_edition,
    words,
)

WORD_TAGS = {"en": "en-US", "sr-Cyrl": "sr-Cyrl-RS", "sr-Latn": "sr-Latn-RS", "sq": "sq-AL"}
NOT_PRINTED = {Role.ALT, Role.SUMMARY}
PARAGRAPH_PROPERTIES = {"pStyle", "keepNext", "pageBreakBefore", "numPr"}
RUN_PROPERTIES = {"rStyle", "b", "bCs", "i", "iCs", "noProof", "vertAlign", "lang"}


@cache
def rich(tag: str) -> WordFile:
    return made(rich_edition(tag))


def with_body(*blocks: Block) -> WordFile:
    return made(edition_of(replace(rich_article("en"), body=blocks)))


def run(*inlines: Inline | str) -> Prose:
    return Prose(children=tuple(Text(text=i) if isinstance(i, str) else i for i in inlines))


def paragraph(*inlines: Inline | str) -> Paragraph:
    return Paragraph(content=run(*inlines))


def names(elements: list[Element]) -> set[str]:
    return {etree.QName(one).localname for one in elements}


def expected(children: tuple[Inline, ...]) -> str:
    return plain_text(children).translate({ord(c): " " for c in "\n\t\u0085"})


@pytest.mark.parametrize("tag", LANGUAGES)
def test_everything_is_set_by_named_styles_that_the_file_has(tag: str) -> None:
    file = rich(tag)

    for part in ("document", "footnotes", "header1", "footer1"):
        assert names(file.find("//w:p[w:pPr/w:pStyle]/w:pPr/*", part)) <= PARAGRAPH_PROPERTIES
        assert names(file.find("//w:r/w:rPr/*", part)) <= RUN_PROPERTIES
        used = file.values("//w:pStyle/@w:val | //w:rStyle/@w:val | //w:tblStyle/@w:val", part)
        assert set(used) <= set(file.styles)
    assert all(file.style_of(one) for one in file.paragraphs)


@pytest.mark.parametrize("tag", LANGUAGES)
def test_the_document_is_proofed_and_hyphenated_in_its_own_language(tag: str) -> None:
    file = rich(tag)

    defaults = "/w:styles/w:docDefaults/w:rPrDefault/w:rPr/w:lang/@w:val"
    assert file.values(defaults, "styles") == [WORD_TAGS[tag]]
    assert len(file.find("//w:lang", "styles")) == 1
    assert file.values("//w:themeFontLang/@w:val", "settings") == [WORD_TAGS[tag]]
    assert file.find("//w:autoHyphenation[not(@w:val)]", "settings")


@pytest.mark.parametrize("tag", LANGUAGES)
def test_no_run_is_in_serbian_without_its_script(tag: str) -> None:
    file = rich(tag)

    tags = file.values("//w:lang/@*") + file.values("//w:lang/@*", "footnotes")

    assert set(tags) <= set(WORD_TAGS.values()) - {WORD_TAGS[tag]}


@pytest.mark.parametrize("tag", ["sr-Cyrl", "sr-Latn", "sq"])
def test_words_in_another_language_carry_its_tag(tag: str) -> None:
    file = rich(tag)

    assert file.language_of(words(tag)["fallen_back"]) == "en-US"
    assert file.language_of(words(tag)["third"][5]) == ("" if tag == "sq" else "sq-AL")
    assert file.language_of(PHOTO_CREDIT) == "en-US"
    assert file.language_of("Архива") == ""
    assert file.language_of(words(tag)["sixth"]) == ""


@pytest.mark.parametrize(
    ("tag", "said"),
    [("de", ["lang de-DE"]), ("tlh", ["lang tlh"]), ("he", ["rtl ", "lang he-IL"]), ("en", [])],
)
def test_a_span_says_its_language_and_where_it_begins(tag: str, said: list[str]) -> None:
    file = with_body(paragraph(Span(children=(Text(text="words"),), language=tag)))

    (run_,) = [one for one in file.find("//w:r") if text_of(one) == "words"]
    found = [
        (etree.QName(p).localname, p.get(qualified("w:val"), "")) for p in find("w:rPr/*", run_)
    ]
    assert [f"{name} {value}" for name, value in found] == said


def test_a_document_from_right_to_left_begins_at_the_right() -> None:
    edition = edition_of(rich_article("en"))
    article = replace(edition.articles[0], language="he")
    file = made(replace(edition, language="he", articles=(article,)))

    defaults = "/w:styles/w:docDefaults"
    assert file.find(f"{defaults}/w:pPrDefault/w:pPr/w:bidi", "styles")
    assert file.values("//w:lang/@w:bidi", "styles") == ["he-IL"]
    assert file.language_of(PHOTO_CREDIT) == "en-US"
    assert len(file.find("//w:r[w:t][not(w:rPr/w:rtl)][not(w:rPr/w:lang)]")) == 0


def test_code_and_kept_words_and_credits_are_not_proofed() -> None:
    file = rich("sq")

    unproofed = ["".join(map(text_of, [one])) for one in file.find("//w:r[w:rPr/w:noProof]")]

    assert "publish --lang sr --format pdf" in unproofed
    assert "Source Serif 4" in unproofed
    assert set(CREDITS) < set(unproofed)


@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_credit_is_one_text_byte_for_byte_in_a_paragraph_of_its_own(tag: str) -> None:
    printed = rich(tag).styled("Credit")

    lines = [one.credit.line for one in figures_of(rich_article(tag)) if one.credit]
    assert [find("w:r[2]/w:t", one)[0].text for one in printed] == lines
    assert sorted(lines) == sorted(CREDITS)
    assert all(len(find("w:r/w:t", one)) == 2 for one in printed)
    kinds = [one.kind for one in figures_of(rich_article(tag)) if one.credit]
    labels = [f"{CREDIT_LABELS[kind].value} " for kind in kinds]
    assert [text_of(find("w:r", one)[0]) for one in printed] == labels


def test_a_credit_that_has_a_label_of_its_own_is_one_run() -> None:
    credit = parse_credit("Foto: Ura/AFP")
    file = with_body(Figure(image=None, withheld=prose("No."), credit=credit))

    assert [[text_of(r) for r in find("w:r", one)] for one in file.styled("Credit")] == [
        ["Foto: Ura/AFP"]
    ]


@pytest.mark.parametrize("tag", LANGUAGES)
def test_picture_caption_and_credit_follow_one_another_on_one_page(tag: str) -> None:
    file = rich(tag)
    figures = figures_of(rich_article(tag))

    starts = [at for at, one in enumerate(file.paragraphs) if is_picture(one, file)]

    assert len(starts) == len(figures)
    for start, figure in zip(starts, figures, strict=True):
        group = file.paragraphs[start : start + 2 + bool(figure.taken) + bool(figure.credit)]
        assert figure.caption
        assert text_of(group[1]) == plain_text(figure.caption.children)
        assert file.style_of(group[1]) == "caption"
        assert file.style_of(group[-1]) == "Credit"
        assert all(kept(one) for one in group[:-1])
        assert kept(group[-1]) == bool(figure.licence or figure is figures[-1])


def is_picture(one: Element, file: WordFile) -> bool:
    return file.style_of(one) in {"Figure", "Withheld"}


def kept(one: Element) -> bool:
    return bool(find("w:pPr/w:keepNext", one))


def test_place_day_and_licence_stand_below_the_caption() -> None:
    file = rich("sr-Cyrl")

    assert file.texts("Taken") == ["Косовска Митровица, 2. јун 2023."]
    assert file.texts("Licence") == ["Licence: CC BY-SA 4.0"]


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_picture_has_its_alternative_and_the_name_of_its_segment(tag: str) -> None:
    file = rich(tag)
    alternatives = [one.alt for one in figures_of(rich_article(tag)) if one.alt]

    assert file.values("//wp:docPr/@descr") == [plain_text(one.children) for one in alternatives]
    anchors = [read_anchor(name) for name in file.values("//wp:docPr/@name")]
    assert [one and one.key for one in anchors] == [one.segment for one in alternatives]
    assert len(set(file.values("//wp:docPr/@id"))) == len(alternatives) == 5


def test_a_picture_without_alternative_is_named_by_its_caption_or_its_number() -> None:
    photo = figures_of(rich_article("en"))[0]
    file = with_body(replace(photo, alt=None), replace(photo, alt=None, caption=None))

    assert photo.caption
    assert file.values("//wp:docPr/@descr") == [plain_text(photo.caption.children), "Figure 2"]


def test_a_withheld_picture_says_why_and_keeps_its_words() -> None:
    file = rich("sq")

    (placeholder,) = file.styled("Withheld")

    label = rich_edition("sq").terms[Term.WITHHELD]
    assert text_of(placeholder) == f"\n{label}\n{words('sq')['withheld']}"
    assert words("sq")["withheld_caption"] in file.texts("caption")


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_printed_run_stands_in_the_bookmark_of_its_segment(tag: str) -> None:
    file, counts = rich(tag), Counter[str]()
    wanted = {}
    for place, one in runs(rich_article(tag)):
        if place.role not in NOT_PRINTED:
            counts[one.segment] += 1
            count = counts[one.segment]
            name = one.segment if count == 1 else f"{one.segment}_{count}"
            wanted[name] = expected(one.children)

    found = dict([*file.bookmarks(), *file.bookmarks("footnotes")])

    assert {name: text.replace("\n", " ") for name, text in found.items()} == wanted
    assert max(counts.values()) == 2
    ids = file.values("//w:bookmarkStart/@w:id") + file.values(
        "//w:bookmarkStart/@w:id", "footnotes"
    )
    assert len(set(ids)) == len(ids) > len(found)


def test_the_dateline_runs_into_the_first_paragraph() -> None:
    first = rich("sr-Latn").texts("Body Text First")[0]

    assert first.startswith("PRIŠTINA – Čitalac")


def test_a_dateline_without_a_paragraph_stands_before_the_body() -> None:
    file = with_body(Heading(level=1, content=prose("Heading")))

    assert file.texts("Body Text First") == ["PRISTINA — "]


def test_only_a_paragraph_after_a_paragraph_is_indented() -> None:
    file = with_body(
        paragraph("a"), paragraph("b"), Heading(level=1, content=prose("h")), paragraph("c")
    )

    assert file.texts("Body Text") == ["b"]
    assert file.texts("Body Text First") == ["PRISTINA — a", "c"]


def test_no_level_of_headings_is_skipped() -> None:
    file = with_body(*(Heading(level=level, content=prose(str(level))) for level in (2, 5, 3, 2)))

    assert [file.texts(f"heading {level}") for level in (1, 2, 3)] == [["2", "2"], ["5", "3"], []]


def test_footnotes_are_real_and_numbered_in_order() -> None:
    file = with_body(
        paragraph("a", Footnote(content=prose("first")), "b"),
        paragraph("c", Footnote(content=prose("second"))),
    )

    assert file.values("//w:footnoteReference/@w:id") == ["1", "2"]
    assert file.values("//w:footnote/@w:id", "footnotes") == ["-1", "0", "1", "2"]
    assert file.values("//w:footnote/@w:type", "footnotes") == [
        "separator",
        "continuationSeparator",
    ]
    assert [text_of(one) for one in file.find("//w:footnote", "footnotes")[2:]] == [
        " first",
        " second",
    ]
    assert file.values("//w:footnotePr/w:footnote/@w:id", "settings") == ["-1", "0"]


def test_links_lead_out_through_relationships_of_their_own_part() -> None:
    href = "https://example.org/ж?a=1&b=<2>"
    note = Footnote(content=run(Link(children=(Text(text="there"),), href=href)))
    file = with_body(paragraph(Link(children=(Text(text="a"), note, Text(text="b")), href=href)))

    for part, texts in (("document", ["a", "b"]), ("footnotes", ["there"])):
        links = [one for one in file.find("//w:hyperlink", part) if text_of(one) in texts]
        targets = [file.relationships(part)[str(one.get(qualified("r:id")))] for one in links]
        assert [text_of(one) for one in links] == texts
        assert {one.get("Target") for one in targets} == {"https://example.org/ж?a=1&b=%3C2%3E"}
        assert {one.get("TargetMode") for one in targets} == {"External"}


def test_links_within_the_article_lead_to_what_is_printed_and_only_there() -> None:
    here = Paragraph(content=replace(prose("here"), segment="s0123456789ab"))
    inside = Link(children=(Text(text="inside"),), href="#s0123456789ab")
    lost = Link(children=(Text(text="lost"),), href="#nowhere")

    file = with_body(here, paragraph(inside, lost))

    links = [one for one in file.find("//w:hyperlink") if one.get(qualified("w:anchor"))]
    assert [(one.get(qualified("w:anchor")), text_of(one)) for one in links] == [
        (f"s0123456789ab_{digest_of_text('here')}", "inside")
    ]
    assert links[0].get(qualified("w:anchor")) in file.values("//w:bookmarkStart/@w:name")


def test_a_run_has_one_style_and_the_rest_beside_it() -> None:
    both = Strong(children=(Emphasis(children=(Text(text="both"), Code(text="code"))),))
    low = Subscript(children=(Span(children=(Text(text="low"),), language="sq"),))
    file = with_body(paragraph(both, Link(children=(Strong(children=(low,)),), href="#x")))

    said = {
        text_of(one): [etree.QName(p).localname for p in find("w:rPr/*", one)]
        for one in file.find("//w:r[w:rPr]")
    }

    assert said["both"] == ["rStyle", "i", "iCs"]
    assert said["code"] == ["rStyle", "b", "bCs", "i", "iCs", "noProof"]
    assert said["low"] == ["rStyle", "vertAlign", "lang"]


def test_lists_are_numbered_level_by_level_each_from_its_own_start() -> None:
    inner = ItemList(items=(ListItem(body=(paragraph("inner"),)),), ordered=True, start=7)
    outer = ItemList(
        items=(ListItem(body=(paragraph("outer"), inner, paragraph("more"))),), ordered=True
    )
    file = with_body(outer, inner)

    levels = file.values("//w:numPr/w:ilvl/@w:val")
    lists = file.values("//w:numPr/w:numId/@w:val")
    starts = [
        file.values(f"//w:num[@w:numId={one}]/w:lvlOverride/w:startOverride/@w:val", "numbering")
        for one in lists
    ]
    assert (levels, starts) == (["0", "1", "0"], [["1"], ["7"], ["7"]])
    assert len(set(lists)) == 3
    assert file.texts("List Number") == ["outer", "inner", "inner"]
    assert file.texts("List Continue") == ["more"]


def test_a_table_repeats_its_header_and_fills_the_column() -> None:
    file = rich("en")

    assert len(file.find("//w:tr[1]/w:trPr/w:tblHeader")) == len(file.find("//w:tblHeader")) == 1
    widths = [int(one) for one in file.values("//w:gridCol/@w:w")]
    assert sum(widths) == 11906 - 2 * 1814
    for row in range(1, 6):
        cells = file.values(f"//w:tr[{row}]/w:tc/w:tcPr/w:tcW/@w:w")
        assert list(map(int, cells)) == widths
    assert file.texts("Table Text Right")[:2] == ["Letters", "30"]
    assert file.texts("Table Caption") == [words("en")["table_caption"]]


@pytest.mark.parametrize(("rows", "kept"), [(1, 1), (11, 11), (12, 1)])
def test_a_short_table_stays_whole_and_a_long_one_with_its_header(rows: int, kept: int) -> None:
    cells = tuple((prose(str(row)),) for row in range(rows))
    table = Table(header=(prose("a"),), rows=cells, alignments=(Alignment.LEFT,))

    file = with_body(table)

    assert len(file.find("//w:tc/w:p[w:pPr/w:keepNext]")) == kept


def test_tables_do_not_run_into_one_another_nor_end_the_text() -> None:
    table = Table(header=(prose("a"), None), rows=(), alignments=(Alignment.DEFAULT,) * 2)
    article = replace(rich_article("en"), body=(table, table, Quotation(body=(table,))))
    bare = replace(article, note=None, keywords=(), source="", rights=None)

    body = made(edition_of(bare)).root()[0]

    kinds = [etree.QName(one).localname for one in body]
    assert kinds[-7:] == ["tbl", "p", "tbl", "p", "tbl", "p", "sectPr"]


@pytest.mark.parametrize(
    "text",
    [
        '{ INCLUDETEXT "/etc/passwd" }',
        '<w:instrText>DDEAUTO c:\\windows "calc"</w:instrText>',
        "]]>&amp;&#x41;&undefined;",
        "=SUM(1;2)",
    ],
)
def test_untrusted_text_stays_text(text: str) -> None:
    edition = edition_of(replace(rich_article("en"), title=prose(text), body=(paragraph(text),)))
    file = made(replace(edition, title=text))

    assert file.texts("Title") == file.texts("Masthead") == [text]
    assert file.texts("Body Text First") == [f"PRISTINA — {text}"]
    for part in ("document", "header1", "footer1", "footnotes"):
        found = file.values("//w:fldSimple/@w:instr | //w:instrText", part)
        assert set(found) <= {" PAGE ", " NUMPAGES "}


@settings(max_examples=60)
@given(strategies.articles)
def test_no_character_of_any_article_is_lost_or_changed(article: Article) -> None:
    wanted: dict[str, tuple[Role, Prose]] = {}

    def number(place: Place, one: Prose) -> Prose:
        segment = f"s{len(wanted):012x}"
        wanted[segment] = (place.role, one)
        return replace(one, segment=segment)

    numbered = map_prose(replace(article, summary=None), number)
    file = made(illustrated(numbered))

    found = dict([*file.bookmarks(), *file.bookmarks("footnotes")])
    printed = {k: one for k, (role, one) in wanted.items() if role is not Role.ALT}
    assert {k: text.replace("\n", " ") for k, text in found.items()} == {
        k: expected(one.children) for k, one in printed.items()
    }
    lines = [one.credit.line for one in figures_of(article) if one.credit]
    assert [text_of(find("w:r", one)[-1]) for one in file.styled("Credit")] == lines


def illustrated(article: Article) -> Edition:
    (picture, *_) = pictures().values()
    shown = {picture_key(article, image.path): picture for image in images_of(article)}
    return replace(edition_of(rich_article("en")), articles=(article,), pictures=shown)
