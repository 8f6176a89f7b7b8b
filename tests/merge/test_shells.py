"""Tags of the source are found in an edited text by what marks them for certain, else by order."""

from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given

from publisher.catalog.tags import flatten
from publisher.export.docx.anchors import CALL
from publisher.export.docx.printed import digest_of_run
from publisher.merge.gather import gather
from publisher.merge.shells import UnplacedError, match
from publisher.merge.translation import notes_of
from publisher.merge.word.returned import Bit
from publisher.merge.words import write_inlines, write_tagged
from publisher.model.article import Article
from publisher.model.inline import (
    Code,
    Emphasis,
    Footnote,
    Inline,
    Keep,
    LineBreak,
    Link,
    Prose,
    Span,
    Strong,
    Text,
    prose,
)
from publisher.model.walk import Role, runs
from tests.merge.desk import edition, numbers_of, opened
from tests.strategies import articles


def t(text: str) -> Text:
    return Text(text=text)


def em(*children: Inline) -> Emphasis:
    return Emphasis(children=children)


def a(href: str, *children: Inline) -> Link:
    return Link(children=children, href=href)


def tagged(bits: Sequence[Bit], *source: Inline) -> str:
    return write_tagged(match(tuple(bits), source, {}))


def lost(bits: Sequence[Bit], *source: Inline) -> tuple[str, ...]:
    return match(tuple(bits), source, {}).lost


ONE, TWO = "https://one.example/", "https://two.example/"


def test_links_are_told_apart_by_their_addresses_in_any_order() -> None:
    bits = [Bit(text="dy", href=TWO), Bit(text=" dhe "), Bit(text="një", href=ONE)]

    assert tagged(bits, a(ONE, t("one")), t(" and "), a(TWO, t("two"))) == (
        "<a2>dy</a2> dhe <a>një</a>"
    )


def test_links_with_other_addresses_are_told_apart_by_their_order() -> None:
    bits = [Bit(text="x", href="https://x.example/"), Bit(text=" "), Bit(text="y", href=TWO)]

    assert tagged(bits, a(ONE, t("one")), t(" "), a(TWO, t("two"))) == "<a>x</a> <a2>y</a2>"


def test_tags_that_nest_stay_nested_as_in_the_source() -> None:
    bits = [Bit(text="a", href=ONE), Bit(text="b", href=ONE, emphasis=True), Bit(text=" & c")]

    assert tagged(bits, a(ONE, t("one "), em(t("two"))), t(" end")) == (
        "<a>a<em>b</em></a> &amp; c"
    )


def test_of_tags_around_the_same_words_the_source_s_outer_one_is_outer() -> None:
    bits = [Bit(text="x", emphasis=True, strong=True)]

    assert tagged(bits, Strong(children=(em(t("a")),))) == "<strong><em>x</em></strong>"
    assert tagged(bits, em(Strong(children=(t("a"),)))) == "<em><strong>x</strong></em>"


def test_tags_that_overlap_have_no_place() -> None:
    bits = [
        Bit(text="a", emphasis=True),
        Bit(text="b", emphasis=True, strong=True),
        Bit(text="c", strong=True),
    ]

    with pytest.raises(UnplacedError, match="overlap"):
        tagged(bits, em(t("a")), Strong(children=(t("b"),)))


@pytest.mark.parametrize(
    ("bits", "source"),
    [
        ([Bit(text="a")], em(t("a"))),
        (
            [Bit(text="a", emphasis=True), Bit(text="b"), Bit(text="c", emphasis=True)],
            em(t("a")),
        ),
        ([Bit(text="a")], LineBreak()),
        ([Bit(text="a")], Footnote(content=prose("x"))),
        ([Bit(text="a")], Span(children=(t("a"),), language="sq")),
    ],
)
def test_another_number_of_tags_has_no_place(bits: list[Bit], source: Inline) -> None:
    with pytest.raises(UnplacedError, match="in the source"):
        tagged(bits, source)


def test_kept_words_are_found_by_their_text_where_typing_beside_them_spread_their_style() -> None:
    bits = [Bit(text="the KFOR force", style="Keep"), Bit(text=" runs "), Bit(text="ls -l")]

    assert tagged(bits, Keep(text="KFOR"), t(" "), Code(text="ls")) == (
        "the <keep>KFOR</keep> force runs <code>ls</code> -l"
    )


def test_kept_words_that_were_changed_have_no_place() -> None:
    with pytest.raises(UnplacedError, match="'KFOR' must stay as it is"):
        tagged([Bit(text="NATO", style="Keep")], Keep(text="KFOR"))


def test_formatting_that_the_source_has_not_is_named_and_its_words_are_kept() -> None:
    bits = [
        Bit(text="a", strong=True),
        Bit(text="\n"),
        Bit(text="b", href=ONE, emphasis=True),
        Bit(text="c", position="superscript"),
        Bit(text="d", position="subscript"),
        Bit(text=CALL, note="9"),
    ]

    assert tagged(bits, t("plain")) == "a bcd"
    assert lost(bits, t("plain")) == (
        "a link",
        "italics",
        "bold",
        "superscript",
        "subscript",
        "a line break",
        "a footnote",
    )


def test_a_language_counts_only_where_the_source_has_it() -> None:
    source = Span(children=(t("fjalë"),), language="sq")
    bits = [Bit(text="x", spoken="de-DE"), Bit(text="y", spoken="sq-AL")]

    assert tagged(bits, t("a "), source) == "x<span>y</span>"
    assert lost([Bit(text="x", spoken="de-DE")], t("plain")) == ()


def test_a_break_and_a_call_are_empty_tags() -> None:
    source = (t("a"), LineBreak(), t("b"), Footnote(content=prose("x")))
    bits = [Bit(text="c"), Bit(text="\n"), Bit(text="d"), Bit(text=CALL, note="2")]

    assert tagged(bits, *source) == "c<br/>d<fn/>"


def test_an_unknown_language_is_matched_by_its_tag() -> None:
    bits = [Bit(text="x", spoken="qaa")]

    assert tagged(bits, Span(children=(t("a"),), language="qaa")) == "<span>x</span>"


def test_a_footnote_that_the_article_has_not_has_no_place_in_a_source() -> None:
    with pytest.raises(UnplacedError, match="footnote"):
        write_inlines((Bit(text=CALL, note="9"),), (t("a"),), {})


def printed_runs(source: Article) -> Iterator[tuple[str, str, tuple[Inline, ...]]]:
    """Give each run of an edition as it is, and as its file reads."""
    one = edition(source, source.language, {})
    returned = opened(one).read()
    keys = {key for key, _ in numbers_of(one)}
    notes = {
        id_: Footnote(content=run)
        for id_, key in notes_of(returned).items()
        for (_, run), segment in zip(runs(source), one.segments, strict=True)
        if segment.id == key and segment.role is Role.FOOTNOTE
    }
    for found in gather(returned).segments.values():
        segment = one.segments[numbers_of(one)[found.anchor.key, found.anchor.count]]
        children = segment.run.children
        written = write_inlines(found.bits, children, notes)
        yield found.anchor.digest, digest_of_run(Prose(children=written), keys), written


@given(articles)
def test_what_a_file_says_is_written_as_inlines_that_print_the_same(source: Article) -> None:
    for before, after, written in printed_runs(source):
        assert after == before
        assert flatten(written)
