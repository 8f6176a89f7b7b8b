"""Laws of bringing an edition home: nothing is changed unasked, nothing is lost or misplaced."""

from collections.abc import Callable
from copy import deepcopy
from dataclasses import dataclass, replace

from hypothesis import given
from hypothesis import strategies as st

from publisher.catalog.message import Catalog, Key
from publisher.catalog.segment import segments
from publisher.export.docx.anchors import Anchor
from publisher.export.docx.elements import w
from publisher.merge.compare import compare
from publisher.merge.edition import Edition
from publisher.merge.findings import Comparison
from publisher.merge.source import rekey
from publisher.model.article import Article
from publisher.model.walk import plain_text, runs
from publisher.readers.word.elements import Element, qualified
from tests.merge.bringing import Catalogs, bring, bring_source, catalogs_of, read, with_entries
from tests.merge.desk import (
    MAIN,
    Desk,
    compared,
    deleted,
    edition,
    enclosing,
    new_paragraph,
    new_run,
    numbers_of,
    opened,
    properties_of,
    remove,
    said,
    tracked,
)
from tests.readers.test_rewrite import SOURCE
from tests.strategies import articles

MARKER = "Qwertz"
english = articles.map(lambda article: replace(article, language="en"))


def nothing(comparison: Comparison) -> bool:
    return (comparison.edits, comparison.problems, comparison.notes) == ((), (), ())


@given(articles)
def test_the_source_edition_comes_home_without_a_change(source: Article) -> None:
    assert nothing(compared(edition(source, source.language, {})))


@given(english, st.data())
def test_a_translated_edition_comes_home_without_a_change(
    source: Article, data: st.DataObject
) -> None:
    catalogs = {"sq": data.draw(catalogs_of(source, "sq"))}

    home = bring(opened(edition(source, "sq", catalogs)), source, "sq", catalogs)

    assert nothing(home.comparison)
    assert home.catalog == catalogs["sq"]
    assert (home.changes, home.problems) == ((), ())


@given(english, st.data())
def test_a_derived_script_comes_home_without_a_change(source: Article, data: st.DataObject) -> None:
    catalogs = {"sr-Cyrl": data.draw(catalogs_of(source, "sr-Cyrl"))}

    home = bring(opened(edition(source, "sr-Latn", catalogs)), source, "sr-Latn", catalogs)

    assert nothing(home.comparison)
    assert (home.changes, home.problems) == ((), ())


@dataclass(frozen=True)
class Spot:
    """Where an editor works: a bookmark with words in it, a run of those, a place in that."""

    anchor: Anchor
    start: Element
    run: Element
    at: int

    @property
    def paragraph(self) -> Element:
        return enclosing(self.run, "p")


Act = Callable[[Desk, Spot], None]


def type_(_: Desk, spot: Spot) -> None:
    (text, *_more) = spot.run.iter(qualified("w:t"))
    words = str(text.text or "")
    text.text = f"{words[: spot.at]}{MARKER}{words[spot.at :]}"


def overwrite(_: Desk, spot: Spot) -> None:
    for text in spot.run.iter(qualified("w:t")):
        text.text = MARKER


def overwrite_tracked(_: Desk, spot: Spot) -> None:
    new = deepcopy(spot.run)
    (text, *more) = new.iter(qualified("w:t"))
    text.text = MARKER
    for one in more:
        remove(one)
    spot.run.addprevious(tracked("ins", new))
    old = tracked("del")
    spot.run.addprevious(old)
    old.append(deleted(spot.run))


def type_unmarked(desk: Desk, spot: Spot) -> None:
    type_(desk, spot)
    for _, start in desk.bookmarks():
        if enclosing(start, "p") is spot.paragraph:
            remove(start)


def new_after(_: Desk, spot: Spot) -> None:
    spot.paragraph.addnext(new_paragraph(new_run(MARKER)))


def type_and_split(desk: Desk, spot: Spot) -> None:
    type_(desk, spot)
    outer = spot.run if spot.run.getparent() is spot.paragraph else spot.run.getparent()
    assert outer is not None
    rest = list(outer.itersiblings())
    new = w("p")
    properties = spot.paragraph.find(qualified("w:pPr"))
    new.extend([] if properties is None else [deepcopy(properties)])
    spot.paragraph.addnext(new)
    new.extend(rest)


def type_and_join(desk: Desk, spot: Spot) -> None:
    type_(desk, spot)
    after = spot.paragraph.getnext()
    if after is not None and after.tag == qualified("w:p"):
        spot.paragraph.extend([one for one in after if one.tag != qualified("w:pPr")])
        remove(after)


def type_and_move(desk: Desk, spot: Spot) -> None:
    type_(desk, spot)
    before = spot.paragraph.getprevious()
    if before is not None:
        before.addprevious(spot.paragraph)


ACTS: tuple[Act, ...] = (
    type_,
    overwrite,
    overwrite_tracked,
    type_unmarked,
    new_after,
    type_and_split,
    type_and_join,
    type_and_move,
)


def spots(desk: Desk) -> list[tuple[Anchor, Element, Element]]:
    return [
        (anchor, start, run) for anchor, start in desk.bookmarks() for run in desk.runs_in(start)
    ]


def draw_spot(data: st.DataObject, desk: Desk) -> Spot:
    there = spots(desk)
    anchor, start, run = there[data.draw(st.integers(0, len(there) - 1), label="run")]
    words = next(str(one.text or "") for one in run.iter(qualified("w:t")))
    return Spot(anchor, start, run, data.draw(st.integers(0, len(words)), label="place"))


def key_of(one: Edition, spot: Spot) -> Key | None:
    number = numbers_of(one).get((spot.anchor.key, spot.anchor.count))
    return None if number is None else one.segments[number].key


def changed_keys(before: Catalog, after: Catalog) -> set[Key]:
    assert [one.key for one in before.messages] == [one.key for one in after.messages]
    pairs = zip(before.messages, after.messages, strict=True)
    return {old.key for old, new in pairs if old != new}


@given(english, st.sampled_from(ACTS), st.data())
def test_an_edit_lands_on_its_entry_or_stands_in_the_report(
    source: Article, act: Act, data: st.DataObject
) -> None:
    catalogs: Catalogs = {"sq": data.draw(catalogs_of(source, "sq"))}
    one = edition(source, "sq", catalogs)
    desk = opened(one)
    spot = draw_spot(data, desk)
    act(desk, spot)

    home = bring(desk, source, "sq", catalogs)

    key = key_of(one, spot)
    changed = changed_keys(catalogs["sq"], home.catalog)
    landed = [k for k in changed if MARKER in home.catalog.by_key[k].translation]
    assert changed <= {key}
    assert landed or MARKER in home.report, home.report
    again = bring(desk, source, "sq", {"sq": home.catalog})
    assert again.changes == ()
    assert again.catalog == home.catalog
    assert {(p.code, p.text) for p in again.problems} == {(p.code, p.text) for p in home.problems}


READING = read(SOURCE.encode())
assert READING.article
BRIDGE = edition(READING.article, "en", {})
FILE = opened(BRIDGE).data


@given(st.sampled_from(ACTS), st.data())
def test_an_edit_of_the_source_lands_on_its_run_or_stands_in_the_report(
    act: Act, data: st.DataObject
) -> None:
    desk = Desk.of(FILE)
    spot = draw_spot(data, desk)
    act(desk, spot)

    written, problems = bring_source(desk, SOURCE.encode())

    assert written.reading.article
    before = [plain_text(run.children) for _, run in BRIDGE_RUNS]
    after = [plain_text(run.children) for _, run in runs(written.reading.article)]
    changed = {n for n, (old, new) in enumerate(zip(before, after, strict=True)) if old != new}
    number = numbers_of(BRIDGE).get((spot.anchor.key, spot.anchor.count))
    assert changed <= {number}
    landed = any(MARKER in after[n] for n in changed)
    assert landed or any(MARKER in problem.text for problem in problems), problems
    assert b":credit: Ana Kosti\xc4\x87/AP\n" in written.data
    again, same = bring_source(desk, written.data)
    assert again.data == written.data
    assert {p.code for p in same} <= {p.code for p in problems}


def take_another_s(data: st.DataObject, desk: Desk) -> None:
    """Let some texts read as others do, as when an editor changes their places."""
    there = [run for anchor, _, run in spots(desk) if anchor.is_segment]
    texts = [said(run) for run in there]
    for number in data.draw(st.sets(st.integers(0, len(there) - 1), max_size=4)):
        (first, *more) = there[number].iter(qualified("w:t"))
        first.text = data.draw(st.sampled_from(texts))
        for one in more:
            remove(one)


@given(st.data())
def test_texts_that_take_those_of_others_are_merged_once(data: st.DataObject) -> None:
    desk = Desk.of(FILE)
    take_another_s(data, desk)

    written, problems = bring_source(desk, SOURCE.encode())
    again, same = bring_source(desk, written.data)

    assert again.data == written.data
    assert {p.code for p in same} <= {p.code for p in problems}


@given(st.data())
def test_no_catalog_has_an_entry_twice_after_a_merge(data: st.DataObject) -> None:
    assert READING.article
    desk = Desk.of(FILE)
    take_another_s(data, desk)
    catalog = data.draw(catalogs_of(READING.article, "sq"))

    written, _ = bring_source(desk, SOURCE.encode())
    assert written.reading.article
    kept = frozenset(segment.key for segment in segments(written.reading.article))
    after = with_entries(written.reading.article, rekey(catalog, written.keys, kept))

    assert len({one.identity for one in after.messages}) == len(after.messages)


BRIDGE_RUNS = runs(READING.article)


def cut_run(_: Desk, spot: Spot) -> None:
    (text, *_more) = spot.run.iter(qualified("w:t"))
    second = deepcopy(spot.run)
    (rest, *_more) = second.iter(qualified("w:t"))
    words = str(text.text or "")
    text.text, rest.text = words[: spot.at], words[spot.at :]
    for one in (text, rest):
        one.set(qualified("xml:space"), "preserve")
    for one in list(text.itersiblings()):
        remove(one)
    for one in list(rest.itersiblings(preceding=True)):
        if one.tag != qualified("w:rPr"):
            remove(one)
    spot.run.addnext(second)


def note_revision(_: Desk, spot: Spot) -> None:
    spot.run.set(qualified("w:rsidR"), "00AB12CD")
    properties_of(spot.run).append(w("proofErr", type="spellStart"))


def move_up(_: Desk, spot: Spot) -> None:
    before = spot.paragraph.getprevious()
    if before is not None:
        before.addprevious(spot.paragraph)


@given(english, st.sampled_from([cut_run, note_revision]), st.data())
def test_what_programs_do_to_runs_changes_nothing(
    source: Article, act: Act, data: st.DataObject
) -> None:
    one = edition(source, "sq", {})
    desk = opened(one)
    act(desk, draw_spot(data, desk))

    assert nothing(compare(one, desk.read()))


@given(st.data())
def test_a_moved_paragraph_changes_no_word(data: st.DataObject) -> None:
    desk = Desk.of(FILE)
    move_up(desk, draw_spot(data, desk))

    comparison = compare(BRIDGE, desk.read())

    assert (comparison.edits, comparison.problems) == ((), ())


@given(st.data())
def test_a_deleted_paragraph_is_reported_with_its_words(data: st.DataObject) -> None:
    desk = Desk.of(FILE)
    spot = draw_spot(data, desk)
    gone = [said(run) for anchor, _, run in spots(desk) if anchor.is_segment and inside(run, spot)]
    remove(spot.paragraph)

    comparison = compare(BRIDGE, desk.read())

    assert comparison.edits == ()
    told = " ".join(problem.text for problem in comparison.problems)
    assert all(words in told for words in gone)


def inside(run: Element, spot: Spot) -> bool:
    return enclosing(run, "p") is spot.paragraph


@given(english, st.data())
def test_words_made_bold_stay_the_same_words(source: Article, data: st.DataObject) -> None:
    catalogs: Catalogs = {"sq": data.draw(catalogs_of(source, "sq"))}
    one = edition(source, "sq", catalogs)
    desk = opened(one)
    spot = draw_spot(data, desk)
    properties_of(spot.run).append(w("b"))

    home = bring(desk, source, "sq", catalogs)

    after = edition(source, "sq", {"sq": home.catalog})
    number = numbers_of(one).get((spot.anchor.key, spot.anchor.count))
    for at in range(len(one.printed)):
        if at != number or not home.changes:
            assert one.text(at).strip() == after.text(at).strip()
    assert MAIN in desk.roots


@given(english)
def test_a_file_without_bookmarks_changes_nothing(source: Article) -> None:
    one = edition(source, "sq", {})
    desk = opened(one)
    for _, start in desk.bookmarks():
        remove(start)

    assert compare(one, desk.read()).edits == ()
