"""What is printed where the source changed since it was translated."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.catalog.message import Catalog, Message, Previous
from publisher.catalog.segment import segments
from publisher.localize.localize import localize
from publisher.localize.outcome import Localized, Origin
from publisher.localize.stale import Stale
from publisher.model.article import Article
from publisher.model.inline import Emphasis, Prose, Text, prose
from publisher.model.walk import runs
from tests.strategies import articles

OLD, NEW = "The bridge opens on Friday", "The bridge opens on Monday"


def article(*words: Text | Emphasis) -> Article:
    return Article(slug="a", language="en", title=Prose(children=words or prose(NEW).children))


def entry(target: str, *, source: str = NEW, before: str | None = OLD, line: int = 7) -> Message:
    return Message(
        context="title",
        source=source,
        translations=(target,),
        flags=("fuzzy",) if before != source else (),
        previous=Previous(source=before, context="title") if before else None,
        line=line,
    )


def catalogs(**messages: Message) -> dict[str, Catalog]:
    tags = {name.replace("_", "-"): message for name, message in messages.items()}
    return {
        tag: Catalog(language=tag, name=f"{tag}.po", messages=(message,))
        for tag, message in tags.items()
    }


def title(localized: Localized) -> tuple[str, str | None]:
    (text,) = localized.article.title.children
    assert isinstance(text, Text)
    return text.text, localized.article.title.language


@pytest.mark.parametrize("stale", [Stale.SOURCE, Stale.BLOCK])
def test_the_source_is_printed_in_its_own_language_tag(stale: Stale) -> None:
    localized = localize(article(), "sq", catalogs(sq=entry("Ura hapet të premten")), stale=stale)

    assert title(localized) == (NEW, "en")
    (outcome,) = localized.outcomes
    assert (outcome.origin, outcome.stale, outcome.where) == (Origin.FUZZY, True, "sq.po:7")


def test_the_previous_translation_is_printed_where_that_is_wanted() -> None:
    one = catalogs(sq=entry("Ura hapet të premten"))

    localized = localize(article(), "sq", one, stale=Stale.PREVIOUS)

    assert title(localized) == ("Ura hapet të premten", None)
    assert [o.origin for o in localized.previous] == [Origin.PREVIOUS]
    assert localized.fallen_back == ()
    assert localized.diagnostics == ()


@pytest.mark.parametrize("before", [None, NEW])
def test_what_is_only_not_reviewed_is_never_printed(before: str | None) -> None:
    one = entry("Ura hapet të premten", before=before)
    one = Message(
        context="title",
        source=NEW,
        translations=one.translations,
        flags=("fuzzy",),
        previous=one.previous,
    )

    localized = localize(article(), "sq", catalogs(sq=one), stale=Stale.PREVIOUS)

    assert title(localized) == (NEW, "en")
    assert [(o.origin, o.stale) for o in localized.outcomes] == [(Origin.FUZZY, False)]


def test_a_previous_translation_that_does_not_fit_the_markup_gives_way_to_the_source() -> None:
    source = (Text(text="Opens on "), Emphasis(children=(Text(text="Monday"),)))
    plain = entry("Hapet të premten", source="Opens on <em>Monday</em>", before="Opens on Friday")

    localized = localize(article(*source), "sq", catalogs(sq=plain), stale=Stale.PREVIOUS)

    assert localized.article.title.children == source
    assert localized.article.title.language == "en"
    assert [(o.origin, o.stale) for o in localized.outcomes] == [(Origin.FUZZY, True)]
    (told,) = localized.diagnostics
    assert (told.code, told.where) == ("stale-unfit", "sq.po:7")
    assert "<em>" in told.message


def test_a_previous_translation_takes_the_markup_of_the_source_as_it_is_now() -> None:
    source = (Text(text="Opens on "), Emphasis(children=(Text(text="Monday"),)))
    one = entry("Hapet <em>të premten</em>", source="Opens on <em>Monday</em>")

    localized = localize(article(*source), "sq", catalogs(sq=one), stale=Stale.PREVIOUS)

    assert localized.article.title.children == (
        Text(text="Hapet "),
        Emphasis(children=(Text(text="të premten"),)),
    )


def test_the_derived_script_prints_the_previous_translation_converted() -> None:
    one = catalogs(sr_Cyrl=entry("Његош на мосту у петак"))

    localized = localize(article(), "sr-Latn", one, stale=Stale.PREVIOUS)

    assert title(localized) == ("Njegoš na mostu u petak", None)
    assert [o.where for o in localized.previous] == ["sr-Cyrl.po:7"]


def test_a_stale_exception_gives_way_to_the_master_s_good_translation() -> None:
    good = entry("Мост се отвара", before=NEW)
    one = catalogs(sr_Latn=entry("Most se otvarao"), sr_Cyrl=good)

    localized = localize(article(), "sr-Latn", one, stale=Stale.PREVIOUS)

    assert title(localized) == ("Most se otvara", None)
    assert [(o.origin, o.stale) for o in localized.outcomes] == [(Origin.DERIVED, False)]


def test_of_two_stale_translations_the_script_s_own_is_printed_if_it_fits() -> None:
    both = catalogs(sr_Latn=entry("Izuzetak"), sr_Cyrl=entry("Главни"))
    unfit = catalogs(sr_Latn=entry("Izuzetak\x00"), sr_Cyrl=entry("Главни"))

    assert title(localize(article(), "sr-Latn", both, stale=Stale.PREVIOUS))[0] == "Izuzetak"
    assert title(localize(article(), "sr-Latn", unfit, stale=Stale.PREVIOUS))[0] == "Glavni"


def test_a_stale_exception_of_a_variety_gives_way_to_the_language_s_good_translation() -> None:
    good = entry("Die Brücke öffnet am Montag", before=NEW)
    one = catalogs(de_AT=entry("Die Brücke öffnet am Freitag"), de=good)

    localized = localize(article(), "de-AT", one, stale=Stale.PREVIOUS)

    assert title(localized) == ("Die Brücke öffnet am Montag", None)
    assert [(o.origin, o.stale) for o in localized.outcomes] == [(Origin.TRANSLATED, False)]


@pytest.mark.parametrize("stale", Stale)
def test_in_a_variety_of_the_source_s_language_the_source_is_better_than_what_is_stale(
    stale: Stale,
) -> None:
    one = catalogs(en_GB=entry("The bridge opens on Friday, please"))

    localized = localize(article(), "en-GB", one, stale=stale)

    assert title(localized) == (NEW, None)
    assert [(o.origin, o.stale) for o in localized.outcomes] == [(Origin.SOURCE, False)]


@st.composite
def translated(draw: st.DrawFn) -> tuple[Article, Catalog]:
    """An article with a catalog of it that has no fuzzy entry: each text as its own translation."""
    source = draw(articles)
    keys = {segment.key for segment in segments(source)}
    messages = tuple(
        Message(
            context=role,
            source=text,
            translations=(draw(st.sampled_from([text, ""])),),
            previous=draw(st.sampled_from([None, Previous(source="x", context=role)])),
        )
        for role, text in sorted(keys)
    )
    return source, Catalog(language="sq", messages=messages)


@given(translated())
def test_without_fuzzy_entries_the_choice_makes_no_difference(
    case: tuple[Article, Catalog],
) -> None:
    source, catalog = case

    one, *others = (localize(source, "sq", {"sq": catalog}, stale=stale) for stale in Stale)

    assert others == [one, one]
    assert not one.previous


@given(articles, st.sampled_from(Stale))
def test_each_run_is_the_source_s_or_in_the_language_of_the_edition(
    source: Article, stale: Stale
) -> None:
    messages = tuple(
        Message(
            context=role,
            source=text,
            translations=(text,),
            flags=("fuzzy",),
            previous=Previous(source=f"{text} before", context=role),
        )
        for role, text in {segment.key for segment in segments(source)}
    )

    localized = localize(
        source, "sq", {"sq": Catalog(language="sq", messages=messages)}, stale=stale
    )

    expected = Origin.PREVIOUS if stale is Stale.PREVIOUS else Origin.FUZZY
    printed = (run for _, run in runs(localized.article))
    for segment, outcome, run in zip(segments(source), localized.outcomes, printed, strict=True):
        if segment.translatable and source.language != "sq":
            assert outcome.origin is expected
            assert outcome.origin is Origin.PREVIOUS or run.language == source.language
        else:
            assert (outcome.origin, outcome.stale) == (Origin.SOURCE, False)
