"""HTML: one page that holds everything it shows, without scripts and without requests."""

from base64 import b64encode

from publisher.export.base import Artifact
from publisher.model.language import language
from publisher.render.context import Context, NoteStyle
from publisher.render.edition import Edition, Layout, Picture
from publisher.render.page import Medium, render_page, title_level, withheld_mark
from publisher.render.stylesheets import require_self_contained

STYLES = ("article.css", "screen.css", "custom.css")


def export(edition: Edition, layout: Layout) -> Artifact:
    """Export an edition as an HTML page.

    Raises:
        UsageError: The layout's template or style sheets are wrong, or would fetch something.
    """
    context = Context(
        language=language(edition.language),
        terms=edition.terms,
        borrowed=edition.borrowed,
        pictures=edition.pictures,
        source=_picture_uri,
        mark=data_uri("image/svg+xml", withheld_mark(layout)),
        notes=NoteStyle.END,
        title_level=title_level(edition),
    )
    for name in STYLES:
        if name in layout.files:
            require_self_contained(layout.text(name), f"layouts/{layout.name}/{name}")
    page = render_page(edition, layout, context, medium=Medium.SCREEN, styles=STYLES)
    return Artifact(suffix="html", media_type="text/html", data=page.encode())


def _picture_uri(picture: Picture) -> str:
    return data_uri(picture.media_type, picture.data)


def data_uri(media_type: str, data: bytes) -> str:
    """Write a file as an address that holds it.

    >>> data_uri("image/png", b"abc")
    'data:image/png;base64,YWJj'
    """
    return f"data:{media_type};base64,{b64encode(data).decode('ascii')}"
