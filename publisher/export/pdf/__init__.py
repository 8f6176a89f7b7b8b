"""PDF: tagged, for reading aloud (PDF/UA-1) and for keeping (PDF/A-3a) in one file."""

from publisher.export.base import Artifact
from publisher.export.pdf.pango import require_pango
from publisher.render.edition import Edition, Layout


def export(edition: Edition, layout: Layout) -> Artifact:
    """Export an edition as a PDF.

    Raises:
        ArticleError: A picture asks for a file of its own.
        SystemComponentError: Pango is missing.
        UsageError: The layout's template or style sheets are wrong, or ask for what they may not.
    """
    require_pango()
    from publisher.export.pdf.write import write  # noqa: PLC0415 -- slow, and needs Pango

    return write(edition, layout)
