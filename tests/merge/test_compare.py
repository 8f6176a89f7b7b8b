"""What is edited, what has no place, and what is settled by the text alone."""

from dataclasses import replace

import pytest

from publisher.catalog.message import FUZZY, Catalog, Message, Previous
from publisher.export.docx.elements import w
from publisher.merge.diff import word_diff
from publisher.merge.source import rekey
from publisher.model.article import Article
from publisher.model.block import Figure, Paragraph
from publisher.model.credit import parse_credit
from publisher.model.inline import Emphasis, Inline, LineBreak, Prose, Text, prose
from publisher.readers.word.elements import qualified
from tests.merge.bringing import Home, bring, with_entries
from tests.merge.desk import (
    Change,
    Desk,
    compared,
    edition,
    enclosing,
    new_paragraph,
    new_run,
    opened,
    properties_of,
    remove,
    replace_words,
)

Entries = tuple[Message, ...]
LONG = "The bridge over the river was opened on Friday by the minister."


def article(*paragraphs: str | Inline) -> Article:
    body = [
        Paragraph(content=prose(one) if isinstance(one, str) else Prose(children=(one,)))
        for one in paragraphs
    ]
    return Article(slug="a", language="en", title=prose("A title"), body=tuple(body))


def entry(source: str, translation: str, **more: object) -> Message:
    one = Message(context="paragraph", source=source, translations=(translation,))
    return replace(one, **more)  # type: ignore[arg-type]


def home(source: Article, catalog: Catalog, *changes: Change) -> Home:
    desk = opened(edition(source, "sq", {"sq": catalog}))
    for change in changes:
        change(desk)
    return bring(desk, source, "sq", {"sq": catalog})


def codes(one: Home) -> list[str]:
    return [problem.code for problem in one.problems]


def albanian(source: Article, *entries: Message) -> Catalog:
    return with_entries(source, Catalog(language="sq", messages=entries))


def unmark(words: str) -> Change:
    """Take the bookmarks out of the paragraph that holds words."""

    def change(desk: Desk) -> None:
        paragraph = desk.paragraph(words)
        for _, start in desk.bookmarks():
            if enclosing(start, "p") is paragraph:
                remove(start)

    return change


def test_words_typed_before_and_after_a_bookmark_belong_to_its_segment() -> None:
    source = article(LONG)

    def type_outside(desk: Desk) -> None:
        paragraph = desk.paragraph(LONG)
        start = next(one for one in paragraph if one.tag == qualified("w:bookmarkStart"))
        start.addprevious(new_run("Look: "))
        paragraph.append(new_run(" So it is."))

    done = home(source, albanian(source), type_outside)

    assert [change.after for change in done.changes] == [f"Look: {LONG} So it is."]


def test_words_between_two_segments_belong_to_neither_and_are_reported() -> None:
    source = replace(article(LONG), keywords=(prose("bridge"), prose("river")))

    def type_between(desk: Desk) -> None:
        run = desk.run("river")
        words = next(one for one in desk.find("//w:r[w:t]") if (one[-1].text or "") == ", ")
        assert run is not None
        for one in list(enclosing(words, "p")):
            if one.tag == qualified("w:bookmarkStart") and one.getnext() is words:
                remove(one)
        words[-1].text = " lake "

    done = home(source, albanian(source), type_between)

    assert done.changes == ()
    assert "lake" in done.report


def test_a_paragraph_without_its_bookmark_is_found_by_its_words() -> None:
    source = article("First.", LONG, "Last.")
    new = LONG.replace("Friday", "Sunday")

    done = home(source, albanian(source), unmark(LONG), replace_words("Friday", "Sunday"))

    assert [change.after for change in done.changes] == [new]
    assert done.problems == ()
    assert done.comparison.notes == (f"found by its words, its bookmark is gone: {new[:60]}",)


def test_of_two_texts_that_are_alike_none_is_guessed() -> None:
    source = article("First.", LONG, LONG.replace("river", "lake"), "Last.")

    done = home(source, albanian(source), unmark("river"), unmark("lake"))

    assert done.changes == ()
    assert codes(done) == ["new", "new", "gone", "gone"]


def test_words_that_two_paragraphs_could_be_are_given_to_neither() -> None:
    source = article("First.", LONG, "Last.")

    def copy(desk: Desk) -> None:
        desk.paragraph(LONG).addnext(new_paragraph(new_run(LONG.replace("river", "lake"))))

    done = home(source, albanian(source), copy, unmark(LONG), replace_words("Friday", "Sunday"))

    assert done.changes == ()
    assert codes(done) == ["new", "new", "gone"]


def test_words_that_are_a_segment_s_own_come_before_words_that_are_like_them() -> None:
    source = article("First.", LONG, "Last.")

    def copy(desk: Desk) -> None:
        desk.paragraph(LONG).addprevious(new_paragraph(new_run(LONG.replace("river", "lake"))))

    done = home(source, albanian(source), copy, unmark(LONG))

    assert done.changes == ()
    assert [(one.code, "lake" in one.text) for one in done.problems] == [("new", True)]


def test_a_text_found_elsewhere_than_it_stood_is_not_placed() -> None:
    source = article("First.", LONG, "Last.")

    def move(desk: Desk) -> None:
        desk.paragraph("Last.").addnext(desk.paragraph("Sunday"))

    done = home(source, albanian(source), unmark(LONG), replace_words("Friday", "Sunday"), move)

    assert done.changes == ()
    assert codes(done) == ["new", "gone"]


def test_a_text_that_stands_twice_and_was_edited_in_two_ways_is_reported() -> None:
    source = article(LONG, "Between.", LONG)

    done = home(
        source,
        albanian(source),
        replace_words("Friday", "Sunday"),
        replace_words("Friday", "Monday"),
    )

    assert done.changes == ()
    assert codes(done) == ["clash", "clash"]
    assert "Sunday" in done.report
    assert "Monday" in done.report


def test_a_text_that_stands_twice_and_was_edited_alike_is_changed() -> None:
    source = article(LONG, "Between.", LONG)

    done = home(
        source,
        albanian(source),
        replace_words("Friday", "Sunday"),
        replace_words("Friday", "Sunday"),
    )

    assert [change.after for change in done.changes] == [LONG.replace("Friday", "Sunday")]
    assert done.problems == ()


def test_an_edit_that_reads_like_one_of_two_that_contradict_each_other_is_taken() -> None:
    source = article(LONG, "Between.", LONG)

    done = home(
        source,
        albanian(source),
        replace_words(LONG, "Sunday."),
        replace_words(LONG, "Monday."),
        replace_words("Between.", "Sunday."),
    )

    assert [(change.before, change.after) for change in done.changes] == [("Between.", "Sunday.")]
    assert codes(done) == ["clash", "clash"]


@pytest.mark.parametrize("entries", [(), (entry(LONG, "Ura."),)], ids=["source", "translation"])
def test_bold_that_the_source_has_not_is_told_and_changes_nothing(entries: Entries) -> None:
    source = article(LONG)
    printed = entries[0].translation if entries else LONG

    done = home(
        source,
        albanian(source, *entries),
        lambda desk: properties_of(desk.run(printed)).append(w("b")),
    )

    assert done.changes == ()
    told = f"markup: left out, since the source has no such thing here: bold: {printed}"
    assert done.report == told


def test_an_edited_fuzzy_translation_is_fuzzy_no_more() -> None:
    source = article(LONG)
    fuzzy = entry(LONG, "Ura.", flags=(FUZZY, "no-wrap"), previous=Previous(source="Old."))

    done = home(source, albanian(source, fuzzy), replace_words(LONG, "Ura u hap."))

    message = done.catalog.find(("paragraph", LONG))
    assert message
    assert (message.translation, message.flags, message.previous) == (
        "Ura u hap.",
        ("no-wrap",),
        None,
    )


def test_a_fuzzy_translation_that_does_not_fit_is_no_hindrance() -> None:
    source = article(Emphasis(children=(Text(text=LONG),)))
    text = f"<em>{LONG}</em>"

    done = home(
        source, albanian(source, entry(text, "<b>x", flags=(FUZZY,))), replace_words(LONG, "Ura.")
    )

    assert [change.after for change in done.changes] == ["<em>Ura.</em>"]


def test_a_text_of_which_nothing_is_left_is_reported() -> None:
    source = article("First.", LONG)

    done = home(source, albanian(source), replace_words(LONG, " "))

    assert done.changes == ()
    assert "the text was deleted" in done.report


def test_a_tag_that_was_taken_out_is_reported_with_the_words() -> None:
    source = article(Emphasis(children=(Text(text=LONG),)))

    def plain(desk: Desk) -> None:
        remove(desk.find("//w:r[w:t]/w:rPr", "word/document.xml")[0])
        run = desk.run(LONG)
        for one in run.findall(qualified("w:rPr")):
            run.remove(one)
        replace_words(LONG, "Ura.")(desk)

    done = home(source, albanian(source), plain)

    assert done.changes == ()
    assert "italics: 1 in the source, 0 in the edited text: Ura." in done.report


def test_a_segment_that_is_no_entry_is_reported() -> None:
    source = article(LineBreak(), LONG)
    one = edition(source, "sq", {})

    assert compared(one).edits == ()


def figure(credit: str) -> Figure:
    return Figure(
        image=None,
        withheld=prose("Not licensed."),
        alt=prose("A bridge."),
        caption=prose("A caption."),
        credit=parse_credit(credit),
    )


CREDITED = replace(article(LONG), body=(figure("Ana Kostić/AP"), Paragraph(content=prose(LONG))))


def test_a_deleted_credit_is_reported() -> None:
    done = home(CREDITED, albanian(CREDITED), lambda desk: remove(desk.paragraph("Ana Kostić/AP")))

    assert ("credit", "Ana Kostić/AP") in [(one.code, one.text) for one in done.problems]


def test_words_of_the_layout_stay_as_they_are() -> None:
    done = home(CREDITED, albanian(CREDITED), replace_words("Photo", "Picture"))

    assert codes(done) == ["words"]
    assert done.changes == ()


def test_an_alternative_that_was_edited_is_changed() -> None:
    def describe(desk: Desk) -> None:
        (one,) = desk.find("//*[@descr='A bridge.'][starts-with(@name, 's')]")[:1]
        one.set("descr", "Një urë.")

    done = home(CREDITED, albanian(CREDITED), describe)

    assert [(change.role, change.after) for change in done.changes] == [("alt", "Një urë.")]


def test_a_picture_that_was_deleted_is_reported() -> None:
    def delete(desk: Desk) -> None:
        for one in desk.find("//w:drawing"):
            remove(one)

    assert "a picture is not in the file; its words stay: A bridge." in (
        home(CREDITED, albanian(CREDITED), delete).report
    )


def test_what_was_edited_for_an_alternative_that_is_no_more_is_reported() -> None:
    desk = opened(edition(CREDITED, "sq", {}))
    for one in desk.find("//*[@descr='A bridge.'][starts-with(@name, 's')]"):
        one.set("descr", "Një urë.")
    other = replace(article(LONG), body=(Paragraph(content=prose(LONG)),))

    assert "source-changed: the source has changed since the file was made: Një urë." in (
        bring(desk, other, "sq", {}).report
    )


def test_an_added_paragraph_is_reported_with_its_neighbours() -> None:
    source = article("First.", LONG)
    add = lambda desk: desk.paragraph("First.").addnext(new_paragraph(new_run("New.")))  # noqa: E731

    done = home(source, albanian(source), add)

    (problem,) = done.problems
    assert (problem.code, problem.text) == ("new", "New.")
    assert problem.near == ("First.", f"…{LONG[-60:]}" if len(LONG) < 60 else f"{LONG[:60]}…")


def test_a_translation_follows_its_source_as_fuzzy_and_says_what_it_was_made_from() -> None:
    old, new = ("paragraph", "Old."), ("paragraph", "New.")
    catalog = Catalog(
        language="sq",
        messages=(
            entry("Old.", "E vjetër.", flags=("no-wrap",)),
            entry("Other.", "Tjetër."),
            entry("Old.", "E vdekur.", obsolete=True),
        ),
    )

    moved, other, dead = rekey(catalog, ((old, new),), frozenset({new})).messages

    assert (moved.source, moved.translation) == ("New.", "E vjetër.")
    assert (moved.flags, moved.previous) == (
        (FUZZY, "no-wrap"),
        Previous(source="Old.", context="paragraph"),
    )
    assert (other, dead) == catalog.messages[1:]


@pytest.mark.parametrize("translation", ["", "E vjetër."])
def test_where_the_source_stands_elsewhere_too_its_translation_stays(translation: str) -> None:
    old, new = ("paragraph", "Old."), ("paragraph", "New.")
    catalog = Catalog(language="sq", messages=(entry("Old.", translation),))

    kept, moved = rekey(catalog, ((old, new),), frozenset({old, new})).messages

    assert kept == catalog.messages[0]
    assert (moved.source, moved.fuzzy) == ("New.", bool(translation))


def identities(catalog: Catalog) -> list[tuple[str, bool]]:
    return [(message.source, message.obsolete) for message in catalog.messages]


@pytest.mark.parametrize("obsolete", [False, True])
def test_a_text_that_is_translated_already_keeps_its_own_translation(*, obsolete: bool) -> None:
    old, new = ("paragraph", "Old."), ("paragraph", "New.")
    mine = entry("New.", "E re.", obsolete=obsolete)
    catalog = Catalog(language="sq", messages=(entry("Old.", "E vjetër."), mine))

    moved = rekey(catalog, ((old, new),), frozenset({new}))
    after = with_entries(article("New."), moved)

    assert identities(after) == [("A title", False), ("New.", False), ("Old.", True)]
    kept = after.by_key[new]
    assert (kept.translation, kept.fuzzy) == ("E re.", False)


def test_texts_that_change_places_keep_their_translations() -> None:
    one, two = ("paragraph", "One."), ("paragraph", "Two.")
    catalog = Catalog(language="sq", messages=(entry("One.", "Një."), entry("Two.", "Dy.")))

    assert rekey(catalog, ((one, two), (two, one)), frozenset({one, two})) == catalog


def test_of_two_texts_that_become_the_same_one_gives_its_translation() -> None:
    one, two, new = (("paragraph", text) for text in ("One.", "Two.", "New."))
    catalog = Catalog(language="sq", messages=(entry("One.", "Një."), entry("Two.", "Dy.")))

    moved = rekey(catalog, ((one, new), (two, new)), frozenset({new}))

    assert identities(moved) == [("New.", False), ("Two.", False)]


def test_a_fuzzy_translation_keeps_what_it_was_first_made_from() -> None:
    old, new = ("paragraph", "Old."), ("paragraph", "New.")
    first = Previous(source="Oldest.")
    catalog = Catalog(
        language="sq", messages=(entry("Old.", "E.", flags=(FUZZY,), previous=first),)
    )

    (moved,) = rekey(catalog, ((old, new),), frozenset({new})).messages

    assert moved.previous == first


def test_a_difference_leaves_out_words_far_from_it() -> None:
    before = " ".join(f"w{n}" for n in range(40))
    after = before.replace("w10 ", "x ").replace("w30 ", "")

    assert word_diff(before, after) == (
        "… w5 w6 w7 w8 w9 [-w10-] {+x+} w11 w12 w13 w14 w15 … w25 w26 w27 w28 w29 [-w30-] "
        "w31 w32 w33 w34 w35 …"
    )
    assert word_diff("a b", "a b") == "a b"
