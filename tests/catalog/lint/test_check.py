"""Which entries are linted, what a finding says, and rules that need more than one text."""

from collections.abc import Mapping

import pytest

from publisher.catalog.lint.check import lint, unreadable
from publisher.catalog.lint.entry import Reference
from publisher.catalog.lint.finding import Finding
from publisher.catalog.message import Catalog, Message
from publisher.catalog.segment import segment_id
from publisher.diagnostics import Level
from publisher.errors import CatalogError
from publisher.localize.latin import to_latin_text
from tests.catalog.lint.tagged import found, ids

WRONG = Message(
    context="paragraph", source="7 soldiers came", translations=("erdhën 8 ushtarë",), line=12
)
FORMS: Mapping[str, tuple[str, ...]] = {
    "sr-Cyrl": ("{n} дан", "{n} дана", "{n} дана у реду"),
    "sr-Latn": ("{n} dan", "{n} dana", "{n} dana u redu"),
    "sq": ("{n} ditë", "{n} ditë të tjera"),
    "en": ("{n} day", "{n} days"),
}


def catalog(*messages: Message, language: str = "sq") -> Catalog:
    return Catalog(language=language, name="locales/sq/a.po", messages=messages)


def linted(*messages: Message, language: str = "sq", source: str = "en") -> tuple[Finding, ...]:
    return lint(catalog(*messages, language=language), Reference(source=source))


def test_a_finding_says_where_it_is_and_which_segment_it_concerns() -> None:
    (finding,) = linted(WRONG)

    assert finding.rule == "N1"
    assert finding.where == "locales/sq/a.po:12"
    assert finding.key == ("paragraph", "7 soldiers came")
    assert finding.segment == segment_id(*finding.key)
    assert str(finding).startswith("locales/sq/a.po:12: error: the numbers differ")


@pytest.mark.parametrize(
    ("source", "target", "level"),
    [
        ("It cost 5 million.", "Kushtoi pesë milionë.", Level.WARNING),
        ("The 3-day visit ended.", "Vizita treditore përfundoi.", Level.WARNING),
        ("It closed in the 1990s.", "U mbyll në vitet nëntëdhjetë.", Level.WARNING),
        ("It closed in 1990.", "U mbyll atëherë.", Level.ERROR),
        ("It cost 50 million.", "Kushtoi shumë.", Level.ERROR),
        ("The 3-day visit ended.", "Vizita 4-ditore përfundoi.", Level.ERROR),
    ],
)
def test_a_number_that_may_be_a_word_is_a_warning(source: str, target: str, level: Level) -> None:
    (finding,) = linted(Message(source=source, translations=(target,)))

    assert (finding.rule, finding.level) == ("N1", level)


@pytest.mark.parametrize(
    "message",
    [
        Message(source="7 men", translations=("8 burra",), flags=("fuzzy",)),
        Message(source="7 men", translations=("8 burra",), obsolete=True),
        Message(source="7 men", translations=("8 burra",), domain="other"),
        Message(source="7 men", translations=("",)),
        Message(source="7 men", translations=(" \n",)),
    ],
)
def test_what_is_not_printed_is_not_linted(message: Message) -> None:
    assert linted(message) == ()


def test_what_the_article_no_longer_holds_is_not_linted() -> None:
    assert lint(catalog(WRONG), Reference(source="en", runs={})) == ()
    assert lint(catalog(WRONG), Reference(source="en", runs={WRONG.key: ()}))


def test_findings_stand_in_the_order_of_the_file() -> None:
    later = Message(context="cell", source="5 men", translations=("6 burra",), line=20)

    assert [finding.line for finding in linted(WRONG, later)] == [12, 20]


def test_a_translation_is_compared_with_each_plural_form() -> None:
    message = Message(
        source="{n} day", plural="{n} days", translations=("{n} ditë", "{m} ditë"), line=3
    )

    assert [finding.rule for finding in linted(message)] == ["P1"]


@pytest.mark.parametrize("language", FORMS)
def test_a_language_has_as_many_plural_forms_as_it_has(language: str) -> None:
    forms = FORMS[language]
    right = Message(source="{n} Tag", plural="{n} Tage", translations=forms)
    wrong = Message(source="{n} Tag", plural="{n} Tage", translations=(*forms, forms[-1]))

    assert linted(right, language=language, source="de") == ()
    assert "L2" in ids(linted(wrong, language=language, source="de"))


@pytest.mark.parametrize("language", ["sr-Cyrl", "sr-Latn"])
def test_the_first_serbian_plural_form_says_the_number(language: str) -> None:
    right = Message(source="One day", plural="{n} days", translations=FORMS[language])
    wrong = Message(source="One day", plural="{n} days", translations=("дан", *FORMS[language][1:]))

    assert linted(right, language=language) == ()
    assert "L2" in ids(linted(wrong, language=language))


def test_a_form_for_one_alone_need_not_say_the_number() -> None:
    message = Message(source="One day", plural="{n} days", translations=("Një ditë", "{n} ditë"))

    assert linted(message) == ()


@pytest.mark.parametrize(
    ("own", "rules"),
    [
        ("Predsednik Aleksandar Vučić", []),
        ("Predsednik Aleksandar Vucic", ["L1"]),
        ("PREDSEDNIK ALEKSANDAR VUČIĆ", ["L1"]),
        ("Predsednik Srbije", []),
        ("Предсeдник Vučić", ["S1"]),
    ],
)
def test_an_entry_of_a_derived_script_may_differ_but_not_be_misspelt(
    own: str, rules: list[str]
) -> None:
    source = "President Aleksandar Vucic"
    master = Message(context="cell", source=source, translations=("Председник Александар Вучић",))
    entry = Message(context="cell", source=source, translations=(own,))
    reference = Reference(
        source="en",
        master=catalog(master, language="sr-Cyrl"),
        convert=to_latin_text,
    )

    assert ids(lint(catalog(entry, language="sr-Latn"), reference)) == rules


@pytest.mark.parametrize(
    ("language", "first", "inflected", "other"),
    [
        ("sr-Cyrl", "Зимски мост", "Зимског моста", "Прелаз зими"),
        ("sr-Latn", "Zimski most", "Zimskog mosta", "Prelaz zimi"),
        ("sq", "Rruga dimërore", "Rrugës dimërore", "Kalimi dimëror"),
        ("en", "The winter bridge", "the Winter bridges", "A crossing"),
    ],
)
def test_the_same_source_is_translated_alike(
    language: str, first: str, inflected: str, other: str
) -> None:
    one = Message(context="heading", source="Ura", translations=(first,), line=1)
    same = Message(context="cell", source="Ura", translations=(inflected,), line=2)
    different = Message(context="cell", source="Ura", translations=(other,), line=2)

    assert linted(one, same, language=language, source="de") == ()
    (finding,) = linted(one, different, language=language, source="de")
    assert (finding.rule, finding.line) == ("T1", 2)


@pytest.mark.parametrize("language", ["sr-Cyrl", "sr-Latn", "sq", "en"])
@pytest.mark.parametrize(
    ("comment", "rules"),
    [
        ("lint: off N1", []),
        ("lint: off n1, E1 – he said eight", []),
        (" Lint: OFF Q2 N1", []),
        ("lint: off Q2", ["N1"]),
        ("lint: off N1 Z9", ["X1"]),
        ("lint: off", ["N1", "X1"]),
        ("lint: N1", ["N1", "X1"]),
        ("ask the desk, lint: off N1", ["N1"]),
    ],
)
def test_a_comment_turns_rules_off_for_its_entry(
    comment: str, rules: list[str], language: str
) -> None:
    assert ids(found("7", "8", lang=language, original="de", comments=(comment,))) == rules


def test_a_file_that_cannot_be_read_is_a_finding() -> None:
    finding = unreadable(CatalogError("not UTF-8", where="locales/sq/a.po:3", hint="save it"))

    assert (finding.rule, finding.level, finding.where) == ("F1", Level.ERROR, "locales/sq/a.po:3")
    assert unreadable(CatalogError("gone", where="locales/sq/a.po")).where == "locales/sq/a.po"
