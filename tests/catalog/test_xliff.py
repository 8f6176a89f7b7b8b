"""XLIFF: a catalog that goes to a CAT tool and comes back is the same, in every state."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from translate.storage.xliff2 import Xliff2File

from publisher.catalog.extract import extract
from publisher.catalog.message import FUZZY, Catalog, Message, Previous
from publisher.catalog.segment import segment_id, segments
from publisher.catalog.xliff import NAMESPACE, Exchange, State, Unit
from publisher.catalog.xliff_home import bring_home
from publisher.catalog.xliff_read import read_xliff
from publisher.catalog.xliff_write import write_xliff
from publisher.errors import CatalogError
from publisher.model.article import Article
from tests.catalog.strategies import catalogs_without_plurals, po_texts
from tests.strategies import articles

XLF = f"{{{NAMESPACE}}}"
RULES = etree.RelaxNG(
    etree.fromstring((Path(__file__).parents[1] / "data" / "xliff_core.rng").read_bytes())
)
PAIR = "Read <em>the <a>manual</a></em><fn/> &amp; <keep>Ura &amp; sons</keep>."
few = settings(max_examples=settings().max_examples // 2)

exportable = catalogs_without_plurals.filter(
    lambda catalog: len(catalog.by_key) == len({segment_id(*key) for key in catalog.by_key})
)


@st.composite
def translated_articles(draw: st.DrawFn) -> tuple[Catalog, frozenset[tuple[str, str]]]:
    """Draw an article's catalog: some entries well translated, some not at all, some broken."""
    article: Article = draw(articles)
    messages = []
    for message in extract(article, "a.md", {}):
        words = draw(st.sampled_from(("", message.source, message.source[::-1])) | po_texts)
        flags = draw(st.sampled_from(((), (FUZZY,), (FUZZY, "no-wrap"))))
        said = draw(st.sampled_from(((), ("Ask the desk.",), ("", "state: final"))))
        messages.append(replace(message, translations=(words,), flags=flags, comments=said))
    tagged = frozenset(segment.key for segment in segments(article) if segment.tagged)
    return Catalog(language="sq", name="a.po", messages=tuple(messages)), tagged


def exported(
    catalog: Catalog, tagged: frozenset[tuple[str, str]] = frozenset(), source: str = "en"
) -> bytes:
    return write_xliff(catalog, "a", source, tagged)


def home(catalog: Catalog, data: bytes) -> Catalog:
    return bring_home(catalog, read_xliff(data, "a.xlf")).catalog


def stripped(catalog: Catalog) -> Catalog:
    """Take from a catalog all that a CAT tool could have added."""
    return replace(
        catalog,
        messages=tuple(
            message
            if message.obsolete or message.foreign
            else replace(
                message,
                translations=("",),
                comments=(),
                flags=tuple(flag for flag in message.flags if flag != FUZZY),
            )
            for message in catalog.messages
        ),
    )


def in_one_order(catalog: Catalog) -> Catalog:
    ordered = (replace(one, flags=tuple(sorted(one.flags))) for one in catalog.messages)
    return replace(catalog, messages=tuple(ordered))


def by_the_toolkit(data: bytes) -> bytes:
    out = BytesIO()
    store: Xliff2File = Xliff2File.parsestring(data)  # type: ignore[no-untyped-call]
    store.serialize(out)
    return out.getvalue()


def without_lines(exchange: Exchange) -> Exchange:
    return replace(exchange, units=tuple(replace(unit, line=0) for unit in exchange.units))


@given(exportable)
def test_to_xliff_and_back_is_the_identity(catalog: Catalog) -> None:
    assert home(catalog, exported(catalog)) is catalog


@given(translated_articles())
def test_an_article_s_catalog_comes_back_the_same_tags_and_all(
    made: tuple[Catalog, frozenset[tuple[str, str]]],
) -> None:
    catalog, tagged = made

    assert home(catalog, exported(catalog, tagged)) is catalog


@given(translated_articles())
def test_every_state_and_comment_is_in_the_file(
    made: tuple[Catalog, frozenset[tuple[str, str]]],
) -> None:
    catalog, tagged = made
    data = exported(catalog, tagged)
    fresh = stripped(catalog)

    unit = {unit.id: unit for unit in read_xliff(data, "a.xlf").units}
    for message in catalog.messages:
        found = unit[segment_id(*message.key)]
        assert (found.source, found.target or "") == (message.source, message.translation)
    if all(map(_fits, catalog.messages)):
        assert in_one_order(home(fresh, data)) == in_one_order(catalog)


def _fits(message: Message) -> bool:
    return message.fuzzy or message.translation in {"", message.source}


@few
@given(exportable)
def test_every_state_and_comment_of_any_catalog_comes_home(catalog: Catalog) -> None:
    again = home(stripped(catalog), exported(catalog))

    assert in_one_order(again) == in_one_order(catalog)


@few
@given(translated_articles())
def test_the_toolkit_s_own_reader_and_writer_change_nothing(
    made: tuple[Catalog, frozenset[tuple[str, str]]],
) -> None:
    data = exported(*made)

    again = read_xliff(by_the_toolkit(data), "a.xlf")

    assert without_lines(again) == without_lines(read_xliff(data, "a.xlf"))


@few
@given(translated_articles())
def test_what_is_written_keeps_the_rules_of_the_standard(
    made: tuple[Catalog, frozenset[tuple[str, str]]],
) -> None:
    root = etree.fromstring(exported(*made))

    assert RULES.validate(root), RULES.error_log
    assert_unique(one.get("id") for one in root.iter(f"{XLF}unit"))
    for unit in root.iter(f"{XLF}unit"):
        source, target = codes(unit, "source"), codes(unit, "target")
        data = {one.get("id") for one in unit.iter(f"{XLF}data")}
        assert_unique(code.get("id") for code in source)
        assert_unique(code.get("id") for code in target)
        assert {code.get("id") for code in target} <= {code.get("id") for code in source}
        assert {code.get("dataRef") for code in source + target} - {None} <= data


def assert_unique(ids: object) -> None:
    found = list(ids)  # type: ignore[call-overload]
    assert len(found) == len(set(found))


def codes(unit: etree._Element, side: str) -> list[etree._Element]:
    return [
        code for text in unit.iter(f"{XLF}{side}") for code in text.iter(f"{XLF}pc", f"{XLF}ph")
    ]


def test_tags_are_elements_that_a_tool_protects() -> None:
    message = Message(context="paragraph", source=PAIR, translations=("<em><a>x</a></em>",))
    data = exported(Catalog(language="sq", messages=(message,)), frozenset({message.key}))

    source = next(etree.fromstring(data).iter(f"{XLF}source"))

    assert [(etree.QName(code).localname, code.get("id")) for code in source.iter()][1:] == [
        ("pc", "em"),
        ("pc", "a"),
        ("ph", "fn"),
        ("ph", "keep"),
    ]
    assert {code.get("canDelete") for code in source.iter()} == {None, "no"}
    assert next(source.iter(f"{XLF}ph")).get("disp") == "<fn/>"
    assert [code.get("equiv") for code in source.iter(f"{XLF}ph")] == [None, "Ura & sons"]
    assert "".join(map(str, source.itertext())) == "Read the manual & ."


def test_tags_in_plain_text_are_words() -> None:
    message = Message(context="paragraph", source="<em>a</em> & b", translations=("<em>x",))
    data = exported(Catalog(language="sq", messages=(message,)))

    assert list(codes(etree.fromstring(data), "source")) == []
    assert b"&lt;em&gt;a&lt;/em&gt; &amp; b" in data


@pytest.mark.parametrize(
    ("message", "state", "substate"),
    [
        (Message(source="a"), "initial", None),
        (Message(source="a", translations=("x",)), "translated", None),
        (Message(source="a", translations=("x",), flags=(FUZZY,)), "initial", "publisher:fuzzy"),
        (Message(source="a", translations=("x",), comments=("state: final",)), "final", None),
        (Message(source="a", translations=("x",), comments=("state: reviewed",)), "reviewed", None),
        (
            Message(source="a", translations=("x",), comments=("state: final", "Ask.")),
            "translated",
            None,
        ),
    ],
)
def test_each_state_has_its_name(message: Message, state: str, substate: str | None) -> None:
    data = exported(Catalog(language="sq", messages=(message,)))

    segment = next(etree.fromstring(data).iter(f"{XLF}segment"))
    assert (segment.get("state"), segment.get("subState")) == (state, substate)
    (unit,) = Xliff2File.parsestring(data).units  # type: ignore[no-untyped-call]
    assert unit.isfuzzy() is (message.fuzzy and bool(message.translation))


def test_notes_say_what_a_translator_must_know() -> None:
    message = Message(
        source="New",
        translations=("Ri",),
        comments=("Ask.", "", "Again."),
        notes=("caption of figure 1",),
        references=("a.md:3",),
        flags=(FUZZY,),
        previous=Previous(source="Old"),
    )
    root = etree.fromstring(exported(Catalog(language="sq", messages=(message,))))

    assert [(note.get("category"), note.text) for note in root.iter(f"{XLF}note")] == [
        ("comment", "Ask.\n\nAgain."),
        ("extracted", "caption of figure 1"),
        ("location", "a.md:3"),
        ("previous", "Old"),
    ]


def test_the_file_names_version_languages_and_article() -> None:
    data = exported(Catalog(language="sr-Cyrl", messages=(Message(source="a"),)), source="sq")

    exchange = read_xliff(data, "a.xlf")

    assert etree.fromstring(data).get("version") == "2.1"
    assert (exchange.slug, exchange.source_language, exchange.language) == ("a", "sq", "sr-Cyrl")
    assert exchange.units == (
        Unit(id=segment_id("", "a"), context=None, source="a", target=None,
             state=State.INITIAL, line=exchange.units[0].line),
    )  # fmt: skip


def test_obsolete_entries_stay_at_home() -> None:
    gone = Message(source="a", translations=("x",), obsolete=True)

    assert b"<unit" not in exported(Catalog(language="sq", messages=(gone,)))


def test_the_same_catalog_gives_the_same_bytes() -> None:
    catalog = Catalog(language="sq", messages=(Message(source="a"), Message(source="b")))

    assert exported(catalog) == exported(catalog)


@pytest.mark.parametrize(
    ("message", "words"),
    [
        (Message(source="a", plural="as", translations=("x", "y")), "no plural forms"),
        (Message(source="a", comments=("\x1b",)), "a comment holds a character"),
    ],
)
def test_what_xliff_cannot_hold_is_refused(message: Message, words: str) -> None:
    with pytest.raises(CatalogError, match=words):
        exported(Catalog(language="sq", name="a.po", messages=(message,)))
