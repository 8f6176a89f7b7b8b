"""What stands on every page: the publication's name, the number of the page, the draft mark."""

from collections.abc import Iterable, Iterator

from docx.document import Document

from publisher.export.docx.elements import w
from publisher.export.docx.inlines import set_term, set_words
from publisher.export.docx.paragraphs import paragraph
from publisher.export.docx.setting import Setting
from publisher.export.docx.styles import Style
from publisher.readers.word.elements import Element, qualified, value_of
from publisher.render.terms import Term

FIELDS = {"{number}": "PAGE", "{total}": "NUMPAGES"}
OURS = (Style.RUNNING_HEAD, Style.FOLIO, Style.DRAFT)


def set_furniture(document: Document, setting: Setting) -> None:
    """Fill the headers and footers, below what the template itself has in them.

    The first page has the masthead, so its header does not name the publication again.
    """
    page = document.sections[0]
    page.different_first_page_header_footer = True
    headers = [(page.header, True), (page.first_page_header, False)]
    footers = [page.footer, page.first_page_footer]
    if document.settings.odd_and_even_pages_header_footer:
        headers.append((page.even_page_header, True))
        footers.append(page.even_page_footer)
    for header, named in headers:
        _fill(header.part.element, _header(setting, named=named), setting)
    for footer in footers:
        _fill(
            footer.part.element, [paragraph(Style.FOLIO, _page_number(setting), setting)], setting
        )


def set_masthead(setting: Setting) -> Element:
    """Set the publication's name above the first article."""
    return paragraph(Style.MASTHEAD, set_words(setting.edition.title, setting), setting)


def _header(setting: Setting, *, named: bool) -> Iterator[Element]:
    if named:
        yield paragraph(Style.RUNNING_HEAD, set_words(setting.edition.title, setting), setting)
    if setting.edition.draft:
        words = set_term(Term.DRAFT, setting)
        yield paragraph(Style.DRAFT, words, setting)


def _fill(root: Element, paragraphs: Iterable[Element], setting: Setting) -> None:
    """Put paragraphs in place of empty ones, and of those of a document that became a template."""
    ours = {setting.style(style) for style in OURS}
    for child in root.findall(qualified("w:p")):
        style = value_of(child.find(qualified("w:pPr")), "pStyle")
        if style in ours or child.find(qualified("w:r")) is None:
            root.remove(child)
    root.extend(paragraphs)
    if not len(root):
        root.append(w("p"))


def _page_number(setting: Setting) -> list[Element]:
    fields = {
        placeholder: [w("fldSimple", *set_words("1", setting), instr=f" {field} ")]  # Word counts
        for placeholder, field in FIELDS.items()
    }
    return set_term(Term.PAGE_OF, setting, placeholders=fields)
