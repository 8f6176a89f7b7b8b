"""Word files made by python-docx, as the articles that they become."""

from io import BytesIO

import docx
from docx.document import Document
from PIL import Image

from publisher.readers.incoming import Imported, Incoming, Reason, account
from publisher.readers.word.read import read_word
from tests.readers.word.printed import printed

RUNNING = "The bridge over the river was opened on Friday after two years of work, in the rain."


def saved(document: Document) -> bytes:
    target = BytesIO()
    document.save(target)
    return target.getvalue()


def png() -> BytesIO:
    target = BytesIO()
    Image.new("RGB", (4, 3), "red").save(target, "PNG")
    return BytesIO(target.getvalue())


def read(document: Document) -> Imported:
    return read_word(Incoming(data=saved(document), name="story.docx"))


def test_a_document_in_words_own_styles_becomes_an_article() -> None:
    document = docx.Document()
    document.add_heading("Bridge reopens after two years", 0)
    document.add_paragraph("Engineers replaced every cable", style="Subtitle")
    document.add_paragraph("By Jane Doe and Arben Kola")
    document.add_paragraph("2 June 2023")
    document.add_paragraph(RUNNING)
    document.add_picture(png())
    document.add_paragraph("The bridge on Friday. (Arta Lila/AFP via Getty Images)", "Caption")
    document.add_heading("How it was built", 1)
    for text, style in (("One", "List Bullet"), ("Deeper", "List Bullet 2")):
        document.add_paragraph(text, style)
    document.add_paragraph("Said a passer-by.", "Quote")

    imported = read(document)

    assert imported.article
    assert printed(imported.article).splitlines() == [
        "[en] Bridge reopens after two years",
        "~ Engineers replaced every cable",
        "by Jane Doe (text)",
        "by Arben Kola (text)",
        "published 2023-06-02",
        RUNNING,
        "figure images/image1.png",
        "  caption The bridge on Friday.",
        "  credit Arta Lila/AFP via Getty Images",
        "# How it was built",
        "- One",
        "  - Deeper",
        "quote:",
        "  Said a passer-by.",
    ]
    assert {one.reason for one in account(imported)} == {Reason.UNDERSTOOD}
