"""Update: a catalog follows its article and loses no translation."""

from hypothesis import given, settings
from hypothesis import strategies as st

from publisher.catalog.memory import Memory
from publisher.catalog.message import Catalog, Message, Previous
from publisher.catalog.po import read_po, write_po
from publisher.catalog.update import update
from tests.catalog.strategies import catalogs

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


def remembering(article: str, *messages: Message) -> Memory:
    return Memory(lambda: [(article, catalog(*messages))])


def test_a_text_that_another_article_has_translated_is_offered_with_its_origin() -> None:
    memory = remembering("bridge", translated(OLD))

    (message,) = update(catalog(), [wanted(OLD)], memory).messages

    assert message.fuzzy
    assert message.translation == "Përkthim"
    assert message.notes == ("paragraph", "memory: from bridge")
    assert message.previous is None


def test_of_two_roles_the_same_one_is_remembered_and_another_is_named() -> None:
    same = Message(context="paragraph", source=OLD, translations=("Si paragraf",))
    memory = remembering("bridge", translated(OLD, "caption"), same)

    paragraph, alt = update(catalog(), [wanted(OLD), wanted(OLD, "alt")], memory).messages

    assert paragraph.translation == "Si paragraf"
    assert alt.translation == "Përkthim"
    assert alt.previous == Previous(source=OLD, context="caption")


def test_what_is_fuzzy_is_not_remembered_and_what_is_obsolete_comes_last() -> None:
    fuzzy = translated(OLD, "caption", flags=("fuzzy",))
    gone = Message(context="alt", source=OLD, translations=("I vjetër",), obsolete=True)
    live = Message(context="note", source=OLD, translations=("I ri",))

    assert update(catalog(), [wanted(OLD)], remembering("a", fuzzy)).messages[0].translation == ""
    (message,) = update(catalog(), [wanted(OLD)], remembering("a", gone, live)).messages
    assert message.translation == "I ri"


def test_the_note_of_origin_stays_while_the_translation_is_fuzzy_and_goes_with_it() -> None:
    memory = remembering("bridge", translated(OLD))
    offered = update(catalog(), [wanted(OLD)], memory)
    (message,) = offered.messages
    accepted = catalog(
        Message(**{**_fields(message), "flags": ()})  # type: ignore[arg-type]
    )

    assert update(offered, [wanted(OLD)], memory) == offered
    assert update(accepted, [wanted(OLD)], memory).messages[0].notes == ("paragraph",)


def test_an_offer_that_nobody_accepted_is_no_translation_of_what_the_text_said_before() -> None:
    offered = update(catalog(), [wanted(OLD)], remembering("bridge", translated(OLD)))

    (message,) = update(offered, [wanted(NEW)]).messages

    assert message.translation == "Përkthim"
    assert message.fuzzy
    assert not message.stale


def _fields(message: Message) -> dict[str, object]:
    names = ("context", "source", "translations", "notes", "flags")
    return {name: getattr(message, name) for name in names}


def test_comments_flags_previous_texts_and_obsolete_entries_survive() -> None:
    old = translated(
        NEW,
        comments=("Ask.",),
        flags=("fuzzy", "no-wrap"),
        sticky_flags=("c-format",),
        previous=Previous(source=OLD, context="title", plural="x"),
    )
    gone = translated("Gone", obsolete=True, notes=("its note",), comments=("Why.",))
    empty = Message(source="Gone, never translated", obsolete=True)

    merged = update(catalog(gone, old, empty), [wanted(NEW), wanted("Weather")]).messages

    assert merged == (
        translated(
            NEW,
            comments=("Ask.",),
            notes=("paragraph",),
            flags=("fuzzy", "no-wrap"),
            sticky_flags=("c-format",),
            previous=Previous(source=OLD, context="title", plural="x"),
        ),
        wanted("Weather"),
        gone,
        empty,
    )


def test_a_file_in_another_order_is_left_in_it_while_no_entry_changes() -> None:
    gone = translated("Gone", obsolete=True)
    scattered = catalog(gone, wanted("b"), wanted("a"))

    assert update(scattered, [wanted("a"), wanted("b")]) is scattered


def test_a_comment_on_an_untranslated_text_does_not_keep_a_translation_from_it() -> None:
    start = catalog(Message(context="paragraph", source=NEW, comments=("Ask.",)), translated(OLD))

    (message,) = update(start, [wanted(NEW)]).messages

    assert message.translation == "Përkthim"
    assert message.comments == ("Ask.",)


def test_an_old_review_is_not_said_of_a_new_text() -> None:
    start = catalog(translated(OLD, comments=("Ask.", "state: final")))

    assert update(start, [wanted(NEW)]).messages[0].comments == ("Ask.",)


def test_an_obsolete_entry_whose_text_is_in_use_again_is_not_kept_beside_it() -> None:
    dead = translated(NEW, obsolete=True)

    merged = update(catalog(translated(NEW, comments=("Mine.",)), dead), [wanted(NEW)]).messages

    assert [(one.obsolete, one.comments) for one in merged] == [(False, ("Mine.",))]


def test_of_two_entries_that_are_left_over_for_the_same_text_the_translated_one_stays() -> None:
    empty = Message(context="paragraph", source=OLD, comments=("Why?",), obsolete=True)

    merged = update(catalog(empty, translated(OLD)), []).messages

    assert [(one.obsolete, one.translation) for one in merged] == [(True, "Përkthim")]


def test_an_entry_of_a_domain_of_its_own_is_left_alone() -> None:
    other = translated(OLD, domain="other")
    new, kept = update(catalog(other), [wanted(OLD)]).messages

    assert new.translation == ""
    assert kept == other


sources = st.lists(
    st.sampled_from(["The bridge", "The bridges", "A bridge", OLD, NEW, "Weather"])
    | st.text(st.characters(codec="ascii"), min_size=1, max_size=30),
    unique=True,
)
roles = st.sampled_from(["paragraph", "caption"])


def asked(texts: list[str], role: str) -> list[Message]:
    return [wanted(text, role) for text in texts]


@given(sources, sources, roles, sources)
def test_a_second_update_changes_nothing(
    before: list[str], after: list[str], role: str, elsewhere: list[str]
) -> None:
    start = catalog(*(translated(source) for source in before))
    memory = remembering("b", *(translated(text) for text in elsewhere))
    once = update(start, asked(after, role), memory)

    assert update(once, asked(after, role), memory) is once


@given(catalogs, sources, st.integers(0, 5))
def test_a_second_update_of_any_catalog_changes_no_byte(
    start: Catalog, after: list[str], kept: int
) -> None:
    found = [
        Message(context=message.context, source=message.source, notes=("paragraph",))
        for message in start.messages[:kept]
        if not message.foreign
    ]
    messages = list({m.identity: m for m in (*found, *asked(after, "title"))}.values())
    data = write_po(update(start, messages))

    again = update(read_po(data, start.name, start.language), messages)

    assert write_po(again) == data


@settings(max_examples=30)
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


@given(catalogs, sources)
def test_no_part_of_an_obsolete_entry_is_lost(start: Catalog, after: list[str]) -> None:
    merged = update(start, asked(after, "title")).messages

    dead = [message for message in start.messages if message.obsolete and not message.translation]
    assert all(message in merged for message in dead)
