"""Strategies for catalogs: all that a PO file can hold, in any order."""

from collections.abc import Sequence

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from publisher.catalog.message import FUZZY, Catalog, Message, Previous

TAILS = ((), ("# After the last entry.",), ("#. A note", "#", "# gone"))

po_texts: SearchStrategy[str] = st.text(
    st.sampled_from('aë Њ\n\t"\\') | st.characters(codec="utf-8"), max_size=120
)
comment_lines: SearchStrategy[str] = st.text(
    st.characters(codec="utf-8", categories=["L", "N", "P"]) | st.just(" "), max_size=20
)
_words = st.text(st.characters(codec="utf-8", categories=["L", "N"]), min_size=1, max_size=20)
_comments = st.lists(comment_lines, max_size=2).map(tuple)
_contexts = st.none() | st.just("") | _words
_previous = st.none() | st.builds(
    Previous, source=po_texts, context=_contexts, plural=st.none() | _words
)
_flags: SearchStrategy[tuple[str, ...]] = st.sampled_from(
    ((), (FUZZY,), ("no-wrap",), ("no-wrap", FUZZY))
)


@st.composite
def _messages(draw: st.DrawFn, *, plurals: bool) -> Message:
    plural = draw(st.none() | po_texts) if plurals else None
    forms = (
        st.lists(po_texts, min_size=1, max_size=3) if plural is not None else st.tuples(po_texts)
    )
    return Message(
        context=draw(_contexts),
        source=draw(po_texts.filter(bool)),
        plural=plural,
        translations=tuple(draw(forms)),
        comments=draw(_comments),
        notes=draw(_comments),
        flags=draw(_flags),
        sticky_flags=draw(st.sampled_from(((), ("c-format",), ("c-format", "range: 1..5")))),
        previous=draw(_previous),
        obsolete=draw(st.booleans()),
    )


def _one_of_each(messages: Sequence[Message]) -> tuple[Message, ...]:
    """Keep one in use of each key; obsolete ones may stand twice."""
    seen: set[object] = set()
    kept: list[Message] = []
    for message in messages:
        if message.obsolete or message.identity not in seen:
            kept.append(message)
        if not message.obsolete:
            seen.add(message.identity)
    return tuple(kept)


@st.composite
def _catalogs(draw: st.DrawFn, *, plurals: bool = True) -> Catalog:
    messages = draw(st.lists(_messages(plurals=plurals), max_size=5))
    return Catalog(
        language="sq",
        name="a.po",
        header={"Language": "sq", "X-Desk": draw(_words)},
        comments=draw(_comments),
        messages=_one_of_each(messages),
        tail=draw(st.sampled_from(TAILS)),
    )


catalogs: SearchStrategy[Catalog] = _catalogs()
catalogs_without_plurals: SearchStrategy[Catalog] = _catalogs(plurals=False)
