"""Counts add up: every segment of an article is translated, fuzzy or missing."""

from functools import reduce
from operator import add

from hypothesis import given
from hypothesis import strategies as st

from publisher.build.count import Amount, Tally, obsolete_in, tally, words_of
from publisher.catalog.message import Catalog, Message, Previous
from publisher.catalog.segment import Segment, segments
from publisher.localize.find import Languages
from publisher.localize.localize import localize, survey
from publisher.localize.stale import Stale
from publisher.model.article import Article
from publisher.model.inline import Code, Emphasis, Footnote, LineBreak, Prose, Text, prose
from publisher.model.walk import Role
from tests.strategies import articles


@st.composite
def translated(draw: st.DrawFn) -> tuple[Article, Catalog]:
    """An article and a catalog with entries in every state, and some of another article."""
    article = draw(articles)
    keys = sorted({segment.key for segment in segments(article)})
    others = [("title", "gone"), ("headline", "of another program")]
    entry = st.tuples(
        st.sampled_from([(), ("fuzzy",)]), st.booleans(), st.booleans(), st.integers(0, 2)
    )
    messages = []
    for role, text in [*keys, *others]:
        flags, before, obsolete, words = draw(entry)
        messages.append(
            Message(
                context=role,
                source=text,
                translations=(("", " ", text)[words],),
                flags=flags,
                previous=Previous(source="before", context=role) if before else None,
                obsolete=obsolete,
            )
        )
    return article, Catalog(language="sq", messages=tuple(messages))


def translatable(article: Article) -> tuple[Segment, ...]:
    return tuple(segment for segment in segments(article) if segment.translatable)


def counted(article: Article, catalog: Catalog, language: str = "sq") -> dict[str, Tally]:
    listed = translatable(article)
    outcomes, _ = survey(
        listed, Languages(source=article.language, edition=language), {"sq": catalog}
    )
    keys = frozenset(segment.key for segment in listed)
    return tally(outcomes, map(words_of, listed), obsolete_in(catalog, keys))


@given(translated())
def test_the_counts_of_the_roles_add_up_to_the_segments_and_words_of_the_article(
    case: tuple[Article, Catalog],
) -> None:
    article, catalog = case
    listed = translatable(article)

    roles = counted(article, catalog)

    total = reduce(add, roles.values(), Tally())
    assert total.total == Amount(segments=len(listed), words=sum(map(words_of, listed)))
    assert {role for role, one in roles.items() if one.total.segments} == {
        segment.role.value for segment in listed
    }
    assert total.stale.segments <= total.fuzzy.segments
    known = {segment.key for segment in listed}
    assert total.obsolete.segments == sum(
        one.obsolete or one.key not in known for one in catalog.messages
    )


@given(translated(), st.sampled_from(["sq", "sr-Latn", "de"]))
def test_what_is_counted_is_what_would_be_printed(
    case: tuple[Article, Catalog], language: str
) -> None:
    article, catalog = case
    catalogs = {"sq": catalog, "sr-Cyrl": catalog}

    outcomes, faults = survey(
        segments(article), Languages(source=article.language, edition=language), catalogs
    )

    assert faults == ()
    assert outcomes == localize(article, language, catalogs).outcomes
    previous = localize(article, language, catalogs, stale=Stale.PREVIOUS)
    fuzzy = [one.stale for one in outcomes if one.stale]
    assert len(previous.previous) == len(fuzzy)


def test_roles_come_in_the_order_of_reading_and_unknown_ones_last() -> None:
    article = Article(
        slug="a", language="en", title=prose("T"), note=prose("N"), keywords=(prose("K"),)
    )
    strange = Message(context="headline", source="Of another <em>program</em>", obsolete=True)
    bare = Message(source="No role", obsolete=True)

    roles = counted(article, Catalog(language="sq", messages=(strange, bare)))

    assert list(roles) == ["title", "keyword", "note", "", "headline"]
    assert roles["headline"] == Tally(obsolete=Amount(segments=1, words=3))


def test_the_source_s_own_edition_is_translated() -> None:
    article = Article(slug="a", language="en", title=prose("Two words"))

    assert counted(article, Catalog(language="sq"), "en") == {
        "title": Tally(translated=Amount(segments=1, words=2))
    }


def test_a_translation_that_does_not_fit_counts_as_fuzzy_and_is_named() -> None:
    title = Prose(children=(Text(text="One "), Emphasis(children=(Text(text="word"),))))
    article = Article(slug="a", language="en", title=title)
    broken = Message(
        context="title", source="One <em>word</em>", translations=("Një fjalë",), line=7
    )
    catalog = Catalog(language="sq", name="sq.po", messages=(broken,))

    outcomes, faults = survey(
        segments(article), Languages(source="en", edition="sq"), {"sq": catalog}
    )

    assert counted(article, catalog)["title"].fuzzy == Amount(segments=1, words=2)
    assert [fault.where for fault in faults] == ["sq.po:7"]
    assert [outcome.stale for outcome in outcomes] == [False]


def test_tags_are_no_words_and_a_note_is_counted_by_itself() -> None:
    title = Prose(
        children=(
            Text(text="One"),
            LineBreak(),
            Emphasis(children=(Code(text="two"), Text(text=" three"))),
            Footnote(content=prose("A note")),
        )
    )

    listed = segments(Article(slug="a", language="en", title=title))

    assert [(one.role, words_of(one)) for one in listed] == [(Role.TITLE, 3), (Role.FOOTNOTE, 2)]
