"""Bringing translations home: into the right entries, and never at the cost of others."""

import pytest

from publisher.catalog.message import FUZZY, Catalog, Message, Previous
from publisher.catalog.segment import segment_id
from publisher.catalog.xliff import Exchange, State, Unit
from publisher.catalog.xliff_home import bring_home
from publisher.errors import CatalogError

SOURCE = "Read <em>it</em>"


def of(source: str, target: str | None, **more: object) -> Unit:
    given = {"state": State.TRANSLATED, "context": "title", "line": 7, **more}
    return Unit(**{"id": segment_id("title", source), "source": source, "target": target} | given)  # type: ignore[arg-type]


def entry(source: str, translation: str = "", **more: object) -> Message:
    return Message(context="title", source=source, translations=(translation,), **more)  # type: ignore[arg-type]


def take(message: Message, *units: Unit) -> tuple[Message, ...]:
    catalog = Catalog(language="sq", name="a.po", messages=(message,))
    exchange = Exchange(name="a.xlf", slug="a", source_language="en", language="sq", units=units)
    return bring_home(catalog, exchange).catalog.messages


def test_a_translation_lands_on_its_entry() -> None:
    (message,) = take(entry("a", references=("a.md:1",)), of("a", "x"))

    assert message == entry("a", "x")
    assert message.references == ("a.md:1",)


def test_a_finished_translation_is_no_longer_fuzzy() -> None:
    fuzzy = entry("a", "x", flags=(FUZZY, "no-wrap"), previous=Previous(source="b"))

    assert take(fuzzy, of("a", "y")) == (entry("a", "y", flags=("no-wrap",)),)


def test_an_unfinished_one_becomes_fuzzy() -> None:
    (message,) = take(entry("a", "x"), of("a", "y", state=State.INITIAL, fuzzy=True))

    assert message == entry("a", "y", flags=(FUZZY,))


def test_a_review_is_kept_and_taken_back() -> None:
    (reviewed,) = take(entry("a", comments=("Ask.",)), of("a", "x", state=State.REVIEWED))
    (final,) = take(reviewed, of("a", "x", state=State.FINAL, comments=("Ask.",)))
    (plain,) = take(final, of("a", "x"))

    assert reviewed.comments == ("Ask.", "state: reviewed")
    assert final.comments == ("Ask.", "state: final")
    assert plain.comments == ("Ask.",)


def test_a_unit_without_translation_takes_none_away() -> None:
    done = entry("a", "x", comments=("state: final",))

    assert take(done, of("a", None, state=State.INITIAL)) == (done,)
    assert take(done, of("a", "", comments=("New.",))) == (
        entry("a", "x", comments=("New.", "state: final")),
    )


def test_comments_are_added_and_none_is_lost() -> None:
    (message,) = take(
        entry("a", comments=("Ours.", "Both.")), of("a", "x", comments=("Both.", "Theirs."))
    )

    assert message.comments == ("Ours.", "Both.", "Theirs.")


def test_the_translation_of_a_text_that_is_gone_is_kept_for_an_update_to_offer() -> None:
    offered = entry("a", "x", flags=(FUZZY,), previous=Previous(source="b"))

    assert take(entry("a"), of("b", "x")) == (entry("a"), entry("b", "x"))
    assert take(entry("b", obsolete=True), of("b", "x")) == (entry("b", "x"),)
    assert take(entry("a"), of("b", None)) == (entry("a"),)
    assert take(offered, of("b", "x")) == (offered,)


@pytest.mark.parametrize(
    ("unit", "words"),
    [
        (of("a", "x", id="s000000000000"), "no segment of this article"),
        (of("b", "x", id=segment_id("title", "a")), "its source is not the text"),
        (of(SOURCE, "x", tagged=True), "'em' of the source is missing"),
        (of(SOURCE, "<em>x</em><em>y</em>", tagged=True), "'em' stands more often"),
        (of(SOURCE, "<em>x", tagged=True), "'em' of the source is missing"),
    ],
)
def test_what_does_not_fit_is_refused_and_named(unit: Unit, words: str) -> None:
    source = SOURCE if unit.tagged else "a"
    with pytest.raises(CatalogError, match=words) as caught:
        take(entry(source), unit)

    assert str(caught.value).startswith("a.xlf:7: the unit")


def test_every_fault_is_named() -> None:
    with pytest.raises(CatalogError) as caught:
        take(entry("a"), of("a", "x", id="s1"), of("b", "x", id="s2"), of("a", "y"))

    assert "'s1'" in str(caught.value)
    assert "'s2'" in str(caught.value)


def test_an_unfinished_or_unchanged_translation_may_have_other_tags() -> None:
    broken = entry(SOURCE, "x")

    assert take(broken, of(SOURCE, "x", tagged=True)) == (broken,)
    assert take(broken, of(SOURCE, "y", tagged=True, state=State.INITIAL, fuzzy=True)) == (
        entry(SOURCE, "y", flags=(FUZZY,)),
    )
