"""Messages: what counts as a translation, and what only as one of an earlier text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.catalog.message import Message, Previous

texts = st.sampled_from(["", " ", "Old", "New"])
befores = st.none() | st.builds(
    Previous, source=texts, context=st.sampled_from([None, "title", "caption"])
)
messages = st.builds(
    Message,
    context=st.just("title"),
    source=st.just("New"),
    translations=st.tuples(texts),
    flags=st.sampled_from([(), ("fuzzy",), ("no-wrap",), ("no-wrap", "fuzzy")]),
    previous=befores,
    obsolete=st.booleans(),
)


def fuzzy(previous: Previous | None) -> Message:
    return Message(
        context="title",
        source="New",
        translations=("Përkthim",),
        flags=("fuzzy",),
        previous=previous,
    )


@pytest.mark.parametrize("context", ["title", None])
def test_a_translation_of_what_the_text_said_before_is_stale(context: str | None) -> None:
    assert fuzzy(Previous(source="Old", context=context)).stale


@pytest.mark.parametrize(
    "previous",
    [
        None,
        Previous(source="New", context="title"),
        Previous(source="New", context="caption"),
        Previous(source="Old", context="caption"),
        Previous(source="", context="title"),
    ],
)
def test_a_translation_of_the_same_words_or_of_another_role_s_is_not_stale(
    previous: Previous | None,
) -> None:
    assert not fuzzy(previous).stale


@given(messages)
def test_what_is_stale_is_fuzzy_has_words_and_is_never_usable(message: Message) -> None:
    if message.stale:
        assert message.fuzzy
        assert message.translation.strip()
        assert not message.usable
