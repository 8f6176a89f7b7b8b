"""PDF: tagged, for reading aloud (PDF/UA-1) and for keeping (PDF/A-3a) in one file."""

from publisher.errors import SystemComponentError
from publisher.export.base import Artifact
from publisher.render.edition import Edition, Layout

INSTALL_PANGO = (
    "install Pango: `apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0`, "
    "`dnf install pango` or `brew install pango`"
)


def export(edition: Edition, layout: Layout) -> Artifact:
    """Export an edition as a PDF.

    Raises:
        ArticleError: A picture asks for a file of its own.
        SystemComponentError: Pango is missing.
        UsageError: The layout's template or style sheets are wrong, or ask for what they may not.
    """
    try:
        from publisher.export.pdf.write import write  # noqa: PLC0415 -- slow, and needs Pango
    except OSError as error:
        raise SystemComponentError(
            "PDF files are set with Pango, which was not found", hint=INSTALL_PANGO
        ) from error
    return write(edition, layout)
