"""Editions under review: the rich edition's English article in each language of the house."""

from collections.abc import Collection
from dataclasses import replace

from publisher.build.review import review_of
from publisher.catalog.message import FUZZY, Catalog, Message, Previous
from publisher.catalog.segment import segment_of
from publisher.catalog.tags import flatten
from publisher.localize.localize import localize
from publisher.model.walk import Role, runs
from publisher.render.edition import Edition
from tests.export.editions import rich_article, rich_edition

SOURCE = "en"
BEFORE = "What it said before."


def catalog_of(tag: str, missing: Collection[Role], fuzzy: Collection[Role]) -> Catalog:
    """Translate the English article; the runs of some roles are missing, or fuzzy."""
    found = {}
    pairs = zip(runs(rich_article(SOURCE)), runs(rich_article(tag)), strict=True)
    for (place, run), (_, theirs) in pairs:
        segment = segment_of(place, run)
        is_fuzzy = place.role in fuzzy
        found[segment.key] = Message(
            context=place.role.value,
            source=segment.text,
            translations=("" if place.role in missing else flatten(theirs.children),),
            flags=(FUZZY,) if is_fuzzy else (),
            previous=Previous(source=BEFORE, context=place.role.value) if is_fuzzy else None,
        )
    return Catalog(language=tag, messages=tuple(found.values()))


def review_edition(
    tag: str, missing: Collection[Role] = (), fuzzy: Collection[Role] = ()
) -> Edition:
    """Give the English article under review in a language."""
    article = rich_article(SOURCE)
    catalogs = {} if tag == SOURCE else {tag: catalog_of(tag, missing, fuzzy)}
    localized = localize(article, tag, catalogs)
    return replace(
        rich_edition(tag),
        articles=(localized.article,),
        review=review_of(article, localized, catalogs),
    )
