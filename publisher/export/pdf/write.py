"""Typesetting with WeasyPrint; fonts and style sheets are loaded once for all editions."""

import hashlib
import re
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import lru_cache, partial
from types import MappingProxyType
from typing import Any

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from publisher.diagnostics import Diagnostic
from publisher.errors import ArticleError, CheckError, PublishError, UsageError
from publisher.export.base import Artifact
from publisher.export.pdf.fetch import LAYOUT, PICTURES, Fetcher, RefusedAddressError
from publisher.export.pdf.log import collected
from publisher.export.pdf.metadata import with_accessibility
from publisher.export.pdf.structure import Parts, mark_parts, mend
from publisher.model.language import language
from publisher.render.context import Context, NoteStyle
from publisher.render.edition import Edition, Layout, Picture, decode
from publisher.render.page import MARK, Medium, render_page, title_level, withheld_mark

VARIANT = "pdf/a-3a"
NO_GLYPH = re.compile(r"\.notdef glyph .*?: (.+)")
IDENTIFIER_BYTES = 16  # as ISO 32000-1, 14.4 recommends


@dataclass(frozen=True, slots=True, kw_only=True)
class Styles:
    """A layout's fonts and style sheets, loaded, and what was wrong with them."""

    fonts: Any  # the typesetter has no types
    sheets: tuple[Any, ...]
    diagnostics: tuple[Diagnostic, ...]


def write(edition: Edition, layout: Layout) -> Artifact:
    """Set an edition and write it; see `publisher.export.pdf.export`."""
    styles = _load_styles(layout.name, layout.paper, tuple(sorted(layout.files.items())))
    page = _page(edition, layout)
    pictures = MappingProxyType({one.name: one for one in edition.pictures.values()})
    fetcher = Fetcher(layout.files, pictures)
    refusal = ArticleError, "see to the article's pictures and to the layout's templates"
    with collected() as diagnostics, _refusing(fetcher, *refusal):
        document, parts = _set(page, styles, fetcher)
        data = _write(document, parts, _identifier(page, edition))
    _require_glyphs(diagnostics)
    return Artifact(
        suffix="pdf",
        media_type="application/pdf",
        data=data,
        diagnostics=(*styles.diagnostics, *diagnostics),
    )


def _require_glyphs(diagnostics: Sequence[Diagnostic]) -> None:
    """Refuse a page on which letters stand as empty boxes.

    Raises:
        CheckError: A character is in none of the layout's fonts.
    """
    lost = [found for one in diagnostics if (found := NO_GLYPH.search(one.message))]
    if lost:
        characters = ", ".join(dict.fromkeys(found[1] for found in lost))
        raise CheckError(
            f"no font of the layout has {characters}",
            hint="add a font that has it to the layout, or write it in another script",
        )


@lru_cache(maxsize=4)
def _load_styles(name: str, paper: str, files: tuple[tuple[str, bytes], ...]) -> Styles:
    """Load the style sheets that there are, each mending those before it."""
    fetcher = Fetcher(dict(files), {})
    fonts = FontConfiguration()
    refusal = UsageError, f"put the file into layouts/{name} and name it by its path there"
    with collected() as diagnostics, _refusing(fetcher, *refusal):
        sheets = tuple(
            CSS(
                string=decode(content, f"layouts/{name}/{path}"),
                base_url=LAYOUT + sheet,
                url_fetcher=fetcher,
                font_config=fonts,
            )
            for sheet in ("article.css", "print.css", f"{paper.lower()}.css", "custom.css")
            for path, content in files
            if path == sheet
        )
    return Styles(fonts=fonts, sheets=sheets, diagnostics=tuple(diagnostics))


@contextmanager
def _refusing(fetcher: Fetcher, error: type[PublishError], hint: str) -> Iterator[None]:
    """Report an address that was refused as `error`, even where the typesetter went on."""
    with suppress(RefusedAddressError):
        yield
    if fetcher.refused:
        raise error(
            f"the address {fetcher.refused[0]} was not opened: a PDF takes only what is its own",
            hint=hint,
        )


def _page(edition: Edition, layout: Layout) -> str:
    withheld_mark(layout)  # it must be there before the typesetter asks for it
    context = Context(
        language=language(edition.language),
        terms=edition.terms,
        borrowed=edition.borrowed,
        pictures=edition.pictures,
        source=_address,
        mark=LAYOUT + MARK,
        notes=NoteStyle.PAGE,
        title_level=title_level(edition),
    )
    return render_page(edition, layout, context, medium=Medium.PRINT, styles=())


def _address(picture: Picture) -> str:
    return PICTURES + picture.name


def _set(page: str, styles: Styles, fetcher: Fetcher) -> tuple[Any, Parts]:
    source = HTML(string=page, base_url=LAYOUT, url_fetcher=fetcher)
    parts = mark_parts(source.etree_element)
    return (
        source.render(font_config=styles.fonts, stylesheets=styles.sheets, pdf_tags=True),
        parts,
    )


def _write(document: Any, parts: Parts, identifier: bytes) -> bytes:  # noqa: ANN401 -- no types
    metadata = document.metadata
    metadata.generate_rdf_metadata = with_accessibility(metadata.generate_rdf_metadata)
    with warnings.catch_warnings():
        # The typesetter leaves the file of its colour profile open.
        warnings.simplefilter("ignore", ResourceWarning)
        return bytes(
            document.write_pdf(
                finisher=partial(mend, parts),
                pdf_tags=True,
                pdf_variant=VARIANT,
                pdf_identifier=identifier,
            )
        )


def _identifier(page: str, edition: Edition) -> bytes:
    """Digest what the file is made from, so that the same edition keeps its identifier."""
    digest = hashlib.sha256(page.encode())
    for key in sorted(edition.pictures):
        digest.update(hashlib.sha256(edition.pictures[key].data).digest())
    return digest.digest()[:IDENTIFIER_BYTES]
