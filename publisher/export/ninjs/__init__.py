"""ninjs 3: an article as a news object that other newsrooms' programs take in.

The pictures lie beside the file in `images/`, where each rendition's `href` leads from the file
itself, since nobody knows yet under which address they will be served. Everything else is in the
file. The schema beside this module is the one of the International Press Telecommunications
Council, under the licences that its description and `LICENSE-ninjs-schema.txt` name.
"""

from publisher.export.base import Artifact, Companion
from publisher.export.ninjs.figures import picture_path
from publisher.export.ninjs.identify import identify
from publisher.export.ninjs.item import item_of, status_of
from publisher.export.ninjs.words import PLAIN, Json
from publisher.model.serial import format_json
from publisher.render.edition import Edition, Layout

VERSION = "3.2"
STANDARD = {
    "name": "ninjs",
    "version": VERSION,
    "schema": f"http://www.iptc.org/std/ninjs/ninjs-schema_{VERSION}.json#",
}


def export(edition: Edition, layout: Layout) -> Artifact:  # noqa: ARG001 -- how it looks is the receiver's affair
    """Export an edition as a news object, with its pictures in files beside it."""
    items = [item_of(article, edition) for article in edition.articles]
    item = items[0] if len(items) == 1 else _bulletin(edition, items)
    pictures = {picture.name: picture for picture in edition.pictures.values()}
    return Artifact(
        suffix="ninjs",
        media_type="application/json",
        data=format_json({**item, "standard": STANDARD}).encode(),
        companions=tuple(
            Companion(path=picture_path(one), data=one.data) for _, one in sorted(pictures.items())
        ),
    )


def _bulletin(edition: Edition, items: list[Json]) -> Json:
    """Put several articles together; each is a whole object of its own."""
    slugs = [article.slug for article in edition.articles]
    return {
        "uri": identify(edition.publisher, *slugs, edition.language),
        "type": "composite",
        **status_of(edition),
        "language": edition.language,
        "headlines": [{"role": "main", "contentType": PLAIN, "value": edition.title}],
        "associations": [
            {"name": slug, "rel": "article", **item}
            for slug, item in zip(slugs, items, strict=True)
        ],
    }
