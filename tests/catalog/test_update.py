"""Update: a catalog follows its article and loses no translation."""

from hypothesis import given
from hypothesis import strategies as st

from publisher.catalog.message import Catalog, Message, Previous
from publisher.catalog.update import update

OLD = "Peacekeepers stood between the two crowds in the town of Zvecan."
NEW = "Peacekeepers stood between two crowds in the town of Zvecan on Monday."


def catalog(*messages: Message) -> Catalog:
    return Catalog(language="sq", name="a.po", messages=messages)


def wanted(source: str, context: str = "paragraph") -> Message:
    return Message(context=context, source=source, notes=("paragraph",))


def translated(source: str, context: str = "paragraph", **more: object) -> Message:
    return Message(context=context, source=source, translations=("Përkthim",), **more)  # type: ignore[arg-type]


def test_the_same_text_keeps_its_translation_comments_and_flags() -> None:
    old = translated(OLD, comments=("Ask the desk.",), flags=("no-wrap",))

    merged = update(catalog(old), [wanted(OLD)]).messages

    assert merged == (
        Message(
            context="paragraph",
            source=OLD,
            translations=("Përkthim",),
            comments=("Ask the desk.",),
            notes=("paragraph",),
            flags=("no-wrap",),
        ),
    )


def test_a_changed_text_becomes_fuzzy_and_keeps_what_it_was_made_from() -> None:
    merged = update(catalog(translated(OLD)), [wanted(NEW)]).messages

    (message,) = merged
    assert message.fuzzy
    assert not message.usable
    assert message.translation == "Përkthim"
    assert message.previous == Previous(source=OLD, context="paragraph")


def test_a_text_changed_twice_remembers_the_one_that_was_translated() -> None:
    once = update(catalog(translated(OLD)), [wanted(NEW)])

    (message,) = update(once, [wanted(NEW + " Nobody was hurt.")]).messages

    assert message.previous == Previous(source=OLD, context="paragraph")


def test_a_text_in_a_new_role_is_offered_as_fuzzy() -> None:
    (message,) = update(catalog(translated(OLD)), [wanted(OLD, "quotation")]).messages

    assert message.fuzzy
    assert message.previous == Previous(source=OLD, context="paragraph")


def test_an_unlike_text_takes_nothing_and_the_old_one_becomes_obsolete() -> None:
    new, old = update(catalog(translated(OLD)), [wanted("Weather")]).messages

    assert new.translation == ""
    assert old.obsolete
    assert old.translation == "Përkthim"


def test_an_obsolete_translation_comes_back_with_its_text() -> None:
    gone = update(catalog(translated(OLD)), [])

    (message,) = update(gone, [wanted(OLD)]).messages

    assert message.usable


def test_an_untranslated_text_that_is_gone_leaves_nothing_behind() -> None:
    assert update(catalog(wanted(OLD)), []).messages == ()


sources = st.lists(st.text(st.characters(codec="ascii"), min_size=1, max_size=30), unique=True)


@given(sources, sources)
def test_a_second_update_changes_nothing(before: list[str], after: list[str]) -> None:
    start = catalog(*(translated(source) for source in before))
    once = update(start, [wanted(source) for source in after])

    assert update(once, [wanted(source) for source in after]) == once


@given(sources, sources)
def test_no_translation_is_lost(before: list[str], after: list[str]) -> None:
    start = catalog(
        *(
            Message(context="paragraph", source=source, translations=(f"p {number}",))
            for number, source in enumerate(before)
        )
    )

    merged = update(start, [wanted(source) for source in after]).messages

    assert {f"p {number}" for number in range(len(before))} <= {m.translation for m in merged}
