"""Localisation: what is translated, derived, or falls back, and in which language tag."""

from dataclasses import replace

import pytest
from hypothesis import given

from publisher.catalog.message import Catalog, Message
from publisher.catalog.segment import segments
from publisher.errors import CatalogError
from publisher.localize.localize import localize
from publisher.localize.outcome import Localized, Origin
from publisher.localize.scripts import OwnCredits, Scripts
from publisher.model.article import Article, Contributor
from publisher.model.block import Figure, Image, Paragraph
from publisher.model.credit import parse_credit
from publisher.model.inline import (
    Code,
    Emphasis,
    Footnote,
    Keep,
    Link,
    Prose,
    Span,
    Text,
    holds_words,
    prose,
)
from publisher.model.walk import figures_of, map_prose, plain_text, runs
from tests.strategies import articles

LATIN_MASTER = Scripts(master="sr-Latn")


def text(words: str) -> Text:
    return Text(text=words)


def article(*children: object, language: str = "en", title: str = "Title") -> Article:
    body = (Paragraph(content=Prose(children=children)),) if children else ()  # type: ignore[arg-type]
    return Article(slug="a", language=language, title=prose(title), body=body)


def catalog(language: str, *pairs: tuple[str, str, str], flags: tuple[str, ...] = ()) -> Catalog:
    return Catalog(
        language=language,
        name=f"{language}.po",
        messages=tuple(
            Message(context=role, source=source, translations=(target,), flags=flags, line=7)
            for role, source, target in pairs
        ),
    )


def body_text(localized: Localized) -> str:
    (paragraph,) = localized.article.body
    assert isinstance(paragraph, Paragraph)
    return plain_text(paragraph.content.children)


@given(articles)
def test_an_empty_catalog_changes_only_the_language_tags_and_ids(source: Article) -> None:
    localized = localize(source, "de", {})

    bare = map_prose(localized.article, lambda _, run: replace(run, segment="", language=None))
    plain = map_prose(source, lambda _, run: replace(run, segment="", language=None))
    if all(not figure.image or not figure.image.versions for figure in figures_of(source)):
        assert replace(bare, language=source.language) == plain
    assert [o.segment for o in localized.outcomes] == [s.id for s in segments(source)]


@given(articles)
def test_text_that_fell_back_carries_its_own_language_tag(source: Article) -> None:
    source = replace(source, language="en")

    localized = localize(source, "sq", {})

    expected = ["en" if holds_words(run.children) else run.language for _, run in runs(source)]
    assert [run.language for _, run in runs(localized.article)] == expected
    assert [outcome.origin.fell_back for outcome in localized.outcomes] == [
        holds_words(run.children) for _, run in runs(source)
    ]


@given(articles)
def test_the_source_edition_is_the_article_itself(source: Article) -> None:
    localized = localize(source, source.language, {})

    assert {outcome.origin for outcome in localized.outcomes} == {Origin.SOURCE}
    assert all(run.segment for _, run in runs(localized.article))


def test_a_translation_takes_the_structure_of_its_source() -> None:
    source = article(
        text("Read "),
        Link(children=(text("the "), Emphasis(children=(text("report"),))), href="https://x.org/"),
        text("."),
    )
    sq = catalog(
        "sq", ("paragraph", "Read <a>the <em>report</em></a>.", "<a><em>Raporti</em></a>!")
    )

    (paragraph,) = localize(source, "sq", {"sq": sq}).article.body

    assert isinstance(paragraph, Paragraph)
    assert paragraph.content.children == (
        Link(children=(Emphasis(children=(text("Raporti"),)),), href="https://x.org/"),
        text("!"),
    )


@pytest.mark.parametrize("tag", ["sq", "sr-Latn"])
def test_code_and_kept_words_alone_are_printed_as_they_stand_and_never_missing(tag: str) -> None:
    only = (Code(text="а = 1"), text(" "), Emphasis(children=(Keep(text="НАТО"),)))
    source = article(*only, language="sr-Cyrl", title="Наслов")

    localized = localize(source, tag, {})

    (paragraph,) = localized.article.body
    assert isinstance(paragraph, Paragraph)
    assert (paragraph.content.children, paragraph.content.language) == (only, None)
    outcome = localized.outcomes[-1]
    assert (outcome.origin, outcome.translatable) == (Origin.SOURCE, False)


@pytest.mark.parametrize(("source", "tag"), [("en-US", "en"), ("en", "en-US"), ("en", "en")])
def test_an_article_in_a_language_is_its_edition_in_a_variety_and_the_other_way_round(
    source: str, tag: str
) -> None:
    localized = localize(article(language=source), tag, {})

    assert localized.article.language == tag
    assert localized.article.title.language is None
    assert localized.outcomes[0].origin is Origin.SOURCE


def test_a_variety_takes_from_its_language_what_it_has_not_of_its_own() -> None:
    source = article(text("Elevator"))
    catalogs = {
        "de-AT": catalog("de-AT", ("title", "Title", "Titel (AT)"), ("paragraph", "Elevator", "")),
        "de": catalog("de", ("title", "Title", "Titel"), ("paragraph", "Elevator", "Aufzug")),
    }

    localized = localize(source, "de-AT", catalogs)

    assert plain_text(localized.article.title.children) == "Titel (AT)"
    assert body_text(localized) == "Aufzug"
    assert not localized.fallen_back


def test_an_entry_of_a_variety_s_catalog_stands_before_the_source() -> None:
    british = {"en-GB": catalog("en-GB", ("title", "Color", "Colour"))}

    localized = localize(article(title="Color"), "en-GB", british)

    assert plain_text(localized.article.title.children) == "Colour"


def test_two_varieties_are_not_taken_for_each_other() -> None:
    assert localize(article(language="en-GB"), "en-US", {}).fallen_back


def test_a_fuzzy_translation_is_not_printed() -> None:
    sq = catalog("sq", ("title", "Title", "Titull"), flags=("fuzzy",))

    localized = localize(article(), "sq", {"sq": sq})

    assert localized.article.title.children == (text("Title"),)
    assert localized.article.title.language == "en"
    assert [outcome.origin for outcome in localized.outcomes] == [Origin.FUZZY]
    assert localized.outcomes[0].where == "sq.po:7"


def test_serbian_latin_is_derived_from_the_cyrillic_catalog() -> None:
    cyrillic = catalog("sr-Cyrl", ("title", "Title", "Љубав и ЊЕГОШ"))

    localized = localize(article(), "sr-Latn", {"sr-Cyrl": cyrillic})

    assert localized.article.title.children == (text("Ljubav i NJEGOŠ"),)
    assert localized.article.title.language is None
    assert localized.outcomes[0].origin is Origin.DERIVED


@pytest.mark.parametrize(
    ("tag", "cyrillic", "latin"),
    [
        ("de", "Бундестаг", "Bundestag"),
        ("de", "Bundestag", "Bundestag"),
        ("ru", "Правда", "Правда"),
        ("sr-Cyrl", "Правда", "Правда"),
        ("uz", "Ўзбек", "Ўзбек"),
        ("zz", "Правда", "Правда"),
        ("i-default", "Правда", "Правда"),
    ],
)
def test_foreign_words_are_converted_where_they_are_spelt_as_serbian_spells_them(
    tag: str, cyrillic: str, latin: str
) -> None:
    source = article(Span(children=(text("x"),), language=tag), text(" a"))
    catalogs = {
        "sr-Cyrl": catalog(
            "sr-Cyrl", ("paragraph", "<span>x</span> a", f"<span>{cyrillic}</span>а")
        )
    }

    (_, run) = runs(localize(source, "sr-Latn", catalogs).article)

    assert run[1].children == (Span(children=(text(latin),), language=tag), text("a"))


def test_an_entry_of_the_latin_catalog_overrides_the_derived_one() -> None:
    catalogs = {
        "sr-Cyrl": catalog("sr-Cyrl", ("title", "Title", "Наслов")),
        "sr-Latn": catalog("sr-Latn", ("title", "Title", "Titula")),
    }

    localized = localize(article(), "sr-Latn", catalogs)

    assert localized.article.title.children == (text("Titula"),)
    assert localized.outcomes[0].origin is Origin.TRANSLATED


def test_a_cyrillic_article_gives_a_latin_edition_without_any_catalog() -> None:
    localized = localize(article(language="sr-Cyrl", title="Наслов"), "sr-Latn", {})

    assert localized.article.title.children == (text("Naslov"),)
    assert not localized.fallen_back


def test_deriving_sees_across_markup_and_leaves_protected_words_alone() -> None:
    source = article(
        Emphasis(children=(text("Њ"),)),
        text("ЕГОШ, "),
        Code(text="љ"),
        text(" и "),
        Keep(text="Њујорк тајмс"),
        Span(children=(text("ничего"),), language="ru"),
        language="sr-Cyrl",
    )

    assert body_text(localize(source, "sr-Latn", {})) == "NJEGOŠ, љ i Њујорк тајмсничего"


def test_a_footnote_is_translated_on_its_own() -> None:
    source = article(text("Troops"), Footnote(content=prose("About 4,000.")), text(" came."))
    sq = catalog(
        "sq",
        ("paragraph", "Troops<fn/> came.", "Erdhën trupat<fn/>."),
        ("footnote", "About 4,000.", "Rreth 4 000."),
    )

    (paragraph,) = localize(source, "sq", {"sq": sq}).article.body

    assert isinstance(paragraph, Paragraph)
    note = paragraph.content.children[1]
    assert isinstance(note, Footnote)
    assert note.content.children == (text("Rreth 4 000."),)


def test_credits_are_never_touched_and_bylines_may_be() -> None:
    line = "Фото Танјуг/Н. Петровић via Getty Images"
    source = replace(
        article(language="sr-Cyrl", title="Наслов"),
        byline=(Contributor(name=prose("Редакција")),),
        body=(Figure(image=None, withheld=prose("права"), credit=parse_credit(line)),),
    )

    localized = localize(source, "sr-Latn", {}).article

    (figure,) = figures_of(localized)
    assert figure.credit == parse_credit(line)
    assert localized.byline[0].name.children == (text("Redakcija"),)


def test_the_picture_drawn_for_a_language_is_taken() -> None:
    image = Image(path="map.svg", versions=(("sq", "map.sq.svg"),))
    source = replace(article(), body=(Figure(image=image, alt=prose("Map")),))

    paths = {
        tag: figures_of(localize(source, tag, {}).article)[0].image for tag in ("sq", "en", "de")
    }

    assert paths == {
        "sq": Image(path="map.sq.svg"),
        "en": Image(path="map.svg"),
        "de": Image(path="map.svg"),
    }


def test_all_translations_that_do_not_fit_are_named_with_their_places() -> None:
    source = article(Emphasis(children=(text("a"),)), text(" b"))
    sq = catalog("sq", ("paragraph", "<em>a</em> b", "<em>a b"))

    with pytest.raises(CatalogError, match=r"sq\.po:7: the tag <em> is not closed"):
        localize(source, "sq", {"sq": sq})


def test_a_slip_of_typing_in_the_cyrillic_is_reported_and_not_changed() -> None:
    cyrillic = catalog("sr-Cyrl", ("title", "Title", "ХХ век"))

    localized = localize(article(), "sr-Latn", {"sr-Cyrl": cyrillic})

    assert localized.article.title.children == (text("HH vek"),)
    (slip,) = localized.diagnostics
    assert (slip.code, slip.where) == ("wrong-alphabet", "sr-Cyrl.po:7")
    assert "XX" in slip.hint


@pytest.mark.parametrize("entries", [(), (("title", "ХХ век", ""),)])
def test_a_slip_of_typing_in_the_source_is_reported_where_the_source_stands(
    entries: tuple[tuple[str, str, str], ...],
) -> None:
    source = article(language="sr-Cyrl", title="ХХ век")
    places = {("title", "ХХ век"): "a.md:2"}

    localized = localize(
        source, "sr-Latn", {"sr-Latn": catalog("sr-Latn", *entries)}, places=places
    )

    assert [one.where for one in localized.diagnostics] == ["a.md:2"]
    assert [one.where for one in localized.outcomes] == ["a.md:2"]


def test_serbian_cyrillic_is_derived_from_the_latin_catalog_where_that_is_the_master() -> None:
    latin = catalog("sr-Latn", ("title", "Title", "Ljubav na Facebook-u"))

    localized = localize(article(), "sr-Cyrl", {"sr-Latn": latin}, scripts=LATIN_MASTER)

    assert localized.article.title.children == (text("Љубав на Facebook-у"),)
    assert localized.outcomes[0].origin is Origin.DERIVED
    assert not localized.diagnostics


def test_an_entry_of_the_cyrillic_catalog_overrides_the_derived_one() -> None:
    catalogs = {
        "sr-Cyrl": catalog("sr-Cyrl", ("title", "Title", "Титула")),
        "sr-Latn": catalog("sr-Latn", ("title", "Title", "Naslov")),
    }

    localized = localize(article(), "sr-Cyrl", catalogs, scripts=LATIN_MASTER)

    assert localized.article.title.children == (text("Титула"),)
    assert localized.outcomes[0].origin is Origin.TRANSLATED


def test_the_master_itself_is_never_derived_from_the_other_catalog() -> None:
    catalogs = {
        "sr-Cyrl": catalog("sr-Cyrl", ("title", "Title", "Наслов")),
        "sr-Latn": catalog("sr-Latn", ("title", "Title", "Naslov")),
    }

    for master, other in (("sr-Cyrl", "sr-Latn"), ("sr-Latn", "sr-Cyrl")):
        localized = localize(
            article(), master, {other: catalogs[other]}, scripts=Scripts(master=master)
        )
        assert localized.outcomes[0].origin is Origin.MISSING


@pytest.mark.parametrize("master", ["sr-Cyrl", "sr-Latn"])
def test_an_article_written_in_serbian_is_the_master_of_its_other_edition(master: str) -> None:
    scripts = Scripts(master=master)

    cyrillic = localize(article(language="sr-Latn", title="Naslov"), "sr-Cyrl", {}, scripts=scripts)
    latin = localize(article(language="sr-Cyrl", title="Наслов"), "sr-Latn", {}, scripts=scripts)

    assert cyrillic.article.title.children == (text("Наслов"),)
    assert latin.article.title.children == (text("Naslov"),)
    assert {outcome.origin for outcome in cyrillic.outcomes} == {Origin.DERIVED}


def test_deriving_cyrillic_sees_across_markup_and_leaves_protected_words_alone() -> None:
    source = article(
        Emphasis(children=(text("N"),)),
        Link(children=(text("j"),), href="https://x.org/"),
        text("egoš, "),
        Code(text="nj"),
        text(" i "),
        Keep(text="Delta"),
        Span(children=(text("Zeitung"),), language="de"),
        language="sr-Latn",
        title="Naslov",
    )

    localized = localize(source, "sr-Cyrl", {})

    assert body_text(localized) == "Његош, nj и DeltaZeitung"
    (paragraph,) = localized.article.body
    assert isinstance(paragraph, Paragraph)
    assert paragraph.content.children[0] == Emphasis(children=(text("Њ"),))


@pytest.mark.parametrize("words", ["Bundestag", "Бундестаг", "Бундестаг i Bundestag"])
def test_foreign_words_are_left_alone_on_the_way_to_cyrillic(words: str) -> None:
    span = Span(children=(text(words),), language="de")

    localized = localize(article(span, text(" je"), language="sr-Latn", title="N"), "sr-Cyrl", {})

    (_, run) = runs(localized.article)
    assert run[1].children == (span, text(" је"))


def test_words_of_which_the_conversion_is_not_sure_are_one_warning_for_each_run() -> None:
    source = article(text("Agencija NKVD i vitamin D"), language="sr-Latn", title="Naslov")
    places = {("paragraph", "Agencija NKVD i vitamin D"): "articles/a.md:9"}

    (warning,) = localize(source, "sr-Cyrl", {}, places=places).diagnostics

    assert (warning.code, warning.where) == ("unsure-script", "articles/a.md:9")
    assert "NKVD → НКВД" in warning.message
    assert "D → D" in warning.message


def test_a_warning_about_a_derived_entry_names_its_line_in_the_catalog() -> None:
    latin = catalog("sr-Latn", ("title", "Title", "Novak Djoković"))

    localized = localize(article(), "sr-Cyrl", {"sr-Latn": latin}, scripts=LATIN_MASTER)

    (warning,) = localized.diagnostics
    assert warning.where == "sr-Latn.po:7"


def test_words_of_the_publication_stay_in_latin() -> None:
    scripts = Scripts(foreign=("Karsan",))

    localized = localize(
        article(language="sr-Latn", title="Kupljen je Karsan"), "sr-Cyrl", {}, scripts=scripts
    )

    assert localized.article.title.children == (text("Купљен је Karsan"),)
    assert not localized.diagnostics


def test_credits_follow_the_script_only_where_the_publication_says_so() -> None:
    line = "Foto: Nenad Petrović"
    source = replace(
        article(language="sr-Latn", title="Naslov"),
        body=(Figure(image=None, withheld=prose("prava"), credit=parse_credit(line)),),
    )
    follow = Scripts(credits=OwnCredits.FOLLOW_SCRIPT)

    for scripts, tag, wanted in (
        (Scripts(), "sr-Cyrl", line),
        (follow, "sr-Cyrl", "Фото: Ненад Петровић"),
        (follow, "sr-Latn", line),
        (follow, "sq", line),
    ):
        (figure,) = figures_of(localize(source, tag, {}, scripts=scripts).article)
        assert figure.credit == parse_credit(wanted)
