"""DOCX: a Word file in named styles, so that a newsroom restyles it by its own template.

The layout's `template.docx` gives styles, lists, page margins, headers and footers; styles that it
lacks are added. All runs of text stand in bookmarks named after their segments. An edition that is
to be reviewed is a table instead, source and translation side by side.
"""

from collections.abc import Iterator

from publisher.export.base import Artifact
from publisher.export.docx.articles import set_article
from publisher.export.docx.furniture import set_furniture, set_masthead
from publisher.export.docx.metadata import set_metadata
from publisher.export.docx.package import open_template, pack_document
from publisher.export.docx.paragraphs import paragraph
from publisher.export.docx.review import set_review
from publisher.export.docx.setting import Setting
from publisher.export.docx.settings import set_language, set_settings
from publisher.export.docx.styles import Style
from publisher.readers.word.elements import Element, qualified
from publisher.render.edition import Edition, Layout

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def export(edition: Edition, layout: Layout) -> Artifact:
    """Export an edition as a Word file.

    Raises:
        UsageError: The layout's template is missing, or is not a Word file.
        ArticleError: A picture cannot be drawn.
    """
    document = open_template(layout)
    setting = Setting(edition, layout, document)
    content = [set_masthead(setting)]
    if edition.review:
        content.extend(set_review(edition.review, document, setting))
    else:
        content.extend(part for one in edition.articles for part in set_article(one, setting))
    body = document.element.body
    for element in _part_tables(content, setting):
        body[-1].addprevious(element)
    set_furniture(document, setting)
    set_metadata(document, edition)
    set_settings(document.settings.element, setting.language)
    set_language(document.styles.element, setting.language)
    return Artifact(
        suffix="docx",
        media_type=MEDIA_TYPE,
        data=pack_document(document, edition.stamp),
        diagnostics=setting.sheet.diagnostics(),
    )


def _part_tables(elements: list[Element], setting: Setting) -> Iterator[Element]:
    """Put an empty paragraph after a table that ends the text or would run into the next one."""
    table = qualified("w:tbl")
    for element, following in zip(elements, [*elements[1:], None], strict=True):
        yield element
        if element.tag == table and (following is None or following.tag == table):
            yield paragraph(Style.BODY, (), setting)
