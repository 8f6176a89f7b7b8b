"""Tags: a translator moves text, not structure; what comes back is the source's own nodes."""

import html
import re
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from publisher.catalog.tags import flatten, unflatten
from publisher.errors import CatalogError
from publisher.model.inline import (
    Code,
    Container,
    Emphasis,
    Footnote,
    Inline,
    Keep,
    LineBreak,
    Link,
    Span,
    Strong,
    Subscript,
    Superscript,
    Text,
    prose,
)
from publisher.model.text import clean
from publisher.model.walk import plain_text
from tests.strategies import inlines, texts

Inlines = tuple[Inline, ...]

NOTE = Footnote(content=prose("A note."))


def text(words: str) -> Text:
    return Text(text=words)


SOURCE: Inlines = (
    text("Read "),
    Link(children=(text("the "), Emphasis(children=(text("report"),))), href="https://x.org/"),
    NOTE,
    text(" & "),
    Emphasis(children=(text("tell"),)),
    LineBreak(),
    Code(text="a<b"),
    Keep(text="Ura & sons"),
    text("."),
)
FLAT = (
    "Read <a>the <em>report</em></a><fn/> &amp; <em2>tell</em2><br/>"
    "<code>a&lt;b</code><keep>Ura &amp; sons</keep>."
)


def nodes(run: Inlines) -> list[Inline]:
    """List the nodes that have tags, each without what a translator may put into it."""
    found: list[Inline] = []
    for inline in run:
        if isinstance(inline, Container):
            found += [replace(inline, children=()), *nodes(inline.children)]
        elif not isinstance(inline, Text):
            found.append(inline)
    return found


def without_numbers(flat: str) -> str:
    """Take the numbers off the tags: they are given in the order of the text, and that moves."""
    return re.sub(r"(</?[a-z]+)[0-9]+", r"\1", flat)


def as_read(flat: str) -> str:
    """Read entities as characters, so that `&` and `&amp;` are the same."""
    for entity, character in (("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&")):
        flat = flat.replace(entity, character)
    return flat


def test_markup_becomes_small_tags_and_only_then_text_is_escaped() -> None:
    assert flatten(SOURCE) == FLAT
    assert flatten((text("a & <b>"),)) == "a & <b>"


@pytest.mark.parametrize(
    ("inline", "flat"),
    [
        (Emphasis(children=(text("x"),)), "<em>x</em>"),
        (Strong(children=(text("x"),)), "<strong>x</strong>"),
        (Superscript(children=(text("x"),)), "<sup>x</sup>"),
        (Subscript(children=(text("x"),)), "<sub>x</sub>"),
        (Link(children=(text("x"),), href="#x"), "<a>x</a>"),
        (Span(children=(text("x"),), language="sq"), "<span>x</span>"),
        (Code(text="x"), "<code>x</code>"),
        (Keep(text="x"), "<keep>x</keep>"),
        (LineBreak(), "<br/>"),
        (NOTE, "<fn/>"),
    ],
)
def test_each_kind_of_node_has_its_tag(inline: Inline, flat: str) -> None:
    assert flatten((inline,)) == flat
    assert unflatten(flat, (inline,)) == (inline,)


@given(inlines)
@example((Emphasis(children=()), Emphasis(children=(text("a"),))))
@example((Code(text=""), Keep(text=""), LineBreak()))
@example((Emphasis(children=(text("\u0338a"),)), text("\u0338")))
@example((Code(text="c\u0301"), Keep(text="a\nb")))
@example((text("&lt;em>&amp;"), LineBreak()))
@example(())
def test_what_is_flattened_comes_back(run: Inlines) -> None:
    assert unflatten(flatten(run), run) == run


@given(inlines)
def test_flattening_loses_no_text(run: Inlines) -> None:
    shown = re.sub(r"</?(?!br|fn)[a-z]+\d*>|<fn\d*/>", "", flatten(run)) if nodes(run) else None
    if shown is not None:
        assert as_read(re.sub(r"<br\d*/>", " ", shown)) == plain_text(run)
    else:
        assert flatten(run) == plain_text(run)


@st.composite
def moved(draw: st.DrawFn) -> tuple[Inlines, str]:
    """Draw a run with markup, and a translation with its tags in another order and nesting."""
    run = draw(inlines.filter(nodes))
    names = re.findall(r"<([a-z]+[0-9]*)/?>", flatten(run))
    pieces: list[str] = []
    for name, node in draw(st.permutations(list(zip(names, nodes(run), strict=True)))):
        if isinstance(node, LineBreak | Footnote):
            pieces.append(f"<{name}/>")
        elif isinstance(node, Code | Keep):
            pieces.append(f"<{name}>{html.escape(node.text, quote=False)}</{name}>")
        else:
            outside = pieces if draw(st.booleans()) else []
            inside = "".join(pieces[len(outside) :])
            words = html.escape(draw(texts), quote=False)
            pieces = [*outside, f"<{name}>{words}{inside}</{name}>"]
    return run, " ".join(pieces)


@given(moved())
def test_moving_tags_keeps_every_node_and_every_word(case: tuple[Inlines, str]) -> None:
    run, translation = case

    result = unflatten(translation, run)

    assert sorted(nodes(result), key=repr) == sorted(nodes(run), key=repr)
    assert without_numbers(flatten(result)) == without_numbers(translation)


SNIPPETS = (
    *("<a>", "</a>", "<em>", "</em>", "<em2>", "</em2>", "<fn/>", "<br/>", "<br>", "</br>"),
    *("<code>", "a&lt;b", "a<b", "</code>", "<keep>", "Ura &amp; sons", "</keep>", "</em/>"),
    *("<", ">", "&", "&amp;", "&lt;", "&#60;", "&quot;", "<em3>", "<b>", "<EM>", "<a href='x'>"),
    *("words", " ", "\n", "\r", "\0", "\x1b", "\ud800", "c", "\u0301", "\u0338", "<!--", "]]>"),
)
shuffled = st.permutations(re.findall(r"<[^<>]*>|[^<>]+", FLAT)).map("".join)
edited = st.tuples(st.integers(0, len(FLAT)), st.integers(0, 9), st.sampled_from(SNIPPETS)).map(
    lambda edit: FLAT[: edit[0]] + edit[2] + FLAT[edit[0] + edit[1] :]
)
translations = st.one_of(
    st.text(st.characters()),
    st.lists(st.sampled_from(SNIPPETS), max_size=12).map("".join),
    shuffled,
    edited,
)


@settings(max_examples=5 * settings().max_examples)
@given(translations, st.sampled_from((SOURCE, SOURCE[4:], SOURCE[4:5], SOURCE[:1], SOURCE[6:7])))
@example("<code><br/></code>", (Code(text=""), LineBreak()))
@example("</em><em>", SOURCE[4:5])
@example("<em>a</em/>", SOURCE[4:5])
@example("a & b > c &quot; <em>d</em>", SOURCE[4:5])
@example("c<em>\u0301</em>\u0338", SOURCE[4:5])
@example("", ())
@example("a", ())
def test_any_translation_is_taken_whole_or_refused(translation: str, source: Inlines) -> None:
    try:
        result = unflatten(translation, source)
    except CatalogError:
        return

    flat = flatten(result)
    assert sorted(nodes(result), key=repr) == sorted(nodes(source), key=repr)
    if nodes(source):
        assert without_numbers(as_read(flat)) == without_numbers(as_read(tidy(translation)))
    else:
        assert flat == clean(translation)
    assert unflatten(flat, result) == result


def tidy(translation: str) -> str:
    """Clean a translation between its tags, and read its entities, as a reader sees them."""
    return "".join(
        part if part.startswith("<") else clean(as_read(part))
        for part in re.split(r"(<[^<>]*>)", translation)
    )


@pytest.mark.parametrize(
    ("translation", "message"),
    [
        ("<b>x</b><em>y</em><code>z</code><br/>", "the tag <b> is not in the source"),
        ("<em>x</em></b><code>z</code><br/>", "the tag <b> is not in the source"),
        ("<em3>x</em3>", "the tag <em3> is not in the source"),
        ("<em>x</em><em>y</em><code>z</code><br/>", "the tag <em> is repeated"),
        ("<em>x</em><code>z</code><br/><br/>", "the tag <br> is repeated"),
        ("<em>x</em><br/>", "the tag <code> of the source is missing"),
        ("words", "the tag <em> of the source is missing"),
        ("", "the tag <em> of the source is missing"),
        ("<code>z</code><br/><em>x", "the tag <em> is not closed"),
        ("<em>x<code>z</em></code><br/>", "</em> closes a tag that is not the last one opened"),
        ("</em>x<em>", "</em> closes a tag that is not the last one opened"),
        ("<em>x</em></em>", "</em> closes a tag that is not the last one opened"),
        ("<em></em><code>z</code><br/>", "the tag <em> is empty"),
        ("<em/>x<code>z</code><br/>", "the tag <em> is written empty, unlike the source"),
        ("<br>x</br>", "the tag <br> is written open, unlike the source"),
        ("<code>y</code>", "<code> must keep the words of the source"),
        ("<code>z <em>x</em></code>", "<code> must keep the words of the source"),
        ("<code>z<br/></code>", "<code> must keep the words of the source"),
        ("<code></code>", "<code> must keep the words of the source"),
        ("a < b", "a `<` is neither a tag of the source nor written `&lt;`"),
        ("<EM>x</EM>", "a `<` is neither a tag of the source nor written `&lt;`"),
        ('<em class="x">x</em>', "a `<` is neither a tag of the source nor written `&lt;`"),
        ("<em>x</em/>", "a `<` is neither a tag of the source nor written `&lt;`"),
        ("<em>x\x1b</em>", "the character U+001B stands in it"),
        ("\ud800", "the character U+D800 stands in it"),
    ],
)
def test_a_translation_that_breaks_the_markup_is_refused(translation: str, message: str) -> None:
    source = (Emphasis(children=(text("words"),)), Code(text="z"), LineBreak())

    with pytest.raises(CatalogError, match=f"^{re.escape(message)}"):
        unflatten(translation, source)


def test_kept_words_may_not_be_translated() -> None:
    with pytest.raises(CatalogError, match=r"^<keep> must keep the words of the source"):
        unflatten("<keep>Ура</keep>", (Keep(text="Ura"),))


def test_control_characters_are_refused_without_markup_too() -> None:
    with pytest.raises(CatalogError, match=r"U\+0000"):
        unflatten("a\0", (text("a"),))


def test_tags_in_a_translation_of_plain_text_are_words() -> None:
    assert unflatten("<em>a</em> &amp; b", (text("a & b"),)) == (text("<em>a</em> &amp; b"),)
