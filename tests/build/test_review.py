"""A review holds the source with its segments, what waits, and what is found in translations."""

from publisher.build.review import review_of
from publisher.catalog.lint.finding import Finding
from publisher.catalog.message import Catalog, Message
from publisher.catalog.segment import segments
from publisher.diagnostics import Diagnostic, Level
from publisher.localize.localize import localize
from publisher.localize.outcome import Localized, Origin, Outcome
from publisher.model.article import Article
from publisher.model.inline import prose
from publisher.model.walk import Role, runs

ARTICLE = Article(slug="a", language="en", title=prose("Bridge"), rights=prose("All rights"))


def test_a_review_says_what_waits_and_why() -> None:
    done = Message(context="title", source="Bridge", translations=("Ura",))
    catalogs = {"sq": Catalog(language="sq", messages=(done,))}

    review = review_of(ARTICLE, localize(ARTICLE, "sq", catalogs), catalogs)

    (source,) = review.sources
    (_, title), (_, rights) = runs(source)
    assert title.segment
    assert review.waiting == {rights.segment: ()}
    assert review.remarks == {rights.segment: ("not translated",)}


def test_what_localisation_noticed_belongs_to_the_entry_in_whose_line_it_was_found() -> None:
    title, rights = segments(ARTICLE)

    def outcome(segment: str, where: str) -> Outcome:
        return Outcome(
            segment=segment, role=Role.TITLE, source="x", origin=Origin.TRANSLATED, where=where
        )

    def found(where: str) -> Diagnostic:
        return Diagnostic(level=Level.WARNING, code="c", message=f"at {where}", where=where)

    outcomes = (outcome(title.id, "sq.po:3"), outcome(rights.id, "sq.po:9"))
    diagnostics = (found("sq.po:9"), found("sq.po"))
    localized = Localized(article=ARTICLE, outcomes=outcomes, diagnostics=diagnostics)

    assert review_of(ARTICLE, localized, {}).remarks == {rights.id: ("at sq.po:9",)}


def test_what_lint_found_is_said_with_its_rule() -> None:
    title, _ = segments(ARTICLE)
    done = tuple(
        Message(context=segment.role.value, source=segment.text, translations=("Ura",))
        for segment in segments(ARTICLE)
    )
    catalogs = {"sq": Catalog(language="sq", messages=done)}
    finding = Finding(
        rule="N1", level=Level.ERROR, message="the numbers differ", file="sq.po", segment=title.id
    )

    review = review_of(ARTICLE, localize(ARTICLE, "sq", catalogs), catalogs, (finding,))

    assert review.remarks == {title.id: ("the numbers differ [N1]",)}
