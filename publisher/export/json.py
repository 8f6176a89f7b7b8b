"""JSON: the canonical article as it stands, for other programs."""

from publisher.export.base import Artifact
from publisher.model.serial import format_json, to_document
from publisher.render.edition import Edition, Layout


def export(edition: Edition, layout: Layout) -> Artifact:  # noqa: ARG001 -- an article is the same in each layout
    """Export an edition as the JSON document of its article, or of each under `articles`.

    Raises:
        ArticleError: An article is nested deeper than can be read back.
    """
    documents = [to_document(article) for article in edition.articles]
    content = documents[0] if len(documents) == 1 else {"articles": documents}
    return Artifact(
        suffix="json", media_type="application/json", data=format_json(content).encode()
    )
